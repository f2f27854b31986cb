//! The moves that the map draws and the lists say.

use crate::catalogue::Entities;
use crate::catalogue::graph::Direction;
use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::model::role::Role;
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

impl MapMove<'_> {
    /// Which way it goes, in words.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        match (self.kind, Direction::between(self.from.level(), self.to.level())) {
            (LineKind::Up, _) => "Up",
            (LineKind::SameLevel, _) => "Same level",
            (LineKind::Down, _) => "Down",
            (LineKind::WayIn, Direction::Up) => "Way in, up",
            (LineKind::WayIn, Direction::SameLevel) => "Way in, same level",
            (LineKind::WayIn, Direction::Down) => "Way in, down",
        }
    }
}

/// Every move that leads on from a role: progressions first, as they were written, then ways in that no progression prints.
#[must_use]
pub fn from<'a>(entities: &'a Entities, role: &'a Role) -> Vec<MapMove<'a>> {
    let printed = entities.graph().successors(role).map(|step| {
        let kind = match step.direction() {
            Direction::Up => LineKind::Up,
            Direction::SameLevel => LineKind::SameLevel,
            Direction::Down => LineKind::Down,
        };
        MapMove { from: step.from, to: step.to, kind, sources: &step.progression.sources }
    });
    let mut moves: Vec<MapMove> = printed.collect();
    for (to, route) in entities.role_at(role.index).open_doors() {
        if to.index != role.index && !moves.iter().any(|known| known.to.index == to.index) {
            moves.push(MapMove { from: role, to: to.role(), kind: LineKind::WayIn, sources: &route.sources });
        }
    }
    moves
}

/// Every move of the entities, by the title of where it starts.
#[must_use]
pub fn all(entities: &Entities) -> Vec<MapMove<'_>> {
    entities.roles().iter().flat_map(|role| from(entities, role)).collect()
}
