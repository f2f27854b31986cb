//! What a search need not look at: the transitive closure of all who hold what the traveller holds, where the goal is outside.
//!
//! At the start one may begin whatever asks for no more than one holds, so the journeys of all who hold the same begin alike, and no
//! node inside of their closure leads to a goal outside. Without this, the proof that there is no route walks a whole side of the
//! network, once for each kind of search.

use std::sync::Arc;

use fixedbitset::FixedBitSet;

use crate::catalogue::journeys::network::Network;
use crate::catalogue::journeys::network::constraints::Constraints;
use crate::catalogue::journeys::network::edge::{NodeId, TravellerContext};
use crate::catalogue::journeys::network::flags::EdgeFlags;
use crate::catalogue::model::indexes::{Level, Qualification};

impl Network {
    /// The nodes that a traveller need not look at on the way to a goal: what all can reach who hold as much, if the goal is not
    /// among it. None where it is.
    pub fn dead_ends(
        &self,
        context: TravellerContext,
        constraints: Constraints,
        goal: NodeId,
    ) -> Option<Arc<FixedBitSet>> {
        let constraints = constraints.allowing(EdgeFlags::UNMET);
        let closure = self.closures.get((constraints, context.held), || self.closure(context.held, constraints));
        (!closure.contains(goal as usize)).then_some(closure)
    }

    /// Breadth-first, with unmet demands, down to the lowest level, and with no regard to registers: whatever somebody who holds
    /// this can reach from any node of it, by whatever rule of a search, is in it.
    fn closure(&self, held: Qualification, constraints: Constraints) -> FixedBitSet {
        let start = self.holding(held);
        let context = TravellerContext { start, goal: None, held, floor: Level::default() };
        let mut seen = FixedBitSet::with_capacity(self.node_count());
        seen.insert(start as usize);
        let mut open = vec![start];
        while let Some(node) = open.pop() {
            self.for_each_outgoing(node, context, constraints, |arc| {
                if !seen.put(arc.head as usize) {
                    open.push(arc.head);
                }
            });
        }
        seen
    }
}
