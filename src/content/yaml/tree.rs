//! The tree of a YAML file.

use crate::content::source::{Span, Spanned};
use crate::content::yaml::plain::PlainScalar;

/// A value and its span.
#[derive(Debug)]
pub struct YamlNode {
    /// The value.
    pub kind: YamlValue,
    /// Its span.
    pub span: Span,
}

/// A value.
#[derive(Debug)]
pub enum YamlValue {
    /// A scalar.
    Scalar {
        /// Its text, escapes resolved.
        text: String,
        /// Whether it is a plain scalar, without quotes and not a block, which YAML may take for another type.
        plain: bool,
    },
    /// A list.
    List(Vec<YamlNode>),
    /// A map, in the order of the file, each key once.
    Map(Vec<(Spanned<String>, YamlNode)>),
    /// A value that was refused and reported, such as an alias.
    Refused,
}

impl YamlNode {
    /// The value of a key of a map.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        let YamlValue::Map(entries) = &self.kind else { return None };
        entries.iter().find(|(name, _)| name.as_str() == key).map(|(_, node)| node)
    }

    /// The text of a scalar that is not empty.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            YamlValue::Scalar { text, plain } if !(*plain && PlainScalar::of(text) == PlainScalar::Nothing) => {
                Some(text)
            }
            _ => None,
        }
    }

    /// The value of a key, if this is a map that has it.
    #[must_use]
    pub fn into_value(self, key: &str) -> Option<Self> {
        let YamlValue::Map(entries) = self.kind else { return None };
        entries.into_iter().find(|(name, _)| name.as_str() == key).map(|(_, node)| node)
    }

    /// The type of the value, for a message.
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
    /// Its root; `None` for an empty file or after a syntax error.
    pub root: Option<YamlNode>,
    /// Number of values.
    pub nodes: usize,
}
