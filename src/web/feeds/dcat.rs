//! `/dcat.jsonld`: the entry of the data for catalogues of open data, in the terms of DCAT 3.

use axum::extract::RawQuery;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use crate::catalogue::Catalogue;
use crate::site_map;
use crate::web::feeds::tables;
use crate::web::http::headers::CachePolicy;
use crate::web::links;
use crate::web::query;
use crate::web::state::CurrentCatalogue;
use crate::web::view::api_error::ApiError;
use crate::web::view::distributions::{self, Distribution, keywords, last_reviewed};

/// Describes the data.
///
/// # Errors
///
/// `unknown-parameter` (400) where it is asked with any.
pub async fn show(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    tables::check(&catalogue, &query::pairs(query.as_deref()), &[])?;
    let body = graph(&catalogue).to_string();
    Ok((CachePolicy::Api, [(CONTENT_TYPE, "application/ld+json")], body).into_response())
}

fn graph(catalogue: &Catalogue) -> Value {
    let (site, t) = (catalogue.site(), catalogue.interface());
    let at = |path: &str| links::absolute(site, path);
    let id = |value: String| json!({"@id": value});
    let language = t.language().to_string();
    let said = |words: &str| json!({"@value": words, "@language": language});
    let licence = site.data_licence.as_ref().map(|licence| id(licence.url.clone()));
    let publisher = site.publisher.as_ref().unwrap_or(&site.name);
    let publisher = json!({"@type": "foaf:Agent", "foaf:name": said(publisher)});
    let (dataset_id, service_id) = (at("/developers#data"), at("/developers#api"));
    let distribution = |form: Distribution<'_>| {
        let mut entry = json!({
            "@type": "dcat:Distribution",
            "dcterms:title": said(form.title),
            "dcat:accessURL": id(at(form.path)),
            "dcat:downloadURL": id(at(form.path)),
            "dcat:mediaType": id(format!("https://www.iana.org/assignments/media-types/{}", form.media_type)),
        });
        add(&mut entry, "dcterms:license", licence.clone());
        entry
    };
    let forms = distributions::tables(t).into_iter().chain(distributions::whole_lists(t)).map(distribution);
    let mut dataset = json!({
        "@id": dataset_id,
        "@type": "dcat:Dataset",
        "dcterms:title": said(&site.name),
        "dcterms:description": said(&site.about),
        "dcterms:publisher": publisher,
        "dcterms:language": language,
        "dcat:version": catalogue.revision(),
        "dcat:keyword": keywords(catalogue).map(said).collect::<Vec<_>>(),
        "dcat:landingPage": id(at(site_map::DEVELOPERS)),
        "dcat:distribution": forms.collect::<Vec<_>>(),
    });
    let reviewed = last_reviewed(catalogue).map(|day| json!({"@value": day.to_string(), "@type": "xsd:date"}));
    let contact = site.contact.as_ref().map(|contact| {
        json!({"@type": "vcard:Organization", "vcard:fn": publisher["foaf:name"], "vcard:hasEmail": id(links::email(contact))})
    });
    let region = site.region.as_ref().map(|region| json!({"@type": "dcterms:Location", "rdfs:label": said(region)}));
    for (name, value) in [
        ("dcterms:license", licence.clone()),
        ("dcterms:modified", reviewed),
        ("dcat:contactPoint", contact),
        ("dcterms:spatial", region),
    ] {
        add(&mut dataset, name, value);
    }
    let mut service = json!({
        "@id": service_id,
        "@type": "dcat:DataService",
        "dcterms:title": said(t.the_json_api()),
        "dcat:endpointURL": id(at(site_map::API_INDEX)),
        "dcat:endpointDescription": id(at(site_map::API_DESCRIPTION)),
        "dcat:servesDataset": id(dataset_id.clone()),
    });
    add(&mut service, "dcterms:license", licence.clone());
    let mut whole = json!({
        "@id": at("/dcat.jsonld#catalogue"),
        "@type": "dcat:Catalog",
        "dcterms:title": said(&site.name),
        "dcterms:description": said(&site.tagline),
        "dcterms:publisher": publisher,
        "foaf:homepage": id(at(site_map::START)),
        "dcat:dataset": id(dataset_id),
        "dcat:service": id(service_id),
    });
    add(&mut whole, "dcterms:license", licence);
    json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dcterms": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@graph": [whole, dataset, service],
    })
}

/// Adds what is known.
fn add(entry: &mut Value, name: &str, value: Option<Value>) {
    if let Some(value) = value {
        entry[name] = value;
    }
}
