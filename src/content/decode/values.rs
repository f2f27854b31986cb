//! Decoders of texts, ids, words of closed lists, flags and dates.

use std::fmt;
use std::marker::PhantomData;

use jiff::civil::Date;

use crate::catalogue::model::reference::slug;
use crate::catalogue::model::vocabulary::Term;
use crate::content::code::Code;
use crate::content::decode::context::DecodeContext;
use crate::content::decode::date_notation::BadDate;
use crate::content::decode::decoder::{Decoder, Placeholder};
use crate::content::decode::form::ValueForm;
use crate::content::decode::nothing::{empty_text, no_text};
use crate::content::decode::signs::check_signs;
use crate::content::decode::span_map::SpanMap;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::marks::marks_in_plain_text;
use crate::content::source::{Span, Spanned};
use crate::content::yaml::{PlainScalar, YamlNode, YamlValue};

/// Limit of one text in bytes, which also bounds the time that parsing its Markdown takes.
pub const LONGEST_TEXT: usize = 20_000;

/// A text of one paragraph, without Markdown.
#[derive(Clone, Copy, Debug)]
pub struct PlainText;

/// An id: small letters and digits, words joined by single hyphens.
#[derive(Clone, Copy, Debug)]
pub struct IdText;

/// A text that may look like a number, such as a year.
#[derive(Clone, Copy, Debug)]
pub struct AsWritten;

/// `true` or `false`.
#[derive(Clone, Copy, Debug)]
pub struct Flag;

/// A date in the form 2026-11-22.
#[derive(Clone, Copy, Debug)]
pub struct CalendarDate;

/// A word of a closed list.
pub struct ClosedWord<T>(PhantomData<T>);

impl<T> ClosedWord<T> {
    /// The decoder.
    #[must_use]
    pub fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T: Term> fmt::Debug for ClosedWord<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ClosedWord").field(&T::NAME).finish()
    }
}

impl Decoder for PlainText {
    type Value = Spanned<String>;

    fn form(&self) -> ValueForm {
        ValueForm::Text
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<String>> {
        text_of(key, node, context)
    }

    fn identity<'v>(&self, value: &'v Spanned<String>) -> Option<(&'v str, Span)> {
        Some((value.as_str(), value.span))
    }
}

impl Placeholder for PlainText {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<String> {
        Spanned::placeholder(String::new(), span)
    }
}

impl Decoder for IdText {
    type Value = Spanned<String>;

    fn form(&self) -> ValueForm {
        ValueForm::Id
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<String>> {
        id_of(key, node, context)
    }
}

impl Placeholder for IdText {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<String> {
        Spanned::placeholder(String::new(), span)
    }
}

impl Decoder for AsWritten {
    type Value = Spanned<String>;

    fn form(&self) -> ValueForm {
        ValueForm::AsWritten
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<String>> {
        as_written(key, "a word or a number", node, context)
    }
}

impl Placeholder for AsWritten {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<String> {
        Spanned::placeholder(String::new(), span)
    }
}

impl Decoder for Flag {
    type Value = bool;

    fn form(&self) -> ValueForm {
        ValueForm::Flag
    }

    fn decode<'n>(&self, key: &'static str, node: &'n YamlNode, context: &mut DecodeContext<'n>) -> Option<bool> {
        flag_of(key, node, context.sink)
    }
}

impl Placeholder for Flag {
    fn placeholder(&self, _span: Span, _context: &DecodeContext<'_>) -> bool {
        false
    }
}

impl Decoder for CalendarDate {
    type Value = Spanned<Date>;

    fn form(&self) -> ValueForm {
        ValueForm::Date
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<Date>> {
        date_of(key, node, context)
    }
}

impl Placeholder for CalendarDate {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<Date> {
        Spanned::placeholder(Date::ZERO, span)
    }
}

impl<T: Term> Decoder for ClosedWord<T> {
    type Value = Spanned<T>;

    fn form(&self) -> ValueForm {
        ValueForm::OneOf(T::ALL.iter().map(|term| term.id()).collect())
    }

    fn decode<'n>(&self, key: &'static str, node: &'n YamlNode, context: &mut DecodeContext<'n>) -> Option<Spanned<T>> {
        term_of(key, node, context)
    }

    fn identity<'v>(&self, value: &'v Spanned<T>) -> Option<(&'v str, Span)> {
        Some((value.value.id(), value.span))
    }
}

impl<T: Term> Placeholder for ClosedWord<T> {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<T> {
        Spanned::placeholder(const { T::ALL[0] }, span)
    }
}

/// Reports a value of a wrong type; `asked` is what its place expects.
pub fn wrong_type(what: &str, asked: &str, node: &YamlNode, help: &str, sink: &mut DiagnosticSink) {
    if matches!(node.kind, YamlValue::Refused) {
        return; // It was reported when it was refused.
    }
    let message = format!("{what} must be {asked}");
    let label = format!("this is {}", node.what());
    sink.add(Diagnostic::new(Code::WrongType, node.span, message).label(label).help(help));
}

/// A text of one or more paragraphs. What a YAML parser could take for another type must be quoted.
pub(super) fn words_of(key: &str, node: &YamlNode, context: &mut DecodeContext<'_>) -> Option<Spanned<String>> {
    let YamlValue::Scalar { text, plain } = &node.kind else {
        // What was refused is reported.
        if !matches!(node.kind, YamlValue::Refused) {
            context.sink.add(no_text(key, node, context.source));
        }
        return None;
    };
    let turned = if *plain { PlainScalar::of(text) } else { PlainScalar::Text };
    if turned == PlainScalar::Nothing || text.trim().is_empty() {
        context.sink.add(empty_text(key, node, context.source));
        return None;
    }
    if turned != PlainScalar::Text {
        let message = format!("`{key}` is text, and this is {} to YAML", node.what());
        let turned = Diagnostic::new(Code::TextTurned, node.span, message).label("not read as text");
        context.sink.add(turned.help(format!("put it in quotes: \"{text}\"")));
        return None;
    }
    if text.len() > LONGEST_TEXT {
        let message = format!("`{key}` is longer than {LONGEST_TEXT} bytes");
        let long = Diagnostic::new(Code::TextTooLong, node.span, message).label("begins here");
        context.sink.add(long.help("no page has room for it: say it in a few paragraphs, or in several sections"));
        return None;
    }
    check_signs(key, text, node.span, context);
    Some(Spanned::new(text.clone(), node.span))
}

/// A text of one paragraph, without Markdown.
pub(super) fn text_of(key: &str, node: &YamlNode, context: &mut DecodeContext<'_>) -> Option<Spanned<String>> {
    let text = words_of(key, node, context)?;
    for (range, name) in marks_in_plain_text(text.as_str()) {
        let mark = quoted(&text.value[range.clone()]);
        let span = SpanMap::new(context.source, text.span, text.as_str()).of(&range);
        let message = format!("`{key}` is plain text, and this has {name} in it");
        let marked = Diagnostic::new(Code::MarkdownNotAllowed, span, message);
        context.sink.add(marked.label(format!("{mark} would be shown as it stands")).help("write the words alone"));
    }
    Some(Spanned::new(text.value.trim().to_owned(), text.span))
}

/// A scalar as written, whatever type YAML gives it.
pub(super) fn as_written(
    key: &str,
    asked: &str,
    node: &YamlNode,
    context: &mut DecodeContext<'_>,
) -> Option<Spanned<String>> {
    match &node.kind {
        YamlValue::Scalar { text, plain } if !(*plain && PlainScalar::of(text) == PlainScalar::Nothing) => {
            check_signs(key, text, node.span, context);
            Some(Spanned::new(text.trim().to_owned(), node.span))
        }
        YamlValue::Scalar { .. } => {
            context.sink.add(empty_text(key, node, context.source));
            None
        }
        _ => {
            wrong_type(&format!("`{key}`"), asked, node, &format!("write one word after `{key}:`"), context.sink);
            None
        }
    }
}

/// An id: small letters and digits, words joined by single hyphens.
pub(super) fn id_of(key: &str, node: &YamlNode, context: &mut DecodeContext<'_>) -> Option<Spanned<String>> {
    let id = as_written(key, "an id: small letters and digits, words joined by hyphens", node, context)?;
    if slug(id.as_str()) == id.value && !id.value.is_empty() {
        return Some(id);
    }
    let message = format!("{} is not an id", quoted(id.as_str()));
    let fitting = slug(id.as_str());
    let help = if fitting.is_empty() || fitting.len() > 64 {
        "an id is in small letters and digits, words joined by hyphens".to_owned()
    } else {
        format!("write `{fitting}`: small letters and digits, words joined by hyphens")
    };
    context.sink.add(Diagnostic::new(Code::BadId, id.span, message).label("not an id").help(help));
    None
}

fn term_of<T: Term>(key: &str, node: &YamlNode, context: &mut DecodeContext<'_>) -> Option<Spanned<T>> {
    let all = || T::ALL.iter().map(|term| term.id());
    let asked = format!("one of {}", all().collect::<Vec<_>>().join(", "));
    let word = as_written(key, &asked, node, context)?;
    if let Some(term) = T::from_id(word.as_str()) {
        return Some(word.with(term));
    }
    let hint = context.sink.hint(word.span, word.as_str(), all());
    let message = format!("{} is no {}", quoted(word.as_str()), T::NAME);
    let label = format!("no such {}", T::NAME);
    context.sink.add(
        Diagnostic::new(Code::UnknownWord, word.span, message)
            .label(label)
            .help(hint.unwrap_or_else(|| format!("write {asked}"))),
    );
    None
}

fn flag_of(key: &str, node: &YamlNode, sink: &mut DiagnosticSink) -> Option<bool> {
    match &node.kind {
        YamlValue::Scalar { text, plain: true } if text == "true" => Some(true),
        YamlValue::Scalar { text, plain: true } if text == "false" => Some(false),
        _ => {
            let help = format!("write `{key}: true` or `{key}: false`");
            wrong_type(&format!("`{key}`"), "true or false", node, &help, sink);
            None
        }
    }
}

fn date_of(key: &str, node: &YamlNode, context: &mut DecodeContext<'_>) -> Option<Spanned<Date>> {
    let written = as_written(key, "a date like 2026-11-22", node, context)?;
    // The parser takes shorter and longer forms too; in the data there is one.
    let date = (written.value.len() == 10).then(|| written.value.parse::<Date>().ok()).flatten();
    if date.is_none() {
        let message = format!("{} is not a date", quoted(written.as_str()));
        let BadDate { label, help } = BadDate::of(written.as_str());
        context.sink.add(Diagnostic::new(Code::BadDate, written.span, message).label(label).help(help));
    }
    date.map(|date| written.with(date))
}
