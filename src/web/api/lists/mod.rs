//! `/api/v1/{list}` and `/api/v1/{list}/{entry}`: what roles refer to, and the guides and pathways.

mod guidance;
mod origins;
mod pay;
mod terms;

use axum::extract::{Path, RawQuery};
use axum::response::Response;
use serde::Serialize;

use crate::web::api::answer::{ApiQuery, answer};
use crate::web::api::lists::guidance::{GuideBody, PathwayBody};
use crate::web::api::lists::origins::{FigureBody, OrganisationBody, RegulatorBody, SearchServiceBody, SourceBody};
use crate::web::api::lists::pay::PaySchemeBody;
use crate::web::api::lists::terms::{CategoryBody, ContactBody, LevelBody, QualificationBody, SettingBody};
use crate::web::links;
use crate::web::query::data_list::DataList;
use crate::web::query::parameters;
use crate::web::state::CurrentCatalogue;
use crate::web::view::api_error::ApiError;

/// `/api/v1/{list}`: every entry, in the order of the data.
///
/// # Errors
///
/// `not-found` (404) where there is no such list.
pub async fn list(
    catalogue: CurrentCatalogue,
    Path(name): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, ApiError> {
    let Some(list) = DataList::named(&name) else { return Err(ApiError::unknown_list(&catalogue, &name)) };
    let asked = ApiQuery::parse(&catalogue, query.as_deref(), &parameters::of_pages())?;
    entries(&catalogue, list, &Asked::All(asked))
}

/// `/api/v1/{list}/{entry}`: one entry.
///
/// # Errors
///
/// `not-found` (404) where there is no such list; `unknown-id` (404) where the list has no such entry.
pub async fn entry(
    catalogue: CurrentCatalogue,
    Path((name, id)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response, ApiError> {
    let Some(list) = DataList::named(&name) else { return Err(ApiError::unknown_list(&catalogue, &name)) };
    ApiQuery::parse(&catalogue, query.as_deref(), &[])?;
    match list.ids(&catalogue).iter().position(|known| *known == id) {
        Some(position) => entries(&catalogue, list, &Asked::One(&id, position)),
        None => Err(ApiError::unknown_entry(&catalogue, list, &id)),
    }
}

/// What is asked of a list.
enum Asked<'a> {
    /// All of it, or the part that a query names.
    All(ApiQuery),
    /// The entry of this id, at this position.
    One(&'a str, usize),
}

fn entries(catalogue: &CurrentCatalogue, list: DataList, asked: &Asked<'_>) -> Result<Response, ApiError> {
    let of = Entries { catalogue, list, asked };
    match list {
        DataList::Levels => of.answer(catalogue.levels().iter(), |it| LevelBody::new(catalogue, it)),
        DataList::Settings => of.answer(catalogue.settings(), |it| SettingBody::new(catalogue, it)),
        DataList::Contact => of.answer(catalogue.contacts(), |it| ContactBody::new(catalogue, it)),
        DataList::Categories => of.answer(catalogue.categories(), |it| CategoryBody::new(catalogue, it)),
        DataList::Qualifications => {
            of.answer(catalogue.qualifications().iter(), |it| QualificationBody::new(catalogue, it))
        }
        DataList::Sources => of.answer(catalogue.sources(), SourceBody::new),
        DataList::Organisations => of.answer(catalogue.organisations(), |it| OrganisationBody::new(catalogue, it)),
        DataList::Regulators => of.answer(catalogue.regulators().iter(), |it| RegulatorBody::new(catalogue, it)),
        DataList::Facts => of.answer(catalogue.figures(), |it| FigureBody::new(catalogue, it)),
        DataList::Pay => of.answer(catalogue.pay_schemes(), |it| PaySchemeBody::new(catalogue, it)),
        DataList::Guides => of.answer(catalogue.guides(), |it| GuideBody::new(catalogue, it)),
        DataList::Pathways => of.answer(catalogue.pathways(), |it| PathwayBody::new(catalogue, it)),
        DataList::Links => of.answer(catalogue.search_services(), SearchServiceBody::new),
    }
}

/// A list, and what is asked of it.
struct Entries<'a> {
    catalogue: &'a CurrentCatalogue,
    list: DataList,
    asked: &'a Asked<'a>,
}

impl Entries<'_> {
    fn answer<T, B: Serialize>(
        &self,
        entries: impl IntoIterator<Item = T>,
        body: impl Fn(T) -> B,
    ) -> Result<Response, ApiError> {
        let mut entries = entries.into_iter();
        let name = self.list.name();
        match self.asked {
            Asked::All(query) => {
                let path = links::api_list(name);
                Ok(answer(self.catalogue, query.part(self.catalogue, &path, name, entries.collect(), body, ())))
            }
            Asked::One(id, position) => match entries.nth(*position) {
                Some(entry) => Ok(answer(self.catalogue, body(entry))),
                None => Err(ApiError::unknown_entry(self.catalogue, self.list, id)),
            },
        }
    }
}
