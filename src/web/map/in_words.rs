//! The map in words: nested lists, and a table of all moves.

use std::collections::BTreeSet;

use crate::catalogue::Entities;
use crate::catalogue::model::indexes::Setting;
use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::model::reference::{Category, LevelInfo};
use crate::catalogue::model::role::Role;
use crate::map_layout::LineKind;
use crate::web::labels::{kind_label, lower_first, source_names, source_titles};
use crate::web::map::moves::MapMove;

/// A family of careers in words.
#[derive(Debug)]
pub struct LineInWords<'a> {
    /// The family.
    pub category: &'a Category,
    /// Its levels, lowest first.
    pub levels: Vec<LevelInWords<'a>>,
}

/// A level of a family.
#[derive(Debug)]
pub struct LevelInWords<'a> {
    /// The level.
    pub level: &'a LevelInfo,
    /// Its roles, by title.
    pub roles: Vec<RoleInWords<'a>>,
}

/// A role, and where it leads.
#[derive(Debug)]
pub struct RoleInWords<'a> {
    /// The role.
    pub role: &'a Role,
    /// The higher level on which it stands too.
    pub also: Option<&'a LevelInfo>,
    /// Where it leads, by kind of way.
    pub leads: Vec<(&'a str, Vec<&'a Role>)>,
}

/// One move, in words.
#[derive(Debug)]
pub struct MoveInWords<'a> {
    /// Where it starts.
    pub from: &'a Role,
    /// Where it leads.
    pub to: &'a Role,
    /// Which way it goes.
    pub direction: &'a str,
    /// The settings one gains.
    pub gained: String,
    /// The settings one loses.
    pub lost: String,
    /// Who says it: titles alone, as there are many rows.
    pub sources: String,
}

/// These roles by family and level, with the moves among them.
#[must_use]
pub fn lists<'a>(entities: &'a Entities, roles: &[&'a Role], moves: &[MapMove<'a>]) -> Vec<LineInWords<'a>> {
    let line = |category: &'a Category| LineInWords {
        category,
        levels: entities
            .levels()
            .iter()
            .map(|level| LevelInWords {
                level,
                roles: roles
                    .iter()
                    .filter(|role| role.line() == Some(category.index) && role.level() == level.level)
                    .map(|role| in_words(entities, role, moves))
                    .collect(),
            })
            .filter(|level| !level.roles.is_empty())
            .collect(),
    };
    entities.categories().iter().map(line).filter(|line| !line.levels.is_empty()).collect()
}

/// These roles in the order of [`lists`].
#[must_use]
pub fn in_order<'a>(roles: &[&'a Role]) -> Vec<&'a Role> {
    let mut roles = roles.to_vec();
    roles.sort_by_key(|role| (role.line(), role.level()));
    roles
}

fn in_words<'a>(entities: &'a Entities, role: &'a Role, moves: &[MapMove<'a>]) -> RoleInWords<'a> {
    let leads = [LineKind::Up, LineKind::SameLevel, LineKind::Down, LineKind::WayIn].map(|kind| {
        let steps = moves.iter().filter(|step| step.from.id == role.id && step.kind == kind);
        (kind_label(entities.interface(), kind), steps.map(|step| step.to).collect::<Vec<_>>())
    });
    let also = role.levels.get(1).map(|&level| entities.level(level));
    RoleInWords { role, also, leads: leads.into_iter().filter(|(_, to)| !to.is_empty()).collect() }
}

/// The moves as the rows of a table.
#[must_use]
pub fn table<'a>(entities: &'a Entities, moves: &[MapMove<'a>]) -> Vec<MoveInWords<'a>> {
    let settings = |settings: &mut dyn Iterator<Item = Setting>| {
        settings.map(|setting| lower_first(&entities.setting(setting).title)).collect::<Vec<_>>().join(", ")
    };
    let row = |step: &MapMove<'a>| {
        // Where one of the two has no settings on record, nobody knows what changes.
        let is_known = !step.from.settings.is_empty() && !step.to.settings.is_empty();
        MoveInWords {
            from: step.from,
            to: step.to,
            direction: step.direction(entities.interface()),
            gained: if is_known { settings(&mut step.to.settings_beyond(step.from)) } else { String::new() },
            lost: if is_known { settings(&mut step.from.settings_beyond(step.to)) } else { String::new() },
            sources: source_names(entities.sources_at(step.sources)),
        }
    };
    moves.iter().map(row).collect()
}

/// Who says these moves, each once and with the publisher.
#[must_use]
pub fn sources(entities: &Entities, moves: &[MapMove<'_>]) -> String {
    let sources: BTreeSet<SourceIndex> = moves.iter().flat_map(|step| step.sources).copied().collect();
    source_titles(sources.into_iter().map(|source| entities.source(source)))
}
