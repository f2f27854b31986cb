//! From which roles one can get to a goal, the nearest first.

use fixedbitset::FixedBitSet;

use crate::catalogue::journeys::network::Network;
use crate::catalogue::journeys::network::edge::{NodeId, NodeKind, TravellerContext};
use crate::catalogue::journeys::preferences::Constraints;

/// The places before a goal, ring by ring, each ring with its steps to the goal. A ring comes in two parts: those from which an arrow
/// of their own leads on, then those that share what they hold with many.
pub(in crate::catalogue::journeys) struct BackwardBfs<'n> {
    network: &'n Network,
    rule: Constraints,
    outlook: TravellerContext,
    goal: NodeId,
    looks_left: usize,
    seen: FixedBitSet,
    steps: usize,
    ring: Vec<NodeId>,
    standings: Vec<NodeId>,
}

impl<'n> BackwardBfs<'n> {
    /// Looks under a rule, with the outlook of whoever asks, at so many arrows.
    pub(in crate::catalogue::journeys) fn new(
        network: &'n Network,
        rule: Constraints,
        outlook: TravellerContext,
        goal: NodeId,
        most_looks: usize,
    ) -> Self {
        let mut seen = FixedBitSet::with_capacity(network.places());
        seen.insert(goal as usize);
        let (ring, standings) = (vec![goal], Vec::new());
        Self { network, rule, outlook, goal, looks_left: most_looks, seen, steps: 0, ring, standings }
    }

    /// The roles among them, with their steps to the goal.
    pub(in crate::catalogue::journeys) fn roles(self) -> impl Iterator<Item = (NodeId, usize)> {
        let roles = self.network.roles;
        self.flat_map(|(ring, steps)| ring.into_iter().map(move |node| (node, steps)))
            .filter(move |(it, _)| *it < roles)
    }

    /// The places that were not seen yet from which one gets to one of these: those most like the goal first, then by title.
    fn that_lead_to(&mut self, nodes: &[NodeId]) -> Vec<NodeId> {
        let (network, rule) = (self.network, self.rule);
        let mut found = Vec::new();
        for &node in nodes.iter().filter(|node| network.admits(rule, **node)) {
            if self.looks_left == 0 {
                break;
            }
            let may = |traits| rule.allows(traits);
            network.each_arriving(node, self.outlook, may, |tail, _| {
                if self.looks_left > 0 {
                    self.looks_left -= 1;
                    if !self.seen.put(tail as usize) {
                        found.push(tail);
                    }
                }
            });
        }
        found.sort_by_cached_key(|node| (network.unlike(*node, self.goal), *node));
        found
    }
}

impl Iterator for BackwardBfs<'_> {
    type Item = (Vec<NodeId>, usize);

    fn next(&mut self) -> Option<Self::Item> {
        if !self.standings.is_empty() {
            let standings = std::mem::take(&mut self.standings);
            let holders = self.that_lead_to(&standings);
            self.ring.extend(&holders);
            return Some((holders, self.steps));
        }
        let ring = std::mem::take(&mut self.ring);
        let before = self.that_lead_to(&ring);
        self.steps += 1;
        (self.standings, self.ring) =
            before.iter().partition(|node| self.network.kind(**node) == NodeKind::Eligibility);
        (!before.is_empty()).then(|| (self.ring.clone(), self.steps))
    }
}
