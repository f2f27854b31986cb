//! The choices of a filter, as the page names them.

use crate::catalogue::filter::Facet;
use crate::web::labels::legend;
use crate::web::query::role_query::RoleQuery;

/// One kind of choice, with its options.
pub struct FacetView<'a> {
    /// Which.
    pub facet: Facet,
    /// What it is called.
    pub legend: &'a str,
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
pub fn facets<'a>(asked: &RoleQuery<'a>) -> Vec<FacetView<'a>> {
    let (t, found) = (asked.catalogue().interface(), asked.found());
    let view = |facet| {
        let option = |(id, count): (&str, usize)| OptionView {
            id: id.to_owned(),
            label: asked.label(facet, id),
            count,
            is_chosen: asked.filter.has(facet, id),
        };
        let filters = asked.catalogue().filters();
        // Of the conditions of jobs only those that some role has are offered: their lists are long.
        let is_offered = |id: &str| {
            let is_condition = matches!(facet, Facet::Pay | Facet::Hours | Facet::Checks);
            !is_condition || filters.roles(facet, id).is_some_and(|roles| !roles.is_clear())
        };
        let counts = asked.filter.counts(filters, asked.catalogue().graph(), found.as_ref(), facet);
        FacetView {
            facet,
            legend: legend(t, facet),
            options: counts.into_iter().filter(|(id, _)| is_offered(id)).map(option).collect(),
        }
    };
    Facet::ALL.into_iter().map(view).filter(|facet| !facet.options.is_empty()).collect()
}
