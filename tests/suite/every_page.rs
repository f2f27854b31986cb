//! What holds of every page of a data folder. Runs on the town here, and on the shipped data in `tests/data`.

use std::collections::BTreeMap;

use career_pathways::web::addresses;

use crate::support::{Answer, TestSite, catalogue};

/// Every page, asked for once.
async fn every_page() -> Vec<(String, Answer)> {
    let site = TestSite::new();
    let mut pages = Vec::new();
    for address in addresses::pages(&catalogue()) {
        let answer = site.get(&address).await.ok();
        pages.push((address, answer));
    }
    pages
}

/// What the page says of itself for previews.
pub fn property(page: &Answer, name: &str) -> String {
    page.attribute_of(&format!("meta[property=\"og:{name}\"]"), "content")
}

#[tokio::test]
async fn every_page_has_a_title_that_no_other_has() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for (address, page) in every_page().await {
        let title = page.text_of("title");
        assert!(title.contains(&catalogue().site().name), "{address}: {title}");
        if let Some(other) = seen.insert(title.clone(), address.clone()) {
            panic!("{address} and {other} are both called {title}");
        }
    }
}

#[tokio::test]
async fn every_page_names_its_own_address_and_says_what_it_is() {
    for (address, page) in every_page().await {
        let canonical = page.attribute_of("link[rel=canonical]", "href");
        assert_eq!(canonical, format!("{}{address}", catalogue().site().base_url));
        assert!(page.attribute_of("meta[name=description]", "content").len() > 20, "{address}");
        assert_eq!(page.attribute_of("html", "lang"), "en-GB");
        assert_eq!(page.texts_of("h1").len(), 1, "{address}");
    }
}

#[tokio::test]
async fn a_page_below_another_shows_the_way_back_before_its_main_part() {
    for (address, page) in every_page().await {
        let above = address.rsplit_once('/').map_or("", |(above, _)| above);
        let way = page.links_in("nav.crumbs");
        if above.is_empty() {
            continue;
        }
        assert_eq!(way[0], "/", "{address}");
        assert!(way.len() > 1, "{address}: {way:?}");
        assert!(!way.contains(&address), "{address} leads to itself");
        let text = page.text();
        assert!(text.find("class=\"crumbs\"") < text.find("<main"), "{address}");
    }
}

#[tokio::test]
async fn every_page_has_the_same_head_and_foot() {
    let first = TestSite::new().get("/privacy").await.ok();
    for (address, page) in every_page().await {
        for part in ["header.site-head", "footer.site-foot"] {
            assert_eq!(page.links_in(part), first.links_in(part), "{part} of {address}");
        }
        assert_eq!(page.texts_of("footer.site-foot"), first.texts_of("footer.site-foot"), "{address}");
        assert_eq!(page.links_in("body")[0], "#main", "{address}: the skip link comes first");
    }
}

#[tokio::test]
async fn no_page_has_a_script_a_cookie_or_something_from_elsewhere() {
    let own = catalogue().site().base_url.clone();
    for (address, page) in every_page().await {
        let text = page.text();
        assert!(!text.contains("<script") || text.contains("application/ld+json"), "{address}");
        assert_eq!(page.header("set-cookie"), "", "{address}");
        for (selector, name) in [("link", "href"), ("img", "src"), ("form", "action"), ("source", "srcset")] {
            for target in page.attributes_of(selector, name) {
                assert!(target.starts_with('/') || target.starts_with(&own), "{address} takes {target}");
            }
        }
    }
}

#[tokio::test]
async fn every_page_says_in_a_sentence_or_two_what_no_other_page_says() {
    let site = TestSite::new();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut faults = Vec::new();
    for address in addresses::pages(&catalogue()) {
        let page = site.get(&address).await.ok();
        let (title, description) = (page.text_of("title"), page.attribute_of("meta[name=description]", "content"));
        // Search engines cut what is longer; what is much shorter says too little.
        if !(50..=170).contains(&description.chars().count()) {
            faults.push(format!("{address}: {} letters: {description}", description.chars().count()));
        }
        if !(20..=110).contains(&title.chars().count()) {
            faults.push(format!("{address}: {title}"));
        }
        if let Some(other) = seen.insert(description.clone(), address.clone()) {
            faults.push(format!("{address} and {other} say: {description}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn every_page_shows_the_same_when_it_is_shared_as_when_it_is_opened() {
    let site = TestSite::new();
    let base = catalogue().site().base_url.clone();
    for address in addresses::pages(&catalogue()) {
        let page = site.get(&address).await.ok();
        assert!(page.text_of("title").contains(&property(&page, "title")), "{address}");
        assert_eq!(property(&page, "description"), page.attribute_of("meta[name=description]", "content"));
        assert_eq!(property(&page, "url"), format!("{base}{address}"));
        assert_eq!(page.attribute_of("meta[name=\"twitter:card\"]", "content"), "summary_large_image");
        let expected = match address.strip_prefix("/roles/") {
            Some(role) => format!("{base}/og/roles/{role}.png"),
            None => format!("{base}/og/site.png"),
        };
        assert_eq!(property(&page, "image"), expected, "{address}");
    }
}
