//! The journey that `/map` shows: `from=` and `to=`, as the planner of journeys answers them.

use std::collections::BTreeSet;

use crate::catalogue::Catalogue;
use crate::catalogue::model::role::Role;
use crate::web::links;
use crate::web::map::highlighted_journey::HighlightedJourney;
use crate::web::query::journey_query::{JourneyEnd, JourneyQuery};
use crate::web::view::journey_answer::JourneyAnswer;
use crate::web::view::trip::Trip;

/// The first journey of an answer, for the map.
pub struct JourneyOnMap<'a> {
    /// What was asked of the planner.
    pub asked: JourneyQuery<'a>,
    /// The first of the journeys, if there is any.
    pub trip: Option<Trip<'a>>,
    /// Where it begins, and where it leads.
    pub title: String,
    /// What of it stands out on the map.
    pub highlight: HighlightedJourney<'a>,
}

impl<'a> JourneyOnMap<'a> {
    /// Reads the ends and finds the journey; `None` where an end is missing.
    #[must_use]
    pub fn parse(catalogue: &'a Catalogue, query: Option<&str>) -> Option<Self> {
        let asked = JourneyQuery::parse(catalogue, query);
        if matches!(asked.from, JourneyEnd::Empty) || matches!(asked.to, JourneyEnd::Empty) {
            return None;
        }
        let title = asked.title();
        let trip = match JourneyAnswer::of(catalogue, &asked) {
            Some(JourneyAnswer::Found { trips, .. }) => trips.into_iter().next(),
            Some(JourneyAnswer::AlreadyThere | JourneyAnswer::NoRoute(_)) | None => None,
        };
        let waypoints = trip.iter().flat_map(Trip::waypoints).map(|waypoint| waypoint.role()).collect();
        Some(Self { asked, trip, title, highlight: HighlightedJourney::new(waypoints) })
    }

    /// The address of a map on which this journey stands out.
    #[must_use]
    pub fn on(&self, address: &str) -> String {
        self.asked.ends().map_or_else(|| address.to_owned(), |ends| links::and_query(address, ends))
    }

    /// What the start of the journey is called, and its role.
    #[must_use]
    pub fn start(&self) -> Option<(String, Option<&'a Role>)> {
        let trip = self.trip.as_ref()?;
        Some((trip.start_title()?, trip.start()?.role()))
    }

    /// The first stop of the journey that is on a map of these roles.
    #[must_use]
    pub fn first_on(&self, roles: &[&Role]) -> Option<&'a Role> {
        self.highlight.first_on(roles)
    }

    /// The address of a map of the families of careers that the journey runs through, and of no other.
    #[must_use]
    pub fn on_its_families(&self, catalogue: &Catalogue) -> String {
        let lines = self.highlight.roles().filter_map(Role::line);
        let families: BTreeSet<_> = lines.map(|line| &catalogue.category(line).id).collect();
        self.on(&links::map_of_all(families))
    }
}
