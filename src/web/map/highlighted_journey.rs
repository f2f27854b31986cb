//! The journey that stands out on a map.

use crate::catalogue::Entities;
use crate::catalogue::model::role::Role;
use crate::map_layout::DrawnEdge;
use crate::web::map::moves::MapMove;
use crate::web::map::station_svg::{Stroke, trace};

/// The waypoints of a journey, in order: each with its role, or `None` for a qualification.
#[derive(Debug, Default)]
pub struct HighlightedJourney<'a> {
    waypoints: Vec<Option<&'a Role>>,
}

impl<'a> HighlightedJourney<'a> {
    /// The journey through these waypoints.
    #[must_use]
    pub fn new(waypoints: Vec<Option<&'a Role>>) -> Self {
        Self { waypoints }
    }

    /// Its roles, in order.
    pub fn roles(&self) -> impl Iterator<Item = &'a Role> + '_ {
        self.waypoints.iter().copied().flatten()
    }

    /// Its first role that is on a map of these roles.
    #[must_use]
    pub fn first_on(&self, roles: &[&Role]) -> Option<&'a Role> {
        self.roles().find(|stop| roles.iter().any(|role| role.id == stop.id))
    }

    /// How many of its steps no line of the map shows.
    #[must_use]
    pub fn steps_without_a_line(&self, moves: &[MapMove<'_>]) -> usize {
        let shown = moves.iter().filter(|step| self.makes(step.from, step.to)).count();
        self.waypoints.len().saturating_sub(1).saturating_sub(shown)
    }

    fn stops_in(&self, role: &Role) -> bool {
        self.roles().any(|stop| stop.id == role.id)
    }

    fn makes(&self, from: &Role, to: &Role) -> bool {
        let is = |waypoint: Option<&Role>, role: &Role| waypoint.is_some_and(|stop| stop.id == role.id);
        self.waypoints.iter().zip(self.waypoints.iter().skip(1)).any(|(&start, &end)| is(start, from) && is(end, to))
    }
}

/// Whether a role stands out.
#[must_use]
pub fn is_lit(light: Option<&HighlightedJourney<'_>>, role: &Role) -> bool {
    light.is_some_and(|light| light.stops_in(role))
}

/// The edges that stand out, each in the colour of the line it leads to.
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
