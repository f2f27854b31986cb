//! The keys of a map, and the combinators that decode them.

use std::collections::BTreeMap;

use crate::catalogue::model::role_keys::Presence;
use crate::content::code::Code;
use crate::content::decode::context::{DecodeContext, Reference, ReferenceTarget};
use crate::content::decode::decoder::{Decoder, Placeholder};
use crate::content::decode::form::{KeyForm, ValueForm};
use crate::content::decode::nothing::{comment_in_place, empty_text, is_nothing};
use crate::content::decode::references::ReferenceTo;
use crate::content::decode::values::wrong_type;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{did_you_mean, quoted};
use crate::content::source::{SourceFile, Span, Spanned};
use crate::content::yaml::{YamlNode, YamlValue};

/// The key of what something comes from.
const SOURCES: &str = "sources";

/// The keys of one map.
pub struct Fields<'n, 'c> {
    /// What messages call the map.
    what: &'static str,
    /// The span of its first key, for diagnostics on the whole map.
    anchor: Span,
    entries: &'n [(Spanned<String>, YamlNode)],
    known: Vec<&'static str>,
    missing: Vec<&'static str>,
    /// The keys asked for, where they are to be declared and not only read.
    declared: Option<Vec<KeyForm>>,
    context: &'c mut DecodeContext<'n>,
}

impl<'n, 'c> Fields<'n, 'c> {
    /// The keys of a map of which none has been asked for yet.
    pub(super) fn new(
        what: &'static str,
        anchor: Span,
        entries: &'n [(Spanned<String>, YamlNode)],
        context: &'c mut DecodeContext<'n>,
    ) -> Self {
        Self { what, anchor, entries, known: Vec::new(), missing: Vec::new(), declared: None, context }
    }

    /// The keys of an empty map, of which is noted what is asked for.
    pub(super) fn declaring(what: &'static str, anchor: Span, context: &'c mut DecodeContext<'n>) -> Self {
        Self { declared: Some(Vec::new()), ..Self::new(what, anchor, &[], context) }
    }

    /// What was asked for, if it was noted.
    pub(super) fn into_declared(self) -> Vec<KeyForm> {
        self.declared.unwrap_or_default()
    }

    fn declare<D: Decoder>(&mut self, key: &'static str, presence: Presence, is_list: bool, decoder: &D) {
        if let Some(declared) = &mut self.declared {
            declared.push(KeyForm { key, presence, is_list, value: decoder.form() });
        }
    }

    /// Reports keys that were not asked for, and required ones that are missing.
    pub(super) fn finish(mut self) {
        for (key, _) in self.entries.iter().filter(|(key, _)| !self.known.contains(&key.as_str())) {
            let near = self.context.sink.nearest(key.span, key.as_str(), self.known.iter().copied());
            // A key that is only misspelt is not missing too.
            let tight = key.as_str().split_once(':').filter(|(name, _)| self.known.contains(name));
            self.missing.retain(|missing| near != Some(*missing) && tight.is_none_or(|(name, _)| name != *missing));
            let help = match (tight, near) {
                (Some((name, value)), _) => format!("a blank stands behind the colon: `{name}: {value}`"),
                (None, Some(near)) => did_you_mean(near),
                (None, None) => format!("a {} has these keys: {}", self.what, self.known.join(", ")),
            };
            let message = format!("a {} has no key {}", self.what, quoted(key.as_str()));
            let unknown = Diagnostic::new(Code::UnknownField, key.span, message).label("unknown key").help(help);
            self.context.sink.add(unknown);
        }
        for key in self.missing {
            if key == SOURCES {
                let label = format!("the {} begins here", self.what);
                self.context.sink.add(without_source(self.what, self.anchor, label));
                continue;
            }
            let missing =
                Diagnostic::new(Code::MissingField, self.anchor, format!("this {} has no `{key}`", self.what))
                    .label(format!("the {} begins here", self.what))
                    .help(format!("add a line that begins with `{key}:`"));
            self.context.sink.add(missing);
        }
    }

    /// The span of the first key, for diagnostics on the whole map.
    pub fn anchor(&self) -> Span {
        self.anchor
    }

    /// The value of a key that must be there.
    pub fn required<D: Placeholder>(&mut self, key: &'static str, decoder: &D) -> D::Value {
        self.declare(key, Presence::Required, false, decoder);
        let node = self.expect(key);
        self.value(key, node, decoder).unwrap_or_else(|| decoder.placeholder(self.anchor, self.context))
    }

    /// The value of a key that may be left out, or be empty.
    pub fn optional<D: Decoder>(&mut self, key: &'static str, decoder: &D) -> Option<D::Value> {
        self.declare(key, Presence::Optional, false, decoder);
        let node = self.find(key)?;
        if !is_nothing(node) {
            return self.value(key, Some(node), decoder);
        }
        if comment_in_place(self.context.source, node.span).is_some() {
            let empty = empty_text(key, node, self.context.source);
            self.context.sink.add(Diagnostic { code: Code::TextCut, ..empty });
        }
        None
    }

    /// The items of a list that may be left out.
    pub fn list<D: Decoder>(&mut self, key: &'static str, decoder: &D) -> Vec<D::Value> {
        self.declare(key, Presence::Optional, true, decoder);
        let node = self.find(key);
        self.items(key, node, decoder)
    }

    /// The items of a list that must be there and may be empty.
    pub fn required_list<D: Decoder>(&mut self, key: &'static str, decoder: &D) -> Vec<D::Value> {
        self.declare(key, Presence::RequiredMaybeEmpty, true, decoder);
        let node = self.expect(key);
        self.items(key, node, decoder)
    }

    /// The items of a list that must have one.
    pub fn non_empty<D: Decoder>(&mut self, key: &'static str, decoder: &D) -> Vec<D::Value> {
        self.declare(key, Presence::Required, true, decoder);
        let node = self.expect(key);
        if let Some(node) = node.filter(|node| is_empty(node)) {
            self.needs_item(key, node.span, &decoder.form());
        }
        self.items(key, node, decoder)
    }

    /// Reports a list without the item that it needs; where its items are ids, when all ids are known.
    fn needs_item(&mut self, key: &'static str, span: Span, form: &ValueForm) {
        match form {
            ValueForm::IdOf(to) => self.context.references.push(Reference::to_nothing(*to, key, span)),
            _ => {
                let message = format!("`{key}` needs at least one item");
                let none = Diagnostic::new(Code::EmptyList, span, message).label("none here");
                self.context.sink.add(none.help("add one, on a line that begins with `- `"));
            }
        }
    }

    /// The ids under `sources`, of which there must be one: like `non_empty`, with a code and a help of its own.
    pub fn sources(&mut self) -> Vec<Spanned<String>> {
        let decoder = ReferenceTo(ReferenceTarget::Source, "this comes from a source");
        self.declare(SOURCES, Presence::Required, true, &decoder);
        let node = self.expect(SOURCES);
        if let Some(node) = node.filter(|node| is_empty(node)) {
            self.context.sink.add(without_source(self.what, node.span, "none here".to_owned()));
        }
        self.items(SOURCES, node, &decoder)
    }

    fn find(&mut self, key: &'static str) -> Option<&'n YamlNode> {
        self.known.push(key);
        self.entries.iter().find(|(name, _)| name.as_str() == key).map(|(_, node)| node)
    }

    fn expect(&mut self, key: &'static str) -> Option<&'n YamlNode> {
        let node = self.find(key);
        if node.is_none() {
            self.missing.push(key);
        }
        node
    }

    fn value<D: Decoder>(&mut self, key: &'static str, node: Option<&'n YamlNode>, decoder: &D) -> Option<D::Value> {
        let value = decoder.decode(key, node?, self.context)?;
        decoder.keep(&value, self.context);
        Some(value)
    }

    /// The items of a list; duplicates are reported and dropped.
    fn items<D: Decoder>(&mut self, key: &'static str, node: Option<&'n YamlNode>, decoder: &D) -> Vec<D::Value> {
        let nodes = match node {
            Some(YamlNode { kind: YamlValue::List(items), .. }) => items.as_slice(),
            Some(node) if !is_nothing(node) => {
                let help = as_list(key, node, self.context.source);
                wrong_type(&format!("`{key}`"), "a list", node, &help, self.context.sink);
                &[]
            }
            _ => &[],
        };
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        let mut values = Vec::with_capacity(nodes.len());
        for node in nodes {
            if is_nothing(node) && matches!(node.kind, YamlValue::Scalar { .. }) {
                let message = format!("an item of `{key}` is empty");
                let empty = Diagnostic::new(Code::EmptyText, node.span, message).label("nothing behind this dash");
                self.context.sink.add(empty.help("write something behind the dash, or take the line away"));
                continue;
            }
            let Some(value) = decoder.decode(key, node, self.context) else { continue };
            if let Some((id, span)) = decoder.identity(&value) {
                if let Some(first) = seen.get(id) {
                    self.context.sink.add(
                        Diagnostic::new(Code::DuplicateItem, span, format!("an item stands twice in `{key}`"))
                            .label("the second time")
                            .related(*first, "the first time")
                            .help("leave one of them out"),
                    );
                    continue;
                }
                seen.insert(id.to_owned(), span);
            }
            decoder.keep(&value, self.context);
            values.push(value);
        }
        values
    }
}

/// What is said of something that names no source.
fn without_source(what: &str, span: Span, label: String) -> Diagnostic {
    let message = format!("this {what} names no source");
    let help = "say where this comes from: `sources: [id]`, with ids of sources.yaml";
    Diagnostic::new(Code::MissingSource, span, message).label(label).help(help)
}

/// Whether a node is a list without items, or nothing in place of a list.
fn is_empty(node: &YamlNode) -> bool {
    matches!(&node.kind, YamlValue::List(items) if items.is_empty()) || is_nothing(node)
}

/// How to write as a list what was written without dashes or brackets.
fn as_list(key: &str, node: &YamlNode, source: &SourceFile) -> String {
    let written = source.text.get(node.span.range()).unwrap_or_default().trim();
    let first_line = written.lines().next().unwrap_or_default().trim();
    let without_number = first_line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = without_number.len() < first_line.len() && without_number.starts_with(['.', ')']);
    let words = if is_numbered { without_number[1..].trim_start() } else { first_line };
    let is_one_word = |part: &str| !part.trim().contains(char::is_whitespace);
    match &node.kind {
        YamlValue::Map(_) => format!("begin each group with a dash and a blank: `- {first_line}`"),
        YamlValue::Scalar { .. } if words.len() == written.len() && words.split(',').all(is_one_word) => {
            format!("put it in square brackets: `{key}: [{words}]`")
        }
        _ => format!("begin each item, on a line of its own under `{key}:`, with a dash and a blank: `- {words}`"),
    }
}
