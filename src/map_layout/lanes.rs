//! The order of the lanes.
//!
//! Sifting (Matuszewski, Schönfeld and Molitor, "Using Sifting for k-Layer Straightline Crossing Minimization", 1999): each lane
//! in turn is taken out and put back where the tracks between lanes cost least, until the order does not change. A round takes
//! O(lanes² × tracks × lanes).

use std::collections::{BTreeMap, BTreeSet};

use crate::map_layout::cell::Gutter;
use crate::map_layout::columns::Columns;
use crate::map_layout::plan::{Lane, LayoutEdge, Plan, StopIndex};

/// The cost to cross a track, where the cost to pass a stop is 1.
const CROSSING: usize = 4;
/// The cost to pass the lane of a station that spans the gutter: it may block it.
const LONG_STATION: usize = 8;
/// Rounds of sifting; the order converges in three or four.
const ROUNDS: usize = 8;
/// With more lanes than this the order of the plan is kept, as a bound of the time: nobody could read such a map.
const MOST: usize = 40;

/// The lanes from top to bottom.
pub(super) fn order(plan: &Plan, moves: &[LayoutEdge], columns: &Columns) -> Vec<Lane> {
    if plan.lanes > MOST {
        return (0..plan.lanes).collect();
    }
    let costs = CrossingCost::new(plan, moves, columns);
    let mut by_weight: Vec<Lane> = (0..plan.lanes).collect();
    let weight = |lane: Lane| costs.tracks.iter().filter(|track| track.ends_in(lane)).count();
    by_weight.sort_by_key(|&lane| (std::cmp::Reverse(weight(lane)), lane));
    let mut order = Vec::new();
    for &lane in &by_weight {
        insert_best(&mut order, lane, &costs);
    }
    for _ in 0..ROUNDS {
        let before = order.clone();
        for lane in 0..plan.lanes {
            order.retain(|&other| other != lane);
            insert_best(&mut order, lane, &costs);
        }
        if order == before {
            break;
        }
    }
    // The cost is the same upside down: the lane with most tracks goes into the upper half.
    let middle = order.len() / 2;
    if by_weight.first().is_some_and(|busiest| order.iter().skip(middle).any(|lane| lane == busiest)) {
        order.reverse();
    }
    // Lanes without tracks go last.
    order.sort_by_key(|&lane| weight(lane) == 0);
    order
}

/// Inserts a lane where it costs least.
fn insert_best(order: &mut Vec<Lane>, lane: Lane, costs: &CrossingCost) {
    let cost = |at: usize| {
        let mut trial = order.clone();
        trial.insert(at, lane);
        (costs.cost(&trial), at)
    };
    let best = (0..=order.len()).map(cost).min().map_or(0, |(_, at)| at);
    order.insert(best, lane);
}

/// The cost of an order of lanes, estimated before any row is known.
struct CrossingCost {
    /// The vertical tracks that join lanes: one for each stop with moves from other lanes.
    tracks: Vec<VerticalTrack>,
    /// The cost to pass a lane in a gutter, by lane and gutter.
    to_pass: Vec<Vec<usize>>,
}

/// A vertical track, by the stop that it leads into.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct TrackKey {
    to: StopIndex,
    gutter: Gutter,
}

/// The line out of a stop, where it passes a gutter of its lane.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct PassedLine {
    lane: Lane,
    gutter: Gutter,
    from: StopIndex,
}

struct VerticalTrack {
    gutter: Gutter,
    /// One bit for each lane: there are at most [`MOST`].
    lanes: u64,
}

impl VerticalTrack {
    fn ends_in(&self, lane: Lane) -> bool {
        self.lanes >> lane & 1 == 1
    }
}

impl CrossingCost {
    fn new(plan: &Plan, moves: &[LayoutEdge], columns: &Columns) -> Self {
        let gutters = columns.count() + 1;
        let mut to_pass = vec![vec![0; gutters]; plan.lanes];
        for (stop, span) in plan.stops.iter().zip(&columns.of_stop) {
            for (gutter, to_pass) in to_pass[stop.lane].iter_mut().enumerate() {
                *to_pass += 1 + if span.crosses(gutter) { LONG_STATION } else { 0 };
            }
        }
        let mut tracks: BTreeMap<TrackKey, u64> = BTreeMap::new();
        let mut lines: BTreeSet<PassedLine> = BTreeSet::new();
        for step in moves {
            let (from, to) = (columns.of_stop[step.from], columns.of_stop[step.to]);
            let gutter = if from.last < to.first { to.first } else { to.last + 1 };
            *tracks.entry(TrackKey { to: step.to, gutter }).or_default() |=
                1 << plan.stops[step.from].lane | 1 << plan.stops[step.to].lane;
            let lane = plan.stops[step.from].lane;
            lines.extend((from.last + 1..=to.first).map(|gutter| PassedLine { lane, gutter, from: step.from }));
        }
        for PassedLine { lane, gutter, .. } in lines {
            to_pass[lane][gutter] += CROSSING;
        }
        let tracks = tracks.into_iter().map(|(key, lanes)| VerticalTrack { gutter: key.gutter, lanes });
        let tracks = tracks.filter(|track| track.lanes.count_ones() > 1).collect();
        Self { tracks, to_pass }
    }

    /// The cost of all tracks together.
    fn cost(&self, order: &[Lane]) -> usize {
        let of_track = |track: &VerticalTrack| {
            let ends = |&lane: &usize| track.ends_in(lane);
            let (Some(first), Some(last)) = (order.iter().position(ends), order.iter().rposition(ends)) else {
                return 0;
            };
            order[first..=last].iter().map(|&lane| self.to_pass[lane][track.gutter]).sum::<usize>()
        };
        self.tracks.iter().map(of_track).sum()
    }
}
