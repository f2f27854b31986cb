//! Diagnostics as data. Only `report.rs` renders them as text.

use std::collections::BTreeSet;

use crate::content::code::Code;
use crate::content::severity::Severity;
use crate::content::source::{FileId, SourceFile, SourceFiles, Span};

/// A span of a file and a remark on it.
#[derive(Clone, Debug)]
pub struct Label {
    /// The span.
    pub span: Span,
    /// The remark; may be empty.
    pub text: String,
}

/// One problem in the data.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Which kind of problem.
    pub code: Code,
    /// Its severity: that of the code, unless the site sets another.
    pub severity: Severity,
    /// The problem, in a few words.
    pub message: String,
    /// The primary label.
    pub label: Label,
    /// Secondary labels, possibly in other files.
    pub related: Vec<Label>,
    /// Further places with the same problem, which are mended together.
    pub also: Vec<Span>,
    /// How to fix it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A diagnostic whose primary label has no text yet.
    #[must_use]
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        let label = Label { span, text: String::new() };
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            label,
            related: Vec::new(),
            also: Vec::new(),
            help: None,
        }
    }

    /// Sets the text of the primary label.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.label.text = text.into();
        self
    }

    /// Adds a secondary label.
    #[must_use]
    pub fn related(mut self, span: Span, text: impl Into<String>) -> Self {
        self.related.push(Label { span, text: text.into() });
        self
    }

    /// Sets further places with the same problem.
    #[must_use]
    pub fn also(mut self, places: impl IntoIterator<Item = Span>) -> Self {
        self.also.extend(places);
        self
    }

    /// Sets the help.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// The file of the primary label.
    #[must_use]
    pub fn file(&self) -> FileId {
        self.label.span.file
    }
}

/// All diagnostics of one data folder, ordered by file and position.
#[derive(Clone, Debug)]
pub struct Diagnostics {
    root: String,
    sources: SourceFiles,
    items: Vec<Diagnostic>,
    unkept: Unkept,
}

/// Numbers of diagnostics that were counted but not kept, past the limits of the sink.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unkept {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

impl Diagnostics {
    /// Sorts the diagnostics and drops the texts of files that none of them shows.
    #[must_use]
    pub(super) fn new(root: String, mut sources: SourceFiles, mut items: Vec<Diagnostic>, unkept: Unkept) -> Self {
        let path = |diagnostic: &Diagnostic| sources.get(diagnostic.file()).map(|source| source.path.clone());
        items.sort_by_cached_key(|item| (path(item), item.label.span, item.code, item.message.clone()));
        let labels = items.iter().flat_map(|item| std::iter::once(&item.label).chain(&item.related));
        let places = labels.map(|label| label.span).chain(items.iter().flat_map(|item| item.also.iter().copied()));
        let keep: BTreeSet<FileId> = places.map(|place| place.file).collect();
        // The other texts are never shown, and those of a large folder are many megabytes.
        sources.forget_texts_but(&keep);
        Self { root, sources, items, unkept }
    }

    /// The path of the folder, as the caller gave it.
    #[must_use]
    pub fn root(&self) -> &str {
        &self.root
    }

    /// The file with this id.
    #[must_use]
    pub fn source(&self, file: FileId) -> Option<&SourceFile> {
        self.sources.get(file)
    }

    /// Number of files loaded.
    #[must_use]
    pub fn files(&self) -> usize {
        self.sources.len()
    }

    /// Number of diagnostics beyond the limits of the sink.
    #[must_use]
    pub fn unkept(&self) -> Unkept {
        self.unkept
    }

    /// The diagnostics, by file and position.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.items.iter()
    }

    /// Number of diagnostics of one severity, those not kept included.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let unkept = match severity {
            Severity::Error => self.unkept.errors,
            Severity::Warning => self.unkept.warnings,
        };
        unkept + self.items.iter().filter(|item| item.severity == severity).count()
    }

    /// Number of files with a diagnostic.
    #[must_use]
    pub fn files_concerned(&self) -> usize {
        self.items.iter().map(Diagnostic::file).collect::<BTreeSet<_>>().len()
    }

    /// Whether there is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Whether there is a warning.
    #[must_use]
    pub fn has_warnings(&self) -> bool {
        self.count(Severity::Warning) > 0
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
