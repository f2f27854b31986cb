//! Rules on the files of `interface/`, which are compared with the reference language.

use std::collections::BTreeMap;
use std::ops::Range;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use fluent_syntax::parser::{self, ParserError};

use crate::catalogue::model::letters::is_invisible;
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, did_you_mean, quoted};
use crate::content::raw_data::RawInterface;
use crate::content::rules::context::RuleContext;
use crate::content::source::{FileId, Span};
use crate::content::unprintable::{control_name, invisible_name, is_control, is_lost};
use crate::interface::shape::{MessageShape, TAGS};
use crate::interface::{Interface, Language, MESSAGES, MessageSpec, REFERENCE_LANGUAGE};

/// The language of the site has a valid tag, and a file of messages.
pub fn the_language_of_the_site_has_messages(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let Some(language) = data.raw.site.as_ref().and_then(|site| site.language.as_ref()) else { return };
    if language.value.parse::<Language>().is_ok_and(|tag| tag.to_string() == language.value) {
        let path = format!("interface/{}.ftl", language.value);
        let is_there = |words: &RawInterface| words.language == language.value;
        if language.value != REFERENCE_LANGUAGE
            && !data.raw.interface.iter().any(is_there)
            && !data.raw.unread.contains(&path)
        {
            let message = format!("there are no words for {}", quoted(language.as_str()));
            let help = format!("say in {path} what interface/{REFERENCE_LANGUAGE}.ftl says");
            sink.add(Diagnostic::new(Code::MissingFile, language.span, message).help(help));
        }
    } else {
        let message = format!("{} is the name of no language", quoted(language.as_str()));
        let help = "write it as web pages do: `en-GB`, `cy`, `pt-BR`";
        sink.add(Diagnostic::new(Code::UnknownLanguage, language.span, message).help(help));
    }
}

/// A file has every message that the interface uses, with its variables and links, and no other.
pub fn messages_match_their_use(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for RawInterface { file, language, text } in &data.raw.interface {
        FileCheck { file: *file, text, sink }.check(language.parse().unwrap_or_default());
    }
}

/// The most missing messages of a file that are named one by one.
const MOST_MISSING: usize = 20;

/// The check of one file.
struct FileCheck<'f> {
    file: FileId,
    text: &'f str,
    sink: &'f mut DiagnosticSink,
}

impl<'f> FileCheck<'f> {
    fn check(&mut self, language: Language) {
        if self.report_signs() {
            return;
        }
        let (resource, errors) = match parser::parse(self.text) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        for error in &errors {
            self.report_syntax(error);
        }
        let mut said: BTreeMap<&'f str, &'f str> = BTreeMap::new();
        let mut messages = Vec::new();
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    if let Some(first) = said.insert(message.id.name, message.id.name) {
                        let text = format!("{} is said twice", quoted(first));
                        let twice = Diagnostic::new(Code::DuplicateKey, self.span(message.id.name), text);
                        self.sink.add(twice.related(self.span(first), "first said here").help("keep one of them"));
                    }
                    messages.push(message);
                }
                // A message with a syntax error is not missing too.
                Entry::Junk { content } => {
                    let id = content.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or_default();
                    said.insert(id, id);
                }
                _ => {}
            }
        }
        let mut missing: Vec<&MessageSpec> = MESSAGES.iter().filter(|spec| !said.contains_key(spec.id)).collect();
        for message in messages {
            match MESSAGES.iter().find(|spec| spec.id == message.id.name) {
                Some(spec) => self.check_message(message, spec),
                None => self.report_unknown(message.id.name, &mut missing),
            }
        }
        if missing.len() > MOST_MISSING {
            let (count, all) = (missing.len(), MESSAGES.len());
            let message =
                format!("{count} of {all} messages are not said, {} the first of them", quoted(missing[0].id));
            let help =
                format!("begin with a copy of interface/{REFERENCE_LANGUAGE}.ftl, and say each of its messages anew");
            self.sink.add(Diagnostic::new(Code::MissingMessage, Span::top(self.file), message).help(help));
            missing.clear();
        }
        for spec in missing {
            let message = format!("the message {} is not said", quoted(spec.id));
            let help = format!("add it: `{} = {}`", spec.id, one_line(spec.text));
            self.sink.add(Diagnostic::new(Code::MissingMessage, Span::top(self.file), message).help(help));
        }
        if errors.is_empty() && !self.sink.is_faulty(self.file) {
            self.say_each(&Interface::new(language, self.text), &said);
        }
    }

    /// Reports the first sign that no page can show, and the first that nobody sees. Whether one keeps the file from being read: a
    /// control character, or a sign that changes the name of a message.
    fn report_signs(&mut self) -> bool {
        let has_mark = self.text.starts_with('\u{feff}');
        // A soft hyphen and joiners have work to do within some words.
        let is_unseen = |sign: char| is_invisible(sign) && !matches!(sign, '\u{ad}' | '\u{200c}' | '\u{200d}');
        let control = self.text.char_indices().find(|(_, sign)| is_control(*sign) || is_lost(*sign));
        let unseen = self.text.char_indices().find(|(_, sign)| is_unseen(*sign));
        for (code, found, name) in [
            (Code::ControlCharacter, control, control_name as fn(char) -> String),
            (Code::InvisibleSign, unseen, invisible_name),
        ] {
            let Some((at, sign)) = found else { continue };
            let place = Span::new(self.file, at..at + sign.len_utf8());
            let help = match has_mark && code == Code::InvisibleSign {
                true => "save the file as UTF-8 without a byte order mark",
                false => "take it out: delete this place and the letters beside it, and type the letters anew",
            };
            self.sink.add(Diagnostic::new(code, place, format!("there is {} here", name(sign))).help(help));
        }
        let is_in_a_name = |(at, _): (usize, char)| {
            let line = self.text[..at].rsplit('\n').next().unwrap_or_default();
            !line.contains('=') && !line.starts_with([' ', '#'])
        };
        control.is_some() || unseen.is_some_and(is_in_a_name)
    }

    /// Formats each message, which finds faults in the messages that it refers to.
    fn say_each(&mut self, interface: &Interface, said: &BTreeMap<&'f str, &'f str>) {
        for (index, spec) in MESSAGES.iter().enumerate() {
            let faults = interface.faults_of(index);
            if let (Some(fault), Some(id)) = (faults.first(), said.get(spec.id)) {
                let message = format!("the message {} cannot be said: {fault}", quoted(spec.id));
                let help = "a message may name others of this file, and none of those may lead back to it";
                self.sink.add(Diagnostic::new(Code::MessageSyntax, self.span(id), message).help(help));
            }
        }
    }

    fn report_syntax(&mut self, error: &ParserError) {
        let text = format!("this is no Fluent: {error}");
        let place = self.clamped(error.pos.clone());
        let help = "a message is `id = text`; its further lines begin with a space; `{` and `}` hold a variable";
        self.sink.add(Diagnostic::new(Code::MessageSyntax, place, text).help(help));
    }

    /// Reports a message that no page uses. One that may be a missing message under a wrong name is reported for both.
    fn report_unknown(&mut self, id: &'f str, missing: &mut Vec<&MessageSpec>) {
        let place = self.span(id);
        let meant = self.sink.nearest(place, id, MESSAGES.iter().map(|spec| spec.id));
        missing.retain(|spec| Some(spec.id) != meant);
        let help = meant.map_or_else(
            || "take it away; what only other messages use is a term: `-name = …`".to_owned(),
            did_you_mean,
        );
        let message = format!("no page uses the message {}", quoted(id));
        self.sink.add(Diagnostic::new(Code::UnknownMessage, place, message).help(help));
    }

    fn check_message(&mut self, message: &Message<&'f str>, spec: &MessageSpec) {
        if let Some(pattern) = &message.value {
            self.check_variables(message.id.name, pattern, spec);
            self.check_markup(message.id.name, &MessageShape::of(pattern), spec);
        }
    }

    fn check_variables(&mut self, id: &'f str, pattern: &Pattern<&'f str>, spec: &MessageSpec) {
        let shape = MessageShape::of(pattern);
        for variable in shape.variables.iter().filter(|variable| !spec.variables.contains(&variable.name)) {
            let place = self.span(variable.name);
            let hint = self.sink.hint(place, variable.name, spec.variables.iter().copied());
            let help = hint.unwrap_or_else(|| match spec.variables {
                [] => "this message has no variables".to_owned(),
                names => {
                    format!("it has {}", names.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", "))
                }
            });
            let message = format!("{} has no variable {}", quoted(id), quoted(variable.name));
            self.sink.add(Diagnostic::new(Code::MessageVariable, place, message).help(help));
        }
        let refers = pattern.elements.iter().any(refers);
        let is_there = |name: &str| shape.variables.iter().any(|variable| variable.name == name);
        for name in spec.variables.iter().filter(|name| !refers && !is_there(name)) {
            let message = format!("{} leaves out the variable {}", quoted(id), quoted(name));
            let help = format!("put {{ ${name} }} where it belongs; in English: `{}`", one_line(spec.text));
            self.sink.add(Diagnostic::new(Code::MessageVariable, self.span(id), message).help(help));
        }
    }

    fn check_markup(&mut self, id: &'f str, shape: &MessageShape<'_>, spec: &MessageSpec) {
        let has_emphasis = |tags: &[usize]| tags[3..].iter().any(|count| *count > 0);
        let wrong = if !shape.is_balanced() {
            "has markup that does not end, or that differs from variant to variant".to_owned()
        } else if shape.tags[..3] != spec.tags[..3] {
            let links = |tags: &[usize]| match tags[2] {
                1 => "1 link".to_owned(),
                count => format!("{count} links"),
            };
            format!("has {}, and its place needs {}", links(&shape.tags), links(&spec.tags))
        } else if has_emphasis(&shape.tags) && spec.tags.iter().all(|count| *count == 0) {
            "has emphasis, and its place takes plain text only".to_owned()
        } else {
            return;
        };
        let help = format!("the markup is {}; in English: `{}`", TAGS.join(" "), one_line(spec.text));
        let wrong = Diagnostic::new(Code::MessageMarkup, self.span(id), format!("{} {wrong}", quoted(id)));
        self.sink.add(wrong.help(help));
    }

    /// The span of a slice of the text.
    fn span(&self, piece: &str) -> Span {
        let start = piece.as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        self.clamped(start..start + piece.len())
    }

    fn clamped(&self, range: Range<usize>) -> Span {
        let start = self.text.floor_char_boundary(range.start);
        Span::new(self.file, start..self.text.ceil_char_boundary(range.end).max(start))
    }
}

/// Whether a part of a message names another message or a term, which may bring variables along.
fn refers(element: &PatternElement<&str>) -> bool {
    let PatternElement::Placeable { expression } = element else { return false };
    let inline = match expression {
        Expression::Inline(inline) => inline,
        Expression::Select { variants, .. } => {
            return variants.iter().any(|variant| variant.value.elements.iter().any(refers));
        }
    };
    matches!(inline, InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. })
}

/// A text on one line, for use within a sentence.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
