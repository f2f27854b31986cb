//! The questions: what each answer looks for in a role.

use crate::catalogue::filter::Facet;
use crate::catalogue::matcher::words::WordList;
use crate::catalogue::model::vocabulary::Term;

/// A question that a visitor may answer or skip.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its key in the address.
    pub key: String,
    /// The question.
    pub text: String,
    /// Whether one or several answers can be given.
    pub takes: AnswerCount,
    /// The answers to choose from.
    pub answers: Vec<AnswerOption>,
}

/// How many answers a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnswerCount {
    /// One.
    One,
    /// Any number.
    Several,
}

impl Term for AnswerCount {
    const NAME: &'static str = "number of answers";
    const ALL: &'static [Self] = &[Self::One, Self::Several];

    fn id(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Several => "several",
        }
    }
}

/// An answer to a question.
#[derive(Clone, Debug)]
pub struct AnswerOption {
    /// Its value in the address.
    pub id: String,
    /// The answer as the visitor chooses it.
    pub label: String,
    /// The answer as a clause, to follow "You said".
    pub said: String,
    /// Criteria of which a role must meet one, or else is left out; empty where the answer only ranks. The needs of several
    /// answers to one question are alternatives.
    pub needs: Vec<Criterion>,
    /// What counts for a role, or against it.
    pub weights: Vec<Weight>,
}

/// How much a criterion counts.
#[derive(Clone, Debug)]
pub struct Weight {
    /// The criterion.
    pub criterion: Criterion,
    /// Points for a role that meets it; below zero where it counts against the role.
    pub points: i32,
}

/// Something that a role meets or does not, by what is recorded of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Criterion {
    /// A choice of a filter gives the role.
    Choice(Facet, String),
    /// One of its entry routes is paid throughout.
    Earns,
    /// One of its entry routes neither needs a degree nor leads to one.
    WithoutDegree,
    /// Its texts have one of these words; a word in its summary counts twice.
    Words(WordList),
}

impl Question {
    /// The answer with this id.
    #[must_use]
    pub fn answer(&self, id: &str) -> Option<&AnswerOption> {
        self.answers.iter().find(|answer| answer.id == id)
    }
}

impl AnswerOption {
    /// Everything that the answer looks for: its needs, then what it weighs.
    pub fn criteria(&self) -> impl Iterator<Item = &Criterion> {
        self.needs.iter().chain(self.weights.iter().map(|weight| &weight.criterion))
    }
}
