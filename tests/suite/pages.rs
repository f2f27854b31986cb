//! What a visitor gets, page by page.

use std::collections::BTreeMap;

use career_pathways::catalogue::model::reference::SourceId;
use career_pathways::web::addresses;

use crate::support::{TestSite, shipped};

/// Every page, asked for once.
async fn every_page() -> Vec<(String, crate::support::Answer)> {
    let site = TestSite::real();
    let mut pages = Vec::new();
    for address in addresses::pages(&shipped()) {
        let answer = site.get(&address).await.ok();
        pages.push((address, answer));
    }
    pages
}

#[tokio::test]
async fn every_page_has_a_title_that_no_other_has() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for (address, page) in every_page().await {
        let title = page.text_of("title");
        assert!(title.contains(&shipped().site().name), "{address}: {title}");
        if let Some(other) = seen.insert(title.clone(), address.clone()) {
            panic!("{address} and {other} are both called {title}");
        }
    }
}

#[tokio::test]
async fn every_page_names_its_own_address_and_says_what_it_is() {
    for (address, page) in every_page().await {
        let canonical = page.attribute_of("link[rel=canonical]", "href");
        assert_eq!(canonical, format!("{}{address}", shipped().site().base_url));
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
    let first = TestSite::real().get("/privacy").await.ok();
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
    let own = shipped().site().base_url.clone();
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
async fn a_care_worker_sees_every_next_step() {
    let page = TestSite::real().get("/roles/care-worker").await.ok();
    assert_eq!(page.text_of("h1"), "Care Worker");
    assert!(page.texts_of("h2").contains(&"Progression available to".to_owned()));
    let next = page.links_in("#next + .cards h3");
    assert!(next.contains(&"/roles/team-leader-or-supervisor".to_owned()), "{next:?}");
    assert!(next.contains(&"/roles/management".to_owned()), "{next:?}");
}

#[tokio::test]
async fn what_leads_to_a_role_stands_on_its_page() {
    let page = TestSite::real().get("/roles/management").await.ok();
    let from = page.links_in(".panel:has(#from)");
    assert!(from.contains(&"/roles/care-worker".to_owned()), "{from:?}");
}

#[tokio::test]
async fn every_role_says_of_pay_hours_and_checks_that_they_are_not_recorded() {
    let site = TestSite::real();
    for role in shipped().roles() {
        let page = site.get(&format!("/roles/{}", role.id)).await.ok();
        let text = page.main_text();
        assert!(text.contains("Pay, hours and checks Not recorded in our sources"), "{}: {text}", role.id);
    }
}

#[tokio::test]
async fn every_role_names_its_sources_and_the_day_it_was_looked_at() {
    let site = TestSite::real();
    let catalogue = shipped();
    for role in catalogue.roles() {
        let text = site.get(&format!("/roles/{}", role.id)).await.ok().main_text();
        for source in &role.sources {
            let title = &catalogue.source(source).unwrap().title;
            assert!(text.contains(title.as_str()), "{} does not name {title}", role.id);
        }
        let day = role.review.reviewed.strftime("%-d %B %Y").to_string();
        assert!(text.contains(&format!("Reviewed {day}")), "{}", role.id);
    }
}

#[tokio::test]
async fn a_title_as_people_type_it_leads_to_the_role() {
    let site = TestSite::real();
    for (typed, id) in [("dietician", "dietitian"), ("Nurse", "nurse"), ("Care%20Worker", "care-worker")] {
        let answer = site.get(&format!("/roles/{typed}")).await.status(308);
        assert_eq!(answer.header("location"), format!("/roles/{id}"));
    }
}

#[tokio::test]
async fn every_other_title_of_a_role_leads_to_it_or_to_the_role_it_is_the_title_of() {
    let site = TestSite::real();
    let catalogue = shipped();
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
async fn a_level_shows_the_roles_that_the_tool_prints_on_it() {
    let site = TestSite::real();
    let catalogue = shipped();
    let tool = SourceId("ncl".to_owned());
    for (level, printed) in [("entry", 16), ("early", 14), ("mid", 21), ("leadership", 8)] {
        let page = site.get(&format!("/levels/{level}")).await.ok();
        let shown = page.links_in("main .cards h3");
        let of_tool = shown.iter().filter(|link| {
            let role = catalogue.role(link.trim_start_matches("/roles/")).unwrap();
            role.sources.contains(&tool)
        });
        assert_eq!(of_tool.count(), printed, "{level}");
    }
}

/// The first number in a heading.
fn number(heading: &str) -> usize {
    heading.split(' ').find_map(|word| word.parse().ok()).unwrap_or_else(|| panic!("no number in {heading}"))
}

#[tokio::test]
async fn a_filter_narrows_the_list_and_says_so() {
    let site = TestSite::real();
    let count = async |query: &str| number(&site.get(&format!("/roles{query}")).await.ok().text_of("h1"));
    assert_eq!(count("").await, 134);
    let (entry, both) = (count("?level=entry").await, count("?level=entry&setting=social").await);
    assert!(both > 0 && both < entry && entry < 134, "{both}, {entry}");
    assert!(count("?level=entry&level=early").await > entry, "values of one kind widen");
    let page = site.get("/roles?level=entry&setting=social").await.ok();
    for part in ["h1", "title"] {
        assert!(page.text_of(part).contains(&format!("{both} roles")), "{}", page.text_of(part));
    }
}

#[tokio::test]
async fn each_option_says_how_many_roles_it_would_give() {
    let site = TestSite::real();
    let page = site.get("/roles?level=entry").await.ok();
    let counted = page.texts_of("label:has(input[name=setting][value=social]) .count");
    let list = site.get("/roles?level=entry&setting=social").await.ok().links_in("main .cards h3");
    assert_eq!(counted, [list.len().to_string()]);
}

#[tokio::test]
async fn each_choice_can_be_taken_away_by_a_link() {
    let page = TestSite::real().get("/roles?setting=social&level=entry&q=care").await.ok();
    let ways_on = page.links_in("main .chosen");
    for without in ["/roles?q=care&setting=social", "/roles?q=care&level=entry", "/roles?level=entry&setting=social"] {
        assert!(ways_on.iter().any(|link| link == without), "{without} is not among {ways_on:?}");
    }
    let canonical = page.attribute_of("link[rel=canonical]", "href");
    assert!(canonical.ends_with("/roles?q=care&level=entry&setting=social"), "{canonical}");
}

#[tokio::test]
async fn where_nothing_fits_there_are_ways_on() {
    let page = TestSite::real().get("/roles?q=zzzzzzzz&level=entry").await.ok();
    assert!(page.links_in("main .cards h3").is_empty());
    assert!(page.main_text().contains("No role fits all of this"), "{}", page.main_text());
    assert!(page.links_in("main").contains(&"/roles?level=entry".to_owned()));
}

#[tokio::test]
async fn a_value_that_does_not_exist_is_explained_and_the_real_ones_offered() {
    let page = TestSite::real().get("/roles?level=boss").await.ok();
    assert!(page.main_text().contains("There is no “boss”"), "{}", page.main_text());
    assert!(page.links_in(".notice").contains(&"/roles?level=entry".to_owned()));
    assert_eq!(number(&page.text_of("h1")), 134, "it is left out");
}

#[tokio::test]
async fn what_a_visitor_types_is_shown_as_text() {
    let page = TestSite::real().get("/roles?q=%3Cscript%3Ealert(1)%3C/script%3E&level=%22%3E%3Cb%3E").await.ok();
    let text = page.text();
    assert!(!text.contains("<script>alert") && !text.contains("\"><b>"), "{text}");
}

#[tokio::test]
async fn a_role_that_does_not_exist_is_answered_with_the_nearest_and_the_ways_in() {
    let page = TestSite::real().get("/roles/nures").await.status(404);
    assert_eq!(page.text_of("h1"), "Page not found");
    let ways_on = page.links_in("main");
    for way in ["/roles/nurse", "/", "/roles", "/guides"] {
        assert!(ways_on.contains(&way.to_owned()), "{way} is not among {ways_on:?}");
    }
    assert_eq!(page.attributes_of("main form", "action"), ["/roles"]);
    assert!(page.texts_of("nav.crumbs").is_empty());
}

#[tokio::test]
async fn every_address_with_a_name_in_it_that_does_not_exist_is_a_404() {
    let site = TestSite::real();
    for above in ["/levels", "/settings", "/categories", "/guides", "/pathways", "/roles"] {
        for name in ["nowhere", "Entry", "..%2f..%2fetc%2fpasswd", "%20", "a%00b"] {
            let page = site.get(&format!("{above}/{name}")).await;
            assert_eq!(page.code.as_u16(), 404, "{above}/{name}");
            assert_eq!(page.text_of("h1"), "Page not found");
        }
    }
}
