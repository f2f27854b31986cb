//! What every answer of the API says beside its own content.

use axum::Json;
use axum::response::{IntoResponse as _, Response};
use serde::{Serialize, Serializer};

use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::{Catalogue, Entities};
use crate::web::http::headers::CachePolicy;
use crate::web::links;
use crate::web::query;
use crate::web::query::paging::Paging;
use crate::web::query::parameters::{self, Parameter};
use crate::web::state::CurrentCatalogue;
use crate::web::view::api_error::ApiError;

/// A body with the version of the data and its licence.
#[derive(Serialize)]
struct Answer<'a, B> {
    revision: &'a str,
    data_licence: Option<&'a str>,
    #[serde(flatten)]
    body: B,
}

/// The response with a body, which is an object.
pub fn answer(catalogue: &Catalogue, body: impl Serialize) -> Response {
    let data_licence = catalogue.site().data_licence.as_ref().map(|licence| licence.url.as_str());
    (CachePolicy::Api, Json(Answer { revision: catalogue.revision(), data_licence, body })).into_response()
}

/// A part of a list, under the name of the list.
#[derive(Serialize)]
pub struct ListPart<'a, T, M> {
    total: usize,
    limit: usize,
    offset: usize,
    /// The whole address of the next part; none for the last.
    next: Option<String>,
    #[serde(flatten)]
    entries: UnderName<'a, T>,
    #[serde(flatten)]
    more: M,
}

struct UnderName<'a, T>(&'a str, Vec<T>);

impl<T: Serialize> Serialize for UnderName<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([(self.0, &self.1)])
    }
}

/// What is asked of an address of the API, where nothing is wrong with it.
pub struct ApiQuery {
    pairs: Vec<(String, String)>,
}

impl ApiQuery {
    /// Reads a query.
    ///
    /// # Errors
    ///
    /// What is wrong with its parameters.
    pub fn parse(catalogue: &CurrentCatalogue, query: Option<&str>, takes: &[Parameter<'_>]) -> Result<Self, ApiError> {
        let pairs = query::pairs(query);
        match parameters::check(catalogue, &pairs, takes) {
            Ok(()) => Ok(Self { pairs }),
            Err(wrong) => Err(ApiError::wrong_parameters(catalogue, wrong)),
        }
    }

    /// The part that is asked for of a list, and what the list says besides.
    pub fn part<'n, T, U, M>(
        &self,
        catalogue: &Catalogue,
        path: &str,
        name: &'n str,
        entries: Vec<T>,
        body: impl Fn(T) -> U,
        more: M,
    ) -> ListPart<'n, U, M> {
        let (paging, total) = (Paging::parse(&self.pairs), entries.len());
        ListPart {
            total,
            limit: paging.limit,
            offset: paging.offset,
            next: paging.next(path, &self.pairs, total).map(|next| links::absolute(catalogue.site(), &next)),
            entries: UnderName(name, paging.part(entries).map(body).collect()),
            more,
        }
    }
}

/// The ids of sources.
pub fn sources<'a>(entities: &'a Entities, sources: &[SourceIndex]) -> Vec<&'a str> {
    entities.sources_at(sources).map(|source| source.id.as_str()).collect()
}
