//! `/roles.csv`: the roles as a table for spreadsheets.

use axum::extract::RawQuery;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};

use crate::catalogue::RoleRef;
use crate::catalogue::model::role::EntryRoute;
use crate::catalogue::model::role_keys::RoleKey;
use crate::web::http::headers::CachePolicy;
use crate::web::links;
use crate::web::query::role_query::RoleQuery;
use crate::web::state::CurrentCatalogue;
use crate::web::view::error_page::PageError;

/// What stands between several values in one cell.
const BETWEEN: &str = "; ";

/// The column that is no key of a role.
const ADDRESS: &str = "address";

/// The names of the columns.
fn columns() -> impl Iterator<Item = &'static str> {
    RoleKey::ALL.iter().filter_map(|key| key.info().csv).chain([ADDRESS])
}

/// One role as a row, in the order of [`columns`].
fn row(role: RoleRef<'_>) -> Vec<String> {
    let cells = RoleKey::ALL.iter().filter(|key| key.info().csv.is_some()).map(|key| value(*key, role));
    cells.chain([links::absolute(role.entities().site(), &links::role(&role.id))]).collect()
}

/// What a role has under a key, as one cell; empty for a key without a column.
fn value(key: RoleKey, role: RoleRef<'_>) -> String {
    fn joined<T: AsRef<str>>(items: impl IntoIterator<Item = T>) -> String {
        items.into_iter().map(|item| item.as_ref().to_owned()).collect::<Vec<_>>().join(BETWEEN)
    }
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
        RoleKey::Judged
        | RoleKey::Family
        | RoleKey::WhatItIs
        | RoleKey::EndOfLine
        | RoleKey::Grow
        | RoleKey::Media
        | RoleKey::MoreAt
        | RoleKey::Links
        | RoleKey::LookFor
        | RoleKey::FormerIds
        | RoleKey::Notes => String::new(),
    }
}

/// One line of a table, as RFC 4180 says.
fn line<'c>(cells: impl IntoIterator<Item = &'c str>) -> String {
    let mut line = cells.into_iter().map(cell).collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

/// One cell. A spreadsheet would run what begins like a formula, so an apostrophe stands before it.
fn cell(value: &str) -> String {
    let is_formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let defused = if is_formula { format!("'{value}") } else { value.to_owned() };
    if defused.contains([',', '"', '\n', '\r']) { format!("\"{}\"", defused.replace('"', "\"\"")) } else { defused }
}

/// The roles that `/roles` shows for the same query, in the same order.
pub async fn roles(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let asked = RoleQuery::parse(&catalogue, query.as_deref())?;
    let mut table = line(columns());
    for role in asked.roles() {
        table.push_str(&line(row(catalogue.role_at(role.index)).iter().map(String::as_str)));
    }
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8; header=present"),
        (CONTENT_DISPOSITION, "attachment; filename=\"roles.csv\""),
    ];
    Ok((CachePolicy::Api, headers, table).into_response())
}

#[cfg(test)]
mod tests {
    use super::{cell, line};

    #[test]
    fn a_cell_that_begins_like_a_formula_is_defused() {
        for value in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"] {
            assert!(cell(value).trim_start_matches('"').starts_with('\''), "{value}");
        }
        assert_eq!(cell("1-1=0"), "1-1=0");
        assert_eq!(cell("=a,\"b\""), "\"'=a,\"\"b\"\"\"");
    }

    #[test]
    fn a_cell_with_a_comma_a_quote_or_a_line_break_is_quoted() {
        assert_eq!(line(["a", "b, c", "say \"d\"", "e\nf", ""]), "a,\"b, c\",\"say \"\"d\"\"\",\"e\nf\",\r\n");
    }
}
