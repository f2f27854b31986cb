//! The keys that refer to something else: what they name is noted, and checked when all files are read.

use crate::catalogue::model::text::Prose;
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::links::judge_link;
use crate::content::markdown;
use crate::content::markdown::MentionOf;
use crate::content::source::Spanned;
use crate::content::yaml::{YamlNode, YamlValue};

use crate::content::decode::Fields;
use crate::content::decode::span_map::SpanMap;
use crate::content::decode::values::{id_of, text_of, words_of};

/// Something that one file says of another.
#[derive(Debug)]
pub struct Reference {
    /// What kind of thing it names.
    pub to: ReferenceTarget,
    /// The words before "that does not exist".
    pub said: &'static str,
    /// The name, and where it stands.
    pub id: Spanned<String>,
}

/// The kinds of things that one can refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceTarget {
    /// A role.
    Role,
    /// A role or a qualification.
    Beginning,
    /// A category.
    Category,
    /// A source.
    Source,
    /// An organisation.
    Organisation,
    /// A figure.
    Fact,
    /// A page of this site, by its path.
    Page,
}

impl<'n> Fields<'n, '_> {
    /// An id of something else that must be there.
    pub fn refer(&mut self, key: &'static str, to: ReferenceTarget, said: &'static str) -> Spanned<String> {
        let node = self.need(key);
        self.note(key, node, to, said).unwrap_or_else(|| self.stand_in(String::new()))
    }

    /// An id of something else that may be left out.
    pub fn optional_refer(
        &mut self,
        key: &'static str,
        to: ReferenceTarget,
        said: &'static str,
    ) -> Option<Spanned<String>> {
        let node = self.get(key);
        self.note(key, node, to, said)
    }

    /// A list of ids of other things that may be left out.
    pub fn refer_each(&mut self, key: &'static str, to: ReferenceTarget, said: &'static str) -> Vec<Spanned<String>> {
        let node = self.get(key);
        self.note_each(key, node, to, said)
    }

    /// A list of ids of other things that must have one.
    pub fn refer_some(&mut self, key: &'static str, to: ReferenceTarget, said: &'static str) -> Vec<Spanned<String>> {
        let node = self.need_items(key);
        self.note_each(key, node, to, said)
    }

    /// The sources, of which there must be one.
    pub fn sources(&mut self) -> Vec<Spanned<String>> {
        let node = self.get("sources");
        let none = match node {
            None => Some((self.anchor, format!("the {} begins here", self.what))),
            Some(YamlNode { kind: YamlValue::List(items), span }) if items.is_empty() => {
                Some((*span, "none here".to_owned()))
            }
            Some(_) => None,
        };
        if let Some((span, label)) = none {
            let message = format!("this {} names no source", self.what);
            let help = "say where this comes from: `sources: [ncl]`, with ids of sources.yaml";
            self.context.sink.add(Diagnostic::new(Code::MissingSource, span, message).label(label).help(help));
        }
        self.note_each("sources", node, ReferenceTarget::Source, "this comes from a source")
    }

    /// A text with Markdown that must be there.
    pub fn markdown(&mut self, key: &'static str) -> Spanned<Prose> {
        let node = self.need(key);
        let Some(text) = node.and_then(|node| words_of(key, node, self.context.sink)) else {
            return self.stand_in(Prose::default());
        };
        let read = markdown::read(text.as_str());
        if !(read.faults.is_empty() && read.mentions.is_empty()) {
            let spans = SpanMap::new(self.context.source, text.span, text.as_str());
            for fault in read.faults {
                let span = spans.of(&fault.range);
                self.context.sink.add(Diagnostic::new(fault.code, span, fault.message).help(fault.help));
            }
            for mention in read.mentions {
                let (to, name, said) = match mention.to {
                    MentionOf::Page(path) => (ReferenceTarget::Page, path, "the text links to a page"),
                    MentionOf::Fact(id) => (ReferenceTarget::Fact, id, "the text shows a figure"),
                };
                let id = Spanned { value: name, span: spans.of(&mention.range) };
                self.context.references.push(Reference { to, said, id });
            }
        }
        text.with(read.prose)
    }

    /// An address of another site that must be there.
    pub fn address(&mut self, key: &'static str) -> Spanned<String> {
        let node = self.need(key);
        let address = node.and_then(|node| text_of(key, node, self.context.sink));
        self.judge(address).unwrap_or_else(|| self.stand_in(String::new()))
    }

    /// An address of another site that may be left out.
    pub fn optional_address(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let address = self.optional_text(key);
        self.judge(address)
    }

    fn judge(&mut self, address: Option<Spanned<String>>) -> Option<Spanned<String>> {
        let address = address?;
        let (message, help) = match judge_link(address.as_str()) {
            Ok(false) => return Some(address),
            Ok(true) => {
                let message = "this is a page of this site, where another site's address is asked for".to_owned();
                (message, "link to pages of this site within the texts".to_owned())
            }
            Err(wrong) => wrong,
        };
        self.context.sink.add(Diagnostic::new(Code::LinkNotAllowed, address.span, message).help(help));
        Some(address)
    }

    fn note(
        &mut self,
        key: &str,
        node: Option<&'n YamlNode>,
        to: ReferenceTarget,
        said: &'static str,
    ) -> Option<Spanned<String>> {
        let id = id_of(key, node?, self.context.sink)?;
        self.context.references.push(Reference { to, said, id: id.clone() });
        Some(id)
    }

    fn note_each(
        &mut self,
        key: &'static str,
        node: Option<&'n YamlNode>,
        to: ReferenceTarget,
        said: &'static str,
    ) -> Vec<Spanned<String>> {
        let ids: Vec<_> = self.items(key, node).filter_map(|node| id_of(key, node, self.context.sink)).collect();
        let ids = self.each_once(key, ids);
        self.context.references.extend(ids.iter().map(|id| Reference { to, said, id: id.clone() }));
        ids
    }
}
