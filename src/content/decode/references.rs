//! Decoders of values that refer to something outside their file: ids, addresses, and texts with links and figures.

use crate::catalogue::model::text::Prose;
use crate::content::code::Code;
use crate::content::decode::context::{DecodeContext, Reference, ReferenceTarget};
use crate::content::decode::decoder::{Decoder, Placeholder};
use crate::content::decode::form::ValueForm;
use crate::content::decode::link_choices::{self, LinkChoice};
use crate::content::decode::span_map::SpanMap;
use crate::content::decode::values::{id_of, text_of, words_of};
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::quoted;
use crate::content::links::{LinkTarget, parse_link};
use crate::content::markdown;
use crate::content::markdown::MentionOf;
use crate::content::source::{Span, Spanned};
use crate::content::yaml::{YamlNode, YamlValue};

/// The id of an entity of another file, and the words of the message before "that does not exist".
#[derive(Clone, Copy, Debug)]
pub struct ReferenceTo(pub ReferenceTarget, pub &'static str);

/// A text with Markdown. Its links to pages of this site and its figures become references.
#[derive(Clone, Copy, Debug)]
pub struct MarkdownText;

/// An address of another site.
#[derive(Clone, Copy, Debug)]
pub struct WebAddress;

/// The address of a page of a source: whole, or from its first `/` on where the source has an address.
#[derive(Clone, Copy, Debug)]
pub struct PageAddress;

impl Decoder for ReferenceTo {
    type Value = Spanned<String>;

    fn form(&self) -> ValueForm {
        ValueForm::IdOf(self.0)
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<String>> {
        id_of(key, node, context)
    }

    fn identity<'v>(&self, value: &'v Spanned<String>) -> Option<(&'v str, Span)> {
        Some((value.as_str(), value.span))
    }

    fn keep(&self, value: &Spanned<String>, context: &mut DecodeContext<'_>) {
        context.references.push(Reference::by_id(self.0, self.1, value.clone()));
    }
}

impl Placeholder for ReferenceTo {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<String> {
        Spanned::placeholder(String::new(), span)
    }
}

impl Decoder for MarkdownText {
    type Value = Spanned<Prose>;

    fn form(&self) -> ValueForm {
        ValueForm::Markdown
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<Prose>> {
        let text = words_of(key, node, context)?;
        let read = markdown::read(text.as_str());
        if !(read.faults.is_empty() && read.mentions.is_empty()) {
            let spans = SpanMap::new(context.source, text.span, text.as_str());
            for fault in read.faults {
                let span = spans.of(&fault.range);
                context.sink.add(Diagnostic::new(fault.code, span, fault.message).help(fault.help));
            }
            for mention in read.mentions {
                if let MentionOf::Page(path) = &mention.to {
                    let span = spans.of(&mention.range);
                    for choice in link_choices::choices(path) {
                        match choice {
                            LinkChoice::Of(to, id) => {
                                let id = Spanned::new(id.to_owned(), span);
                                context.references.push(Reference::by_id(to, "the text links to a choice", id));
                            }
                            LinkChoice::Unknown { key, value, known } => {
                                let message = "the text links to a choice that does not exist";
                                let broken = Diagnostic::new(Code::BrokenOwnLink, span, message);
                                let label = format!("there is no {} under `{key}`", quoted(value));
                                context.sink.add(broken.label(label).help(format!("write one of {known}")));
                            }
                        }
                    }
                }
                let (to, name, said) = match mention.to {
                    MentionOf::Page(path) => (ReferenceTarget::Page, path, "the text links to a page"),
                    MentionOf::Fact(id) => (ReferenceTarget::Fact, id, "the text shows a figure"),
                };
                let id = Spanned::new(name, spans.of(&mention.range));
                context.references.push(Reference::by_id(to, said, id));
            }
        }
        Some(text.with(read.prose))
    }
}

impl Placeholder for MarkdownText {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<Prose> {
        Spanned::placeholder(Prose::default(), span)
    }
}

impl Decoder for WebAddress {
    type Value = Spanned<String>;

    fn form(&self) -> ValueForm {
        ValueForm::WebAddress
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<String>> {
        let address = text_of(key, node, context)?;
        let (message, help) = match parse_link(address.as_str()) {
            Ok(LinkTarget::OtherSite) => return Some(address),
            Ok(LinkTarget::ThisSite) => (
                "this is a page of this site, where another site's address is asked for",
                "link to pages of this site within the texts",
            ),
            Err(error) => {
                let help = error.help_for(address.as_str());
                let refused = Diagnostic::new(Code::LinkNotAllowed, address.span, error.message());
                context.sink.add(refused.help(help));
                return Some(address);
            }
        };
        context.sink.add(Diagnostic::new(Code::LinkNotAllowed, address.span, message).help(help));
        Some(address)
    }
}

impl Decoder for PageAddress {
    type Value = Spanned<String>;

    fn form(&self) -> ValueForm {
        ValueForm::PageAddress
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<String>> {
        let is_path = |text: &str| {
            text.starts_with('/') && !text.starts_with("//") && !text.contains(|c: char| c.is_whitespace() || c == '\\')
        };
        match &node.kind {
            YamlValue::Scalar { text, .. } if is_path(text) => Some(Spanned::new(text.clone(), node.span)),
            _ => WebAddress.decode(key, node, context),
        }
    }
}

impl Placeholder for PageAddress {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<String> {
        Spanned::placeholder(String::new(), span)
    }
}

impl Placeholder for WebAddress {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<String> {
        Spanned::placeholder(String::new(), span)
    }
}
