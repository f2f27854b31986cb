//! Reads a tree's keys into typed values and reports every fault in one pass.
//!
//! A faulty value is reported once, here, and a stand-in takes its place. A file with a fault is never built from, so no
//! stand-in leaves this folder.

mod references;
mod span_map;
pub mod values;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::catalogue::model::vocabulary::Term;
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, did_you_mean, quoted};
use crate::content::source::{SourceFile, Span, Spanned};
use crate::content::yaml::{YamlNode, YamlValue};
pub use references::{Reference, ReferenceTarget};
pub use span_map::SpanMap;
use values::{as_written, date_of, flag_of, id_of, number_of, term_of, text_of, wrong_type};

/// What is noted while a file is read.
pub struct DecodeContext<'n> {
    /// The file.
    pub source: &'n SourceFile,
    /// What is wrong in it.
    pub sink: &'n mut DiagnosticSink,
    /// What it refers to.
    pub references: &'n mut Vec<Reference>,
}

/// The keys of one map, asked for one by one.
pub struct Fields<'n, 'f> {
    /// What the map describes: "role", "progression".
    what: &'static str,
    /// A place in it that a person recognises: its first key.
    anchor: Span,
    entries: &'n [(Spanned<String>, YamlNode)],
    known: Vec<&'static str>,
    missing: Vec<&'static str>,
    /// Where faults and references go.
    pub context: &'f mut DecodeContext<'n>,
}

impl<'n, 'f> Fields<'n, 'f> {
    /// Reads a map with `read`, which asks for every key that may stand in it; any other key is then a fault.
    pub fn read<T>(
        what: &'static str,
        node: &'n YamlNode,
        context: &'f mut DecodeContext<'n>,
        read: impl FnOnce(&mut Fields<'n, '_>) -> T,
    ) -> Option<T> {
        let YamlValue::Map(entries) = &node.kind else {
            let help = "write keys, each with a colon and a value";
            wrong_type(&format!("a {what}"), "a group of keys", node, help, context.sink);
            return None;
        };
        let anchor = entries.first().map_or(node.span, |(key, _)| key.span);
        let mut fields = Fields { what, anchor, entries, known: Vec::new(), missing: Vec::new(), context };
        let value = read(&mut fields);
        fields.finish();
        Some(value)
    }

    /// Reports the keys that nobody asked for, and those that were asked for and are not there.
    fn finish(mut self) {
        for (key, _) in self.entries.iter().filter(|(key, _)| !self.known.contains(&key.as_str())) {
            let near = self.context.sink.nearest(key.span, key.as_str(), self.known.iter().copied());
            // A key that is only misspelt is not missing too.
            self.missing.retain(|missing| near != Some(*missing));
            let help = match near {
                Some(near) => did_you_mean(near),
                None => format!("a {} has these keys: {}", self.what, self.known.join(", ")),
            };
            let message = format!("a {} has no key {}", self.what, quoted(key.as_str()));
            let unknown = Diagnostic::new(Code::UnknownField, key.span, message).label("unknown key").help(help);
            self.context.sink.add(unknown);
        }
        for key in self.missing {
            let missing =
                Diagnostic::new(Code::MissingField, self.anchor, format!("this {} has no `{key}`", self.what))
                    .label(format!("the {} begins here", self.what))
                    .help(format!("add a line that begins with `{key}:`"));
            self.context.sink.add(missing);
        }
    }

    /// The value of a key that may be left out.
    pub fn get(&mut self, key: &'static str) -> Option<&'n YamlNode> {
        self.known.push(key);
        self.entries.iter().find(|(name, _)| name.as_str() == key).map(|(_, node)| node)
    }

    /// The value of a key that must be there.
    fn need(&mut self, key: &'static str) -> Option<&'n YamlNode> {
        let node = self.get(key);
        if node.is_none() {
            self.missing.push(key);
        }
        node
    }

    fn stand_in<T>(&self, value: T) -> Spanned<T> {
        Spanned { value, span: self.anchor }
    }

    /// A text that must be there.
    pub fn text(&mut self, key: &'static str) -> Spanned<String> {
        let node = self.need(key);
        node.and_then(|node| text_of(key, node, self.context.sink)).unwrap_or_else(|| self.stand_in(String::new()))
    }

    /// A text that may be left out.
    pub fn optional_text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        self.get(key).and_then(|node| text_of(key, node, self.context.sink))
    }

    /// A list of texts that may be left out.
    pub fn texts(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let node = self.get(key);
        self.items(key, node).filter_map(|node| text_of(key, node, self.context.sink)).collect()
    }

    /// A list of texts that must have one.
    pub fn some_texts(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let node = self.need_items(key);
        self.items(key, node).filter_map(|node| text_of(key, node, self.context.sink)).collect()
    }

    /// An id that must be there.
    pub fn id(&mut self, key: &'static str) -> Spanned<String> {
        let node = self.need(key);
        node.and_then(|node| id_of(key, node, self.context.sink)).unwrap_or_else(|| self.stand_in(String::new()))
    }

    /// A word of a closed list that must be there.
    pub fn word<T: Term>(&mut self, key: &'static str) -> Option<Spanned<T>> {
        self.need(key).and_then(|node| term_of(key, node, self.context.sink))
    }

    /// A word of a closed list that may be left out.
    pub fn optional_word<T: Term>(&mut self, key: &'static str) -> Option<Spanned<T>> {
        self.get(key).and_then(|node| term_of(key, node, self.context.sink))
    }

    /// A list of words of a closed list that must be there and may be empty.
    pub fn words<T: Term>(&mut self, key: &'static str) -> Vec<Spanned<T>> {
        let node = self.need(key);
        let words: Vec<Spanned<T>> =
            self.items(key, node).filter_map(|node| term_of(key, node, self.context.sink)).collect();
        self.each_once(key, words)
    }

    /// The same, where there must be one.
    pub fn some_words<T: Term>(&mut self, key: &'static str) -> Vec<Spanned<T>> {
        let words = self.words(key);
        if let Some((_, node)) = self.entries.iter().find(|(name, _)| name.as_str() == key) {
            self.not_empty(key, node);
        }
        words
    }

    /// Yes or no, where it is said.
    pub fn optional_flag(&mut self, key: &'static str) -> Option<bool> {
        self.get(key).and_then(|node| flag_of(key, node, self.context.sink))
    }

    /// Yes or no, which must be said.
    pub fn flag(&mut self, key: &'static str) -> bool {
        self.need(key).and_then(|node| flag_of(key, node, self.context.sink)).unwrap_or_default()
    }

    /// A whole number that must be there.
    pub fn number(&mut self, key: &'static str) -> Spanned<i64> {
        let node = self.need(key);
        node.and_then(|node| number_of(key, node, self.context.sink)).unwrap_or_else(|| self.stand_in(0))
    }

    /// A whole number that may be left out.
    pub fn optional_number(&mut self, key: &'static str) -> Option<Spanned<i64>> {
        self.get(key).and_then(|node| number_of(key, node, self.context.sink))
    }

    /// A day that must be there; `or` stands in for a faulty one.
    pub fn date(&mut self, key: &'static str, or: Date) -> Spanned<Date> {
        let node = self.need(key);
        node.and_then(|node| date_of(key, node, self.context.sink)).unwrap_or_else(|| self.stand_in(or))
    }

    /// A text that may look like a number, such as a year, and may be left out.
    pub fn optional_as_written(&mut self, key: &'static str) -> Option<Spanned<String>> {
        self.get(key).and_then(|node| as_written(key, "a word or a number", node, self.context.sink))
    }

    /// A group of keys that may be left out.
    pub fn optional_record<T>(
        &mut self,
        key: &'static str,
        what: &'static str,
        read: impl FnOnce(&mut Fields<'n, '_>) -> T,
    ) -> Option<T> {
        let node = self.get(key)?;
        Fields::read(what, node, self.context, read)
    }

    /// A group of keys that must be there.
    pub fn record<T>(
        &mut self,
        key: &'static str,
        what: &'static str,
        read: impl FnOnce(&mut Fields<'n, '_>) -> T,
    ) -> Option<T> {
        let node = self.need(key)?;
        Fields::read(what, node, self.context, read)
    }

    /// A list of groups of keys that may be left out.
    pub fn records<T>(
        &mut self,
        key: &'static str,
        what: &'static str,
        read: impl Fn(&mut Fields<'n, '_>) -> T,
    ) -> Vec<T> {
        let node = self.get(key);
        self.items(key, node).filter_map(|node| Fields::read(what, node, self.context, &read)).collect()
    }

    /// A list of groups of keys that must have one.
    pub fn some_records<T>(
        &mut self,
        key: &'static str,
        what: &'static str,
        read: impl Fn(&mut Fields<'n, '_>) -> T,
    ) -> Vec<T> {
        let node = self.need_items(key);
        self.items(key, node).filter_map(|node| Fields::read(what, node, self.context, &read)).collect()
    }

    fn need_items(&mut self, key: &'static str) -> Option<&'n YamlNode> {
        let node = self.need(key);
        if let Some(node) = node {
            self.not_empty(key, node);
        }
        node
    }

    fn not_empty(&mut self, key: &str, node: &YamlNode) {
        if matches!(&node.kind, YamlValue::List(items) if items.is_empty()) {
            let message = format!("`{key}` needs at least one item");
            self.context
                .sink
                .add(Diagnostic::new(Code::EmptyList, node.span, message).label("none here").help("add one"));
        }
    }

    fn items(&mut self, key: &str, node: Option<&'n YamlNode>) -> std::slice::Iter<'n, YamlNode> {
        match node {
            Some(YamlNode { kind: YamlValue::List(items), .. }) => items.iter(),
            Some(node) => {
                let help = format!("write `{key}: [first, second]`, or a line that begins with `- ` for each");
                wrong_type(&format!("`{key}`"), "a list", node, &help, self.context.sink);
                [].iter()
            }
            None => [].iter(),
        }
    }

    fn each_once<T: Ord + Clone>(&mut self, key: &str, items: Vec<Spanned<T>>) -> Vec<Spanned<T>> {
        let mut seen: BTreeMap<T, Span> = BTreeMap::new();
        let mut once = Vec::with_capacity(items.len());
        for item in items {
            match seen.get(&item.value) {
                Some(first) => self.context.sink.add(
                    Diagnostic::new(Code::DuplicateItem, item.span, format!("an item stands twice in `{key}`"))
                        .label("the second time")
                        .related(*first, "the first time")
                        .help("leave one of them out"),
                ),
                None => {
                    seen.insert(item.value.clone(), item.span);
                    once.push(item);
                }
            }
        }
        once
    }
}
