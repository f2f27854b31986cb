//! Tokens: the words of a text, their normalised spelling, and their stem (Porter's English stemmer, as Snowball has it).

use std::ops::Range;
use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

use crate::catalogue::model::letters::{fold, is_invisible, is_of_word};
use crate::catalogue::search::word_lists::is_content;

/// Plurals that the stemmer does not know.
const IRREGULAR: [(&str, &str); 6] = [
    ("children", "child"),
    ("feet", "foot"),
    ("men", "man"),
    ("midwiv", "midwif"),
    ("teeth", "tooth"),
    ("women", "woman"),
];

/// Endings after which "-iz-" and "-yz-" are the other spelling of "-is-" and "-ys-".
const AFTER_IZ: [&str; 10] = ["", "e", "ed", "er", "ers", "es", "ing", "ation", "ations", "ational"];

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::English));

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Its spelling: lower-case letters and digits as [`fold`] has them, with British endings.
    pub spelling: String,
    /// Whether it is written as an abbreviation: up to five capital letters or digits. The "s" of its plural is left out.
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
/// "co-ordinator"); letters join over an ampersand ("A&E"), and single letters over dots ("H.C.A."). Marks belong to the
/// letter before them. Letters are compared as [`fold`] has them.
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
            let joins = || spelling.joins(next, &text[after..]) && text[after..].starts_with(char::is_alphanumeric);
            if !(is_of_word(next) || is_invisible(next) || joins()) {
                break;
            }
            letters.next();
            end = after;
            spelling.add(next);
        }
        let is_abbreviation = spelling.finish();
        word(start..end, &spelling.text, is_abbreviation);
    }
}

/// Whether a text begins with one letter and no further letter or digit.
fn is_single_letter(text: &str) -> bool {
    let mut letters = text.nfc().filter(|letter| letter.is_alphanumeric() || !is_of_word(*letter));
    letters.next().is_some_and(char::is_alphabetic) && !letters.next().is_some_and(char::is_alphanumeric)
}

/// Builds the spelling of one word; its buffer is reused.
#[derive(Default)]
struct Spelling {
    text: String,
    /// The last letter, with all after it that is one letter with it: a syllable of Hangul may be written as its two or three parts.
    composed: Option<char>,
    letters: usize,
    all_capitals: bool,
    /// Whether all letters but the last are capitals, and the last is the "s" of a plural ("HCAs").
    capitals_and_s: bool,
    /// The letters since its last dot; a digit counts as two, since numbers have dots that join nothing.
    since_dot: usize,
    /// The length of the spelling at the last apostrophe.
    apostrophe: Option<usize>,
}

impl Spelling {
    fn begin(&mut self, letter: char) {
        self.text.clear();
        (self.composed, self.letters, self.since_dot, self.apostrophe) = (None, 0, 0, None);
        (self.all_capitals, self.capitals_and_s) = (true, false);
        self.add(letter);
    }

    /// Whether a character that belongs to no word joins what stands before it with the text after it.
    fn joins(&self, between: char, after: &str) -> bool {
        match between {
            '\'' | '’' => true,
            '-' | '‐' | '‑' => self.letters <= 3,
            '&' => self.letters == 1,
            '.' => self.since_dot == 1 && is_single_letter(after),
            _ => false,
        }
    }

    fn add(&mut self, letter: char) {
        let with_last = self.composed.and_then(|last| compose(last, letter));
        self.composed = with_last.or(Some(letter));
        if letter.is_alphanumeric() && !is_combining_mark(letter) && with_last.is_none() {
            self.letters += 1;
            self.since_dot += if letter.is_alphabetic() { 1 } else { 2 };
            self.capitals_and_s = self.all_capitals && letter == 's' && self.letters > 2;
            self.all_capitals &= letter.is_uppercase() || letter.is_numeric();
        }
        match letter {
            _ if is_of_word(letter) => self.text.push(letter),
            '\'' | '’' => self.apostrophe = Some(self.text.len()),
            '.' => self.since_dot = 0,
            _ => {}
        }
    }

    /// Ends the spelling, and says whether the word is an abbreviation.
    fn finish(&mut self) -> bool {
        let possessive = self.apostrophe.filter(|&at| matches!(self.text.get(at..), Some("s" | "S")));
        if let Some(at) = possessive {
            self.text.truncate(at);
        }
        if self.capitals_and_s && possessive.is_none() {
            self.text.pop();
            (self.all_capitals, self.letters) = (true, self.letters - 1);
        }
        if self.text.is_ascii() {
            self.text.make_ascii_lowercase();
        } else {
            self.text = fold(&self.text);
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

/// The stems of all words, stop words too, joined by spaces.
#[must_use]
pub fn whole_key(words: &[Word]) -> String {
    words.iter().map(Word::stem).collect::<Vec<_>>().join(" ")
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
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::{key, words};

    fn spellings(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.spelling).collect()
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
    fn the_plural_of_an_abbreviation_is_the_abbreviation() {
        assert_eq!(
            spellings("HCAs, H.C.A.s and GCSEs, HCA's, As, ITs"),
            ["hca", "hca", "and", "gcse", "hca", "as", "it"]
        );
        assert!(words("GPs")[0].is_abbreviation);
        assert_eq!(key("midwives"), key("midwife"));
    }

    #[test]
    fn stop_words_count_only_where_there_are_no_others() {
        assert_eq!(key("I would like to become a nurse"), key("nurses"));
        assert_eq!(key("it"), "it");
        assert_eq!(key("teeth"), key("tooth"));
    }

    #[test]
    fn dots_between_single_letters_join_them() {
        assert_eq!(spellings("H.C.A. or n.h.s. and A.&E."), ["hca", "or", "nhs", "and", "a", "e"]);
        assert_eq!(spellings("Sit.I am 1.5 m.long e.g. this"), ["sit", "i", "am", "1", "5", "m", "long", "eg", "this"]);
        assert!(words("H.C.A.")[0].is_abbreviation);
    }

    #[test]
    fn marks_never_divide_a_word_and_accents_need_not_be_typed() {
        assert_eq!(spellings("नर्स पाणिनि"), ["नर्स", "पाणिनि"]);
        assert_eq!(spellings("Infirmière cafe\u{301} nur\u{ad}ses"), ["infirmiere", "cafe", "nurses"]);
        assert_eq!(key("nursеs"), key("nurse"), "a Cyrillic е");
    }

    proptest! {
        #[test]
        fn dots_after_each_letter_change_no_abbreviation(letters in "[A-Z]{2,5}") {
            let dotted: String = letters.chars().flat_map(|letter| [letter, '.']).collect();
            let found = words(&format!("an {dotted} is"));
            prop_assert_eq!(found.len(), 3);
            prop_assert_eq!(&found[1].spelling, &words(&letters)[0].spelling);
            prop_assert!(found[1].is_abbreviation);
        }

        #[test]
        fn every_normal_form_of_a_text_has_the_same_words(text in "[\\PC ]{0,30}") {
            let composed: Vec<String> = spellings(&text.nfc().collect::<String>());
            prop_assert_eq!(spellings(&text.nfd().collect::<String>()), composed);
        }

        #[test]
        fn words_stand_in_their_text_in_order(text in any::<String>()) {
            let mut end = 0;
            for word in words(&text) {
                prop_assert!(word.range.start >= end && text.get(word.range.clone()).is_some_and(|said| !said.is_empty()));
                end = word.range.end;
            }
        }
    }
}
