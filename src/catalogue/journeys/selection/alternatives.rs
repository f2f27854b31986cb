//! Journeys beside the shortest: one after another, each as short as any that is left.
//!
//! Jin Y. Yen, "Finding the K shortest loopless paths in a network" (Management Science 17, 1971): every journey still to come
//! leaves one that was found at some stop, by a move that none of those with the same beginning makes there. Each of these
//! categories of journeys is searched once (E. L. Lawler, "A procedure for computing the K best solutions", 1972).
//!
//! Added to it: a journey makes no stop for nothing. If somebody could have moved straight to a place from an earlier stop, in
//! the same kind of way and asking no more, the stops between gave nothing, and all journeys that do so are banned. Without that
//! constraints a hundred first jobs that anybody can start would make a hundred detours of the same journey.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::catalogue::journeys::network::edge::NodeId;
use crate::catalogue::journeys::network::flags::PathCost;
use crate::catalogue::journeys::search::a_star::{AStar, EdgeStep};

/// How many steps longer than the shortest a journey may be.
const MAX_EXTRA_STEPS: usize = 3;

/// How many edges may be looked at around the goal before the first search, and how many for the sake of all journeys but the
/// shortest. The shipped data seldom asks for more; on a thousand times as much it keeps the time within bounds. A count and not a
/// time, so that the answer is the same each time.
const SCAN_LIMIT: usize = 8_000;

/// Journeys in order of their cost.
pub(in crate::catalogue::journeys) struct Alternatives<'s, 'n> {
    search: &'s mut AStar<'n>,
    goal: NodeId,
    max_steps: usize,
    scan_limit: usize,
    queue: BinaryHeap<Reverse<Found>>,
}

/// A journey that was found, and the category in which it is the first.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    cost: PathCost,
    steps: Vec<EdgeStep>,
    /// The stop at which the category leaves earlier journeys.
    leaves_at: usize,
    /// The moves not made there.
    not: Vec<(NodeId, u8)>,
}

impl<'s, 'n> Alternatives<'s, 'n> {
    /// Begins with the shortest, which takes so many steps.
    pub(in crate::catalogue::journeys) fn new(
        search: &'s mut AStar<'n>,
        start: NodeId,
        goal: NodeId,
        shortest: usize,
    ) -> Self {
        // The further the goal has been looked at from behind, the straighter every search.
        search.extend_backward(SCAN_LIMIT);
        search.clear_bans();
        let first = search.cheapest_path(start, goal, shortest, usize::MAX);
        let scan_limit = search.edges_scanned + SCAN_LIMIT;
        let found = first.map(|steps| Reverse(Found { cost: cost(&steps), steps, leaves_at: 0, not: vec![] }));
        Self { search, goal, max_steps: shortest + MAX_EXTRA_STEPS, scan_limit, queue: found.into_iter().collect() }
    }

    /// The first journey of the category that begins with these steps and then makes none of these moves.
    fn first_that_leaves(&mut self, root: &[EdgeStep], at: NodeId, not: Vec<(NodeId, u8)>) -> Option<Found> {
        self.search.clear_bans();
        for step in root {
            self.search.ban_prefix_node(step.from);
        }
        for &(node, moves) in &not {
            self.search.ban(node, moves);
        }
        let max_steps = self.max_steps.checked_sub(root.len())?;
        let rest = self.search.cheapest_path(at, self.goal, max_steps, self.scan_limit)?;
        let steps: Vec<EdgeStep> = root.iter().copied().chain(rest).collect();
        Some(Found { cost: cost(&steps), steps, leaves_at: root.len(), not })
    }
}

impl Iterator for Alternatives<'_, '_> {
    type Item = Vec<EdgeStep>;

    fn next(&mut self) -> Option<Vec<EdgeStep>> {
        let Reverse(found) = self.queue.pop()?;
        for (stop, step) in found.steps.iter().enumerate().skip(found.leaves_at) {
            if self.search.edges_scanned > self.scan_limit {
                break;
            }
            let mut not = if stop == found.leaves_at { found.not.clone() } else { Vec::new() };
            not.push((step.to, step.flags.moves_outdone()));
            let next = self.first_that_leaves(&found.steps[..stop], step.from, not);
            self.queue.extend(next.map(Reverse));
        }
        Some(found.steps)
    }
}

fn cost(steps: &[EdgeStep]) -> PathCost {
    steps.iter().fold(PathCost::default(), |sum, step| sum + step.cost)
}
