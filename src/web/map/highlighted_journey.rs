//! The journey that a map lights up: `from=` and `to=`, as the planner of journeys answers them.

use std::collections::BTreeSet;

use crate::catalogue::journeys::JourneyResult;
use crate::catalogue::model::role::Role;
use crate::catalogue::{Catalogue, Entities};
use crate::map_layout::DrawnEdge;
use crate::web::links;
use crate::web::map::moves::MapMove;
use crate::web::map::station_svg::Stroke;
use crate::web::map::station_svg::trace;
use crate::web::pages::journeys;
use crate::web::query::journey_query::{JourneyEnd, JourneyQuery};
use crate::web::view::trip::{Trip, place_title};

/// What stands out on a map.
pub struct HighlightedJourney<'a> {
    /// What was asked, as the planner reads it.
    pub asked: JourneyQuery<'a>,
    /// The first of the journeys, if there is any.
    pub trip: Option<Trip<'a>>,
    /// Where it begins, and where it leads.
    pub title: String,
}

impl<'a> HighlightedJourney<'a> {
    /// Reads the ends and finds the journey; none where an end is missing.
    #[must_use]
    pub fn parse(catalogue: &'a Catalogue, query: Option<&str>) -> Option<Self> {
        let asked = JourneyQuery::parse(catalogue, query);
        if matches!(asked.from, JourneyEnd::Empty) || matches!(asked.to, JourneyEnd::Empty) {
            return None;
        }
        let title = journeys::title(&asked);
        let trip = asked.from_place_found().zip(asked.to_role()).and_then(|(from, to)| {
            match catalogue.planner().plan(from, to, &asked.wishes) {
                JourneyResult::Found(journeys) => {
                    journeys.into_iter().next().map(|journey| Trip::new(catalogue, journey))
                }
                JourneyResult::AlreadyThere | JourneyResult::NoRoute(_) => None,
            }
        });
        Some(Self { asked, trip, title })
    }

    /// The address of a map on which this journey is lit up.
    #[must_use]
    pub fn on(&self, address: &str) -> String {
        self.asked.ends().map_or_else(|| address.to_owned(), |ends| links::and_query(address, ends))
    }

    /// What stands where the journey begins.
    #[must_use]
    pub fn start(&self) -> Option<(String, Option<&'a Role>)> {
        let start = self.trip.as_ref()?.start()?;
        Some((place_title(start), start.role()))
    }

    /// The roles of the journey, in order.
    fn roles(&self) -> impl Iterator<Item = &'a Role> + '_ {
        let start = |trip: &Trip<'a>| trip.start().and_then(|start| start.role());
        self.trip.iter().flat_map(move |trip| start(trip).into_iter().chain(trip.roles()))
    }

    /// Whether the journey stops in this role.
    fn stops_in(&self, role: &Role) -> bool {
        self.roles().any(|stop| stop.id == role.id)
    }

    /// The first stop of the journey that stands on a map of these roles.
    #[must_use]
    pub fn first_on(&self, roles: &[&Role]) -> Option<&'a Role> {
        self.roles().find(|stop| roles.iter().any(|role| role.id == stop.id))
    }

    /// The address of a map of the families that the journey runs through, and of no other.
    #[must_use]
    pub fn on_its_families(&self, catalogue: &Catalogue) -> String {
        let lines = self.roles().filter_map(Role::line);
        let families: BTreeSet<_> = lines.map(|line| &catalogue.category(line).id).collect();
        self.on(&links::map_of_all(families))
    }

    /// Whether the journey makes this move.
    fn makes(&self, from: &Role, to: &Role) -> bool {
        let Some(trip) = &self.trip else { return false };
        let mut before = trip.start().and_then(|start| start.role());
        trip.stops().iter().any(|stop| {
            let is_it = before.is_some_and(|role| role.id == from.id) && stop.role.is_some_and(|role| role.id == to.id);
            before = stop.role;
            is_it
        })
    }
}

/// Whether a role stands out.
#[must_use]
pub fn is_lit(light: Option<&HighlightedJourney<'_>>, role: &Role) -> bool {
    light.is_some_and(|light| light.stops_in(role))
}

/// The ways that stand out, each in the colour of the line it leads to.
#[must_use]
pub fn lit_strokes<'a>(
    entities: &'a Entities,
    light: Option<&HighlightedJourney<'_>>,
    ways: &[DrawnEdge],
    roles: &[&Role],
) -> Vec<Stroke<'a>> {
    let Some(light) = light else { return Vec::new() };
    let stroke = |way: &DrawnEdge| {
        let (from, to) = (roles.get(way.of.from)?, roles.get(way.of.to)?);
        let mut path = String::new();
        trace(&mut path, &way.points);
        light.makes(from, to).then(|| Stroke {
            class: "lit",
            line: to.line().map_or("", |line| entities.category(line).id.as_str()),
            path,
        })
    };
    ways.iter().filter_map(stroke).collect()
}

/// How many steps of a journey no line of the map stands for.
#[must_use]
pub fn steps_without_a_line(light: &HighlightedJourney<'_>, moves: &[MapMove<'_>]) -> usize {
    let Some(trip) = &light.trip else { return 0 };
    let lit = moves.iter().filter(|step| light.makes(step.from, step.to)).count();
    trip.stops().len().saturating_sub(lit)
}
