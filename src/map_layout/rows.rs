//! The order of the rows of a small map: barycentre sweeps, then a topological sort within each section.

use std::collections::BTreeMap;

use crate::map_layout::plan::{LayoutEdge, Plan, StopIndex};

/// Sweeps down and up.
const SWEEPS: usize = 6;

/// The stops, section by section: close to their neighbours, moves within a section downwards, those without moves last.
pub(super) fn in_sections(plan: &Plan, moves: &[LayoutEdge]) -> Vec<StopIndex> {
    let mut near = vec![Vec::new(); plan.stops.len()];
    for step in moves {
        near[step.from].push(step.to);
        near[step.to].push(step.from);
    }
    let mut order: Vec<StopIndex> = (0..plan.stops.len()).collect();
    order.sort_by_key(|&at| (plan.stops[at].first, near[at].is_empty(), plan.stops[at].lane, at));
    for _ in 0..SWEEPS {
        let mut row = vec![0; order.len()];
        for (at, &stop) in order.iter().enumerate() {
            row[stop] = at;
        }
        let middle = |at: usize| near[at].iter().map(|&other| row[other] * 100).sum::<usize>() / near[at].len().max(1);
        order.sort_by_cached_key(|&at| (plan.stops[at].first, near[at].is_empty(), middle(at), at));
    }
    downwards(plan, moves, order)
}

/// Topological sort by depth-first search: the sources of a stop in its section come before it; otherwise the order is kept. A
/// cycle of moves is cut where the search closes it.
fn downwards(plan: &Plan, moves: &[LayoutEdge], order: Vec<StopIndex>) -> Vec<StopIndex> {
    let mut before: BTreeMap<StopIndex, Vec<StopIndex>> = BTreeMap::new();
    for step in moves.iter().filter(|step| plan.stops[step.from].first == plan.stops[step.to].first) {
        before.entry(step.to).or_default().push(step.from);
    }
    let mut sorted = Vec::with_capacity(order.len());
    let mut seen = vec![false; order.len()];
    for at in order {
        // Depth first without recursion: however long a chain is, the stack stays small.
        let mut waiting = vec![(at, false)];
        while let Some((stop, is_ready)) = waiting.pop() {
            if is_ready {
                sorted.push(stop);
            } else if !std::mem::replace(&mut seen[stop], true) {
                waiting.push((stop, true));
                waiting.extend(before.get(&stop).into_iter().flatten().map(|&other| (other, false)));
            }
        }
    }
    sorted
}
