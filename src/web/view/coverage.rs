//! How many roles have a fact, and of which year the sources of the fact are.

use std::collections::BTreeMap;

use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::model::role::Role;
use crate::catalogue::model::vocabulary::{Judged, RegistrationNeed};
use crate::catalogue::{Catalogue, RoleRef};
use crate::interface::Interface;

/// How many roles have a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage<'a> {
    /// The fact.
    pub what: &'a str,
    /// How many roles have it.
    pub roles: usize,
    /// The same of a hundred roles.
    pub percent: usize,
    /// How many of them have it from a source of which year; empty where that is not counted.
    pub years: String,
}

/// Each fact, those that decide first.
#[must_use]
pub fn coverage(catalogue: &Catalogue) -> Vec<Coverage<'_>> {
    let (graph, t) = (catalogue.graph(), catalogue.interface());
    let has = |what, has: &dyn Fn(&Role) -> bool| {
        let roles = catalogue.roles().iter().filter(|role| has(role)).count();
        Coverage { what, roles, percent: percent(roles, catalogue), years: String::new() }
    };
    let says = |what, sources: &dyn Fn(&Role) -> Vec<SourceIndex>| sourced(catalogue, what, sources);
    vec![
        has(t.a_way_in(), &|role| !role.entry_routes.is_empty()),
        says(t.a_length_for_a_way_in(), &|role| {
            let known = role.entry_routes.iter().filter(|route| route.months.is_some());
            known.flat_map(|route| route.sources.clone()).collect()
        }),
        says(t.the_pay(), &|role| role.pay.iter().flat_map(|pay| pay.sources.clone()).collect()),
        says(t.the_hours(), &|role| role.hours.iter().flat_map(|hours| hours.sources.clone()).collect()),
        says(t.the_checks(), &|role| role.checks.iter().flat_map(|check| check.sources.clone()).collect()),
        has(t.the_registration(), &|role| role.registration_need() != RegistrationNeed::NotRecorded),
        has(t.a_progression_to_another_role(), &|role| graph.successors(role).next().is_some()),
        has(t.a_progression_from_another_role(), &|role| graph.predecessors(role).next().is_some()),
        has(t.an_apprenticeship_among_the_ways_in(), &Role::may_suit_an_apprenticeship),
        has(t.judged_settings(), &|role| !role.settings.is_empty()),
        has(t.whether_it_is_clinical(), &|role| role.contact.is_some()),
        has(t.the_qualities(), &|role| !role.qualities.is_empty()),
        has(t.the_places_of_work(), &|role| !role.where_you_work.is_empty()),
        has(t.judged_codes(), &|role| !role.codes.soc2020.is_empty()),
        has(t.levels_that_are_our_judgement(), &|role| role.is_judged(Judged::Levels)),
    ]
}

/// How many roles have a fact with sources, by the year of the newest of these.
fn sourced<'a>(catalogue: &'a Catalogue, what: &'a str, sources: &dyn Fn(&Role) -> Vec<SourceIndex>) -> Coverage<'a> {
    let mut years: BTreeMap<Option<i16>, usize> = BTreeMap::new();
    for role in catalogue.role_refs() {
        let named = sources(role.role());
        if !named.is_empty() {
            *years.entry(newest(role, &named)).or_default() += 1;
        }
    }
    let roles = years.values().sum();
    Coverage { what, roles, percent: percent(roles, catalogue), years: in_words(catalogue.interface(), &years) }
}

/// The year of the newest of some sources; `None` where none of them has a date.
fn newest(role: RoleRef<'_>, sources: &[SourceIndex]) -> Option<i16> {
    sources.iter().filter_map(|&source| role.year_of(source)).max()
}

/// The years, the newest first, and last what has no date.
fn in_words(t: &Interface, years: &BTreeMap<Option<i16>, usize>) -> String {
    let said = years.iter().rev().map(|(year, roles)| match year {
        Some(year) => t.year_and_number(year.to_string(), *roles),
        None => t.undated_and_number(*roles),
    });
    said.collect::<Vec<_>>().join("; ")
}

fn percent(roles: usize, catalogue: &Catalogue) -> usize {
    (roles * 100).checked_div(catalogue.roles().len()).unwrap_or_default()
}
