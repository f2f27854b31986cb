//! `/match`: the questions, and what answers to them lead to on the shipped data.

use std::collections::BTreeSet;

use career_pathways::catalogue::filter::Facet;
use career_pathways::catalogue::matcher::{
    AnswerCount, AnswerOption, Answers, Criterion, Outcome, QUESTIONS, Question,
};
use career_pathways::web::http::request_limits::MOST_PARAMETERS;
use scraper::Selector;

use crate::support::{TestSite, shipped};

fn every_answer() -> impl Iterator<Item = (&'static Question, &'static AnswerOption)> {
    QUESTIONS.iter().flat_map(|question| question.answers.iter().map(move |answer| (question, answer)))
}

fn matched(answers: &[(&'static Question, &'static AnswerOption)]) -> Vec<String> {
    let catalogue = shipped();
    let (answers, _) = Answers::parse(answers.iter().map(|(question, answer)| (question.key, answer.id)));
    let outcome = Outcome::of(catalogue.graph(), catalogue.matcher(), &answers);
    outcome.matches.iter().map(|one| one.role.id.to_string()).collect()
}

#[tokio::test]
async fn without_answers_there_are_only_the_questions_with_a_box_for_each_answer() {
    let page = TestSite::real().get("/match").await.ok();
    let document = page.document();
    let boxes: Vec<_> = document.select(&Selector::parse("fieldset input").unwrap()).collect();
    for (question, answer) in every_answer() {
        let kind = if question.takes == AnswerCount::One { "radio" } else { "checkbox" };
        let of_answer = boxes
            .iter()
            .map(|input| input.value())
            .filter(|input| input.attr("name") == Some(question.key) && input.attr("value") == Some(answer.id));
        let kinds: Vec<_> = of_answer.map(|input| input.attr("type")).collect();
        assert_eq!(kinds, [Some(kind)], "{}={}", question.key, answer.id);
    }
    assert!(document.select(&Selector::parse(".card").unwrap()).next().is_none());
    assert!(page.main_text().contains("This is a start for a talk, not a test."));
}

#[test]
fn there_are_eight_to_twelve_questions() {
    assert!((8..=12).contains(&QUESTIONS.len()));
}

#[test]
fn every_fact_that_an_answer_looks_for_exists_in_the_data() {
    let catalogue = shipped();
    for (question, answer) in every_answer() {
        for fact in answer.needs.iter().chain(answer.weights.iter().map(|weight| &weight.fact)) {
            if let Criterion::Is(facet, id) = fact {
                let roles = catalogue.filters().roles(*facet, id).map_or(0, |roles| roles.count_ones(..));
                assert!(roles > 0, "{}={} looks for {facet:?} {id}, which no role has", question.key, answer.id);
            }
        }
    }
}

#[test]
fn each_answer_changes_which_roles_come_and_in_which_order() {
    let nothing = matched(&[]);
    let with_others: Vec<_> = ["with", "setting"]
        .iter()
        .filter_map(|key| QUESTIONS.iter().find(|question| question.key == *key))
        .map(|question| (question, &question.answers[0]))
        .collect();
    let others = matched(&with_others);
    for (question, answer) in every_answer() {
        assert_ne!(matched(&[(question, answer)]), nothing, "{}={} alone", question.key, answer.id);
        if with_others.iter().any(|(asked, _)| asked.key == question.key) {
            continue;
        }
        let more: Vec<_> = with_others.iter().copied().chain([(question, answer)]).collect();
        assert_ne!(matched(&more), others, "{}={} beside other answers", question.key, answer.id);
    }
}

#[test]
fn what_a_visitor_has_opens_the_same_roles_as_on_the_list_of_roles() {
    let catalogue = shipped();
    let question = QUESTIONS.iter().find(|question| question.key == Facet::Start.key()).unwrap();
    let options: Vec<&str> = catalogue.filters().options(Facet::Start).collect();
    assert_eq!(question.answers.iter().map(|answer| answer.id).collect::<Vec<_>>(), options);
    for answer in question.answers {
        let (answers, _) = Answers::parse([(question.key, answer.id)]);
        let outcome = Outcome::of(catalogue.graph(), catalogue.matcher(), &answers);
        let open = catalogue.filters().roles(Facet::Start, answer.id).unwrap().count_ones(..);
        assert_eq!(outcome.matches.len() + outcome.others, open, "{}", answer.id);
    }
}

#[tokio::test]
async fn the_roles_come_with_their_count_and_the_reasons() {
    let page = TestSite::real().get("/match?who=babies&start=none").await.ok();
    assert_eq!(page.text_of("h1"), "1 role fits your answers");
    assert!(page.text_of("title").starts_with("1 role fits your answers – "));
    let words = page.main_text();
    assert!(words.contains("Maternity Support Worker Your answer speaks for it. 7 points."), "{words}");
    assert!(
        words.contains("You said you want to help babies and new families. This role is in the family “Midwifery” and")
    );
    assert!(words.contains("speaks of “babies”, “birth”, “mothers” and “pregnancy”. 7 points."));
    assert!(words.contains("You said you have no qualifications yet. This role has a way in that begins with that."));
}

#[tokio::test]
async fn what_was_left_out_is_named_with_the_answer_that_did_it() {
    let words = TestSite::real().get("/match?who=babies&start=none").await.ok().main_text();
    let (_, left_out) = words.split_once("What was left out, and why").unwrap();
    assert!(left_out.starts_with(" You said you have no qualifications yet. 87 roles are left out,"), "{left_out}");
    let (named, _) = left_out.split_once(" Keep your answers").unwrap();
    assert!(named.contains("your other answers speak most for: Midwife: You care for families"), "{named}");
    assert!(!named.contains("Advanced Practitioner"), "no answer speaks for it: {named}");
}

#[tokio::test]
async fn at_least_three_roles_that_few_people_know_stand_beside_the_others() {
    let site = TestSite::real();
    for (question, answer) in every_answer() {
        let page = site.get(&format!("/match?{}={}", question.key, answer.id)).await.ok().main();
        let (_, from_there) = page.split_once("id=\"less-known\"").unwrap();
        let (section, _) = from_there.split_once("<h2").unwrap();
        assert!(section.matches("class=\"mark\">Less known").count() >= 3, "{}={}", question.key, answer.id);
    }
}

#[tokio::test]
async fn answers_are_kept_in_the_address_in_the_order_of_the_questions() {
    let page = TestSite::real().get("/match?lead=no&science=&with=things&colour=blue&with=people&q=x").await.ok();
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
    let page = TestSite::real().get("/match?science=a+lot&with=people").await.ok();
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
    let _ = TestSite::real().get(&format!("/match?{}", pairs.join("&"))).await.ok();
}

#[tokio::test]
async fn the_page_says_what_every_answer_looks_for_and_how_it_counts() {
    let page = TestSite::real().get("/match").await.ok();
    let document = page.document();
    let lines = document.select(&Selector::parse(".looks-for dd").unwrap()).count();
    let facts: usize = every_answer().map(|(_, answer)| answer.needs.len() + answer.weights.len()).sum();
    assert_eq!(lines, facts);
    let words = page.text_of("details");
    assert!(words.contains("The role is in the family “Midwifery”: 3 points."), "{words}");
    assert!(words.contains("The role speaks of bab…, birth, mother…, pregnan…, new parents: 2 points."));
    assert!(words.contains("The role gives care directly to patients: 3 points less."));
    assert!(words.contains("The role has a way in without a degree, or it is left out."));
}

#[tokio::test]
async fn the_same_answers_give_the_same_page_on_every_site() {
    let address = "/match?start=gcse&with=people&care=talking&who=older&emergencies=no&lead=yes";
    let one = TestSite::real().get(address).await.ok().text();
    assert_eq!(one, TestSite::real().get(address).await.ok().text());
}

#[tokio::test]
async fn there_are_ways_on_from_the_roles_that_fit() {
    let site = TestSite::real();
    let links = site.get("/match?start=gcse&setting=social&with=people").await.ok().links();
    for way in ["/compare?role=", "/pack?role=", "/map?start=gcse&setting=social", "/journeys?from=gcse&to="] {
        let link = links.iter().find(|link| link.starts_with(way)).unwrap_or_else(|| panic!("{way}: {links:?}"));
        let _ = site.get(link).await.ok();
    }
}
