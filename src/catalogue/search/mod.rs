//! Full-text search over the roles: by title, other titles, synonyms and all other texts; and over the pages beside them.
//!
//! A search text is corrected (`spelling`), its choices of filters are taken out (`reading`), the rest is parsed into words with
//! everything each of them may mean (`query`), and the roles are ranked (`rank`) by the postings of the [`engine`]. `snippet`
//! says why a role was found; `pages` finds guides, pathways and organisations in the same way.

pub mod common_words;
mod documents;
pub mod engine;
pub mod lexicon;
pub mod pages;
pub mod protected;
pub mod query;
pub mod rank;
pub mod reading;
pub mod snippet;
pub mod spelling;
pub mod synonym;
pub mod term_index;
#[cfg(test)]
mod tests;
pub mod texts;
pub mod word_lists;
pub mod words;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::catalogue::filter::{FilterIndex, RoleSet};
use crate::catalogue::graph::RoleGraph;
use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::regulator::Regulators;
use crate::catalogue::model::role::Role;
use documents::{Names, TextStems, indexed};
use engine::{Engine, IndexedTexts, SearchError, TantivyEngine};
use lexicon::Lexicon;
use pages::{PageIndex, Pages};
use protected::ProtectedTitle;
use query::ParsedQuery;
use rank::{MatchTier, SearchHit, rank};
use reading::{PhraseMeaning, SearchReading};
use snippet::{Snippet, SnippetFinder, SnippetPiece};
use spelling::{KnownWords, corrected};
use synonym::{PageId, Synonym, SynonymIndex};
use term_index::TermIndex;
use texts::texts;
use words::{Word, content_words, whole_key, words};

/// Characters of a search text that are read; the rest is ignored.
pub const LONGEST_SEARCH: usize = 200;

/// The longest name that is looked for within a search, in words.
const MAX_NAME_WORDS: usize = 6;

/// The index of all roles and pages, built once for each catalogue.
#[derive(Debug)]
pub struct SearchIndex {
    terms: TermIndex,
    /// By role.
    text_stems: Arc<[TextStems]>,
    names: Names,
    pages: PageIndex,
    protected: Vec<ProtectedTitle>,
}

/// What is indexed.
#[derive(Clone, Copy, Debug)]
pub struct SearchInput<'a> {
    /// The roles.
    pub graph: &'a RoleGraph,
    /// The roles of each choice of a filter.
    pub filters: &'a FilterIndex,
    /// The closed lists.
    pub lists: &'a Lists,
    /// What people say.
    pub synonyms: &'a [Synonym],
    /// Guides, pathways and organisations.
    pub pages: Pages<'a>,
    /// The titles that laws protect.
    pub regulators: &'a Regulators,
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
    /// The protected title that was searched for, where no role has it.
    pub protected: Option<ProtectedTitle>,
    snippets: SnippetFinder,
}

impl SearchIndex {
    /// Indexes the roles and pages with tantivy, in this thread: linear in the length of their texts.
    pub fn new(input: SearchInput<'_>) -> Result<Self, SearchError> {
        Self::with_engine(input, |documents| {
            let engine = TantivyEngine::new(documents)?;
            Ok(Box::new(engine) as Box<dyn Engine>)
        })
    }

    /// The same with another engine, built of the texts of each document: first for the roles, then for the pages.
    pub fn with_engine(
        input: SearchInput<'_>,
        build: impl Fn(Vec<IndexedTexts>) -> Result<Box<dyn Engine>, SearchError>,
    ) -> Result<Self, SearchError> {
        let synonyms = SynonymIndex::of_roles(input.filters, input.synonyms);
        let (mut lexicon, mut names) = (Lexicon::default(), Names::default());
        let phrases = synonyms.by_document();
        let mut text_stems = Vec::new();
        let documents = input.graph.roles().iter().enumerate().map(|(index, role)| {
            names.add(index, &role.title, role.other_titles.iter().map(String::as_str));
            let phrases = phrases.get(&index).into_iter().flatten();
            let (indexed, stems) = indexed(&mut lexicon, index, texts(role, input.lists), phrases);
            text_stems.push(stems);
            indexed
        });
        let engine = build(documents.collect())?;
        let pages = PageIndex::new(input.pages, input.synonyms, build)?;
        let protected = ProtectedTitle::all(input.regulators, input.graph, &synonyms);
        let terms = TermIndex { engine, lexicon, synonyms };
        Ok(Self { terms, text_stems: text_stems.into(), names, pages, protected })
    }

    /// Reads a text: corrects its words, and takes out those that make a choice of a filter or are told something.
    pub fn read(&self, text: &str) -> Result<SearchReading, SearchError> {
        let text = self.prepared(text);
        let corrected = corrected(self.known_words(), &text)?;
        let is_named = |stem: &str| self.names.has_stem(stem) || self.terms.synonyms.get(stem).is_some();
        let text = corrected.as_deref().unwrap_or(&text);
        let reading = SearchReading::new(text, |phrase| self.meaning(phrase), is_named);
        Ok(SearchReading { corrected, ..reading })
    }

    /// Finds roles. Misspelled words are corrected, unless the corrected text finds nothing.
    pub fn find(&self, text: &str) -> Result<SearchResults, SearchError> {
        let text = self.prepared(text);
        if let Some(corrected) = corrected(self.known_words(), &text)? {
            let results = self.look_up(&corrected)?;
            if !results.hits.is_empty() {
                return Ok(SearchResults { corrected: Some(corrected), ..results });
            }
        }
        self.look_up(&text)
    }

    /// Finds roles by the words exactly as typed.
    pub fn find_as_typed(&self, text: &str) -> Result<SearchResults, SearchError> {
        self.look_up(&self.prepared(text))
    }

    /// Finds guides, pathways and organisations, the best first. Misspelled words are corrected.
    pub fn find_pages(&self, text: &str) -> Result<Vec<PageId>, SearchError> {
        let text = self.prepared(text);
        let corrected = corrected(self.known_words(), &text)?;
        let is_of_roles = |word: &str| self.terms.lexicon.document_count(&word.to_lowercase()) > 0;
        self.pages.find(corrected.as_deref().unwrap_or(&text), is_of_roles)
    }

    /// Whether a text is what people say for guides, pathways or organisations, and for no role.
    #[must_use]
    pub fn means_pages_alone(&self, text: &str) -> bool {
        self.pages.terms.synonyms.means_pages_alone(&self.prepared(text))
    }

    /// A text as it is read: in small letters where it is shouted, and with blanks for the hyphens of a word that is known in its parts
    /// alone ("A-levels", "GP-Partner").
    fn prepared(&self, text: &str) -> String {
        let mut text = normalise_case(text);
        let is_known = |word: &Word| {
            self.terms.lexicon.document_count(&word.spelling) > 0 || self.terms.synonyms.has_word(&word.spelling)
        };
        let apart: Vec<Range<usize>> =
            words(&text).iter().filter(|word| !is_known(word)).map(|word| word.range.clone()).collect();
        for range in apart {
            let parts: String = text[range.clone()].chars().map(|sign| if sign == '-' { ' ' } else { sign }).collect();
            text.replace_range(range, &parts);
        }
        text
    }

    fn known_words(&self) -> KnownWords<'_> {
        KnownWords([&self.terms, &self.pages.terms])
    }

    /// What some neighbouring words are to a reading. What names a role is looked for, even where it makes a choice too; so is
    /// a phrase that stands for roles.
    fn meaning(&self, phrase: &[Word]) -> Option<PhraseMeaning<'_>> {
        let (Some(first), Some(last)) = (phrase.first(), phrase.last()) else { return None };
        let content: Vec<&Word> = phrase.iter().filter(|word| word.is_content()).collect();
        let key = content.iter().map(|word| word.stem()).collect::<Vec<_>>().join(" ");
        let is_whole = first.is_content() && last.is_content();
        if is_whole && self.names.called(&key).is_some() {
            return Some(PhraseMeaning::Name);
        }
        let instruction = self.terms.synonyms.instruction(&whole_key(phrase)).map(PhraseMeaning::Instruction);
        let is_name = || is_whole && self.terms.synonyms.get(&key).is_some_and(|target| !target.is_instruction());
        instruction.or_else(|| is_name().then_some(PhraseMeaning::Name))
    }

    fn look_up(&self, text: &str) -> Result<SearchResults, SearchError> {
        let query = ParsedQuery::parse(&self.terms, text)?;
        let unknown: Vec<String> = query.unknown().map(str::to_owned).collect();
        let protected = self.protected.iter().find(|protected| protected.is_in(text)).cloned();
        let exact = self.named(text);
        let says_little = exact.is_empty() && query.says_little(&self.terms)?;
        let is_answer = protected.is_none() && !says_little;
        let hits = if is_answer { rank(self.terms.engine.as_ref(), &query, &exact)? } else { vec![] };
        let snippets = SnippetFinder::new(query, &self.terms.lexicon, Arc::clone(&self.text_stems));
        Ok(SearchResults { hits, corrected: None, unknown, protected, snippets })
    }

    /// The roles that the whole search names, or is a synonym of.
    fn exact_matches(&self, key: &str) -> BTreeMap<usize, MatchTier> {
        let mut tiers = self.names.called(key).cloned().unwrap_or_default();
        for (rank, &role) in self.terms.synonyms.get(key).iter().flat_map(|target| target.documents.iter().enumerate())
        {
            tiers.entry(role).or_insert(MatchTier::Synonym(rank));
        }
        tiers
    }

    /// The same with the roles that two or more neighbouring words name: "nursing associate" in "hca to nursing associate".
    fn named(&self, text: &str) -> BTreeMap<usize, MatchTier> {
        let stems: Vec<String> = content_words(text).iter().map(Word::stem).collect();
        let mut tiers = self.exact_matches(&stems.join(" "));
        tiers.extend(self.names.titled(text).map(|role| (role, MatchTier::ExactTitle)));
        for length in 2..stems.len().min(MAX_NAME_WORDS + 1) {
            for role in stems.windows(length).filter_map(|phrase| self.names.called(&phrase.join(" "))) {
                role.keys().for_each(|&role| {
                    let _ = tiers.entry(role).or_insert(MatchTier::NamedWithin);
                });
            }
        }
        tiers
    }

    /// The size of the engines' indexes in memory, in bytes.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.terms.engine.bytes() + self.pages.terms.engine.bytes()
    }
}

impl SearchResults {
    /// The roles found, as a set.
    #[must_use]
    pub fn roles(&self) -> RoleSet {
        self.hits.iter().map(|hit| hit.document).collect()
    }

    /// Whether none of the words means anything here.
    #[must_use]
    pub fn knows_no_word(&self) -> bool {
        self.snippets.query().known().next().is_none()
    }

    /// Why a role was found: the text of it that matches best.
    #[must_use]
    pub fn snippet(&self, role: &Role, lists: &Lists) -> Option<Snippet> {
        self.snippets.best(role.index.position(), texts(role, lists))
    }

    /// A text, with the words of the search marked.
    #[must_use]
    pub fn mark(&self, text: &str) -> Vec<SnippetPiece> {
        self.snippets.mark(text)
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
