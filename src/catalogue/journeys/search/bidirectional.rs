//! Distances by bidirectional search.
//!
//! Both sides expand layer by layer; the side with fewer edges to scan goes first (I. Pohl, "Bi-directional search", 1971). The
//! result is the least distance of a path (see [`PathCost::distance`]), and exact distances to the goal for all nodes near it,
//! which lead the search of [`AStar::cheapest_path`].
//!
//! [`PathCost::distance`]: crate::catalogue::journeys::network::path_cost::PathCost::distance
//!
//! To a large eligibility many thousand edges are open. The forward side defers scanning them until no other side has fewer
//! edges; until then, each role found backward is asked whether one of its edges is open to a deferred eligibility.

use std::sync::Arc;

use fixedbitset::FixedBitSet;

use crate::catalogue::journeys::network::edge::{NodeId, NodeKind};
use crate::catalogue::journeys::network::eligibility::Eligibility;
use crate::catalogue::journeys::search::a_star::AStar;
use crate::catalogue::journeys::search::frontier::Frontier;

/// What both sides know of the nearest path.
#[derive(Debug, Default)]
struct Meeting {
    /// Whether any path will do.
    stop_at_first: bool,
    /// The distance of the nearest path on which they have met.
    best: Option<usize>,
    /// The large eligibilities of the forward layer expanded last: the edges open to them are still to be scanned.
    deferred: Vec<(NodeId, Eligibility)>,
    /// Nodes that lead to no path, if the goal is far from all that most can reach.
    dead_ends: Option<Arc<FixedBitSet>>,
}

impl AStar<'_> {
    /// The distance of the nearest path, if there is a path.
    pub fn distance(&mut self, start: NodeId, goal: NodeId) -> Option<usize> {
        self.meet_in_the_middle(start, goal, Meeting::default())
    }

    /// Whether there is a path.
    pub fn is_reachable(&mut self, start: NodeId, goal: NodeId) -> bool {
        self.meet_in_the_middle(start, goal, Meeting { stop_at_first: true, ..Meeting::default() }).is_some()
    }

    /// The search. Leaves the distances from the start and to the goal in the workspace.
    fn meet_in_the_middle(&mut self, start: NodeId, goal: NodeId, mut meeting: Meeting) -> Option<usize> {
        self.workspace.forward.clear();
        self.workspace.backward.clear();
        self.workspace.forward.set(start, 0);
        self.workspace.backward.set(goal, 0);
        let (mut forward, mut backward) = (Frontier::at(start), Frontier::at(goal));
        self.opened.clear();
        meeting.dead_ends = self.network.dead_ends(self.context, self.constraints, goal);
        while !(backward.is_exhausted() || forward.is_exhausted() && meeting.deferred.is_empty()) {
            if meeting.is_settled(forward.depth, backward.explored_depth()) {
                break;
            }
            let deferred: usize =
                meeting.deferred.iter().map(|(_, it)| self.network.count_open_to(*it, self.constraints)).sum();
            if deferred + self.degree(&forward, true)
                <= self.degree(&backward, false).max(self.network.limits.routes_one_by_one)
            {
                self.expand_forward(&mut forward, &backward, &mut meeting);
            } else {
                let from_start = forward.depth;
                self.expand_backward(&mut backward, |search, node, depth, frontier| {
                    search.meet(node, depth, from_start, &mut meeting);
                    meeting.is_settled(from_start, frontier.explored_depth())
                });
            }
        }
        self.backward = backward;
        meeting.best
    }

    /// Records what follows from a node that has been found backward.
    fn meet(&self, node: NodeId, depth: usize, from_start: usize, meeting: &mut Meeting) {
        meeting.record(self.workspace.forward.get(node), depth);
        // The deferred eligibilities are in the layer before.
        if meeting.best.is_none_or(|best| from_start + depth < best) {
            let open = |(_, eligibility): &(NodeId, Eligibility)| {
                self.network.distance_if_open(*eligibility, node, self.context, self.constraints)
            };
            if let Some(added) = meeting.deferred.iter().filter_map(open).min() {
                meeting.record(Some((from_start - 1 + added) as u32), depth);
            }
        }
    }

    /// Expands further backward, for about `most` edges.
    pub fn extend_backward(&mut self, most: usize) {
        let most = self.edges_scanned + most;
        let mut backward = std::mem::take(&mut self.backward);
        while !backward.is_exhausted() && self.edges_scanned < most {
            self.expand_backward(&mut backward, |search, _, _, _| search.edges_scanned >= most);
        }
        self.backward = backward;
    }

    /// About the number of edges to scan in the rest of a layer.
    fn degree(&self, frontier: &Frontier, forward: bool) -> usize {
        let rest = frontier.layer().iter().skip(frontier.expanded);
        rest.map(|node| self.network.degree(*node, self.context, self.constraints, forward)).sum()
    }

    /// Expands a forward layer, after what was deferred in the layer before.
    fn expand_forward(&mut self, frontier: &mut Frontier, backward: &Frontier, meeting: &mut Meeting) {
        for (node, _) in std::mem::take(&mut meeting.deferred) {
            let depth = frontier.depth - 1;
            self.opened.insert(node);
            self.for_each_outgoing(node, |search, arc| {
                search.label_forward(frontier, arc.head, depth + arc.cost.distance(), meeting);
            });
        }
        while let Some(&node) = frontier.layer().get(frontier.expanded) {
            frontier.expanded += 1;
            let depth = frontier.depth;
            if self.workspace.forward.get(node) != Some(depth as u32) {
                continue;
            }
            match self.large_eligibility(node) {
                Some(eligibility) => meeting.deferred.push((node, eligibility)),
                None => self.for_each_outgoing(node, |search, arc| {
                    search.label_forward(frontier, arc.head, depth + arc.cost.distance(), meeting);
                }),
            }
        }
        frontier.next_layer();
        if !meeting.deferred.is_empty() {
            for (depth, layer) in backward.layers.iter().enumerate() {
                layer.iter().for_each(|node| self.meet(*node, depth, frontier.depth, meeting));
            }
        }
    }

    /// Records the distance of a node from the start.
    fn label_forward(&mut self, frontier: &mut Frontier, head: NodeId, depth: usize, meeting: &mut Meeting) {
        if meeting.dead_ends.as_ref().is_some_and(|dead_ends| dead_ends.contains(head as usize)) {
            return;
        }
        if self.workspace.forward.get(head).is_none_or(|known| depth < known as usize) {
            self.workspace.forward.set(head, depth as u32);
            frontier.add(head, depth);
            meeting.record(self.workspace.backward.get(head), depth);
        }
    }

    /// Expands a backward layer until `enough` returns true. Eligibilities come first: the nodes that have them are in the same
    /// layer.
    fn expand_backward(
        &mut self,
        frontier: &mut Frontier,
        mut enough: impl FnMut(&Self, NodeId, usize, &Frontier) -> bool,
    ) {
        let network = self.network;
        if !frontier.complete
            && let Some(layer) = frontier.layers.get_mut(frontier.depth)
        {
            layer.sort_by_key(|node| network.kind(*node) != NodeKind::Eligibility);
        }
        let mut stop = false;
        while let Some(&node) = frontier.layer().get(frontier.expanded) {
            if !frontier.complete && network.kind(node) != NodeKind::Eligibility {
                frontier.complete = true;
                stop |= enough(self, node, frontier.depth, frontier);
            }
            if stop && frontier.complete {
                return;
            }
            frontier.expanded += 1;
            let depth_of_node = frontier.depth;
            if self.workspace.backward.get(node) != Some(depth_of_node as u32) {
                continue;
            }
            self.for_each_incoming(node, |search, tail, added| {
                let depth = depth_of_node + added;
                if search.workspace.backward.get(tail).is_none_or(|known| depth < known as usize) {
                    search.workspace.backward.set(tail, depth as u32);
                    frontier.add(tail, depth);
                    stop |= enough(search, tail, depth, frontier);
                }
            });
        }
        frontier.next_layer();
    }

    /// Visits the tail of every allowed edge that leads to a node, and counts the edges.
    fn for_each_incoming(&mut self, node: NodeId, mut visit: impl FnMut(&mut Self, NodeId, usize)) {
        let (network, constraints) = (self.network, self.constraints);
        if !network.admits(constraints, node) {
            return;
        }
        network.for_each_incoming(node, self.context, constraints, |tail, added| {
            self.edges_scanned += 1;
            visit(self, tail, added);
        });
    }
}

impl Meeting {
    /// Records that one side has met a node whose distance the other side knows.
    fn record(&mut self, across: Option<u32>, depth: usize) {
        if let Some(rest) = across {
            let distance = depth + rest as usize;
            self.best = Some(self.best.map_or(distance, |best| best.min(distance)));
        }
    }

    /// Whether no shorter path can be found: a node that has not been met is at least as far from the start as the forward
    /// layer to be expanded, and at least as far from the goal as every node not found backward.
    fn is_settled(&self, forward: usize, seen_behind: usize) -> bool {
        self.best.is_some_and(|best| self.stop_at_first || best <= forward + seen_behind)
    }
}
