//! One of several ways alone, as a sheet of paper has room for, and what a printed way says.

use crate::support::TestSite;

const THREE_WAYS: &str = "/journeys?from=none&to=birth-nurse";

#[tokio::test]
async fn each_of_several_ways_has_a_page_of_its_own_that_shows_it_alone() {
    let site = TestSite::new();
    let all = site.get(THREE_WAYS).await.ok();
    let headings = all.texts_of(".journey h2");
    assert_eq!(headings.len(), 3);
    for (way, heading) in (1..).zip(&headings) {
        let address = format!("{THREE_WAYS}&way={way}");
        assert!(all.links_in(".journey").contains(&address), "no link to {address}");
        let page = site.get(&address).await.ok();
        assert_eq!(page.text_of("h1"), format!("{}: way {way} of 3", all.text_of("h1")));
        assert_eq!(page.texts_of(".journey h2"), [heading.trim_start_matches(&format!("{way}. "))]);
        assert_eq!(page.texts_of(".trip h3"), all.texts_of(&format!("section:has(#way-{way}) .trip h3")));
        assert!(page.attribute_of("link[rel=canonical]", "href").ends_with(&address));
        assert!(page.links().contains(&THREE_WAYS.to_owned()), "no way back to the others");
    }
}

#[tokio::test]
async fn a_way_that_does_not_exist_is_said_and_all_ways_are_shown() {
    let site = TestSite::new();
    for way in ["4", "0", "first"] {
        let page = site.get(&format!("{THREE_WAYS}&way={way}")).await.ok();
        assert!(page.main_text().contains(&format!("There is no “{way}” under way.")), "{way}");
        assert_eq!(page.texts_of(".journey h2").len(), 3, "{way}");
        assert!(page.attribute_of("link[rel=canonical]", "href").ends_with(THREE_WAYS), "{way}");
    }
}

#[tokio::test]
async fn the_one_way_there_is_needs_no_page_of_its_own() {
    let site = TestSite::new();
    let page = site.get("/journeys?from=home-helper&to=house-manager").await.ok();
    assert_eq!(page.texts_of(".journey h2").len(), 1);
    assert!(!page.links().iter().any(|link| link.contains("way=")), "{:?}", page.links());
    let alone = site.get("/journeys?from=home-helper&to=house-manager&way=1").await.ok();
    assert_eq!(alone.main(), page.main());
}

#[tokio::test]
async fn a_printed_way_names_each_of_its_sources_once() {
    let page = TestSite::new().get(&format!("{THREE_WAYS}&way=2")).await.ok();
    let said = page.text_of(".only-print");
    let steps = page.texts_of(".ask .source dd");
    let named: Vec<&str> = said.trim_start_matches("Sources: ").trim_end_matches('.').split("; ").collect();
    for source in steps.iter().flat_map(|step| step.split("; ")) {
        assert_eq!(named.iter().filter(|name| **name == source).count(), 1, "{source} in {said}");
    }
}

#[tokio::test]
async fn a_wish_that_stands_in_the_way_can_be_given_up() {
    let page = TestSite::new().get("/journeys?from=none&to=hydrotherapist&no-degree=yes").await.ok();
    assert!(page.main_text().contains("Drop: no degree"), "{}", page.main_text());
    assert!(page.links().contains(&"/journeys?from=none&to=hydrotherapist".to_owned()));
}
