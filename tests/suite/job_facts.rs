//! Pay, hours, checks and the pages that say so, as readers get them.

use crate::checks::base;
use crate::support::{TestSite, catalogue_of};

const PAY: &str = "Band 5: £30,000 to £36,000 a year in 2026/27";
const HOURS: &str = "37 to 37.5 hours a week; shifts and nights";
const CHECKS: [&str; 2] = ["Enhanced criminal record check (DBS)", "Health check"];

fn site() -> TestSite {
    TestSite::of(catalogue_of(base()))
}

/// The site of the base, where this is put in place of a part of the nurse's file.
fn site_with(part: &str, other: &str) -> TestSite {
    let mut files = base();
    let file = files.get_mut("roles/nurse.yaml").unwrap();
    let text = String::from_utf8(file.clone()).unwrap();
    assert!(text.contains(part));
    *file = text.replace(part, other).into_bytes();
    TestSite::of(catalogue_of(files))
}

#[tokio::test]
async fn a_role_says_what_it_pays_in_which_year_when_one_works_and_what_one_is_checked_for() {
    let page = site().get("/roles/nurse").await.ok().main();
    for words in [PAY, HOURS, CHECKS[0], CHECKS[1]] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    assert!(page.contains("Full time, before tax, on The county scale, from 1 April 2026 to 31 March 2027."));
    assert!(page.contains("With experience, band 8a: £50,000 to £60,000 a year."));
    assert!(page.contains("The harbour pays 20% more: at least £4,000 and at most £8,000 a year."));
}

#[tokio::test]
async fn comparisons_handouts_and_braille_say_the_same() {
    let site = site();
    for address in ["/compare?role=nurse&role=matron", "/pack?role=nurse"] {
        let page = site.get(address).await.ok().main();
        for words in [PAY, HOURS, CHECKS[0], CHECKS[1]] {
            assert!(page.contains(words), "{address}: {words}\n{page}");
        }
    }
    let pack = site.get("/pack?role=matron").await.ok().main();
    assert!(pack.contains("pay, hours and checks"), "what is not recorded is named once: {pack}");
    let _ = site.get("/pack.brf?role=nurse").await.ok();
}

#[tokio::test]
async fn a_card_names_the_band_and_not_the_sum() {
    let list = site().get("/roles").await.ok().main();
    assert!(list.contains("Band 5") && !list.contains('£'), "{list}");
}

#[tokio::test]
async fn a_card_says_what_is_asked_of_somebody_without_qualifications() {
    let site = site_with("    from: [level-3]", "    from: [none]");
    assert!(site.get("/roles").await.ok().main().contains("A driving licence."));
}

#[tokio::test]
async fn a_fact_that_only_an_old_source_gives_is_said_with_its_year() {
    let old = site_with("published: 2025", "published: 2020-11-16");
    let page = old.get("/roles/nurse").await.ok().main();
    assert!(page.contains("37 to 37.5 hours a week; shifts and nights (2020)"), "{page}");
    assert!(page.contains("Enhanced criminal record check (DBS) (2020)"), "{page}");
    assert!(!page.contains("Health check (2020)"), "the tool is of 2023: {page}");
}

#[tokio::test]
async fn the_pages_that_facts_were_read_on_are_named_with_their_dates() {
    let page = site().get("/roles/nurse").await.ok().main();
    assert!(page.contains("https://handbook.test/nurse"), "{page}");
    assert!(page.contains("2025, read 20 November 2026"), "{page}");
    let undated = site_with("published: 2025, ", "").get("/roles/nurse").await.ok().main();
    assert!(undated.contains("undated, read 20 November 2026"), "{undated}");
}

#[tokio::test]
async fn a_former_address_leads_to_the_role() {
    let answer = site().get("/roles/sister").await.status(308);
    assert_eq!(answer.header("location"), "/roles/nurse");
    // So does the picture of a link that was shared, and a choice that somebody kept.
    let picture = site().get("/og/roles/sister.png").await.status(308);
    assert_eq!(picture.header("location"), "/og/roles/nurse.png");
    assert_eq!(listed("/roles?start=sister").await, listed("/roles?start=nurse").await);
    let _ = site().get("/api/v1/roles?start=sister").await.ok();
}

/// The ids of the roles of a list.
async fn listed(address: &str) -> Vec<String> {
    let links = site().get(address).await.ok().links_in(".card h3");
    links.into_iter().map(|link| link.replace("/roles/", "")).collect()
}

#[tokio::test]
async fn roles_are_filtered_by_the_least_band_by_hours_and_by_checks() {
    assert_eq!(listed("/roles?pay=2").await, ["nurse"], "band 5 is more than band 2");
    assert_eq!(listed("/roles?pay=5").await, ["nurse"]);
    assert!(listed("/roles?pay=8a").await.is_empty(), "one does not start there");
    assert_eq!(listed("/roles?pay=employer").await, ["care-worker"]);
    assert_eq!(listed("/roles?pay=5&pay=employer").await, ["care-worker", "nurse"], "values widen");
    assert_eq!(listed("/roles?hours=nights").await, ["nurse"]);
    assert!(listed("/roles?hours=seasonal").await.is_empty());
    assert_eq!(listed("/roles?checks=health&pay=5").await, ["nurse"], "keys narrow");
}

#[tokio::test]
async fn only_conditions_that_some_role_has_are_offered() {
    let form = site().get("/roles").await.ok().text_of(".filters");
    for offered in ["Band 5 or more", "Each employer", "Nights", "Health check"] {
        assert!(form.contains(offered), "{offered}: {form}");
    }
    for absent in ["Band 8a or more", "Seasonal work", "Security check"] {
        assert!(!form.contains(absent), "{absent}: {form}");
    }
    let town = TestSite::new().get("/roles").await.ok().text_of(".filters");
    assert!(!town.contains("Hours"), "a choice without options is none: {town}");
}

#[tokio::test]
async fn a_role_a_way_in_and_a_journey_lead_to_searches_of_other_sites() {
    let mut files = base();
    files.extend([(
        "links.yaml".to_owned(),
        b"- {id: jobs, name: County Jobs, finds: jobs, address: \"https://jobs.test/?q={words}&near={place}&miles={miles}\"}\n\
          - {id: study, name: Courses, finds: degrees, address: \"https://study.test/find/{words}\"}\n\
          - {id: trade, name: Trades, finds: apprenticeships, address: \"https://trade.test/?q={words}\"}\n"
            .to_vec(),
    )]);
    let site_file = files.get_mut("site.yaml").unwrap();
    site_file.extend(b"search_area: {place: Port Lynn, miles: 5}\n");
    let site = TestSite::of(catalogue_of(files));
    let page = site.get("/roles/nurse").await.ok();
    let panel = page.links_in(".panel");
    assert!(panel.contains(&"https://jobs.test/?q=staff%20nurse&near=Port%20Lynn&miles=5".to_owned()), "{panel:?}");
    assert!(panel.contains(&"https://study.test/find/Nurse".to_owned()), "{panel:?}");
    assert!(!panel.iter().any(|link| link.contains("trade.test")), "no way in is an apprenticeship: {panel:?}");
    assert_eq!(page.links_in(".ways-in .no-print"), ["https://study.test/find/Nurse"]);
    let carer = site.get("/roles/care-worker").await.ok().links_in(".ways-in .no-print");
    assert_eq!(carer, ["https://jobs.test/?q=Care%20Worker&near=Port%20Lynn&miles=5"], "without words, its title");
    let journey = site.get("/journeys?from=level-3&to=nurse").await.ok().links_in(".trip");
    assert!(journey.contains(&"https://study.test/find/Nurse".to_owned()), "{journey:?}");
}

#[tokio::test]
async fn a_site_that_names_no_place_searches_everywhere() {
    let panel = site().get("/roles/nurse").await.ok().links_in(".panel");
    assert!(panel.contains(&"https://jobs.test/search?q=staff%20nurse&near=&miles=".to_owned()), "{panel:?}");
}

#[tokio::test]
async fn the_page_about_the_data_counts_each_fact_by_the_year_of_its_sources() {
    let page = site().get("/about-the-data").await.ok();
    let rows = |section: &str| -> Vec<String> {
        let cells = page.texts_of(&format!("section[aria-labelledby={section}] tbody tr > *"));
        let width = if section == "pay" { 5 } else { 4 };
        cells.chunks(width).map(|row| row.join(" | ")).collect()
    };
    let coverage = rows("coverage");
    assert!(coverage.contains(&"pay | 2 | 50 | 2025: 1; 2023: 1".to_owned()), "{coverage:#?}");
    assert!(coverage.contains(&"hours | 1 | 25 | 2025: 1".to_owned()), "{coverage:#?}");
    let scale = "The county scale | 1 April 2026 to 31 March 2027 | Yes | The careers handbook | 30 April 2027";
    assert_eq!(rows("pay"), [scale]);
}
