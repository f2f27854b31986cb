//! The bare bones of a role and of a qualification: what a road needs, and no more.

use crate::catalogue::model::reference::{QualificationInfo, Review, RoleId, StudyRoute};
use crate::catalogue::model::role::{EntryFrom, EntryRoute, Progression, Role};
use crate::catalogue::model::text::Prose;
use crate::catalogue::model::vocabulary::{EntryKind, Level, Qualification, Stated, Term as _};
use crate::content::schema::role::{EntryKeys, RoleFile};
use crate::content::schema::vocabulary::QualificationEntry;

/// A role's levels, ways in and progressions.
pub fn role(role: &RoleFile) -> Role {
    let mut levels: Vec<Level> = role.levels.iter().map(|level| level.value).collect();
    levels.sort_unstable();
    let progressions = role.progressions.iter().map(|step| Progression {
        to: RoleId(step.to.value.clone()),
        how: None,
        sources: Vec::new(),
    });
    Role {
        id: RoleId(role.id.value.clone()),
        title: role.title.value.clone(),
        levels,
        entry_routes: role.entry_routes.iter().map(way_in).collect(),
        progressions: progressions.collect(),
        review: Review { reviewed: role.review.reviewed.value, review_by: role.review.review_by.value },
        other_titles: Vec::new(),
        summary: String::new(),
        settings: Vec::new(),
        categories: Vec::new(),
        contact: None,
        judged: Vec::new(),
        family: None,
        what_it_is: Prose::default(),
        what_you_do: Vec::new(),
        where_you_work: Vec::new(),
        qualities: Vec::new(),
        registration: Vec::new(),
        grow: Vec::new(),
        marks: Vec::new(),
        media: Vec::new(),
        more_at: Vec::new(),
        links: Vec::new(),
        sources: Vec::new(),
    }
}

fn way_in(entry: &EntryKeys) -> EntryRoute {
    EntryRoute {
        kind: entry.kind.as_ref().map_or(EntryKind::Varies, |kind| kind.value),
        from: entry.from.iter().map(|from| beginning(from.as_str())).collect(),
        stated: entry.stated.as_ref().map_or(Stated::Available, |stated| stated.value),
        level: entry.level.as_ref().and_then(|level| u8::try_from(level.value).ok()),
        summary: String::new(),
        requires: Vec::new(),
        months: None,
        earn: entry.earn,
        run_by: Vec::new(),
        sources: Vec::new(),
    }
}

/// What an id under `from` means: a qualification's is never a role's.
pub fn beginning(id: &str) -> EntryFrom {
    Qualification::from_id(id).map_or_else(|| EntryFrom::Role(RoleId(id.to_owned())), EntryFrom::Qualification)
}

/// A qualification's climbs.
pub fn qualification(entry: &QualificationEntry) -> Option<QualificationInfo> {
    let climbs = entry.climbs.iter().filter_map(|climb| climb.from.as_ref()).map(|from| StudyRoute {
        from: from.value,
        title: String::new(),
        how: String::new(),
        months: None,
        earn: None,
        sources: Vec::new(),
    });
    Some(QualificationInfo {
        qualification: entry.id.as_ref()?.value,
        climbs: climbs.collect(),
        title: String::new(),
        short: String::new(),
        meaning: String::new(),
        sources: Vec::new(),
    })
}
