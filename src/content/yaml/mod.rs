//! Parses a YAML file into a tree whose nodes have spans.
//!
//! Scalars keep their text: only a decoder knows whether `no` or `1.10` is meant as a word.

mod format;
mod parse;
mod plain;
mod quoting;
mod slips;
mod tree;
mod write;

pub use format::{block, format, list_at_margin, text_block};
pub use parse::parse;
pub use plain::PlainScalar;
pub use quoting::in_quotes;
pub use slips::{bullet, is_private, named};
pub use tree::{YamlNode, YamlValue};
pub use write::{quoted_scalar, scalar};
