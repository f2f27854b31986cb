//! `/api/v1/openapi.json`: what the API takes and gives, in the words of OpenAPI 3.1.

use std::sync::LazyLock;

use axum::response::Response;
use serde_json::{Map, Value, json};

use crate::catalogue::model::role_keys::{ClosedList, JsonShape, RoleKey};
use crate::catalogue::model::vocabulary::{Contact, Judged, Level, MarkKind, Setting, Term};
use crate::web::api::answer;

/// The paths and parameters of `openapi.json`, with the schemas of `schemas.json` and of a role.
static DESCRIPTION: LazyLock<Value> = LazyLock::new(|| {
    let mut description: Value = serde_json::from_str(include_str!("openapi.json")).unwrap_or_default();
    description["components"]["schemas"] = serde_json::from_str(include_str!("schemas.json")).unwrap_or_default();
    description["components"]["schemas"]["Role"] = role_schema();
    description
});

/// The schema of a role: the keys that the API shows, and the progressions that lead to it.
fn role_schema() -> Value {
    let shown = RoleKey::ALL.iter().filter_map(|key| Some((key.info(), key.info().json?)));
    let mut properties: Map<String, Value> = shown
        .map(|(key, shape)| {
            let mut schema = schema(shape);
            schema["description"] = key.meaning.into();
            (key.name.to_owned(), schema)
        })
        .collect();
    let mut progressions_from = schema(JsonShape::Objects("ProgressionFrom"));
    progressions_from["description"] = "The same arrows, seen from their other end.".into();
    properties.insert("progressions_from".to_owned(), progressions_from);
    json!({
        "type": "object",
        "description": "One job that a person can hold. What no source records is null or an empty list.",
        "required": properties.keys().collect::<Vec<_>>(),
        "properties": properties,
    })
}

/// The schema of a value.
fn schema(shape: JsonShape) -> Value {
    let array = |items: Value| json!({"type": "array", "items": items});
    match shape {
        JsonShape::Text => json!({"type": "string"}),
        JsonShape::OptionalText => json!({"type": ["string", "null"]}),
        JsonShape::Texts => array(json!({"type": "string"})),
        JsonShape::OptionalWord(list) => json!({"anyOf": [one_of(list), {"type": "null"}]}),
        JsonShape::Words(list) => array(one_of(list)),
        JsonShape::Date => json!({"type": "string", "format": "date"}),
        JsonShape::Objects(name) => array(json!({"$ref": format!("#/components/schemas/{name}")})),
    }
}

/// The schema of a word of a closed list.
fn one_of(list: ClosedList) -> Value {
    fn ids<T: Term>(terms: &[T]) -> Vec<&'static str> {
        terms.iter().map(|term| term.id()).collect()
    }
    let words = match list {
        ClosedList::Levels => ids(&Level::OF_ROLES),
        ClosedList::Settings => ids(Setting::ALL),
        ClosedList::Contacts => ids(Contact::ALL),
        ClosedList::Judged => ids(Judged::ALL),
        ClosedList::Marks => ids(MarkKind::ALL),
    };
    json!({"type": "string", "enum": words})
}

/// Describes the API.
pub async fn show() -> Response {
    answer(&*DESCRIPTION)
}
