//! The table of roles.

use crate::catalogue::RoleRef;
use crate::catalogue::model::role::EntryRoute;
use crate::catalogue::model::role_keys::{JsonShape, RoleKey};
use crate::catalogue::model::table_columns::{ColumnKind, ROLE_ADDRESS, TableColumn};
use crate::web::feeds::tables::csv::joined;
use crate::web::links;

/// The columns: those of the keys that have one, in their order, and the address of the role's page.
pub(super) fn columns() -> Vec<TableColumn> {
    let of_key = |key: &RoleKey| {
        let info = key.info();
        let kind = if info.json == Some(JsonShape::Date) { ColumnKind::Date } else { ColumnKind::Text };
        Some(TableColumn { name: info.csv?, kind, meaning: info.meaning })
    };
    RoleKey::ALL.iter().filter_map(of_key).chain([ROLE_ADDRESS]).collect()
}

/// One role as a row, in the order of [`columns`].
pub(super) fn row(role: RoleRef<'_>) -> Vec<String> {
    let cells = RoleKey::ALL.iter().filter(|key| key.info().csv.is_some()).map(|key| value(*key, role));
    cells.chain([links::absolute(role.entities().site(), &links::role(&role.id))]).collect()
}

/// What a role has under a key, as one cell; empty for a key without a column.
fn value(key: RoleKey, role: RoleRef<'_>) -> String {
    match key {
        RoleKey::Id => role.id.to_string(),
        RoleKey::Title => role.title.clone(),
        RoleKey::OtherTitles => joined(&role.other_titles),
        RoleKey::Summary => role.summary.clone(),
        RoleKey::Levels => joined(role.levels().map(|info| info.id.as_str())),
        RoleKey::Settings => joined(role.settings().map(|info| info.id.as_str())),
        RoleKey::Categories => joined(role.categories().map(|category| category.id.as_str())),
        RoleKey::Contact => role.contact().map_or("", |info| info.id.as_str()).to_owned(),
        RoleKey::WhatYouDo => joined(&role.what_you_do),
        RoleKey::WhereYouWork => joined(&role.where_you_work),
        RoleKey::Qualities => joined(&role.qualities),
        RoleKey::EntryRoutes => {
            let reading = |route: &EntryRoute| if route.inferred { " (our reading)" } else { "" };
            let way_in = |route: &EntryRoute| format!("{}: {}{}", route.kind.id(), route.summary, reading(route));
            joined(role.entry_routes.iter().map(way_in))
        }
        RoleKey::Registration if role.registration.is_empty() => role.registration_need().id().to_owned(),
        RoleKey::Registration => joined(role.registrations().map(|(item, with)| {
            let needed = match (item.needed, item.by_law) {
                (true, true) => "needed-by-law",
                (true, false) => "needed",
                (false, _) => "possible",
            };
            let own = if item.own_profession { ", own-profession" } else { "" };
            format!("{} ({needed}{own})", with.id)
        })),
        RoleKey::Pay => joined(role.pay().map(|pay| {
            let bands = pay.bands().map(|band| format!(" {}", band.name)).collect::<String>();
            let sums = pay.range().map(|(from, to)| format!(": {from}-{to}")).unwrap_or_default();
            format!("{}{bands}{sums}", pay.scheme().id)
        })),
        RoleKey::Hours => role.hours.as_ref().map_or_else(String::new, |hours| {
            let week = hours.per_week.map(|week| format!("{}-{}", week.from, week.to));
            joined(week.into_iter().chain(hours.pattern.iter().map(|pattern| pattern.id().to_owned())))
        }),
        RoleKey::Checks => joined(role.checks.iter().map(|check| check.kind.id())),
        RoleKey::Codes => joined(&role.codes.soc2020),
        RoleKey::Pages => joined(role.role().pages.iter().map(|page| page.url.as_str())),
        RoleKey::Progressions => joined(role.successors().map(|step| step.to().role().id.as_str())),
        RoleKey::Changed => joined(role.changed.iter().map(|change| &change.text)),
        RoleKey::Marks => joined(role.marks.iter().map(|mark| mark.kind.id())),
        RoleKey::Sources => joined(role.sources().map(|source| source.id.as_str())),
        RoleKey::Reviewed => role.review.reviewed.to_string(),
        RoleKey::ReviewBy => role.review.review_by.to_string(),
        RoleKey::Judged => joined(role.judged.iter().map(|fact| fact.id())),
        RoleKey::Family => role.family().map_or_else(String::new, |family| family.role().id.to_string()),
        RoleKey::WhatItIs => role.what_it_is.plain(),
        RoleKey::Grow => joined(role.grow.iter().map(|grow| &grow.text)),
        RoleKey::Media => joined(role.media.iter().map(|media| format!("{}: {}", media.kind.id(), media.about))),
        RoleKey::MoreAt => joined(role.entities().organisations_at(&role.more_at).map(|it| it.id.as_str())),
        RoleKey::Links => joined(role.links.iter().map(|link| &link.url)),
        RoleKey::LookFor => joined(&role.look_for),
        RoleKey::FormerIds => joined(&role.former_ids),
        RoleKey::Notes => joined(&role.notes),
        RoleKey::EndOfLine => String::new(),
    }
}
