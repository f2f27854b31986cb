//! The moves that the map draws and the lists say.

use std::collections::BTreeSet;

use crate::catalogue::Entities;
use crate::catalogue::graph::Direction;
use crate::catalogue::graph::moves::{MoveBasis, OnwardMove};
use crate::catalogue::model::indexes::{RoleIndex, SourceIndex};
use crate::catalogue::model::role::Role;
use crate::interface::Interface;
use crate::map_layout::LineKind;

/// A way from a role to a role: a printed progression, or a way in that asks for the role before.
#[derive(Clone, Copy, Debug)]
pub struct MapMove<'a> {
    /// Where it starts.
    pub from: &'a Role,
    /// Where it leads.
    pub to: &'a Role,
    /// What kind of way it is.
    pub kind: LineKind,
    /// Who says it.
    pub sources: &'a [SourceIndex],
}

impl<'a> From<OnwardMove<'a>> for MapMove<'a> {
    fn from(step: OnwardMove<'a>) -> Self {
        let kind = match step.basis {
            MoveBasis::EntryRoute(_) => LineKind::WayIn,
            MoveBasis::Progression(_) => progression(step.from, step.to),
        };
        Self { from: step.from, to: step.to, kind, sources: step.sources() }
    }
}

impl<'a> MapMove<'a> {
    /// The same way between other roles.
    #[must_use]
    pub fn between(self, from: &'a Role, to: &'a Role) -> Self {
        let kind = match self.kind {
            LineKind::WayIn => LineKind::WayIn,
            LineKind::Up | LineKind::SameLevel | LineKind::Down => progression(from, to),
        };
        Self { from, to, kind, ..self }
    }

    /// Which way it goes, in words.
    #[must_use]
    pub fn direction<'t>(&self, t: &'t Interface) -> &'t str {
        match (self.kind, Direction::between(self.from.level(), self.to.level())) {
            (LineKind::Up, _) => t.up(),
            (LineKind::SameLevel, _) => t.on_the_same_level(),
            (LineKind::Down, _) => t.down(),
            (LineKind::WayIn, Direction::Up) => t.way_in_up(),
            (LineKind::WayIn, Direction::SameLevel) => t.way_in_same_level(),
            (LineKind::WayIn, Direction::Down) => t.way_in_down(),
        }
    }
}

/// The kind of a progression between two roles.
fn progression(from: &Role, to: &Role) -> LineKind {
    match Direction::between(from.level(), to.level()) {
        Direction::Up => LineKind::Up,
        Direction::SameLevel => LineKind::SameLevel,
        Direction::Down => LineKind::Down,
    }
}

/// Every move on from a role.
#[must_use]
pub fn from<'a>(entities: &'a Entities, role: &'a Role) -> Vec<MapMove<'a>> {
    entities.graph().onward_moves(role).into_iter().map(MapMove::from).collect()
}

/// Every move to a role, by the title of the role it starts from.
#[must_use]
pub fn to<'a>(entities: &'a Entities, role: &'a Role) -> Vec<MapMove<'a>> {
    let moves = entities.graph().origins(role).into_iter().flat_map(|before| from(entities, before));
    moves.filter(|step| step.to.index == role.index).collect()
}

/// The moves whose ends are both among these roles, by the role they start from.
#[must_use]
pub fn among<'a>(entities: &'a Entities, roles: &[&'a Role]) -> Vec<MapMove<'a>> {
    let known: BTreeSet<RoleIndex> = roles.iter().map(|role| role.index).collect();
    let moves = roles.iter().flat_map(|role| from(entities, role));
    moves.filter(|step| known.contains(&step.to.index)).collect()
}

/// Every move of the catalogue, by the title of the role it starts from.
#[must_use]
pub fn all(entities: &Entities) -> Vec<MapMove<'_>> {
    entities.roles().iter().flat_map(|role| from(entities, role)).collect()
}
