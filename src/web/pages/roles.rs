//! `/roles`: every role, filtered and searched.

use askama::Template;
use axum::extract::RawQuery;
use axum::response::Response;

use super::card::{RoleCard, cards};
use super::frame::{Area, Frame};
use super::html;
use crate::catalogue::Catalogue;
use crate::catalogue::filter::{Facet, REGISTERED, RoleFilter, RoleSet, UnknownChoice};
use crate::catalogue::reference::CategoryId;
use crate::catalogue::role::Role;
use crate::catalogue::vocabulary::{
    Contact, EntryKind, Level, MarkKind, Qualification, RegistrationNeed, Setting, Term,
};
use crate::web::error::PageError;
use crate::web::query;
use crate::web::state::CurrentCatalogue;

#[derive(Template)]
#[template(path = "roles.html")]
struct RolesPage<'a> {
    frame: Frame<'a>,
    asked: Asked<'a>,
    cards: Vec<RoleCard<'a>>,
}

impl RolesPage<'_> {
    fn legend(&self, facet: &Facet) -> &'static str {
        legend(*facet)
    }
}

/// What the visitor asked for: words, and choices.
pub struct Asked<'a> {
    catalogue: &'a Catalogue,
    /// The words to search for.
    pub words: Option<String>,
    /// The choices.
    pub filter: RoleFilter,
    /// Values that do not exist.
    pub unknown: Vec<UnknownChoice>,
}

/// One kind of choice, with its options.
struct FacetView {
    facet: Facet,
    legend: &'static str,
    options: Vec<OptionView>,
}

struct OptionView {
    id: String,
    label: String,
    count: usize,
    is_chosen: bool,
}

/// A choice that can be taken back, or a way on from an empty list.
struct WayOn {
    label: String,
    href: String,
    count: usize,
}

impl<'a> Asked<'a> {
    /// Reads the query of an address.
    #[must_use]
    pub fn parse(catalogue: &'a Catalogue, query: Option<&str>) -> Self {
        let pairs = query::pairs(query);
        let (filter, unknown) = RoleFilter::parse(catalogue, query::borrowed(&pairs));
        Self { catalogue, words: query::first(&pairs, query::WORDS).map(str::to_owned), filter, unknown }
    }

    /// The roles asked for, in the order in which they are shown.
    #[must_use]
    pub fn roles(&self) -> Vec<&'a Role> {
        let roles = self.filter.matching(self.catalogue, self.found().as_ref());
        roles.ones().filter_map(|index| self.catalogue.roles().get(index)).collect()
    }

    /// The roles that the words find, if there are words.
    #[must_use]
    pub fn found(&self) -> Option<RoleSet> {
        self.words.as_deref().map(|words| self.catalogue.find(words).roles())
    }

    fn address(&self) -> String {
        query::address("/roles", self.words.as_deref(), &self.filter)
    }

    /// The same roles as a handout.
    fn pack(&self) -> String {
        query::address("/pack", self.words.as_deref(), &self.filter)
    }

    fn label(&self, facet: Facet, id: &str) -> String {
        choice_label(self.catalogue, facet, id)
    }

    fn count_without(&self, filter: &RoleFilter, words: Option<&str>) -> usize {
        let found = words.map(|words| self.catalogue.find(words).roles());
        filter.matching(self.catalogue, found.as_ref()).count_ones(..)
    }

    fn chosen(&self) -> Vec<WayOn> {
        let words = self.words.as_deref();
        let mut chosen: Vec<WayOn> = words
            .iter()
            .map(|words| WayOn {
                label: format!("“{words}”"),
                href: query::address("/roles", None, &self.filter),
                count: self.count_without(&self.filter, None),
            })
            .collect();
        chosen.extend(self.filter.choices().map(|(facet, value)| {
            let rest = self.filter.without(facet, value);
            WayOn {
                label: self.label(facet, value),
                href: query::address("/roles", words, &rest),
                count: self.count_without(&rest, words),
            }
        }));
        chosen
    }

    fn facets(&self) -> Vec<FacetView> {
        let found = self.found();
        let view = |facet| {
            let option = |(id, count): (&str, usize)| OptionView {
                id: id.to_owned(),
                label: self.label(facet, id),
                count,
                is_chosen: self.filter.has(facet, id),
            };
            let counts = self.filter.counts(self.catalogue, found.as_ref(), facet);
            FacetView { facet, legend: legend(facet), options: counts.into_iter().map(option).collect() }
        };
        Facet::ALL.into_iter().map(view).collect()
    }

    /// Roles chosen as a starting point: they have no box of their own to keep them in the form.
    fn chosen_roles(&self) -> Vec<&str> {
        let options = |id: &str| self.catalogue.filters().options(Facet::Start).any(|option| option == id);
        self.filter.values(Facet::Start).filter(|id| !options(id)).collect()
    }

    fn heading(&self, count: usize) -> String {
        let roles = if count == 1 { "1 role".to_owned() } else { format!("{count} roles") };
        let choices = self.in_words();
        if choices.is_empty() { format!("All {roles}") } else { format!("{roles}: {choices}") }
    }

    /// The words and choices in one line; empty for every role.
    #[must_use]
    pub fn in_words(&self) -> String {
        let mut parts: Vec<String> =
            self.filter.choices().map(|(facet, value)| super::card::lower_first(&self.label(facet, value))).collect();
        if let Some(words) = &self.words {
            parts.insert(0, format!("“{words}”"));
        }
        parts.join(", ")
    }
}

/// What a kind of choice is called on the page.
pub fn legend(facet: Facet) -> &'static str {
    match facet {
        Facet::Level => "Career level",
        Facet::Setting => "Place",
        Facet::Category => "Family of careers",
        Facet::Contact => "Contact with patients",
        Facet::Start => "What you have now",
        Facet::Route => "Way in",
        Facet::Registration => "Registration",
        Facet::Mark => "What a 2025 report says",
    }
}

/// What one choice is called on the page.
pub fn choice_label(catalogue: &Catalogue, facet: Facet, id: &str) -> String {
    let label = match facet {
        Facet::Level => Level::from_id(id).and_then(|level| catalogue.level(level)).map(|info| info.title.clone()),
        Facet::Setting => {
            Setting::from_id(id).and_then(|setting| catalogue.setting(setting)).map(|info| info.title.clone())
        }
        Facet::Category => catalogue.category(&CategoryId(id.to_owned())).map(|category| category.title.clone()),
        Facet::Contact => Contact::from_id(id).map(|contact| match contact {
            Contact::Clinical => "Clinical: care for patients".to_owned(),
            Contact::NonClinical => "Non-clinical".to_owned(),
        }),
        Facet::Start if id == REGISTERED => Some("A registered profession".to_owned()),
        Facet::Start => Qualification::from_id(id)
            .and_then(|held| catalogue.qualification(held))
            .map(|info| info.title.clone())
            .or_else(|| catalogue.role(id).map(|role| format!("I work as: {}", role.title))),
        Facet::Route => EntryKind::from_id(id).map(|kind| kind.label().to_owned()),
        Facet::Registration => RegistrationNeed::from_id(id).map(|need| need.label().to_owned()),
        Facet::Mark => MarkKind::from_id(id).map(|kind| kind.label().to_owned()),
    };
    label.unwrap_or_else(|| id.to_owned())
}

/// Shows the roles asked for.
pub async fn show(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let asked = Asked::parse(&catalogue, query.as_deref());
    let cards = cards(&catalogue, asked.roles());
    let frame = Frame::new(&catalogue, asked.heading(cards.len()), asked.address())
        .described("Roles in health and social care, by level, place, family of careers and way in.")
        .within(Area::Roles);
    html(&RolesPage { frame, asked, cards })
}
