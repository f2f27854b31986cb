//! The search of `/roles`, with what people type and with what they then see.
//!
//! `tests/fixtures/queries.tsv` holds searches as people type them, each with its right answers.

use career_pathways::catalogue::Catalogue;
use career_pathways::catalogue::filter::Facet;

use crate::support::{TestSite, shipped};

/// Of a hundred searches, so many must have a right role among the first three.
const GOAL: usize = 95;

struct Judged {
    half: String,
    search: String,
    right: Vec<String>,
}

fn judged() -> Vec<Judged> {
    let lines =
        include_str!("../fixtures/queries.tsv").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let mut columns = line.split('\t').map(str::to_owned);
            let (half, search) = (columns.next().unwrap(), columns.next().unwrap());
            let right = columns.next().unwrap().split(' ').map(str::to_owned).collect();
            Judged { half, search, right }
        })
        .collect()
}

fn is_right(catalogue: &Catalogue, right: &[String], role: usize) -> bool {
    right.iter().any(|right| match right.split_once('=') {
        Some((key, value)) => {
            let facet = Facet::from_key(key).unwrap();
            catalogue.filters().roles(facet, value).unwrap().contains(role)
        }
        None => catalogue.roles()[role].id.as_str() == right,
    })
}

/// The searches of a half with no right role among the first three, and how many searches it has.
fn missed(catalogue: &Catalogue, half: &str) -> (Vec<String>, usize) {
    let of_half: Vec<Judged> = judged().into_iter().filter(|judged| judged.half == half).collect();
    let mut missed = Vec::new();
    for Judged { search, right, .. } in &of_half {
        let found = catalogue.find(search);
        let first: Vec<usize> = found.hits.iter().take(3).map(|hit| hit.role).collect();
        if !first.iter().any(|&role| is_right(catalogue, right, role)) {
            let titles: Vec<&str> = first.iter().map(|&role| catalogue.roles()[role].title.as_str()).collect();
            missed.push(format!("{search}: found {titles:?}, read as {:?}", found.mended));
        }
    }
    (missed, of_half.len())
}

#[expect(clippy::print_stdout, reason = "the figure is for a person to read: --nocapture")]
fn assert_goal(half: &str) {
    let catalogue = shipped();
    let (missed, all) = missed(&catalogue, half);
    let right = all - missed.len();
    println!("{half}: {right} of {all} searches have a right role among the first three\n{}", missed.join("\n"));
    assert!(right * 100 >= all * GOAL, "only {right} of {all}:\n{}", missed.join("\n"));
}

#[test]
fn the_searches_for_tuning_find_their_roles() {
    assert_goal("tune");
}

#[test]
fn the_searches_that_nothing_was_tuned_to_find_their_roles_too() {
    assert_goal("final");
}

#[tokio::test]
async fn what_matched_is_marked_with_the_words_around_it() {
    let answer = TestSite::real().get("/roles?q=cleaner").await.ok();
    let main = answer.main();
    assert!(main.contains("People also say: <mark>cleaner</mark>"), "{main}");
    let main = TestSite::real().get("/roles?q=nurses").await.ok().main();
    assert!(main.contains(r#"<a href="/roles/nurse"><mark>Nurse</mark></a>"#), "{main}");
    let main = TestSite::real().get("/roles?q=steam").await.ok().main();
    assert!(main.contains("What you do: Run <mark>steam</mark> cabinets."), "{main}");
}

#[tokio::test]
async fn a_mended_search_says_so_and_offers_the_search_as_typed() {
    let site = TestSite::real();
    let answer = site.get("/roles?q=physioterapist&level=mid").await.ok();
    let text = answer.main_text();
    assert!(text.contains("Showing results for physiotherapist. Search for physioterapist as typed"), "{text}");
    let as_typed = "/roles?q=physioterapist&as-typed=yes&level=mid";
    assert!(answer.links().contains(&as_typed.to_owned()), "{:?}", answer.links());
    let answer = site.get(as_typed).await.ok();
    let text = answer.main_text();
    assert!(text.contains("We searched for the words as you typed them. Search for physiotherapist"), "{text}");
    assert!(text.contains("No role has the word physioterapist."), "{text}");
    assert!(answer.links().contains(&"/roles?q=physioterapist&level=mid".to_owned()), "{:?}", answer.links());
}

#[tokio::test]
async fn a_search_that_finds_nothing_offers_the_nearest_titles() {
    let answer = TestSite::real().get("/roles?q=nrs").await.ok();
    assert!(answer.links().contains(&"/roles/nurse".to_owned()), "{:?}", answer.links());
    assert!(answer.main_text().contains("Did you mean"), "{}", answer.main_text());
}

#[tokio::test]
async fn words_are_shown_as_words_and_never_as_html() {
    let answer = TestSite::real().get("/roles?q=%3Cscript%3Ealert(1)%3C/script%3E+nurse").await.ok();
    assert!(!answer.text().contains("<script"), "{}", answer.text());
}

#[tokio::test]
async fn only_the_first_two_hundred_letters_of_a_search_are_read() {
    let long = "nurse+".repeat(60);
    let answer = TestSite::real().get(&format!("/roles?q={long}")).await.ok();
    assert!(answer.links().contains(&"/roles/nurse".to_owned()));
}
