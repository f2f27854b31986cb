//! Alternative paths in order of cost.
//!
//! Jin Y. Yen, "Finding the K shortest loopless paths in a network", Management Science 17, 1971: every further path deviates
//! from one that was found, at some stop, by a move that none of the paths with the same prefix makes there. Each of these
//! subsets of paths is searched once (E. L. Lawler, "A procedure for computing the K best solutions to discrete optimization
//! problems", 1972).
//!
//! In addition, no stop is made for nothing: if somebody could have moved to a node from an earlier stop by the same training
//! route, after as little study and asking for no more, the stops between gave nothing, and such paths are banned. Without that rule, a hundred first
//! jobs that anybody can start would make a hundred alternatives of one journey.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::catalogue::journeys::network::edge::NodeId;
use crate::catalogue::journeys::network::flags::EdgeFlags;
use crate::catalogue::journeys::network::path_cost::PathCost;
use crate::catalogue::journeys::search::a_star::{AStar, EdgeStep};

/// How much longer than the shortest path an alternative may be, in stops.
const MAX_EXTRA_STOPS: usize = 4;

/// The most edges scanned backward before the first path, and the most for all paths after it. The shipped data seldom needs as
/// many; on a thousand times as much it bounds the time. A count and not a time, so that the answer is always the same.
const SCAN_LIMIT: usize = 8_000;

/// An iterator over paths by cost.
pub struct Alternatives<'s, 'n> {
    search: &'s mut AStar<'n>,
    goal: NodeId,
    max_distance: usize,
    scan_limit: usize,
    queue: BinaryHeap<Reverse<Found>>,
}

/// A path, and the subset of paths of which it is the cheapest.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    cost: PathCost,
    steps: Vec<EdgeStep>,
    /// The stop at which the subset deviates from earlier paths.
    deviates_at: usize,
    /// The moves that are not made there, each with its head and the stops of study before it.
    excluded: Vec<(NodeId, EdgeFlags, u8)>,
}

impl<'s, 'n> Alternatives<'s, 'n> {
    /// Begins with the cheapest path, which has this distance.
    pub fn new(search: &'s mut AStar<'n>, start: NodeId, goal: NodeId, shortest: usize) -> Self {
        // The further the goal has been looked at from behind, the straighter every search.
        search.extend_backward(SCAN_LIMIT);
        search.clear_bans();
        let first = search.cheapest_path(start, goal, shortest, usize::MAX);
        let scan_limit = search.edges_scanned + SCAN_LIMIT;
        let found = first.map(|steps| Reverse(Found { cost: cost(&steps), steps, deviates_at: 0, excluded: vec![] }));
        Self { search, goal, max_distance: shortest + MAX_EXTRA_STOPS, scan_limit, queue: found.into_iter().collect() }
    }

    /// The cheapest path that begins with the steps of `root` and then makes none of the moves `excluded`.
    fn cheapest_deviation(
        &mut self,
        root: &[EdgeStep],
        at: NodeId,
        excluded: Vec<(NodeId, EdgeFlags, u8)>,
    ) -> Option<Found> {
        self.search.clear_bans();
        for step in root {
            self.search.ban_prefix_node(step.from);
        }
        for &(node, flags, climbs) in &excluded {
            self.search.ban(node, flags, climbs);
        }
        let max_distance = self.max_distance.checked_sub(cost(root).distance())?;
        let rest = self.search.cheapest_path(at, self.goal, max_distance, self.scan_limit)?;
        let steps: Vec<EdgeStep> = root.iter().copied().chain(rest).collect();
        Some(Found { cost: cost(&steps), steps, deviates_at: root.len(), excluded })
    }
}

impl Iterator for Alternatives<'_, '_> {
    type Item = Vec<EdgeStep>;

    fn next(&mut self) -> Option<Vec<EdgeStep>> {
        let Reverse(found) = self.queue.pop()?;
        for (stop, step) in found.steps.iter().enumerate().skip(found.deviates_at) {
            if self.search.edges_scanned > self.scan_limit {
                break;
            }
            let mut excluded = if stop == found.deviates_at { found.excluded.clone() } else { Vec::new() };
            excluded.push((step.to, step.flags, step.climbs));
            let next = self.cheapest_deviation(&found.steps[..stop], step.from, excluded);
            self.queue.extend(next.map(Reverse));
        }
        Some(found.steps)
    }
}

/// The cost of a path.
fn cost(steps: &[EdgeStep]) -> PathCost {
    steps.iter().map(|step| step.cost).sum()
}
