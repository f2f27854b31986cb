//! Finding roles by the words people type: by title, by other titles, by what people say, by everything else.

pub mod engine;
pub mod lexicon;
pub mod query;
pub mod rank;
pub mod snippet;
pub mod spelling;
pub mod synonym;
#[cfg(test)]
mod tests;
pub mod texts;
pub mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::catalogue::entities::Entities;
use crate::catalogue::filter::{FilterIndex, RoleSet};
use crate::catalogue::graph::RoleGraph;
use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::role::Role;
use engine::{Engine, RoleWords};
use lexicon::Lexicon;
use query::ParsedQuery;
use rank::{MatchTier, SearchHit, rank};
use snippet::{Snippet, SnippetFinder};
use spelling::mend;
use synonym::{Synonym, SynonymIndex};
use texts::{Matched, texts};
use words::{each_word, key, words};

/// Letters of a search that are read; what comes after is left out.
pub const LONGEST_SEARCH: usize = 200;

/// The index of all roles, made once for each catalogue.
#[derive(Debug)]
pub struct SearchIndex {
    engine: Engine,
    lexicon: Lexicon,
    meanings: SynonymIndex,
    named: BTreeMap<String, BTreeMap<usize, MatchTier>>,
}

/// What a search found.
#[derive(Clone, Debug, Default)]
pub struct SearchResults {
    /// The roles, the best answer first.
    pub hits: Vec<SearchHit>,
    /// The search with its slips mended, if it had any: that is what was searched.
    pub mended: Option<String>,
    /// Words that stand for nothing at all.
    pub unknown: Vec<String>,
    asking: ParsedQuery,
}

impl SearchIndex {
    /// Indexes the roles.
    #[must_use]
    pub fn new(graph: &RoleGraph, filters: &FilterIndex, lists: &Lists, synonyms: &[Synonym]) -> Self {
        let meanings = SynonymIndex::new(filters, synonyms);
        let mut lexicon = Lexicon::default();
        let said = meanings.by_role();
        let words = graph.roles().iter().enumerate().map(|(index, role)| {
            let said = said.get(&index).into_iter().flatten();
            words_of(&mut lexicon, index, texts(role, lists), said)
        });
        let engine = Engine::new(words);
        Self { engine, lexicon, meanings, named: names(graph) }
    }

    /// Finds roles; slips of the pen are mended.
    #[must_use]
    pub fn find(&self, text: &str) -> SearchResults {
        let text = &calm(text);
        let mended = mend(self, text);
        let found =
            mended.as_deref().map(|mended| SearchResults { mended: Some(mended.to_owned()), ..self.look_up(mended) });
        found.filter(|found| !found.hits.is_empty()).unwrap_or_else(|| self.look_up(text))
    }

    /// Finds roles by the very words that were typed.
    #[must_use]
    pub fn find_as_typed(&self, text: &str) -> SearchResults {
        self.look_up(&calm(text))
    }

    fn look_up(&self, text: &str) -> SearchResults {
        let asking = ParsedQuery::read(self, text);
        let hits = rank(&self.engine, &asking, &self.meant_as_a_whole(&key(text)));
        let unknown = asking.unknown().map(str::to_owned).collect();
        SearchResults { hits, mended: None, unknown, asking }
    }

    /// The roles that a whole search names, or stands for.
    fn meant_as_a_whole(&self, key: &str) -> BTreeMap<usize, MatchTier> {
        let mut answers = self.named.get(key).cloned().unwrap_or_default();
        for (place, &role) in self.meanings.of(key).iter().flat_map(|meaning| meaning.roles.iter().enumerate()) {
            answers.entry(role).or_insert(MatchTier::IsMeant(place));
        }
        answers
    }

    /// How many bytes the index takes in memory.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.engine.bytes()
    }
}

impl SearchResults {
    /// The roles as a set.
    #[must_use]
    pub fn roles(&self) -> RoleSet {
        self.hits.iter().map(|hit| hit.role).collect()
    }

    /// Why a role answers the search.
    #[must_use]
    pub fn why(&self, entities: &Entities, role: &Role) -> Option<Snippet> {
        self.why_of(role.index.position(), texts(role, entities.lists()))
    }

    fn why_of<'t>(&self, role: usize, texts: impl Iterator<Item = (Matched, Cow<'t, str>)>) -> Option<Snippet> {
        SnippetFinder::new(&self.asking).why(role, texts)
    }

    /// A text with the words of the search marked.
    #[must_use]
    pub fn mark(&self, text: &str) -> Vec<snippet::SnippetPiece> {
        SnippetFinder::new(&self.asking).mark(text)
    }
}

/// A search within its bounds. What is written wholly in capitals, and is no abbreviation, was not meant so.
fn calm(text: &str) -> String {
    let text: String = text.chars().take(LONGEST_SEARCH).collect();
    let is_shouted =
        text.to_uppercase() == text && words(&text).iter().any(|word| !word.is_abbreviation && word.spelling.len() > 5);
    if is_shouted { text.to_lowercase() } else { text }
}

/// The words of a role for the engine; the lexicon meets them all.
fn words_of<'a>(
    lexicon: &mut Lexicon,
    role: usize,
    texts: impl Iterator<Item = (Matched, Cow<'a, str>)>,
    said: impl Iterator<Item = &'a String>,
) -> RoleWords {
    let mut of_role = RoleWords::default();
    let add = |words: &mut String, word: &str| {
        words.push_str(word);
        words.push(' ');
    };
    for (part, text) in texts {
        each_word(&text, |_, spelling, is_abbreviation| {
            let (entry, is_new) = lexicon.meet(spelling, role);
            if is_new {
                add(&mut of_role.new_spellings, spelling);
            }
            if entry.is_content || is_abbreviation {
                (0..part.weight()).for_each(|_| add(&mut of_role.texts, &entry.stem));
                match part {
                    Matched::Title => add(&mut of_role.title, &entry.stem),
                    Matched::OtherTitle => add(&mut of_role.other_titles, &entry.stem),
                    _ => {}
                }
            }
        });
    }
    for say in said {
        each_word(say, |_, spelling, _| {
            if lexicon.meet(spelling, role).1 {
                add(&mut of_role.new_spellings, spelling);
            }
        });
    }
    of_role
}

/// What each role is called: its title, its other titles, and the parts of its title.
fn names(graph: &RoleGraph) -> BTreeMap<String, BTreeMap<usize, MatchTier>> {
    let mut names: BTreeMap<String, BTreeMap<usize, MatchTier>> = BTreeMap::new();
    for (index, role) in graph.roles().iter().enumerate() {
        let parts = role
            .title
            .split(['/', '(', ')'])
            .flat_map(|part| part.split(" or "))
            .flat_map(|part| part.split(" such as "));
        let other = role.other_titles.iter().map(String::as_str).chain(parts);
        let named = std::iter::once((role.title.as_str(), MatchTier::IsTitle))
            .chain(other.map(|name| (name, MatchTier::IsOtherTitle)));
        for (name, answer) in named.filter(|(name, _)| !name.trim().is_empty()) {
            names.entry(key(name)).or_default().entry(index).or_insert(answer);
        }
    }
    names
}
