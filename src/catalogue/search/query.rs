//! A search text, parsed: its content words, and everything that each of them may mean.

use std::ops::Range;

use crate::catalogue::search::common_words::is_common;
use crate::catalogue::search::engine::{Engine, IndexedField, SearchError};
use crate::catalogue::search::synonym::SynonymTarget;
use crate::catalogue::search::term_index::TermIndex;
use crate::catalogue::search::word_lists::{is_asking, is_generic};
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
        query.interpret_synonyms(terms, &typed, &stems)?;
        query.required = query.required_words(terms.engine.as_ref(), &typed)?;
        Ok(query)
    }

    /// The words that have no meaning.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        self.words_of(false)
    }

    /// The words that have a meaning.
    pub fn known(&self) -> impl Iterator<Item = &str> {
        self.words_of(true)
    }

    /// Whether some words have no meaning and the others say little without them: they are common and in no title, or name a kind
    /// of job at most ("worker" of "youth worker").
    pub fn says_little(&self, terms: &TermIndex) -> Result<bool, SearchError> {
        if self.unknown().next().is_none() {
            return Ok(false);
        }
        let common = terms.engine.document_count() as u64 / 4;
        for word in self.known().flat_map(content_words) {
            let having = |field| terms.engine.document_frequency(field, &word.stem());
            let is_telling = having(IndexedField::Texts)? <= common || having(IndexedField::Title)? > 0;
            if is_telling && !is_generic(&word.spelling) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn words_of(&self, meaning: bool) -> impl Iterator<Item = &str> {
        let words = self.words.iter().enumerate();
        words.filter(move |(position, _)| self.has_meaning(*position) == meaning).map(|(_, word)| word.as_str())
    }

    fn has_meaning(&self, position: usize) -> bool {
        self.interpretations.iter().any(|interpretation| interpretation.words.contains(&position))
    }

    /// Which words a document must have: those with a meaning that at most a quarter of the documents have, and that do not only
    /// ask a question. Where that leaves none, all with a meaning.
    fn required_words(&self, engine: &dyn Engine, typed: &[Word]) -> Result<Vec<bool>, SearchError> {
        let common = engine.document_count() as u64 / 4;
        let mut required = Vec::with_capacity(typed.len());
        for (position, word) in typed.iter().enumerate() {
            let is_rare = engine.document_frequency(IndexedField::Texts, &word.stem())? <= common;
            required.push(is_rare && self.has_meaning(position) && !is_asking(&word.spelling));
        }
        if !required.contains(&true) {
            required = (0..typed.len()).map(|position| self.has_meaning(position)).collect();
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
        let kind = match (is_word, is_common(&word.spelling)) {
            // "Part" is not the beginning of "partner".
            (true, true) => return Ok(()),
            (false, false) => MatchKind::Prefix,
            _ => MatchKind::PrefixInTitles,
        };
        let stems = terms.lexicon.stems_with_prefix(&word.spelling, MAX_COMPLETIONS);
        for stem in stems.into_iter().filter(|stem| *stem != typed) {
            self.add_word(position..position + 1, stem.to_owned(), 0.5, kind);
        }
        Ok(())
    }

    /// Two words that roles write as one: "health care", "mid wife".
    fn interpret_compound(&mut self, terms: &TermIndex, position: usize, compound: &str) {
        if terms.lexicon.document_count(compound) > 0 {
            self.add_word(position..position + 2, stem(compound), 0.9, MatchKind::Exact);
        }
    }

    /// Synonyms among neighbouring words, the longest first. At the end of the search a synonym may be incomplete.
    fn interpret_synonyms(&mut self, terms: &TermIndex, typed: &[Word], stems: &[String]) -> Result<(), SearchError> {
        for start in 0..stems.len() {
            for end in (start + 1..=stems.len().min(start + MAX_PHRASE_WORDS)).rev() {
                let (Some(phrase), Some(last)) = (stems.get(start..end), typed.get(end - 1)) else { continue };
                if let Some(target) = terms.synonyms.get(&phrase.join(" ")) {
                    self.add_synonym(terms, start..end, target, 1.0)?;
                } else if !last.is_exact_only() && end == stems.len() && !is_common(&last.spelling) {
                    let before = phrase.get(..phrase.len() - 1).unwrap_or_default();
                    let prefix = [before, std::slice::from_ref(&last.spelling)].concat().join(" ");
                    for target in terms.synonyms.with_prefix(&prefix) {
                        self.add_synonym(terms, start..end, target, 0.5)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Of each phrase to look for in the texts, the rarest word is looked for: "older" of "older people".
    fn add_synonym(
        &mut self,
        terms: &TermIndex,
        words: Range<usize>,
        target: &SynonymTarget,
        confidence: f32,
    ) -> Result<(), SearchError> {
        for phrase in &target.phrases {
            let mut rarest: Option<(u64, &String)> = None;
            for stem in phrase {
                let found = (terms.engine.document_frequency(IndexedField::Texts, stem)?, stem);
                rarest = Some(rarest.map_or(found, |before| before.min(found)));
            }
            if let Some((_, stem)) = rarest {
                self.add_word(words.clone(), stem.clone(), 0.6 * confidence, MatchKind::Synonym);
            }
        }
        let meaning = TermMeaning::Synonym { target: target.clone(), confidence };
        self.interpretations.push(Interpretation { words, meaning });
        Ok(())
    }

    fn add_word(&mut self, words: Range<usize>, stem: String, confidence: f32, kind: MatchKind) {
        self.interpretations.push(Interpretation { words, meaning: TermMeaning::Word { stem, confidence, kind } });
    }
}
