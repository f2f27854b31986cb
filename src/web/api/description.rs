//! `/api/v1/openapi.json`: what the API takes and gives, in the words of OpenAPI 3.1.

use std::sync::LazyLock;

use axum::response::Response;
use serde_json::{Map, Value, json};

use crate::catalogue::Entities;
use crate::catalogue::filter::Facet;
use crate::catalogue::model::role_keys::{ClosedList, JsonShape, RoleKey};
use crate::catalogue::model::vocabulary::{Judged, MarkKind, RegistrationNeed, Term};
use crate::web::api::answer;
use crate::web::state::CurrentCatalogue;

/// The paths and parameters of `openapi.json`, with the schemas of `schemas.json`: what holds for any data.
static DESCRIPTION: LazyLock<Value> = LazyLock::new(|| {
    let mut description: Value = serde_json::from_str(include_str!("openapi.json")).unwrap_or_default();
    description["components"]["schemas"] = serde_json::from_str(include_str!("schemas.json")).unwrap_or_default();
    description
});

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

/// Describes the API, with the words of this catalogue's closed lists.
pub async fn show(catalogue: CurrentCatalogue) -> Response {
    let mut description = DESCRIPTION.clone();
    let components = &mut description["components"];
    components["schemas"]["Role"] = role_schema(&catalogue);
    for (facet, list) in [
        (Facet::Level, ClosedList::Levels),
        (Facet::Setting, ClosedList::Settings),
        (Facet::Contact, ClosedList::Contacts),
    ] {
        components["parameters"][facet.key()]["schema"]["items"] = one_of(&catalogue, list);
    }
    let node = &mut components["schemas"]["Node"]["properties"];
    node["levels"]["items"] = one_of(&catalogue, ClosedList::Levels);
    node["settings"]["items"] = one_of(&catalogue, ClosedList::Settings);
    answer(&description)
}
