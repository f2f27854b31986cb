//! The rows of the stops that moves join: barycentre sweeps for their order, then small changes while they help.
//!
//! Sweeps after Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System Structures" (1981).

use std::collections::BTreeMap;

use crate::map_layout::LayoutEdge;
use crate::map_layout::grid::{Cell, Row};

/// Sweeps to the right and back; the order settles before.
const SWEEPS: usize = 6;
/// Rounds of small changes.
const ROUNDS: usize = 6;
/// With more stops than this the sweeps must do: the changes cost time that grows with the square of a lane.
const MOST: usize = 600;
/// What a bend costs, beside its length.
const BEND: usize = 3;
/// What a straight way costs that another stop blocks.
const BLOCKED: usize = 6;
/// What two moves cost that change places with each other: one of them must go round the other.
const SWAP: usize = 7;

/// Gives rows to these stops; returns how many each lane needs.
pub(super) fn into_rows(places: &mut [Cell], stops: &[usize], moves: &[LayoutEdge], lanes: usize) -> Vec<usize> {
    let near = neighbours(places.len(), moves);
    sweep(places, stops, &near);
    let mut rows = vec![0; lanes];
    for &at in stops {
        let (lane, row) = places[at].row;
        rows[lane] = rows[lane].max(row + 1);
    }
    if stops.len() <= MOST {
        Improvement::new(places, stops, moves, &rows).run();
    }
    rows
}

fn neighbours(count: usize, moves: &[LayoutEdge]) -> Vec<Vec<usize>> {
    let mut near = vec![Vec::new(); count];
    for step in moves {
        near[step.from].push(step.to);
        near[step.to].push(step.from);
    }
    near
}

/// Orders the stops of each lane's column by where their neighbours are.
fn sweep(places: &mut [Cell], stops: &[usize], near: &[Vec<usize>]) {
    let mut groups: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for &at in stops {
        // A long station stands last in both of its columns, so that its row is free in each.
        groups.entry((places[at].first, places[at].row.0)).or_default().push(at);
    }
    stack(places, &groups);
    for round in 0..SWEEPS {
        let mut keys: Vec<(usize, usize)> = groups.keys().copied().collect();
        if round % 2 == 1 {
            keys.reverse();
        }
        for key in keys {
            let Some(group) = groups.get_mut(&key) else { continue };
            group.sort_by_cached_key(|&at| (barycentre(places, &near[at]), at));
            for (row, &at) in group.iter().enumerate() {
                places[at].row.1 = row;
            }
        }
        stack(places, &groups);
    }
}

/// The mean height of some stops, in hundredths of a row.
fn barycentre(places: &[Cell], stops: &[usize]) -> usize {
    let height = |&at: &usize| (places[at].row.0 * 12 + places[at].row.1) * 100;
    stops.iter().map(height).sum::<usize>() / stops.len().max(1)
}

/// Gives each stop the first row that is free in all its columns, in the order of its group.
fn stack(places: &mut [Cell], groups: &BTreeMap<(usize, usize), Vec<usize>>) {
    let mut next: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for &at in groups.values().flatten() {
        let lane = places[at].row.0;
        let columns = places[at].first..=places[at].last;
        let row = columns.clone().filter_map(|column| next.get(&(lane, column))).max().copied().unwrap_or(0);
        places[at].row.1 = row;
        for column in columns {
            next.insert((lane, column), row + 1);
        }
    }
}

/// Moves or swaps stops within their lane while that shortens and straightens the ways.
struct Improvement<'a> {
    places: &'a mut [Cell],
    stops: &'a [usize],
    rows: &'a [usize],
    /// The moves within each lane.
    within: Vec<Vec<LayoutEdge>>,
    /// The moves between lanes, by stop.
    beyond: Vec<Vec<LayoutEdge>>,
    /// The rows above each lane.
    above: Vec<usize>,
    cells: BTreeMap<(Row, usize), usize>,
}

impl<'a> Improvement<'a> {
    fn new(places: &'a mut [Cell], stops: &'a [usize], moves: &[LayoutEdge], rows: &'a [usize]) -> Self {
        let mut within = vec![Vec::new(); rows.len()];
        let mut beyond = vec![Vec::new(); places.len()];
        for step in moves {
            let (from, to) = (places[step.from].row.0, places[step.to].row.0);
            if from == to {
                within[from].push(*step);
            } else {
                beyond[step.from].push(*step);
                beyond[step.to].push(*step);
            }
        }
        let above = rows.iter().scan(0, |sum, rows| Some(std::mem::replace(sum, *sum + rows + 1))).collect();
        let mut cells = BTreeMap::new();
        for &at in stops {
            for column in places[at].first..=places[at].last {
                cells.insert((places[at].row, column), at);
            }
        }
        Self { places, stops, rows, within, beyond, above, cells }
    }

    fn run(&mut self) {
        for _ in 0..ROUNDS {
            let mut changed = false;
            for &at in self.stops {
                let lane = self.places[at].row.0;
                for row in 0..self.rows[lane] {
                    changed |= self.improve(at, (lane, row));
                }
            }
            if !changed {
                break;
            }
        }
    }

    /// Tries a stop in another row, swapped with the stop that stands there.
    fn improve(&mut self, at: usize, row: Row) -> bool {
        let here = self.places[at];
        let mut there: Vec<usize> =
            (here.first..=here.last).filter_map(|column| self.cells.get(&(row, column)).copied()).collect();
        there.dedup();
        let fits = |&other: &usize| (self.places[other].first, self.places[other].last) == (here.first, here.last);
        if row == here.row || there.len() > 1 || !there.iter().all(fits) {
            return false;
        }
        let other = there.first().copied();
        let before = self.cost(at, other);
        self.exchange(at, other, row);
        let better = self.cost(at, other) < before;
        if !better {
            self.exchange(at, other, here.row);
        }
        better
    }

    fn exchange(&mut self, at: usize, other: Option<usize>, row: Row) {
        let place = self.places[at];
        for column in place.first..=place.last {
            self.cells.remove(&(place.row, column));
            self.cells.insert((row, column), at);
            if let Some(other) = other {
                self.cells.insert((place.row, column), other);
            }
        }
        if let Some(other) = other {
            self.places[other].row = place.row;
        }
        self.places[at].row = row;
    }

    /// What the moves cost that a stop, and another of its lane, can change.
    fn cost(&self, at: usize, other: Option<usize>) -> usize {
        let within = &self.within[self.places[at].row.0];
        let beyond = self.beyond[at].iter().chain(other.into_iter().flat_map(|other| &self.beyond[other]));
        let swaps: usize = within
            .iter()
            .enumerate()
            .map(|(at, one)| within.iter().skip(at + 1).filter(|other| self.swap(one, other)).count())
            .sum();
        within.iter().chain(beyond).map(|step| self.cost_of(step)).sum::<usize>() + SWAP * swaps
    }

    /// Whether two moves start in each other's row, in the same columns.
    fn swap(&self, one: &LayoutEdge, other: &LayoutEdge) -> bool {
        let ([from, to], [from_2, to_2]) =
            ([one.from, one.to].map(|at| self.places[at]), [other.from, other.to].map(|at| self.places[at]));
        from.row == to_2.row
            && to.row == from_2.row
            && from.row != to.row
            && from.last < to_2.first
            && from_2.last < to.first
    }

    fn cost_of(&self, step: &LayoutEdge) -> usize {
        let (from, to) = (self.places[step.from], self.places[step.to]);
        if from.row != to.row {
            let height = |row: Row| self.above[row.0] + row.1;
            return BEND + 2 * height(from.row).abs_diff(height(to.row));
        }
        let (left, right) = if from.last < to.first { (from.last, to.first) } else { (to.last, from.first) };
        let blocked = (left + 1..right).any(|column| self.cells.contains_key(&(from.row, column)));
        if blocked { BLOCKED } else { 0 }
    }
}
