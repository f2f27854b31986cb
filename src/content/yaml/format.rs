//! One canonical style: blocks in place of brackets, two spaces for each step, quotes only where they are needed. Comments
//! stay, and so does the meaning: the tree of the new text is compared with that of the old one.

use std::fmt::Write as _;

use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::source::{SourceFiles, Spanned};
use crate::content::yaml::parse::{Comment, comments, parse};
use crate::content::yaml::plain::PlainScalar;
use crate::content::yaml::tree::{YamlNode, YamlValue};
use crate::content::yaml::write::{is_printable, quoted_scalar, scalar};

/// The text of a file in the canonical style. `None` for one that has faults, which are for `check` to say.
#[must_use]
pub fn format(text: &str) -> Option<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let root = tree(&text)?;
    let comments = comments(&text)?;
    let count = comments.len();
    let mut writer = Writer { text: &text, comments, next: 0, out: String::new() };
    writer.root(&root);
    let done = writer.out;
    let is_same = tree(&done).is_some_and(|after| same(&root, &after))
        && self::comments(&done).is_some_and(|after| after.len() == count);
    is_same.then_some(done)
}

/// The text of a list whose items begin at the margin, as it stands where they do so, else in the canonical style. `None` for one
/// that has faults.
#[must_use]
pub fn list_at_margin(text: &str) -> Option<String> {
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = plain.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    match lines.next() {
        Some(first) if !(first.starts_with("- ") || first.trim_end() == "[]") => format(plain),
        _ => Some(plain.to_owned()),
    }
}

/// A list or a map as a block, without its comments.
#[must_use]
pub fn block(node: &YamlNode) -> String {
    let mut writer = Writer { text: "", comments: Vec::new(), next: 0, out: String::new() };
    writer.root(node);
    writer.out
}

/// A text of several lines as it stands behind a colon or a dash, from the blank to the last line break.
#[must_use]
pub fn text_block(text: &str, indent: usize) -> String {
    let Some((mark, body)) = as_block(text) else { return format!(" {}\n", quoted_scalar(text)) };
    let lines = body
        .split('\n')
        .map(|line| if line.is_empty() { "\n".to_owned() } else { format!("{}{line}\n", " ".repeat(indent)) });
    format!(" {mark}\n{}", lines.collect::<String>())
}

/// The tree of a text without a fault.
fn tree(text: &str) -> Option<YamlNode> {
    let mut sink = DiagnosticSink::default();
    let file = SourceFiles::default().add(String::new(), String::new());
    let tree = parse(file, text, &mut sink);
    tree.root.filter(|_| !sink.any_error())
}

/// Whether two trees mean the same.
fn same(one: &YamlNode, other: &YamlNode) -> bool {
    match (&one.kind, &other.kind) {
        (YamlValue::Scalar { text, plain }, YamlValue::Scalar { text: other, plain: other_plain }) => {
            let kind = |text: &str, plain: bool| if plain { PlainScalar::of(text) } else { PlainScalar::Text };
            text == other && kind(text, *plain) == kind(other, *other_plain)
        }
        (YamlValue::List(items), YamlValue::List(others)) => {
            items.len() == others.len() && items.iter().zip(others).all(|(one, other)| same(one, other))
        }
        (YamlValue::Map(entries), YamlValue::Map(others)) => {
            let is_same = |((key, value), (other_key, other)): (&Entry, &Entry)| {
                key.value == other_key.value && same(value, other)
            };
            entries.len() == others.len() && entries.iter().zip(others).all(is_same)
        }
        _ => false,
    }
}

type Entry = (Spanned<String>, YamlNode);

struct Writer<'a> {
    text: &'a str,
    comments: Vec<Comment>,
    /// The first comment that is not written yet.
    next: usize,
    out: String,
}

impl Writer<'_> {
    fn root(&mut self, root: &YamlNode) {
        match &root.kind {
            YamlValue::Map(entries) if !entries.is_empty() => self.map(root, entries, 0, self.text.len(), false),
            YamlValue::List(items) if !items.is_empty() => self.list(root, items, 0, self.text.len(), false),
            _ => {
                self.comments_before(root.span.range().start, 0);
                let head = self.out.len();
                self.value(root, 0, self.text.len());
                // A value alone stands without the blank that follows a colon.
                if self.out.get(head..).is_some_and(|value| value.starts_with(' ')) {
                    self.out.remove(head);
                }
            }
        }
        self.comments_before(self.text.len() + 1, 0);
    }

    /// The keys of a map. The first stands on a line that is begun, if `begun`. The map ends before `limit`.
    fn map(&mut self, node: &YamlNode, entries: &[Entry], indent: usize, limit: usize, begun: bool) {
        for (at, (key, value)) in entries.iter().enumerate() {
            let start = key.span.range().start;
            if at > 0 || !begun {
                self.comments_before(start, indent);
                self.blank_line_before(start);
                self.indent(indent);
            }
            self.out.push_str(&scalar(key.as_str()));
            self.out.push(':');
            let limit = entries.get(at + 1).map_or(limit, |(next, _)| next.span.range().start);
            self.value(value, indent, limit);
        }
        self.comments_within(node, indent, limit);
    }

    fn list(&mut self, node: &YamlNode, items: &[YamlNode], indent: usize, limit: usize, begun: bool) {
        for (at, item) in items.iter().enumerate() {
            let start = item.span.range().start;
            if at > 0 || !begun {
                self.comments_before(start, indent);
                self.blank_line_before(start);
                self.indent(indent);
            }
            self.out.push('-');
            let limit = items.get(at + 1).map_or(limit, |next| next.span.range().start);
            match &item.kind {
                YamlValue::Map(entries) if !entries.is_empty() => {
                    self.out.push(' ');
                    self.map(item, entries, indent + 2, limit, true);
                }
                YamlValue::List(items) if !items.is_empty() => {
                    self.out.push(' ');
                    self.list(item, items, indent + 2, limit, true);
                }
                _ => self.value(item, indent, limit),
            }
        }
        self.comments_within(node, indent, limit);
    }

    /// What follows a colon or a dash, up to the end of its last line.
    fn value(&mut self, node: &YamlNode, indent: usize, limit: usize) {
        match &node.kind {
            YamlValue::Map(entries) if !entries.is_empty() => {
                self.out.push('\n');
                self.map(node, entries, indent + 2, limit, false);
            }
            YamlValue::List(items) if !items.is_empty() => {
                self.out.push('\n');
                self.list(node, items, indent + 2, limit, false);
            }
            YamlValue::Map(_) => self.out.push_str(" {}\n"),
            YamlValue::List(_) => self.out.push_str(" []\n"),
            YamlValue::Scalar { text, plain } => self.scalar(node, text, *plain, indent + 2),
            YamlValue::Refused => self.out.push('\n'),
        }
    }

    fn scalar(&mut self, node: &YamlNode, text: &str, plain: bool, indent: usize) {
        let is_one_line = !text.contains('\n');
        if plain && is_one_line {
            let blank = if text.is_empty() || self.is_empty_value(node, text) { "" } else { " " };
            let shown = if blank.is_empty() { "" } else { text };
            let _ = writeln!(self.out, "{blank}{shown}");
        } else if is_one_line {
            let _ = writeln!(self.out, " {}", scalar(text));
        } else if let Some((mark, body)) = as_block(text) {
            let _ = writeln!(self.out, " {mark}");
            // A comment behind the mark of a block stands there still.
            self.comments_before(node.span.range().start, indent);
            for line in body.split('\n') {
                if !line.is_empty() {
                    self.indent(indent);
                    self.out.push_str(line);
                }
                self.out.push('\n');
            }
        } else {
            let _ = writeln!(self.out, " {}", quoted_scalar(text));
        }
    }

    /// Whether nothing is written where this value stands: its span is then that of its key.
    fn is_empty_value(&self, node: &YamlNode, text: &str) -> bool {
        text == "~" && self.text.get(node.span.range()) != Some("~")
    }

    /// Writes the comments before an offset: those on lines of their own on lines of their own, others where the line ends.
    fn comments_before(&mut self, at: usize, indent: usize) {
        while let Some(comment) = self.comments.get(self.next).filter(|comment| comment.start < at) {
            let (start, words) = (comment.start, comment.text.trim_end().to_owned());
            if self.is_alone(start) || self.out.is_empty() {
                self.blank_line_before(start);
                self.indent(indent);
                let _ = writeln!(self.out, "#{words}");
            } else {
                self.out.truncate(self.out.trim_end_matches('\n').len());
                let _ = writeln!(self.out, "  #{words}");
            }
            self.next += 1;
        }
    }

    /// Writes the comments that stand at the end of a block, as far in as the block.
    fn comments_within(&mut self, node: &YamlNode, indent: usize, limit: usize) {
        let column = column(self.text, node.span.range().start);
        while let Some(comment) = self.comments.get(self.next).filter(|comment| comment.start < limit) {
            let start = comment.start;
            if self.is_alone(start) && (indent == 0 || self::column(self.text, start) < column) {
                break;
            }
            self.comments_before(start + 1, indent);
        }
    }

    /// Whether only blanks stand before an offset on its line.
    fn is_alone(&self, at: usize) -> bool {
        self.text.get(line_start(self.text, at)..at).is_some_and(|before| before.trim().is_empty())
    }

    /// Keeps an empty line before what stands at an offset; several become one.
    fn blank_line_before(&mut self, at: usize) {
        let before = self.text.get(..line_start(self.text, at)).unwrap_or_default();
        let is_blank = before
            .strip_suffix('\n')
            .is_some_and(|rest| rest.rsplit('\n').next().is_some_and(|line| line.trim().is_empty()));
        let begins_line = self.text.get(line_start(self.text, at)..at).unwrap_or_default();
        let is_first = begins_line.trim_matches([' ', '-']).is_empty();
        if is_blank && is_first && !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    fn indent(&mut self, indent: usize) {
        self.out.extend(std::iter::repeat_n(' ', indent));
    }
}

/// A text of several lines as a block: its mark and its lines. `None` if a block cannot hold it.
fn as_block(text: &str) -> Option<(&'static str, &str)> {
    let (mark, body) = match text.strip_suffix('\n') {
        Some(body) => ("|", body),
        None => ("|-", text),
    };
    let holds = !body.is_empty()
        && !body.starts_with([' ', '\t', '\n'])
        && !body.ends_with('\n')
        && body.split('\n').all(|line| line.is_empty() || !line.trim().is_empty())
        && body.chars().all(|c| c == '\n' || c == '\t' || is_printable(c));
    holds.then_some((mark, body))
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

fn column(text: &str, at: usize) -> usize {
    at - line_start(text, at)
}
