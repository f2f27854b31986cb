//! `/embed/…`: views for a frame on somebody else's page.

use crate::support::{TestSite, catalogue};

#[tokio::test]
async fn a_small_role_may_stand_in_any_frame_and_a_page_in_none() {
    let site = TestSite::new();
    let view = site.get("/embed/roles/ward-nurse").await.ok();
    assert!(view.header("content-security-policy").ends_with("frame-ancestors * file:"));
    assert_eq!(view.header("x-frame-options"), "");
    assert_eq!(view.header("cross-origin-resource-policy"), "cross-origin");
    let page = site.get("/roles/ward-nurse").await.ok();
    assert!(page.header("content-security-policy").contains("frame-ancestors 'none'"));
    assert_eq!(page.header("x-frame-options"), "DENY");
}

#[tokio::test]
async fn search_engines_are_sent_to_the_whole_page() {
    let view = TestSite::new().get("/embed/roles/ward-nurse").await.ok();
    assert_eq!(view.attribute_of("meta[name=robots]", "content"), "noindex");
    let canonical = view.attribute_of("link[rel=canonical]", "href");
    assert_eq!(canonical, format!("{}/roles/ward-nurse", catalogue().site().base_url));
}

#[tokio::test]
async fn a_page_of_a_role_has_the_lines_to_copy_and_they_lead_to_the_view() {
    let site = TestSite::new();
    let snippet = site.get("/roles/ward-nurse").await.ok().text_of(".snippet");
    let fragment = scraper::Html::parse_fragment(&snippet);
    let frame = fragment.select(&scraper::Selector::parse("iframe").unwrap()).next().unwrap();
    assert_eq!(frame.value().attr("title"), Some("Ward Nurse: a role in health and social care"));
    let address =
        frame.value().attr("src").unwrap().strip_prefix(catalogue().site().base_url.as_str()).unwrap().to_owned();
    assert_eq!(address, "/embed/roles/ward-nurse");
    let _ = site.get(&address).await.ok();
}

#[tokio::test]
async fn another_title_leads_to_the_view_of_the_role() {
    let site = TestSite::new();
    let answer = site.get("/embed/roles/dietist").await.status(308);
    assert_eq!(answer.header("location"), "/embed/roles/food-adviser");
    let _ = site.get("/embed/roles/nobody").await.status(404);
}

#[tokio::test]
async fn a_journey_in_a_frame_shows_its_stops_and_leads_to_the_whole_answer() {
    let site = TestSite::new();
    let view = site.get("/embed/journeys?to=ward-nurse&from=home-helper&unknown=x").await.ok();
    assert!(view.header("content-security-policy").ends_with("frame-ancestors * file:"));
    assert_eq!(view.text_of("h1"), "From Home Helper to Ward Nurse");
    let links = view.attributes_of("a", "href");
    assert_eq!(view.attributes_of("a[target=_top]", "href"), links);
    let whole = "/journeys?from=home-helper&to=ward-nurse";
    assert_eq!((links.first(), links.last()), (Some(&whole.to_owned()), Some(&whole.to_owned())));
    assert_eq!(view.links_in("main ol").last(), Some(&"/roles/ward-nurse".to_owned()), "the goal is the last stop");
    let page = site.get(whole).await.ok();
    assert_eq!(view.texts_of("main ol > li").len(), page.texts_of("section:has(#way-1) .trip > li").len() - 1);
    let frame = scraper::Html::parse_fragment(&page.text_of(".snippet"));
    let frame = frame.select(&scraper::Selector::parse("iframe").unwrap()).next().unwrap();
    let base = &catalogue().site().base_url.clone();
    assert_eq!(frame.value().attr("src"), Some(format!("{base}/embed{whole}").as_str()));
}

#[tokio::test]
async fn where_there_is_no_journey_the_view_says_so() {
    let site = TestSite::new();
    for (query, said) in [
        ("", "Say where you are now"),
        ("?from=ward-nurse&to=nobody", "There is no role called “nobody”."),
        ("?from=gone&to=ward-nurse", "There is no role called “gone”."),
        ("?from=ward-nurse", "Nurse Consultant"),
        ("?to=ward-nurse", "Sixth form"),
        ("?from=none&to=hydrotherapist&no-degree=yes", "We found no way here in our sources."),
    ] {
        let view = site.get(&format!("/embed/journeys{query}")).await.ok();
        assert!(view.main_text().contains(said), "{query}: {}", view.main_text());
        assert_eq!(view.main_text().contains("no way here"), said.contains("no way here"), "{query}");
    }
    let view = site.get("/embed/journeys?from=ward-nurse&to=ward-nurse").await.ok();
    assert!(view.main_text().contains("You are there already."));
}

#[tokio::test]
async fn what_is_wrong_is_said_within_the_frame() {
    let site = TestSite::new();
    let many = format!("/embed/journeys?{}", "a=1&".repeat(40));
    let long = format!("/embed/roles/{}", "a".repeat(3000));
    for (address, status) in [
        ("/embed/roles/ward-nursee", 404),
        ("/embed/nothing", 404),
        ("/embed", 404),
        ("/embed/roles/%ff", 400),
        (&many, 400),
        (&long, 414),
    ] {
        let answer = site.get(address).await.status(status);
        assert!(answer.header("content-security-policy").ends_with("frame-ancestors * file:"), "{address}");
        assert_eq!(answer.header("x-frame-options"), "", "{address}");
        assert!(!answer.text_of("h1").is_empty(), "{address}");
        // Pages may not be framed, so every link opens in the whole window.
        assert_eq!(answer.attributes_of("a[target=_top]", "href"), answer.attributes_of("a", "href"), "{address}");
    }
    let near = site.get("/embed/roles/ward-nursee").await;
    assert!(near.links().contains(&"/roles/ward-nurse".to_owned()), "{}", near.main());
    assert_eq!(site.get("/embedded").await.status(404).header("x-frame-options"), "DENY");
}
