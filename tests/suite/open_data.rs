//! Open data for programs of other people: what is wrong is said, every answer names its version, and scripts may read it.

use std::collections::BTreeSet;

use axum::http::Method;
use career_pathways::web::query::data_list::DataList;
use career_pathways::web::{addresses, links};
use serde_json::{Value, json};

use crate::checks::base;
use crate::support::{Answer, TestSite, catalogue, catalogue_of};

const LICENSED: &str =
    "\ndata_licence: {id: CC-BY-4.0, title: CC BY 4.0, url: \"https://licence.test/by\", attribution: Say so.}\n";

/// Every address of open data that takes parameters or none, without any.
const ADDRESSES: [&str; 13] = [
    "/api/v1",
    "/api/v1/openapi.json",
    "/api/v1/roles",
    "/api/v1/roles/ward-nurse",
    "/api/v1/graph",
    "/api/v1/levels",
    "/api/v1/guides",
    "/api/v1/sources",
    "/roles.csv",
    "/progressions.csv",
    "/entry-routes.csv",
    "/datapackage.json",
    "/dcat.jsonld",
];

/// The error of an answer that is refused.
#[track_caller]
fn refused(answer: Answer, code: &str) -> Value {
    let answer = answer.status(400);
    assert_eq!(answer.header("content-type"), "application/json");
    let error = answer.json()["error"].clone();
    assert_eq!(error["code"], code, "{error}");
    assert!(error["message"].as_str().unwrap().ends_with('.'), "{error}");
    error
}

#[tokio::test]
async fn a_value_that_does_not_exist_is_refused_and_the_right_ones_are_named() {
    let site = TestSite::new();
    for path in ["/api/v1/roles", "/roles.csv"] {
        for (query, value, meant) in [
            ("level=entri", "entri", "entry"),
            ("level=entry&level=Mid", "Mid", "mid"),
            ("setting=socail", "socail", "social"),
            ("category=nursin", "nursin", "nursing"),
            ("contact=clinicle", "clinicle", "clinical"),
            ("start=gsce", "gsce", "gcse"),
            ("start=ward-nures", "ward-nures", "ward-nurse"),
            ("route=colege", "colege", "college"),
            ("registration=need", "need", "needed"),
            ("hours=night", "night", "nights"),
            ("checks=dbs-enhance", "dbs-enhance", "dbs-enhanced"),
            ("mark=less-know", "less-know", "less-known"),
            ("sort=titel", "titel", "title"),
        ] {
            let error = refused(site.get(&format!("{path}?{query}")).await, "unknown-value");
            let wrong = &error["wrong"][0];
            assert_eq!(wrong["parameter"], query.split('=').next().unwrap());
            assert_eq!(wrong["value"], value);
            assert!(wrong["did_you_mean"].as_array().unwrap().contains(&json!(meant)), "{query}: {wrong}");
            assert_eq!(error["did_you_mean"], wrong["did_you_mean"]);
            assert!(wrong["choose_from"].as_array().unwrap().len() > 1, "{query}: {wrong}");
            assert!(error["message"].as_str().unwrap().contains(value));
        }
        for query in [
            "pay=99",
            "as-typed=no",
            "level=",
            "level=boss",
            "limit=0",
            "limit=1001",
            "limit=+5",
            "limit=two",
            "offset=-1",
        ] {
            let error = refused(site.get(&format!("{path}?{query}")).await, "unknown-value");
            assert_eq!(error["wrong"].as_array().unwrap().len(), 1, "{query}");
        }
    }
    for wish in ["no-degree=true", "keep-earning=1", "setting=nope", "setting="] {
        let error =
            refused(site.get(&format!("/api/v1/journeys?from=none&to=ward-nurse&{wish}")).await, "unknown-value");
        assert_eq!(error["wrong"][0]["parameter"], wish.split('=').next().unwrap());
    }
}

#[tokio::test]
async fn every_wrong_value_of_a_question_is_named_at_once() {
    let answer = TestSite::new().get("/api/v1/roles?level=entri&colour=red&sort=up").await;
    let error = refused(answer, "unknown-value");
    let wrong: Vec<&Value> = error["wrong"].as_array().unwrap().iter().map(|wrong| &wrong["parameter"]).collect();
    assert_eq!(wrong, ["level", "colour", "sort"]);
}

#[tokio::test]
async fn a_parameter_that_an_address_does_not_take_is_refused_and_the_right_ones_are_named() {
    let site = TestSite::new();
    for (address, meant) in [
        ("/api/v1/roles?levle=entry", Some("level")),
        ("/api/v1/roles?page=2", None),
        ("/roles.csv?levels=entry", Some("level")),
        ("/api/v1/journeys?from=none&too=ward-nurse", Some("to")),
        ("/api/v1/journeys?from=none&limit=2", None),
        ("/api/v1/levels?limits=2", Some("limit")),
    ] {
        let error = refused(site.get(address).await, "unknown-parameter");
        let wrong = &error["wrong"][0];
        assert!(wrong["choose_from"].as_array().unwrap().len() > 1, "{address}: {wrong}");
        if let Some(meant) = meant {
            assert_eq!(wrong["did_you_mean"][0], meant, "{address}");
        }
    }
    for address in ADDRESSES {
        let error = refused(site.get(&format!("{address}?colour=red")).await, "unknown-parameter");
        assert_eq!(error["wrong"][0]["value"], "red", "{address}");
    }
}

#[tokio::test]
async fn a_parameter_that_stands_once_is_refused_twice() {
    let site = TestSite::new();
    for address in [
        "/api/v1/roles?sort=title&sort=level",
        "/api/v1/roles?q=care&q=nurse",
        "/roles.csv?limit=1&limit=2",
        "/api/v1/journeys?from=none&from=gcse&to=ward-nurse",
        "/api/v1/roles?level=entry&level=entry",
    ] {
        let _ = refused(site.get(address).await, "repeated-parameter");
    }
    let _ = site.get("/api/v1/roles?level=entry&level=mid").await.ok();
}

#[tokio::test]
async fn a_page_still_reads_what_open_data_refuses() {
    let site = TestSite::new();
    for query in ["level=boss", "colour=red", "sort=up", "sort=title&sort=level", "level="] {
        let _ = site.get(&format!("/roles?{query}")).await.ok();
        let _ = site.get(&format!("/api/v1/roles?{query}")).await.status(400);
    }
}

#[tokio::test]
async fn a_long_list_is_read_part_by_part() {
    let site = TestSite::new();
    let whole = site.get("/api/v1/roles?level=entry").await.ok().json();
    let base = catalogue().site().base_url.clone();
    let (mut read, mut next) = (Vec::new(), Some("/api/v1/roles?level=entry&limit=2".to_owned()));
    while let Some(address) = next {
        let part = site.get(address.trim_start_matches(&base)).await.ok().json();
        assert_eq!(part["total"], whole["roles"].as_array().unwrap().len());
        assert!(part["roles"].as_array().unwrap().len() <= 2);
        read.extend(part["roles"].as_array().unwrap().clone());
        next = part["next"].as_str().map(str::to_owned);
    }
    assert_eq!(Value::from(read), whole["roles"]);
    let past = site.get("/api/v1/roles?offset=100000").await.ok().json();
    assert_eq!((&past["roles"], &past["next"]), (&json!([]), &Value::Null));
    let one = site.get("/api/v1/sources?limit=1").await.ok().json();
    assert_eq!(one["sources"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn every_answer_names_the_version_of_the_data() {
    let site = TestSite::new();
    let revision = catalogue().revision().to_owned();
    for address in ADDRESSES {
        let answer = site.get(address).await.ok();
        assert_eq!(answer.header("data-revision"), revision, "{address}");
        assert_eq!(answer.header("access-control-expose-headers"), "Data-Revision, ETag, Link", "{address}");
        if address.starts_with("/api/") {
            let named = answer.json();
            let field = if address.ends_with("openapi.json") { "x-revision" } else { "revision" };
            assert_eq!(named[field], revision, "{address}");
        }
    }
    for (address, status) in
        [("/api/v1/roles/nobody", 404), ("/api/v1/roles?level=boss", 400), ("/api/v1/nowhere", 404)]
    {
        let answer = site.get(address).await.status(status);
        assert_eq!(answer.header("data-revision"), revision, "{address}");
        assert_eq!(answer.json()["revision"], revision, "{address}");
    }
    let page = site.get("/roles").await.ok();
    assert_eq!(page.header("data-revision"), "", "pages have no such header");
}

#[tokio::test]
async fn scripts_of_other_sites_may_read_every_answer_and_every_error() {
    let site = TestSite::new();
    let long = format!("/api/v1/roles?q={}", "a".repeat(3_000));
    let failed = [
        "/api/v1/roles/nobody",
        "/api/v1/nowhere",
        "/api/v1/levels/nowhere",
        "/api/v1/journeys",
        "/api/v1/journeys?from=none&to=nobody",
        "/api/v1/roles?level=boss",
        "/roles.csv?level=boss",
        "/datapackage.json?a=b",
        &long,
    ];
    let origin = [("origin", "https://other.test")];
    for address in ADDRESSES.iter().chain(&failed) {
        let answer = site.get_with(address, &origin).await;
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{address}: {}", answer.code);
        assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin", "{address}");
    }
    let posted = site.ask(Method::POST, "/api/v1/roles", &origin).await.status(405);
    assert_eq!(posted.header("access-control-allow-origin"), "*");
}

#[tokio::test]
async fn a_browser_that_asks_before_a_script_does_is_told_yes() {
    let site = TestSite::new();
    let asks = [
        ("origin", "https://other.test"),
        ("access-control-request-method", "GET"),
        ("access-control-request-headers", "x-requested-with"),
    ];
    for address in ADDRESSES.iter().chain(&["/api/v1/roles/nobody"]) {
        let answer = site.ask(Method::OPTIONS, address, &asks).await.status(204);
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{address}");
        assert!(answer.header("access-control-allow-methods").contains("GET"), "{address}");
        assert_eq!(answer.header("access-control-allow-headers"), "*", "{address}");
        assert!(answer.body.is_empty(), "{address}");
    }
}

#[tokio::test]
async fn the_index_names_every_address_and_each_answers() {
    let site = TestSite::after("site.yaml", |text| text + LICENSED);
    let index = site.get("/api/v1").await.ok().json();
    let base = &site.state.snapshot().catalogue().site().base_url.clone();
    let named: BTreeSet<&str> =
        index["addresses"].as_array().unwrap().iter().map(|it| it["address"].as_str().unwrap()).collect();
    let address = |path: &str| format!("{base}{path}");
    for list in DataList::ALL {
        assert!(named.contains(address(&links::api_list(list.name())).as_str()), "{list:?}");
    }
    for path in ["/api/v1/roles", "/api/v1/roles/{role}", "/api/v1/journeys", "/api/v1/graph", "/roles.csv"] {
        assert!(named.contains(address(path).as_str()), "{path}");
    }
    for named in named {
        let path = named.strip_prefix(base.as_str()).unwrap();
        if !path.contains('{') && path != "/api/v1/journeys" {
            let _ = site.get(path).await.ok();
        }
    }
    let roles =
        index["addresses"].as_array().unwrap().iter().find(|it| it["address"] == address("/api/v1/roles")).unwrap();
    for parameter in ["q", "level", "start", "sort", "limit", "offset"] {
        assert!(roles["takes"].as_array().unwrap().contains(&json!(parameter)), "{parameter}");
    }
    assert_eq!((&index["data_licence"], &index["attribution"]), (&json!("https://licence.test/by"), &json!("Say so.")));
}

#[tokio::test]
async fn every_list_has_its_entries_each_at_its_own_address() {
    for site in [TestSite::new(), TestSite::of(catalogue_of(base()))] {
        let catalogue = site.state.snapshot().catalogue().clone();
        for list in DataList::ALL {
            let answer = site.get(&links::api_list(list.name())).await.ok().json();
            let entries = answer[list.name()].as_array().unwrap();
            assert_eq!(answer["total"], entries.len(), "{list:?}");
            let ids = list.ids(&catalogue);
            if list.has_ids() {
                assert_eq!(entries.iter().map(|entry| entry["id"].as_str().unwrap()).collect::<Vec<_>>(), ids);
            }
            for (id, entry) in ids.iter().zip(entries) {
                let mut alone = site.get(&links::api_entry(list.name(), id)).await.ok().json();
                alone.as_object_mut().unwrap().retain(|key, _| key != "revision" && key != "data_licence");
                assert_eq!(alone, *entry, "{list:?}");
            }
        }
    }
}

#[tokio::test]
async fn an_entry_or_a_list_that_does_not_exist_is_answered_with_the_nearest() {
    let site = TestSite::new();
    for (address, code, meant) in [
        ("/api/v1/levels/entri", "unknown-id", "entry"),
        ("/api/v1/settings/socail", "unknown-id", "social"),
        ("/api/v1/level", "not-found", "levels"),
        ("/api/v1/role", "not-found", "roles"),
        ("/api/v1/sorces/hub", "not-found", "sources"),
    ] {
        let error = site.get(address).await.status(404).json()["error"].clone();
        assert_eq!(error["code"], code, "{address}");
        assert_eq!(error["did_you_mean"][0], meant, "{address}");
    }
}

/// What the answer says, as one text.
async fn said(site: &TestSite, address: &str) -> String {
    site.get(address).await.ok().json().to_string()
}

#[tokio::test]
async fn everything_that_a_page_says_of_a_role_is_in_its_json() {
    let site = TestSite::of(catalogue_of(base()));
    let catalogue = site.state.snapshot().catalogue().clone();
    for role in catalogue.role_refs() {
        let json = site.get(&links::api_role(&role.id)).await.ok().json();
        let ids = |field: &Value| -> Vec<String> {
            field.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
        };
        let organisation = |index| catalogue.organisation(index).id.to_string();
        assert_eq!(ids(&json["more_at"]), role.more_at.iter().map(|&it| organisation(it)).collect::<Vec<_>>());
        for (route, written) in json["entry_routes"].as_array().unwrap().iter().zip(&role.entry_routes) {
            assert_eq!(ids(&route["run_by"]), written.run_by.iter().map(|&it| organisation(it)).collect::<Vec<_>>());
        }
        let whole = json.to_string();
        let grow = role.grow.iter().map(|grow| &grow.text);
        let links = role.links.iter().flat_map(|link| [&link.title, &link.url]);
        for words in grow.chain(links).chain(role.media.iter().map(|media| &media.about)) {
            assert!(whole.contains(words.as_str()), "{}: {words}", role.id);
        }
        assert_eq!(json["url"], links::absolute(catalogue.site(), &links::role(&role.id)));
        assert_eq!(json["marks_said"].as_array().unwrap().len(), role.marks.len());
    }
}

#[tokio::test]
async fn a_text_keeps_its_links_and_lists_and_nothing_in_it_is_markup() {
    let site = TestSite::after("roles/ward-nurse.yaml", |text| {
        let (before, rest) = text.split_once("what_it_is: |\n").unwrap();
        let after: String = rest
            .lines()
            .skip_while(|line| line.starts_with("  ") || line.is_empty())
            .map(|line| format!("{line}\n"))
            .collect();
        format!(
            "{before}what_it_is: |\n  You **care** for people & listen: 2 < 3. See [the list](/roles).\n\n  - One\n  - Two\n{after}"
        )
    });
    let role = site.get("/api/v1/roles/ward-nurse").await.ok().json();
    assert_eq!(role["what_it_is"], "You care for people & listen: 2 < 3. See the list.\nOne\nTwo");
    let base = catalogue().site().base_url.clone();
    assert_eq!(
        role["what_it_is_html"],
        format!(
            "<p>You <strong>care</strong> for people &amp; listen: 2 &lt; 3. See <a href=\"{base}/roles\">the list</a>.</p>\
             <ul><li>One</li><li>Two</li></ul>"
        )
    );
}

#[tokio::test]
async fn the_licence_of_the_data_is_on_every_export_or_nowhere() {
    let licensed = TestSite::after("site.yaml", |text| text + LICENSED);
    let unlicensed = TestSite::new();
    for address in ADDRESSES {
        let answer = licensed.get(address).await.ok();
        assert!(answer.header("link").contains("<https://licence.test/by>; rel=\"license\""), "{address}");
        let is_table = address.ends_with(".csv");
        assert!(is_table || answer.text().contains("https://licence.test/by"), "{address}");
        let answer = unlicensed.get(address).await.ok();
        assert!(!answer.header("link").contains("license"), "{address}");
    }
    let page = licensed.get("/developers").await.ok();
    assert!(page.links_in("main").contains(&"https://licence.test/by".to_owned()));
    assert!(page.main_text().contains("Say so."));
    assert!(unlicensed.get("/developers").await.ok().main_text().contains("Ask us before you use the data"));
    assert_eq!(said(&unlicensed, "/api/v1/levels").await.matches("\"data_licence\":null").count(), 1);
}

#[tokio::test]
async fn every_page_that_open_data_has_too_says_where() {
    let site = TestSite::new();
    let mut seen = BTreeSet::new();
    for address in addresses::pages(&catalogue()).into_iter().chain(
        ["/roles?level=entry&q=care", "/roles?level=boss", "/journeys?from=none&to=ward-nurse", "/map?level=entry"]
            .map(str::to_owned),
    ) {
        let page = site.get(&address).await.ok();
        assert!(page.links_in("footer").contains(&"/developers".to_owned()), "{address}");
        for (kind, href) in page
            .attributes_of("link[rel=alternate]", "type")
            .into_iter()
            .zip(page.attributes_of("link[rel=alternate]", "href"))
        {
            let other = site.get(&href).await.ok();
            assert!(other.header("content-type").starts_with(&kind), "{address} says that {href} is {kind}");
            seen.insert(address.clone());
        }
    }
    for address in ["/", "/roles", "/roles/ward-nurse", "/levels/entry", "/settings/social", "/map", "/guides"] {
        assert!(seen.contains(address), "{address}");
    }
}
