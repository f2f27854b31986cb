//! What the data describes: the lists of things and the role graph, with every reference between them resolved.

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::model::content_change::ChangeDay;
use crate::catalogue::model::guide::Guide;
use crate::catalogue::model::ids::{GuideId, PathwayId, RoleId};
use crate::catalogue::model::indexes::{
    CategoryIndex, Contact, FigureIndex, Level, OrganisationIndex, PaySchemeIndex, Qualification, Setting, SourceIndex,
};
use crate::catalogue::model::lists::{LevelLadder, Lists, QualificationLadder};
use crate::catalogue::model::pathway::Pathway;
use crate::catalogue::model::pay::PayScheme;
use crate::catalogue::model::reference::{
    Category, ContactInfo, Figure, LevelInfo, Organisation, QualificationInfo, SettingInfo, Site, Source,
};
use crate::catalogue::model::regulator::Regulators;
use crate::catalogue::model::role::Role;
use crate::catalogue::model::search_service::SearchService;
use crate::interface::Interface;

/// Everything that the data describes. A getter that takes an index is total: whoever has one has it from these lists.
#[derive(Debug)]
pub struct Entities {
    pub(super) site: Site,
    pub(super) interface: Interface,
    pub(super) lists: Lists,
    pub(super) sources: Vec<Source>,
    pub(super) organisations: Vec<Organisation>,
    pub(super) regulators: Regulators,
    pub(super) figures: Vec<Figure>,
    pub(super) search_services: Vec<SearchService>,
    pub(super) pathways: Vec<Pathway>,
    pub(super) guides: Vec<Guide>,
    pub(super) change_days: Vec<ChangeDay>,
    pub(super) graph: RoleGraph,
}

impl Entities {
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

    /// The role graph.
    #[must_use]
    pub fn graph(&self) -> &RoleGraph {
        &self.graph
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

    /// The closed lists.
    #[must_use]
    pub fn lists(&self) -> &Lists {
        &self.lists
    }

    /// The levels, lowest first.
    #[must_use]
    pub fn levels(&self) -> &LevelLadder {
        &self.lists.levels
    }

    /// What goes with a level.
    #[must_use]
    pub fn level(&self, level: Level) -> &LevelInfo {
        &self.lists.levels[level.position()]
    }

    /// The level with this id.
    #[must_use]
    pub fn level_named(&self, id: &str) -> Option<&LevelInfo> {
        self.lists.levels.iter().find(|info| info.id == id)
    }

    /// The settings, in order.
    #[must_use]
    pub fn settings(&self) -> &[SettingInfo] {
        &self.lists.settings
    }

    /// What goes with a setting.
    #[must_use]
    pub fn setting(&self, setting: Setting) -> &SettingInfo {
        &self.lists.settings[setting.position()]
    }

    /// The setting with this id.
    #[must_use]
    pub fn setting_named(&self, id: &str) -> Option<&SettingInfo> {
        self.lists.settings.iter().find(|info| info.id == id)
    }

    /// The kinds of contact, in order.
    #[must_use]
    pub fn contacts(&self) -> &[ContactInfo] {
        &self.lists.contacts
    }

    /// What goes with a kind of contact.
    #[must_use]
    pub fn contact(&self, contact: Contact) -> &ContactInfo {
        &self.lists.contacts[contact.position()]
    }

    /// The kind of contact with this id.
    #[must_use]
    pub fn contact_named(&self, id: &str) -> Option<&ContactInfo> {
        self.lists.contacts.iter().find(|info| info.id == id)
    }

    /// The families of careers, in order.
    #[must_use]
    pub fn categories(&self) -> &[Category] {
        &self.lists.categories
    }

    /// The category at an index.
    #[must_use]
    pub fn category(&self, index: CategoryIndex) -> &Category {
        &self.lists.categories[index.position()]
    }

    /// The category with this id.
    #[must_use]
    pub fn category_named(&self, id: &str) -> Option<&Category> {
        self.lists.categories.iter().find(|category| category.id.as_str() == id)
    }

    /// The qualifications, lowest first.
    #[must_use]
    pub fn qualifications(&self) -> &QualificationLadder {
        &self.lists.qualifications
    }

    /// What goes with a qualification.
    #[must_use]
    pub fn qualification(&self, qualification: Qualification) -> &QualificationInfo {
        &self.lists.qualifications[qualification.position()]
    }

    /// The qualification with this id.
    #[must_use]
    pub fn qualification_named(&self, id: &str) -> Option<&QualificationInfo> {
        self.lists.qualifications.iter().find(|info| info.id == id)
    }

    /// The documents that facts come from.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The source at an index.
    #[must_use]
    pub fn source(&self, index: SourceIndex) -> &Source {
        &self.sources[index.position()]
    }

    /// The sources at these indexes.
    pub fn sources_at(&self, indexes: &[SourceIndex]) -> impl Iterator<Item = &Source> {
        indexes.iter().map(|&index| self.source(index))
    }

    /// Every organisation, by id.
    #[must_use]
    pub fn organisations(&self) -> &[Organisation] {
        &self.organisations
    }

    /// The organisation at an index.
    #[must_use]
    pub fn organisation(&self, index: OrganisationIndex) -> &Organisation {
        &self.organisations[index.position()]
    }

    /// The organisations at these indexes.
    pub fn organisations_at(&self, indexes: &[OrganisationIndex]) -> impl Iterator<Item = &Organisation> {
        indexes.iter().map(|&index| self.organisation(index))
    }

    /// The job titles that laws protect.
    #[must_use]
    pub fn regulators(&self) -> &Regulators {
        &self.regulators
    }

    /// Every figure that ages, by id.
    #[must_use]
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// The figure at an index.
    #[must_use]
    pub fn figure(&self, index: FigureIndex) -> &Figure {
        &self.figures[index.position()]
    }

    /// The schemes that set pay, in order.
    #[must_use]
    pub fn pay_schemes(&self) -> &[PayScheme] {
        &self.lists.pay_schemes
    }

    /// The scheme at an index.
    #[must_use]
    pub fn pay_scheme(&self, index: PaySchemeIndex) -> &PayScheme {
        &self.lists.pay_schemes[index.position()]
    }

    /// The searches of other sites, in order.
    #[must_use]
    pub fn search_services(&self) -> &[SearchService] {
        &self.search_services
    }

    /// The days on which the content changed, the latest first.
    #[must_use]
    pub fn change_days(&self) -> &[ChangeDay] {
        &self.change_days
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
