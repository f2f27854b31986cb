//! The data as tables for spreadsheets: `/roles.csv`, `/progressions.csv`, `/entry-routes.csv`.

mod csv;
mod moves;
mod roles;

use axum::extract::RawQuery;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};

use crate::catalogue::Catalogue;
use crate::catalogue::model::role::Role;
use crate::catalogue::model::table_columns::{ENTRY_ROUTES, PROGRESSIONS, TableColumn};
use crate::site_map;
use crate::web::http::headers::CachePolicy;
use crate::web::query;
use crate::web::query::paging::Paging;
use crate::web::query::parameters;
use crate::web::query::role_query::RoleQuery;
use crate::web::state::CurrentCatalogue;
use crate::web::view::api_error::ApiError;
use crate::web::view::error_page::PageError;

/// A table of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// The roles.
    Roles,
    /// The printed moves from role to role.
    Progressions,
    /// The ways into roles.
    EntryRoutes,
}

impl Table {
    /// Every table.
    pub const ALL: [Self; 3] = [Self::Roles, Self::Progressions, Self::EntryRoutes];

    /// Where it is.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Roles => site_map::ROLES_CSV,
            Self::Progressions => site_map::PROGRESSIONS_CSV,
            Self::EntryRoutes => site_map::ENTRY_ROUTES_CSV,
        }
    }

    /// Its columns, in order.
    #[must_use]
    pub fn columns(self) -> Vec<TableColumn> {
        match self {
            Self::Roles => roles::columns(),
            Self::Progressions => PROGRESSIONS.to_vec(),
            Self::EntryRoutes => ENTRY_ROUTES.to_vec(),
        }
    }

    /// All of it.
    #[must_use]
    pub fn whole(self, catalogue: &Catalogue) -> String {
        match self {
            Self::Roles => self.written(catalogue.role_refs().map(roles::row)),
            Self::Progressions => self.written(moves::progressions(catalogue)),
            Self::EntryRoutes => self.written(moves::entry_routes(catalogue)),
        }
    }

    /// A line of names, and a line for each row.
    fn written(self, rows: impl Iterator<Item: AsRef<[String]>>) -> String {
        let names = csv::line(self.columns().iter().map(|column| column.name));
        rows.fold(names, |table, row| table + &csv::line(row.as_ref().iter().map(String::as_str)))
    }

    fn response(self, table: String) -> Response {
        let name = self.path().trim_start_matches('/');
        let headers = [
            (CONTENT_TYPE, "text/csv; charset=utf-8; header=present".to_owned()),
            (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        ];
        (CachePolicy::Api, headers, table).into_response()
    }
}

/// The roles that `/roles` shows for the same query, in the same order.
///
/// # Errors
///
/// What is wrong with the parameters (400); `search-failed` where the search has no answer.
pub async fn roles(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    let pairs = query::pairs(query.as_deref());
    check(&catalogue, &pairs, &parameters::of_roles(&catalogue))?;
    let asked = RoleQuery::parse(&catalogue, query.as_deref()).map_err(PageError::from)?;
    let row = |role: &Role| roles::row(catalogue.role_at(role.index));
    Ok(Table::Roles.response(Table::Roles.written(Paging::of_table(&pairs).part(asked.roles()).map(row))))
}

/// Every printed move from role to role.
///
/// # Errors
///
/// `unknown-parameter` (400) where it is asked with any.
pub async fn progressions(catalogue: CurrentCatalogue, query: RawQuery) -> Result<Response, ApiError> {
    whole(&catalogue, Table::Progressions, query)
}

/// Every way into a role.
///
/// # Errors
///
/// `unknown-parameter` (400) where it is asked with any.
pub async fn entry_routes(catalogue: CurrentCatalogue, query: RawQuery) -> Result<Response, ApiError> {
    whole(&catalogue, Table::EntryRoutes, query)
}

fn whole(catalogue: &CurrentCatalogue, table: Table, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    check(catalogue, &query::pairs(query.as_deref()), &[])?;
    Ok(table.response(table.whole(catalogue)))
}

/// Refuses parameters that an address does not take.
pub(super) fn check(
    catalogue: &CurrentCatalogue,
    pairs: &[(String, String)],
    takes: &[parameters::Parameter<'_>],
) -> Result<(), ApiError> {
    parameters::check(catalogue, pairs, takes).map_err(|wrong| ApiError::wrong_parameters(catalogue, wrong))
}
