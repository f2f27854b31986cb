//! Where ways in begin, and what has changed since the sources.

use crate::support::{TestSite, catalogue};

#[tokio::test]
async fn nobody_without_qualifications_is_offered_a_job_that_asks_for_experience_or_does_not_say() {
    let site = TestSite::new();
    let list = site.get("/api/v1/roles?start=none").await.ok().json();
    let offered: Vec<&str> =
        list["roles"].as_array().unwrap().iter().map(|role| role["id"].as_str().unwrap()).collect();
    assert!(offered.contains(&"care-worker"));
    for id in ["general-manager", "trainer-or-assessor", "peer-support-worker"] {
        assert!(!offered.contains(&id), "{id} is offered to somebody without qualifications");
        let page = site.get(&format!("/roles/{id}")).await.ok().main();
        let is_said = page.contains("Experience that fits the job") || page.contains("Ask what you need");
        assert!(is_said, "the page of {id} does not say where it begins");
    }
}

#[tokio::test]
async fn a_reader_learns_what_is_our_reading_and_which_of_several_ways_is_needed() {
    let page = TestSite::new().get("/roles/osteopath").await.ok().main();
    assert!(page.contains("You need one of these") && !page.contains(">Required<"), "{page}");
    assert!(page.contains("We worked this out"), "{page}");
    let page = TestSite::new().get("/roles/community-paramedic").await.ok().main();
    assert!(page.contains("Experience first") && page.contains("3 to 5 years"), "{page}");
}

#[tokio::test]
async fn what_one_needs_to_start_is_what_the_usual_way_asks_for() {
    for (id, words) in [
        ("phlebotomist", "Usually GCSEs"),
        ("physician-associate", "A degree"),
        ("general-manager", "A degree or experience that fits the job"),
        ("care-worker", "No set qualifications"),
    ] {
        let page = TestSite::new().get(&format!("/roles/{id}")).await.ok().main();
        let said =
            page.split("What you need to start").nth(1).unwrap_or_default().split("</dd>").next().unwrap_or_default();
        assert!(said.contains(words), "{id}: {said}");
    }
}

#[tokio::test]
async fn what_has_changed_is_said_with_its_page_and_dates() {
    let site = TestSite::new();
    let page = site.get("/roles/physician-associate").await.ok().main();
    assert!(page.contains("Changed since our source"), "{page}");
    assert!(
        page.contains("href=\"https://www.gmc-uk.org/") && page.contains("December 2024; read 27 November 2026"),
        "{page}"
    );
    let changed = &site.get("/api/v1/roles/physician-associate").await.ok().json()["changed"];
    assert_eq!((&changed[0]["read"], &changed[0]["sources"][0]), (&"2026-11-27".into(), &"gmc".into()));
    assert!(site.get("/guides/apprenticeships").await.ok().main().contains("Changed since our source"));
}

#[test]
fn no_figure_and_no_mark_is_without_its_year() {
    let catalogue = catalogue();
    assert!(catalogue.figures().iter().all(|figure| figure.as_of.year() >= 2000));
    assert!(catalogue.roles().iter().flat_map(|role| &role.marks).all(|mark| mark.as_of.year() >= 2000));
}
