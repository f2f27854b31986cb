//! Renders diagnostics: as rustc does, or as JSON, one object a line. The only module that makes text of them.

use std::fmt::Write as _;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet, normalize_untrusted_str,
};
use serde_json::{Value, json};

use crate::content::diagnostic::{Diagnostic, Diagnostics, Label};
use crate::content::severity::Severity;
use crate::content::source::SourceFile;

/// Options of a report.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReportOptions {
    /// Whether to use the colours of a terminal.
    pub colour: bool,
}

/// A line with more bytes than this is not shown: the renderer would look at each of them.
const LONG: usize = 2_000;
/// Labels closer than this, in bytes, share a snippet.
const NEAR: usize = 4_000;

/// The report for people: each diagnostic, and a summary.
#[must_use]
pub fn render(diagnostics: &Diagnostics, options: ReportOptions) -> String {
    let renderer = if options.colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&renderer.render(&[group(diagnostics, diagnostic)]));
        text.push_str("\n\n");
    }
    text.push_str(&summary(diagnostics));
    text.push('\n');
    text
}

/// The report for programs: one JSON object a line.
#[must_use]
pub fn json_lines(diagnostics: &Diagnostics) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        let mut object = label_as_json(diagnostics, &diagnostic.label);
        object["code"] = diagnostic.code.id().into();
        object["severity"] = diagnostic.severity().id().into();
        object["message"] = diagnostic.message.as_str().into();
        object["help"] = diagnostic.help.as_deref().into();
        object["related"] = diagnostic.related.iter().map(|label| label_as_json(diagnostics, label)).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{object}");
    }
    text
}

fn label_as_json(diagnostics: &Diagnostics, label: &Label) -> Value {
    let range = label.span.range();
    let span = diagnostics.source(label.span.file).map(|source| {
        (shown(diagnostics, source), source.line_and_column(range.start), source.line_and_column(range.end))
    });
    let (file, (line, column), (end_line, end_column)) = span.unwrap_or_default();
    json!({
        "file": file,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "label": label.text,
    })
}

/// "3 errors, 1 warning in 2 of 134 files".
#[must_use]
pub fn summary(diagnostics: &Diagnostics) -> String {
    let (errors, warnings) = (diagnostics.count(Severity::Error), diagnostics.count(Severity::Warning));
    let files = counted(diagnostics.files(), "file");
    let found = match (errors, warnings) {
        (0, 0) => return format!("All is well: {files} and nothing to mend."),
        (_, 0) => counted(errors, "error"),
        (0, _) => counted(warnings, "warning"),
        _ => format!("{}, {}", counted(errors, "error"), counted(warnings, "warning")),
    };
    let unkept = diagnostics.unkept();
    let more = match unkept.errors + unkept.warnings {
        0 => String::new(),
        more => format!(" ({more} of them not shown)"),
    };
    format!("{found} in {} of {files}{more}", diagnostics.files_concerned())
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// A diagnostic as input of the renderer.
fn group<'a>(diagnostics: &'a Diagnostics, diagnostic: &'a Diagnostic) -> Group<'a> {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(normalize_untrusted_str(&diagnostic.message)).id(diagnostic.code.id());
    let mut group = Group::with_title(title);
    // Labels in the file of the first one are shown in one snippet if they are near each other.
    let (mut near, mut far) = (vec![&diagnostic.label], Vec::new());
    for label in &diagnostic.related {
        let same_file = label.span.file == diagnostic.file();
        let apart = label.span.range().start.abs_diff(diagnostic.label.span.range().start);
        if same_file && apart < NEAR { near.push(label) } else { far.push(vec![label]) }
    }
    for (index, labels) in std::iter::once(near).chain(far).enumerate() {
        let Some(source) = labels.first().and_then(|label| diagnostics.source(label.span.file)) else { continue };
        let path = shown(diagnostics, source);
        group = if source.text.is_empty() {
            group.element(Origin::path(path))
        } else if labels.iter().any(|label| source.lines(label.span.range()).len() > LONG) {
            labels.iter().fold(group, |group, label| in_long_line(group, path.clone(), source, label))
        } else {
            group.element(lines(path, source, &labels, index == 0))
        };
    }
    match &diagnostic.help {
        Some(help) => group.element(Padding).element(Level::HELP.message(normalize_untrusted_str(help))),
        None => group,
    }
}

/// A snippet with the lines of these labels only: a file may be large and have many labels.
fn lines<'a>(path: String, source: &'a SourceFile, labels: &[&'a Label], primary: bool) -> Snippet<'a, Annotation<'a>> {
    let starts = labels.iter().map(|label| label.span.range().start);
    let (first, last) = (starts.clone().min().unwrap_or_default(), starts.max().unwrap_or_default());
    let window = source.lines(first..last);
    let (line, _) = source.line_and_column(window.start);
    let annotations = labels.iter().enumerate().map(|(index, label)| {
        let range = label.span.range();
        // Only the first line of a label is marked.
        let end = range.end.min(source.lines(range.start..range.start).end).max(range.start);
        let kind = if primary && index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        kind.span(range.start - window.start..end - window.start).label(text_of(label))
    });
    let text = &source.text[window.clone()];
    Snippet::source(text).line_start(line).path(path).annotations(annotations)
}

/// A label in a line that is too long to be shown.
fn in_long_line<'a>(group: Group<'a>, path: String, source: &SourceFile, label: &'a Label) -> Group<'a> {
    let (line, column) = source.line_and_column(label.span.range().start);
    let group = group.element(Origin::path(path).line(line).char_column(column));
    let text = text_of(label).unwrap_or_else(|| "here".to_owned());
    group.element(Padding).element(Level::NOTE.message(format!("{text} (the line is too long to be shown)")))
}

fn text_of(label: &Label) -> Option<String> {
    (!label.text.is_empty()).then(|| normalize_untrusted_str(&label.text))
}

/// The path of a file, with the folder as the caller gave it.
fn shown(diagnostics: &Diagnostics, source: &SourceFile) -> String {
    normalize_untrusted_str(&match (diagnostics.root(), source.path.as_str()) {
        (root, "") => root.to_owned(),
        ("", path) => path.to_owned(),
        (root, path) => format!("{root}/{path}"),
    })
}
