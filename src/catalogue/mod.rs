//! The subject: roles and what joins them. Pure: no files, no YAML, no HTTP, no HTML, no clock.

pub mod filter;
pub mod graph;
pub mod journeys;
pub mod matcher;
pub mod model;
#[cfg(test)]
pub(crate) mod sample;
pub mod search;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use filter::FilterIndex;
use graph::RoleGraph;
use journeys::{JourneyIndex, Planner};
use matcher::MatcherIndex;
use model::guide::Guide;
use model::pathway::Pathway;
use model::reference::{
    Category, CategoryId, Figure, FigureId, GuideId, LevelInfo, Organisation, OrganisationId, PathwayId,
    QualificationInfo, RoleId, SettingInfo, Site, Source, SourceId,
};
use model::role::Role;
use model::vocabulary::{Level, Qualification, Setting};
use search::synonym::Synonym;
use search::{SearchIndex, SearchResults};

use crate::interface::Interface;

/// What a catalogue is made of, before it is ordered and indexed.
#[derive(Debug)]
pub struct CatalogueData {
    /// What the site calls itself.
    pub site: Site,
    /// The words of its pages.
    pub interface: Interface,
    /// The words of each level, in the order of the ladder.
    pub levels: Vec<LevelInfo>,
    /// The words of each setting, in order.
    pub settings: Vec<SettingInfo>,
    /// The families of careers, in order.
    pub categories: Vec<Category>,
    /// The words of each qualification, lowest first.
    pub qualifications: Vec<QualificationInfo>,
    /// The documents that facts come from.
    pub sources: Vec<Source>,
    /// Organisations to turn to.
    pub organisations: Vec<Organisation>,
    /// Figures that age.
    pub facts: Vec<Figure>,
    /// The roles.
    pub roles: Vec<Role>,
    /// The pathways into professions.
    pub pathways: Vec<Pathway>,
    /// The guides.
    pub guides: Vec<Guide>,
    /// What people say for roles.
    pub synonyms: Vec<Synonym>,
    /// Names this version of the data: two catalogues of the same files have the same.
    pub revision: String,
}

/// One complete, checked and immutable snapshot of all the data.
#[derive(Debug)]
pub struct Catalogue {
    site: Site,
    interface: Interface,
    levels: Vec<LevelInfo>,
    settings: Vec<SettingInfo>,
    categories: Vec<Category>,
    qualifications: Vec<QualificationInfo>,
    sources: Vec<Source>,
    organisations: BTreeMap<OrganisationId, Organisation>,
    facts: BTreeMap<FigureId, Figure>,
    pathways: Vec<Pathway>,
    guides: Vec<Guide>,
    synonyms: Vec<Synonym>,
    graph: RoleGraph,
    filters: FilterIndex,
    matcher: OnceLock<MatcherIndex>,
    journeys: JourneyIndex,
    search: OnceLock<SearchIndex>,
    revision: String,
}

impl Catalogue {
    /// Orders and indexes the parts.
    #[must_use]
    pub fn new(parts: CatalogueData) -> Self {
        let CatalogueData { mut pathways, mut guides, .. } = parts;
        pathways.sort_by_cached_key(|pathway| (pathway.title.to_lowercase(), pathway.id.clone()));
        guides.sort_by_cached_key(|guide| (guide.order, guide.id.clone()));
        let graph = RoleGraph::new(parts.roles);
        let filters = FilterIndex::new(&graph, &parts.categories);
        let journeys = JourneyIndex::new(&graph, &parts.qualifications);
        Self {
            site: parts.site,
            interface: parts.interface,
            levels: parts.levels,
            settings: parts.settings,
            categories: parts.categories,
            qualifications: parts.qualifications,
            sources: parts.sources,
            organisations: parts.organisations.into_iter().map(|item| (item.id.clone(), item)).collect(),
            facts: parts.facts.into_iter().map(|item| (item.id.clone(), item)).collect(),
            pathways,
            guides,
            synonyms: parts.synonyms,
            graph,
            filters,
            matcher: OnceLock::new(),
            journeys,
            search: OnceLock::new(),
            revision: parts.revision,
        }
    }

    /// What the site calls itself.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The words of the interface.
    #[must_use]
    pub fn interface(&self) -> &Interface {
        &self.interface
    }

    /// Names this version of the data.
    #[must_use]
    pub fn revision(&self) -> &str {
        &self.revision
    }

    /// The role graph.
    #[must_use]
    pub fn graph(&self) -> &RoleGraph {
        &self.graph
    }

    /// Which roles each choice of a filter gives.
    #[must_use]
    pub fn filters(&self) -> &FilterIndex {
        &self.filters
    }

    /// Which roles have what the answers to the matcher's questions look for. Found at the first question: a site starts
    /// without it.
    #[must_use]
    pub fn matcher(&self) -> &MatcherIndex {
        self.matcher.get_or_init(|| MatcherIndex::new(&self.graph, &self.filters))
    }

    /// The planner of journeys.
    #[must_use]
    pub fn planner(&self) -> Planner<'_> {
        Planner::new(&self.graph, &self.qualifications, &self.journeys)
    }

    /// The index of every word. Made at the first search: a site starts without it.
    #[must_use]
    pub fn search(&self) -> &SearchIndex {
        self.search.get_or_init(|| {
            SearchIndex::new(&self.graph, &self.filters, &self.categories, &self.settings, &self.synonyms)
        })
    }

    /// Finds roles by words; slips of the pen are mended.
    #[must_use]
    pub fn find(&self, words: &str) -> SearchResults {
        self.search().find(words)
    }

    /// Finds roles by the very words that were typed.
    #[must_use]
    pub fn find_as_typed(&self, words: &str) -> SearchResults {
        self.search().find_as_typed(words)
    }

    /// Every role, by title.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        self.graph.roles()
    }

    /// The role with this id.
    #[must_use]
    pub fn role(&self, id: &str) -> Option<&Role> {
        self.graph.get(&RoleId(id.to_owned()))
    }

    /// The words of each level, in the order of the ladder.
    #[must_use]
    pub fn levels(&self) -> &[LevelInfo] {
        &self.levels
    }

    /// The words of a level.
    #[must_use]
    pub fn level(&self, level: Level) -> Option<&LevelInfo> {
        self.levels.iter().find(|info| info.level == level)
    }

    /// The roles on a level, by title.
    pub fn roles_on(&self, level: Level) -> impl Iterator<Item = &Role> {
        self.roles().iter().filter(move |role| role.levels.contains(&level))
    }

    /// The words of each setting, in order.
    #[must_use]
    pub fn settings(&self) -> &[SettingInfo] {
        &self.settings
    }

    /// The words of a setting.
    #[must_use]
    pub fn setting(&self, setting: Setting) -> Option<&SettingInfo> {
        self.settings.iter().find(|info| info.setting == setting)
    }

    /// The roles in a setting, by title.
    pub fn roles_in(&self, setting: Setting) -> impl Iterator<Item = &Role> {
        self.roles().iter().filter(move |role| role.settings.contains(&setting))
    }

    /// The families of careers, in order.
    #[must_use]
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// The category with this id.
    #[must_use]
    pub fn category(&self, id: &CategoryId) -> Option<&Category> {
        self.categories.iter().find(|category| category.id == *id)
    }

    /// The roles of a category, by title.
    pub fn roles_of(&self, category: &CategoryId) -> impl Iterator<Item = &Role> {
        self.roles().iter().filter(move |role| role.categories.contains(category))
    }

    /// The words of each qualification, lowest first.
    #[must_use]
    pub fn qualifications(&self) -> &[QualificationInfo] {
        &self.qualifications
    }

    /// The words of a qualification.
    #[must_use]
    pub fn qualification(&self, qualification: Qualification) -> Option<&QualificationInfo> {
        self.qualifications.iter().find(|info| info.qualification == qualification)
    }

    /// The documents that facts come from.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The source with this id.
    #[must_use]
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// Every organisation, by id.
    pub fn organisations(&self) -> impl Iterator<Item = &Organisation> {
        self.organisations.values()
    }

    /// The organisation with this id.
    #[must_use]
    pub fn organisation(&self, id: &OrganisationId) -> Option<&Organisation> {
        self.organisations.get(id)
    }

    /// Every figure that ages, by id.
    pub fn facts(&self) -> impl Iterator<Item = &Figure> {
        self.facts.values()
    }

    /// The figure with this id.
    #[must_use]
    pub fn fact(&self, id: &FigureId) -> Option<&Figure> {
        self.facts.get(id)
    }

    /// The pathways, by title.
    #[must_use]
    pub fn pathways(&self) -> &[Pathway] {
        &self.pathways
    }

    /// The pathway with this id.
    #[must_use]
    pub fn pathway(&self, id: &PathwayId) -> Option<&Pathway> {
        self.pathways.iter().find(|pathway| pathway.id == *id)
    }

    /// The guides, in their order.
    #[must_use]
    pub fn guides(&self) -> &[Guide] {
        &self.guides
    }

    /// The guide with this id.
    #[must_use]
    pub fn guide(&self, id: &GuideId) -> Option<&Guide> {
        self.guides.iter().find(|guide| guide.id == *id)
    }
}
