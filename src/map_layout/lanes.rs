//! The order of the lanes: found by putting each where the tracks between lanes are shortest and cross the fewest others.

use std::collections::{BTreeMap, BTreeSet};

use crate::map_layout::columns::Columns;
use crate::map_layout::{LayoutEdge, Plan};

/// What it costs to cross a track, beside the way across a stop.
const CROSSING: usize = 4;
/// What it costs to pass the lane of a long station: there may be no way through.
const LONG_STATION: usize = 8;
/// Rounds of improvement; the order settles in three or four.
const ROUNDS: usize = 8;
/// With more lanes than this the order of the plan is kept: nobody could read such a map, and it must not take long.
const MOST: usize = 40;

/// The lanes from top to bottom.
pub(super) fn order(plan: &Plan, moves: &[LayoutEdge], columns: &Columns) -> Vec<usize> {
    if plan.lanes > MOST {
        return (0..plan.lanes).collect();
    }
    let town = Town::new(plan, moves, columns);
    let mut by_weight: Vec<usize> = (0..plan.lanes).collect();
    let weight = |lane: usize| town.trunks.iter().filter(|trunk| trunk.ends_in(lane)).count();
    by_weight.sort_by_key(|&lane| (std::cmp::Reverse(weight(lane)), lane));
    let mut order = Vec::new();
    for &lane in &by_weight {
        insert_best(&mut order, lane, &town);
    }
    for _ in 0..ROUNDS {
        let before = order.clone();
        for lane in 0..plan.lanes {
            order.retain(|&other| other != lane);
            insert_best(&mut order, lane, &town);
        }
        if order == before {
            break;
        }
    }
    // A map reads the same upside down: the lane with most ties goes into the upper half.
    let middle = order.len() / 2;
    if by_weight.first().is_some_and(|busiest| order.iter().skip(middle).any(|lane| lane == busiest)) {
        order.reverse();
    }
    // Lanes without ties to others go last.
    order.sort_by_key(|&lane| weight(lane) == 0);
    order
}

/// Puts a lane where it costs least.
fn insert_best(order: &mut Vec<usize>, lane: usize, town: &Town) {
    let cost = |at: usize| {
        let mut trial = order.clone();
        trial.insert(at, lane);
        (town.cost(&trial), at)
    };
    let best = (0..=order.len()).map(cost).min().map_or(0, |(_, at)| at);
    order.insert(best, lane);
}

/// What there is to cross, before any row is known.
struct Town {
    /// The upright tracks that join lanes: one for each stop that moves from other lanes lead into.
    trunks: Vec<Trunk>,
    /// How much stands in the way in each gutter of each lane.
    crowd: Vec<Vec<usize>>,
}

struct Trunk {
    gutter: usize,
    /// One bit for each lane: there are at most [`MOST`].
    lanes: u64,
}

impl Trunk {
    fn ends_in(&self, lane: usize) -> bool {
        self.lanes >> lane & 1 == 1
    }
}

impl Town {
    fn new(plan: &Plan, moves: &[LayoutEdge], columns: &Columns) -> Self {
        let gutters = columns.count() + 1;
        let mut crowd = vec![vec![0; gutters]; plan.lanes];
        for (stop, &(first, last)) in plan.stops.iter().zip(&columns.of_stop) {
            for (gutter, crowd) in crowd[stop.lane].iter_mut().enumerate() {
                *crowd += 1 + if first < gutter && gutter <= last { LONG_STATION } else { 0 };
            }
        }
        let mut trunks: BTreeMap<(usize, usize), u64> = BTreeMap::new();
        let mut lines: BTreeSet<(usize, usize, usize)> = BTreeSet::new();
        for step in moves {
            let (from, to) = (columns.of_stop[step.from], columns.of_stop[step.to]);
            let gutter = if from.1 < to.0 { to.0 } else { to.1 + 1 };
            *trunks.entry((step.to, gutter)).or_default() |=
                1 << plan.stops[step.from].lane | 1 << plan.stops[step.to].lane;
            lines.extend((from.1 + 1..=to.0).map(|gutter| (plan.stops[step.from].lane, gutter, step.from)));
        }
        for (lane, gutter, _) in lines {
            crowd[lane][gutter] += CROSSING;
        }
        let trunks = trunks.into_iter().map(|((_, gutter), lanes)| Trunk { gutter, lanes });
        let trunks = trunks.filter(|trunk| trunk.lanes.count_ones() > 1).collect();
        Self { trunks, crowd }
    }

    /// What all trunks together pass on their way.
    fn cost(&self, order: &[usize]) -> usize {
        let of_trunk = |trunk: &Trunk| {
            let ends = |&lane: &usize| trunk.ends_in(lane);
            let (Some(first), Some(last)) = (order.iter().position(ends), order.iter().rposition(ends)) else {
                return 0;
            };
            order[first..=last].iter().map(|&lane| self.crowd[lane][trunk.gutter]).sum::<usize>()
        };
        self.trunks.iter().map(of_trunk).sum()
    }
}
