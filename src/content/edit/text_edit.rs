//! Replacements of parts of a text.

use std::ops::Range;

/// A part of a text and what takes its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextEdit {
    /// The byte range of the part; an empty one for an insertion.
    pub range: Range<usize>,
    /// What takes its place.
    pub with: String,
}

impl TextEdit {
    /// A replacement.
    pub fn new(range: Range<usize>, with: impl Into<String>) -> Self {
        Self { range, with: with.into() }
    }
}

/// The text after all edits, whose ranges are those of the text before. Where two overlap, the outer one counts.
pub fn apply(text: &str, mut edits: Vec<TextEdit>) -> String {
    edits.sort_by_key(|edit| (edit.range.start, std::cmp::Reverse(edit.range.end)));
    let mut done = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        if edit.range.start < at {
            continue;
        }
        done.push_str(text.get(at..edit.range.start).unwrap_or_default());
        done.push_str(&edit.with);
        at = edit.range.end;
    }
    done + text.get(at..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{TextEdit, apply};

    #[test]
    fn edits_count_in_the_text_before_all_of_them() {
        let edits = vec![
            TextEdit::new(4..5, "EE"),
            TextEdit::new(0..2, ""),
            TextEdit::new(3..3, "+"),
            TextEdit::new(1..2, "x"),
        ];
        assert_eq!(apply("abcdef", edits), "c+dEEf");
    }
}
