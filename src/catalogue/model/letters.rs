//! Letters that count as the same: accents, other forms of a letter, and letters of other alphabets that look like Latin ones.
//!
//! Compatibility decomposition (NFKD, UAX 15) makes one text of the forms of a letter; the prototypes of UTS 39 say which
//! letters look alike.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};
use unicode_security::skeleton;

/// Whether a character belongs to a word: a letter, a digit, or a mark that is written on one.
#[must_use]
pub fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || is_combining_mark(letter)
}

/// Whether a character has no shape of its own and divides no word: soft hyphen, zero width space and joiners, marks of writing
/// direction, invisible operators, byte order mark, fillers of Hangul and Braille, tags (Unicode's Default_Ignorable_Code_Point without
/// the marks that choose a variant).
#[must_use]
pub fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffc}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// A text as it is compared and put into Braille: one form of each letter (NFKC, UAX 15), and no invisible characters.
#[must_use]
pub fn compared(text: &str) -> String {
    if text.is_ascii() {
        text.to_owned()
    } else {
        text.chars().filter(|letter| !is_invisible(*letter)).nfkc().collect()
    }
}

/// A word in small letters without accents. A word all of whose letters look Latin becomes Latin; any other keeps its alphabet,
/// with the marks without which it would be another word.
#[must_use]
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let plain: String = word.nfkd().filter(|letter| !is_invisible(*letter) && !is_accent(*letter)).collect();
    latin(&plain).unwrap_or_else(|| plain.to_lowercase())
}

/// Whether a mark is an accent, or a vowel sign of Hebrew or Arabic: marks above and below (classes 200 to 240) and classes 10
/// to 36. Vowel signs of India's scripts have class 0, their virama and nukta 9 and 7: they are kept.
fn is_accent(mark: char) -> bool {
    matches!(canonical_combining_class(mark), 1 | 10..=36 | 200..=240)
}

/// A word as Latin letters and digits, if every one of its characters looks like some.
fn latin(word: &str) -> Option<String> {
    let mut latin = String::with_capacity(word.len());
    for letter in word.chars() {
        match letter {
            _ if letter.is_ascii() => latin.push(letter.to_ascii_lowercase()),
            'ß' | 'ẞ' => latin.push_str("ss"),
            _ => latin.push_str(&lookalike(letter)?),
        }
    }
    Some(latin)
}

/// The small Latin letters that a letter looks like, as it is or as its small form.
fn lookalike(letter: char) -> Option<String> {
    // The prototype of a capital that looks like I is a small l: its small form tells the two apart.
    let as_written = prototype(&letter.to_string()).filter(|found| !(letter.is_uppercase() && found == "l"));
    as_written.or_else(|| prototype(&letter.to_lowercase().to_string()))
}

fn prototype(letter: &str) -> Option<String> {
    let found: String = skeleton(letter).filter(|letter| !is_accent(*letter)).collect();
    let is_latin = !found.is_empty() && found.bytes().all(|letter| letter.is_ascii_alphanumeric());
    is_latin.then(|| found.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::fold;

    #[test]
    fn accents_and_other_forms_of_a_letter_are_that_letter() {
        for (word, folded) in [
            ("Café", "cafe"),
            ("Cafe\u{301}", "cafe"),
            ("pielęgniarka", "pielegniarka"),
            ("Łódź", "lodz"),
            ("straße", "strasse"),
            ("ｎｕｒｓｅ", "nurse"),
            ("ﬁzio", "fizio"),
            ("nur\u{ad}se", "nurse"),
        ] {
            assert_eq!(fold(word), folded, "{word}");
        }
    }

    #[test]
    fn a_word_all_of_letters_that_look_latin_is_latin_and_no_other_is() {
        assert_eq!(fold("nursе"), "nurse", "a Cyrillic е");
        assert_eq!(fold("НСА"), "hca", "all Cyrillic");
        assert_eq!(fold("ΝHS"), "nhs", "a Greek Ν");
        assert_eq!(fold("Медсестра"), "медсестра");
        assert_eq!(fold("Врач"), "врач");
    }

    #[test]
    fn marks_that_make_a_word_are_kept() {
        assert_eq!(fold("नर्स"), "नर्स");
        assert_eq!(fold("พยาบาล"), "พยาบาล");
        assert_ne!(fold("नर्स"), fold("नरस"));
    }

    proptest! {
        #[test]
        fn every_normal_form_of_a_word_is_one_word(word in "\\PC{0,12}") {
            let folded = fold(&word);
            for form in [word.nfc().collect::<String>(), word.nfd().collect(), word.nfkc().collect(), word.nfkd().collect()] {
                prop_assert_eq!(fold(&form), folded.clone(), "{:?}", form);
            }
        }

        #[test]
        fn an_accent_on_a_latin_letter_changes_nothing(word in "[a-zA-Z]{1,12}", accent in 0x300_u32..0x315, at in 0_usize..12) {
            let at = at.min(word.len());
            let accent = char::from_u32(accent).unwrap();
            let accented = format!("{}{accent}{}", &word[..at], &word[at..]);
            prop_assert_eq!(fold(&accented), word.to_lowercase());
        }

        #[test]
        fn what_is_folded_stays_as_it_is(word in "\\PC{0,12}") {
            let folded = fold(&word);
            prop_assert_eq!(fold(&folded), folded.clone());
        }
    }
}
