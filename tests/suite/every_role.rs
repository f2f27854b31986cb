//! What holds of every role of a data folder. Runs on the town here, and on the shipped data in `tests/data`.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{TestSite, catalogue};

const SMALL: &str = "svg.small";

fn set(links: Vec<String>) -> BTreeSet<String> {
    links.into_iter().collect()
}

#[tokio::test]
async fn every_role_says_once_what_our_sources_do_not_say() {
    let site = TestSite::new();
    for role in catalogue().roles() {
        let page = site.get(&format!("/roles/{}", role.id)).await.ok();
        let text = page.main_text();
        let said = text.matches("Our sources do not say").count() + text.matches("ot recorded").count();
        assert!(said <= 1, "{} says {said} times that something is not known: {text}", role.id);
        let (all, known) = (role.entry_routes.len(), role.entry_routes.iter().filter(|it| it.months.is_some()).count());
        assert_eq!(text.contains("how long each way in takes"), known == 0 && all > 0, "{}: {text}", role.id);
        let is_known_of_some = known > 0 && known < all;
        assert_eq!(text.contains("how long some of the ways in take"), is_known_of_some, "{}: {text}", role.id);
    }
}

#[tokio::test]
async fn every_role_names_its_sources_and_the_day_it_was_looked_at() {
    let site = TestSite::new();
    let catalogue = catalogue();
    for role in catalogue.roles() {
        let text = site.get(&format!("/roles/{}", role.id)).await.ok().main_text();
        for source in catalogue.sources_at(&role.sources) {
            let title = &source.title;
            assert!(text.contains(title.as_str()), "{} does not name {title}", role.id);
        }
        let day = role.review.reviewed.strftime("%-d %B %Y").to_string();
        assert!(text.contains(&format!("Reviewed {day}")), "{}", role.id);
    }
}

#[tokio::test]
async fn every_other_title_of_a_role_leads_to_it_or_to_the_role_it_is_the_title_of() {
    let site = TestSite::new();
    let catalogue = catalogue();
    for role in catalogue.roles() {
        for title in &role.other_titles {
            let address = format!("/roles/{}", title.replace(' ', "%20").replace('/', "%2F"));
            let answer = site.get(&address).await.status(308);
            let id = answer.header("location").trim_start_matches("/roles/");
            let reached = catalogue.role(id).unwrap();
            assert!(reached.title == *title || reached.other_titles.contains(title), "{title} leads to {id}");
        }
    }
}

#[tokio::test]
async fn a_role_says_what_it_is_about_in_the_words_of_machines() {
    let site = TestSite::new();
    let base = catalogue().site().base_url.clone();
    for role in catalogue().roles() {
        let page = site.get(&format!("/roles/{}", role.id)).await.ok();
        let scripts = page.texts_of("script");
        assert_eq!(scripts.len(), 1, "{}", role.id);
        let about: Value = serde_json::from_str(&scripts[0]).unwrap();
        let occupation = &about["@graph"][0];
        assert_eq!(occupation["@type"], "Occupation");
        assert_eq!(occupation["name"], role.title.as_str());
        assert_eq!(occupation["url"], format!("{base}/roles/{}", role.id));
        assert_eq!(occupation["responsibilities"].as_array().unwrap().len(), role.what_you_do.len());
        assert_eq!(occupation.get("skills").is_some(), !role.qualities.is_empty(), "what is absent is absent");
        let has_a_band = role.pay.iter().any(|pay| !pay.bands.is_empty());
        assert_eq!(occupation.get("estimatedSalary").is_some(), has_a_band, "{}: what is absent is absent", role.id);
        let way = &about["@graph"][1];
        assert_eq!(way["@type"], "BreadcrumbList");
        let stops = way["itemListElement"].as_array().unwrap();
        assert_eq!(stops.first().unwrap()["item"], format!("{base}/"));
        assert_eq!(stops.last().unwrap()["item"], format!("{base}/roles/{}", role.id));
        let positions: Vec<_> = stops.iter().map(|stop| stop["position"].as_u64().unwrap()).collect();
        assert_eq!(positions, (1..=stops.len() as u64).collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn a_view_has_no_script_no_form_and_every_link_opens_in_the_whole_window() {
    let site = TestSite::new();
    for role in catalogue().roles() {
        let view = site.get(&format!("/embed/roles/{}", role.id)).await.ok();
        let text = view.text();
        assert!(!text.contains("<script") && !text.contains("<form") && !text.contains("<iframe"), "{}", role.id);
        let links = view.attributes_of("a", "href");
        assert_eq!(view.attributes_of("a[target=_top]", "href"), links, "{}", role.id);
        assert_eq!(links.first(), Some(&format!("/roles/{}", role.id)));
        assert_eq!(links.last(), Some(&format!("/roles/{}", role.id)), "the way to the whole page comes last");
        let words = view.main_text();
        assert!(
            words.contains(&role.summary) && role.what_you_do.iter().all(|task| words.contains(task.trim())),
            "{words}"
        );
    }
}

#[tokio::test]
async fn each_stop_of_every_small_map_is_named_in_the_lists_of_its_page() {
    let site = TestSite::new();
    let mut stops = 0;
    for role in catalogue().roles() {
        let page = site.get(&format!("/roles/{}", role.id)).await.ok();
        let in_lists = set(page.links_in("main :is(ul, ol)"));
        let here = format!("/roles/{}", role.id);
        for link in page.links_in(SMALL).into_iter().filter(|link| *link != here) {
            stops += 1;
            assert!(in_lists.contains(&link), "{here}: {link} is on the map alone");
        }
    }
    assert!(stops > 2 * catalogue().roles().len(), "{stops} stops");
}
