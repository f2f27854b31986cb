//! How diagnostics are said: as rustc would, or as a line of JSON each. The only place that makes text of them.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet, normalize_untrusted_str};
use serde_json::json;

use super::diagnostic::{Diagnostic, Diagnostics, Label, Severity};
use super::source::Source;

/// How to say it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// With the colours of a terminal.
    pub colour: bool,
}

/// Everything, for a person: each diagnostic and the summary.
#[must_use]
pub fn render(diagnostics: &Diagnostics, options: Options) -> String {
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

/// Everything, for a machine: one JSON object a line.
#[must_use]
pub fn json_lines(diagnostics: &Diagnostics) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        let place = diagnostics.source(diagnostic.file()).map(|source| {
            let range = diagnostic.label.place.range();
            (shown(diagnostics, source), source.line_and_column(range.start), source.line_and_column(range.end))
        });
        let (file, (line, column), (end_line, end_column)) = place.unwrap_or_default();
        let object = json!({
            "code": diagnostic.code.id(),
            "severity": diagnostic.severity().id(),
            "message": diagnostic.message,
            "label": diagnostic.label.text,
            "help": diagnostic.help,
            "file": file,
            "line": line,
            "column": column,
            "end_line": end_line,
            "end_column": end_column,
        });
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{object}");
    }
    text
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

/// One diagnostic in the form that the renderer takes.
fn group<'a>(diagnostics: &'a Diagnostics, diagnostic: &'a Diagnostic) -> Group<'a> {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(normalize_untrusted_str(&diagnostic.message)).id(diagnostic.code.id());
    let mut group = Group::with_title(title);
    let labels = std::iter::once(&diagnostic.label).chain(&diagnostic.related);
    for (index, label) in labels.enumerate() {
        let Some(source) = diagnostics.source(label.place.file) else { continue };
        let kind = if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        group = if source.text.is_empty() {
            group.element(Origin::path(shown(diagnostics, source)))
        } else {
            group.element(snippet(diagnostics, source, label, kind))
        };
    }
    match &diagnostic.help {
        Some(help) => group.element(Padding).element(Level::HELP.message(normalize_untrusted_str(help))),
        None => group,
    }
}

/// The lines of a label, and no others: a file may be large and have many labels.
fn snippet<'a>(
    diagnostics: &Diagnostics,
    source: &'a Source,
    label: &'a Label,
    kind: AnnotationKind,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let range = label.place.range();
    let (line, _) = source.line_and_column(range.start);
    // A label of many lines is shown by its first.
    let first = source.lines(range.start..range.start);
    let end = range.end.min(first.end).max(range.start);
    let shown_text = &source.text[first.clone()];
    let text = (!label.text.is_empty()).then(|| normalize_untrusted_str(&label.text));
    Snippet::source(shown_text)
        .line_start(line)
        .path(shown(diagnostics, source))
        .annotation(kind.span(range.start - first.start..end - first.start).label(text))
}

/// The path of a file as whoever asked would write it.
fn shown(diagnostics: &Diagnostics, source: &Source) -> String {
    match (diagnostics.root(), source.path.as_str()) {
        (root, "") => root.to_owned(),
        ("", path) => path.to_owned(),
        (root, path) => format!("{root}/{path}"),
    }
}
