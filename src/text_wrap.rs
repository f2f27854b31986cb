//! Where a text breaks into lines: as full as they get, or as even as they can be.
//!
//! Widths are in whatever unit the caller measures in: Braille cells, CSS pixels, hundredths of a pixel. Lines are filled
//! greedily, which takes the fewest lines; even lines are the greedy ones of the narrowest width that takes no more of them.

use unicode_segmentation::UnicodeSegmentation as _;

/// A place inside a word where a line may end and no hyphen is needed.
#[derive(Clone, Copy, Debug)]
pub enum Joint {
    /// After this text.
    After(&'static str),
    /// Before this text.
    Before(&'static str),
}

/// How a word that is wider than a line is divided.
#[derive(Clone, Copy, Debug)]
pub struct Division {
    /// Joints in the order of preference; of one kind the last that fits on the line is taken.
    pub joints: &'static [Joint],
    /// What shows that a word goes on, where it is divided at no joint.
    pub hyphen: &'static str,
}

/// Words in print: after a slash or a hyphen, else anywhere with a hyphen.
const PRINT: Division = Division { joints: &[Joint::After("/"), Joint::After("-")], hyphen: "-" };

/// The shape of a paragraph, and how its text is measured.
#[derive(Clone, Copy, Debug)]
pub struct TextWrap<W> {
    /// The room on the first line.
    pub first: i32,
    /// The room on each other line.
    pub rest: i32,
    /// How too wide a word is divided.
    pub division: Division,
    /// The width of a text.
    pub width: W,
}

impl<W: Fn(&str) -> i32> TextWrap<W> {
    /// Lines of print, all with the same room.
    pub fn new(room: i32, width: W) -> Self {
        Self { first: room, rest: room, division: PRINT, width }
    }

    /// As many words on each line as fit.
    pub fn greedy(&self, text: &str) -> Vec<String> {
        self.fill(text, self.first, self.rest)
    }

    /// No more lines than [`greedy`](Self::greedy), as even as can be; for paragraphs whose lines all have the same room.
    pub fn even(&self, text: &str) -> Vec<String> {
        let fewest = self.greedy(text).len();
        // A word is divided only where the whole room is too narrow for it.
        let (mut low, mut high) = (self.widest_word(text).min(self.rest), self.rest);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.fill(text, middle, middle).len() <= fewest { high = middle } else { low = middle + 1 }
        }
        self.fill(text, high, high)
    }

    /// The width of the widest word.
    pub fn widest_word(&self, text: &str) -> i32 {
        text.split_whitespace().map(&self.width).max().unwrap_or(0)
    }

    fn fill(&self, text: &str, first: i32, rest: i32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for mut word in text.split_whitespace() {
            loop {
                let room = if lines.is_empty() { first } else { rest };
                let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
                if (self.width)(&longer) <= room {
                    line = longer;
                    break;
                }
                if line.is_empty() {
                    (line, word) = self.divide(word, room);
                }
                lines.push(std::mem::take(&mut line));
                if word.is_empty() {
                    break;
                }
            }
        }
        lines.extend(Some(line).filter(|line| !line.is_empty()));
        lines
    }

    /// The part of a word that a line has room for, and the rest. At least one letter is taken, however narrow the line.
    fn divide<'w>(&self, word: &'w str, room: i32) -> (String, &'w str) {
        for joint in self.division.joints {
            let ends: Vec<usize> = match joint {
                Joint::After(text) => word.match_indices(text).map(|(at, found)| at + found.len()).collect(),
                Joint::Before(text) => word.match_indices(text).map(|(at, _)| at).collect(),
            };
            let parts = ends.into_iter().rev().filter_map(|at| word.split_at_checked(at));
            let mut parts = parts.filter(|(part, rest)| !part.is_empty() && !rest.is_empty());
            if let Some((part, rest)) = parts.find(|(part, _)| (self.width)(part) <= room) {
                return (part.to_owned(), rest);
            }
        }
        let mut part = String::new();
        for letter in word.graphemes(true) {
            let longer = format!("{part}{letter}{}", self.division.hyphen);
            if !part.is_empty() && (self.width)(&longer) > room {
                break;
            }
            part.push_str(letter);
        }
        let rest = word.get(part.len()..).unwrap_or_default();
        if !rest.is_empty() {
            part.push_str(self.division.hyphen);
        }
        (part, rest)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::TextWrap;

    fn letters(text: &str) -> i32 {
        i32::try_from(text.chars().count()).unwrap()
    }

    fn of(room: i32) -> TextWrap<fn(&str) -> i32> {
        TextWrap::new(room, letters)
    }

    #[test]
    fn a_line_takes_as_many_words_as_fit() {
        assert_eq!(of(10).greedy("one two  three four"), ["one two", "three four"]);
        assert!(of(10).greedy(" ").is_empty());
    }

    #[test]
    fn even_lines_are_as_few_and_about_as_wide() {
        assert_eq!(of(16).greedy("a long title of a role"), ["a long title of", "a role"]);
        assert_eq!(of(16).even("a long title of a role"), ["a long title", "of a role"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_divided_with_a_hyphen() {
        assert_eq!(of(8).greedy("An otorhinolaryngologist"), ["An", "otorhin-", "olaryng-", "ologist"]);
        assert_eq!(of(8).even("An otorhinolaryngologist"), ["An", "otorhin-", "olaryng-", "ologist"]);
    }

    #[test]
    fn a_word_with_slashes_or_hyphens_is_divided_there() {
        assert_eq!(of(12).greedy("Prosthetist/Orthotist"), ["Prosthetist/", "Orthotist"]);
        assert_eq!(of(12).greedy("Cook-and-kitchen-assistant"), ["Cook-and-", "kitchen-", "assistant"]);
    }

    #[test]
    fn an_accent_stays_with_its_letter() {
        let word = "e\u{301}".repeat(6);
        assert_eq!(of(5).greedy(&word), ["e\u{301}e\u{301}-", "e\u{301}e\u{301}-", "e\u{301}e\u{301}"]);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room_and_no_letter_is_lost(text in "[a-z/ -]{0,80}", room in 2..30_i32) {
            for lines in [of(room).greedy(&text), of(room).even(&text)] {
                prop_assert!(lines.iter().all(|line| letters(line) <= room), "{lines:?}");
                let plain = |text: &str| text.replace([' ', '-'], "");
                prop_assert_eq!(plain(&lines.concat()), plain(&text));
            }
            prop_assert_eq!(of(room).greedy(&text).len(), of(room).even(&text).len());
        }
    }
}
