//! What the planner says, as pages, packs and frames show it.

use crate::catalogue::Catalogue;
use crate::catalogue::journeys::{JourneyResult, NoRoute, PrintedWay};
use crate::web::query::journey_query::JourneyQuery;
use crate::web::view::journey_names::names;
use crate::web::view::trip::Trip;

/// The result of the planner, for a template.
pub enum JourneyAnswer<'a> {
    /// One is there already.
    AlreadyThere,
    /// There are some.
    Found {
        /// One to three journeys.
        trips: Vec<Trip<'a>>,
        /// The way that printed moves alone make, where it is none of these.
        printed: Option<PrintedWay<'a>>,
    },
    /// There is none.
    NoRoute(NoRoute<'a>),
}

impl<'a> JourneyAnswer<'a> {
    /// Asks the planner; `None` where an end of the journey is not known.
    #[must_use]
    pub fn of(catalogue: &'a Catalogue, asked: &JourneyQuery<'a>) -> Option<Self> {
        let (from, to) = asked.from_place_found().zip(asked.to_role())?;
        Some(match catalogue.planner().plan(from, to, &asked.wishes) {
            JourneyResult::AlreadyThere => Self::AlreadyThere,
            JourneyResult::Found { journeys, printed } => {
                let names = names(catalogue.interface(), &journeys);
                let named = journeys.into_iter().zip(names);
                let trips = named.map(|(journey, name)| Trip::new(catalogue, journey, name)).collect();
                Self::Found { trips, printed }
            }
            JourneyResult::NoRoute(no_route) => Self::NoRoute(no_route),
        })
    }
}
