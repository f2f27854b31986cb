//! What went wrong, as data. Only `report.rs` makes text of it.

use std::collections::BTreeSet;

use crate::content::code::Code;
use crate::content::source::{FileId, SourceFile, SourceFiles, Span};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The data is refused.
    Error,
    /// The data is taken; somebody should look.
    Warning,
}

impl Severity {
    /// The word for it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A place and what is to be said of it.
#[derive(Clone, Debug)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What.
    pub text: String,
}

/// One thing that is wrong.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Which kind of thing.
    pub code: Code,
    /// What is wrong, in a few words.
    pub message: String,
    /// Where, and what stands there.
    pub label: Label,
    /// Other places that have to do with it.
    pub related: Vec<Label>,
    /// How to mend it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// What is wrong in this place.
    #[must_use]
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        let label = Label { span, text: String::new() };
        Self { code, message: message.into(), label, related: Vec::new(), help: None }
    }

    /// Says what stands in the place.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.label.text = text.into();
        self
    }

    /// Points at another place too.
    #[must_use]
    pub fn related(mut self, span: Span, text: impl Into<String>) -> Self {
        self.related.push(Label { span, text: text.into() });
        self
    }

    /// Says how to mend it.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The file it is in.
    #[must_use]
    pub fn file(&self) -> FileId {
        self.label.span.file
    }
}

/// Everything that is wrong with a data folder, by file and line.
#[derive(Clone, Debug)]
pub struct Diagnostics {
    root: String,
    sources: SourceFiles,
    items: Vec<Diagnostic>,
    unkept: Unkept,
}

/// How many diagnostics were counted and not kept, because there were so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unkept {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

impl Diagnostics {
    /// Orders what was found.
    #[must_use]
    pub(super) fn new(root: String, mut sources: SourceFiles, mut items: Vec<Diagnostic>, unkept: Unkept) -> Self {
        let path = |diagnostic: &Diagnostic| sources.get(diagnostic.file()).map(|source| source.path.clone());
        items.sort_by_cached_key(|item| (path(item), item.label.span, item.code, item.message.clone()));
        let places = items.iter().flat_map(|item| std::iter::once(&item.label).chain(&item.related));
        let keep: BTreeSet<FileId> = places.map(|label| label.span.file).collect();
        // Nobody will ask for the others' texts, and a large folder's are many megabytes.
        sources.forget_texts_but(&keep);
        Self { root, sources, items, unkept }
    }

    /// The folder, as it was named by whoever asked.
    #[must_use]
    pub fn root(&self) -> &str {
        &self.root
    }

    /// The file with this id.
    #[must_use]
    pub fn source(&self, file: FileId) -> Option<&SourceFile> {
        self.sources.get(file)
    }

    /// How many files were looked at.
    #[must_use]
    pub fn files(&self) -> usize {
        self.sources.len()
    }

    /// How many further diagnostics there were than are kept here.
    #[must_use]
    pub fn unkept(&self) -> Unkept {
        self.unkept
    }

    /// Each, by file and line.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.items.iter()
    }

    /// How many there are of one severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let unkept = match severity {
            Severity::Error => self.unkept.errors,
            Severity::Warning => self.unkept.warnings,
        };
        unkept + self.items.iter().filter(|item| item.severity() == severity).count()
    }

    /// How many files they are in.
    #[must_use]
    pub fn files_concerned(&self) -> usize {
        self.items.iter().map(Diagnostic::file).collect::<BTreeSet<_>>().len()
    }

    /// Whether the data is refused.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Whether somebody should look at something that does not refuse the data.
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
