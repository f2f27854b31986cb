//! The map at a glance: a line for each family of careers, with a stop for each level that says how many roles are there.
//! Its size does not depend on the number of roles.

use std::collections::BTreeMap;

use crate::catalogue::Entities;
use crate::catalogue::model::indexes::CategoryIndex;
use crate::catalogue::model::reference::{Category, LevelInfo};
use crate::catalogue::model::role::Role;
use crate::web::map::moves::MapMove;

/// The most families named as those that a family leads to.
const MOST_LEADS: usize = 3;

/// The lines of all families that some roles belong to.
#[derive(Debug)]
pub struct FamilyNetwork<'a> {
    /// The levels, from left to right.
    pub levels: Vec<&'a LevelInfo>,
    /// The lines, from top to bottom.
    pub lines: Vec<FamilyLine<'a>>,
}

/// The line of a family.
#[derive(Debug)]
pub struct FamilyLine<'a> {
    /// The family.
    pub category: &'a Category,
    /// Its place on each level.
    pub places: Vec<FamilyStop<'a>>,
    /// The families that its roles lead to most often, most often first.
    pub leads: Vec<&'a Category>,
}

/// The place of a line on a level.
#[derive(Debug)]
pub struct FamilyStop<'a> {
    /// The level.
    pub level: &'a LevelInfo,
    /// How many of the roles are on it; 0 where the line has no stop.
    pub count: usize,
    /// How the line runs through: the class of its cell.
    pub track: &'static str,
}

impl<'a> FamilyNetwork<'a> {
    /// The lines of these roles, and the moves among them. As in a filter, a role counts in each of its families and on each of
    /// its levels; a move counts between the first families of its ends.
    #[must_use]
    pub fn new(entities: &'a Entities, roles: &[&'a Role], moves: &[MapMove<'a>]) -> Self {
        let levels: Vec<&LevelInfo> = entities.levels().of_roles().collect();
        let mut leads: BTreeMap<(CategoryIndex, CategoryIndex), usize> = BTreeMap::new();
        for step in moves {
            match (step.from.line(), step.to.line()) {
                (Some(from), Some(to)) if from != to => *leads.entry((from, to)).or_default() += 1,
                _ => {}
            }
        }
        let line = |category: &'a Category| {
            let of_line = || roles.iter().filter(|role| role.categories.contains(&category.index));
            let on = |level: &&LevelInfo| of_line().filter(|role| role.levels.contains(&level.level)).count();
            let mut to: Vec<(usize, CategoryIndex)> =
                leads.iter().filter(|((from, _), _)| *from == category.index).map(|((_, to), n)| (*n, *to)).collect();
            to.sort_by_key(|(count, to)| (std::cmp::Reverse(*count), *to));
            let leads = to.into_iter().take(MOST_LEADS).map(|(_, to)| entities.category(to)).collect();
            let stops: Vec<usize> = levels.iter().map(on).collect();
            let place = |(at, &level)| FamilyStop { level, count: stops[at], track: track(&stops, at) };
            FamilyLine { category, places: levels.iter().enumerate().map(place).collect(), leads }
        };
        let lines = entities.categories().iter().map(line);
        Self { lines: lines.filter(|line| line.places.iter().any(|place| place.count > 0)).collect(), levels }
    }
}

/// The class of the cell at a place, on a line with so many roles at each.
fn track(stops: &[usize], place: usize) -> &'static str {
    let is_stop = |at: usize| stops.get(at).is_some_and(|count| *count > 0);
    let before = (0..place).any(is_stop);
    let after = (place + 1..stops.len()).any(is_stop);
    match (before, is_stop(place), after) {
        (true, _, true) => "through",
        (true, true, false) => "ends",
        (false, true, true) => "starts",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::track;

    #[test]
    fn a_line_runs_from_its_first_stop_to_its_last() {
        let tracks = |stops: &[usize]| (0..stops.len()).map(|at| track(stops, at)).collect::<Vec<_>>().join(",");
        assert_eq!(tracks(&[3, 0, 1, 0]), "starts,through,ends,");
        assert_eq!(tracks(&[0, 5, 0]), ",,");
    }
}
