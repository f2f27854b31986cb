//! `/api/v1/roles`: the roles as JSON.

use axum::extract::RawQuery;
use axum::response::Response;
use serde::Serialize;

use crate::catalogue::filter::Facet;
use crate::catalogue::model::role::Role;
use crate::site_map;
use crate::web::api::answer::{ApiQuery, answer};
use crate::web::api::role_body::RoleBody;
use crate::web::extractors::RoleInAddress;
use crate::web::query::parameters;
use crate::web::query::role_query::RoleQuery;
use crate::web::state::CurrentCatalogue;
use crate::web::view::api_error::ApiError;
use crate::web::view::error_page::PageError;
use crate::web::view::search_answer::{found_pages, protected_answer};

/// What a list of roles says beside the roles.
#[derive(Serialize)]
struct SearchNotes<'a> {
    /// The words that were searched, where a misspelling was corrected.
    mended: Option<&'a str>,
    /// Choices that were read in the words.
    understood: Vec<UnderstoodBody<'a>>,
    /// What is said where the data cannot answer.
    notes: &'a [String],
    /// A protected title that no role has.
    protected: Option<ProtectedBody<'a>>,
    /// Guides, pathways and organisations that the words find.
    also_found: Vec<FoundBody<'a>>,
}

/// A choice that was read in the words.
#[derive(Serialize)]
struct UnderstoodBody<'a> {
    words: &'a str,
    parameter: &'a str,
    value: &'a str,
}

/// A protected title that no role has.
#[derive(Serialize)]
struct ProtectedBody<'a> {
    title: &'a str,
    register: &'a str,
    related: Vec<&'a str>,
}

/// A guide, pathway or organisation.
#[derive(Serialize)]
struct FoundBody<'a> {
    kind: &'static str,
    id: &'a str,
    title: &'a str,
    url: Option<String>,
}

/// `/api/v1/roles`: the roles that `/roles` shows for the same query, in the same order.
///
/// # Errors
///
/// What is wrong with the parameters (400); `search-failed` where the search has no answer.
pub async fn roles(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    let paged = ApiQuery::parse(&catalogue, query.as_deref(), &parameters::of_roles(&catalogue))?;
    let asked = RoleQuery::parse(&catalogue, query.as_deref()).map_err(PageError::from)?;
    let understood = asked.reading.choices.iter().flat_map(|read| {
        let body = |(facet, value)| UnderstoodBody { words: &read.said, parameter: Facet::key(facet), value };
        read.choices.iter().map(|(facet, value)| (*facet, value.as_str())).map(body)
    });
    let protected = protected_answer(&asked).map(|found| ProtectedBody {
        title: found.title,
        register: found.register.id.as_str(),
        related: found.related.iter().map(|role| role.id.as_str()).collect(),
    });
    let also_found = found_pages(&catalogue, asked.pages()).into_iter();
    let notes = SearchNotes {
        mended: asked.mended(),
        understood: understood.collect(),
        notes: &asked.reading.notes,
        protected,
        also_found: also_found
            .map(|page| FoundBody { kind: page.kind, id: page.id, title: page.title, url: page.href })
            .collect(),
    };
    let body = |role: &Role| RoleBody::new(&catalogue, catalogue.role_at(role.index));
    Ok(answer(&catalogue, paged.part(&catalogue, site_map::API_ROLES, "roles", asked.roles(), body, notes)))
}

/// `/api/v1/roles/{role}`: one role.
///
/// # Errors
///
/// `unknown-role` (404) where there is none of this id.
pub async fn role(role: Result<RoleInAddress, PageError>, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    let role = role?;
    ApiQuery::parse(role.catalogue(), query.as_deref(), &[])?;
    Ok(answer(role.catalogue(), RoleBody::new(role.catalogue(), role.role())))
}
