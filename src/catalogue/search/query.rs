//! A search text, parsed: its content words, and everything that each of them may mean.

use std::ops::Range;

use crate::catalogue::search::engine::{Engine, IndexedField, SearchError};
use crate::catalogue::search::synonym::{SynonymIndex, SynonymTarget};
use crate::catalogue::search::term_index::TermIndex;
use crate::catalogue::search::words::{Word, content_words, stem};

/// The longest synonym that is looked up, in words.
const MAX_PHRASE_WORDS: usize = 5;

/// The most completions of one prefix.
const MAX_COMPLETIONS: usize = 16;

/// A parsed search.
#[derive(Clone, Debug, Default)]
pub struct ParsedQuery {
    /// The content words as typed, each stem once.
    pub words: Vec<String>,
    /// For each word, whether a role must have it (see `required_words`).
    pub required: Vec<bool>,
    /// Everything that the words may mean.
    pub interpretations: Vec<Interpretation>,
}

/// One meaning of some neighbouring words.
#[derive(Clone, Debug)]
pub struct Interpretation {
    /// The words, as a range of [`ParsedQuery::words`].
    pub words: Range<usize>,
    /// The meaning.
    pub meaning: TermMeaning,
}

/// What words may mean. Confidences are between 0 and 1, where 1 is an exact match.
#[derive(Clone, Debug)]
pub enum TermMeaning {
    /// A word in the texts of roles.
    Word {
        /// Its stem.
        stem: String,
        /// How surely it is meant.
        confidence: f32,
        /// How it follows from what was typed.
        kind: MatchKind,
    },
    /// What a synonym stands for.
    Synonym {
        /// The target of the synonym.
        target: SynonymTarget,
        /// How surely it is meant.
        confidence: f32,
    },
}

/// How a word of the roles follows from a word of the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchKind {
    /// They have the same stem.
    Exact,
    /// The typed word is a prefix of it, and no word of the roles itself.
    Prefix,
    /// The typed word is a prefix of it, and a word of the roles too: it counts in titles only.
    PrefixInTitles,
    /// A synonym says to look for it.
    Synonym,
}

impl ParsedQuery {
    /// Parses a search text.
    pub fn parse(terms: &TermIndex, text: &str) -> Result<Self, SearchError> {
        let mut typed: Vec<Word> = Vec::new();
        for word in content_words(text) {
            if !typed.iter().any(|before| before.stem() == word.stem()) {
                typed.push(word);
            }
        }
        let stems: Vec<String> = typed.iter().map(Word::stem).collect();
        let mut query = Self {
            words: typed.iter().filter_map(|word| text.get(word.range.clone())).map(str::to_owned).collect(),
            required: vec![],
            interpretations: vec![],
        };
        for (position, word) in typed.iter().enumerate() {
            query.interpret_word(terms, position, word)?;
            if let Some(next) = typed.get(position + 1) {
                query.interpret_compound(terms, position, &format!("{}{}", word.spelling, next.spelling));
            }
        }
        query.interpret_synonyms(&terms.synonyms, &typed, &stems);
        query.required = query.required_words(terms.engine.as_ref(), &stems)?;
        Ok(query)
    }

    /// The words that have no meaning.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        self.words
            .iter()
            .enumerate()
            .filter(|(position, _)| !self.has_meaning(*position))
            .map(|(_, word)| word.as_str())
    }

    fn has_meaning(&self, position: usize) -> bool {
        self.interpretations.iter().any(|interpretation| interpretation.words.contains(&position))
    }

    /// Which words a role must have: those with a meaning that at most a quarter of the roles have. Where that leaves none, all
    /// with a meaning.
    fn required_words(&self, engine: &dyn Engine, stems: &[String]) -> Result<Vec<bool>, SearchError> {
        let common = engine.role_count() as u64 / 4;
        let mut required = Vec::with_capacity(stems.len());
        for (position, stem) in stems.iter().enumerate() {
            let is_rare = engine.document_frequency(IndexedField::Texts, stem)? <= common;
            required.push(is_rare && self.has_meaning(position));
        }
        if !required.contains(&true) {
            required = (0..stems.len()).map(|position| self.has_meaning(position)).collect();
        }
        Ok(required)
    }

    fn interpret_word(&mut self, terms: &TermIndex, position: usize, word: &Word) -> Result<(), SearchError> {
        let typed = word.stem();
        let is_word = terms.engine.document_frequency(IndexedField::Texts, &typed)? > 0;
        if is_word {
            self.add_word(position..position + 1, typed.clone(), 1.0, MatchKind::Exact);
        }
        if word.is_exact_only() {
            return Ok(());
        }
        let kind = if is_word { MatchKind::PrefixInTitles } else { MatchKind::Prefix };
        let stems = terms.lexicon.stems_with_prefix(&word.spelling, MAX_COMPLETIONS);
        for stem in stems.into_iter().filter(|stem| *stem != typed) {
            self.add_word(position..position + 1, stem.to_owned(), 0.5, kind);
        }
        Ok(())
    }

    /// Two words that roles write as one: "health care", "mid wife".
    fn interpret_compound(&mut self, terms: &TermIndex, position: usize, compound: &str) {
        if terms.lexicon.role_count(compound) > 0 {
            self.add_word(position..position + 2, stem(compound), 0.9, MatchKind::Exact);
        }
    }

    /// Synonyms among neighbouring words, the longest first. At the end of the search a synonym may be incomplete.
    fn interpret_synonyms(&mut self, synonyms: &SynonymIndex, typed: &[Word], stems: &[String]) {
        for start in 0..stems.len() {
            for end in (start + 1..=stems.len().min(start + MAX_PHRASE_WORDS)).rev() {
                let (Some(phrase), Some(last)) = (stems.get(start..end), typed.get(end - 1)) else { continue };
                if let Some(target) = synonyms.get(&phrase.join(" ")) {
                    self.add_synonym(start..end, target, 1.0);
                } else if !last.is_exact_only() && end == stems.len() {
                    let before = phrase.get(..phrase.len() - 1).unwrap_or_default();
                    let prefix = [before, std::slice::from_ref(&last.spelling)].concat().join(" ");
                    for target in synonyms.with_prefix(&prefix) {
                        self.add_synonym(start..end, target, 0.5);
                    }
                }
            }
        }
    }

    fn add_synonym(&mut self, words: Range<usize>, target: &SynonymTarget, confidence: f32) {
        for stem in &target.stems {
            self.add_word(words.clone(), stem.clone(), 0.6 * confidence, MatchKind::Synonym);
        }
        let meaning = TermMeaning::Synonym { target: target.clone(), confidence };
        self.interpretations.push(Interpretation { words, meaning });
    }

    fn add_word(&mut self, words: Range<usize>, stem: String, confidence: f32, kind: MatchKind) {
        self.interpretations.push(Interpretation { words, meaning: TermMeaning::Word { stem, confidence, kind } });
    }
}
