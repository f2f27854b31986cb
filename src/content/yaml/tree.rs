//! The tree of a YAML file.

use crate::content::source::{Span, Spanned};
use crate::content::yaml::plain::PlainScalar;

/// A value and its place.
#[derive(Debug)]
pub struct YamlNode {
    /// The value.
    pub kind: YamlValue,
    /// Where it stands.
    pub span: Span,
}

/// A value.
#[derive(Debug)]
pub enum YamlValue {
    /// A text, or what may be one.
    Scalar {
        /// As it was written, escapes resolved.
        text: String,
        /// Whether it stands without quotes and on no block, so that YAML could take it for something else than text.
        plain: bool,
    },
    /// A list.
    List(Vec<YamlNode>),
    /// A map, in the order of the file, each key once.
    Map(Vec<(Spanned<String>, YamlNode)>),
    /// An alias or another value that was refused and reported.
    Refused,
}

impl YamlNode {
    /// What stands here, for a message.
    #[must_use]
    pub fn what(&self) -> &'static str {
        match &self.kind {
            YamlValue::Scalar { text, plain: true } => match PlainScalar::of(text) {
                PlainScalar::Nothing => "nothing",
                PlainScalar::YesOrNo => "yes or no",
                PlainScalar::Number => "a number",
                PlainScalar::Date => "a date",
                PlainScalar::Text => "text",
            },
            YamlValue::Scalar { .. } => "text",
            YamlValue::List(_) => "a list",
            YamlValue::Map(_) => "a group of keys",
            YamlValue::Refused => "something refused",
        }
    }
}

/// A file's tree.
#[derive(Debug)]
pub struct Tree {
    /// Its root; none for an empty file, and none where the file could not be read to its end.
    pub root: Option<YamlNode>,
    /// How many values there were.
    pub nodes: usize,
}
