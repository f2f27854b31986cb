//! How wide a text is, and where a title breaks into lines.
//!
//! No font is at hand when a page is made, and nobody knows which one a visitor has: a letter counts as wide as in the widest
//! of the fonts of [`advances`]. Readers may also space their text out (WCAG 1.4.12): see [`Face::spaced`].

use super::advances;
use crate::text_wrap::TextWrap;

/// The width of a letter that no tabled font has, in thousandths of its size: a little over a square, as Han letters are.
const UNKNOWN: i32 = 1100;
/// What a reader may add after each letter, and to each space, in thousandths of the size (WCAG 2.2, success criterion 1.4.12).
const LETTER_SPACING: i32 = 120;
const WORD_SPACING: i32 = 160;

/// Letters of one size and weight.
#[derive(Clone, Copy, Debug)]
pub struct Face {
    /// Their size, in CSS pixels.
    pub size: i32,
    /// Whether they are bold.
    pub is_bold: bool,
}

impl Face {
    /// Regular letters of a size.
    #[must_use]
    pub const fn regular(size: i32) -> Self {
        Self { size, is_bold: false }
    }

    /// Bold letters of a size.
    #[must_use]
    pub const fn bold(size: i32) -> Self {
        Self { size, is_bold: true }
    }

    /// The width of a text, in CSS pixels.
    #[must_use]
    pub fn width(self, text: &str) -> i32 {
        self.pixels(text.chars().map(|letter| self.advance(letter)).sum())
    }

    /// The width of a text that a reader has spaced out as far as WCAG 1.4.12 asks a page to bear.
    #[must_use]
    pub fn spaced(self, text: &str) -> i32 {
        let spacing = |letter: char| if letter == ' ' { LETTER_SPACING + WORD_SPACING } else { LETTER_SPACING };
        self.pixels(text.chars().map(|letter| self.advance(letter) + spacing(letter)).sum())
    }

    fn pixels(self, thousandths: i32) -> i32 {
        (thousandths * self.size + 999) / 1000
    }

    /// The width of a letter in thousandths of its size.
    fn advance(self, letter: char) -> i32 {
        let table = if self.is_bold { advances::BOLD } else { advances::REGULAR };
        let code = u32::from(letter);
        let found =
            table.iter().find_map(|(first, widths)| widths.get(usize::try_from(code.checked_sub(*first)?).ok()?));
        found.map_or(UNKNOWN, |&width| if width == 0 { UNKNOWN } else { i32::from(width) })
    }
}

/// A title in as few lines as fit, and as even as can be. No line is wider than the room, nor, where a reader spaces it
/// out, than the room and what is spare beside it.
#[must_use]
pub fn wrap(title: &str, face: Face, room: i32, spare: i32) -> Vec<String> {
    TextWrap::new(room, |text: &str| face.width(text).max(face.spaced(text) - spare)).even(title)
}

/// The room that [`wrap`] needs so that no word of a title is divided.
#[must_use]
pub fn undivided(title: &str, face: Face, spare: i32) -> i32 {
    let room = |word: &str| face.width(word).max(face.spaced(word) - spare);
    title.split_whitespace().map(room).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Face, undivided, wrap};

    const FACE: Face = Face::regular(15);

    #[test]
    fn a_long_title_breaks_into_even_lines_that_fit() {
        let lines = wrap("Healthcare Science Practitioner in Respiratory Physiology", FACE, 150, 30);
        assert_eq!(lines, ["Healthcare", "Science", "Practitioner", "in Respiratory", "Physiology"]);
        assert!(lines.iter().all(|line| FACE.width(line) <= 150));
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_with_a_hyphen() {
        let lines = wrap("Otorhinolaryngologist", FACE, 90, 30);
        assert!(lines.len() > 1 && lines.iter().all(|line| FACE.width(line) <= 90), "{lines:?}");
        assert!(lines.first().is_some_and(|line| line.ends_with('-')));
        assert_eq!(wrap("Otorhinolaryngologist", FACE, undivided("Otorhinolaryngologist", FACE, 30), 30).len(), 1);
    }

    #[test]
    fn a_line_that_a_reader_spaces_out_stays_within_the_room_and_what_is_spare() {
        let spaced = wrap("Pharmacy Technician", FACE, 170, 0);
        assert_eq!((FACE.width("Pharmacy Technician") <= 170, spaced.len()), (true, 2), "{spaced:?}");
        assert!(spaced.iter().all(|line| FACE.spaced(line) <= 170));
        assert_eq!(wrap("Pharmacy Technician", FACE, 170, 40).len(), 1);
    }

    #[test]
    fn bold_letters_are_wider_and_letters_of_no_table_wider_than_a_square() {
        assert!(Face::bold(15).width("Nurse") > FACE.width("Nurse"));
        assert_eq!(FACE.width("\u{4eba}"), 17);
    }

    #[test]
    fn a_short_title_stays_on_one_line() {
        assert_eq!(wrap("Nurse", FACE, 150, 0), ["Nurse"]);
        assert!(wrap("", FACE, 150, 0).is_empty());
    }
}
