//! The open data: fields that others rely on.

use serde_json::{Value, json};

use crate::checks::base;
use crate::support::{TestSite, catalogue, catalogue_of};

/// The ids of a list of roles.
fn ids(answer: &Value) -> Vec<String> {
    let roles = answer["roles"].as_array().unwrap();
    roles.iter().map(|role| role["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_role_has_the_fields_that_others_rely_on() {
    let role = TestSite::new().get("/api/v1/roles/ward-nurse").await.ok().json();
    assert_eq!(role["id"], "ward-nurse");
    assert_eq!(role["title"], "Ward Nurse");
    assert!(role["other_titles"].is_array());
    assert!(role["summary"].is_string());
    assert_eq!(role["levels"], json!(["mid"]));
    assert_eq!(role["settings"], json!(["primary", "secondary", "social"]));
    assert_eq!(role["categories"][0], "nursing");
    assert_eq!(role["contact"], "clinical");
    assert_eq!(role["sources"][0], "hub");
    let apprenticeship = |route: &&Value| route["kind"] == "degree-apprenticeship" && route["level"] == 6;
    assert!(role["entry_routes"].as_array().unwrap().iter().find(apprenticeship).is_some());
    let next = |step: &&Value| step["to"] == "surgery-nurse";
    let step = role["progressions"].as_array().unwrap().iter().find(next).unwrap();
    assert_eq!(step["direction"], "same-level");
    assert_eq!(step["sources"], json!(["hub"]));
    let before = |step: &&Value| step["from"] == "enrolled-nurse";
    let step = role["progressions_from"].as_array().unwrap().iter().find(before).unwrap();
    assert_eq!(step["direction"], "up");
}

#[tokio::test]
async fn every_role_of_the_list_is_the_role_at_its_own_address() {
    let site = TestSite::new();
    let list = site.get("/api/v1/roles").await.ok().json();
    assert_eq!(ids(&list).len(), catalogue().roles().len());
    for role in list["roles"].as_array().unwrap() {
        let id = role["id"].as_str().unwrap();
        let mut alone = site.get(&format!("/api/v1/roles/{id}")).await.ok().json();
        alone.as_object_mut().unwrap().retain(|key, _| key != "revision" && key != "data_licence");
        assert_eq!(alone, *role);
    }
}

#[tokio::test]
async fn what_leads_on_and_what_leads_here_mirror_each_other() {
    let list = TestSite::new().get("/api/v1/roles").await.ok().json();
    let roles = list["roles"].as_array().unwrap();
    let steps = |field: &str, ends: fn(&Value, &Value) -> String| {
        let of = |role: &Value| role[field].as_array().unwrap().iter().map(|step| ends(role, step)).collect::<Vec<_>>();
        let mut all: Vec<String> = roles.iter().flat_map(of).collect();
        all.sort();
        all
    };
    let forward = steps("progressions", |role, step| format!("{} {} {}", role["id"], step["to"], step["direction"]));
    let back =
        steps("progressions_from", |role, step| format!("{} {} {}", step["from"], role["id"], step["direction"]));
    assert!(forward.len() > 20);
    assert_eq!(forward, back);
}

#[tokio::test]
async fn the_list_gives_the_roles_of_the_page_in_their_order() {
    let site = TestSite::new();
    for query in [
        "",
        "?level=entry",
        "?level=entry&level=leadership&setting=social",
        "?category=nursing&contact=clinical",
        "?start=gcse&route=apprenticeship",
        "?q=care",
        "?q=care&setting=primary",
        "?q=zzzzzzzz",
    ] {
        let mut shown: Vec<String> = Vec::new();
        let mut pages = vec![format!("/roles{query}")];
        while let Some(address) = pages.pop() {
            let page = site.get(&address).await.ok();
            shown.extend(
                page.links_in("main .cards h3").iter().map(|link| link.trim_start_matches("/roles/").to_owned()),
            );
            pages.extend(page.attributes_of("main a[rel=next]", "href"));
        }
        assert_eq!(ids(&site.get(&format!("/api/v1/roles{query}")).await.ok().json()), shown, "{query}");
    }
}

#[tokio::test]
async fn a_role_that_does_not_exist_is_answered_with_the_nearest() {
    let answer = TestSite::new().get("/api/v1/roles/ward-nures").await.status(404);
    assert_eq!(answer.header("content-type"), "application/json");
    let error = &answer.json()["error"];
    assert_eq!(error["code"], "unknown-role");
    assert!(error["message"].as_str().unwrap().contains("ward-nures"));
    assert!(error["did_you_mean"].as_array().unwrap().contains(&json!("ward-nurse")));
}

#[tokio::test]
async fn an_address_of_the_api_that_does_not_exist_is_answered_in_json() {
    let answer = TestSite::new().get("/api/v1/nowhere").await.status(404);
    assert_eq!(answer.json()["error"]["code"], "not-found");
}

#[tokio::test]
async fn another_title_of_a_role_leads_to_the_role() {
    let answer = TestSite::new().get("/api/v1/roles/dietist").await.status(308);
    assert_eq!(answer.header("location"), "/api/v1/roles/food-adviser");
}

#[tokio::test]
async fn a_role_has_its_pay_with_the_sums_its_hours_checks_codes_and_pages() {
    let site = TestSite::of(catalogue_of(base()));
    let role = site.get("/api/v1/roles/nurse").await.ok().json();
    let pay = json!({
        "scheme": "county", "bands": ["5"], "later": ["8a"], "from": 30000, "to": 36000, "as_of": "2026-04",
        "sources": ["handbook"]
    });
    assert_eq!(role["pay"], json!([pay]));
    assert_eq!(role["hours"]["per_week"], json!({"from": 37.0, "to": 37.5}));
    assert_eq!(role["hours"]["pattern"], json!(["shifts", "nights"]));
    assert_eq!(role["checks"][1], json!({"kind": "health", "sources": ["tool"]}));
    assert_eq!(role["codes"]["soc2020"], json!(["2231"]));
    assert_eq!(role["codes"]["apprenticeships"][0]["ref"], "ST0781");
    let page =
        json!({"source": "handbook", "url": "https://handbook.test/nurse", "published": "2025", "read": "2026-11-20"});
    assert_eq!(role["pages"], json!([page]));
    assert_eq!(role["former_ids"], json!(["sister"]));
    let way_in = &role["entry_routes"][0];
    assert_eq!(way_in["months"], json!({"from": 36, "to": 48}));
    assert_eq!((&way_in["also"], &way_in["subjects"]), (&json!(["A driving licence."]), &json!(["biology"])));
    let carer = site.get("/api/v1/roles/care-worker").await.ok().json();
    assert_eq!(carer["pay"][0]["from"], Value::Null);
    assert_eq!(carer["hours"], Value::Null);
    let table = site.get("/roles.csv").await.ok().text();
    assert!(table.contains("county 5: 30000-36000,37-37.5; shifts; nights,dbs-enhanced; health"), "{table}");
}

#[tokio::test]
async fn machines_find_the_salary_and_the_occupation_code_on_the_page() {
    let page = TestSite::of(catalogue_of(base())).get("/roles/nurse").await.ok();
    let graph: Value = serde_json::from_str(&page.text_of("script[type='application/ld+json']")).unwrap();
    let occupation = &graph["@graph"][0];
    let salary = &occupation["estimatedSalary"][0];
    assert_eq!(
        salary["value"],
        json!({"@type": "QuantitativeValue", "minValue": 30000, "maxValue": 36000, "unitText": "YEAR"})
    );
    assert_eq!((&salary["currency"], &salary["validFrom"]), (&json!("GBP"), &json!("2026-04-01")));
    let categories = occupation["occupationalCategory"].as_array().unwrap();
    assert!(categories.iter().any(|code| code["codeValue"] == "2231" && code["inCodeSet"]["name"] == "SOC 2020"));
    let qualifications = occupation["qualifications"].as_array().unwrap();
    assert!(qualifications.iter().any(|it| it["@type"] == "EducationalOccupationalCredential"));
}
