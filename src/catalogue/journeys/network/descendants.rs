//! Forward reachability: the roles to which there is any way, of whatever length.

use fixedbitset::FixedBitSet;

use crate::catalogue::journeys::network::Network;
use crate::catalogue::journeys::network::constraints::Constraints;
use crate::catalogue::journeys::network::edge::{Arc, NodeId, TravellerContext};
use crate::catalogue::journeys::network::eligibility::Eligibility;
use crate::catalogue::model::indexes::Level;

/// The nodes that can be reached from a start.
pub struct Reachable<'n> {
    network: &'n Network,
    constraints: Constraints,
    start: NodeId,
    /// One search for each level that a journey may go down to, lowest first: how low it may go depends on where it ends.
    passes: Vec<Pass>,
}

/// What is found on the levels from a floor on.
struct Pass {
    context: TravellerContext,
    seen: FixedBitSet,
    /// Roles in which a journey may end, and not go on.
    ends: FixedBitSet,
    /// Eligibilities with too many open edges to scan: they are consulted when a role is asked for.
    unexpanded: Vec<Eligibility>,
}

impl<'n> Reachable<'n> {
    /// Searches breadth-first, and stops after about `scan_limit` edges on each level.
    pub fn new(network: &'n Network, constraints: Constraints, start: NodeId, scan_limit: usize) -> Self {
        let context = network.context(start, start, true).to_anywhere();
        let passes = (0..=context.floor.0).map(|floor| {
            let context = TravellerContext { floor: Level(floor), ..context };
            Pass::new(network, constraints, context, scan_limit)
        });
        let passes = passes.collect();
        Self { network, constraints, start, passes }
    }

    /// Whether a node can be reached, as far as the search went. The start itself is not included.
    pub fn includes(&self, node: NodeId) -> bool {
        self.pass(node).is_some_and(|pass| pass.includes(self.network, self.constraints, node))
    }

    /// Whether a node can be reached as a stop from which one goes on: not as another profession that no printed move leads into.
    pub fn includes_on_the_way(&self, node: NodeId) -> bool {
        let goes_on =
            |pass: &Pass| pass.seen.contains(node as usize) || !self.network.changes_profession(node, pass.context);
        self.pass(node).is_some_and(|pass| pass.includes(self.network, self.constraints, node) && goes_on(pass))
    }

    /// The search that counts for a node other than the start.
    fn pass(&self, node: NodeId) -> Option<&Pass> {
        let reaches = |pass: &&Pass| !self.network.is_too_low(node, pass.context);
        self.passes.iter().rev().find(reaches).filter(|_| node != self.start)
    }

    /// Whether no role can be reached.
    pub fn is_empty(&self) -> bool {
        !(0..self.network.roles).any(|role| self.includes(role))
    }
}

impl Pass {
    /// The search.
    fn new(network: &Network, constraints: Constraints, context: TravellerContext, scan_limit: usize) -> Self {
        let set = || FixedBitSet::with_capacity(network.node_count());
        let mut pass = Self { context, seen: set(), ends: set(), unexpanded: Vec::new() };
        let mut found = vec![context.start];
        pass.seen.insert(context.start as usize);
        let (mut expanded, mut edges_scanned) = (0, 0);
        while let Some(&node) = found.get(expanded).filter(|_| edges_scanned < scan_limit) {
            expanded += 1;
            let visit = |arc: Arc| {
                edges_scanned += 1;
                if arc.is_last {
                    pass.ends.insert(arc.head as usize);
                } else if !pass.seen.put(arc.head as usize) {
                    found.push(arc.head);
                }
            };
            match network.eligibility_at(node, context) {
                Some(eligibility) if network.count_open_to(eligibility, constraints) > scan_limit / 2 => {
                    pass.unexpanded.push(eligibility);
                }
                _ => network.for_each_outgoing(node, context, constraints, visit),
            }
        }
        pass
    }

    fn includes(&self, network: &Network, constraints: Constraints, node: NodeId) -> bool {
        let is_open = |eligibility: &Eligibility| {
            network.distance_if_open(*eligibility, node, self.context, constraints).is_some()
        };
        self.seen.contains(node as usize) || self.ends.contains(node as usize) || self.unexpanded.iter().any(is_open)
    }
}
