//! `/roles.csv`: the roles as a table for spreadsheets.

use axum::extract::RawQuery;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};

use crate::catalogue::RoleRef;
use crate::web::http::headers::CachePolicy;
use crate::web::links;
use crate::web::query::role_query::RoleQuery;
use crate::web::state::CurrentCatalogue;

/// What stands between several values in one cell.
const BETWEEN: &str = "; ";

const COLUMNS: [&str; 19] = [
    "id",
    "title",
    "other_titles",
    "summary",
    "levels",
    "settings",
    "categories",
    "contact",
    "what_you_do",
    "where_you_work",
    "qualities",
    "ways_in",
    "registration",
    "progressions",
    "marks",
    "sources",
    "reviewed",
    "review_by",
    "address",
];

/// One role as a row, in the order of [`COLUMNS`].
fn row(role: RoleRef<'_>) -> [String; COLUMNS.len()] {
    fn joined<T: AsRef<str>>(items: impl IntoIterator<Item = T>) -> String {
        items.into_iter().map(|item| item.as_ref().to_owned()).collect::<Vec<_>>().join(BETWEEN)
    }
    let ways_in = role.entry_routes.iter().map(|route| format!("{}: {}", route.kind.id(), route.summary));
    let registration = role.registrations().map(|(item, with)| {
        let needed = if item.needed { "needed" } else { "possible" };
        format!("{} ({needed})", with.id)
    });
    [
        role.id.to_string(),
        role.title.clone(),
        joined(&role.other_titles),
        role.summary.clone(),
        joined(role.levels.iter().map(|level| level.id())),
        joined(role.settings.iter().map(|setting| setting.id())),
        joined(role.categories().map(|category| category.id.as_str())),
        role.contact.map_or("", |contact| contact.id()).to_owned(),
        joined(&role.what_you_do),
        joined(&role.where_you_work),
        joined(&role.qualities),
        joined(ways_in),
        joined(registration),
        joined(role.successors().map(|step| step.to().role().id.as_str())),
        joined(role.marks.iter().map(|mark| mark.kind.id())),
        joined(role.sources().map(|source| source.id.as_str())),
        role.review.reviewed.to_string(),
        role.review.review_by.to_string(),
        links::absolute(role.entities().site(), &links::role(&role.id)),
    ]
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
pub async fn roles(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Response {
    let asked = RoleQuery::parse(&catalogue, query.as_deref());
    let mut table = line(COLUMNS);
    for role in asked.roles() {
        table.push_str(&line(row(catalogue.role_at(role.index)).iter().map(String::as_str)));
    }
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8; header=present"),
        (CONTENT_DISPOSITION, "attachment; filename=\"roles.csv\""),
    ];
    (CachePolicy::Api, headers, table).into_response()
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
