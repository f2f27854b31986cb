//! Parses a YAML file into a tree whose nodes have spans.
//!
//! Scalars keep their text: only a decoder knows whether `no` or `1.10` is meant as a word.

mod parse;
mod plain;
mod tree;

pub use parse::parse;
pub use plain::PlainScalar;
pub use tree::{YamlNode, YamlValue};
