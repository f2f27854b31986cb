//! Finding roles by the words people type: by title, by other titles, by what people say, by everything else.

pub mod asking;
pub mod engine;
pub mod mend;
pub mod rank;
pub mod synonym;
pub mod texts;
pub mod why;
pub mod words;

use std::collections::BTreeMap;

use super::Catalogue;
use super::filter::{FilterIndex, RoleSet};
use super::graph::RoleGraph;
use super::reference::{Category, SettingInfo};
use super::role::Role;
use asking::Asking;
use engine::{Engine, RoleWords};
use rank::{Answer, Hit, rank};
use synonym::{Meanings, Synonym};
use texts::texts;
use why::{Looked, Why};
use words::{Word, content_words, key, stem, words};

/// Letters of a search that are read; what comes after is left out.
pub const LONGEST_SEARCH: usize = 200;

/// The index of all roles, made once for each catalogue.
#[derive(Debug)]
pub struct SearchIndex {
    engine: Engine,
    meanings: Meanings,
    named: BTreeMap<String, BTreeMap<usize, Answer>>,
}

/// What a search found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The roles, the best answer first.
    pub hits: Vec<Hit>,
    /// The search with its slips mended, if it had any: that is what was searched.
    pub mended: Option<String>,
    /// Words that stand for nothing at all.
    pub unknown: Vec<String>,
    asking: Asking,
}

impl SearchIndex {
    /// Indexes the roles.
    ///
    /// # Errors
    ///
    /// What the engine says when it cannot build its index in memory.
    pub fn new(
        graph: &RoleGraph,
        filters: &FilterIndex,
        categories: &[Category],
        settings: &[SettingInfo],
        synonyms: &[Synonym],
    ) -> tantivy::Result<Self> {
        let meanings = Meanings::new(graph, filters, synonyms);
        let mut spoken = meanings.words_by_role();
        let role_words = graph.roles().iter().enumerate().map(|(index, role)| {
            let mut role = words_of(role, categories, settings);
            role.spellings.extend(spoken.remove(&index).unwrap_or_default());
            role
        });
        Ok(Self { engine: Engine::new(role_words)?, meanings, named: names(graph) })
    }

    /// Finds roles; slips of the pen are mended.
    #[must_use]
    pub fn find(&self, text: &str) -> Found {
        let text = &calm(text);
        let mended = mend::mend(&self.engine, &self.meanings, text).unwrap_or_default();
        let found = mended.as_deref().map(|mended| Found { mended: Some(mended.to_owned()), ..self.look_up(mended) });
        found.filter(|found| !found.hits.is_empty()).unwrap_or_else(|| self.look_up(text))
    }

    /// Finds roles by the very words that were typed.
    #[must_use]
    pub fn find_as_typed(&self, text: &str) -> Found {
        self.look_up(&calm(text))
    }

    /// The engine lies in memory and is whole, so that it cannot fail to be read; if it did, nothing would be found.
    fn look_up(&self, text: &str) -> Found {
        let asking = Asking::read(&self.engine, &self.meanings, text).unwrap_or_default();
        let nobody = BTreeMap::new();
        let named = self.named.get(&key(text)).unwrap_or(&nobody);
        let hits = rank(&self.engine, &asking, named).unwrap_or_default();
        let unknown = asking.unknown().map(str::to_owned).collect();
        Found { hits, mended: None, unknown, asking }
    }

    /// How many bytes the index takes in memory.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.engine.bytes()
    }
}

impl Found {
    /// The roles as a set.
    #[must_use]
    pub fn roles(&self) -> RoleSet {
        self.hits.iter().map(|hit| hit.role).collect()
    }

    /// Why a role answers the search.
    #[must_use]
    pub fn why(&self, catalogue: &Catalogue, role: &Role) -> Option<Why> {
        let place = catalogue.graph().index(&role.id)?;
        Looked::new(&self.asking).why(place, texts(role, catalogue.categories(), catalogue.settings()))
    }

    /// A text with the words of the search marked.
    #[must_use]
    pub fn mark(&self, text: &str) -> Vec<why::Piece> {
        Looked::new(&self.asking).mark(text)
    }
}

/// A search within its bounds. What is written wholly in capitals, and is no abbreviation, was not meant so.
fn calm(text: &str) -> String {
    let text: String = text.chars().take(LONGEST_SEARCH).collect();
    let is_shouted = text.to_uppercase() == text && words(&text).iter().any(|word| !word.is_abbreviation && word.spelling.len() > 5);
    if is_shouted { text.to_lowercase() } else { text }
}

fn words_of(role: &Role, categories: &[Category], settings: &[SettingInfo]) -> RoleWords {
    let mut role_words = RoleWords::default();
    let stems = |text: &str| content_words(text).iter().map(Word::stem).collect::<Vec<_>>();
    role_words.title = stems(&role.title);
    role_words.other_titles = role.other_titles.iter().flat_map(|title| stems(title)).collect();
    for (part, text) in texts(role, categories, settings) {
        for word in words(&text).into_iter().filter(Word::is_content) {
            role_words.texts.extend(std::iter::repeat_n(stem(&word.spelling), part.weight()));
            role_words.spellings.push(word.spelling);
        }
    }
    role_words
}

/// What each role is called: its title, its other titles, and the parts of its title.
fn names(graph: &RoleGraph) -> BTreeMap<String, BTreeMap<usize, Answer>> {
    let mut names: BTreeMap<String, BTreeMap<usize, Answer>> = BTreeMap::new();
    for (index, role) in graph.roles().iter().enumerate() {
        let parts = role.title.split(['/', '(', ')']).flat_map(|part| part.split(" or ")).flat_map(|part| part.split(" such as "));
        let other = role.other_titles.iter().map(String::as_str).chain(parts);
        let named = std::iter::once((role.title.as_str(), Answer::IsTitle)).chain(other.map(|name| (name, Answer::IsOtherTitle)));
        for (name, answer) in named.filter(|(name, _)| !name.trim().is_empty()) {
            names.entry(key(name)).or_default().entry(index).or_insert(answer);
        }
    }
    names
}
