//! The JSON API: its own types, never the model's.

pub mod description;
mod job_facts;
pub mod journeys;

use axum::Json;
use axum::extract::RawQuery;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::catalogue::filter::Facet;
use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::model::reference::Change;
use crate::catalogue::model::role::EntryRoute;
use crate::catalogue::{Catalogue, Entities, RoleRef, RouteStart};
use crate::web::api::job_facts::{CheckBody, CodesBody, HoursBody, PageBody, PayBody};
use crate::web::extractors::RoleInAddress;
use crate::web::http::headers::CachePolicy;
use crate::web::query::role_query::RoleQuery;
use crate::web::state::CurrentCatalogue;
use crate::web::view::error_page::{ApiError, PageError};
use crate::web::view::search_answer::{found_pages, protected_answer};
use crate::web::view::similar_roles::{SimilarView, similar_roles};

#[derive(Serialize)]
struct RoleList<'a> {
    roles: Vec<RoleBody<'a>>,
    /// The words that were searched, where a slip of the pen was mended.
    mended: Option<&'a str>,
    /// Values of the query that do not exist: they were left out.
    unknown: Vec<UnknownBody<'a>>,
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

#[derive(Serialize)]
struct UnknownBody<'a> {
    parameter: &'a str,
    value: &'a str,
    choose_from: Vec<&'a str>,
}

/// One role.
#[derive(Serialize)]
struct RoleBody<'a> {
    id: &'a str,
    title: &'a str,
    other_titles: &'a [String],
    summary: &'a str,
    levels: Vec<&'a str>,
    settings: Vec<&'a str>,
    categories: Vec<&'a str>,
    contact: Option<&'a str>,
    family: Option<&'a str>,
    judged: Vec<&'a str>,
    what_it_is: String,
    what_you_do: &'a [String],
    where_you_work: &'a [String],
    qualities: &'a [String],
    entry_routes: Vec<EntryRouteBody<'a>>,
    registration: Vec<RegistrationBody<'a>>,
    registration_need: &'a str,
    pay: Vec<PayBody<'a>>,
    hours: Option<HoursBody<'a>>,
    checks: Vec<CheckBody<'a>>,
    progressions: Vec<ProgressionBody<'a>>,
    progressions_from: Vec<ProgressionFromBody<'a>>,
    similar: Vec<SimilarBody<'a>>,
    marks: Vec<&'a str>,
    codes: CodesBody<'a>,
    look_for: &'a [String],
    former_ids: &'a [String],
    notes: &'a [String],
    pages: Vec<PageBody<'a>>,
    changed: Vec<ChangeBody<'a>>,
    sources: Vec<&'a str>,
    reviewed: String,
    review_by: String,
}

/// A job like another.
#[derive(Serialize)]
struct SimilarBody<'a> {
    role: &'a str,
    why: Vec<String>,
}

#[derive(Serialize)]
struct EntryRouteBody<'a> {
    kind: &'a str,
    from: Vec<&'a str>,
    stated: &'a str,
    summary: &'a str,
    requires: &'a [String],
    also: &'a [String],
    subjects: &'a [String],
    level: Option<u8>,
    months: Option<MonthsBody>,
    months_from: Option<u16>,
    months_to: Option<u16>,
    experience_months: Option<MonthsBody>,
    earn: Option<bool>,
    inferred: bool,
    sources: Vec<&'a str>,
}

/// A length of time; without `to`, it is a least one.
#[derive(Serialize)]
struct MonthsBody {
    from: u16,
    to: Option<u16>,
}

#[derive(Serialize)]
struct ChangeBody<'a> {
    text: &'a str,
    url: &'a str,
    published: Option<String>,
    read: String,
    sources: Vec<&'a str>,
}

impl<'a> ChangeBody<'a> {
    fn new(entities: &'a Entities, change: &'a Change) -> Self {
        Self {
            text: &change.text,
            url: &change.url,
            published: change.published.map(|date| date.to_string()),
            read: change.read.to_string(),
            sources: sources(entities, &change.sources),
        }
    }
}

#[derive(Serialize)]
struct RegistrationBody<'a> {
    with: &'a str,
    needed: bool,
    by_law: bool,
    own_profession: bool,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
struct ProgressionBody<'a> {
    to: &'a str,
    direction: &'a str,
    how: Option<&'a str>,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
struct ProgressionFromBody<'a> {
    from: &'a str,
    direction: &'a str,
    how: Option<&'a str>,
    sources: Vec<&'a str>,
}

fn sources<'a>(entities: &'a Entities, sources: &[SourceIndex]) -> Vec<&'a str> {
    entities.sources_at(sources).map(|source| source.id.as_str()).collect()
}

impl<'a> RoleBody<'a> {
    fn new(catalogue: &'a Catalogue, at: RoleRef<'a>) -> Self {
        let (entities, role) = (at.entities(), at.role());
        let sources = |of: &[SourceIndex]| sources(entities, of);
        Self {
            id: role.id.as_str(),
            title: &role.title,
            other_titles: &role.other_titles,
            summary: &role.summary,
            levels: at.levels().map(|info| info.id.as_str()).collect(),
            settings: at.settings().map(|info| info.id.as_str()).collect(),
            categories: at.categories().map(|category| category.id.as_str()).collect(),
            contact: at.contact().map(|info| info.id.as_str()),
            family: at.family().map(|family| family.role().id.as_str()),
            judged: role.judged.iter().map(|fact| fact.id()).collect(),
            what_it_is: role.what_it_is.plain(),
            what_you_do: &role.what_you_do,
            where_you_work: &role.where_you_work,
            qualities: &role.qualities,
            entry_routes: role.entry_routes.iter().map(|route| EntryRouteBody::new(at, route)).collect(),
            registration: at
                .registrations()
                .map(|(item, with)| RegistrationBody {
                    with: with.id.as_str(),
                    needed: item.needed,
                    by_law: item.by_law,
                    own_profession: item.own_profession,
                    sources: sources(&item.sources),
                })
                .collect(),
            registration_need: role.registration_need().id(),
            pay: at.pay().map(|pay| PayBody::new(entities, pay)).collect(),
            hours: role.hours.as_ref().map(|hours| HoursBody::new(entities, hours)),
            checks: role.checks.iter().map(|check| CheckBody::new(entities, check)).collect(),
            progressions: at
                .successors()
                .map(|step| ProgressionBody {
                    to: step.to.id.as_str(),
                    direction: step.direction().id(),
                    how: step.progression.how.as_deref(),
                    sources: sources(&step.progression.sources),
                })
                .collect(),
            progressions_from: at
                .predecessors()
                .map(|step| ProgressionFromBody {
                    from: step.from.id.as_str(),
                    direction: step.direction().id(),
                    how: step.progression.how.as_deref(),
                    sources: sources(&step.progression.sources),
                })
                .collect(),
            similar: similar_roles(catalogue, at).into_iter().map(SimilarBody::new).collect(),
            marks: role.marks.iter().map(|mark| mark.kind.id()).collect(),
            codes: CodesBody::new(entities, &role.codes),
            look_for: &role.look_for,
            former_ids: &role.former_ids,
            notes: &role.notes,
            pages: at.pages().map(PageBody::new).collect(),
            changed: role.changed.iter().map(|change| ChangeBody::new(entities, change)).collect(),
            sources: sources(&role.sources),
            reviewed: role.review.reviewed.to_string(),
            review_by: role.review.review_by.to_string(),
        }
    }
}

impl<'a> SimilarBody<'a> {
    fn new(similar: SimilarView<'a>) -> Self {
        Self { role: similar.role.role().id.as_str(), why: similar.why }
    }
}

impl<'a> EntryRouteBody<'a> {
    fn new(role: RoleRef<'a>, route: &'a EntryRoute) -> Self {
        Self {
            kind: route.kind.id(),
            from: role.starts(route).map(RouteStart::id).collect(),
            stated: route.stated.id(),
            summary: &route.summary,
            requires: &route.requires,
            also: &route.also,
            subjects: &route.subjects,
            level: route.level,
            months: route.months.map(|months| MonthsBody { from: months.from, to: months.to }),
            months_from: route.months.map(|months| months.from),
            months_to: route.months.and_then(|months| months.to),
            experience_months: route.experience.map(|months| MonthsBody { from: months.from, to: months.to }),
            earn: route.earn,
            inferred: route.inferred,
            sources: sources(role.entities(), &route.sources),
        }
    }
}

fn answer(body: impl Serialize) -> Response {
    (CachePolicy::Api, Json(body)).into_response()
}

/// `/api/v1/roles`: the roles that `/roles` shows for the same query, in the same order.
///
/// # Errors
///
/// `search-failed` where the search has no answer.
pub async fn roles(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    let asked = RoleQuery::parse(&catalogue, query.as_deref()).map_err(PageError::from)?;
    let choices = asked.unknown.iter().map(|choice| UnknownBody {
        parameter: choice.facet.key(),
        value: &choice.value,
        choose_from: catalogue.filters().options(choice.facet).collect(),
    });
    let arrangement = asked.misread.iter().map(|misread| UnknownBody {
        parameter: misread.key,
        value: &misread.value,
        choose_from: misread.choose_from.clone(),
    });
    let unknown = choices.chain(arrangement).collect();
    let roles =
        asked.roles().into_iter().map(|role| RoleBody::new(&catalogue, catalogue.role_at(role.index))).collect();
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
    let body = RoleList {
        roles,
        mended: asked.mended(),
        unknown,
        understood: understood.collect(),
        notes: &asked.reading.notes,
        protected,
        also_found: also_found
            .map(|page| FoundBody { kind: page.kind, id: page.id, title: page.title, url: page.href })
            .collect(),
    };
    Ok(answer(body))
}

/// `/api/v1/roles/{role}`: one role.
///
/// # Errors
///
/// `unknown-role` where there is none of this id.
pub async fn role(role: Result<RoleInAddress, PageError>) -> Result<Response, ApiError> {
    let role = role?;
    Ok(answer(RoleBody::new(role.catalogue(), role.role())))
}
