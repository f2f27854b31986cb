//! `/pack`: roles as a handout.

use scraper::{ElementRef, Html, Selector};

use crate::support::{TestSite, catalogue};

fn all<'d>(document: &'d Html, selector: &str) -> Vec<ElementRef<'d>> {
    let selector = Selector::parse(selector).unwrap();
    document.select(&selector).collect()
}

fn words(element: &ElementRef<'_>) -> String {
    element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

async fn titles(site: &TestSite, address: &str, selector: &str) -> Vec<String> {
    let document = site.get(address).await.ok().document();
    all(&document, selector).iter().map(words).collect()
}

#[tokio::test]
async fn a_pack_has_a_sheet_for_each_chosen_role_in_the_order_of_choice() {
    let site = TestSite::new();
    let sheets = titles(&site, "/pack?role=ward-nurse&role=Home+Helper&role=WA&role=ward-nurse", ".sheet h2").await;
    assert_eq!(sheets, ["Ward Nurse", "Home Helper", "Ward Assistant"]);
}

#[tokio::test]
async fn a_sheet_has_what_one_needs_to_know_of_the_role() {
    let page = TestSite::new().get("/pack?role=ward-nurse").await.ok();
    let sheet = page.text_of(".sheet");
    for fact in [
        "You care for adults and children who are ill",
        "Career level Mid career",
        "Where it is found Primary care, Secondary care, Social care",
        "You must be on a register: Ward Register (WR)",
        "What you do",
        "Where you work",
        "What it asks of you",
        "Ways in University degree (usual way): The main way",
        "Progression available to Same level (mid career): Surgery Nurse. You take a course",
        "Sources and review",
        "Reviewed 22 November 2026.",
        "Our sources do not say: how long each way in takes, whether some of the ways in are paid, pay, hours and checks.",
    ] {
        assert!(sheet.contains(fact), "{fact}\n{sheet}");
    }
}

#[tokio::test]
async fn roles_that_one_reaches_by_a_like_move_stand_together_on_a_sheet() {
    let sheet = TestSite::new().get("/pack?role=ward-nurse").await.ok().text_of(".sheet");
    let from = "You can get here from Up two levels, to mid career: Desk Clerk; Pool Helper; Ward Assistant.";
    assert!(sheet.contains(from), "{sheet}");
    for step in catalogue().graph().predecessors(catalogue().role("ward-nurse").unwrap()) {
        assert!(sheet.contains(&step.from.title), "{} leads here too", step.from.title);
    }
}

#[tokio::test]
async fn of_many_ways_into_other_roles_a_sheet_has_the_names_and_where_to_read_on() {
    let site = TestSite::new();
    let nurse = site.get("/pack?role=ward-nurse").await.ok().text_of(".sheet");
    let names = "Other jobs that accept people from this role Birth Nurse; Listener; Surgery Medic;";
    assert!(nurse.contains(names) && nurse.contains("Each asks for more: read its own page first."), "{nurse}");
    let few = site.get("/pack?role=records-clerk").await.ok().text_of(".sheet");
    assert!(few.contains("Surgery Manager: You have often worked in"), "{few}");
}

#[tokio::test]
async fn a_sheet_says_what_is_not_recorded_in_one_sentence() {
    let sheet = TestSite::new().get("/pack?role=nursing-director").await.ok().text_of(".sheet");
    let sentence = "Our sources do not say: where this role leads next, whether you care for patients, whether you must \
                    register, what it asks of you, pay, hours and checks.";
    assert!(sheet.contains(sentence), "{sheet}");
    assert!(!sheet.contains("Registration Not recorded"), "{sheet}");
}

#[tokio::test]
async fn one_role_needs_no_cover_on_paper_and_its_sheet_says_who_made_it() {
    let site = TestSite::new();
    let one = site.get("/pack?role=ward-nurse").await.ok();
    assert_eq!(all(&one.document(), ".cover.no-print").len(), 1);
    assert_eq!(one.text_of(".sheet + p"), "This pack was made with Saltmarsh careers (https://saltmarsh.test).");
    let two = site.get("/pack?role=ward-nurse&role=hospital-mover").await.ok();
    assert!(all(&two.document(), ".cover.no-print, .sheet + p").is_empty());
}

#[tokio::test]
async fn a_sheet_bears_the_address_of_its_page_from_the_site_file_whatever_the_host() {
    let site = TestSite::new();
    let base = catalogue().site().base_url.clone();
    let page = site.get_with("/pack?role=ward-nurse", &[("host", "evil.example")]).await.ok();
    assert!(page.text_of(".sheet .address").ends_with(&format!("{base}/roles/ward-nurse")));
    assert!(!page.text().contains("evil.example"));
    let code = career_pathways::web::view::qr::Qr::of(&format!("{base}/roles/ward-nurse")).unwrap();
    let document = page.document();
    assert_eq!(all(&document, ".qr path")[0].value().attr("d"), Some(code.path.as_str()));
}

#[tokio::test]
async fn a_filter_gives_the_same_roles_in_the_same_order_as_the_list() {
    let site = TestSite::new();
    for filter in ["category=nursing", "level=entry&setting=social", "q=nurse", "start=none&setting=primary"] {
        let listed = titles(&site, &format!("/roles?{filter}"), ".card h3").await;
        assert!(!listed.is_empty(), "{filter}");
        assert_eq!(titles(&site, &format!("/pack?{filter}"), ".sheet h2").await, listed, "{filter}");
    }
}

#[tokio::test]
async fn every_pack_that_is_offered_has_as_many_sheets_as_it_says() {
    let site = TestSite::crowded("hospital-mover", 40);
    for page in ["/pack", "/pack?setting=secondary", "/pack?contact=clinical&contact=non-clinical"] {
        let document = site.get(page).await.ok().document();
        let offered = all(&document, "ul.chosen a");
        assert!(offered.len() > 3, "{page}");
        for link in offered {
            let address = link.value().attr("href").unwrap();
            let count = words(&all(&Html::parse_fragment(&link.html()), ".quiet")[0]);
            let sheets = titles(&site, address, ".sheet h2").await;
            assert_eq!(sheets.len().to_string(), count, "{address} on {page}");
        }
    }
}

#[tokio::test]
async fn more_than_sixty_roles_are_too_many_and_can_be_narrowed() {
    let page = TestSite::crowded("hospital-mover", 57).get("/pack?category=estates-and-facilities").await.ok();
    let text = page.main_text();
    assert!(text.contains("This would have 61 roles. A pack has at most 60."), "{text}");
    assert!(page.links().contains(&"/pack?level=early&category=estates-and-facilities".to_owned()));
    assert!(all(&page.document(), ".sheet").is_empty());
}

#[tokio::test]
async fn packs_stand_under_what_their_roles_have_in_common() {
    let document = TestSite::new().get("/pack").await.ok().document();
    let kinds: Vec<String> = all(&document, "h3").iter().map(words).collect();
    assert_eq!(kinds, ["Career level", "Place", "Family of careers", "What a 2025 report says"]);
    // Social care is a place and a family: a name alone would not tell which pack is meant.
    let lists: Vec<String> = all(&document, "h3 + ul").iter().map(words).collect();
    assert!(lists[1].contains("Social care") && lists[2].contains("Social care"), "{lists:?}");
}

#[tokio::test]
async fn a_part_of_a_pack_has_none_but_its_roles() {
    let site = TestSite::crowded("hospital-mover", 40);
    for filter in ["setting=secondary", "setting=primary&setting=secondary"] {
        let whole = site.get(&format!("/api/v1/roles?{filter}")).await.ok().json();
        let whole: Vec<String> =
            whole["roles"].as_array().unwrap().iter().map(|role| role["title"].as_str().unwrap().to_owned()).collect();
        let document = site.get(&format!("/pack?{filter}")).await.ok().document();
        let parts = all(&document, "h3 + ul a");
        assert!(parts.len() > 10, "{filter}");
        for part in parts {
            let address = part.value().attr("href").unwrap();
            for role in titles(&site, address, ".sheet h2").await {
                assert!(whole.contains(&role), "{role} in {address}, a part of {filter}");
            }
        }
    }
}

#[tokio::test]
async fn a_pack_can_have_sixty_roles() {
    let site = TestSite::crowded("hospital-mover", 56);
    let sheets = titles(&site, "/pack?category=estates-and-facilities", ".sheet h2").await;
    assert_eq!(sheets.len(), 60);
}

#[tokio::test]
async fn without_a_choice_one_chooses() {
    let site = TestSite::new();
    let page = site.get("/pack").await.ok();
    assert_eq!(page.text_of("h1"), "Make a pack");
    let document = page.document();
    let ticks: Vec<&str> =
        all(&document, "input[name=role]").iter().filter_map(|tick| tick.value().attr("value")).collect();
    for role in catalogue().roles() {
        assert!(ticks.contains(&role.id.as_str()), "{}", role.id);
    }
    assert_eq!(all(&document, "input[name=paper]").len(), 4);
    assert_eq!(all(&document, "input[name=text]").len(), 2);
}

#[tokio::test]
async fn the_text_can_be_large_and_the_paper_tinted() {
    let site = TestSite::crowded("hospital-mover", 40);
    let class = async |address: &str| {
        let document = site.get(address).await.ok().document();
        all(&document, ".pack")[0].value().attr("class").unwrap().to_owned()
    };
    assert_eq!(class("/pack?role=ward-nurse").await, "pack normal white");
    assert_eq!(class("/pack?role=ward-nurse&text=large&paper=green").await, "pack large green");
    let narrowed = site.get("/pack?setting=secondary&text=large&paper=cream").await.ok();
    assert!(narrowed.links().contains(&"/pack?level=entry&setting=secondary&text=large&paper=cream".to_owned()));
}

#[tokio::test]
async fn what_does_not_exist_is_said_and_left_out() {
    let site = TestSite::new();
    let page = site.get("/pack?role=ward-nurse&role=ward-nusre&text=huge&paper=pink").await.ok();
    let text = page.main_text();
    for notice in
        ["There is no role called “ward-nusre”.", "There is no text size “huge”.", "There is no paper “pink”."]
    {
        assert!(text.contains(notice), "{notice}\n{text}");
    }
    assert_eq!(all(&page.document(), ".sheet").len(), 1);
    let page = site.get("/pack?level=boss").await.ok();
    assert!(page.main_text().contains("There is no “boss” under career level."), "{}", page.main_text());
    assert!(all(&page.document(), ".sheet").is_empty());
    let page = site.get("/pack?q=zzzzzzzzz").await.ok();
    assert!(page.main_text().contains("No role fits all of this at once."));
}

#[tokio::test]
async fn a_list_a_comparison_and_a_role_lead_to_their_pack() {
    let site = TestSite::new();
    for (from, to) in [
        ("/roles?level=entry&q=care", "/pack?q=care&level=entry"),
        ("/compare?role=ward-nurse&role=ambulance-medic", "/pack?role=ward-nurse&role=ambulance-medic"),
        ("/roles/ward-nurse", "/pack?role=ward-nurse"),
    ] {
        assert!(site.get(from).await.ok().links().contains(&to.to_owned()), "{from}");
    }
}

#[tokio::test]
async fn a_pack_says_who_made_it_and_from_when_it_is() {
    let site = TestSite::new();
    let cover = site.get("/pack?role=ward-nurse&role=birth-nurse").await.ok().text_of(".cover");
    assert!(cover.contains("This pack was made with Saltmarsh careers (https://saltmarsh.test)."), "{cover}");
    assert!(cover.contains("The facts were last checked on 22 November 2026."), "{cover}");
    assert!(cover.contains("Make a new pack after 22 November 2027."), "{cover}");
    assert!(cover.contains("every sheet. Ward Nurse: Mid career Birth Nurse: Mid career"), "{cover}");
}

#[tokio::test]
async fn a_journey_gives_its_ways_and_a_sheet_for_each_role_on_them() {
    let site = TestSite::new();
    let journey = "from=home-helper&to=house-manager";
    let question = site.get(&format!("/journeys?{journey}")).await.ok();
    assert!(question.links().contains(&format!("/pack?{journey}")));
    let ways = titles(&site, &format!("/pack?{journey}"), ".way h2").await;
    let planned = titles(&site, &format!("/journeys?{journey}"), "main section > h2[id^=way]").await;
    assert_eq!(ways, planned);
    let stops = titles(&site, &format!("/journeys?{journey}"), ".trip h3 a").await;
    let sheets = titles(&site, &format!("/pack?{journey}"), ".sheet .top h2").await;
    assert!(stops.len() > 1 && stops.iter().all(|stop| sheets.contains(stop)), "{stops:?} {sheets:?}");
    let page = site.get(&format!("/pack?{journey}&text=large")).await.ok();
    assert_eq!(page.text_of("h1"), "From Home Helper to House Manager");
    let hidden = page.document();
    let kept: Vec<_> =
        all(&hidden, "input[type=hidden]").iter().filter_map(|input| input.value().attr("value")).collect();
    assert_eq!(kept, ["home-helper", "house-manager"]);
}

#[tokio::test]
async fn a_journey_that_does_not_exist_leads_to_the_planner() {
    let site = TestSite::new();
    let page = site.get("/pack?from=tooth-surgeon&to=nosuchrole").await.ok();
    assert!(page.main_text().contains("We do not know both ends of this journey."), "{}", page.main_text());
    let page = site.get("/pack?from=volunteer-guide&to=bonesetter&no-degree=yes").await.ok();
    assert!(page.main_text().contains("Our sources show no way from here to there."), "{}", page.main_text());
    assert!(page.links().contains(&"/journeys?from=volunteer-guide&to=bonesetter&no-degree=yes".to_owned()));
}

#[tokio::test]
async fn the_address_of_one_machine_alone_is_shown_to_nobody() {
    for own in ["http://127.0.0.1:3000", "http://localhost", "http://[::1]:80", "http://0.0.0.0:80"] {
        let site = TestSite::after("site.yaml", |text| text.replace("https://saltmarsh.test", own));
        for address in ["/pack?role=ward-nurse", "/roles/ward-nurse", "/match?start=none"] {
            let text = site.get(address).await.ok().main_text();
            assert!(
                !text.contains("://127") && !text.contains("://local") && !text.contains("://["),
                "{own}{address}: {text}"
            );
        }
        let pack = site.get("/pack?role=ward-nurse").await.ok();
        assert_eq!(pack.texts_of(".qr").len(), 0, "a code that no telephone can follow");
    }
}
