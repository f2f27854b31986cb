//! A small piece of the map, for the start page: one way up for each kind of place.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::catalogue::Entities;
use crate::catalogue::model::indexes::CategoryIndex;
use crate::catalogue::model::role::Role;
use crate::web::map::drawing::MapDrawing;
use crate::web::map::moves;
use crate::web::map::moves::MapMove;
use crate::web::map::stations::Stations;

/// The width of the drawing: it stands beside the search.
const WIDTH: i32 = 600;

/// One way up from a first job for each setting, where there is any.
#[must_use]
pub fn first_ways(entities: &Entities) -> Option<MapDrawing<'_>> {
    let mut ways: Vec<Vec<&Role>> = Vec::new();
    let lowest = entities.levels().of_roles().next()?.level;
    for setting in entities.settings().iter().map(|info| info.setting) {
        let is_new = |role: &Role| !ways.iter().filter_map(|way| way.first()).any(|start| start.line() == role.line());
        let starts = entities.roles_on(lowest).filter(|role| role.settings.contains(&setting) && is_new(role));
        let choice = starts.map(|role| entities.graph().longest_ladder(role.role())).filter(|way| way.len() > 1);
        // Of equals the first by title.
        let best = choice.enumerate().max_by_key(|(at, way)| (worth(entities, way, &ways), Reverse(*at)));
        ways.extend(best.map(|(_, way)| way));
    }
    let mut roles: Vec<&Role> = Vec::new();
    for role in ways.iter().flatten() {
        if !roles.iter().any(|known| known.id == role.id) {
            roles.push(role);
        }
    }
    let is_drawn = |step: &MapMove| {
        let pairs = ways.iter().flat_map(|way| way.windows(2));
        let mut pairs = pairs.filter_map(|pair| Some((pair.first()?, pair.get(1)?)));
        pairs.any(|(from, to)| from.id == step.from.id && to.id == step.to.id)
    };
    let moves = moves::all(entities).into_iter().filter(is_drawn).collect();
    let stations = Stations::of_each(roles, moves);
    (!stations.roles.is_empty()).then(|| MapDrawing::new(entities, &stations, None, WIDTH))
}

/// How well a way shows what there is, beside those that are shown: it should add stops and few families, and begin in a place
/// of its own. Of equals the one counts whose start leads on in most ways.
fn worth(entities: &Entities, way: &[&Role], shown: &[Vec<&Role>]) -> (usize, usize) {
    let Some(start) = way.first() else { return (0, 0) };
    let is_known = |stop: &Role| shown.iter().flatten().any(|known| known.id == stop.id);
    let stops = way.iter().filter(|stop| !is_known(stop)).count();
    let lines: BTreeSet<_> = way.iter().filter_map(|stop| stop.line()).collect();
    let is_shown = |line: CategoryIndex| shown.iter().flatten().any(|known| known.line() == Some(line));
    let new_lines = lines.into_iter().filter(|line| !is_shown(*line)).count();
    // A way can need a new family for each level.
    let most_lines = entities.levels().of_roles().count();
    let own_place = usize::from(start.settings.len() == 1);
    (2 * (stops + most_lines - new_lines.min(most_lines)) + own_place, entities.graph().successors(start).count())
}
