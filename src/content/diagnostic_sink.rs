//! The collector of diagnostics: bounded, so that no data can make it fill the memory.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::diagnostic::{Diagnostic, Unkept};
use crate::content::severity::Severity;
use crate::content::source::{FileId, Span};

/// How many diagnostics of one file are kept; the others are counted.
const PER_FILE: usize = 100;
/// How many are kept in all.
const IN_ALL: usize = 5_000;
/// How many times a near word is looked for on behalf of one file.
const HINTS_PER_FILE: usize = 20;
/// How many times a near id is looked for among all ids of a kind.
const HINTS_IN_ALL: usize = 100;
/// A longer word than this is nobody's slip of the pen.
const LONGEST_SLIP: usize = 100;

/// What was found so far.
#[derive(Debug, Default)]
pub struct DiagnosticSink {
    items: Vec<Diagnostic>,
    per_file: BTreeMap<FileId, usize>,
    faulty: BTreeSet<FileId>,
    unkept: Unkept,
    hints_per_file: BTreeMap<FileId, usize>,
    hints_in_all: usize,
}

impl DiagnosticSink {
    /// Adds a diagnostic.
    pub fn add(&mut self, diagnostic: Diagnostic) {
        let error = diagnostic.severity() == Severity::Error;
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

    /// Adds what was found in further files.
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

    /// Whether there is any error.
    #[must_use]
    pub fn any_error(&self) -> bool {
        !self.faulty.is_empty()
    }

    /// The word of a short list that is nearest to what was written in a place, if any is near.
    pub fn nearest<'a>(&mut self, span: Span, written: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
        let hints = self.hints_per_file.entry(span.file).or_default();
        *hints += 1;
        if *hints > HINTS_PER_FILE { None } else { nearest(written, words) }
    }

    /// "did you mean", where one of the words of a short list is near.
    pub fn hint<'a>(&mut self, span: Span, written: &str, words: impl Iterator<Item = &'a str>) -> Option<String> {
        self.nearest(span, written, words).map(did_you_mean)
    }

    /// "did you mean", where one of many ids is near.
    pub fn hint_among_ids<'a>(&mut self, written: &str, ids: impl Iterator<Item = &'a str>) -> Option<String> {
        self.hints_in_all += 1;
        if self.hints_in_all > HINTS_IN_ALL { None } else { nearest(written, ids).map(did_you_mean) }
    }

    /// All diagnostics, and how many more there were.
    #[must_use]
    pub fn into_parts(self) -> (Vec<Diagnostic>, Unkept) {
        (self.items, self.unkept)
    }
}

/// "did you mean" this word.
#[must_use]
pub fn did_you_mean(word: &str) -> String {
    format!("did you mean `{word}`?")
}

/// The word that is nearest to what was written, if any is near.
fn nearest<'a>(written: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if written.len() > LONGEST_SLIP {
        return None;
    }
    let written = written.to_lowercase().replace([' ', '_'], "-");
    let near = |word: &&str| strsim::damerau_levenshtein(&written, word) <= (written.len() / 3).max(1);
    let short = |word: &&str| word.len() <= LONGEST_SLIP && word.len().abs_diff(written.len()) <= 2 + written.len() / 2;
    words
        .filter(short)
        .map(|word| (strsim::jaro_winkler(&written, word), word))
        .filter(|(likeness, word)| *likeness > 0.9 || (*likeness > 0.6 && near(word)))
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, word)| word)
}

/// What was written, short enough to be repeated in a message.
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
    use super::{nearest, quoted};

    #[test]
    fn the_nearest_word_is_named_and_a_far_one_is_not() {
        let ids = ["nurse", "senior-nurse", "care-worker", "paramedic"];
        assert_eq!(nearest("senor-nurse", ids.into_iter()), Some("senior-nurse"));
        assert_eq!(nearest("Care Worker", ids.into_iter()), Some("care-worker"));
        assert_eq!(nearest("astronaut", ids.into_iter()), None);
    }

    #[test]
    fn a_long_text_is_shortened() {
        assert_eq!(quoted("short"), "`short`");
        assert_eq!(quoted("two\nlines"), "`two…`");
        assert!(quoted(&"x".repeat(1000)).chars().count() < 70);
    }
}
