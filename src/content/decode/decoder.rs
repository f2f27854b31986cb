//! The trait of decoders.

use crate::content::decode::context::DecodeContext;
use crate::content::decode::form::ValueForm;
use crate::content::source::Span;
use crate::content::yaml::YamlNode;

/// Decodes one YAML node.
pub trait Decoder {
    /// The type of the result.
    type Value;

    /// Decodes the value of `key`. `None` after a fault, which is in the sink.
    fn decode<'n>(&self, key: &'static str, node: &'n YamlNode, context: &mut DecodeContext<'n>)
    -> Option<Self::Value>;

    /// What it accepts.
    fn form(&self) -> ValueForm;

    /// What makes two items of a list duplicates, with its span; `None` where items may repeat.
    fn identity<'v>(&self, _value: &'v Self::Value) -> Option<(&'v str, Span)> {
        None
    }

    /// Called for each value that is kept, which a duplicate in a list is not.
    fn keep(&self, _value: &Self::Value, _context: &mut DecodeContext<'_>) {}
}

/// A decoder that has a value to put in place of a missing or faulty one.
pub trait Placeholder: Decoder {
    /// That value; `span` is the first key of the group that lacks it.
    fn placeholder(&self, span: Span, context: &DecodeContext<'_>) -> Self::Value;
}
