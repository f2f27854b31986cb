//! The scalars of a YAML tree.

use crate::content::decode::LONGEST_TEXT;
use crate::content::manifest::DataFile;
use crate::content::source::SourceFile;
use crate::content::yaml::{YamlNode, YamlValue};

/// A scalar and the key that it is a value of, itself or as an item.
#[derive(Clone, Copy)]
pub struct Text<'n> {
    /// The key; empty for an item of a list at the top.
    pub key: &'n str,
    /// The scalar.
    pub node: &'n YamlNode,
    /// Its text.
    pub text: &'n str,
    /// Whether it has neither quotes nor the head of a block.
    pub plain: bool,
}

/// Keys of addresses and drawings, which are no words.
const NO_WORDS: [&str; 5] = ["url", "address", "base_url", "icon", "id"];
/// Keys of texts with Markdown.
const MARKDOWN: [&str; 4] = ["what_it_is", "body", "intro", "text"];

impl Text<'_> {
    /// Whether it is words that readers see.
    pub fn is_words(&self) -> bool {
        !NO_WORDS.contains(&self.key)
    }

    /// Whether it may have Markdown. `text` may also be plain.
    pub fn is_markdown(&self) -> bool {
        MARKDOWN.contains(&self.key)
    }

    /// The text as it is written in the file.
    pub fn written<'s>(&self, source: &'s SourceFile) -> &'s str {
        source.text.get(self.node.span.range()).unwrap_or_default()
    }
}

/// Each scalar with its text, in no particular order. A stack rather than recursion, so that the depth of the tree does not
/// matter.
pub fn texts(root: &YamlNode) -> impl Iterator<Item = Text<'_>> {
    let mut nodes = vec![("", root)];
    std::iter::from_fn(move || {
        loop {
            let (key, node) = nodes.pop()?;
            match &node.kind {
                YamlValue::List(items) => nodes.extend(items.iter().map(|item| (key, item))),
                YamlValue::Map(entries) => nodes.extend(entries.iter().map(|(key, node)| (key.as_str(), node))),
                YamlValue::Scalar { text, plain } => return Some(Text { key, node, text, plain: *plain }),
                YamlValue::Refused => {}
            }
        }
    })
}

/// Each text that readers see and that is not refused for its length.
pub fn words(root: &YamlNode, file: DataFile) -> impl Iterator<Item = Text<'_>> {
    let has_words = !matches!(file, DataFile::Synonyms | DataFile::Matcher | DataFile::Interface);
    texts(root).filter(move |text| has_words && text.is_words() && text.text.len() <= LONGEST_TEXT)
}
