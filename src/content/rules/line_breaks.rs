//! What YAML makes of line ends and of ` #` in a text, where something else was meant.

use std::ops::Range;

use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::manifest::DataFile;
use crate::content::rules::texts::{Text, texts, words};
use crate::content::source::{SourceFile, Span};
use crate::content::yaml::{PlainScalar, YamlNode, in_quotes};

/// A line that could have taken the next word and stayed this short, in characters, was not broken for its length.
const SHORT: usize = 60;

/// No comment cuts off the rest of a text. Behind `#`, a comment that is meant has a blank.
pub fn no_comment_cuts_a_text(root: &YamlNode, _file: DataFile, source: &SourceFile, sink: &mut DiagnosticSink) {
    for text in texts(root).filter(|text| !text.plain || PlainScalar::of(text.text) == PlainScalar::Text) {
        let Some(comment) = comment_behind(&text, source) else { continue };
        let words = source.text.get(comment.clone()).unwrap_or_default();
        let whole = format!("{} {words}", text.text.split_whitespace().collect::<Vec<_>>().join(" "));
        let message = format!("`{}` ends before `#`, which begins a comment", text.key);
        let place = Span::new(text.node.span.file, comment);
        sink.add(Diagnostic::new(Code::TextCut, place, message).label("not read").help(format!(
            "put the whole text in quotes: `{}`; behind `#` of a comment, leave a blank",
            in_quotes(&whole)
        )));
    }
}

/// The byte range of a comment that looks like a part of the text: on its last line, or on the next, further in than its key.
fn comment_behind(text: &Text<'_>, source: &SourceFile) -> Option<Range<usize>> {
    let Range { start, end } = text.node.span.range();
    let is_quoted = text.written(source).starts_with(['"', '\'']);
    if !text.plain && !is_quoted {
        return None;
    }
    let line_end = source.lines(end..end).end;
    let rest = source.text.get(end..line_end)?;
    let begins_comment = |comment: &str| {
        comment.strip_prefix('#').is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace() && c != '#'))
    };
    let comment = rest.trim_start();
    if comment.len() < rest.len() && begins_comment(comment) {
        let start = end + rest.len() - comment.len();
        return Some(start..start + comment.trim_end().len());
    }
    // A text without quotes goes on in the next line, if that stands further in.
    let next = source.text.get(line_end..)?.trim_start_matches(['\r', '\n']);
    let next_start = source.text.len() - next.len();
    let next = next.lines().next().unwrap_or_default();
    let comment = next.trim_start();
    let first = source.text.get(source.lines(start..start).start..start)?;
    let key_indent = first.len() - first.trim_start_matches([' ', '-']).len();
    let goes_on = text.plain && rest.trim().is_empty() && next.len() - comment.len() > key_indent;
    (goes_on && begins_comment(comment)).then(|| {
        let start = next_start + next.len() - comment.len();
        start..start + comment.trim_end().len()
    })
}

/// Lines that stand apart in the file stand apart on the page.
pub fn lines_are_joined_on_purpose(root: &YamlNode, file: DataFile, source: &SourceFile, sink: &mut DiagnosticSink) {
    for text in words(root, file) {
        let written = text.written(source);
        // A text in place of a list is reported, and is no text.
        if !written.contains('\n') || sink.is_reported(text.node.span) {
            continue;
        }
        let found = if text.is_markdown() { paragraphs(&text, written, source) } else { None };
        let found = found.or_else(|| if text.plain { lines(&text, written, source) } else { None });
        if let Some((range, message, help)) = found {
            let start = text.node.span.range().start;
            let place = Span::new(text.node.span.file, start + range.start..start + range.end);
            sink.add(Diagnostic::new(Code::LinesJoined, place, message).label("joins the line above").help(help));
        }
    }
}

/// What is found: the byte range in the text as written, the message and the help.
type Found = (Range<usize>, String, String);

/// Paragraphs and lists that become one paragraph, because the text is not a block that `|` begins.
fn paragraphs(text: &Text<'_>, written: &str, source: &SourceFile) -> Option<Found> {
    if !text.plain && !written.starts_with(['"', '\'']) && !is_folded(text, source) {
        return None;
    }
    let mut after_blank = false;
    let mut at = 0;
    for (number, line) in written.split_inclusive('\n').enumerate() {
        let words = line.trim();
        let is_item = words.starts_with("- ") || words.starts_with("* ") || words.starts_with("1. ");
        if number > 0 && !words.is_empty() && (after_blank || is_item) {
            let start = at + line.len() - line.trim_start().len();
            let what = if is_item { "the items of this list" } else { "these paragraphs" };
            let message = format!("{what} become one paragraph of `{}`", text.key);
            let help = format!(
                "put `|` behind `{0}:` and nothing else on that line, and indent the text under it: `{0}: |`",
                text.key
            );
            return Some((start..start + words.len(), message, help));
        }
        after_blank = words.is_empty() && number > 0;
        at += line.len();
    }
    None
}

/// Whether the head of a block of text is `>`.
fn is_folded(text: &Text<'_>, source: &SourceFile) -> bool {
    let before = source.text.get(..text.node.span.range().start).unwrap_or_default().trim_end();
    let head = before.rsplit(' ').next().unwrap_or_default();
    head.starts_with('>')
}

/// A line that looks like a text of its own: the line above was not broken for its length.
fn lines(text: &Text<'_>, written: &str, source: &SourceFile) -> Option<Found> {
    let start = text.node.span.range().start;
    let (_, column) = source.line_and_column(start);
    let mut length = column;
    let mut at = 0;
    let mut above: Option<usize> = None;
    for line in written.split_inclusive('\n') {
        let words = line.trim();
        let first = words.split(' ').next().unwrap_or_default();
        let begins_anew = first.starts_with(char::is_uppercase) && first.chars().nth(1).is_some_and(char::is_lowercase);
        if let Some(above) = above
            && begins_anew
            && above + 1 + first.chars().count() <= SHORT
        {
            let from = at + line.len() - line.trim_start().len();
            let message = format!("these lines become one text of `{}`", text.key);
            let help = format!(
                "if a new item is meant, begin it with a dash and a blank: `- {words}`; else write the text on one line"
            );
            return Some((from..from + words.len(), message, help));
        }
        length += line.trim_end().chars().count();
        above = Some(length);
        length = 0;
        at += line.len();
    }
    None
}
