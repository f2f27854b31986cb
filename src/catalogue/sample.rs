//! Small literal roles and graphs for the unit tests of this folder.

use jiff::civil::date;

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::model::indexes::{RoleIndex, SourceIndex};
use crate::catalogue::model::reference::{QualificationInfo, Review, RoleId, StudyRoute};
use crate::catalogue::model::role::{EntryFrom, EntryRoute, Progression, Role};
use crate::catalogue::model::text::Prose;
use crate::catalogue::model::vocabulary::{EntryKind, Level, Qualification, Stated};

/// A role with nothing but a title, on the entry level.
pub fn role(title: &str) -> Role {
    Role {
        index: RoleIndex::default(),
        id: RoleId(title.to_lowercase()),
        title: title.to_owned(),
        other_titles: vec![],
        summary: format!("You do the work of {title}."),
        levels: vec![Level::Entry],
        settings: vec![],
        categories: vec![],
        contact: None,
        judged: vec![],
        family: None,
        what_it_is: Prose::default(),
        what_you_do: vec![],
        where_you_work: vec![],
        qualities: vec![],
        entry_routes: vec![],
        registration: vec![],
        progressions: vec![],
        grow: vec![],
        marks: vec![],
        media: vec![],
        more_at: vec![],
        links: vec![],
        sources: sources(),
        review: Review { reviewed: date(2026, 1, 1), review_by: date(2027, 1, 1) },
    }
}

/// A progression to the role with this id.
pub fn progression(to: &str) -> Progression {
    Progression { to: named(to), how: None, sources: sources() }
}

/// An entry route of this kind from a qualification.
pub fn entry(kind: EntryKind, from: Qualification) -> EntryRoute {
    EntryRoute {
        kind,
        from: vec![EntryFrom::Qualification(from)],
        stated: Stated::Available,
        summary: "A way in.".to_owned(),
        requires: vec![],
        level: None,
        months: None,
        earn: None,
        run_by: vec![],
        sources: sources(),
    }
}

/// What goes with a qualification, and the ways of study that lead to it.
pub fn qualification(qualification: Qualification, climbs: Vec<StudyRoute>) -> QualificationInfo {
    QualificationInfo {
        qualification,
        title: qualification.label().to_owned(),
        short: qualification.label().to_owned(),
        meaning: String::new(),
        climbs,
        sources: sources(),
    }
}

/// A way of study from a qualification, paid or not.
pub fn climb(from: Qualification, earn: Option<bool>) -> StudyRoute {
    StudyRoute { from, title: "Study".to_owned(), how: "You study.".to_owned(), months: None, earn, sources: sources() }
}

/// A graph of these arrows.
pub fn graph(arrows: &[(&str, &str)]) -> RoleGraph {
    let mut titles: Vec<&str> = arrows.iter().flat_map(|(from, to)| [*from, *to]).collect();
    titles.sort_unstable();
    titles.dedup();
    graph_of(
        titles
            .into_iter()
            .map(|title| {
                let mut role = role(title);
                role.progressions =
                    arrows.iter().filter(|(from, _)| *from == title).map(|(_, to)| progression(to)).collect();
                role
            })
            .collect(),
    )
}

/// Stands for the role with this id until [`graph_of`] knows its position.
pub fn named(id: &str) -> RoleIndex {
    RoleIndex(id.bytes().fold(5381, |hash, byte| hash.wrapping_mul(33) ^ u32::from(byte)))
}

/// A graph of these roles, whose references are [`named`].
pub fn graph_of(mut roles: Vec<Role>) -> RoleGraph {
    let names: Vec<RoleIndex> = roles.iter().map(|role| named(role.id.as_str())).collect();
    let find = |name: &mut RoleIndex| {
        *name = RoleIndex::at(names.iter().position(|known| known == name).expect("every role that is named is there"));
    };
    for role in &mut roles {
        role.progressions.iter_mut().for_each(|progression| find(&mut progression.to));
        role.family.iter_mut().for_each(find);
        for from in role.entry_routes.iter_mut().flat_map(|route| &mut route.from) {
            if let EntryFrom::Role(role) = from {
                find(role);
            }
        }
    }
    RoleGraph::new(roles).expect("every role that is named is there")
}

fn sources() -> Vec<SourceIndex> {
    vec![SourceIndex::default()]
}
