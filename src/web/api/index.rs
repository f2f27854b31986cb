//! `/api/v1`: what the API has.

use axum::extract::RawQuery;
use axum::response::Response;
use serde::Serialize;
use serde_json::Value;

use crate::catalogue::model::reference::DataLicence;
use crate::site_map;
use crate::web::api::answer::{ApiQuery, answer};
use crate::web::api::description::description;
use crate::web::links;
use crate::web::state::CurrentCatalogue;
use crate::web::view::api_error::ApiError;

#[derive(Serialize)]
struct Index<'a> {
    title: &'a str,
    about: &'a str,
    region: Option<&'a str>,
    publisher: Option<&'a str>,
    contact: Option<&'a str>,
    licence_title: Option<&'a str>,
    attribution: Option<&'a str>,
    documentation: String,
    openapi: String,
    addresses: Vec<AddressBody>,
}

/// An address of open data, as the description has it.
#[derive(Serialize)]
struct AddressBody {
    address: String,
    what: Value,
    takes: Vec<Value>,
}

/// Lists every address, with what is there and the names of its parameters.
///
/// # Errors
///
/// `unknown-parameter` (400) where it is asked with any.
pub async fn show(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    ApiQuery::parse(&catalogue, query.as_deref(), &[])?;
    let (site, described) = (catalogue.site(), description(&catalogue));
    let name = |parameter: &Value| match parameter["$ref"].as_str() {
        Some(reference) => described.pointer(reference.trim_start_matches('#')).map(|found| found["name"].clone()),
        None => (parameter["in"] == "query").then(|| parameter["name"].clone()),
    };
    let address = |(path, item): (&String, &Value)| AddressBody {
        address: links::absolute(site, path),
        what: item["get"]["summary"].clone(),
        takes: item["get"]["parameters"].as_array().into_iter().flatten().filter_map(name).collect(),
    };
    let licence = site.data_licence.as_ref();
    let index = Index {
        title: &site.name,
        about: &site.about,
        region: site.region.as_deref(),
        publisher: site.publisher.as_deref(),
        contact: site.contact.as_deref(),
        licence_title: licence.map(|licence| licence.title.as_str()),
        attribution: licence.and_then(|licence: &DataLicence| licence.attribution.as_deref()),
        documentation: links::absolute(site, site_map::DEVELOPERS),
        openapi: links::absolute(site, site_map::API_DESCRIPTION),
        addresses: described["paths"].as_object().into_iter().flatten().map(address).collect(),
    };
    Ok(answer(&catalogue, index))
}
