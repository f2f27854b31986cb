//! A few questions for the unit tests, with every kind of criterion.

use crate::catalogue::filter::{Facet, REGISTERED};
use crate::catalogue::matcher::question::{AnswerCount, AnswerOption, Criterion, Question, Weight};
use crate::catalogue::matcher::words::WordList;

fn question(key: &str, takes: AnswerCount, answers: Vec<AnswerOption>) -> Question {
    Question { key: key.to_owned(), text: format!("What about {key}?"), takes, answers }
}

fn answer(id: &str, needs: Vec<Criterion>, weights: Vec<(i32, Criterion)>) -> AnswerOption {
    let weights = weights.into_iter().map(|(points, criterion)| Weight { criterion, points }).collect();
    AnswerOption { id: id.to_owned(), label: id.to_owned(), said: format!("you said {id}"), needs, weights }
}

fn choice(facet: Facet, id: &str) -> Criterion {
    Criterion::Choice(facet, id.to_owned())
}

fn words(words: &[&str]) -> Criterion {
    Criterion::Words(WordList::new(words.iter().map(|word| (*word).to_owned())))
}

pub fn questions() -> Vec<Question> {
    let start = |id| answer(id, vec![choice(Facet::Start, id)], vec![]);
    let leader = || choice(Facet::Category, "management");
    vec![
        question(
            "start",
            AnswerCount::Several,
            vec![
                start("none"),
                start("gcse"),
                answer("degree", vec![choice(Facet::Start, "degree")], vec![(2, choice(Facet::Route, "postgraduate"))]),
                start(REGISTERED),
            ],
        ),
        question(
            "begin",
            AnswerCount::Several,
            vec![
                answer("work", vec![], vec![(3, choice(Facet::Route, "on-the-job"))]),
                answer(
                    "apprenticeship",
                    vec![],
                    vec![(3, choice(Facet::Route, "apprenticeship")), (1, Criterion::Earns)],
                ),
                answer("no-degree", vec![Criterion::WithoutDegree], vec![]),
            ],
        ),
        question(
            "who",
            AnswerCount::Several,
            vec![
                answer("babies", vec![], vec![(3, choice(Facet::Category, "midwifery")), (2, words(&["bab*"]))]),
                answer("children", vec![], vec![(3, words(&["child*", "young"]))]),
            ],
        ),
        question("make", AnswerCount::Several, vec![answer("create", vec![], vec![(3, words(&["creativ*", "art"]))])]),
        question(
            "setting",
            AnswerCount::Several,
            vec![answer("social", vec![], vec![(2, choice(Facet::Setting, "social"))])],
        ),
        question("move", AnswerCount::One, vec![answer("desk", vec![], vec![(2, words(&["phone", "sit at"]))])]),
        question(
            "care",
            AnswerCount::One,
            vec![
                answer("hands-on", vec![], vec![(3, choice(Facet::Contact, "clinical"))]),
                answer(
                    "behind",
                    vec![],
                    vec![(3, choice(Facet::Contact, "non-clinical")), (-3, choice(Facet::Contact, "clinical"))],
                ),
            ],
        ),
        question(
            "lead",
            AnswerCount::One,
            vec![
                answer("yes", vec![], vec![(2, leader()), (1, choice(Facet::Level, "leadership"))]),
                answer("no", vec![], vec![(-2, leader())]),
            ],
        ),
    ]
}
