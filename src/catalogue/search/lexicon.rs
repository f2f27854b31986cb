//! Every spelling that occurs in the texts of the documents or among their synonyms, with its stem, in alphabetical order.

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::catalogue::search::word_lists::is_content;
use crate::catalogue::search::words::stem;

/// Spellings visited for one prefix. Bounds the work for short prefixes in a large lexicon.
const MAX_PREFIX_SCAN: usize = 2_000;

/// The spellings, and a number for each stem.
#[derive(Debug, Default)]
pub struct Lexicon {
    spellings: BTreeMap<String, LexiconEntry>,
    stems: BTreeMap<String, StemNumber>,
}

/// A stem of one lexicon: cheaper to keep and to compare than its text.
pub type StemNumber = u32;

/// What is known of a spelling.
#[derive(Debug)]
pub struct LexiconEntry {
    /// Its stem.
    pub stem: String,
    /// The number of its stem.
    pub stem_number: StemNumber,
    /// Whether it is no stop word.
    pub is_content: bool,
    /// The number of documents that have it.
    pub documents: u32,
    /// The document that had it last, while the index is built.
    last_document: Option<usize>,
}

impl Lexicon {
    /// Counts an occurrence of a spelling in a document; documents must arrive in order. Returns its entry, and whether it is new.
    pub fn add(&mut self, spelling: &str, document: usize) -> (&LexiconEntry, bool) {
        let stems = &mut self.stems;
        let entry = self.spellings.entry(spelling.to_owned()).or_insert_with_key(|spelling| {
            let stem = stem(spelling);
            let next = u32::try_from(stems.len()).unwrap_or(u32::MAX);
            let stem_number = *stems.entry(stem.clone()).or_insert(next);
            LexiconEntry { stem, stem_number, is_content: is_content(spelling), documents: 0, last_document: None }
        });
        let is_new = entry.last_document.is_none();
        if entry.last_document != Some(document) {
            entry.last_document = Some(document);
            entry.documents += 1;
        }
        (entry, is_new)
    }

    /// The number of a stem that some document has.
    #[must_use]
    pub fn stem_number(&self, stem: &str) -> Option<StemNumber> {
        self.stems.get(stem).copied()
    }

    /// The number of documents that have a spelling.
    #[must_use]
    pub fn document_count(&self, spelling: &str) -> u32 {
        self.spellings.get(spelling).map_or(0, |entry| entry.documents)
    }

    /// Whether a longer spelling begins with this one.
    #[must_use]
    pub fn is_proper_prefix(&self, prefix: &str) -> bool {
        self.completions(prefix).next().is_some()
    }

    /// The stems of the `most` commonest longer spellings that begin with this one, sorted, each once.
    #[must_use]
    pub fn stems_with_prefix<'l>(&'l self, prefix: &'l str, most: usize) -> Vec<&'l str> {
        let mut completions: Vec<(&str, &LexiconEntry)> = self.completions(prefix).take(MAX_PREFIX_SCAN).collect();
        completions
            .sort_by(|(a, a_entry), (b, b_entry)| b_entry.documents.cmp(&a_entry.documents).then_with(|| a.cmp(b)));
        let mut stems: Vec<&str> = completions.into_iter().take(most).map(|(_, entry)| entry.stem.as_str()).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    }

    fn completions<'l>(&'l self, prefix: &'l str) -> impl Iterator<Item = (&'l str, &'l LexiconEntry)> {
        let after = self.spellings.range::<str, _>((Bound::Excluded(prefix), Bound::Unbounded));
        after
            .map(|(spelling, entry)| (spelling.as_str(), entry))
            .take_while(move |(spelling, _)| spelling.starts_with(prefix))
    }
}
