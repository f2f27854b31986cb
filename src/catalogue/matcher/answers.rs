//! What a visitor answered.

use crate::catalogue::matcher::{AnswerCount, AnswerOption, QUESTIONS, Question};

/// The answers of a visitor, in the order of the questions.
#[derive(Clone, Debug, Default)]
pub struct Answers(Vec<(&'static Question, &'static AnswerOption)>);

/// An answer that does not exist.
#[derive(Clone, Debug)]
pub struct UnknownAnswer {
    /// The question it was given to.
    pub question: &'static Question,
    /// The value as given.
    pub value: String,
}

impl Answers {
    /// Reads the answers of a query; values that do not exist are returned beside them.
    ///
    /// A question that takes one answer takes the first.
    pub fn parse<'q>(pairs: impl IntoIterator<Item = (&'q str, &'q str)>) -> (Self, Vec<UnknownAnswer>) {
        let pairs: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        let mut answers = Self::default();
        let mut unknown = Vec::new();
        for question in QUESTIONS {
            let given = pairs.iter().filter(|(key, _)| *key == question.key).map(|(_, value)| *value);
            let (known, odd): (Vec<&str>, Vec<&str>) = given.partition(|value| question.answer(value).is_some());
            unknown.extend(odd.into_iter().map(|value| UnknownAnswer { question, value: value.to_owned() }));
            let given_for = |answer: &&AnswerOption| match question.takes {
                AnswerCount::One => known.first() == Some(&answer.id),
                AnswerCount::Several => known.contains(&answer.id),
            };
            answers.0.extend(question.answers.iter().filter(given_for).map(|answer| (question, answer)));
        }
        (answers, unknown)
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each answer with its question, in the order of the questions.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Question, &'static AnswerOption)> {
        self.0.iter().copied()
    }

    /// Whether this answer was given.
    #[must_use]
    pub fn has(&self, question: &Question, answer: &AnswerOption) -> bool {
        self.iter().any(|(asked, given)| asked.key == question.key && given.id == answer.id)
    }
}

#[cfg(test)]
mod tests {
    use super::Answers;

    fn read(pairs: &[(&'static str, &'static str)]) -> (Vec<String>, Vec<String>) {
        let (answers, unknown) = Answers::parse(pairs.iter().copied());
        (
            answers.iter().map(|(question, answer)| format!("{}={}", question.key, answer.id)).collect(),
            unknown.into_iter().map(|odd| format!("{}={}", odd.question.key, odd.value)).collect(),
        )
    }

    #[test]
    fn answers_stand_in_the_order_of_the_questions_whatever_order_they_came_in() {
        let (known, unknown) = read(&[("science", "yes"), ("with", "things"), ("with", "people"), ("with", "things")]);
        assert_eq!(known, ["with=people", "with=things", "science=yes"]);
        assert!(unknown.is_empty());
    }

    #[test]
    fn a_skipped_question_and_a_key_that_asks_nothing_say_nothing() {
        assert_eq!(read(&[("science", ""), ("colour", "blue")]), (vec![], vec![]));
    }

    #[test]
    fn an_answer_that_does_not_exist_is_named() {
        assert_eq!(read(&[("science", "a lot")]), (vec![], vec!["science=a lot".to_owned()]));
    }

    #[test]
    fn a_question_with_one_answer_takes_the_first_that_exists() {
        let (known, unknown) = read(&[("science", "maybe"), ("science", "no"), ("science", "yes")]);
        assert_eq!((known, unknown), (vec!["science=no".to_owned()], vec!["science=maybe".to_owned()]));
    }
}
