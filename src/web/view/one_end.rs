//! A journey of which one end is known: where one can go from there, or how to get there from each starting point.

use crate::catalogue::Catalogue;
use crate::catalogue::journeys::{Earns, Journey, JourneyResult, Totals, Waypoint};
use crate::catalogue::model::role::Role;
use crate::interface::Interface;
use crate::web::labels::{place_in_sentence, place_title};
use crate::web::links;
use crate::web::query::journey_query::JourneyQuery;
use crate::web::view::durations::total_length;
use crate::web::view::journey_names::names;

/// The most roles that are looked at from a start.
pub const MOST_ROLES: usize = 2_000;
/// The most that a page lists, shared evenly by its groups: so many are about nine screens of a phone.
const LISTED: usize = 36;

/// What a page says where one end is known.
pub struct OneEnd {
    /// The journeys, in groups with a heading.
    pub groups: Vec<(String, Vec<OneEndItem>)>,
    /// What the start is called within a sentence, and the address of all roles with a way in from there: the groups are cut.
    pub all_from_here: Option<(String, String)>,
}

/// The best journey to a role, or from a starting point.
pub struct OneEndItem {
    /// What the other end is called.
    pub title: String,
    /// The address of the journeys between both ends.
    pub address: String,
    /// What the best of them is called, and what it asks in all; none where there is no journey.
    pub summary: Option<String>,
}

impl OneEnd {
    /// What to say, where exactly one end is known.
    #[must_use]
    pub fn of(catalogue: &Catalogue, asked: &JourneyQuery<'_>) -> Option<Self> {
        match (asked.from_place_found(), asked.to_role()) {
            (Some(from), None) => Some(Self {
                groups: from_here(catalogue, asked, from),
                all_from_here: Some((place_in_sentence(catalogue.interface(), from), links::roles_from(from.id()))),
            }),
            (None, Some(to)) => {
                Some(Self { groups: vec![(String::new(), to_there(catalogue, asked, to))], all_from_here: None })
            }
            _ => None,
        }
    }
}

/// The best journeys to, or from, each place, where exactly one end is known.
#[must_use]
pub fn best_of_each<'a>(catalogue: &'a Catalogue, asked: &JourneyQuery<'a>) -> Vec<Journey<'a>> {
    match (asked.from_place_found(), asked.to_role()) {
        (Some(from), None) => catalogue.planner().to_each_role(from, &asked.wishes, MOST_ROLES),
        (None, Some(to)) => {
            let starts = Waypoint::without_a_role(catalogue.qualifications());
            starts.filter_map(|start| first_journey(catalogue, asked, start, to)).collect()
        }
        _ => vec![],
    }
}

fn first_journey<'a>(
    catalogue: &'a Catalogue,
    asked: &JourneyQuery<'_>,
    from: Waypoint<'a>,
    to: &'a Role,
) -> Option<Journey<'a>> {
    match catalogue.planner().plan(from, to, &asked.wishes) {
        JourneyResult::Found { journeys, .. } => journeys.into_iter().next(),
        JourneyResult::AlreadyThere | JourneyResult::NoRoute(_) => None,
    }
}

/// What a journey is called, and what is known of it in all: what is not known is said once for the page.
fn summary(t: &Interface, journey: &Journey<'_>) -> String {
    let name = names(t, std::slice::from_ref(journey)).concat();
    let Totals { months_from, months_to, unknown_lengths, earns, .. } = journey.totals();
    let partly_paid = (earns == Earns::Partly).then(|| t.part_of_it_is_paid().to_owned());
    let takes = total_length(t, months_from, months_to).map(|known| match unknown_lengths {
        0 => t.it_takes(known),
        _ => t.the_part_we_know_takes(known),
    });
    let totals: Vec<String> = [Some(t.stops(journey.stops())), partly_paid, takes].into_iter().flatten().collect();
    t.way_in_all(name, totals.join(" "))
}

/// Where one can go: up, on the same level, into another setting; from a place that is no role, by level.
fn from_here(catalogue: &Catalogue, asked: &JourneyQuery<'_>, from: Waypoint<'_>) -> Vec<(String, Vec<OneEndItem>)> {
    let t = catalogue.interface();
    let mut journeys = catalogue.planner().to_each_role(from, &asked.wishes, MOST_ROLES);
    if let Waypoint::Role(start) = from {
        // The family of careers that one is in comes first.
        journeys.sort_by_key(|journey| {
            let to = journey.steps.last().and_then(|step| step.to.role());
            !to.is_some_and(|to| to.categories.iter().any(|category| start.categories.contains(category)))
        });
    }
    let mut groups: Vec<(String, Vec<OneEndItem>)> = match from {
        Waypoint::Role(_) => [t.ways_up(), t.ways_on_the_same_level(), t.ways_into_another_setting()]
            .map(|it| (it.to_owned(), vec![]))
            .into(),
        _ => catalogue.levels().of_roles().map(|level| (level.title.clone(), vec![])).collect(),
    };
    let listed = LISTED / groups.len().max(1);
    for journey in &journeys {
        let Some(to) = journey.steps.last().and_then(|step| step.to.role()) else { continue };
        let group = match from {
            Waypoint::Role(start) if leaves_every_setting(start, to) => 2,
            Waypoint::Role(start) => usize::from(to.level() == start.level()),
            _ => catalogue.levels().rank(to.level()),
        };
        if let Some((_, items)) = groups.get_mut(group).filter(|(_, items)| items.len() < listed) {
            let (title, address) = (to.title.clone(), asked.to_this_role(to));
            items.push(OneEndItem { title, address, summary: Some(summary(t, journey)) });
        }
    }
    groups.retain(|(_, items)| !items.is_empty());
    groups
}

/// Whether two roles are in different settings alone.
fn leaves_every_setting(from: &Role, to: &Role) -> bool {
    let shares = |setting| to.settings.contains(setting);
    !from.settings.is_empty() && !to.settings.is_empty() && !from.settings.iter().any(shares)
}

/// How to get to a role from each starting point.
fn to_there(catalogue: &Catalogue, asked: &JourneyQuery<'_>, to: &Role) -> Vec<OneEndItem> {
    let t = catalogue.interface();
    let item = |start| OneEndItem {
        title: place_title(t, start),
        address: asked.from_place(start),
        summary: first_journey(catalogue, asked, start, to).map(|journey| summary(t, &journey)),
    };
    Waypoint::without_a_role(catalogue.qualifications()).map(item).collect()
}
