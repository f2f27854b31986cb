//! The lists of the data that open data has at an address of their own.

use crate::catalogue::Catalogue;

/// A list of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataList {
    /// The career levels.
    Levels,
    /// The settings.
    Settings,
    /// The kinds of contact with patients.
    Contact,
    /// The families of careers.
    Categories,
    /// The qualifications.
    Qualifications,
    /// The sources.
    Sources,
    /// The organisations.
    Organisations,
    /// The protected titles.
    Regulators,
    /// The figures that age.
    Facts,
    /// The schemes of pay.
    Pay,
    /// The guides.
    Guides,
    /// The pathways.
    Pathways,
    /// The searches of other sites.
    Links,
}

impl DataList {
    /// Every list.
    pub const ALL: [Self; 13] = [
        Self::Levels,
        Self::Settings,
        Self::Contact,
        Self::Categories,
        Self::Qualifications,
        Self::Sources,
        Self::Organisations,
        Self::Regulators,
        Self::Facts,
        Self::Pay,
        Self::Guides,
        Self::Pathways,
        Self::Links,
    ];

    /// Its name in addresses, and the key under which answers have it. That of its file or folder in the data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Levels => "levels",
            Self::Settings => "settings",
            Self::Contact => "contact",
            Self::Categories => "categories",
            Self::Qualifications => "qualifications",
            Self::Sources => "sources",
            Self::Organisations => "organisations",
            Self::Regulators => "regulators",
            Self::Facts => "facts",
            Self::Pay => "pay",
            Self::Guides => "guides",
            Self::Pathways => "pathways",
            Self::Links => "links",
        }
    }

    /// The list of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.name() == name)
    }

    /// Whether its entries have ids. Protected titles have none: a register can stand in their list twice.
    #[must_use]
    pub fn has_ids(self) -> bool {
        self != Self::Regulators
    }

    /// The ids of its entries, in order.
    #[must_use]
    pub fn ids(self, catalogue: &Catalogue) -> Vec<&str> {
        match self {
            Self::Levels => catalogue.levels().iter().map(|info| info.id.as_str()).collect(),
            Self::Settings => catalogue.settings().iter().map(|info| info.id.as_str()).collect(),
            Self::Contact => catalogue.contacts().iter().map(|info| info.id.as_str()).collect(),
            Self::Categories => catalogue.categories().iter().map(|category| category.id.as_str()).collect(),
            Self::Qualifications => catalogue.qualifications().iter().map(|info| info.id.as_str()).collect(),
            Self::Sources => catalogue.sources().iter().map(|source| source.id.as_str()).collect(),
            Self::Organisations => catalogue.organisations().iter().map(|it| it.id.as_str()).collect(),
            Self::Regulators => vec![],
            Self::Facts => catalogue.figures().iter().map(|figure| figure.id.as_str()).collect(),
            Self::Pay => catalogue.pay_schemes().iter().map(|scheme| scheme.id.as_str()).collect(),
            Self::Guides => catalogue.guides().iter().map(|guide| guide.id.as_str()).collect(),
            Self::Pathways => catalogue.pathways().iter().map(|pathway| pathway.id.as_str()).collect(),
            Self::Links => catalogue.search_services().iter().map(|service| service.id.as_str()).collect(),
        }
    }
}
