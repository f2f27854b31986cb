//! What a visitor gets, page by page.

use std::collections::BTreeSet;

use career_pathways::web::addresses;

use crate::support::{TestSite, catalogue};

#[tokio::test]
async fn a_care_worker_sees_every_next_step() {
    let page = TestSite::new().get("/roles/home-helper").await.ok();
    assert_eq!(page.text_of("h1"), "Home Helper");
    assert!(page.texts_of("h2").contains(&"Progression available to".to_owned()));
    let next = page.links_in("#next + .cards h3");
    assert!(next.contains(&"/roles/shift-leader".to_owned()), "{next:?}");
    assert!(next.contains(&"/roles/steering".to_owned()), "{next:?}");
}

#[tokio::test]
async fn what_leads_to_a_role_stands_on_its_page() {
    let page = TestSite::new().get("/roles/steering").await.ok();
    let from = page.links_in(".panel:has(#from)");
    assert!(from.contains(&"/roles/home-helper".to_owned()), "{from:?}");
}

#[tokio::test]
async fn a_title_as_people_type_it_leads_to_the_role() {
    let site = TestSite::new();
    for (typed, id) in [("dietist", "food-adviser"), ("Ward%20Nurse", "ward-nurse"), ("Home%20helper", "home-helper")] {
        let answer = site.get(&format!("/roles/{typed}")).await.status(308);
        assert_eq!(answer.header("location"), format!("/roles/{id}"));
    }
}

#[tokio::test]
async fn a_level_shows_the_roles_that_stand_on_it() {
    let (site, catalogue) = (TestSite::new(), catalogue());
    for info in catalogue.levels().iter() {
        let page = site.get(&format!("/levels/{}", info.id)).await.ok();
        let shown: BTreeSet<String> = page.links_in("main .cards h3").into_iter().collect();
        let there = catalogue.roles().iter().filter(|role| role.levels.contains(&info.level));
        assert_eq!(shown, there.map(|role| format!("/roles/{}", role.id)).collect(), "{}", info.id);
    }
}

/// The first number in a heading.
fn number(heading: &str) -> usize {
    heading.split(' ').find_map(|word| word.parse().ok()).unwrap_or_else(|| panic!("no number in {heading}"))
}

#[tokio::test]
async fn a_filter_narrows_the_list_and_says_so() {
    let site = TestSite::new();
    let count = async |query: &str| number(&site.get(&format!("/roles{query}")).await.ok().text_of("h1"));
    let all = catalogue().roles().len();
    assert_eq!(count("").await, all);
    let (entry, both) = (count("?level=entry").await, count("?level=entry&setting=social").await);
    assert!(both > 0 && both < entry && entry < all, "{both}, {entry}");
    assert!(count("?level=entry&level=early").await > entry, "values of one kind widen");
    let page = site.get("/roles?level=entry&setting=social").await.ok();
    for part in ["h1", "title"] {
        assert!(page.text_of(part).contains(&format!("{both} roles")), "{}", page.text_of(part));
    }
}

#[tokio::test]
async fn each_option_says_how_many_roles_it_would_give() {
    let site = TestSite::new();
    let page = site.get("/roles?level=entry").await.ok();
    let counted = page.texts_of("label:has(input[name=setting][value=social]) .count");
    let list = site.get("/roles?level=entry&setting=social").await.ok().links_in("main .cards h3");
    assert_eq!(counted, [list.len().to_string()]);
}

#[tokio::test]
async fn each_choice_can_be_taken_away_by_a_link() {
    let page = TestSite::new().get("/roles?setting=social&level=entry&q=care").await.ok();
    let ways_on = page.links_in("main .chosen");
    for without in ["/roles?q=care&setting=social", "/roles?q=care&level=entry", "/roles?level=entry&setting=social"] {
        assert!(ways_on.iter().any(|link| link == without), "{without} is not among {ways_on:?}");
    }
    let canonical = page.attribute_of("link[rel=canonical]", "href");
    assert!(canonical.ends_with("/roles?q=care&level=entry&setting=social"), "{canonical}");
}

#[tokio::test]
async fn where_nothing_fits_there_are_ways_on() {
    let page = TestSite::new().get("/roles?q=zzzzzzzz&level=entry").await.ok();
    assert!(page.links_in("main .cards h3").is_empty());
    assert!(page.main_text().contains("No role fits all of this"), "{}", page.main_text());
    assert!(page.links_in("main").contains(&"/roles?level=entry".to_owned()));
}

#[tokio::test]
async fn a_value_that_does_not_exist_is_explained_and_the_real_ones_offered() {
    let page = TestSite::new().get("/roles?level=boss").await.ok();
    assert!(page.main_text().contains("There is no “boss”"), "{}", page.main_text());
    assert!(page.links_in(".notice").contains(&"/roles?level=entry".to_owned()));
    assert_eq!(number(&page.text_of("h1")), catalogue().roles().len(), "it is left out");
}

#[tokio::test]
async fn what_a_visitor_types_is_shown_as_text() {
    let page = TestSite::new().get("/roles?q=%3Cscript%3Ealert(1)%3C/script%3E&level=%22%3E%3Cb%3E").await.ok();
    let text = page.text();
    assert!(!text.contains("<script>alert") && !text.contains("\"><b>"), "{text}");
}

#[tokio::test]
async fn a_role_that_does_not_exist_is_answered_with_the_nearest_and_the_ways_in() {
    let page = TestSite::new().get("/roles/ward-nures").await.status(404);
    assert_eq!(page.text_of("h1"), "Page not found");
    let ways_on = page.links_in("main");
    for way in ["/roles/ward-nurse", "/", "/roles", "/guides"] {
        assert!(ways_on.contains(&way.to_owned()), "{way} is not among {ways_on:?}");
    }
    assert_eq!(page.attributes_of("main form", "action"), ["/roles"]);
    assert!(page.texts_of("nav.crumbs").is_empty());
}

#[tokio::test]
async fn every_address_with_a_name_in_it_that_does_not_exist_is_a_404() {
    let site = TestSite::new();
    for above in ["/levels", "/settings", "/categories", "/guides", "/pathways", "/roles"] {
        for name in ["nowhere", "Entry", "..%2f..%2fetc%2fpasswd", "%20", "a%00b"] {
            let page = site.get(&format!("{above}/{name}")).await;
            assert_eq!(page.code.as_u16(), 404, "{above}/{name}");
            assert_eq!(page.text_of("h1"), "Page not found");
        }
    }
}

#[tokio::test]
async fn a_slash_behind_any_address_leads_to_the_address() {
    let site = TestSite::new();
    let catalogue = catalogue();
    let all = addresses::pages(&catalogue).into_iter().chain(addresses::beside_pages(&catalogue));
    for page in all.filter(|address| address != "/" && !address.starts_with("/og/")) {
        let answer = site.get(&format!("{page}/")).await.status(308);
        assert_eq!(answer.header("location"), page);
    }
    let answer = site.get("/roles/?level=entry&q=a+b").await.status(308);
    assert_eq!(answer.header("location"), "/roles?level=entry&q=a+b");
    let beyond_ascii = site.get("/roles.csv/?q=é中").await.status(308);
    assert_eq!(beyond_ascii.header("location"), "/roles.csv?q=%C3%A9%E4%B8%AD");
    assert_eq!(site.get("/roles///").await.status(308).header("location"), "/roles");
    // A table keeps its filter, and scripts of other sites may follow it there; what is wrong is said.
    let table = site.get("/roles.csv/?level=entry").await.status(308);
    assert_eq!(table.header("location"), "/roles.csv?level=entry");
    assert_eq!(table.header("access-control-allow-origin"), "*");
    assert_eq!(site.get("/api/v1/roles/?level=x").await.status(308).header("location"), "/api/v1/roles?level=x");
    assert_eq!(site.get("/api/v1/roles/ward-nuse/").await.status(404).json()["error"]["did_you_mean"][0], "ward-nurse");
    for nothing in ["/nowhere/", "/roles/nobody/", "//", "//roles/", "//evil.example/", "/healthz//x/"] {
        let _ = site.get(nothing).await.status(404);
    }
}

/// Letters, digits and marks of an address may stand as escapes (RFC 3986, section 6.2.2.2).
#[tokio::test]
async fn an_address_with_escaped_letters_is_the_address() {
    let site = TestSite::new();
    for (escaped, plain) in [
        ("/%72oles?level=entry", "/roles?level=entry"),
        ("/about%2dthe%2Ddata", "/about-the-data"),
        ("/roles/ward%2Dn%75rse", "/roles/ward-nurse"),
        ("/entry%2Droutes.csv", "/entry-routes.csv"),
        ("/%61pi/v1/roles/ward-nurse", "/api/v1/roles/ward-nurse"),
    ] {
        assert_eq!(site.get(escaped).await.ok().body, site.get(plain).await.ok().body, "{escaped}");
    }
    let missing = site.get("/%61pi/v1/roles/nobody").await.status(404);
    assert_eq!(missing.header("access-control-allow-origin"), "*");
    let _ = site.get("/roles%2Fward-nurse").await.status(404);
}

/// A title is found whatever people put between its letters, by every address that names a role.
#[tokio::test]
async fn an_abbreviation_with_dots_names_its_role_everywhere() {
    let site = TestSite::new();
    for dotted in ["T.D.", "t.d."] {
        assert_eq!(site.get(&format!("/roles/{dotted}")).await.status(308).header("location"), "/roles/town-doctor");
        let journey = site.get(&format!("/api/v1/journeys?from=none&to={dotted}")).await.ok().json();
        assert_eq!(journey["to"], "town-doctor", "{journey}");
    }
}

#[tokio::test]
async fn a_misspelt_address_of_any_page_offers_the_page() {
    let site = TestSite::new();
    let catalogue = catalogue();
    let guide = catalogue.guides()[0].id.as_str();
    let pathway = catalogue.pathways()[0].id.as_str();
    for (asked, meant) in [
        (format!("/guides/{guide}s"), format!("/guides/{guide}")),
        (format!("/pathways/{pathway}s"), format!("/pathways/{pathway}")),
        ("/levels/entri".to_owned(), "/levels/entry".to_owned()),
        ("/settings/socail".to_owned(), "/settings/social".to_owned()),
        ("/roles/ward-nurze".to_owned(), "/roles/ward-nurse".to_owned()),
    ] {
        let page = site.get(&asked).await.status(404);
        assert!(page.links_in("main").contains(&meant), "{asked}: {:?}", page.links_in("main"));
    }
}
