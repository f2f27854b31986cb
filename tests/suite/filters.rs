//! `/roles` as a list to narrow: counts, order, view, pages, and a way on from everywhere.

use std::collections::{BTreeMap, BTreeSet};

use career_pathways::web::links;
use scraper::{Html, Selector};

use crate::support::{TestSite, catalogue};

/// What one page of the list says.
struct List {
    heading: String,
    /// The ids of the roles shown, in order.
    roles: Vec<String>,
    /// For each key and value of the form: the count beside it, and whether it is chosen.
    options: Vec<(String, String, usize, bool)>,
    links: Vec<String>,
}

async fn list(site: &TestSite, address: &str) -> List {
    let answer = site.get(address).await.ok();
    let document = answer.document();
    let heading = answer.text_of("h1");
    let roles = hrefs(&document, ".card h3 a").iter().map(|href| href.replace("/roles/", "")).collect();
    let option = |label: scraper::ElementRef<'_>| {
        let input = label.select(&selector("input[type=checkbox]")).next()?.value();
        let count = label.select(&selector(".count")).next()?.text().collect::<String>();
        let value = |name| input.attr(name).unwrap_or_default().to_owned();
        Some((value("name"), value("value"), count.trim().parse().unwrap(), input.attr("checked").is_some()))
    };
    let options = document.select(&selector(".filters fieldset label")).filter_map(option).collect();
    List { heading, roles, options, links: hrefs(&document, "main a") }
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap()
}

fn hrefs(document: &Html, text: &str) -> Vec<String> {
    document.select(&selector(text)).filter_map(|link| link.value().attr("href")).map(str::to_owned).collect()
}

/// How many roles the heading of a list says.
fn said(heading: &str) -> usize {
    heading.split(' ').find_map(|word| word.parse().ok()).unwrap_or_else(|| panic!("no number in {heading}"))
}

/// The address that the form leads to with this choice as the only one of its kind.
fn with_only(options: &[(String, String, usize, bool)], words: Option<&str>, key: &str, value: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if let Some(words) = words {
        query.append_pair("q", words);
    }
    for (other, chosen, _, is_chosen) in options {
        if *is_chosen && other != key {
            query.append_pair(other, chosen);
        }
    }
    query.append_pair(key, value);
    format!("/roles?{}", query.finish())
}

#[tokio::test]
async fn the_count_beside_each_option_is_the_length_of_the_list_it_leads_to() {
    let site = TestSite::new();
    let starts = [
        "/roles",
        "/roles?q=nurse",
        "/roles?q=teeth",
        "/roles?level=entry&setting=social",
        "/roles?category=dental&category=nursing",
        "/roles?start=none&contact=non-clinical",
        "/roles?q=hydroterapist&level=mid",
        "/roles?start=ward-nurse",
        "/roles?mark=less-known&registration=needed",
        "/roles?q=zebra",
    ];
    let mut lengths: BTreeMap<String, usize> = BTreeMap::new();
    let mut followed = 0;
    for start in starts {
        let words = start.split_once("q=").map(|(_, rest)| rest.split('&').next().unwrap());
        let page = list(&site, start).await;
        // A role as a starting point has a box, but no count.
        let kept = start.contains("start=ward-nurse");
        for (key, value, count, _) in &page.options {
            let mut address = with_only(&page.options, words, key, value);
            if kept && key != "start" {
                address.push_str("&start=ward-nurse");
            }
            let length = match lengths.get(&address) {
                Some(length) => *length,
                None => {
                    let length = said(&list(&site, &address).await.heading);
                    lengths.insert(address.clone(), length);
                    length
                }
            };
            assert_eq!(*count, length, "{start}: {key}={value}, {address}");
            followed += 1;
        }
    }
    assert!(followed > 400, "only {followed} options were followed");
}

#[tokio::test]
async fn no_list_is_a_dead_end() {
    let site = TestSite::new();
    for address in [
        "/roles?q=zebra",
        "/roles?q=zebra&level=leadership&contact=non-clinical",
        "/roles?q=medic&setting=social",
        "/roles?level=leadership&start=none",
        "/roles?q=%00%ff&page=7",
    ] {
        let page = list(&site, address).await;
        assert_eq!(page.roles.len(), 0, "{address}");
        assert!(page.links.iter().any(|link| link == "/roles"), "{address}");
        assert!(page.links.iter().any(|link| link == "/categories"), "{address}");
    }
    let page = list(&site, "/roles?q=medic&setting=social").await;
    assert!(page.links.contains(&"/roles?q=medic".to_owned()), "{:?}", page.links);
    let text = site.get("/roles?q=medic&setting=social").await.ok().main_text();
    assert!(text.contains("Without Social care (5 roles)"), "{text}");
}

#[tokio::test]
async fn a_list_of_more_than_thirty_has_pages_that_say_so() {
    let site = TestSite::crowded("hospital-mover", 40);
    let mut seen = BTreeSet::new();
    for number in 1..=3 {
        let answer = site.get(&format!("/roles?page={number}")).await.ok();
        let title = answer.text_of("title");
        assert_eq!(title.contains(&format!("(page {number} of 3)")), number > 1, "{title}");
        let page = list(&site, &format!("/roles?page={number}")).await;
        assert!(page.roles.len() <= 30);
        seen.extend(page.roles);
    }
    assert_eq!(seen.len(), site.get("/api/v1/roles").await.ok().json()["roles"].as_array().unwrap().len());
    let links = list(&site, "/roles?view=levels").await.links;
    assert!(links.contains(&"/roles?view=levels&page=2".to_owned()), "{links:?}");
    let first = site.get("/roles?level=entry").await.ok();
    assert_eq!(
        first.attributes_of("link[rel=next]", "href"),
        ["/roles?level=entry&page=2"],
        "the choices are not kept"
    );
    let few = TestSite::new().get("/roles?level=leadership").await.ok();
    assert!(!few.main_text().contains("Page 2"));
}

#[tokio::test]
async fn the_order_can_be_chosen() {
    let site = TestSite::new();
    let titles = list(&site, "/roles?q=ward+nurse&sort=title").await.roles;
    let best = list(&site, "/roles?q=ward+nurse").await.roles;
    let levels = list(&site, "/roles?q=ward+nurse&sort=level").await.roles;
    assert_eq!(best[0], "ward-nurse");
    let catalogue = catalogue();
    assert!(titles.is_sorted_by_key(|id| catalogue.role(id).unwrap().title.to_lowercase()), "{titles:?}");
    assert!(levels.is_sorted_by_key(|id| catalogue.role(id).unwrap().level()), "{levels:?}");
    let as_set = |ids: Vec<String>| ids.into_iter().collect::<BTreeSet<_>>();
    assert_eq!(as_set(titles.clone()), as_set(best));
    assert_eq!(as_set(titles), as_set(levels));
}

#[tokio::test]
async fn a_list_can_be_grouped_by_level_and_a_role_on_two_levels_stands_in_both() {
    let site = TestSite::new();
    let answer = site.get("/roles?q=steering&view=levels").await.ok();
    let headings: Vec<String> = answer.document().select(&selector("h2[id]")).map(|h2| h2.text().collect()).collect();
    assert!(headings.contains(&"Mid career".to_owned()) && headings.contains(&"Leadership".to_owned()), "{headings:?}");
    let roles = list(&site, "/roles?q=steering&view=levels").await.roles;
    assert_eq!(roles.iter().filter(|id| *id == "steering").count(), 2);
}

#[tokio::test]
async fn links_have_one_order_of_keys_whatever_order_they_came_in() {
    let site = TestSite::new();
    let mixed =
        "/roles?page=1&sort=title&mark=less-known&setting=social&as-typed=yes&level=entry&q=cook&foo=bar&level=entry";
    let links = list(&site, mixed).await.links;
    let expected = "/roles?q=cook&as-typed=yes&level=entry&setting=social&mark=less-known&sort=title&view=levels";
    assert!(links.contains(&expected.to_owned()), "{links:?}");
    let canonical = site.get(mixed).await.ok();
    let own = hrefs(&canonical.document(), "link[rel=canonical]");
    assert!(own.is_empty() || !own[0].contains("foo"), "{own:?}");
}

#[tokio::test]
async fn values_that_do_not_exist_are_explained_and_the_real_ones_offered() {
    let site = TestSite::new();
    let text = |address: &'static str| {
        let site = &site;
        async move { site.get(address).await.ok().main_text() }
    };
    let said = text("/roles?level=boss").await;
    assert!(said.contains("There is no “boss” under career level.") && said.contains("Leadership"), "{said}");
    let said = text("/roles?sort=money").await;
    assert!(said.contains("There is no order “money”.") && said.contains("A to Z"), "{said}");
    let said = text("/roles?view=pie").await;
    assert!(said.contains("There is no view “pie”."), "{said}");
    for page in ["/roles?page=99", "/roles?page=0", "/roles?page=two"] {
        let said = site.get(page).await.ok().main_text();
        assert!(said.contains("There is no page “") && said.contains("This is page 1."), "{said}");
    }
    assert!(!text("/roles?sort=relevance").await.contains("There is no"), "without words it changes nothing");
}

#[tokio::test]
async fn the_form_keeps_order_and_view_and_a_role_to_start_from() {
    let site = TestSite::new();
    let answer = site.get("/roles?start=ward-nurse&sort=level&view=levels").await.ok();
    let document = answer.document();
    let kept: BTreeSet<(String, String)> = document
        .select(&selector(".filters input[type=hidden], .filters input[checked]"))
        .map(|input| ["name", "value"].map(|name| input.value().attr(name).unwrap_or_default().to_owned()).into())
        .collect();
    for (key, value) in [("start", "ward-nurse"), ("sort", "level"), ("view", "levels")] {
        assert!(kept.contains(&(key.to_owned(), value.to_owned())), "{kept:?}");
    }
}

#[tokio::test]
async fn the_api_gives_the_same_roles_in_the_same_order() {
    let site = TestSite::new();
    for query in
        ["q=nurse", "q=hydroterapist", "q=old+people&level=entry", "q=nurse&sort=title", "sort=level&level=mid"]
    {
        let page = list(&site, &format!("/roles?{query}")).await;
        let json = site.get(&format!("/api/v1/roles?{query}")).await.ok().json();
        let ids: Vec<&str> =
            json["roles"].as_array().unwrap().iter().map(|role| role["id"].as_str().unwrap()).collect();
        assert_eq!(page.roles, ids, "{query}");
    }
    let json = site.get("/api/v1/roles?q=hydroterapist").await.ok().json();
    assert_eq!(json["mended"], "hydrotherapist");
    let json = site.get("/api/v1/roles?q=hydroterapist&sort=money").await.status(400).json();
    assert_eq!(json["error"]["wrong"][0]["choose_from"], serde_json::json!(["relevance", "title", "level"]));
}

/// The address that a form sends with every box ticked.
fn all_ticked(page: &crate::support::Answer, form: &str) -> String {
    let document = page.document();
    let boxes = Selector::parse(&format!("{form} input[type=checkbox]")).unwrap();
    let pairs = document.select(&boxes).map(|tick| {
        let of = |name| tick.value().attr(name).unwrap();
        (of("name"), of("value"))
    });
    let action = Selector::parse(form).unwrap();
    let action = document.select(&action).next().unwrap().value().attr("action").unwrap().to_owned();
    links::with_query(&action, pairs.collect::<Vec<_>>())
}

#[tokio::test]
async fn a_form_with_every_box_ticked_is_answered() {
    let site = TestSite::new();
    for (page, form) in [("/roles", "form.filters"), ("/map", "form.filters"), ("/journeys", "form.plan")] {
        let sent = all_ticked(&site.get(page).await.ok(), form);
        assert!(sent.contains('&'), "{page} has no boxes: {sent}");
        let _ = site.get(&sent).await.ok();
    }
    let repeated = format!("/roles?{}", "level=entry&".repeat(40));
    let _ = site.get(&repeated).await.status(400);
}
