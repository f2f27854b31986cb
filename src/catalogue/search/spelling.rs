//! Correction of misspelled words: a word that no role and no synonym has is replaced by the likeliest that one has.
//!
//! Unlike `model::did_you_mean`, which compares one written name with a short list of candidates, this corrects each word within
//! a sentence, with the index's automata for candidates and the frequency of words for their order.

use std::cmp::Reverse;

use crate::catalogue::search::engine::{IndexedField, SearchError};
use crate::catalogue::search::term_index::TermIndex;
use crate::catalogue::search::words::{Word, stem, words};

/// Words of up to so many characters are only corrected to words of titles and synonyms: too many others are one edit away.
const SHORT_WORD: usize = 5;

/// Words of more characters may be two edits away.
const LONG_WORD: usize = 7;

/// The text with its misspelled words replaced; none where there is nothing to replace.
pub fn corrected(terms: &TermIndex, text: &str) -> Result<Option<String>, SearchError> {
    let mut corrected = String::new();
    let mut copied = 0;
    let words = words(text);
    let mut rest = words.as_slice();
    while let [word, after @ ..] = rest {
        rest = after;
        if !word.is_content() || is_known(terms, word)? {
            continue;
        }
        let compound = after.first().filter(|next| next.is_content());
        let compound = compound.map(|next| (next.range.end, format!("{}{}", word.spelling, next.spelling)));
        let (end, replacement) = match compound {
            Some((end, compound)) if terms.lexicon.role_count(&compound) > 0 => {
                rest = after.get(1..).unwrap_or_default();
                (end, Some(compound))
            }
            _ => (word.range.end, correction(terms, word)?),
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

/// Whether a role or a synonym has the word, another form of it, or a longer word that begins with it.
fn is_known(terms: &TermIndex, word: &Word) -> Result<bool, SearchError> {
    let stem = word.stem();
    Ok(terms.lexicon.role_count(&word.spelling) > 0
        || terms.engine.document_frequency(IndexedField::Texts, &stem)? > 0
        || terms.synonyms.has_word(&stem)
        || !word.is_exact_only() && terms.lexicon.is_proper_prefix(&word.spelling))
}

/// The likeliest correction: one edit, then a missing space, then two edits in a long word. Abbreviations, words of up to three
/// characters and words with digits are not corrected.
fn correction(terms: &TermIndex, word: &Word) -> Result<Option<String>, SearchError> {
    if word.is_exact_only() || word.spelling.chars().any(|letter| letter.is_ascii_digit()) {
        return Ok(None);
    }
    if let Some(one_edit) = nearest(terms, &word.spelling, 1)? {
        return Ok(Some(one_edit));
    }
    if let Some(two_words) = split(terms, &word.spelling) {
        return Ok(Some(two_words));
    }
    let is_long = word.spelling.chars().count() > LONG_WORD;
    if is_long { nearest(terms, &word.spelling, 2) } else { Ok(None) }
}

/// The nearest spelling: by edit distance, then the same first letter, then a word of a title or a synonym, then the number of
/// roles that have it, then the alphabet.
fn nearest(terms: &TermIndex, spelling: &str, edits: u8) -> Result<Option<String>, SearchError> {
    let first = spelling.chars().next();
    let is_short = spelling.chars().count() <= SHORT_WORD;
    let mut candidates = Vec::new();
    for word in terms.engine.fuzzy_terms(spelling, edits)?.into_iter().filter(|word| word.chars().count() > 3) {
        let is_name = is_in_title(terms, &stem(&word))? || terms.synonyms.has_word(&word);
        if is_name || !is_short {
            let distance = strsim::osa_distance(spelling, &word);
            let roles = Reverse(terms.lexicon.role_count(&word));
            candidates.push((distance, word.chars().next() != first, !is_name, roles, word));
        }
    }
    Ok(candidates.into_iter().min().map(|(.., word)| word))
}

fn is_in_title(terms: &TermIndex, stem: &str) -> Result<bool, SearchError> {
    let has = |field| Ok(terms.engine.document_frequency(field, stem)? > 0);
    Ok(has(IndexedField::Title)? || has(IndexedField::OtherTitles)?)
}

/// A word as two words of roles, of three letters at least: the pair whose rarer word is the commonest.
fn split(terms: &TermIndex, spelling: &str) -> Option<String> {
    let cuts = spelling.char_indices().skip(3).map(|(cut, _)| spelling.split_at(cut));
    cuts.filter(|(_, after)| after.chars().count() >= 3)
        .map(|(before, after)| (terms.lexicon.role_count(before).min(terms.lexicon.role_count(after)), before, after))
        .filter(|(roles, ..)| *roles > 0)
        .max_by_key(|(roles, before, _)| (*roles, before.len()))
        .map(|(_, before, after)| format!("{before} {after}"))
}
