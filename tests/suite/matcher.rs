//! `/match`: the questions, and what answers to them lead to.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use career_pathways::catalogue::filter::Facet;
use career_pathways::catalogue::matcher::{AnswerCount, AnswerOption, Answers, Outcome, Question};
use career_pathways::web::http::request_limits::MOST_PARAMETERS;
use scraper::Selector;

use crate::support::{TestSite, catalogue};

/// The questions of the data.
static QUESTIONS: LazyLock<Vec<Question>> = LazyLock::new(|| catalogue().questions().to_vec());

fn every_answer() -> impl Iterator<Item = (&'static Question, &'static AnswerOption)> {
    QUESTIONS.iter().flat_map(|question| question.answers.iter().map(move |answer| (question, answer)))
}

#[tokio::test]
async fn without_answers_there_are_only_the_questions_with_a_box_for_each_answer() {
    let page = TestSite::new().get("/match").await.ok();
    let document = page.document();
    let boxes: Vec<_> = document.select(&Selector::parse("fieldset input").unwrap()).collect();
    for (question, answer) in every_answer() {
        let kind = if question.takes == AnswerCount::One { "radio" } else { "checkbox" };
        let of_answer = boxes.iter().map(|input| input.value()).filter(|input| {
            input.attr("name") == Some(question.key.as_str()) && input.attr("value") == Some(answer.id.as_str())
        });
        let kinds: Vec<_> = of_answer.map(|input| input.attr("type")).collect();
        assert_eq!(kinds, [Some(kind)], "{}={}", question.key, answer.id);
    }
    assert!(document.select(&Selector::parse(".card").unwrap()).next().is_none());
    assert!(page.main_text().contains("Use this to start a conversation. It is not a test."));
}

#[test]
fn what_a_visitor_has_opens_the_same_roles_as_on_the_list_of_roles() {
    let catalogue = catalogue();
    let question = QUESTIONS.iter().find(|question| question.key == Facet::Start.key()).unwrap();
    let options: Vec<&str> = catalogue.filters().options(Facet::Start).collect();
    assert_eq!(question.answers.iter().map(|answer| answer.id.as_str()).collect::<Vec<_>>(), options);
    for answer in &question.answers {
        let (answers, _) = Answers::parse(&QUESTIONS, [(question.key.as_str(), answer.id.as_str())]);
        let outcome = Outcome::of(catalogue.graph(), catalogue.matcher(), &answers);
        let open = catalogue.filters().roles(Facet::Start, &answer.id).unwrap().count_ones(..);
        assert_eq!(outcome.matches.len() + outcome.others, open, "{}", answer.id);
    }
}

#[tokio::test]
async fn the_roles_come_with_their_count_and_the_reasons() {
    let page = TestSite::new().get("/match?who=babies&start=none").await.ok();
    assert_eq!(page.text_of("h1"), "1 role fits your answers");
    assert!(page.text_of("title").starts_with("1 role fits your answers – "));
    let words = page.main_text();
    assert!(words.contains("Birth Helper Matches your answer"), "{words}");
    assert!(
        words.contains("You said you want to help babies and new families. This role is in the family “Midwifery” and")
    );
    assert!(words.contains("mentions “babies”, “birth” and “mothers”."));
    assert!(words.contains("You said you have no qualifications yet. This role has a way in for you."));
    let (before, counted) = words.split_once("The points of each role").unwrap();
    assert!(!before.contains("7 points"), "points stand among the reasons: {before}");
    assert!(counted.contains("Birth Helper: 7 points"), "{counted}");
}

#[tokio::test]
async fn what_was_left_out_is_named_with_the_answer_that_did_it() {
    let words = TestSite::new().get("/match?who=babies&start=none").await.ok().main_text();
    let (_, left_out) = words.split_once("What was left out, and why").unwrap();
    assert!(left_out.starts_with(" You said you have no qualifications yet. 30 roles are left out,"), "{left_out}");
    let (named, _) = left_out.split_once(" Keep your answers").unwrap();
    assert!(named.contains("your other answers match most: Birth Nurse: How to get there"), "{named}");
    assert!(!named.contains("Nurse Consultant"), "no answer speaks for it: {named}");
}

#[tokio::test]
async fn three_roles_that_few_people_know_stand_beside_the_others() {
    let page = TestSite::new().get("/match?who=babies").await.ok().main();
    let (_, from_there) = page.split_once("id=\"less-known\"").unwrap();
    let (section, _) = from_there.split_once("<h2").unwrap();
    assert_eq!(section.matches("class=\"mark\">Less known").count(), 3);
}

#[tokio::test]
async fn answers_are_kept_in_the_address_in_the_order_of_the_questions() {
    let page = TestSite::new().get("/match?lead=no&science=&with=things&colour=blue&with=people&q=x").await.ok();
    let kept = "/match?with=people&with=things&lead=no";
    assert!(page.links().contains(&kept.to_owned()), "{:?}", page.links());
    let document = page.document();
    let canonical = document.select(&Selector::parse("link[rel=canonical]").unwrap()).next().unwrap();
    assert!(canonical.value().attr("href").unwrap().ends_with(kept));
    for fewer in
        ["/match?with=things&lead=no", "/match?with=people&lead=no", "/match?with=people&with=things", "/match"]
    {
        assert!(page.links().contains(&fewer.to_owned()), "{fewer}");
    }
    let is_checked = Selector::parse("input[checked]").unwrap();
    let checked: BTreeSet<String> = document
        .select(&is_checked)
        .map(|input| format!("{}={}", input.attr("name").unwrap(), input.attr("value").unwrap()))
        .filter(|pair| !pair.ends_with('='))
        .collect();
    assert_eq!(checked.into_iter().collect::<Vec<_>>(), ["lead=no", "with=people", "with=things"]);
}

#[tokio::test]
async fn an_answer_that_does_not_exist_is_named_and_the_real_ones_are_offered() {
    let page = TestSite::new().get("/match?science=a+lot&with=people").await.ok();
    assert!(page.main_text().contains("“a lot” is not an answer to “Do you like science?”"));
    assert!(page.links().contains(&"/match?science=yes".to_owned()));
}

#[tokio::test]
async fn every_box_at_once_stays_within_bounds() {
    let several = every_answer().filter(|(question, _)| question.takes == AnswerCount::Several);
    let one = QUESTIONS
        .iter()
        .filter(|question| question.takes == AnswerCount::One)
        .map(|question| (question, &question.answers[0]));
    let pairs: Vec<String> =
        several.chain(one).map(|(question, answer)| format!("{}={}", question.key, answer.id)).collect();
    assert!(pairs.len() <= MOST_PARAMETERS, "{} boxes", pairs.len());
    let _ = TestSite::new().get(&format!("/match?{}", pairs.join("&"))).await.ok();
}

#[tokio::test]
async fn the_page_says_what_every_answer_looks_for_and_how_it_counts() {
    let page = TestSite::new().get("/match").await.ok();
    let document = page.document();
    let lines = document.select(&Selector::parse(".looks-for dd").unwrap()).count();
    let facts: usize = every_answer().map(|(_, answer)| answer.needs.len() + answer.weights.len()).sum();
    assert_eq!(lines, facts);
    let words = page.text_of("details");
    assert!(words.contains("The role is in the family “Midwifery”: 3 points."), "{words}");
    assert!(words.contains("The role mentions bab…, birth, mother…, pregnan…, new parents: 2 points."));
    assert!(words.contains("The role gives care directly to patients: 3 points less."));
    assert!(words.contains("The role has a way in without a degree, or it is left out."));
}

#[tokio::test]
async fn the_same_answers_give_the_same_page_on_every_site() {
    let address = "/match?start=gcse&with=people&care=talking&who=older&emergencies=no&lead=yes";
    let one = TestSite::new().get(address).await.ok().text();
    assert_eq!(one, TestSite::new().get(address).await.ok().text());
}

#[tokio::test]
async fn there_are_ways_on_from_the_roles_that_fit() {
    let site = TestSite::new();
    let links = site.get("/match?start=gcse&setting=social&with=people").await.ok().links();
    for way in ["/compare?role=", "/pack?role=", "/map?start=gcse&setting=social", "/journeys?from=gcse&to="] {
        let link = links.iter().find(|link| link.starts_with(way)).unwrap_or_else(|| panic!("{way}: {links:?}"));
        let _ = site.get(link).await.ok();
    }
}
