//! `/api/v1/openapi.json`: what the API takes and gives, in the words of OpenAPI 3.1.

mod lists;

use std::sync::LazyLock;

use axum::Json;
use axum::extract::RawQuery;
use axum::response::{IntoResponse as _, Response};
use serde_json::{Map, Value, json};

use crate::catalogue::filter::Facet;
use crate::catalogue::model::role_keys::{ClosedList, JsonShape, RoleKey};
use crate::catalogue::model::vocabulary::{Judged, MarkKind, RegistrationNeed, Term};
use crate::catalogue::{Catalogue, Entities};
use crate::site_map;
use crate::web::api::answer::ApiQuery;
use crate::web::http::headers::CachePolicy;
use crate::web::links;
use crate::web::query::paging;
use crate::web::state::CurrentCatalogue;
use crate::web::view::api_error::ApiError;

/// The paths and parameters of `openapi.json`, with the schemas of `schemas.json`: what holds for any data.
static DESCRIPTION: LazyLock<Value> = LazyLock::new(|| {
    let mut description: Value = serde_json::from_str(include_str!("../openapi.json")).unwrap_or_default();
    let schemas = &mut description["components"]["schemas"];
    *schemas = serde_json::from_str(include_str!("../schemas.json")).unwrap_or_default();
    lists::add_schemas(schemas);
    lists::add_paging(&mut schemas["Roles"]);
    for name in ["Index", "Roles", "Journeys", "Graph"] {
        lists::add_envelope(&mut schemas[name]);
    }
    if let Some(paths) = description["paths"].as_object_mut() {
        lists::add_paths(paths);
        paths.values_mut().for_each(add_responses);
    }
    description
});

/// Adds to an operation what holds for all: how an address is refused, and the header with the version of the data.
fn add_responses(item: &mut Value) {
    let responses = &mut item["get"]["responses"];
    for (status, name) in [("400", "Refused"), ("414", "TooLong")] {
        responses[status] = json!({"$ref": format!("#/components/responses/{name}")});
    }
    responses["200"]["headers"] = json!({"Data-Revision": {"$ref": "#/components/headers/Data-Revision"}});
}

/// The schema of a role: the keys that the API shows, and what is computed.
fn role_schema(entities: &Entities) -> Value {
    let shown = RoleKey::ALL.iter().filter_map(|key| Some((key.info(), key.info().json?)));
    let mut properties: Map<String, Value> = shown
        .map(|(key, shape)| {
            let mut schema = schema(entities, shape);
            schema["description"] = key.meaning.into();
            (key.name.to_owned(), schema)
        })
        .collect();
    let mut what_it_is = schema(entities, JsonShape::Text);
    what_it_is["description"] =
        "The same with its lists and links: HTML of p, ul, ol, li, strong, em and a, with whole addresses.".into();
    properties.insert("what_it_is_html".to_owned(), what_it_is);
    let mut marks = schema(entities, JsonShape::Objects("Mark"));
    marks["description"] = "The same marks, each with the report that says so.".into();
    properties.insert("marks_said".to_owned(), marks);
    let mut searches = schema(entities, JsonShape::Objects("Search"));
    searches["description"] =
        "Where to look for such jobs and courses: searches of other sites, in the area of this one.".into();
    properties.insert("searches".to_owned(), searches);
    let mut url = schema(entities, JsonShape::Text);
    url["description"] = "The page of this site for readers.".into();
    properties.insert("url".to_owned(), url);
    let mut progressions_from = schema(entities, JsonShape::Objects("ProgressionFrom"));
    progressions_from["description"] = "The same arrows, seen from their other end.".into();
    properties.insert("progressions_from".to_owned(), progressions_from);
    let mut registration_need = schema(entities, JsonShape::Word(ClosedList::RegistrationNeeds));
    registration_need["description"] = "What the registrations and the laws that the data knows come to.".into();
    properties.insert("registration_need".to_owned(), registration_need);
    let mut similar = schema(entities, JsonShape::Objects("Similar"));
    similar["description"] = "The jobs most like it, as this site compares them; no source says so.".into();
    properties.insert("similar".to_owned(), similar);
    json!({
        "type": "object",
        "description": "One job that a person can hold. What no source records is null or an empty list.",
        "required": properties.keys().collect::<Vec<_>>(),
        "properties": properties,
    })
}

/// The schema of a value.
fn schema(entities: &Entities, shape: JsonShape) -> Value {
    let array = |items: Value| json!({"type": "array", "items": items});
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    match shape {
        JsonShape::Text => json!({"type": "string"}),
        JsonShape::OptionalText => json!({"type": ["string", "null"]}),
        JsonShape::Texts => array(json!({"type": "string"})),
        JsonShape::OptionalWord(list) => json!({"anyOf": [one_of(entities, list), {"type": "null"}]}),
        JsonShape::Word(list) => one_of(entities, list),
        JsonShape::Words(list) => array(one_of(entities, list)),
        JsonShape::Date => json!({"type": "string", "format": "date"}),
        JsonShape::Object(name) => reference(name),
        JsonShape::OptionalObject(name) => json!({"anyOf": [reference(name), {"type": "null"}]}),
        JsonShape::Objects(name) => array(reference(name)),
    }
}

/// The schema of a word of a closed list.
fn one_of(entities: &Entities, list: ClosedList) -> Value {
    fn ids<T: Term>(terms: &[T]) -> Vec<&'static str> {
        terms.iter().map(|term| term.id()).collect()
    }
    let words: Vec<&str> = match list {
        ClosedList::Levels => entities.levels().of_roles().map(|info| info.id.as_str()).collect(),
        ClosedList::Settings => entities.settings().iter().map(|info| info.id.as_str()).collect(),
        ClosedList::Contacts => entities.contacts().iter().map(|info| info.id.as_str()).collect(),
        ClosedList::Judged => ids(Judged::ALL),
        ClosedList::Marks => ids(MarkKind::ALL),
        ClosedList::RegistrationNeeds => ids(RegistrationNeed::ALL),
    };
    json!({"type": "string", "enum": words})
}

/// The description, with the words of this catalogue's closed lists.
pub(super) fn description(catalogue: &Catalogue) -> Value {
    let mut description = DESCRIPTION.clone();
    let site = catalogue.site();
    description["servers"] = json!([{"url": site.base_url}]);
    description["externalDocs"] = json!({"url": links::absolute(site, site_map::DEVELOPERS)});
    description["x-revision"] = catalogue.revision().into();
    if let Some(licence) = &site.data_licence {
        description["info"]["license"] = json!({"name": licence.title, "url": licence.url});
    }
    if let Some(contact) = &site.contact {
        description["info"]["contact"] = json!({"email": contact});
    }
    let components = &mut description["components"];
    let role = role_schema(catalogue);
    let mut one_role = role.clone();
    lists::add_envelope(&mut one_role);
    components["schemas"]["Role"] = role;
    components["schemas"]["OneRole"] = one_role;
    for facet in Facet::ALL {
        let options = catalogue.filters().options(facet);
        let roles = catalogue.roles().iter().map(|role| role.id.as_str()).filter(|_| facet == Facet::Start);
        let values: Vec<&str> = options.chain(roles).collect();
        components["parameters"][facet.key()]["schema"]["items"] = json!({"type": "string", "enum": values});
    }
    components["parameters"][paging::LIMIT]["schema"]["maximum"] = paging::MOST.into();
    components["parameters"][paging::LIMIT]["schema"]["default"] = paging::MOST.into();
    components["parameters"][paging::OFFSET]["schema"]["maximum"] = paging::LAST.into();
    let node = &mut components["schemas"]["Node"]["properties"];
    node["levels"]["items"] = one_of(catalogue, ClosedList::Levels);
    node["settings"]["items"] = one_of(catalogue, ClosedList::Settings);
    description
}

/// Describes the API.
///
/// # Errors
///
/// `unknown-parameter` (400) where it is asked with any.
pub async fn show(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    ApiQuery::parse(&catalogue, query.as_deref(), &[])?;
    Ok((CachePolicy::Api, Json(description(&catalogue))).into_response())
}
