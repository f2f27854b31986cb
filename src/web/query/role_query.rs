//! What a visitor asks of `/roles`: words, choices, and how to arrange what is found.

use std::borrow::Cow;

use crate::catalogue::Catalogue;
use crate::catalogue::filter::{Facet, RoleFilter, RoleSet, UnknownChoice};
use crate::catalogue::model::indexes::Level;
use crate::catalogue::model::role::Role;
use crate::catalogue::search::engine::SearchError;
use crate::catalogue::search::protected::ProtectedTitle;
use crate::catalogue::search::reading::SearchReading;
use crate::catalogue::search::synonym::PageId;
use crate::catalogue::search::{LONGEST_SEARCH, SearchResults};
use crate::site_map;
use crate::web::labels::{choice_in_words, choice_label};
use crate::web::links;
use crate::web::query;
use crate::web::query::arrangement::{Arrangement, Misread, Sort, View};

/// What a visitor asks for.
pub struct RoleQuery<'a> {
    pub(super) catalogue: &'a Catalogue,
    /// The page that is asked: `/roles`, or another that shows the same roles.
    pub path: &'static str,
    /// The words to search for, without those that were read as choices.
    pub words: Option<String>,
    /// What else was read in the words that were typed.
    pub reading: SearchReading,
    /// What was typed and chosen before any choice was read in it; the same as `words` and `filter` where none was.
    typed: Option<(String, RoleFilter)>,
    /// Whether the words are looked for as they were typed.
    pub as_typed: bool,
    /// The choices.
    pub filter: RoleFilter,
    /// The order, the view and the page.
    pub arrangement: Arrangement,
    /// Choices that do not exist.
    pub unknown: Vec<UnknownChoice>,
    /// An order, a view or a page that does not exist.
    pub misread: Vec<Misread>,
    found: Option<SearchResults>,
    suggestion: Option<String>,
    pages: Vec<PageId>,
    /// Whether the words are what people say for pages alone.
    pages_first: bool,
}

impl<'a> RoleQuery<'a> {
    /// Every role: no words, no choices.
    #[must_use]
    pub fn all(catalogue: &'a Catalogue) -> Self {
        let (arrangement, misread) = Arrangement::parse(&[], false);
        Self {
            catalogue,
            path: site_map::ROLES,
            words: None,
            reading: SearchReading::default(),
            typed: None,
            as_typed: false,
            filter: RoleFilter::default(),
            arrangement,
            unknown: vec![],
            misread,
            found: None,
            suggestion: None,
            pages: vec![],
            pages_first: false,
        }
    }

    /// Whether the parameter with this key is part of the question.
    #[must_use]
    pub fn reads(key: &str) -> bool {
        [query::WORDS, query::AS_TYPED].contains(&key) || Facet::from_key(key).is_some() || Arrangement::reads(key)
    }

    /// Reads the query of an address, and searches where it has words.
    pub fn parse(catalogue: &'a Catalogue, query: Option<&str>) -> Result<Self, SearchError> {
        let pairs = query::pairs(query);
        let (filter, unknown) = RoleFilter::parse(catalogue.filters(), catalogue.graph(), query::borrowed(&pairs));
        let typed: Option<String> =
            query::first(&pairs, query::WORDS).map(|words| words.chars().take(LONGEST_SEARCH).collect());
        let as_typed = typed.is_some() && query::first(&pairs, query::AS_TYPED) == Some("yes");
        let none = Self { filter, unknown, as_typed, ..Self::all(catalogue) };
        let asked = match typed {
            Some(typed) if as_typed => none.spelled(typed)?,
            Some(typed) => none.understood(typed)?,
            None => none,
        };
        let (arrangement, misread) = Arrangement::parse(&pairs, asked.words.is_some());
        Ok(Self { arrangement, misread, ..asked })
    }

    /// Searches for the words just as they are spelled.
    fn spelled(self, typed: String) -> Result<Self, SearchError> {
        let found = self.catalogue.find_as_typed(&typed)?;
        let reading = self.catalogue.read(&typed)?;
        let suggestion = match reading.is_plain() {
            true => self.catalogue.find(&typed)?.corrected,
            false => Some(reading.corrected.unwrap_or_else(|| typed.clone())),
        };
        Ok(Self { words: Some(typed), found: Some(found), suggestion, ..self })
    }

    /// Reads choices and misspellings in the words, and searches for what is left.
    fn understood(self, typed: String) -> Result<Self, SearchError> {
        let pages = self.catalogue.find_pages(&typed)?;
        let asked = Self { pages_first: self.catalogue.means_pages_alone(&typed)?, ..self };
        asked.read(typed, pages)
    }

    fn read(self, typed: String, pages: Vec<PageId>) -> Result<Self, SearchError> {
        let reading = self.catalogue.read(&typed)?;
        if reading.is_plain() {
            let found = self.catalogue.find(&typed)?;
            return Ok(Self { words: Some(typed), found: Some(found), pages, ..self });
        }
        if reading.words.is_none() && reading.choices.is_empty() {
            return Ok(Self { words: Some(typed), found: Some(SearchResults::default()), reading, pages, ..self });
        }
        let choices = reading.choices.iter().flat_map(|read| read.choices.iter().cloned());
        let filter = self.filter.with(self.catalogue.filters(), choices);
        let found = reading.words.as_deref().map(|words| self.catalogue.find(words)).transpose()?;
        // Words that nothing has narrow nothing where something else was understood.
        let is_empty = found.as_ref().is_some_and(SearchResults::knows_no_word);
        let words = reading.words.clone().filter(|_| !is_empty);
        let typed = Some((typed, self.filter));
        Ok(Self { words, filter, found: found.filter(|_| !is_empty), reading, typed, pages, ..self })
    }

    /// The same question to another page.
    #[must_use]
    pub fn at(mut self, path: &'static str) -> Self {
        self.path = path;
        self
    }

    /// The data.
    #[must_use]
    pub fn catalogue(&self) -> &'a Catalogue {
        self.catalogue
    }

    /// The roles asked for, in the order in which they are shown.
    #[must_use]
    pub fn roles(&self) -> Vec<&'a Role> {
        let matching = self.filter.matching(self.catalogue.filters(), self.catalogue.graph(), self.found().as_ref());
        let role = |place| self.catalogue.roles().get(place);
        let mut roles: Vec<&Role> = match self.result().filter(|_| self.arrangement.sort != Sort::Title) {
            Some(found) => found
                .hits
                .iter()
                .filter(|hit| matching.contains(hit.document))
                .filter_map(|hit| role(hit.document))
                .collect(),
            None => matching.ones().filter_map(role).collect(),
        };
        if self.arrangement.sort == Sort::Level {
            roles.sort_by_key(|role| role.level());
        }
        roles
    }

    /// The roles, each with the level under which it is shown where they are grouped. A role on two levels then stands twice.
    #[must_use]
    pub fn entries(&self) -> Vec<(Option<Level>, &'a Role)> {
        let roles = self.roles();
        match self.arrangement.view {
            View::List => roles.into_iter().map(|role| (None, role)).collect(),
            View::Levels => {
                let on = |level: Level| roles.iter().filter(move |role| role.levels.contains(&level));
                let levels = self.catalogue.levels().of_roles().map(|info| info.level);
                levels.flat_map(|level| on(level).map(move |role| (Some(level), *role))).collect()
            }
        }
    }

    /// The roles that the words find, if there are words.
    #[must_use]
    pub fn found(&self) -> Option<RoleSet> {
        self.found.as_ref().map(SearchResults::roles)
    }

    /// What the search found, if there are words.
    #[must_use]
    pub fn result(&self) -> Option<&SearchResults> {
        self.found.as_ref()
    }

    /// The words that were searched: as typed, or mended.
    #[must_use]
    pub fn searched(&self) -> Option<&str> {
        self.result().and_then(|found| found.corrected.as_deref()).or(self.words.as_deref())
    }

    /// What the words would have been mended to, where they were searched as typed.
    #[must_use]
    pub fn suggestion(&self) -> Option<&str> {
        self.suggestion.as_deref()
    }

    /// Its address, in canonical order.
    #[must_use]
    pub fn address(&self) -> String {
        self.address_at(self.path)
    }

    /// The address at which another page shows the same roles.
    #[must_use]
    pub fn address_at(&self, path: &'static str) -> String {
        links::with_query(path, all_pairs(&self.filter, self.words.as_deref(), self.as_typed, self.arrangement))
    }

    /// The same roles in the same order as open data at a path, which has neither view nor page.
    #[must_use]
    pub fn open_data(&self, path: &str) -> String {
        let arrangement = Arrangement { view: View::List, page: 1, ..self.arrangement };
        links::with_query(path, all_pairs(&self.filter, self.words.as_deref(), self.as_typed, arrangement))
    }

    /// The same roles as a handout, which has neither order, view nor page.
    #[must_use]
    pub fn pack(&self) -> String {
        let arrangement = Arrangement { sort: Sort::usual(self.words.is_some()), view: View::List, page: 1 };
        links::with_query(site_map::PACK, all_pairs(&self.filter, self.words.as_deref(), self.as_typed, arrangement))
    }

    /// The pairs of the words and of the choices of a filter, in canonical order.
    pub fn pairs<'p>(&'p self, filter: &'p RoleFilter) -> impl Iterator<Item = (&'static str, &'p str)> {
        let words = self.words.iter().map(|words| (query::WORDS, words.as_str()));
        words.chain(filter.choices().map(|(facet, value)| (facet.key(), value)))
    }

    /// The address in another arrangement.
    #[must_use]
    pub fn arranged(&self, arrangement: Arrangement) -> String {
        self.written(&self.filter, self.words.as_deref(), self.as_typed, arrangement)
    }

    /// The address with the words searched in the other way: as typed, or mended.
    #[must_use]
    pub fn other_way(&self) -> String {
        let read = self.typed.as_ref().map(|(typed, filter)| (Some(typed.as_str()), filter));
        let (words, filter) = read.unwrap_or((self.words.as_deref(), &self.filter));
        self.written(filter, words, !self.as_typed, self.arrangement.at_first_page())
    }

    /// The words as they were typed.
    #[must_use]
    pub fn typed(&self) -> Option<&str> {
        self.typed.as_ref().map(|(typed, _)| typed.as_str()).or(self.words.as_deref())
    }

    /// The protected title that the words ask for, where no role has it.
    #[must_use]
    pub fn protected(&self) -> Option<&ProtectedTitle> {
        self.found.as_ref()?.protected.as_ref()
    }

    /// The guides, pathways and organisations that the words find.
    #[must_use]
    pub fn pages(&self) -> &[PageId] {
        &self.pages
    }

    /// Whether the pages found are what the words ask for first.
    #[must_use]
    pub fn pages_come_first(&self) -> bool {
        self.pages_first
    }

    /// The same with fewer choices, or without the words; where it leads, and how many roles it gives.
    #[must_use]
    pub fn fewer(&self, label: String, filter: &RoleFilter, with_words: bool) -> Relaxation {
        let words = self.words.as_deref().filter(|_| with_words);
        let found = self.found().filter(|_| with_words);
        Relaxation {
            label,
            href: self.written(filter, words, self.as_typed, self.arrangement.at_first_page()),
            count: filter.matching(self.catalogue.filters(), self.catalogue.graph(), found.as_ref()).count_ones(..),
        }
    }

    fn written(&self, filter: &RoleFilter, words: Option<&str>, as_typed: bool, arrangement: Arrangement) -> String {
        links::with_query(self.path, all_pairs(filter, words, as_typed, arrangement))
    }

    /// What a choice is called.
    #[must_use]
    pub fn label(&self, facet: Facet, id: &str) -> String {
        choice_label(self.catalogue, facet, id)
    }

    /// The words and choices in one line; empty for every role.
    #[must_use]
    pub fn in_words(&self) -> String {
        let words = self.searched().map(|words| self.catalogue.interface().in_quotes(words));
        let choices = self.filter.choices().map(|(facet, value)| choice_in_words(self.catalogue, facet, value));
        words.into_iter().chain(choices).collect::<Vec<_>>().join(", ")
    }
}

/// Every pair of a question, in canonical order.
fn all_pairs<'p>(
    filter: &'p RoleFilter,
    words: Option<&'p str>,
    as_typed: bool,
    arrangement: Arrangement,
) -> impl Iterator<Item = (&'static str, Cow<'p, str>)> {
    let as_typed = words.filter(|_| as_typed).map(|_| (query::AS_TYPED, "yes"));
    let arranged = arrangement.pairs(words.is_some()).map(|(key, value)| (key, Cow::Owned(value)));
    let words = words.map(|words| (query::WORDS, words));
    let choices = filter.choices().map(|(facet, value)| (facet.key(), value));
    let asked = words.into_iter().chain(as_typed).chain(choices).map(|(key, value)| (key, Cow::Borrowed(value)));
    asked.chain(arranged)
}

/// A choice that can be taken back, or a way on from an empty list.
pub struct Relaxation {
    /// What it is called.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// How many roles are there.
    pub count: usize,
}
