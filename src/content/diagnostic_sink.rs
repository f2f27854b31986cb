//! The collector of diagnostics. Its size is bounded, whatever the data.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::model::did_you_mean::Misspelt;
use crate::content::diagnostic::{Diagnostic, Unkept};
use crate::content::severity::Severity;
use crate::content::severity_policy::SeverityPolicy;
use crate::content::source::{FileId, Span};

/// Limit of diagnostics kept of one file; the others are counted.
const PER_FILE: usize = 100;
/// Limit of diagnostics kept in all.
const IN_ALL: usize = 5_000;
/// Limit of searches for a similar word of a short list, per file.
const HINTS_PER_FILE: usize = 20;
/// Limit of searches for a similar id among all ids of a kind.
const HINTS_IN_ALL: usize = 100;

/// The diagnostics found so far.
#[derive(Debug, Default)]
pub struct DiagnosticSink {
    items: Vec<Diagnostic>,
    per_file: BTreeMap<FileId, usize>,
    faulty: BTreeSet<FileId>,
    unkept: Unkept,
    hints_per_file: BTreeMap<FileId, usize>,
    hints_in_all: usize,
    policy: Arc<SeverityPolicy>,
}

impl DiagnosticSink {
    /// A collector that gives diagnostics the severities of this policy.
    #[must_use]
    pub fn with_policy(policy: SeverityPolicy) -> Self {
        Self { policy: Arc::new(policy), ..Self::default() }
    }

    /// A collector with the same policy, for further files.
    #[must_use]
    pub fn for_part(&self) -> Self {
        Self { policy: Arc::clone(&self.policy), ..Self::default() }
    }

    /// Adds a diagnostic, unless the policy leaves its code out.
    pub fn add(&mut self, mut diagnostic: Diagnostic) {
        let Some(severity) = self.policy.severity(diagnostic.code) else { return };
        diagnostic.severity = severity;
        let error = severity == Severity::Error;
        let file = diagnostic.file();
        if error {
            self.faulty.insert(file);
        }
        let count = self.per_file.entry(file).or_default();
        *count += 1;
        if *count > PER_FILE || self.items.len() >= IN_ALL {
            *(if error { &mut self.unkept.errors } else { &mut self.unkept.warnings }) += 1;
        } else {
            self.items.push(diagnostic);
        }
    }

    /// Adds the diagnostics of further files.
    pub fn append(&mut self, more: Self) {
        for diagnostic in more.items {
            self.add(diagnostic);
        }
        self.faulty.extend(more.faulty);
        self.unkept.errors += more.unkept.errors;
        self.unkept.warnings += more.unkept.warnings;
    }

    /// Whether a file has an error.
    #[must_use]
    pub fn is_faulty(&self, file: FileId) -> bool {
        self.faulty.contains(&file)
    }

    /// Whether something is reported that begins where this place begins.
    #[must_use]
    pub fn is_reported(&self, place: Span) -> bool {
        let start = place.range().start;
        self.items.iter().any(|item| item.file() == place.file && item.label.span.range().start == start)
    }

    /// Whether there is any error.
    #[must_use]
    pub fn any_error(&self) -> bool {
        !self.faulty.is_empty()
    }

    /// The word of a short list that `written` may stand for. `None` past the limit for the file of `span`.
    pub fn nearest<'a>(&mut self, span: Span, written: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
        let hints = self.hints_per_file.entry(span.file).or_default();
        *hints += 1;
        if *hints > HINTS_PER_FILE { None } else { Misspelt::new(written)?.nearest(words) }
    }

    /// The help that names the word of a short list that `written` may stand for.
    pub fn hint<'a>(&mut self, span: Span, written: &str, words: impl Iterator<Item = &'a str>) -> Option<String> {
        self.nearest(span, written, words).map(did_you_mean)
    }

    /// The help that names the id that `written` may stand for.
    pub fn hint_among_ids<'a>(&mut self, written: &str, ids: impl Iterator<Item = &'a str>) -> Option<String> {
        self.hints_in_all += 1;
        if self.hints_in_all > HINTS_IN_ALL { None } else { Misspelt::new(written)?.nearest(ids).map(did_you_mean) }
    }

    /// The diagnostics kept, and the numbers of the others.
    #[must_use]
    pub fn into_parts(self) -> (Vec<Diagnostic>, Unkept) {
        (self.items, self.unkept)
    }
}

/// The help that suggests a word.
#[must_use]
pub fn did_you_mean(word: &str) -> String {
    format!("did you mean `{word}`?")
}

/// A text in backquotes, cut to its first line and 60 characters.
#[must_use]
pub fn quoted(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.lines().next().unwrap_or_default();
    if line.len() == text.trim_end().len() && line.chars().count() <= MOST {
        return format!("`{line}`");
    }
    let start: String = line.chars().take(MOST).collect();
    format!("`{}…`", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_long_text_is_shortened() {
        assert_eq!(quoted("short"), "`short`");
        assert_eq!(quoted("two\nlines"), "`two…`");
        assert!(quoted(&"x".repeat(1000)).chars().count() < 70);
    }
}
