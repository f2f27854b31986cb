//! `/compare`: roles side by side.

use scraper::{Html, Selector};

use crate::support::TestSite;

fn texts(document: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let found = document.select(&selector);
    found.map(|element| element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")).collect()
}

#[tokio::test]
async fn two_roles_have_the_same_facts_in_the_same_rows() {
    let page = TestSite::new().get("/compare?role=ward-nurse&role=ambulance-medic").await.ok().document();
    assert_eq!(texts(&page, ".compare thead th"), ["Ward Nurse", "Ambulance Medic"]);
    let facts = texts(&page, ".compare .fact th");
    for fact in ["How long", "Registration", "Ways in"] {
        assert!(facts.iter().any(|shown| shown == fact), "{fact} in {facts:?}");
    }
    for fact in ["Career level", "Contact with patients"] {
        assert!(!facts.iter().any(|shown| shown == fact), "{fact} is the same and shown as different: {facts:?}");
        assert!(texts(&page, ".facts dt").iter().any(|shown| shown == fact), "{fact} is not said to be the same");
    }
    let cells = texts(&page, ".compare td");
    assert_eq!(cells.len(), 2 * facts.len());
    assert!(cells.iter().all(|cell| !cell.is_empty()), "a cell says nothing");
}

#[tokio::test]
async fn each_cell_says_whose_it_is_where_columns_are_not_seen() {
    let page = TestSite::new().get("/compare?role=ward-nurse&role=ambulance-medic").await.ok().document();
    for (number, cell) in texts(&page, ".compare td").iter().enumerate() {
        let role = if number % 2 == 0 { "Ward Nurse: " } else { "Ambulance Medic: " };
        assert!(cell.starts_with(role), "{cell}");
    }
}

#[tokio::test]
async fn what_no_source_says_is_said_to_be_unknown() {
    let page = TestSite::new().get("/compare?role=ward-nurse&role=ambulance-medic").await.ok().main_text();
    assert!(page.contains("You can get here from Ward Nurse:") && page.contains("Ambulance Medic: –"), "{page}");
}

#[tokio::test]
async fn a_role_is_taken_by_its_title_another_title_or_its_id() {
    let site = TestSite::new();
    let by_id = site.get("/compare?role=ward-assistant&role=ward-nurse").await.ok().main();
    let by_title = site.get("/compare?role=ward%20assistant&role=WARD+NURSE").await.ok().main();
    let by_other_title = site.get("/compare?role=WA&role=+Ward+Nurse+&role=&role=").await.ok().main();
    assert_eq!(by_id, by_title);
    assert_eq!(by_id, by_other_title);
}

#[tokio::test]
async fn the_same_role_twice_counts_once() {
    let page = TestSite::new().get("/compare?role=ward-nurse&role=Ward+Nurse").await.ok();
    assert_eq!(page.text_of("h1"), "Compare roles");
}

#[tokio::test]
async fn a_name_that_no_role_has_offers_those_that_come_near() {
    let page = TestSite::new().get("/compare?role=ambulance-medic&role=ward-nusre").await.ok();
    assert!(page.main_text().contains("There is no role called “ward-nusre”. Did you mean:"));
    assert!(page.links().contains(&"/compare?role=ambulance-medic&role=ward-nurse".to_owned()), "{:?}", page.links());
    let page = TestSite::new().get("/compare?role=%3Cq%3Exqzkvw").await.ok();
    assert!(page.main_text().contains("There is no role called “<q>xqzkvw”. Type a name from the"));
}

#[tokio::test]
async fn one_role_offers_roles_to_put_beside_it() {
    let page = TestSite::new().get("/compare?role=ward-nurse").await.ok();
    assert!(page.main_text().contains("Choose two to four roles."));
    assert!(page.links().contains(&"/compare?role=ward-nurse&role=surgery-nurse".to_owned()));
}

#[tokio::test]
async fn more_than_four_roles_can_be_taken_away_or_printed() {
    let roles = "role=ward-nurse&role=ambulance-medic&role=birth-nurse&role=tooth-surgeon&role=hospital-mover";
    let page = TestSite::new().get(&format!("/compare?{roles}")).await.ok();
    assert!(page.main_text().contains("You can compare four roles at a time. You chose 5."));
    assert!(
        page.links()
            .contains(&"/compare?role=ward-nurse&role=ambulance-medic&role=birth-nurse&role=tooth-surgeon".to_owned())
    );
    assert!(page.links().contains(&format!("/pack?{roles}")));
}

#[tokio::test]
async fn the_boxes_of_the_form_hold_the_roles_that_are_compared() {
    let page = TestSite::new().get("/compare?role=ward-nurse&role=ambulance-medic").await.ok().document();
    let boxes = Selector::parse("input[name=role][list=titles]").unwrap();
    let values: Vec<&str> = page.select(&boxes).map(|input| input.value().attr("value").unwrap()).collect();
    assert_eq!(values, ["Ward Nurse", "Ambulance Medic", "", ""]);
    let suggested = Selector::parse("datalist#titles option").unwrap();
    assert!(page.select(&suggested).any(|option| option.value().attr("value") == Some("WA")));
}

#[tokio::test]
async fn a_role_leads_to_its_comparison() {
    let page = TestSite::new().get("/roles/ward-nurse").await.ok();
    assert!(page.links().contains(&"/compare?role=ward-nurse".to_owned()));
}
