//! The span in a file of a part of a text, whatever the notation of the text.

use std::ops::Range;

use crate::content::source::{SourceFile, Span};

/// The positions of the words of a text in its file.
///
/// Indentation, line ends and quotes differ between a text and its notation; the words and their order do not. So each word
/// of the text is looked up in the notation, one after the other.
#[derive(Debug)]
pub struct SpanMap {
    whole: Span,
    words: Vec<Word>,
}

#[derive(Debug)]
struct Word {
    in_text: Range<usize>,
    in_file: usize,
}

impl SpanMap {
    /// Looks up the words of `text`, which was written in `whole`.
    #[must_use]
    pub fn new(source: &SourceFile, whole: Span, text: &str) -> Self {
        let mut words = Vec::new();
        let mut rest = whole.range();
        for word in text.split_whitespace() {
            let Some(at) = source.text.get(rest.clone()).and_then(|notation| notation.find(word)) else {
                break; // An escape: parts from here on have the span of the whole text.
            };
            // `word` is a part of `text`, so the difference of their addresses is its offset there.
            let start = word.as_ptr().addr() - text.as_ptr().addr();
            words.push(Word { in_text: start..start + word.len(), in_file: rest.start + at });
            rest.start += at + word.len();
        }
        Self { whole, words }
    }

    /// The span of a part of the text; that of the whole text if it cannot be found.
    #[must_use]
    pub fn of(&self, part: &Range<usize>) -> Span {
        self.find(part).map_or(self.whole, |range| Span::new(self.whole.file, range))
    }

    fn find(&self, part: &Range<usize>) -> Option<Range<usize>> {
        let first = self.words.get(self.words.partition_point(|word| word.in_text.end <= part.start))?;
        let last = self.words.partition_point(|word| word.in_text.start < part.end).checked_sub(1)?;
        let last = self.words.get(last)?;
        let start = first.in_file + part.start.saturating_sub(first.in_text.start);
        let end = last.in_file + part.end.min(last.in_text.end) - last.in_text.start;
        (start < end).then_some(start..end)
    }
}

#[cfg(test)]
mod tests {
    use super::SpanMap;
    use crate::content::source::{SourceFiles, Span};

    #[test]
    fn a_part_of_a_block_is_found_on_its_own_line() {
        let file_text = "about: |\n  One line.\n\n  Another *line* here.\nnext: x\n";
        let text = "One line.\n\nAnother *line* here.\n";
        let mut sources = SourceFiles::default();
        let file = sources.add("x.yaml".to_owned(), file_text.to_owned());
        let whole = Span::new(file, 11..44);
        let spans = SpanMap::new(sources.get(file).unwrap(), whole, text);
        let start = text.find("*line*").unwrap();
        assert_eq!(&file_text[spans.of(&(start..start + 6)).range()], "*line*");
        assert_eq!(&file_text[spans.of(&(0..text.len())).range()], "One line.\n\n  Another *line* here.");
        assert_eq!(spans.of(&(500..501)), whole);
    }
}
