//! The answers of a visitor, as an address has them.

use crate::catalogue::matcher::question::{AnswerCount, AnswerOption, Question};

/// The answers given, in the order of the questions.
#[derive(Clone, Debug, Default)]
pub struct Answers<'q>(Vec<(&'q Question, &'q AnswerOption)>);

/// An answer that does not exist.
#[derive(Clone, Debug)]
pub struct UnknownAnswer<'q> {
    /// The question it was given to.
    pub question: &'q Question,
    /// The value as given.
    pub value: String,
}

impl<'q> Answers<'q> {
    /// Parses the pairs of a query; values that do not exist are returned beside the answers. Of several values for a question
    /// that takes one answer, the first that exists counts.
    pub fn parse<'p>(
        questions: &'q [Question],
        pairs: impl IntoIterator<Item = (&'p str, &'p str)>,
    ) -> (Self, Vec<UnknownAnswer<'q>>) {
        let pairs: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        let mut answers = Self::default();
        let mut unknown = Vec::new();
        for question in questions {
            let given = pairs.iter().filter(|(key, _)| *key == question.key).map(|(_, value)| *value);
            let (known, odd): (Vec<&str>, Vec<&str>) = given.partition(|value| question.answer(value).is_some());
            unknown.extend(odd.into_iter().map(|value| UnknownAnswer { question, value: value.to_owned() }));
            let is_given = |answer: &&AnswerOption| match question.takes {
                AnswerCount::One => known.first() == Some(&answer.id.as_str()),
                AnswerCount::Several => known.contains(&answer.id.as_str()),
            };
            answers.0.extend(question.answers.iter().filter(is_given).map(|answer| (question, answer)));
        }
        (answers, unknown)
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each answer with its question, in the order of the questions.
    pub fn iter(&self) -> impl Iterator<Item = (&'q Question, &'q AnswerOption)> {
        self.0.iter().copied()
    }

    /// Whether this answer was given.
    #[must_use]
    pub fn has(&self, question: &Question, answer: &AnswerOption) -> bool {
        self.iter().any(|(answered, given)| answered.key == question.key && given.id == answer.id)
    }
}

#[cfg(test)]
mod tests {
    use super::Answers;
    use crate::catalogue::matcher::sample_questions::questions;

    fn parse(pairs: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
        let questions = questions();
        let (answers, unknown) = Answers::parse(&questions, pairs.iter().copied());
        (
            answers.iter().map(|(question, answer)| format!("{}={}", question.key, answer.id)).collect(),
            unknown.into_iter().map(|odd| format!("{}={}", odd.question.key, odd.value)).collect(),
        )
    }

    #[test]
    fn answers_come_in_the_order_of_the_questions_whatever_order_they_were_given_in() {
        let (known, unknown) = parse(&[("lead", "yes"), ("who", "children"), ("who", "babies"), ("who", "children")]);
        assert_eq!(known, ["who=babies", "who=children", "lead=yes"]);
        assert!(unknown.is_empty());
    }

    #[test]
    fn a_skipped_question_and_a_key_that_asks_nothing_say_nothing() {
        assert_eq!(parse(&[("lead", ""), ("colour", "blue")]), (vec![], vec![]));
    }

    #[test]
    fn an_answer_that_does_not_exist_is_named() {
        assert_eq!(parse(&[("lead", "a lot")]), (vec![], vec!["lead=a lot".to_owned()]));
    }

    #[test]
    fn a_question_with_one_answer_takes_the_first_that_exists() {
        let (known, unknown) = parse(&[("lead", "maybe"), ("lead", "no"), ("lead", "yes")]);
        assert_eq!((known, unknown), (vec!["lead=no".to_owned()], vec!["lead=maybe".to_owned()]));
    }
}
