//! Uncontracted Unified English Braille (grade 1), written here so that the site needs nothing else for it.
//!
//! From The Rules of Unified English Braille (International Council on English Braille, second edition 2013): numeric mode
//! (section 6), punctuation (7), capitals (8). Tested against liblouis' table `en-ueb-g1.ctb` on every word of the site.

use std::ops::Range;

use crate::braille::signs;

const NUMERIC: char = '#';
const NUMERIC_SPACE: char = '"';
const GRADE_1: char = ';';
const CAPITAL: &str = ",";
const CAPITAL_WORD: &str = ",,";
const CAPITAL_PASSAGE: &str = ",,,";
const CAPITALS_END: &str = ",'";
/// From this many words in capitals on, one indicator stands for all (rule 8.5).
const PASSAGE: usize = 3;

/// A text in Braille, on one line. White space of any length becomes one blank cell.
#[must_use]
pub fn translate(text: &str) -> String {
    let text: Vec<char> = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect();
    let passages = passages(&text);
    let mut cells = Cells::default();
    for (place, &print) in text.iter().enumerate() {
        if passages.iter().any(|passage| passage.start == place) {
            cells.open_passage();
        }
        cells.put(print, &text[..place], text.get(place + 1).copied());
        if passages.iter().any(|passage| passage.end == place + 1) {
            cells.close_passage();
        }
    }
    cells.out
}

/// Where passages in capitals run: from the first capital of the first word to the end of the last.
///
/// Words without letters, as numbers and dashes are, belong to a passage but do not count.
fn passages(text: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut run: Option<(Range<usize>, usize)> = None;
    let mut close = |run: &mut Option<(Range<usize>, usize)>| {
        found.extend(run.take().filter(|(_, words)| *words >= PASSAGE).map(|(range, _)| range));
    };
    let mut start = 0;
    for word in text.split(|c| *c == ' ') {
        let end = start + word.len();
        if word.iter().any(|c| c.is_lowercase()) {
            close(&mut run);
        } else if let Some(first) = word.iter().position(|c| c.is_uppercase()) {
            let (begun, words) = run.map_or((start + first, 0), |(range, words)| (range.start, words));
            run = Some((begun..end, words + 1));
        }
        start = end + 1;
    }
    close(&mut run);
    found
}

/// What is written so far, and which modes are on.
#[derive(Default)]
struct Cells {
    out: String,
    numeric: bool,
    capital_word: bool,
    capital_passage: bool,
    single_quote: bool,
    double_quote: bool,
}

impl Cells {
    fn open_passage(&mut self) {
        self.out.push_str(CAPITAL_PASSAGE);
        self.capital_passage = true;
        self.numeric = false;
    }

    fn close_passage(&mut self) {
        self.out.push_str(CAPITALS_END);
        self.capital_passage = false;
    }

    fn put(&mut self, print: char, before: &[char], next: Option<char>) {
        let last = before.last().copied();
        if let Some(cell) = signs::digit(print) {
            self.start_number();
            self.out.push_str(cell);
        } else if print.is_alphabetic() {
            self.put_letter(print, next);
        } else {
            self.put_sign(print, last, next);
        }
    }

    fn start_number(&mut self) {
        if !self.numeric {
            self.out.push(NUMERIC);
        }
        self.numeric = true;
        self.capital_word = false;
    }

    fn put_letter(&mut self, print: char, next: Option<char>) {
        let mut lower = print.to_lowercase();
        let small = lower.next().filter(|_| lower.next().is_none());
        let Some(cells) = small.and_then(signs::letter) else {
            self.end_modes();
            self.out.push_str(signs::UNKNOWN);
            return;
        };
        if print.is_lowercase() {
            if self.capital_word {
                self.out.push_str(CAPITALS_END);
            }
            self.capital_word = false;
        } else if !self.capital_passage && !self.capital_word {
            self.capital_word = next.is_some_and(char::is_uppercase);
            self.out.push_str(if self.capital_word { CAPITAL_WORD } else { CAPITAL });
            self.numeric = false;
        }
        // After a number the letters a to j would be read as digits.
        if self.numeric && matches!(small, Some('a'..='j')) {
            self.out.push(GRADE_1);
        }
        self.numeric = false;
        self.out.push_str(cells);
    }

    fn put_sign(&mut self, print: char, last: Option<char>, next: Option<char>) {
        let digit_next = next.is_some_and(|next| next.is_ascii_digit());
        match print {
            // Within a number, or before its first digit, point and comma belong to it.
            '.' | ',' if self.numeric || digit_next && !last.is_some_and(char::is_alphabetic) => {
                self.start_number();
                self.out.push_str(signs::sign(print).unwrap_or_default());
            }
            ' ' if self.numeric && last.is_some_and(|last| last.is_ascii_digit()) && digit_next => {
                self.out.push(NUMERIC_SPACE);
            }
            _ => {
                self.end_modes();
                self.put_punctuation(print, last, next);
            }
        }
    }

    fn put_punctuation(&mut self, print: char, last: Option<char>, next: Option<char>) {
        let opens = last.is_none_or(|last| " ([{“‘\"-–—/".contains(last));
        match print {
            // Between letters these would be read as contractions (rule 7.1.3).
            ',' | ';' | ':' | '!' if last.is_some_and(char::is_alphabetic) && next.is_some_and(char::is_alphabetic) => {
                self.out.push(GRADE_1);
                self.out.push_str(signs::sign(print).unwrap_or_default());
            }
            '?' => {
                // Where no word ends, a question mark would be read as an opening quotation mark.
                if opens || next.is_some_and(char::is_alphanumeric) {
                    self.out.push(GRADE_1);
                }
                self.out.push('8');
            }
            '"' if opens && next.is_some_and(|next| next != ' ') => {
                self.double_quote = true;
                self.out.push('8');
            }
            '"' if self.double_quote && !next.is_some_and(char::is_alphanumeric) => {
                self.double_quote = false;
                self.out.push('0');
            }
            '"' => self.out.push_str(",7"),
            // One sign in print, two in Braille: the apostrophe, and the end of a quotation.
            '’' if self.single_quote && !next.is_some_and(char::is_alphanumeric) => {
                self.single_quote = false;
                self.out.push_str(",0");
            }
            '’' => self.out.push('\''),
            '‘' => {
                self.single_quote = true;
                self.out.push_str(",8");
            }
            _ => self.out.push_str(signs::sign(print).unwrap_or(signs::UNKNOWN)),
        }
    }

    fn end_modes(&mut self) {
        self.numeric = false;
        self.capital_word = false;
    }
}
