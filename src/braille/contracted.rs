//! Contracted Unified English Braille (grade 2): what goes to the translator of liblouis, and what comes back.
//!
//! The rules of contraction are a table of four thousand lines, which liblouis maintains. Its command `lou_translate` reads
//! print line by line and writes each line in Braille.

use crate::braille::signs;

/// The table that writes cells as North American ASCII Braille, and the table of contractions.
pub const TABLES: &str = "en-us-brf.dis,en-ueb-g2.ctb";
/// `lou_translate` cuts lines of more than 2,043 bytes; a character has at most four.
const LONGEST_LINE: usize = 500;

/// Texts, each as the lines that the translator takes.
#[derive(Debug)]
pub struct TranslatorLines(Vec<Vec<String>>);

impl TranslatorLines {
    /// Breaks texts into lines.
    #[must_use]
    pub fn of(texts: &[&str]) -> Self {
        Self(texts.iter().map(|text| pieces(text)).collect())
    }

    /// The input of the translator.
    #[must_use]
    pub fn input(&self) -> String {
        self.0.iter().flatten().map(|piece| format!("{piece}\n")).collect()
    }

    /// The texts in Braille, each on one line, from the output of the translator; `None` if that is not the Braille of the
    /// input: not Braille, or another number of lines.
    #[must_use]
    pub fn read(&self, output: &str) -> Option<Vec<String>> {
        let mut lines = output.lines();
        let mut texts = Vec::with_capacity(self.0.len());
        for pieces in &self.0 {
            let braille: Vec<&str> = lines.by_ref().take(pieces.len()).collect();
            if braille.len() != pieces.len() || !braille.iter().all(|line| is_braille(line)) {
                return None;
            }
            texts.push(braille.join(" "));
        }
        lines.next().is_none().then_some(texts)
    }
}

/// A text as lines that `lou_translate` takes: none too long, none that it would read as an escape.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut taken = 0;
    for word in text.split_whitespace() {
        for part in split_every(word, LONGEST_LINE) {
            let length = part.chars().count();
            if taken > 0 && taken + length >= LONGEST_LINE {
                pieces.push(String::new());
                taken = 0;
            }
            if let Some(piece) = pieces.last_mut() {
                if taken > 0 {
                    piece.push(' ');
                }
                part.chars().for_each(|print| push(piece, print));
            }
            taken += length + 1;
        }
    }
    pieces
}

fn push(piece: &mut String, print: char) {
    let small = print.to_lowercase().next().unwrap_or(print);
    match print {
        '\\' => piece.push_str("\\\\"),
        '’' => piece.push(print),
        _ if print.is_ascii_graphic() || signs::sign(print).is_some() || signs::letter(small).is_some() => {
            piece.push(print);
        }
        _ => piece.push_str(signs::UNKNOWN_PATTERN),
    }
}

/// A word in parts of at most so many characters.
fn split_every(word: &str, most: usize) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let end = rest.char_indices().nth(most).map_or(rest.len(), |(end, _)| end);
        let (part, later) = rest.split_at_checked(end)?;
        rest = later;
        (!part.is_empty()).then_some(part)
    })
}

fn is_braille(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b' '..=b'_'))
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_LINE, TranslatorLines, pieces};

    #[test]
    fn what_comes_back_is_read_text_by_text() {
        let lines = TranslatorLines::of(&["a", "b c"]);
        assert_eq!(lines.input(), "a\nb c\n");
        assert_eq!(lines.read("A\nB C\n"), Some(vec!["A".to_owned(), "B C".to_owned()]));
        for output in ["A\n", "A\nB\nC\n", "A\nb\n", ""] {
            assert_eq!(lines.read(output), None, "{output:?}");
        }
    }

    #[test]
    fn a_long_text_becomes_lines_that_the_program_takes_whole() {
        let text = format!("{} {}", "word ".repeat(300), "x".repeat(2000));
        let lines = pieces(&text);
        assert!(lines.iter().all(|line| line.chars().count() <= LONGEST_LINE));
        assert_eq!(lines.join(" ").replace(' ', ""), text.replace(' ', ""));
    }

    #[test]
    fn what_the_program_would_not_understand_is_changed() {
        assert_eq!(pieces("a\\b"), ["a\\\\b"]);
        assert_eq!(pieces("a\nb\tc"), ["a b c"]);
        assert_eq!(pieces("a ☃"), ["a ⠼⠿"]);
        assert_eq!(pieces(""), [""]);
    }
}
