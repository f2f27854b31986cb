//! What is said where a text should be and is none: nothing, a comment, or a key.

use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::source::{SourceFile, Span};
use crate::content::yaml::{PlainScalar, YamlNode, YamlValue, in_quotes};

/// Whether a value is written and empty, so that it says no more than a key that is left out.
#[must_use]
pub fn is_nothing(node: &YamlNode) -> bool {
    match &node.kind {
        YamlValue::Scalar { text, plain } => {
            text.trim().is_empty() || *plain && PlainScalar::of(text) == PlainScalar::Nothing
        }
        YamlValue::Map(entries) => entries.is_empty(),
        YamlValue::List(_) | YamlValue::Refused => false,
    }
}

/// What a `#` made a comment of, where a value was meant: the rest of the line behind the colon of an empty key.
#[must_use]
pub fn comment_in_place(source: &SourceFile, key: Span) -> Option<&str> {
    let rest = source.text.get(key.range().end..source.lines(key.range()).end)?;
    let comment = rest.trim_start_matches([':', ' ']);
    // With a blank behind it, a comment was meant.
    comment.strip_prefix('#').filter(|text| text.starts_with(|c: char| !c.is_whitespace() && c != '#'))?;
    Some(comment.trim_end())
}

/// A text that is empty.
#[must_use]
pub fn empty_text(key: &str, node: &YamlNode, source: &SourceFile) -> Diagnostic {
    if let Some(comment) = comment_in_place(source, node.span) {
        return Diagnostic::new(Code::EmptyText, node.span, format!("`{key}` is empty: `#` begins a comment"))
            .label("nothing is read behind `#`")
            .help(format!("put it in quotes: `{key}: {}`", in_quotes(comment)));
    }
    let help = format!("write something after `{key}:`, or leave the key out if it may be left out");
    Diagnostic::new(Code::EmptyText, node.span, format!("`{key}` is empty")).label("no text here").help(help)
}

/// A list or a group in place of a text.
#[must_use]
pub fn no_text(key: &str, node: &YamlNode, source: &SourceFile) -> Diagnostic {
    let first_line = || {
        let range = node.span.range();
        let end = source.lines(range.start..range.start).end.max(range.start);
        let line = source.text.get(range.start..end).unwrap_or_default().trim_end();
        // In a list in brackets, the text ends before the bracket or the next comma.
        let is_in_brackets = !line.starts_with(['[', '{']) && line.ends_with([']', '}']) && !line.contains(['[', '{']);
        if is_in_brackets { line.split([',', ']', '}']).next().unwrap_or_default() } else { line }
    };
    let wrong = |label: &str| {
        Diagnostic::new(Code::WrongType, node.span, format!("`{key}` must be text")).label(label.to_owned())
    };
    match &node.kind {
        // Not `{…}`, which nobody writes by accident.
        YamlValue::Map(entries) if !entries.is_empty() && !first_line().starts_with('{') => {
            let quoted = in_quotes(first_line());
            let help = format!(
                "a blank behind a colon makes a key of the words before it: put the text in quotes: `{quoted}`"
            );
            wrong("YAML takes this for a key and its value").help(help)
        }
        YamlValue::List(_) if first_line().starts_with('[') => {
            let help = format!("square brackets make a list: put the text in quotes: `{}`", in_quotes(first_line()));
            wrong("this is a list").help(help)
        }
        _ => wrong(&format!("this is {}", node.what())).help(format!("write it like `{key}: Some words`")),
    }
}
