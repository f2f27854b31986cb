//! Why a role was found: the text of it that matches most words of the search, cut around the first match and marked.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::catalogue::search::documents::TextStems;
use crate::catalogue::search::lexicon::{Lexicon, StemNumber};
use crate::catalogue::search::query::{ParsedQuery, TermMeaning};
use crate::catalogue::search::synonym::SynonymTarget;
use crate::catalogue::search::texts::TextKind;
use crate::catalogue::search::words::{Word, words};

/// Longer texts are cut to about so many characters.
const MAX_SNIPPET_CHARS: usize = 160;

/// Characters kept before the first match.
const CHARS_BEFORE_MATCH: usize = 60;

/// A run of a text that matched as a whole, or did not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnippetPiece {
    /// The run.
    pub text: String,
    /// Whether it matched.
    pub is_match: bool,
}

/// The text of a role that matches best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Which of its texts.
    pub kind: TextKind,
    /// The text, or the part of it around the first match.
    pub pieces: Vec<SnippetPiece>,
    /// The language of the text, where it is not the site's.
    pub language: Option<String>,
}

/// Finds the reasons for one search.
#[derive(Clone, Debug, Default)]
pub struct SnippetFinder {
    query: ParsedQuery,
    /// The stems that the search looks for, each with the positions of the words of the search that it answers.
    stems: BTreeMap<String, BTreeSet<usize>>,
    /// The same, for those stems that some role has, by their numbers in the lexicon.
    numbers: BTreeMap<StemNumber, BTreeSet<usize>>,
    /// The stems of the texts of every role.
    text_stems: Arc<[TextStems]>,
}

impl SnippetFinder {
    /// Collects the stems of a search.
    #[must_use]
    pub fn new(query: ParsedQuery, lexicon: &Lexicon, text_stems: Arc<[TextStems]>) -> Self {
        let mut stems: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for interpretation in &query.interpretations {
            if let TermMeaning::Word { stem, .. } = &interpretation.meaning {
                stems.entry(stem.clone()).or_default().extend(interpretation.words.clone());
            }
        }
        let numbers = stems.iter().filter_map(|(stem, words)| Some((lexicon.stem_number(stem)?, words.clone())));
        Self { numbers: numbers.collect(), query, stems, text_stems }
    }

    /// What was searched for.
    #[must_use]
    pub fn query(&self) -> &ParsedQuery {
        &self.query
    }

    /// The text that answers the most words of the search; of equals the first in the order of [`TextKind`].
    pub fn best<'t>(&self, role: usize, texts: impl Iterator<Item = (TextKind, Cow<'t, str>)>) -> Option<Snippet> {
        let synonym = self.synonym(role);
        let language = synonym.as_ref().and_then(|(_, target)| target.language.clone());
        let synonym = synonym
            .map(|(words, target)| (self.weight_of(words), TextKind::Synonym, Cow::Borrowed(target.say.as_str())));
        let text_stems = self.text_stems.get(role).into_iter().flatten();
        let weighed = texts.zip(text_stems).map(|((kind, text), stems)| (self.weight_in(stems), kind, text));
        let mut best: Option<(usize, TextKind, Cow<'_, str>)> = None;
        for (weight, kind, text) in weighed.chain(synonym) {
            let better = best.as_ref().is_none_or(|(most, first, _)| (weight, *first) > (*most, kind));
            if weight > 0 && better {
                best = Some((weight, kind, text));
            }
        }
        best.map(|(_, kind, text)| Snippet {
            kind,
            pieces: match kind {
                TextKind::Synonym => vec![SnippetPiece { text: text.into_owned(), is_match: true }],
                _ => self.cut(&text),
            },
            language: language.filter(|_| kind == TextKind::Synonym),
        })
    }

    /// A whole text, marked.
    #[must_use]
    pub fn mark(&self, text: &str) -> Vec<SnippetPiece> {
        self.pieces(text, 0..text.len())
    }

    /// The synonym of a role that takes up most words of the search.
    fn synonym(&self, role: usize) -> Option<(Range<usize>, &SynonymTarget)> {
        let of_role = self.query.interpretations.iter().filter_map(|interpretation| match &interpretation.meaning {
            TermMeaning::Synonym { target, .. } if target.has(role) => Some((interpretation.words.clone(), target)),
            _ => None,
        });
        of_role.max_by_key(|(words, target)| (words.len(), std::cmp::Reverse(&target.say)))
    }

    /// The weight of the words of the search that a text with these stems answers.
    fn weight_in(&self, stems: &[StemNumber]) -> usize {
        let in_text = self.numbers.iter().filter(|(number, _)| stems.binary_search(number).is_ok());
        let answered: BTreeSet<usize> = in_text.flat_map(|(_, words)| words).copied().collect();
        self.weight_of(answered)
    }

    /// Two for each required word, one for each other.
    fn weight_of(&self, positions: impl IntoIterator<Item = usize>) -> usize {
        let weight = |position: usize| if self.query.required.get(position) == Some(&true) { 2 } else { 1 };
        positions.into_iter().map(weight).sum()
    }

    /// The positions of the words of the search that a word of a text answers.
    fn answered_by(&self, word: &Word) -> Option<&BTreeSet<usize>> {
        if word.is_content() { self.stems.get(word.stem().as_str()) } else { None }
    }

    /// The part of a text around its first match, marked; cut at spaces, with an ellipsis at each cut.
    fn cut(&self, text: &str) -> Vec<SnippetPiece> {
        let mut cut = 0..text.len();
        if text.chars().count() > MAX_SNIPPET_CHARS {
            let first = self.matches(text).next().map_or(0, |found| found.start);
            let after_space = |at: usize| text[..at].rfind(' ').map_or(0, |space| space + 1);
            let back = text[..first].char_indices().rev().nth(CHARS_BEFORE_MATCH).map_or(0, |(at, _)| at);
            cut.start = if back == 0 { 0 } else { after_space(back) };
            let rest = text[cut.start..].char_indices().nth(MAX_SNIPPET_CHARS);
            let end = rest.map_or(text.len(), |(at, _)| cut.start + at);
            cut.end = if end == text.len() { end } else { after_space(end).max(cut.start) };
        }
        let mut pieces = self.pieces(text, cut.clone());
        let ellipsis = |text: &str| SnippetPiece { text: text.to_owned(), is_match: false };
        if cut.start > 0 {
            pieces.insert(0, ellipsis("… "));
        }
        if cut.end < text.len() {
            pieces.push(ellipsis("…"));
        }
        pieces
    }

    fn matches<'s>(&'s self, text: &str) -> impl Iterator<Item = Range<usize>> + 's {
        words(text).into_iter().filter(|word| self.answered_by(word).is_some()).map(|word| word.range)
    }

    fn pieces(&self, text: &str, cut: Range<usize>) -> Vec<SnippetPiece> {
        let mut pieces = Vec::new();
        let mut push = |range: Range<usize>, is_match| {
            if let Some(run) = text.get(range).filter(|run| !run.is_empty()) {
                pieces.push(SnippetPiece { text: run.to_owned(), is_match });
            }
        };
        let mut end = cut.start;
        for found in self.matches(text).filter(|found| found.start >= cut.start && found.end <= cut.end) {
            push(end..found.start, false);
            end = found.end;
            push(found, true);
        }
        push(end..cut.end, false);
        pieces
    }
}
