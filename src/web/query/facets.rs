//! The choices of a filter, as the page names them.

use crate::catalogue::Catalogue;
use crate::catalogue::filter::{Facet, REGISTERED};
use crate::catalogue::model::vocabulary::{EntryKind, MarkKind, RegistrationNeed, Term};
use crate::web::query::role_query::RoleQuery;

/// One kind of choice, with its options.
pub struct FacetView {
    /// Which.
    pub facet: Facet,
    /// What it is called.
    pub legend: &'static str,
    /// Its options, in order.
    pub options: Vec<OptionView>,
}

/// One choice.
pub struct OptionView {
    /// Its value.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// How many roles it has, with the choices of all other kinds as they are.
    pub count: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// Every kind of choice, with the counts that are right for what was asked.
#[must_use]
pub fn facets(asked: &RoleQuery<'_>) -> Vec<FacetView> {
    let found = asked.found();
    let view = |facet| {
        let option = |(id, count): (&str, usize)| OptionView {
            id: id.to_owned(),
            label: asked.label(facet, id),
            count,
            is_chosen: asked.filter.has(facet, id),
        };
        let counts = asked.filter.counts(asked.catalogue(), found.as_ref(), facet);
        FacetView { facet, legend: legend(facet), options: counts.into_iter().map(option).collect() }
    };
    Facet::ALL.into_iter().map(view).collect()
}

/// What a kind of choice is called on the page.
#[must_use]
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
#[must_use]
pub fn choice_label(catalogue: &Catalogue, facet: Facet, id: &str) -> String {
    let label = match facet {
        Facet::Level => catalogue.level_named(id).map(|info| info.title.clone()),
        Facet::Setting => catalogue.setting_named(id).map(|info| info.title.clone()),
        Facet::Category => catalogue.category_named(id).map(|category| category.title.clone()),
        Facet::Contact => catalogue.contact_named(id).map(|info| info.title.clone()),
        Facet::Start if id == REGISTERED => Some("A registered profession".to_owned()),
        Facet::Start => catalogue
            .qualification_named(id)
            .map(|info| info.title.clone())
            .or_else(|| catalogue.role(id).map(|role| format!("I work as: {}", role.title))),
        Facet::Route => EntryKind::from_id(id).map(|kind| kind.label().to_owned()),
        Facet::Registration => RegistrationNeed::from_id(id).map(|need| need.label().to_owned()),
        Facet::Mark => MarkKind::from_id(id).map(|kind| kind.label().to_owned()),
    };
    label.unwrap_or_else(|| id.to_owned())
}
