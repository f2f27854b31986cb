//! Forward reachability: the roles to which there is any way, of whatever length.

use fixedbitset::FixedBitSet;

use crate::catalogue::journeys::network::Network;
use crate::catalogue::journeys::network::constraints::Constraints;
use crate::catalogue::journeys::network::edge::{NodeId, TravellerContext};
use crate::catalogue::journeys::network::eligibility::Eligibility;

/// The nodes that can be reached from a start.
pub struct Reachable<'n> {
    network: &'n Network,
    constraints: Constraints,
    start: NodeId,
    seen: FixedBitSet,
    /// Eligibilities with too many open edges to scan: they are consulted when a role is asked for.
    unexpanded: Vec<Eligibility>,
}

impl<'n> Reachable<'n> {
    /// Searches breadth-first, and stops after about `scan_limit` edges.
    pub fn new(network: &'n Network, constraints: Constraints, start: NodeId, scan_limit: usize) -> Self {
        let mut reachable = Self {
            network,
            constraints,
            start,
            seen: FixedBitSet::with_capacity(network.node_count()),
            unexpanded: Vec::new(),
        };
        reachable.expand(network.context(start, start, true), scan_limit);
        reachable
    }

    /// The search.
    fn expand(&mut self, context: TravellerContext, scan_limit: usize) {
        let network = self.network;
        let mut found = vec![self.start];
        self.seen.insert(self.start as usize);
        let (mut expanded, mut edges_scanned) = (0, 0);
        while let Some(&node) = found.get(expanded).filter(|_| edges_scanned < scan_limit) {
            expanded += 1;
            let mut visit = |head| {
                edges_scanned += 1;
                if !self.seen.put(head as usize) {
                    found.push(head);
                }
            };
            match network.eligibility_at(node, context) {
                Some(eligibility) if network.count_open_to(eligibility, self.constraints) > scan_limit / 2 => {
                    network.study_from(eligibility, self.constraints).for_each(|(head, _, _)| visit(head));
                    self.unexpanded.push(eligibility);
                }
                _ => network.for_each_outgoing(node, context, self.constraints, |head, _, _| visit(head)),
            }
        }
    }

    /// Whether a node can be reached, as far as the search went. The start itself is not included.
    pub fn includes(&self, node: NodeId) -> bool {
        node != self.start
            && (self.seen.contains(node as usize)
                || self
                    .unexpanded
                    .iter()
                    .any(|eligibility| self.network.is_open_to(*eligibility, node, self.constraints)))
    }

    /// Whether no role can be reached.
    pub fn is_empty(&self) -> bool {
        !(0..self.network.roles).any(|role| self.includes(role))
    }
}
