//! The subject: roles and what joins them. Pure: no files, no YAML, no HTTP, no HTML, no clock.

mod entities;
pub mod filter;
pub mod graph;
pub mod journeys;
pub mod matcher;
pub mod model;
mod role_ref;
#[cfg(test)]
pub(crate) mod sample;
pub mod search;
pub mod similar;

use std::ops::Deref;
use std::sync::OnceLock;

pub use entities::Entities;
use filter::FilterIndex;
use graph::{RoleGraph, TitleOrder, UnresolvedRole};
use journeys::{JourneyIndex, Planner};
use matcher::{MatcherIndex, Question};
use model::content_change::ChangeDay;
use model::guide::Guide;
use model::lists::Lists;
use model::pathway::Pathway;
use model::reference::{Figure, Organisation, Site, Source};
use model::regulator::Regulators;
use model::role::Role;
use model::search_service::SearchService;
pub use role_ref::{MoveRef, PayRef, RoleRef, RouteStart};
use search::engine::SearchError;
use search::pages::Pages;
use search::reading::SearchReading;
use search::synonym::{PageId, Synonym};
use search::{SearchIndex, SearchInput, SearchResults};
use similar::{SimilarRole, SimilarityIndex};

use crate::interface::Interface;

/// What a catalogue is made of, before it is ordered and indexed.
///
/// An index in it is a position in the list of its kind, in the order that the list has here.
#[derive(Debug)]
pub struct CatalogueData {
    /// What the site calls itself.
    pub site: Site,
    /// The words of its pages.
    pub interface: Interface,
    /// The closed lists, each in the order of its file.
    pub lists: Lists,
    /// The documents that facts come from.
    pub sources: Vec<Source>,
    /// Organisations to turn to, by id.
    pub organisations: Vec<Organisation>,
    /// The job titles that laws protect.
    pub regulators: Regulators,
    /// Figures that age, by id.
    pub figures: Vec<Figure>,
    /// Searches of other sites, in the order of their file.
    pub search_services: Vec<SearchService>,
    /// The roles.
    pub roles: Vec<Role>,
    /// The pathways into professions.
    pub pathways: Vec<Pathway>,
    /// The guides.
    pub guides: Vec<Guide>,
    /// The days on which the content changed.
    pub change_days: Vec<ChangeDay>,
    /// What people say for roles.
    pub synonyms: Vec<Synonym>,
    /// The questions of the matcher, in order.
    pub questions: Vec<Question>,
    /// Names this version of the data: two catalogues of the same files have the same.
    pub revision: String,
}

/// One complete, checked and immutable snapshot of all the data.
#[derive(Debug)]
pub struct Catalogue {
    entities: Entities,
    synonyms: Vec<Synonym>,
    questions: Vec<Question>,
    filters: FilterIndex,
    matcher: OnceLock<MatcherIndex>,
    journeys: JourneyIndex,
    search: OnceLock<Result<SearchIndex, SearchError>>,
    similarity: OnceLock<SimilarityIndex>,
    revision: String,
    warnings: usize,
}

impl Catalogue {
    /// Orders and indexes the parts.
    ///
    /// # Errors
    /// [`UnresolvedRole`] where something refers to an index that the list of roles does not have.
    pub fn new(parts: CatalogueData) -> Result<Self, UnresolvedRole> {
        let CatalogueData { mut pathways, mut guides, mut synonyms, mut change_days, .. } = parts;
        let order = TitleOrder::of(&parts.roles);
        for pathway in &mut pathways {
            let steps = pathway.routes.iter_mut().flat_map(|route| &mut route.steps);
            order.renumber_all(steps.filter_map(|step| step.role.as_mut()).chain([&mut pathway.role]))?;
        }
        order.renumber_all(guides.iter_mut().flat_map(|guide| &mut guide.roles))?;
        order.renumber_all(synonyms.iter_mut().flat_map(|synonym| &mut synonym.roles))?;
        let graph = RoleGraph::in_order(parts.roles, &order)?;
        pathways.sort_by_cached_key(|pathway| (pathway.title.to_lowercase(), pathway.id.clone()));
        change_days.sort_by_key(|day| std::cmp::Reverse(day.day));
        guides.sort_by_cached_key(|guide| (guide.order, guide.id.clone()));
        let filters = FilterIndex::new(&graph, &parts.lists);
        let journeys = JourneyIndex::new(&graph, &parts.lists);
        let entities = Entities {
            site: parts.site,
            interface: parts.interface,
            lists: parts.lists,
            sources: parts.sources,
            organisations: parts.organisations,
            regulators: parts.regulators,
            figures: parts.figures,
            search_services: parts.search_services,
            pathways,
            guides,
            change_days,
            graph,
        };
        Ok(Self {
            entities,
            synonyms,
            questions: parts.questions,
            filters,
            matcher: OnceLock::new(),
            journeys,
            search: OnceLock::new(),
            similarity: OnceLock::new(),
            revision: parts.revision,
            warnings: 0,
        })
    }

    /// Names this version of the data.
    #[must_use]
    pub fn revision(&self) -> &str {
        &self.revision
    }

    /// Which roles each choice of a filter gives.
    #[must_use]
    pub fn filters(&self) -> &FilterIndex {
        &self.filters
    }

    /// The questions of the matcher, in order.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The roles that meet each criterion of the matcher's questions. Built by [`Self::build_indexes`], or at the first call.
    #[must_use]
    pub fn matcher(&self) -> &MatcherIndex {
        let ladder = self.qualifications();
        self.matcher.get_or_init(|| MatcherIndex::new(self.graph(), &self.filters, ladder, &self.questions))
    }

    /// The planner of journeys.
    #[must_use]
    pub fn planner(&self) -> Planner<'_> {
        Planner::new(self.graph(), self.lists(), &self.journeys)
    }

    /// The full-text index. Built by [`Self::build_indexes`], or at the first call, which then takes time linear in the length of
    /// all texts.
    pub fn search(&self) -> Result<&SearchIndex, SearchError> {
        self.search.get_or_init(|| SearchIndex::new(self.search_input())).as_ref().map_err(Clone::clone)
    }

    /// What the full-text index is built of.
    #[must_use]
    pub fn search_input(&self) -> SearchInput<'_> {
        let pages = Pages { guides: self.guides(), pathways: self.pathways(), organisations: self.organisations() };
        let (graph, filters, lists, regulators) = (self.graph(), &self.filters, self.lists(), self.regulators());
        SearchInput { graph, filters, lists, synonyms: &self.synonyms, pages, regulators }
    }

    /// Builds the full-text index and the matcher's, in parallel, so that no request has to. Blocks: not for a thread that answers
    /// requests.
    pub fn build_indexes(&self) -> Result<(), SearchError> {
        std::thread::scope(|scope| {
            scope.spawn(|| self.matcher());
            self.search().map(|_| ())
        })
    }

    /// The same catalogue with this full-text index, or with none for this reason.
    #[must_use]
    pub fn with_search(mut self, index: Result<SearchIndex, SearchError>) -> Self {
        self.search = OnceLock::from(index);
        self
    }

    /// The same catalogue of a site that is found at this address, which has no slash at its end.
    #[must_use]
    pub fn with_base_url(mut self, base_url: String) -> Self {
        self.entities.site.base_url = base_url;
        self
    }

    /// The same catalogue of data for which a check has so many warnings.
    #[must_use]
    pub fn with_warnings(mut self, warnings: usize) -> Self {
        self.warnings = warnings;
        self
    }

    /// How many warnings a check has for the data.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.warnings
    }

    /// The roles most like one, the most alike first. The texts are weighted at the first call, and each role is compared once.
    #[must_use]
    pub fn similar(&self, role: &Role) -> &[SimilarRole] {
        let index = self.similarity.get_or_init(|| SimilarityIndex::new(self.roles()));
        index.similar(self.roles(), self.levels(), role)
    }

    /// Reads a search text: its choices of filters, and the words that are left.
    pub fn read(&self, text: &str) -> Result<SearchReading, SearchError> {
        self.search()?.read(text)
    }

    /// Finds guides, pathways and organisations by words; misspelled words are corrected.
    pub fn find_pages(&self, words: &str) -> Result<Vec<PageId>, SearchError> {
        self.search()?.find_pages(words)
    }

    /// Whether words are what people say for guides, pathways or organisations, and for no role.
    pub fn means_pages_alone(&self, words: &str) -> Result<bool, SearchError> {
        Ok(self.search()?.means_pages_alone(words))
    }

    /// Finds roles by words; misspelled words are corrected.
    pub fn find(&self, words: &str) -> Result<SearchResults, SearchError> {
        self.search()?.find(words)
    }

    /// Finds roles by the words exactly as typed.
    pub fn find_as_typed(&self, words: &str) -> Result<SearchResults, SearchError> {
        self.search()?.find_as_typed(words)
    }
}

impl Deref for Catalogue {
    type Target = Entities;

    fn deref(&self) -> &Entities {
        &self.entities
    }
}
