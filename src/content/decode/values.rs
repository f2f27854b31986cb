//! Takes one value of the tree for what its key asks for, or says why it cannot be that.

use jiff::civil::Date;

use crate::catalogue::model::reference::slug;
use crate::catalogue::model::vocabulary::Term;
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::source::Spanned;
use crate::content::yaml::{PlainScalar, YamlNode, YamlValue};

/// How long one text may be. It is also what keeps the reading of Markdown short, whatever stands in it.
pub const LONGEST_TEXT: usize = 20_000;

/// A value of another type than its place asks for: `asked` ends the sentence "this must be".
pub fn wrong_type(what: &str, asked: &str, node: &YamlNode, help: &str, sink: &mut DiagnosticSink) {
    if matches!(node.kind, YamlValue::Refused) {
        return; // It was reported when it was refused.
    }
    let message = format!("{what} must be {asked}");
    let label = format!("this is {}", node.what());
    sink.add(Diagnostic::new(Code::WrongType, node.span, message).label(label).help(help));
}

/// A text of one or more paragraphs. What YAML could turn into something else must stand in quotes.
pub fn words_of(key: &str, node: &YamlNode, sink: &mut DiagnosticSink) -> Option<Spanned<String>> {
    let YamlValue::Scalar { text, plain } = &node.kind else {
        wrong_type(&format!("`{key}`"), "text", node, &format!("write it like `{key}: Some words`"), sink);
        return None;
    };
    let turned = if *plain { PlainScalar::of(text) } else { PlainScalar::Text };
    if turned == PlainScalar::Nothing || text.trim().is_empty() {
        let help = format!("write something after `{key}:`, or leave the key out if it may be left out");
        let empty = Diagnostic::new(Code::EmptyText, node.span, format!("`{key}` is empty")).label("no text here");
        sink.add(empty.help(help));
        return None;
    }
    if turned != PlainScalar::Text {
        let message = format!("`{key}` is text, and this is {} to YAML", node.what());
        let turned = Diagnostic::new(Code::TextTurned, node.span, message).label("not read as text");
        sink.add(turned.help(format!("put it in quotes: \"{text}\"")));
        return None;
    }
    if text.len() > LONGEST_TEXT {
        let message = format!("`{key}` is longer than {LONGEST_TEXT} bytes");
        let long = Diagnostic::new(Code::TextTooLong, node.span, message).label("begins here");
        sink.add(long.help("no page has room for it: say it in a few paragraphs, or in several sections"));
        return None;
    }
    Some(Spanned { value: text.clone(), span: node.span })
}

/// A text of one paragraph, without any Markdown.
pub fn text_of(key: &str, node: &YamlNode, sink: &mut DiagnosticSink) -> Option<Spanned<String>> {
    let text = words_of(key, node, sink)?;
    for (mark, name) in [("**", "bold"), ("](", "a link"), ("{fact:", "a figure of facts.yaml")] {
        if text.value.contains(mark) {
            let message = format!("`{key}` is plain text, and this has {name} in it");
            let marked = Diagnostic::new(Code::MarkdownNotAllowed, node.span, message);
            sink.add(marked.label(format!("`{mark}` would be shown as it stands")).help("write the words alone"));
        }
    }
    Some(Spanned { value: text.value.trim().to_owned(), span: text.span })
}

/// A scalar as it was written, whatever YAML may make of it.
pub fn as_written(key: &str, asked: &str, node: &YamlNode, sink: &mut DiagnosticSink) -> Option<Spanned<String>> {
    match &node.kind {
        YamlValue::Scalar { text, plain } if !(*plain && PlainScalar::of(text) == PlainScalar::Nothing) => {
            Some(Spanned { value: text.trim().to_owned(), span: node.span })
        }
        _ => {
            wrong_type(&format!("`{key}`"), asked, node, &format!("write one word after `{key}:`"), sink);
            None
        }
    }
}

/// An id: small letters and digits, words joined by single hyphens.
pub fn id_of(key: &str, node: &YamlNode, sink: &mut DiagnosticSink) -> Option<Spanned<String>> {
    let id = as_written(key, "an id: small letters and digits, words joined by hyphens", node, sink)?;
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
    sink.add(Diagnostic::new(Code::BadId, id.span, message).label("not an id").help(help));
    None
}

/// A word of a closed list.
pub fn term_of<T: Term>(key: &str, node: &YamlNode, sink: &mut DiagnosticSink) -> Option<Spanned<T>> {
    let all = || T::ALL.iter().map(|term| term.id());
    let asked = format!("one of {}", all().collect::<Vec<_>>().join(", "));
    let word = as_written(key, &asked, node, sink)?;
    if let Some(term) = T::from_id(word.as_str()) {
        return Some(word.with(term));
    }
    let code = match T::NAME {
        "level" => Code::UnknownLevel,
        "setting" => Code::UnknownSetting,
        "qualification" => Code::UnknownQualification,
        _ => Code::UnknownWord,
    };
    let hint = sink.hint(word.span, word.as_str(), all());
    let message = format!("{} is no {}", quoted(word.as_str()), T::NAME);
    let label = format!("no such {}", T::NAME);
    sink.add(
        Diagnostic::new(code, word.span, message).label(label).help(hint.unwrap_or_else(|| format!("write {asked}"))),
    );
    None
}

/// `true` or `false`, and no other way to say so.
pub fn flag_of(key: &str, node: &YamlNode, sink: &mut DiagnosticSink) -> Option<bool> {
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

/// A whole number.
pub fn number_of(key: &str, node: &YamlNode, sink: &mut DiagnosticSink) -> Option<Spanned<i64>> {
    let number = match &node.kind {
        YamlValue::Scalar { text, plain: true } => text.parse().ok(),
        _ => None,
    };
    if number.is_none() {
        let help = format!("write it in digits and without quotes: `{key}: 12`");
        wrong_type(&format!("`{key}`"), "a whole number", node, &help, sink);
    }
    number.map(|value| Spanned { value, span: node.span })
}

/// A day, written as 2026-11-22.
pub fn date_of(key: &str, node: &YamlNode, sink: &mut DiagnosticSink) -> Option<Spanned<Date>> {
    let written = as_written(key, "a date like 2026-11-22", node, sink)?;
    // The parser takes shorter and longer forms too; in the data there is one.
    let date = (written.value.len() == 10).then(|| written.value.parse::<Date>().ok()).flatten();
    if date.is_none() {
        let message = format!("{} is not a date", quoted(written.as_str()));
        let help = "write year, month and day, like 2026-11-22";
        sink.add(Diagnostic::new(Code::BadDate, written.span, message).label("no such day").help(help));
    }
    date.map(|date| written.with(date))
}
