//! The questions of `/match` fit the shipped data: each answer looks for what is there, and changes what comes.

use std::sync::LazyLock;

use career_pathways::catalogue::matcher::{AnswerOption, Answers, Criterion, Outcome, Question};

use crate::support::{TestSite, catalogue};

/// The questions of the data.
static QUESTIONS: LazyLock<Vec<Question>> = LazyLock::new(|| catalogue().questions().to_vec());

fn every_answer() -> impl Iterator<Item = (&'static Question, &'static AnswerOption)> {
    QUESTIONS.iter().flat_map(|question| question.answers.iter().map(move |answer| (question, answer)))
}

fn matched(answers: &[(&'static Question, &'static AnswerOption)]) -> Vec<String> {
    let catalogue = catalogue();
    let (answers, _) = Answers::parse(
        &QUESTIONS,
        answers.iter().map(|(question, answer)| (question.key.as_str(), answer.id.as_str())),
    );
    let outcome = Outcome::of(catalogue.graph(), catalogue.matcher(), &answers);
    outcome.matches.iter().map(|one| one.role.id.to_string()).collect()
}

#[test]
fn there_are_eight_to_twelve_questions() {
    assert!((8..=12).contains(&QUESTIONS.len()));
}

#[test]
fn every_fact_that_an_answer_looks_for_exists_in_the_data() {
    let catalogue = catalogue();
    for (question, answer) in every_answer() {
        for criterion in answer.criteria() {
            if let Criterion::Choice(facet, id) = criterion {
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

#[tokio::test]
async fn at_least_three_roles_that_few_people_know_stand_beside_the_others() {
    let site = TestSite::new();
    for (question, answer) in every_answer() {
        let page = site.get(&format!("/match?{}={}", question.key, answer.id)).await.ok().main();
        let (_, from_there) = page.split_once("id=\"less-known\"").unwrap();
        let (section, _) = from_there.split_once("<h2").unwrap();
        assert!(section.matches("class=\"mark\">Less known").count() >= 3, "{}={}", question.key, answer.id);
    }
}
