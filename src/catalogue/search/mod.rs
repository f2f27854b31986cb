//! Full-text search over the roles: by title, other titles, synonyms and all other texts.
//!
//! A search text is corrected (`spelling`), parsed into words with everything each of them may mean (`query`), and the roles
//! are ranked (`rank`) by the postings of the [`engine`]. `snippet` says why a role was found.

pub mod engine;
pub mod lexicon;
pub mod query;
pub mod rank;
pub mod snippet;
pub mod spelling;
pub mod synonym;
pub mod term_index;
#[cfg(test)]
mod tests;
pub mod texts;
pub mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::catalogue::filter::{FilterIndex, RoleSet};
use crate::catalogue::graph::RoleGraph;
use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::role::Role;
use engine::{Engine, RoleDocument, SearchError, TantivyEngine};
use lexicon::Lexicon;
use query::ParsedQuery;
use rank::{MatchTier, SearchHit, rank};
use snippet::{Snippet, SnippetFinder, SnippetPiece};
use spelling::corrected;
use synonym::{Synonym, SynonymIndex};
use term_index::TermIndex;
use texts::{TextKind, texts};
use words::{each_word, key, words};

/// Characters of a search text that are read; the rest is ignored.
pub const LONGEST_SEARCH: usize = 200;

/// The index of all roles, built once for each catalogue.
#[derive(Debug)]
pub struct SearchIndex {
    terms: TermIndex,
    /// The roles called by a key (see [`key`]), with the tier that being called so gives.
    names: BTreeMap<String, BTreeMap<usize, MatchTier>>,
}

/// The answer to a search.
#[derive(Clone, Debug, Default)]
pub struct SearchResults {
    /// The roles found, best first.
    pub hits: Vec<SearchHit>,
    /// The text that was searched, where the text that was typed had to be corrected.
    pub corrected: Option<String>,
    /// Words of the search that mean nothing here.
    pub unknown: Vec<String>,
    query: ParsedQuery,
}

impl SearchIndex {
    /// Indexes the roles with tantivy, in this thread: linear in the length of their texts.
    pub fn new(
        graph: &RoleGraph,
        filters: &FilterIndex,
        lists: &Lists,
        synonyms: &[Synonym],
    ) -> Result<Self, SearchError> {
        let build = |documents: Vec<RoleDocument>| {
            let engine = TantivyEngine::new(documents)?;
            Ok(Box::new(engine) as Box<dyn Engine>)
        };
        Self::with_engine(graph, filters, lists, synonyms, build)
    }

    /// The same with another engine, built of one document for each role.
    pub fn with_engine(
        graph: &RoleGraph,
        filters: &FilterIndex,
        lists: &Lists,
        synonyms: &[Synonym],
        build: impl FnOnce(Vec<RoleDocument>) -> Result<Box<dyn Engine>, SearchError>,
    ) -> Result<Self, SearchError> {
        let synonyms = SynonymIndex::new(filters, synonyms);
        let mut lexicon = Lexicon::default();
        let phrases = synonyms.by_role();
        let documents = graph.roles().iter().enumerate().map(|(index, role)| {
            let phrases = phrases.get(&index).into_iter().flatten();
            document(&mut lexicon, index, texts(role, lists), phrases)
        });
        let engine = build(documents.collect())?;
        Ok(Self { terms: TermIndex { engine, lexicon, synonyms }, names: names(graph) })
    }

    /// Finds roles. Misspelled words are corrected, unless the corrected text finds nothing.
    pub fn find(&self, text: &str) -> Result<SearchResults, SearchError> {
        let text = normalise_case(text);
        if let Some(corrected) = corrected(&self.terms, &text)? {
            let results = self.look_up(&corrected)?;
            if !results.hits.is_empty() {
                return Ok(SearchResults { corrected: Some(corrected), ..results });
            }
        }
        self.look_up(&text)
    }

    /// Finds roles by the words exactly as typed.
    pub fn find_as_typed(&self, text: &str) -> Result<SearchResults, SearchError> {
        self.look_up(&normalise_case(text))
    }

    fn look_up(&self, text: &str) -> Result<SearchResults, SearchError> {
        let query = ParsedQuery::parse(&self.terms, text)?;
        let hits = rank(self.terms.engine.as_ref(), &query, &self.exact_matches(&key(text)))?;
        let unknown = query.unknown().map(str::to_owned).collect();
        Ok(SearchResults { hits, corrected: None, unknown, query })
    }

    /// The roles that the whole search names, or is a synonym of.
    fn exact_matches(&self, key: &str) -> BTreeMap<usize, MatchTier> {
        let mut tiers = self.names.get(key).cloned().unwrap_or_default();
        for (rank, &role) in self.terms.synonyms.get(key).iter().flat_map(|target| target.roles.iter().enumerate()) {
            tiers.entry(role).or_insert(MatchTier::Synonym(rank));
        }
        tiers
    }

    /// The size of the engine's index in memory, in bytes.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.terms.engine.bytes()
    }
}

impl SearchResults {
    /// The roles found, as a set.
    #[must_use]
    pub fn roles(&self) -> RoleSet {
        self.hits.iter().map(|hit| hit.role).collect()
    }

    /// Why a role was found: the text of it that matches best.
    #[must_use]
    pub fn snippet(&self, role: &Role, lists: &Lists) -> Option<Snippet> {
        SnippetFinder::new(&self.query).best(role.index.position(), texts(role, lists))
    }

    /// A text, with the words of the search marked.
    #[must_use]
    pub fn mark(&self, text: &str) -> Vec<SnippetPiece> {
        SnippetFinder::new(&self.query).mark(text)
    }
}

/// The first [`LONGEST_SEARCH`] characters of a text; in lower case where all of it is in capitals and a word is too long for an
/// abbreviation, so that capitals alone do not make one.
fn normalise_case(text: &str) -> String {
    let text: String = text.chars().take(LONGEST_SEARCH).collect();
    let is_shouted =
        text.to_uppercase() == text && words(&text).iter().any(|word| !word.is_abbreviation && word.spelling.len() > 5);
    if is_shouted { text.to_lowercase() } else { text }
}

/// The document of a role for the engine; adds its words, and those of its synonyms, to the lexicon.
fn document<'a>(
    lexicon: &mut Lexicon,
    role: usize,
    texts: impl Iterator<Item = (TextKind, Cow<'a, str>)>,
    phrases: impl Iterator<Item = &'a String>,
) -> RoleDocument {
    let mut document = RoleDocument::default();
    let push = |words: &mut String, word: &str| {
        words.push_str(word);
        words.push(' ');
    };
    for (kind, text) in texts {
        each_word(&text, |_, spelling, is_abbreviation| {
            let (entry, is_new) = lexicon.add(spelling, role);
            if is_new {
                push(&mut document.new_spellings, spelling);
            }
            if entry.is_content || is_abbreviation {
                (0..kind.weight()).for_each(|_| push(&mut document.texts, &entry.stem));
                match kind {
                    TextKind::Title => push(&mut document.title, &entry.stem),
                    TextKind::OtherTitle => push(&mut document.other_titles, &entry.stem),
                    _ => {}
                }
            }
        });
    }
    for phrase in phrases {
        each_word(phrase, |_, spelling, _| {
            if lexicon.add(spelling, role).1 {
                push(&mut document.new_spellings, spelling);
            }
        });
    }
    document
}

/// What each role is called: its title, its other titles, and the parts of its title between slashes, brackets, "or" and "such
/// as".
fn names(graph: &RoleGraph) -> BTreeMap<String, BTreeMap<usize, MatchTier>> {
    let mut names: BTreeMap<String, BTreeMap<usize, MatchTier>> = BTreeMap::new();
    for (index, role) in graph.roles().iter().enumerate() {
        let parts = role
            .title
            .split(['/', '(', ')'])
            .flat_map(|part| part.split(" or "))
            .flat_map(|part| part.split(" such as "));
        let others = role.other_titles.iter().map(String::as_str).chain(parts);
        let tiers = std::iter::once((role.title.as_str(), MatchTier::Title))
            .chain(others.map(|name| (name, MatchTier::OtherTitle)));
        for (name, tier) in tiers.filter(|(name, _)| !name.trim().is_empty()) {
            names.entry(key(name)).or_default().entry(index).or_insert(tier);
        }
    }
    names
}
