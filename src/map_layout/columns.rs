//! The columns of the grid: each level has one, or two if it has many stops.
//!
//! Which of two columns a stop takes is decided by local search: O(rounds × moves within levels²) in the worst case.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::map_layout::cell::ColumnSpan;
use crate::map_layout::plan::{Lane, LayoutEdge, LayoutStop, Plan};

/// Levels with more stops than this get two columns, the fullest first, so that the map does not grow too tall.
const CROWD: usize = 9;
/// By how many stops one column of a level may be longer than the other for the sake of shorter lines.
const LEAN: usize = 2;

/// The level of each column, and the columns of each stop.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    /// The level of each column.
    pub level: Vec<usize>,
    /// The columns of each stop.
    pub of_stop: Vec<ColumnSpan>,
}

impl Columns {
    /// Gives out at most `most` columns, or one a level where there are more levels.
    pub(super) fn new(plan: &Plan, moves: &[LayoutEdge], most: usize) -> Self {
        let mut level = Vec::new();
        let mut first_of = Vec::new();
        let mut last_of = Vec::new();
        for (at, width) in widths(plan, most).into_iter().enumerate() {
            first_of.push(level.len());
            level.extend(std::iter::repeat_n(at, width));
            last_of.push(level.len().saturating_sub(1));
        }
        let late = late_stops(plan, moves, |at| last_of.get(at) > first_of.get(at));
        let of_stop = plan
            .stops
            .iter()
            .zip(late)
            .map(|(stop, late)| {
                let (first, last) = if late {
                    (last_of[stop.first], last_of[stop.last])
                } else {
                    (first_of[stop.first], first_of[stop.last])
                };
                if stop.first == stop.last {
                    ColumnSpan { first, last }
                } else {
                    ColumnSpan { first: last_of[stop.first], last: first_of[stop.last] }
                }
            })
            .collect();
        Self { level, of_stop }
    }

    pub(super) fn count(&self) -> usize {
        self.level.len()
    }
}

/// One level of one lane.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct LevelOfLane {
    lane: Lane,
    level: usize,
}

impl LevelOfLane {
    fn of(stop: &LayoutStop<'_>) -> Self {
        Self { lane: stop.lane, level: stop.first }
    }
}

/// How many columns each level gets.
fn widths(plan: &Plan, most: usize) -> Vec<usize> {
    let stops = |at: usize| plan.stops.iter().filter(|stop| stop.first <= at && at <= stop.last).count();
    let stops: Vec<usize> = (0..plan.levels).map(stops).collect();
    let mut widths: Vec<usize> = stops.iter().map(|&count| usize::from(count > 0)).collect();
    let mut crowded: Vec<usize> = (0..plan.levels).filter(|&at| stops[at] > CROWD).collect();
    crowded.sort_by_key(|&at| (Reverse(stops[at]), at));
    for at in crowded {
        if widths.iter().sum::<usize>() < most {
            widths[at] = 2;
        }
    }
    widths
}

/// Which stops take the second column of a level that has two.
///
/// Moves within a level should run from the first column to the second, as all other moves run from left to right. Stops
/// without such moves fill both columns evenly, lane by lane.
fn late_stops(plan: &Plan, moves: &[LayoutEdge], is_split: impl Fn(usize) -> bool) -> Vec<bool> {
    let single = |at: usize| plan.stops[at].first == plan.stops[at].last;
    let within: Vec<&LayoutEdge> = moves
        .iter()
        .filter(|it| single(it.from) && single(it.to))
        .filter(|it| plan.stops[it.from].first == plan.stops[it.to].first && is_split(plan.stops[it.from].first))
        .collect();
    let mut tied = vec![false; plan.stops.len()];
    let mut late = vec![false; plan.stops.len()];
    let mut pull = vec![0_i32; plan.stops.len()];
    for step in &within {
        (tied[step.from], tied[step.to]) = (true, true);
        pull[step.from] -= 1;
        pull[step.to] += 1;
    }
    for (at, late) in late.iter_mut().enumerate() {
        *late = pull[at] > 0;
    }
    // Local search: each stop takes the side where its moves cost least, until none changes.
    for _ in 0..4 {
        let mut changed = false;
        for at in (0..late.len()).filter(|&at| tied[at]) {
            let price = |side: bool| -> usize {
                let of = |stop: usize| if stop == at { side } else { late[stop] };
                within
                    .iter()
                    .filter(|it| it.from == at || it.to == at)
                    .map(|it| backward_cost(of(it.from), of(it.to)))
                    .sum()
            };
            let better = price(true) <= price(false) && (late[at] || price(true) < price(false));
            changed |= better != late[at];
            late[at] = better;
        }
        if !changed {
            break;
        }
    }
    let (mut ways_on, mut ways_in) = (vec![0_usize; plan.stops.len()], vec![0_usize; plan.stops.len()]);
    for step in moves {
        ways_on[step.from] += 1;
        ways_in[step.to] += 1;
    }
    let mut filled: BTreeMap<LevelOfLane, [usize; 2]> = BTreeMap::new();
    for (at, stop) in plan.stops.iter().enumerate().filter(|&(at, _)| tied[at]) {
        filled.entry(LevelOfLane::of(stop)).or_default()[usize::from(late[at])] += 1;
    }
    let mut free: Vec<usize> = (0..late.len()).filter(|&at| !tied[at] && single(at)).collect();
    free.sort_by_key(|&at| (Reverse(ways_on[at] + ways_in[at]), at));
    for at in free {
        let stop = &plan.stops[at];
        let [first, second] = filled.entry(LevelOfLane::of(stop)).or_default();
        // Nearer to where all its moves come from or lead to, as long as that does not make the lane taller.
        late[at] = match (ways_in[at], ways_on[at]) {
            (1.., 0) => *first > *second + LEAN,
            (0, 1..) => *second <= *first + LEAN,
            _ => *second < *first,
        };
        *(if late[at] { second } else { first }) += 1;
    }
    late
}

/// The cost of a move within a split level: none forward, some for a loop within one column, most backward.
fn backward_cost(from_is_late: bool, to_is_late: bool) -> usize {
    match (from_is_late, to_is_late) {
        (false, true) => 0,
        (true, false) => 3,
        _ => 2,
    }
}
