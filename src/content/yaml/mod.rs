//! A YAML file as a small tree in which every value knows its place.
//!
//! Scalars stay the text that was written: whether `no` or `1.10` is a word is for the reader to say, who knows what is asked
//! for.

mod parse;
mod plain;

pub use parse::parse;
pub use plain::Plain;

use super::source::{At, Place};

/// A value and its place.
#[derive(Debug)]
pub struct Node {
    /// The value.
    pub kind: Kind,
    /// Where it stands.
    pub place: Place,
}

/// A value.
#[derive(Debug)]
pub enum Kind {
    /// A text, or what may be one.
    Scalar {
        /// As it was written, escapes resolved.
        text: String,
        /// Whether it stands without quotes and on no block, so that YAML could take it for something else than text.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A map, in the order of the file, each key once.
    Map(Vec<(At<String>, Node)>),
    /// An alias or another value that was refused and reported.
    Refused,
}

impl Node {
    /// What stands here, for a message.
    #[must_use]
    pub fn what(&self) -> &'static str {
        match &self.kind {
            Kind::Scalar { text, plain: true } => match Plain::of(text) {
                Plain::Nothing => "nothing",
                Plain::YesOrNo => "yes or no",
                Plain::Number => "a number",
                Plain::Date => "a date",
                Plain::Text => "text",
            },
            Kind::Scalar { .. } => "text",
            Kind::List(_) => "a list",
            Kind::Map(_) => "a group of keys",
            Kind::Refused => "something refused",
        }
    }
}

/// A file's tree.
#[derive(Debug)]
pub struct Tree {
    /// Its root; none for an empty file, and none where the file could not be read to its end.
    pub root: Option<Node>,
    /// How many values there were.
    pub nodes: usize,
}
