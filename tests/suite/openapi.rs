//! `/api/v1/openapi.json`: what the API says of itself is what it does.

use career_pathways::catalogue::filter::Facet;
use career_pathways::site_map::is_open_data;
use career_pathways::web::links;
use career_pathways::web::query::data_list::DataList;
use serde_json::{Map, Value, json};

use crate::architecture::{files, web_code};
use crate::checks::base;
use crate::support::{TestSite, catalogue, catalogue_of, files_of};

/// A folder with other lists, in Welsh.
const HUB: &str = "tests/fixtures/other-hub";

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
    let of_lists = |path: &String| {
        let name = path.strip_prefix("/api/v1/").and_then(|rest| rest.split('/').next());
        name.and_then(DataList::named).is_some()
    };
    let is_open_data = |route: &&String| is_open_data(route) && !route.starts_with("/api/v1/{");
    for route in routes.iter().filter(is_open_data) {
        assert!(described.contains(&route), "{route} is not described");
    }
    for path in described {
        assert!(routes.contains(path) || of_lists(path), "{path} is no route");
    }
    for list in DataList::ALL {
        assert!(description["paths"].get(links::api_list(list.name())).is_some(), "{list:?} is not described");
    }
}

#[tokio::test]
async fn real_answers_are_as_described() {
    let (site, description) = (TestSite::new(), description().await);
    let mut found = Vec::new();
    for query in ["", "?level=entry&setting=social", "?limit=1&offset=1", "?q=zzzzz"] {
        let answer = site.get(&format!("/api/v1/roles{query}")).await.ok().json();
        found.extend(faults(&description, "/api/v1/roles", "200", &answer));
    }
    for role in catalogue().roles() {
        let answer = site.get(&format!("/api/v1/roles/{}", role.id)).await.ok().json();
        found.extend(faults(&description, "/api/v1/roles/{role}", "200", &answer));
    }
    let index = site.get("/api/v1").await.ok().json();
    found.extend(faults(&description, "/api/v1", "200", &index));
    for site in [&site, &TestSite::of(catalogue_of(base())), &TestSite::of(catalogue_of(files_of(HUB)))] {
        // The words of lists are those of another catalogue.
        let description = site.get("/api/v1/openapi.json").await.ok().json();
        for list in DataList::ALL {
            let path = links::api_list(list.name());
            found.extend(faults(&description, &path, "200", &site.get(&path).await.ok().json()));
            for id in list.ids(site.state.snapshot().catalogue()) {
                let answer = site.get(&links::api_entry(list.name(), id)).await.ok().json();
                found.extend(faults(&description, &format!("{path}/{{id}}"), "200", &answer));
            }
        }
        for role in site.state.snapshot().catalogue().roles() {
            let answer = site.get(&links::api_role(&role.id)).await.ok().json();
            found.extend(faults(&description, "/api/v1/roles/{role}", "200", &answer));
        }
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
    for query in [&"q=a&".repeat(40), "level=boss", "colour=red&sort=up", "sort=title&sort=level", "limit=0"] {
        let refused = site.get(&format!("/api/v1/roles?{query}")).await.status(400).json();
        found.extend(faults(&description, "/api/v1/roles", "400", &refused));
    }
    let long = site.get(&format!("/api/v1/roles?q={}", "a".repeat(3_000))).await.status(414).json();
    found.extend(faults(&description, "/api/v1/roles", "414", &long));
    let unknown = site.get("/api/v1/levels/boss").await.status(404).json();
    found.extend(faults(&description, "/api/v1/levels/{id}", "404", &unknown));
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
        let values: Vec<&str> = schema["enum"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let roles = catalogue.roles().iter().map(|role| role.id.as_str()).filter(|_| facet == Facet::Start);
        assert_eq!(values, catalogue.filters().options(facet).chain(roles).collect::<Vec<_>>(), "{facet:?}");
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
