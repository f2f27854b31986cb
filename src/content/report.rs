//! Renders diagnostics: as rustc does, as JSON, one object a line, or as annotations of GitHub. The only module that makes text of them.

use std::fmt::Write as _;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet, normalize_untrusted_str,
};
use serde_json::{Value, json};

use crate::content::diagnostic::{Diagnostic, Diagnostics, Label};
use crate::content::severity::Severity;
use crate::content::source::{SourceFile, Span};

/// Options of a report.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReportOptions {
    /// Whether to use the colours of a terminal.
    pub colour: bool,
}

/// A line with more bytes than this is not shown: the renderer would look at each of them.
const LONG: usize = 2_000;
/// Files beyond these are counted and not named, where one fault has many places.
const MOST_FILES: usize = 30;
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

/// One diagnostic as the report for people shows it, and where it is.
#[derive(Clone, Debug)]
pub struct ReportEntry {
    /// Its severity.
    pub severity: Severity,
    /// Its file, by its path within the folder; empty for the folder itself.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
    /// What the report says.
    pub text: String,
}

/// The diagnostics one by one, without colours.
pub fn entries(diagnostics: &Diagnostics) -> impl Iterator<Item = ReportEntry> {
    let renderer = Renderer::plain();
    diagnostics.iter().map(move |diagnostic| {
        let source = diagnostics.source(diagnostic.file());
        let start = diagnostic.label.span.range().start;
        ReportEntry {
            severity: diagnostic.severity,
            file: source.map_or_else(String::new, |source| source.path.clone()),
            line: source.map_or(1, |source| source.line_and_column(start).0),
            text: renderer.render(&[group(diagnostics, diagnostic)]),
        }
    })
}

/// The report for programs: one JSON object a line.
#[must_use]
pub fn json_lines(diagnostics: &Diagnostics) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        let mut object = label_as_json(diagnostics, &diagnostic.label);
        object["code"] = diagnostic.code.id().into();
        object["severity"] = diagnostic.severity.id().into();
        object["message"] = diagnostic.message.as_str().into();
        object["help"] = diagnostic.help.as_deref().into();
        object["also"] = diagnostic.also.iter().map(|place| place_as_json(diagnostics, *place)).collect();
        object["related"] = diagnostic.related.iter().map(|label| label_as_json(diagnostics, label)).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{object}");
    }
    text
}

/// The report for GitHub Actions: one workflow command a line, which it shows beside the line of the file.
#[must_use]
pub fn github_annotations(diagnostics: &Diagnostics) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        let place = Place::of(diagnostics, diagnostic.label.span);
        let label = Some(diagnostic.label.text.as_str()).filter(|label| !label.is_empty());
        let also = also_at(diagnostics, diagnostic);
        let said: Vec<&str> = std::iter::once(diagnostic.message.as_str())
            .chain(label)
            .chain(also.as_deref())
            .chain(diagnostic.help.as_deref())
            .collect();
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "::{} file={},line={},col={},endLine={},endColumn={},title={}::{}",
            diagnostic.severity.id(),
            property(&place.file),
            place.line,
            place.column,
            place.end_line,
            place.end_column,
            property(diagnostic.code.id()),
            command_text(&said.join("\n"))
        );
    }
    text
}

/// A text as the message of a workflow command.
fn command_text(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text as a property of a workflow command.
fn property(text: &str) -> String {
    command_text(text).replace(':', "%3A").replace(',', "%2C")
}

/// A span as people and programs count it.
#[derive(Default)]
struct Place {
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl Place {
    fn of(diagnostics: &Diagnostics, span: Span) -> Self {
        let Some(source) = diagnostics.source(span.file) else { return Self::default() };
        let range = span.range();
        let ((line, column), (end_line, end_column)) =
            (source.line_and_column(range.start), source.line_and_column(range.end));
        Self { file: shown(diagnostics, source), line, column, end_line, end_column }
    }
}

fn place_as_json(diagnostics: &Diagnostics, span: Span) -> Value {
    let Place { file, line, column, end_line, end_column } = Place::of(diagnostics, span);
    json!({"file": file, "line": line, "column": column, "end_line": end_line, "end_column": end_column})
}

fn label_as_json(diagnostics: &Diagnostics, label: &Label) -> Value {
    let mut object = place_as_json(diagnostics, label.span);
    object["label"] = label.text.as_str().into();
    object
}

/// The further places of a diagnostic, as `path:line`, by file; `None` if there are none.
fn also_at(diagnostics: &Diagnostics, diagnostic: &Diagnostic) -> Option<String> {
    let mut places: Vec<(String, Vec<String>)> = Vec::new();
    for place in diagnostic.also.iter().map(|place| Place::of(diagnostics, *place)) {
        let line = place.line.to_string();
        match places.last_mut() {
            Some((file, lines)) if *file == place.file => lines.push(line),
            _ => places.push((place.file, vec![line])),
        }
    }
    let more: usize = places.iter().skip(MOST_FILES).map(|(_, lines)| lines.len()).sum();
    let shown = places.iter().take(MOST_FILES).map(|(file, lines)| format!("{file}:{}", lines.join(",")));
    let shown = shown.collect::<Vec<String>>().join(", ");
    match (shown.is_empty(), more) {
        (true, _) => None,
        (false, 0) => Some(format!("also at {shown}")),
        (false, more) => Some(format!("also at {shown}, and {more} more")),
    }
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
    let level = match diagnostic.severity {
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
    if let Some(also) = also_at(diagnostics, diagnostic) {
        group = group.element(Padding).element(Level::NOTE.message(normalize_untrusted_str(&also)));
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
