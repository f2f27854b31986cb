//! The search of `/roles`: what is marked, mended and offered.

use career_pathways::catalogue::search::SearchIndex;
use career_pathways::catalogue::search::engine::{Engine, IndexedField, SearchError};
use tantivy::TantivyError;

use crate::support::{Answer, TestSite, catalogue_of, files_of};

#[tokio::test]
async fn what_matched_is_marked_with_the_words_around_it() {
    let answer = TestSite::new().get("/roles?q=cleaner").await.ok();
    let main = answer.main();
    assert!(main.contains("People also say: <mark>cleaner</mark>"), "{main}");
    let main = TestSite::new().get("/roles?q=nurses").await.ok().main();
    assert!(main.contains(r#"<a href="/roles/ward-nurse">Ward <mark>Nurse</mark></a>"#), "{main}");
    let main = TestSite::new().get("/roles?q=steam").await.ok().main();
    assert!(main.contains("What you do: Run the <mark>steam</mark> ovens."), "{main}");
}

#[tokio::test]
async fn a_mended_search_says_so_and_offers_the_search_as_typed() {
    let site = TestSite::new();
    let answer = site.get("/roles?q=hydroterapist&level=mid").await.ok();
    let text = answer.main_text();
    assert!(text.contains("Showing results for hydrotherapist. Search for hydroterapist as typed"), "{text}");
    let as_typed = "/roles?q=hydroterapist&as-typed=yes&level=mid";
    assert!(answer.links().contains(&as_typed.to_owned()), "{:?}", answer.links());
    let answer = site.get(as_typed).await.ok();
    let text = answer.main_text();
    assert!(text.contains("We searched for the words as you typed them. Search for hydrotherapist"), "{text}");
    assert!(text.contains("No role has the word hydroterapist."), "{text}");
    assert!(answer.links().contains(&"/roles?q=hydroterapist&level=mid".to_owned()), "{:?}", answer.links());
}

#[tokio::test]
async fn a_search_that_finds_nothing_offers_the_nearest_titles() {
    let answer = TestSite::new().get("/roles?q=lstnr").await.ok();
    assert!(answer.links().contains(&"/roles/listener".to_owned()), "{:?}", answer.links());
    assert!(answer.main_text().contains("Did you mean"), "{}", answer.main_text());
}

#[tokio::test]
async fn words_are_shown_as_words_and_never_as_html() {
    let answer = TestSite::new().get("/roles?q=%3Cscript%3Ealert(1)%3C/script%3E+ward-nurse").await.ok();
    assert!(!answer.text().contains("<script"), "{}", answer.text());
}

#[tokio::test]
async fn only_the_first_two_hundred_letters_of_a_search_are_read() {
    let long = "nurse+".repeat(60);
    let answer = TestSite::new().get(&format!("/roles?q={long}")).await.ok();
    assert!(answer.links().contains(&"/roles/ward-nurse".to_owned()));
}

#[tokio::test]
async fn words_that_mean_a_choice_make_it_and_can_be_taken_back() {
    let site = TestSite::new();
    let answer = site.get("/roles?q=nurse+no+exams").await.ok();
    let same = site.get("/roles?q=nurse&start=none").await.ok();
    assert_eq!(answer.text_of("h1"), same.text_of("h1"));
    let text = answer.main_text();
    assert!(text.contains("We understood “no exams” as a choice: no qualifications yet."), "{text}");
    assert!(text.contains("Remove: No qualifications yet ×"), "{text}");
    assert!(answer.links().contains(&"/roles?q=nurse".to_owned()), "{:?}", answer.links());
    assert!(answer.links().contains(&"/roles?q=nurse+no+exams&as-typed=yes".to_owned()), "{:?}", answer.links());
    let alone = site.get("/roles?q=first+job").await.ok();
    assert_eq!(alone.text_of("h1"), site.get("/roles?start=none").await.ok().text_of("h1"));
    let as_typed = site.get("/roles?q=nurse+no+exams&as-typed=yes").await.ok();
    assert!(!as_typed.main_text().contains("Remove: No qualifications yet"), "{}", as_typed.main_text());
}

#[tokio::test]
async fn several_words_mean_a_choice_only_as_a_whole() {
    let site = TestSite::new();
    let text = site.get("/roles?q=learn").await.ok().main_text();
    assert!(!text.contains("We understood"), "{text}");
    let text = site.get("/roles?q=learn+on+the+job").await.ok().main_text();
    assert!(text.contains("We understood “learn on the job” as a choice: start the job and learn there."), "{text}");
}

#[tokio::test]
async fn a_misspelled_choice_is_mended_and_made() {
    let answer = TestSite::new().get("/api/v1/roles?q=aprenticeship").await.ok().json();
    assert_eq!(answer["mended"], "apprenticeship");
    assert_eq!(answer["understood"].as_array().unwrap().len(), 2, "{}", answer["understood"]);
    assert_eq!(answer["understood"][0]["value"], "apprenticeship");
    assert_eq!(answer["understood"][1]["value"], "degree-apprenticeship");
    assert!(!answer["roles"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn what_the_data_cannot_answer_is_said_and_no_role_is_offered_for_it() {
    let site = TestSite::new();
    let answer = site.get("/roles?q=wages").await.ok();
    let text = answer.main_text();
    assert!(text.contains("We do not have what each job pays."), "{text}");
    assert!(!text.contains("No role fits all of this at once"), "{text}");
    assert!(answer.main().contains(r#"<a href="https://college.saltmarsh.test">"#), "{}", answer.main());
    assert!(answer.text_of("h1").starts_with("0 roles"), "{}", answer.text_of("h1"));
    let of_a_job = site.get("/roles?q=nurse+pay").await.ok();
    assert!(of_a_job.main_text().contains("We do not have what each job pays."));
    assert!(of_a_job.links().contains(&"/roles/ward-nurse".to_owned()));
}

#[tokio::test]
async fn a_protected_title_without_a_page_is_said_to_be_one_and_is_no_other_job() {
    let mut files = files_of(crate::DATA);
    let law =
        "- {register: therapy-register, law: Baths Act, titles: [bath warden], floor: degree, sources: [booklet]}\n";
    files.insert("regulators.yaml".to_owned(), law.into());
    let site = TestSite::of(catalogue_of(files));
    let answer = site.get("/roles?q=bath+wardens").await.ok();
    let text = answer.main_text();
    assert!(text.contains("We have no page for bath warden yet. It is a protected title."), "{text}");
    assert!(text.contains("These are different jobs in the same kind of work: Pool Helper"), "{text}");
    assert!(answer.text_of("h1").starts_with("0 roles"), "{}", answer.text_of("h1"));
    assert!(answer.main().contains(r#"<a href="https://therapy-register.test">"#), "{}", answer.main());
    let json = site.get("/api/v1/roles?q=bath+warden").await.ok().json();
    assert_eq!(json["protected"]["title"], "bath warden");
    assert_eq!(json["protected"]["register"], "therapy-register");
    assert_eq!(json["roles"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn guides_pathways_and_organisations_are_found_beside_the_roles() {
    let site = TestSite::new();
    let also = |answer: &Answer| {
        let text = answer.main_text();
        text.split_once("Also found").map(|(_, also)| also.to_owned()).unwrap_or_default()
    };
    let pathway = site.get("/roles?q=bonesetter+pathway").await.ok();
    assert!(pathway.links().contains(&"/pathways/bonesetter".to_owned()), "{:?}", pathway.links());
    let guide = site.get("/roles?q=before+you+apply").await.ok();
    assert!(guide.links().contains(&"/guides/before-you-apply".to_owned()), "{:?}", guide.links());
    let organisation = site.get("/roles?q=WR").await.ok();
    assert!(also(&organisation).contains("Ward Register"), "{}", also(&organisation));
    let json = site.get("/api/v1/roles?q=ward+register").await.ok().json();
    assert_eq!(json["also_found"][0]["kind"], "organisation");
    assert_eq!(json["also_found"][0]["id"], "ward-register");
}

#[tokio::test]
async fn words_that_people_say_for_a_guide_alone_give_the_guide_before_any_role() {
    let mut files = files_of(crate::DATA);
    let synonyms = String::from_utf8(files["synonyms.yaml"].clone()).unwrap();
    let said = "- say: [ward jobs, how do I apply]\n  guides: [before-you-apply]\n";
    files.insert("synonyms.yaml".to_owned(), format!("{synonyms}{said}").into());
    let site = TestSite::of(catalogue_of(files));
    let first_of = async |query: &str| {
        let page = site.get(&format!("/roles?q={query}")).await.ok().main();
        let place = |text: &str| page.find(text).unwrap_or(usize::MAX);
        place("/guides/before-you-apply") < place("class=\"card\"")
    };
    for query in ["ward+jobs", "Ward+job", "how+do+i+apply"] {
        assert!(first_of(query).await, "{query}");
    }
    assert!(!first_of("ward").await, "a ward is no word for a guide alone");
}

#[tokio::test]
async fn texts_that_look_the_same_find_the_same() {
    let site = TestSite::new();
    let titles =
        async |query: &str| site.get(&format!("/api/v1/roles?q={query}")).await.ok().json()["roles"].to_string();
    let nurse = titles("nurse").await;
    for same in
        ["n%C3%BArse", "nu%CC%81rse", "nurs%D0%B5", "%EF%BD%8E%EF%BD%95%EF%BD%92%EF%BD%93%EF%BD%85", "nur%C2%ADse"]
    {
        assert_eq!(titles(same).await, nurse, "{same}");
    }
    assert_eq!(titles("T.D.").await, titles("TD").await);
    assert!(titles("t.d.").await.contains("town-doctor"));
    assert_eq!(titles("pielegniarka").await, titles("piel%C4%99gniarka").await);
    let foreign = site.get("/roles?q=piel%C4%99gniarka").await.ok().main();
    assert!(foreign.contains(r#"People also say: <span lang="pl"><mark>pielęgniarka</mark></span>"#), "{foreign}");
}

#[tokio::test]
async fn common_words_of_english_are_never_mended() {
    let site = TestSite::new();
    for search in ["youth worker", "police", "band"] {
        let json = site.get(&format!("/api/v1/roles?q={}", search.replace(' ', "+"))).await.ok().json();
        assert_eq!(json["mended"], serde_json::Value::Null, "{search}");
        assert_eq!(json["roles"].as_array().unwrap().len(), 0, "{search}");
    }
}

/// An engine whose every read fails.
#[derive(Debug)]
struct FailingEngine;

fn failure<T>() -> Result<T, SearchError> {
    Err(SearchError::Read(TantivyError::InternalError("planted by a test".to_owned())))
}

impl Engine for FailingEngine {
    fn for_each_posting(&self, _: IndexedField, _: &str, _: &mut dyn FnMut(usize, f32)) -> Result<(), SearchError> {
        failure()
    }

    fn document_frequency(&self, _: IndexedField, _: &str) -> Result<u64, SearchError> {
        failure()
    }

    fn fuzzy_terms(&self, _: &str, _: u8) -> Result<Vec<String>, SearchError> {
        failure()
    }

    fn document_count(&self) -> usize {
        0
    }

    fn bytes(&self) -> u64 {
        0
    }
}

fn site_without_search() -> TestSite {
    let catalogue = catalogue_of(files_of(crate::DATA));
    let index = SearchIndex::with_engine(catalogue.search_input(), |_| Ok(Box::new(FailingEngine)));
    TestSite::of(catalogue.with_search(index))
}

#[tokio::test]
async fn a_search_that_has_no_answer_says_so_and_never_shows_an_empty_list() {
    let site = site_without_search();
    for address in ["/roles?q=nurse", "/roles?q=nurse&as-typed=yes", "/map?q=nurse", "/pack?q=nurse"] {
        let page = site.get(address).await.status(500);
        assert_eq!(page.text_of("h1"), "The search does not work just now", "{address}");
        assert!(!page.main_text().contains("0 roles"), "{address}");
    }
    for address in ["/api/v1/roles?q=nurse", "/roles.csv?q=nurse"] {
        let answer = site.get(address).await.status(500).json();
        assert_eq!(answer["error"]["code"], "search-failed", "{address}");
    }
}

#[tokio::test]
async fn what_needs_no_search_is_shown_without_one() {
    let site = site_without_search();
    for address in ["/roles", "/roles?level=entry", "/map", "/pack", "/journeys?from=nurs&to=matrn", "/api/v1/roles"] {
        let _ = site.get(address).await.ok();
    }
}

/// The titles that a search shows, in order.
async fn titles(text: &str) -> Vec<String> {
    TestSite::new().get(&format!("/roles?q={text}")).await.ok().texts_of(".card h3")
}

#[tokio::test]
async fn hyphens_and_the_plural_of_an_abbreviation_change_nothing() {
    for (typed, plain) in [
        ("town-doctor", "town+doctor"),
        ("ward-nurse", "ward+nurse"),
        ("TDs", "TD"),
        ("T.D.s", "TD"),
        ("surgery%2Dnurses", "surgery+nurse"),
    ] {
        assert!(!titles(plain).await.is_empty(), "{plain}");
        assert_eq!(titles(typed).await, titles(plain).await, "{typed}");
    }
}

/// The same roles in the same order stand behind every address that a list of roles leads to.
#[tokio::test]
async fn a_list_leads_to_the_same_roles_as_open_data() {
    let site = TestSite::new();
    for list in ["/roles?q=nures&as-typed=yes", "/roles?q=nurse&sort=title", "/roles?sort=level"] {
        let page = site.get(list).await.ok();
        let shown = page.texts_of(".card h3");
        let json = page.attributes_of("link[rel=alternate][type='application/json']", "href");
        let address = json[0].trim_start_matches(|sign| sign != '?');
        let roles = site.get(&format!("/api/v1/roles{address}")).await.ok().json();
        let titles: Vec<&str> =
            roles["roles"].as_array().unwrap().iter().map(|role| role["title"].as_str().unwrap()).collect();
        assert_eq!(titles[..shown.len()], shown, "{list}");
        assert_eq!(shown.is_empty(), titles.is_empty(), "{list}");
    }
}
