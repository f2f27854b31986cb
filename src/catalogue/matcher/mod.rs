//! A few plain questions, and the roles that the answers speak for.
//!
//! The questions are data ([`Question`], from `data/matcher.yaml`): what each answer looks for in a role, and how much that
//! weighs. The rules of weighing are here, in `outcome`. Only recorded facts of a role count. Nothing is learned or left to
//! chance: the same answers and the same data give the same roles in the same order.

mod answers;
mod index;
mod outcome;
mod question;
#[cfg(test)]
mod sample_questions;
mod words;

pub use answers::{Answers, UnknownAnswer};
pub use index::MatcherIndex;
pub use outcome::{Evidence, LeftOut, Match, Outcome, Reason};
pub use question::{AnswerCount, AnswerOption, Criterion, Question, Weight};
pub use words::WordList;
