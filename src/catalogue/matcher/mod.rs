//! A few plain questions, and the roles that the answers speak for.
//!
//! What an answer looks for in a role stands once, as data, in `questions`: the page that explains the matching, the
//! documents and the matching itself all read that table. Only recorded facts of a role count. Nothing is learned, guessed
//! or left to chance: the same answers and the same data give the same roles in the same order.

mod answers;
mod index;
mod outcome;
mod questions;
mod words;

pub use answers::{Answers, UnknownAnswer};
pub use index::MatcherIndex;
pub use outcome::{LeftOut, Match, Outcome, Polarity, Reason};
pub use questions::QUESTIONS;
pub use words::WordList;

use crate::catalogue::filter::Facet;

/// A question that a visitor may answer or skip.
#[derive(Debug)]
pub struct Question {
    /// Its key in the address.
    pub key: &'static str,
    /// The question.
    pub asks: &'static str,
    /// Whether one or several answers can be given.
    pub takes: AnswerCount,
    /// The answers to choose from.
    pub answers: &'static [AnswerOption],
}

/// How many answers a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerCount {
    /// One.
    One,
    /// Any number.
    Several,
}

/// An answer to a question, and what it looks for in a role.
#[derive(Debug)]
pub struct AnswerOption {
    /// Its value in the address.
    pub id: &'static str,
    /// What the visitor chooses.
    pub label: &'static str,
    /// What the visitor said by it, to stand behind "You said that".
    pub said: &'static str,
    /// What a role must have one of, or else is left out; empty where the answer only ranks. Where several answers to a
    /// question need something, any of it is enough.
    pub needs: &'static [Criterion],
    /// What counts for a role, or against it.
    pub weights: &'static [Weight],
}

/// How much a fact counts.
#[derive(Debug)]
pub struct Weight {
    /// The fact.
    pub fact: Criterion,
    /// Points for a role that has it; below zero where it speaks against the role.
    pub points: i32,
}

/// Something that is recorded of a role, or is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Criterion {
    /// A choice of the filters holds for it.
    Is(Facet, &'static str),
    /// A source says that one is paid throughout one of its ways in.
    Earns,
    /// One of its ways in neither needs a degree nor leads to one.
    WithoutDegree,
    /// Its texts have one of these words; what its first sentence has counts twice.
    Says(WordList),
}

impl Question {
    /// The answer with this id.
    #[must_use]
    pub fn answer(&self, id: &str) -> Option<&'static AnswerOption> {
        self.answers.iter().find(|answer| answer.id == id)
    }
}
