//! Tokens: the words of a text, their normalised spelling, and their stem (Porter's English stemmer, as Snowball has it).

use std::ops::Range;
use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};

/// Stop words, sorted: those of the language, and those people use to ask. "No", "not" and "without" tell roles apart: they are none.
const STOP_WORDS: [&str; 94] = [
    "a",
    "about",
    "all",
    "also",
    "am",
    "an",
    "and",
    "any",
    "are",
    "around",
    "as",
    "at",
    "be",
    "become",
    "becoming",
    "been",
    "being",
    "but",
    "by",
    "can",
    "career",
    "careers",
    "could",
    "did",
    "do",
    "does",
    "doing",
    "etc",
    "for",
    "from",
    "get",
    "getting",
    "had",
    "has",
    "have",
    "having",
    "how",
    "i",
    "id",
    "if",
    "im",
    "in",
    "interested",
    "into",
    "is",
    "it",
    "its",
    "ive",
    "job",
    "jobs",
    "like",
    "looking",
    "love",
    "may",
    "me",
    "might",
    "my",
    "of",
    "on",
    "or",
    "other",
    "our",
    "out",
    "please",
    "role",
    "roles",
    "should",
    "so",
    "some",
    "someone",
    "something",
    "than",
    "that",
    "the",
    "their",
    "them",
    "there",
    "these",
    "they",
    "this",
    "those",
    "to",
    "want",
    "was",
    "we",
    "what",
    "when",
    "where",
    "which",
    "who",
    "will",
    "with",
    "would",
    "you",
];

/// Plurals that the stemmer does not know.
const IRREGULAR: [(&str, &str); 5] =
    [("children", "child"), ("feet", "foot"), ("men", "man"), ("teeth", "tooth"), ("women", "woman")];

/// Endings after which "-iz-" and "-yz-" are the other spelling of "-is-" and "-ys-".
const AFTER_IZ: [&str; 10] = ["", "e", "ed", "er", "ers", "es", "ing", "ation", "ations", "ational"];

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::English));

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Its spelling: lower-case letters and digits, with British endings.
    pub spelling: String,
    /// Whether it is written as an abbreviation: up to five capital letters or digits.
    pub is_abbreviation: bool,
}

impl Word {
    /// The stem under which it is found.
    #[must_use]
    pub fn stem(&self) -> String {
        stem(&self.spelling)
    }

    /// Whether it only matches itself: it is no prefix of other words and is not corrected.
    #[must_use]
    pub fn is_exact_only(&self) -> bool {
        self.is_abbreviation || self.spelling.chars().count() <= 3
    }

    /// Whether it is no stop word.
    #[must_use]
    pub fn is_content(&self) -> bool {
        self.is_abbreviation || is_content(&self.spelling)
    }
}

/// Every word of a text, in order.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    each_word(text, |range, spelling, is_abbreviation| {
        words.push(Word { range, spelling: spelling.to_owned(), is_abbreviation });
    });
    words
}

/// Visits every word of a text: its bytes, its spelling, and whether it is an abbreviation.
///
/// Apostrophes vanish, with the "s" of possession. A short first part joins what follows its hyphen ("x-ray",
/// "co-ordinator"); letters join over an ampersand ("A&E").
pub fn each_word(text: &str, mut word: impl FnMut(Range<usize>, &str, bool)) {
    let mut spelling = Spelling::default();
    let mut letters = text.char_indices().peekable();
    while let Some((start, first)) = letters.next() {
        if !first.is_alphanumeric() {
            continue;
        }
        spelling.begin(first);
        let mut end = start + first.len_utf8();
        while let Some(&(at, next)) = letters.peek() {
            let after = at + next.len_utf8();
            if !next.is_alphanumeric() {
                let joins = match next {
                    '\'' | '’' => true,
                    '-' | '‐' | '‑' => spelling.letters <= 3,
                    '&' => spelling.letters == 1,
                    _ => false,
                };
                if !joins || !text[after..].starts_with(char::is_alphanumeric) {
                    break;
                }
            }
            letters.next();
            end = after;
            spelling.add(next);
        }
        let is_abbreviation = spelling.finish();
        word(start..end, &spelling.text, is_abbreviation);
    }
}

/// Builds the spelling of one word; its buffer is reused.
#[derive(Default)]
struct Spelling {
    text: String,
    letters: usize,
    all_capitals: bool,
    /// The length of the spelling at the last apostrophe.
    apostrophe: Option<usize>,
}

impl Spelling {
    fn begin(&mut self, letter: char) {
        self.text.clear();
        (self.letters, self.all_capitals, self.apostrophe) = (0, true, None);
        self.add(letter);
    }

    fn add(&mut self, letter: char) {
        if letter.is_alphanumeric() {
            self.letters += 1;
            self.all_capitals &= letter.is_uppercase() || letter.is_numeric();
            if letter.is_ascii() {
                self.text.push(letter.to_ascii_lowercase())
            } else {
                self.text.extend(letter.to_lowercase())
            }
        } else if matches!(letter, '\'' | '’') {
            self.apostrophe = Some(self.text.len());
        }
    }

    /// Ends the spelling, and says whether the word is an abbreviation.
    fn finish(&mut self) -> bool {
        let possessive = self.apostrophe.filter(|&at| self.text.get(at..) == Some("s"));
        if let Some(at) = possessive {
            self.text.truncate(at);
        }
        make_british(&mut self.text);
        self.all_capitals && possessive.is_none() && (2..=5).contains(&self.letters)
    }
}

/// The words of a text without stop words; all of them, where there are only stop words.
#[must_use]
pub fn content_words(text: &str) -> Vec<Word> {
    let all = words(text);
    if all.iter().any(Word::is_content) { all.into_iter().filter(Word::is_content).collect() } else { all }
}

/// The stems of the content words of a text, joined by spaces. Texts with one key count as one phrase.
#[must_use]
pub fn key(text: &str) -> String {
    content_words(text).iter().map(Word::stem).collect::<Vec<_>>().join(" ")
}

/// Whether a spelling is no stop word.
#[must_use]
pub fn is_content(spelling: &str) -> bool {
    STOP_WORDS.binary_search(&spelling).is_err()
}

/// The stem of a spelling, after `IRREGULAR` plurals.
#[must_use]
pub fn stem(spelling: &str) -> String {
    let stem = STEMMER.stem(spelling);
    IRREGULAR.iter().find(|(plural, _)| *plural == stem).map_or_else(|| stem.to_string(), |(_, one)| (*one).to_owned())
}

/// Writes "-ise" and "-yse" for "-ize" and "-yze".
fn make_british(spelling: &mut String) {
    let Some(at) = spelling.rfind('z').filter(|at| *at >= 4) else { return };
    let (before, after) = (&spelling[..at], &spelling[at + 1..]);
    if before.ends_with(['i', 'y']) && AFTER_IZ.contains(&after) {
        spelling.replace_range(at..=at, "s");
    }
}

#[cfg(test)]
mod tests {
    use super::{STOP_WORDS, key, words};

    fn spellings(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.spelling).collect()
    }

    #[test]
    fn the_stop_words_are_sorted_for_the_binary_search() {
        assert!(STOP_WORDS.is_sorted());
    }

    #[test]
    fn hyphens_ampersands_and_apostrophes_join_as_people_type_them() {
        assert_eq!(spellings("X-rays, co-ordinator, hands-on"), ["xrays", "coordinator", "hands", "on"]);
        assert_eq!(spellings("A&E & someone’s child's"), ["ae", "someone", "child"]);
        assert_eq!(spellings("- ' & 'quoted' end-"), ["quoted", "end"]);
    }

    #[test]
    fn both_spellings_of_ise_have_one_stem() {
        assert_eq!(key("organize"), key("organised"));
        assert_eq!(key("organization"), key("organisations"));
        assert_eq!(key("paralyzed"), key("paralysed"));
        assert_ne!(key("size"), key("sis"));
    }

    #[test]
    fn the_range_of_a_word_is_where_it_was_written() {
        let text = "Über-nurse’s café";
        let at: Vec<&str> = words(text).into_iter().map(|word| &text[word.range]).collect();
        assert_eq!(at, ["Über", "nurse’s", "café"]);
    }

    #[test]
    fn capitals_make_an_abbreviation() {
        let kinds: Vec<bool> =
            words("HR hr A&E HCSW PARAMEDIC 111").into_iter().map(|word| word.is_abbreviation).collect();
        assert_eq!(kinds, [true, false, true, true, false, true]);
    }

    #[test]
    fn stop_words_count_only_where_there_are_no_others() {
        assert_eq!(key("I would like to become a nurse"), key("nurses"));
        assert_eq!(key("it"), "it");
        assert_eq!(key("teeth"), key("tooth"));
    }
}
