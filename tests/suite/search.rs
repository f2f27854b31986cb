//! The search of `/roles`: what is marked, mended and offered.

use career_pathways::catalogue::search::SearchIndex;
use career_pathways::catalogue::search::engine::{Engine, IndexedField, SearchError};
use tantivy::TantivyError;

use crate::support::{TestSite, catalogue_of, files_of};

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

    fn role_count(&self) -> usize {
        0
    }

    fn bytes(&self) -> u64 {
        0
    }
}

fn site_without_search() -> TestSite {
    let catalogue = catalogue_of(files_of(crate::DATA));
    let (graph, filters) = (catalogue.graph(), catalogue.filters());
    let index = SearchIndex::with_engine(graph, filters, catalogue.lists(), &[], |_| Ok(Box::new(FailingEngine)));
    TestSite::of(catalogue.with_search(index))
}

#[tokio::test]
async fn a_search_that_has_no_answer_says_so_and_never_shows_an_empty_list() {
    let site = site_without_search();
    for address in
        ["/roles?q=nurse", "/roles?q=nurse&as-typed=yes", "/map?q=nurse", "/pack?q=nurse", "/roles.csv?q=nurse"]
    {
        let page = site.get(address).await.status(500);
        assert_eq!(page.text_of("h1"), "The search does not work just now", "{address}");
        assert!(!page.main_text().contains("0 roles"), "{address}");
    }
    let answer = site.get("/api/v1/roles?q=nurse").await.status(500).json();
    assert_eq!(answer["error"]["code"], "search-failed");
}

#[tokio::test]
async fn what_needs_no_search_is_shown_without_one() {
    let site = site_without_search();
    for address in ["/roles", "/roles?level=entry", "/map", "/pack", "/journeys?from=nurs&to=matrn", "/api/v1/roles"] {
        let _ = site.get(address).await.ok();
    }
}
