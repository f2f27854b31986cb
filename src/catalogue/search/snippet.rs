//! Why a role answers a search: the words that matched, with those around them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::catalogue::search::query::{ParsedQuery, TermMeaning};
use crate::catalogue::search::texts::Matched;
use crate::catalogue::search::words::{Word, words};

/// A snippet has at most about this many letters.
const SNIPPET: usize = 160;

/// Letters kept before the first word that matched.
const BEFORE: usize = 60;

/// A piece of a text, marked where it matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnippetPiece {
    /// The words.
    pub text: String,
    /// Whether they matched.
    pub is_match: bool,
}

/// Why a role answers a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The part that matched.
    pub matched: Matched,
    /// Its words, or those around the match.
    pub snippet: Vec<SnippetPiece>,
}

/// The stems that a search looks for, each with the words asked for that it answers.
pub struct SnippetFinder<'a> {
    asking: &'a ParsedQuery,
    stems: BTreeMap<&'a str, BTreeSet<usize>>,
}

impl<'a> SnippetFinder<'a> {
    /// Gathers the stems of a search.
    #[must_use]
    pub fn new(asking: &'a ParsedQuery) -> Self {
        let mut stems: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for reading in &asking.readings {
            if let TermMeaning::Word { stem, .. } = &reading.sense {
                stems.entry(stem).or_default().extend(reading.words.clone());
            }
        }
        Self { asking, stems }
    }

    /// The text that answers the most words; of those that answer as many, the first.
    pub fn why<'t>(&self, role: usize, texts: impl Iterator<Item = (Matched, Cow<'t, str>)>) -> Option<Snippet> {
        let said = self.said(role).map(|(words, say)| (self.worth(words), Matched::Said, Cow::Borrowed(say)));
        let shown = texts.map(|(matched, text)| (self.answered(&text), matched, text));
        let mut best: Option<(usize, Matched, Cow<'_, str>)> = None;
        for (answered, matched, text) in shown.chain(said) {
            let better = best.as_ref().is_none_or(|(most, part, _)| (answered, *part) > (*most, matched));
            if answered > 0 && better {
                best = Some((answered, matched, text));
            }
        }
        best.map(|(_, matched, text)| Snippet {
            matched,
            snippet: match matched {
                Matched::Said => vec![SnippetPiece { text: text.into_owned(), is_match: true }],
                _ => self.snippet(&text),
            },
        })
    }

    /// A whole text, marked.
    #[must_use]
    pub fn mark(&self, text: &str) -> Vec<SnippetPiece> {
        self.pieces(text, 0..text.len())
    }

    /// What people say for a role that was said here: the most words of it.
    fn said(&self, role: usize) -> Option<(Range<usize>, &'a str)> {
        let of_role = self.asking.readings.iter().filter_map(|reading| match &reading.sense {
            TermMeaning::SynonymTarget { meaning, .. } if meaning.has(role) => {
                Some((reading.words.clone(), meaning.say.as_str()))
            }
            _ => None,
        });
        of_role.max_by_key(|(words, say)| (words.len(), std::cmp::Reverse(*say)))
    }

    /// How many of the words asked for a text answers; those that a role needs count double.
    fn answered(&self, text: &str) -> usize {
        let answered: BTreeSet<usize> =
            words(text).iter().filter_map(|word| self.answers(word)).flatten().copied().collect();
        self.worth(answered)
    }

    fn worth(&self, asked: impl IntoIterator<Item = usize>) -> usize {
        asked.into_iter().map(|word| if self.asking.needed.get(word) == Some(&true) { 2 } else { 1 }).sum()
    }

    /// The words asked for that a word of a text answers.
    fn answers(&self, word: &Word) -> Option<&BTreeSet<usize>> {
        if word.is_content() { self.stems.get(word.stem().as_str()) } else { None }
    }

    /// The part of a text around its first match, marked.
    fn snippet(&self, text: &str) -> Vec<SnippetPiece> {
        let mut cut = 0..text.len();
        if text.chars().count() > SNIPPET {
            let first = self.matches(text).next().map_or(0, |found| found.start);
            let after_space = |at: usize| text[..at].rfind(' ').map_or(0, |space| space + 1);
            let back = text[..first].char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
            cut.start = if back == 0 { 0 } else { after_space(back) };
            let ahead = text[cut.start..].char_indices().nth(SNIPPET).map_or(text.len(), |(at, _)| cut.start + at);
            cut.end = if ahead == text.len() { ahead } else { after_space(ahead).max(cut.start) };
        }
        let mut pieces = self.pieces(text, cut.clone());
        let dots = |text: &str| SnippetPiece { text: text.to_owned(), is_match: false };
        if cut.start > 0 {
            pieces.insert(0, dots("… "));
        }
        if cut.end < text.len() {
            pieces.push(dots("…"));
        }
        pieces
    }

    fn matches<'s>(&'s self, text: &str) -> impl Iterator<Item = Range<usize>> + 's {
        words(text).into_iter().filter(|word| self.answers(word).is_some()).map(|word| word.range)
    }

    fn pieces(&self, text: &str, cut: Range<usize>) -> Vec<SnippetPiece> {
        let mut pieces = Vec::new();
        let mut add = |range: Range<usize>, is_match| {
            if let Some(words) = text.get(range).filter(|words| !words.is_empty()) {
                pieces.push(SnippetPiece { text: words.to_owned(), is_match });
            }
        };
        let mut done = cut.start;
        for found in self.matches(text).filter(|found| found.start >= cut.start && found.end <= cut.end) {
            add(done..found.start, false);
            done = found.end;
            add(found, true);
        }
        add(done..cut.end, false);
        pieces
    }
}
