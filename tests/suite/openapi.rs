//! `/api/v1/openapi.json`: what the API says of itself is what it does.

use career_pathways::catalogue::filter::Facet;
use serde_json::{Map, Value, json};

use crate::architecture::{files, web_code};
use crate::support::{TestSite, catalogue};

async fn description() -> Value {
    let answer = TestSite::new().get("/api/v1/openapi.json").await.ok();
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    answer.json()
}

/// Takes every object's properties for all that it may have.
fn strict(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if fields.get("type") == Some(&json!("object")) && fields.contains_key("properties") {
                fields.insert("additionalProperties".to_owned(), json!(false));
            }
            fields.values_mut().for_each(strict);
        }
        Value::Array(items) => items.iter_mut().for_each(strict),
        _ => {}
    }
}

/// What is wrong with an answer, by the schema that the description gives for it.
fn faults(description: &Value, path: &str, status: &str, answer: &Value) -> Vec<String> {
    let pointer = format!("/paths/{}/get/responses/{status}", path.replace('/', "~1"));
    let mut response = description.pointer(&pointer).unwrap_or_else(|| panic!("{path} does not describe {status}"));
    if let Some(reference) = response.get("$ref") {
        response = description.pointer(reference.as_str().unwrap().trim_start_matches('#')).unwrap();
    }
    let mut schema = Map::new();
    schema.insert("components".to_owned(), description["components"].clone());
    schema.insert("allOf".to_owned(), json!([response["content"]["application/json"]["schema"]]));
    let mut schema = Value::Object(schema);
    strict(&mut schema);
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    validator.iter_errors(answer).map(|error| format!("{path}: {error} at {}", error.instance_path())).collect()
}

#[tokio::test]
async fn every_route_of_the_api_is_described_and_every_described_path_is_a_route() {
    let description = description().await;
    let described: Vec<&String> = description["paths"].as_object().unwrap().keys().collect();
    let routes = web_code::routes(&files("src"));
    for route in routes.iter().filter(|route| route.starts_with("/api/") || route.ends_with(".csv")) {
        assert!(described.contains(&route), "{route} is not described");
    }
    for path in described {
        assert!(routes.contains(path), "{path} is no route");
    }
}

#[tokio::test]
async fn real_answers_are_as_described() {
    let (site, description) = (TestSite::new(), description().await);
    let mut found = Vec::new();
    for query in ["", "?level=entry&setting=social", "?level=boss", "?q=zzzzz"] {
        let answer = site.get(&format!("/api/v1/roles{query}")).await.ok().json();
        found.extend(faults(&description, "/api/v1/roles", "200", &answer));
    }
    for role in catalogue().roles() {
        let answer = site.get(&format!("/api/v1/roles/{}", role.id)).await.ok().json();
        found.extend(faults(&description, "/api/v1/roles/{role}", "200", &answer));
    }
    let graph = site.get("/api/v1/graph").await.ok().json();
    found.extend(faults(&description, "/api/v1/graph", "200", &graph));
    for query in [
        "from=none&to=ward-nurse",
        "from=home-helper&to=ward-nurse",
        "from=ward-nurse&to=ward-nurse",
        "from=ward-nurse&to=hospital-mover",
        "from=ward-nurse",
        "from=none",
        "to=ward-nurse",
    ] {
        for wish in ["", "&no-degree=yes", "&keep-earning=yes&setting=social"] {
            let answer = site.get(&format!("/api/v1/journeys?{query}{wish}")).await.ok().json();
            found.extend(faults(&description, "/api/v1/journeys", "200", &answer));
        }
    }
    let lost = site.get("/api/v1/journeys?from=hospital-mover&to=nobody").await.status(404).json();
    found.extend(faults(&description, "/api/v1/journeys", "404", &lost));
    let incomplete = site.get("/api/v1/journeys").await.status(400).json();
    found.extend(faults(&description, "/api/v1/journeys", "400", &incomplete));
    let missing = site.get("/api/v1/roles/nobody").await.status(404).json();
    found.extend(faults(&description, "/api/v1/roles/{role}", "404", &missing));
    let refused = site.get(&format!("/api/v1/roles?{}", "q=a&".repeat(40))).await.status(400).json();
    found.extend(faults(&description, "/api/v1/roles", "400", &refused));
    found.truncate(10);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[tokio::test]
async fn the_description_would_catch_a_field_that_is_missing_or_new() {
    let (site, description) = (TestSite::new(), description().await);
    let role = site.get("/api/v1/roles/ward-nurse").await.ok().json();
    let path = "/api/v1/roles/{role}";
    let mut fewer = role.clone();
    fewer.as_object_mut().unwrap().remove("title");
    assert_eq!(faults(&description, path, "200", &fewer).len(), 1);
    let mut more = role.clone();
    more["pay"] = json!(1);
    assert_eq!(faults(&description, path, "200", &more).len(), 1);
    let mut wrong = role;
    wrong["levels"] = json!(["boss"]);
    assert_eq!(faults(&description, path, "200", &wrong).len(), 1);
}

#[tokio::test]
async fn every_filter_is_described_with_the_values_it_takes() {
    let description = description().await;
    let catalogue = catalogue();
    for facet in Facet::ALL {
        let schema = &description["components"]["parameters"][facet.key()]["schema"]["items"];
        let Some(values) = schema["enum"].as_array() else {
            assert!(
                matches!(facet, Facet::Category | Facet::Start | Facet::Pay),
                "{facet:?} has a closed list of values"
            );
            continue;
        };
        let values: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
        assert_eq!(values, catalogue.filters().options(facet).collect::<Vec<_>>(), "{facet:?}");
    }
}

#[tokio::test]
async fn every_reference_of_the_description_leads_somewhere() {
    let description = description().await;
    assert_eq!(description["openapi"], "3.1.0");
    let mut open = vec![&description];
    while let Some(value) = open.pop() {
        if let Some(reference) = value.get("$ref").and_then(Value::as_str) {
            assert!(description.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
        }
        match value {
            Value::Object(fields) => open.extend(fields.values()),
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
}
