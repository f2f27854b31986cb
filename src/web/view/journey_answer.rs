//! What the planner says, as pages, packs and frames show it.

use crate::catalogue::Catalogue;
use crate::catalogue::journeys::{JourneyResult, NoRoute};
use crate::web::query::journey_query::JourneyQuery;
use crate::web::view::trip::Trip;

/// The result of the planner, for a template.
pub enum JourneyAnswer<'a> {
    /// One is there already.
    AlreadyThere,
    /// One to three journeys.
    Trips(Vec<Trip<'a>>),
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
            JourneyResult::Found(ways) => Self::Trips(ways.into_iter().map(|way| Trip::new(catalogue, way)).collect()),
            JourneyResult::NoRoute(no_route) => Self::NoRoute(no_route),
        })
    }
}
