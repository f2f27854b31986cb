//! What a search text asks for besides words: choices of filters that it names, and what it should be told.

use std::ops::Range;

use crate::catalogue::filter::Facet;
use crate::catalogue::search::common_words::is_common;
use crate::catalogue::search::synonym::SynonymTarget;
use crate::catalogue::search::word_lists::is_asking;
use crate::catalogue::search::words::{Word, words};

/// The longest phrase that is read, in words.
const MAX_PHRASE_WORDS: usize = 8;

/// Words that turn what follows them round.
const NEGATIONS: [&str; 8] = ["cant", "cannot", "dont", "doesnt", "never", "no", "not", "without"];

/// Words that narrow nothing on a site of this kind: alone they are no search.
const FILLERS: [&str; 9] = ["need", "now", "only", "start", "work", "working", "position", "vacancy", "vacancies"];

/// A search text, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchReading {
    /// The text that was read, where the text that was typed had to be corrected.
    pub corrected: Option<String>,
    /// The words that are left to look for; none where all were read.
    pub words: Option<String>,
    /// The choices that were read.
    pub choices: Vec<ReadChoice>,
    /// What is to be said, each once.
    pub notes: Vec<String>,
}

/// Words that make choices of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadChoice {
    /// The words as they stand in the text.
    pub said: String,
    /// The choices.
    pub choices: Vec<(Facet, String)>,
}

/// What a phrase is to the reading.
#[derive(Clone, Copy, Debug)]
pub enum PhraseMeaning<'s> {
    /// It makes choices, or is told something.
    Instruction(&'s SynonymTarget),
    /// It names something, and is looked for as a whole.
    Name,
}

impl SearchReading {
    /// Reads a text from the left; of the phrases that begin at a word the longest that means something counts. What stands
    /// behind a "not" makes no choice, unless the phrase begins with it. `is_named` says which stems are in titles or are said for
    /// something.
    #[must_use]
    pub fn new<'s>(
        text: &str,
        meaning: impl Fn(&[Word]) -> Option<PhraseMeaning<'s>>,
        is_named: impl Fn(&str) -> bool,
    ) -> Self {
        let words = words(text);
        let (mut reading, mut kept, mut cut) = (Self::default(), Vec::new(), Vec::new());
        let (mut at, mut is_negated) = (0, false);
        while let Some(word) = words.get(at) {
            let ends = (at + 1..=words.len().min(at + MAX_PHRASE_WORDS)).rev();
            let found = ends.filter_map(|end| Some((end, meaning(words.get(at..end)?)?))).next();
            let (end, meaning) = found.unwrap_or((at + 1, PhraseMeaning::Name));
            let phrase = words.get(at..end).unwrap_or_default();
            let range = word.range.start..phrase.last().map_or(word.range.end, |last| last.range.end);
            match meaning {
                PhraseMeaning::Instruction(target) if !is_negated => {
                    reading.follow(text.get(range.clone()).unwrap_or_default(), target);
                    cut.push(range);
                }
                _ => kept.extend(phrase.iter().filter(|word| word.is_content())),
            }
            is_negated |= NEGATIONS.contains(&word.spelling.as_str()) && end == at + 1;
            at = end;
        }
        // Beside a choice, common words still narrow; a note alone answers them.
        let is_answered = reading.choices.is_empty() && !reading.notes.is_empty();
        let is_filler = |word: &&Word| {
            let says_little = is_asking(&word.spelling) || is_common(&word.spelling) && !is_named(&word.stem());
            FILLERS.contains(&word.spelling.as_str()) || is_answered && says_little
        };
        if cut.is_empty() || !kept.iter().all(is_filler) {
            reading.words = Some(without(text, &cut));
        }
        reading
    }

    /// Whether the text asks for nothing but words.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.choices.is_empty() && self.notes.is_empty()
    }

    fn follow(&mut self, said: &str, target: &SynonymTarget) {
        if !target.filter.is_empty() {
            self.choices.push(ReadChoice { said: said.to_owned(), choices: target.filter.clone() });
        }
        self.notes.extend(target.note.iter().filter(|note| !self.notes.contains(note)).cloned().collect::<Vec<_>>());
    }
}

/// A text without some parts of it, in order; one space is left between what stood around them.
fn without(text: &str, cut: &[Range<usize>]) -> String {
    let mut left = String::new();
    let mut end = 0;
    for range in cut {
        left.push_str(text.get(end..range.start).unwrap_or_default());
        end = range.end;
    }
    left.push_str(text.get(end..).unwrap_or_default());
    if cut.is_empty() { left } else { left.split_whitespace().collect::<Vec<_>>().join(" ") }
}
