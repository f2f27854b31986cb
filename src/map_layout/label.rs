//! How wide a text is, and where a title breaks into lines.
//!
//! No font is at hand when a page is made, so widths are estimated from DejaVu Sans, the widest of the fonts that
//! people's systems are likely to choose.

use crate::text_wrap::TextWrap;

/// The width of a character in thousandths of its size.
fn advance(letter: char) -> i32 {
    match letter {
        'i' | 'j' | 'l' | 'I' | 'J' | '\'' | '’' | '|' => 290,
        ' ' | '.' | ',' | ':' | ';' | '!' => 320,
        'f' | 't' | 'r' | '-' | '/' | '(' | ')' => 400,
        's' | 'z' | 'c' | 'k' | 'v' | 'x' | 'y' | 'L' | 'F' => 590,
        'm' | 'M' | 'W' | '&' | '%' => 1000,
        'w' | 'G' | 'O' | 'Q' | 'N' | 'D' | 'H' => 800,
        'A'..='Z' => 710,
        _ if letter.is_ascii() => 640,
        _ => 1000,
    }
}

/// The width of a text in letters of this size.
#[must_use]
pub fn width(text: &str, size: i32) -> i32 {
    (text.chars().map(advance).sum::<i32>() * size + 999) / 1000
}

/// The width of a text in bold letters of this size.
#[must_use]
pub fn bold_width(text: &str, size: i32) -> i32 {
    width(text, size) * 9 / 8
}

/// A title in as few lines as fit, and as even as can be.
#[must_use]
pub fn wrap(title: &str, widest: i32, size: i32) -> Vec<String> {
    TextWrap::new(widest, |text: &str| width(text, size)).even(title)
}

#[cfg(test)]
mod tests {
    use super::{width, wrap};

    #[test]
    fn a_long_title_breaks_into_even_lines_that_fit() {
        let lines = wrap("Healthcare Science Practitioner in Respiratory Physiology", 150, 15);
        assert_eq!(lines, ["Healthcare", "Science", "Practitioner", "in Respiratory", "Physiology"]);
        assert!(lines.iter().all(|line| width(line, 15) <= 150));
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_with_a_hyphen() {
        let lines = wrap("Otorhinolaryngologist", 90, 15);
        assert!(lines.len() > 1 && lines.iter().all(|line| width(line, 15) <= 90), "{lines:?}");
        assert!(lines.first().is_some_and(|line| line.ends_with('-')));
    }

    #[test]
    fn a_short_title_stays_on_one_line() {
        assert_eq!(wrap("Nurse", 150, 15), ["Nurse"]);
        assert!(wrap("", 150, 15).is_empty());
    }
}
