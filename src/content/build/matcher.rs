//! The questions of the matcher, each list of words in place of its id.

use std::collections::BTreeMap;

use crate::catalogue::matcher::{AnswerOption, Criterion, Question, Weight, WordList};
use crate::content::build::values::values;
use crate::content::schema::matcher::{AnswerKeys, CriterionKeys, CriterionValue, MatcherFile, QuestionKeys};

/// Builds the questions of `matcher.yaml`.
pub fn questions(file: MatcherFile) -> Vec<Question> {
    let lists: BTreeMap<String, WordList> =
        file.words.into_iter().map(|list| (list.id.value, WordList::new(values(list.any_of)))).collect();
    file.questions.into_iter().map(|keys| question(keys, &lists)).collect()
}

fn question(keys: QuestionKeys, lists: &BTreeMap<String, WordList>) -> Question {
    Question {
        key: keys.key.value,
        text: keys.question.value,
        takes: keys.choose.value,
        answers: keys.answers.into_iter().map(|keys| answer(keys, lists)).collect(),
    }
}

fn answer(keys: AnswerKeys, lists: &BTreeMap<String, WordList>) -> AnswerOption {
    let weights = keys.weights.into_iter();
    AnswerOption {
        id: keys.id.value,
        label: keys.label.value,
        said: keys.said.value,
        needs: keys.needs.into_iter().map(|keys| criterion(keys, lists)).collect(),
        weights: weights
            .map(|keys| Weight { criterion: criterion(keys.criterion, lists), points: keys.points.value })
            .collect(),
    }
}

fn criterion(keys: CriterionKeys, lists: &BTreeMap<String, WordList>) -> Criterion {
    match keys.value {
        CriterionValue::Choice(facet, id) => Criterion::Choice(facet, id.value),
        // Every list that is referred to is there: the rules have shown it.
        CriterionValue::Words(id) => Criterion::Words(lists.get(&id.value).cloned().unwrap_or_default()),
        CriterionValue::Earns => Criterion::Earns,
        CriterionValue::WithoutDegree => Criterion::WithoutDegree,
    }
}
