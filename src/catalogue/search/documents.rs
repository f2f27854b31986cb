//! The documents of an index: their texts as the engine takes them, and what each is called.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::model::ids::slug;
use crate::catalogue::search::engine::IndexedTexts;
use crate::catalogue::search::lexicon::{Lexicon, StemNumber};
use crate::catalogue::search::rank::MatchTier;
use crate::catalogue::search::texts::TextKind;
use crate::catalogue::search::words::{Word, content_words, each_word, key};

/// What the documents are called.
#[derive(Debug, Default)]
pub struct Names {
    /// The documents called by a key (see [`key`]), with the tier that being called so gives.
    by_key: BTreeMap<String, BTreeMap<usize, MatchTier>>,
    /// The documents by the slugs of their titles.
    by_title: BTreeMap<String, usize>,
    /// The stems of all names.
    stems: BTreeSet<String>,
}

impl Names {
    /// Adds what a document is called: its title, its other titles, and the parts of its title between slashes, brackets, "or"
    /// and "such as".
    pub fn add<'n>(&mut self, document: usize, title: &'n str, others: impl Iterator<Item = &'n str>) {
        let parts =
            title.split(['/', '(', ')']).flat_map(|part| part.split(" or ")).flat_map(|part| part.split(" such as "));
        self.by_title.entry(slug(title)).or_insert(document);
        let others = others.chain(parts).map(|name| (name, MatchTier::OtherTitle));
        for (name, tier) in std::iter::once((title, MatchTier::Title)).chain(others) {
            if !name.trim().is_empty() {
                self.stems.extend(content_words(name).iter().map(Word::stem));
                self.by_key.entry(key(name)).or_default().entry(document).or_insert(tier);
            }
        }
    }

    /// Whether a stem is in a name.
    #[must_use]
    pub fn has_stem(&self, stem: &str) -> bool {
        self.stems.contains(stem)
    }

    /// The document that has this title, whatever its case, accents and signs.
    #[must_use]
    pub fn titled(&self, text: &str) -> Option<usize> {
        self.by_title.get(&slug(text)).copied()
    }

    /// The documents that are called so, each with its tier.
    #[must_use]
    pub fn called(&self, key: &str) -> Option<&BTreeMap<usize, MatchTier>> {
        self.by_key.get(key)
    }
}

/// The stems of the content words of each text of a document, sorted, in the order of the texts: what a search needs to choose
/// the text that says why it found the document, without splitting all of them into words again.
pub type TextStems = Box<[Box<[StemNumber]>]>;

/// The texts of a document for the engine, and the stems of each; adds its words, and those of its synonyms, to the lexicon.
pub fn indexed<'a>(
    lexicon: &mut Lexicon,
    document: usize,
    texts: impl Iterator<Item = (TextKind, Cow<'a, str>)>,
    phrases: impl Iterator<Item = &'a String>,
) -> (IndexedTexts, TextStems) {
    let mut text_stems = Vec::new();
    let mut indexed = IndexedTexts::default();
    let push = |words: &mut String, word: &str| {
        words.push_str(word);
        words.push(' ');
    };
    for (kind, text) in texts {
        let mut stems = Vec::new();
        each_word(&text, |_, spelling, is_abbreviation| {
            let (entry, is_new) = lexicon.add(spelling, document);
            if is_new {
                push(&mut indexed.new_spellings, spelling);
            }
            if entry.is_content || is_abbreviation {
                stems.push(entry.stem_number);
                (0..kind.weight()).for_each(|_| push(&mut indexed.texts, &entry.stem));
                match kind {
                    TextKind::Title => push(&mut indexed.title, &entry.stem),
                    TextKind::OtherTitle => push(&mut indexed.other_titles, &entry.stem),
                    _ => {}
                }
            }
        });
        stems.sort_unstable();
        stems.dedup();
        text_stems.push(stems.into_boxed_slice());
    }
    for phrase in phrases {
        each_word(phrase, |_, spelling, _| {
            if lexicon.add(spelling, document).1 {
                push(&mut indexed.new_spellings, spelling);
            }
        });
    }
    (indexed, text_stems.into_boxed_slice())
}
