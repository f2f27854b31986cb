//! Correction of misspelled words: a word that is no common word of English, and that no role, page or synonym has, is replaced
//! by the likeliest that one has.
//!
//! Unlike `model::did_you_mean`, which compares one written name with a short list of candidates, this corrects each word within
//! a sentence, with the index's automata for candidates and the frequency of words for their order.

use std::cmp::Reverse;

use crate::catalogue::search::common_words::is_common;
use crate::catalogue::search::engine::{IndexedField, SearchError};
use crate::catalogue::search::term_index::TermIndex;
use crate::catalogue::search::words::{Word, stem, words};

/// Words of up to so many characters are only corrected to words of titles and synonyms: too many others are one edit away.
const SHORT_WORD: usize = 5;

/// Words of more characters may be two edits away.
const LONG_WORD: usize = 7;

/// The words that are known: those of each index.
#[derive(Clone, Copy, Debug)]
pub struct KnownWords<'i>(pub [&'i TermIndex; 2]);

/// The text with its misspelled words replaced; none where there is nothing to replace.
pub fn corrected(known: KnownWords<'_>, text: &str) -> Result<Option<String>, SearchError> {
    let mut corrected = String::new();
    let mut copied = 0;
    let words = words(text);
    let mut rest = words.as_slice();
    while let [word, after @ ..] = rest {
        rest = after;
        if !word.is_content() || is_common(&word.spelling) || known.has(word)? {
            continue;
        }
        let compound = after.first().filter(|next| next.is_content());
        let compound = compound.map(|next| (next.range.end, format!("{}{}", word.spelling, next.spelling)));
        let (end, replacement) = match compound {
            Some((end, compound)) if known.document_count(&compound) > 0 => {
                rest = after.get(1..).unwrap_or_default();
                (end, Some(compound))
            }
            _ => (word.range.end, known.correction(word)?),
        };
        if let Some(replacement) = replacement {
            corrected.push_str(text.get(copied..word.range.start).unwrap_or_default());
            corrected.push_str(&replacement);
            copied = end;
        }
    }
    if copied == 0 {
        return Ok(None);
    }
    corrected.push_str(text.get(copied..).unwrap_or_default());
    Ok(Some(corrected))
}

impl KnownWords<'_> {
    /// Whether an index or a synonym has the word, another form of it, or a longer word that begins with it.
    fn has(self, word: &Word) -> Result<bool, SearchError> {
        let stem = word.stem();
        for terms in self.0 {
            if terms.lexicon.document_count(&word.spelling) > 0
                || terms.engine.document_frequency(IndexedField::Texts, &stem)? > 0
                || terms.synonyms.has_word(&stem)
                || !word.is_exact_only() && terms.lexicon.is_proper_prefix(&word.spelling)
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The likeliest correction: one edit, then a missing space, then two edits in a long word. Abbreviations, words of up to
    /// three characters and words with digits are not corrected.
    fn correction(self, word: &Word) -> Result<Option<String>, SearchError> {
        if word.is_exact_only() || word.spelling.chars().any(|letter| letter.is_ascii_digit()) {
            return Ok(None);
        }
        if let Some(one_edit) = self.nearest(&word.spelling, 1)? {
            return Ok(Some(one_edit));
        }
        if let Some(two_words) = self.split(&word.spelling)? {
            return Ok(Some(two_words));
        }
        let is_long = word.spelling.chars().count() > LONG_WORD;
        if is_long { self.nearest(&word.spelling, 2) } else { Ok(None) }
    }

    /// The nearest spelling: by edit distance, then the same first letter, then a word of a title or a synonym, then the number
    /// of documents that have it, then the alphabet.
    fn nearest(self, spelling: &str, edits: u8) -> Result<Option<String>, SearchError> {
        let first = spelling.chars().next();
        let is_short = spelling.chars().count() <= SHORT_WORD;
        let mut candidates = Vec::new();
        for terms in self.0 {
            for word in terms.engine.fuzzy_terms(spelling, edits)?.into_iter().filter(|word| word.chars().count() > 3) {
                let is_name = is_in_title(terms, &stem(&word))? || terms.synonyms.has_word(&word);
                if is_name || !is_short {
                    let distance = strsim::osa_distance(spelling, &word);
                    let documents = Reverse(self.document_count(&word));
                    candidates.push((distance, word.chars().next() != first, !is_name, documents, word));
                }
            }
        }
        Ok(candidates.into_iter().min().map(|(.., word)| word))
    }

    fn document_count(self, spelling: &str) -> u32 {
        self.0.iter().map(|terms| terms.lexicon.document_count(spelling)).sum()
    }

    /// A word as two words of titles or synonyms, of three letters at least: the pair whose rarer word is the commonest.
    fn split(self, spelling: &str) -> Result<Option<String>, SearchError> {
        let mut best = None;
        for (cut, _) in spelling.char_indices().skip(3) {
            let (before, after) = spelling.split_at(cut);
            let documents = self.document_count(before).min(self.document_count(after));
            let is_longer = after.chars().count() >= 3 && Some((documents, cut)) > best;
            if documents > 0 && is_longer && self.is_name(before)? && self.is_name(after)? {
                best = Some((documents, cut));
            }
        }
        Ok(best.map(|(_, cut)| spelling.split_at(cut)).map(|(before, after)| format!("{before} {after}")))
    }

    /// Whether a title or a synonym has a spelling.
    fn is_name(self, spelling: &str) -> Result<bool, SearchError> {
        let stem = stem(spelling);
        for terms in self.0 {
            if terms.synonyms.has_word(spelling) || is_in_title(terms, &stem)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn is_in_title(terms: &TermIndex, stem: &str) -> Result<bool, SearchError> {
    let has = |field| Ok(terms.engine.document_frequency(field, stem)? > 0);
    Ok(has(IndexedField::Title)? || has(IndexedField::OtherTitles)?)
}
