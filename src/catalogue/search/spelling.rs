//! Corrects misspelt words of a query to the likeliest words of the index.
//!
//! Unlike `model::did_you_mean`, which compares one written name with a short list of candidates, this corrects each word
//! within a sentence, with the index's automata for candidates and the frequency of words for their order.

use std::cmp::Reverse;

use crate::catalogue::search::SearchIndex;
use crate::catalogue::search::engine::IndexedField;
use crate::catalogue::search::words::{Word, stem, words};

/// Words up to this long are mended into words of titles and into words that people say for roles, and into no others:
/// too many short words are one letter apart.
const SHORT: usize = 5;

/// Words longer than this may have two slips.
const LONG: usize = 7;

/// The text with its slips mended; none where there is nothing to mend.
pub fn mend(index: &SearchIndex, text: &str) -> Option<String> {
    let mut mended = String::new();
    let mut done = 0;
    let words = words(text);
    let mut rest = words.as_slice();
    while let [word, after @ ..] = rest {
        rest = after;
        if !word.is_content() || is_known(index, word) {
            continue;
        }
        let joined = after.first().filter(|next| next.is_content());
        let joined = joined.map(|next| (next.range.end, format!("{}{}", word.spelling, next.spelling)));
        let (end, replacement) = match joined {
            Some((end, joined)) if index.lexicon.used(&joined) > 0 => {
                rest = after.get(1..).unwrap_or_default();
                (end, Some(joined))
            }
            _ => (word.range.end, likeliest(index, word)),
        };
        if let Some(replacement) = replacement {
            mended.push_str(text.get(done..word.range.start).unwrap_or_default());
            mended.push_str(&replacement);
            done = end;
        }
    }
    if done == 0 {
        return None;
    }
    mended.push_str(text.get(done..).unwrap_or_default());
    Some(mended)
}

/// Whether a role uses the word, another form of it, or a longer word that begins with it, or people say it for a role.
fn is_known(index: &SearchIndex, word: &Word) -> bool {
    let stem = word.stem();
    index.lexicon.used(&word.spelling) > 0
        || index.engine.frequency(IndexedField::Texts, &stem) > 0
        || index.meanings.has_word(&stem)
        || !word.is_whole() && index.lexicon.has_longer(&word.spelling)
}

/// The likeliest word for a slip: one edit away, then two words run together, then two edits in a long word.
fn likeliest(index: &SearchIndex, word: &Word) -> Option<String> {
    let length = word.spelling.chars().count();
    if word.is_whole() || word.spelling.chars().any(|letter| letter.is_ascii_digit()) {
        return None;
    }
    let near = |edits| nearest(index, &word.spelling, edits);
    near(1).or_else(|| parted(index, &word.spelling)).or_else(|| if length > LONG { near(2) } else { None })
}

/// The nearest word: the fewest edits, the same first letter, a word of a title or one that people say, the most used, the
/// first by the alphabet.
fn nearest(index: &SearchIndex, spelling: &str, edits: u8) -> Option<String> {
    let first = spelling.chars().next();
    let is_short = spelling.chars().count() <= SHORT;
    let candidates = index.engine.near(spelling, edits).into_iter().filter(|word| word.chars().count() > 3);
    let ranked = candidates.filter_map(|word| {
        let stem = stem(&word);
        let is_title = [IndexedField::Title, IndexedField::OtherTitles]
            .into_iter()
            .any(|part| index.engine.frequency(part, &stem) > 0);
        let is_name = is_title || index.meanings.has_word(&word);
        let away = strsim::osa_distance(spelling, &word);
        let used = Reverse(index.lexicon.used(&word));
        (is_name || !is_short).then(|| (away, word.chars().next() != first, !is_name, used, word))
    });
    ranked.min().map(|(.., word)| word)
}

/// Two words that were run together, both of them words of roles: the most used pair.
fn parted(index: &SearchIndex, spelling: &str) -> Option<String> {
    let cuts = spelling.char_indices().skip(3).map(|(cut, _)| spelling.split_at(cut));
    cuts.filter(|(_, after)| after.chars().count() >= 3)
        .map(|(before, after)| (index.lexicon.used(before).min(index.lexicon.used(after)), before, after))
        .filter(|(used, ..)| *used > 0)
        .max_by_key(|(used, before, _)| (*used, before.len()))
        .map(|(_, before, after)| format!("{before} {after}"))
}
