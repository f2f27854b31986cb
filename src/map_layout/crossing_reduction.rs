//! The rows of the stops that have moves: barycentre sweeps, then local search.
//!
//! The sweeps are those of Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System Structures"
//! (1981). The local search moves or exchanges stops within their lane as long as the cost falls; a trial costs the number
//! of moves within the lane times that of the two stops.

use std::collections::BTreeMap;

use crate::map_layout::cell::{Cell, Column, Placement, Row};
use crate::map_layout::plan::{LayoutEdge, StopIndex};

/// Sweeps to the right and back; the order converges earlier.
const SWEEPS: usize = 6;
/// Rounds of local search.
const ROUNDS: usize = 6;
/// With more stops than this there is no local search, whose time grows with the square of a lane.
const MOST: usize = 600;
/// What a bend costs, beside its length.
const BEND: usize = 3;
/// What a straight path costs that another stop blocks.
const BLOCKED: usize = 6;
/// What two moves cost that change placements with each other: one of them must go round the other.
const SWAP: usize = 7;

/// One column of one lane. Sorted by column, then from top to bottom.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct ColumnOfLane {
    column: Column,
    lane: usize,
}

/// Gives rows to these stops; returns how many each lane needs.
pub(super) fn into_rows(
    placements: &mut [Placement],
    stops: &[StopIndex],
    moves: &[LayoutEdge],
    lanes: usize,
) -> Vec<usize> {
    let near = neighbours(placements.len(), moves);
    sweep(placements, stops, &near);
    let mut rows = vec![0; lanes];
    for &at in stops {
        let Row { lane, row } = placements[at].row;
        rows[lane] = rows[lane].max(row + 1);
    }
    if stops.len() <= MOST {
        Improvement::new(placements, stops, moves, &rows).run();
    }
    rows
}

fn neighbours(count: usize, moves: &[LayoutEdge]) -> Vec<Vec<StopIndex>> {
    let mut near = vec![Vec::new(); count];
    for step in moves {
        near[step.from].push(step.to);
        near[step.to].push(step.from);
    }
    near
}

/// Orders the stops of each lane's column by where their neighbours are.
fn sweep(placements: &mut [Placement], stops: &[StopIndex], near: &[Vec<StopIndex>]) {
    let mut groups: BTreeMap<ColumnOfLane, Vec<StopIndex>> = BTreeMap::new();
    for &at in stops {
        let Placement { row, columns } = placements[at];
        groups.entry(ColumnOfLane { column: columns.first, lane: row.lane }).or_default().push(at);
    }
    stack(placements, &groups);
    for round in 0..SWEEPS {
        let mut keys: Vec<ColumnOfLane> = groups.keys().copied().collect();
        if round % 2 == 1 {
            keys.reverse();
        }
        for key in keys {
            let Some(group) = groups.get_mut(&key) else { continue };
            group.sort_by_cached_key(|&at| (barycentre(placements, &near[at]), at));
            for (row, &at) in group.iter().enumerate() {
                placements[at].row.row = row;
            }
        }
        stack(placements, &groups);
    }
}

/// The mean height of some stops, in hundredths of a row.
fn barycentre(placements: &[Placement], stops: &[StopIndex]) -> usize {
    let height = |&at: &usize| (placements[at].row.lane * 12 + placements[at].row.row) * 100;
    stops.iter().map(height).sum::<usize>() / stops.len().max(1)
}

/// Gives each stop the first row that is free in all its columns, in the order of its group.
fn stack(placements: &mut [Placement], groups: &BTreeMap<ColumnOfLane, Vec<StopIndex>>) {
    let mut next: BTreeMap<ColumnOfLane, usize> = BTreeMap::new();
    for &at in groups.values().flatten() {
        let Placement { row: Row { lane, .. }, columns } = placements[at];
        let of_lane = |column| ColumnOfLane { column, lane };
        let row = columns.iter().filter_map(|column| next.get(&of_lane(column))).max().copied().unwrap_or(0);
        placements[at].row.row = row;
        for column in columns.iter() {
            next.insert(of_lane(column), row + 1);
        }
    }
}

/// Local search: moves or exchanges stops within their lane while that shortens and straightens the paths.
struct Improvement<'a> {
    placements: &'a mut [Placement],
    stops: &'a [StopIndex],
    rows: &'a [usize],
    /// The moves within each lane.
    within: Vec<Vec<LayoutEdge>>,
    /// The moves between lanes, by stop.
    beyond: Vec<Vec<LayoutEdge>>,
    /// The rows above each lane.
    above: Vec<usize>,
    cells: BTreeMap<Cell, StopIndex>,
}

impl<'a> Improvement<'a> {
    fn new(placements: &'a mut [Placement], stops: &'a [StopIndex], moves: &[LayoutEdge], rows: &'a [usize]) -> Self {
        let mut within = vec![Vec::new(); rows.len()];
        let mut beyond = vec![Vec::new(); placements.len()];
        for step in moves {
            let (from, to) = (placements[step.from].row.lane, placements[step.to].row.lane);
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
            cells.extend(placements[at].cells().map(|cell| (cell, at)));
        }
        Self { placements, stops, rows, within, beyond, above, cells }
    }

    fn run(&mut self) {
        for _ in 0..ROUNDS {
            let mut changed = false;
            for &at in self.stops {
                let lane = self.placements[at].row.lane;
                for row in 0..self.rows[lane] {
                    changed |= self.improve(at, Row { lane, row });
                }
            }
            if !changed {
                break;
            }
        }
    }

    /// Tries a stop in another row, exchanged with the stop there; keeps the change if it costs less.
    fn improve(&mut self, at: StopIndex, row: Row) -> bool {
        let here = self.placements[at];
        let mut there: Vec<usize> =
            Placement { row, ..here }.cells().filter_map(|cell| self.cells.get(&cell).copied()).collect();
        there.dedup();
        let fits = |&other: &StopIndex| self.placements[other].columns == here.columns;
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

    fn exchange(&mut self, at: StopIndex, other: Option<StopIndex>, row: Row) {
        let place = self.placements[at];
        for cell in place.cells() {
            self.cells.remove(&cell);
            self.cells.insert(Cell { row, ..cell }, at);
            if let Some(other) = other {
                self.cells.insert(cell, other);
            }
        }
        if let Some(other) = other {
            self.placements[other].row = place.row;
        }
        self.placements[at].row = row;
    }

    /// What the moves cost that a stop, and another of its lane, can change.
    fn cost(&self, at: StopIndex, other: Option<StopIndex>) -> usize {
        let within = &self.within[self.placements[at].row.lane];
        let beyond = self.beyond[at].iter().chain(other.into_iter().flat_map(|other| &self.beyond[other]));
        // A pair of moves that end at neither stop stays as it is.
        let ends_here = |step: &LayoutEdge| [step.from, step.to].iter().any(|&end| end == at || Some(end) == other);
        let swaps: usize = within
            .iter()
            .enumerate()
            .filter(|(_, one)| ends_here(one))
            .map(|(at, one)| {
                let later = |(place, next): &(usize, &LayoutEdge)| *place > at || !ends_here(next);
                within.iter().enumerate().filter(later).filter(|(_, next)| self.swap(one, next)).count()
            })
            .sum();
        within.iter().chain(beyond).map(|step| self.cost_of(step)).sum::<usize>() + SWAP * swaps
    }

    /// Whether two moves start in each other's row, in the same columns.
    fn swap(&self, one: &LayoutEdge, other: &LayoutEdge) -> bool {
        let ([from, to], [from_2, to_2]) =
            ([one.from, one.to].map(|at| self.placements[at]), [other.from, other.to].map(|at| self.placements[at]));
        from.row == to_2.row
            && to.row == from_2.row
            && from.row != to.row
            && from.columns.last < to_2.columns.first
            && from_2.columns.last < to.columns.first
    }

    fn cost_of(&self, step: &LayoutEdge) -> usize {
        let (from, to) = (self.placements[step.from], self.placements[step.to]);
        if from.row != to.row {
            let height = |row: Row| self.above[row.lane] + row.row;
            return BEND + 2 * height(from.row).abs_diff(height(to.row));
        }
        let (from_columns, to_columns) = (from.columns, to.columns);
        let (left, right) = if from_columns.last < to_columns.first {
            (from_columns.last, to_columns.first)
        } else {
            (to_columns.last, from_columns.first)
        };
        let blocked = (left + 1..right).any(|column| self.cells.contains_key(&Cell { row: from.row, column }));
        if blocked { BLOCKED } else { 0 }
    }
}
