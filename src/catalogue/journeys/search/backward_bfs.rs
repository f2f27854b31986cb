//! The roles from which a goal can be reached, nearest first.

use fixedbitset::FixedBitSet;

use crate::catalogue::journeys::network::Network;
use crate::catalogue::journeys::network::constraints::Constraints;
use crate::catalogue::journeys::network::edge::{NodeId, NodeKind, TravellerContext};

/// An iterator over the layers before a goal, each with its distance to the goal. A layer comes in two parts: nodes with an
/// edge of their own, then nodes that share an eligibility.
pub struct BackwardBfs<'n> {
    network: &'n Network,
    constraints: Constraints,
    context: TravellerContext,
    goal: NodeId,
    scans_left: usize,
    seen: FixedBitSet,
    steps: usize,
    layer: Vec<NodeId>,
    eligibilities: Vec<NodeId>,
}

impl<'n> BackwardBfs<'n> {
    /// Starts at the goal; scans at most `scan_limit` edges.
    pub fn new(
        network: &'n Network,
        constraints: Constraints,
        context: TravellerContext,
        goal: NodeId,
        scan_limit: usize,
    ) -> Self {
        let mut seen = FixedBitSet::with_capacity(network.node_count());
        seen.insert(goal as usize);
        let (layer, eligibilities) = (vec![goal], Vec::new());
        Self { network, constraints, context, goal, scans_left: scan_limit, seen, steps: 0, layer, eligibilities }
    }

    /// The roles among the nodes, with their distances.
    pub fn roles(self) -> impl Iterator<Item = (NodeId, usize)> {
        let roles = self.network.roles;
        self.flat_map(|(layer, steps)| layer.into_iter().map(move |node| (node, steps)))
            .filter(move |(it, _)| *it < roles)
    }

    /// The nodes not seen before from which an edge leads to one of these, the least dissimilar to the goal first, then by
    /// number.
    fn predecessors(&mut self, nodes: &[NodeId]) -> Vec<NodeId> {
        let (network, constraints) = (self.network, self.constraints);
        let mut found = Vec::new();
        // Nobody gets to the goal sooner by way of where the journey begins.
        let start = self.context.start;
        for &node in nodes.iter().filter(|node| **node != start && network.admits(constraints, **node)) {
            if self.scans_left == 0 {
                break;
            }
            network.for_each_incoming(node, self.context, constraints, |tail, _| {
                if self.scans_left > 0 {
                    self.scans_left -= 1;
                    if !self.seen.put(tail as usize) {
                        found.push(tail);
                    }
                }
            });
        }
        found.sort_by_cached_key(|node| (network.dissimilarity(*node, self.goal), *node));
        found
    }
}

impl Iterator for BackwardBfs<'_> {
    type Item = (Vec<NodeId>, usize);

    fn next(&mut self) -> Option<Self::Item> {
        if !self.eligibilities.is_empty() {
            let eligibilities = std::mem::take(&mut self.eligibilities);
            let holders = self.predecessors(&eligibilities);
            self.layer.extend(&holders);
            return Some((holders, self.steps));
        }
        let layer = std::mem::take(&mut self.layer);
        let before = self.predecessors(&layer);
        self.steps += 1;
        (self.eligibilities, self.layer) =
            before.iter().partition(|node| self.network.kind(**node) == NodeKind::Eligibility);
        (!before.is_empty()).then(|| (self.layer.clone(), self.steps))
    }
}
