//! The cheapest paths from one start to every role, by Dijkstra's algorithm (E. W. Dijkstra, "A note on two problems in connexion
//! with graphs", 1959).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::catalogue::journeys::network::edge::{NodeId, NodeKind};
use crate::catalogue::journeys::network::path_cost::PathCost;
use crate::catalogue::journeys::search::a_star::{AStar, EdgeStep};
use crate::catalogue::journeys::search::workspace::DistanceLabel;

impl AStar<'_> {
    /// The cheapest path to each role within reach, the cheapest first, of at most so many roles. Of equally cheap paths to a role
    /// it is the one whose last stop but one comes first in the order of nodes, and so on back to the start.
    pub fn cheapest_to_each(&mut self, start: NodeId, most: usize) -> Vec<(NodeId, Vec<EdgeStep>)> {
        self.clear_bans();
        self.workspace.labels.clear();
        self.workspace.labels.set(start, DistanceLabel::default());
        let mut queue = BinaryHeap::from([Reverse((PathCost::default(), start))]);
        let mut roles = Vec::new();
        while let Some(Reverse((cost, node))) = queue.pop().filter(|_| roles.len() < most) {
            if self.workspace.labels.get(node).is_some_and(|label| label.cost < cost) {
                continue;
            }
            if node < self.network.roles && node != start {
                roles.push(node);
            }
            let label = self.workspace.labels.get(node).unwrap_or_default();
            let by_a_qualification = self.network.kind(label.from) == NodeKind::Eligibility;
            if by_a_qualification && self.network.changes_profession(node, self.context) {
                continue;
            }
            self.for_each_outgoing(node, |search, arc| {
                let label = DistanceLabel { cost: cost + arc.cost, from: node, edge: arc.edge };
                let known = search.workspace.labels.get(arc.head);
                let is_better =
                    |known: DistanceLabel| (label.cost, label.from, label.edge) < (known.cost, known.from, known.edge);
                if known.is_none_or(is_better) {
                    search.workspace.labels.set(arc.head, label);
                    if known.is_none_or(|known| label.cost < known.cost) {
                        queue.push(Reverse((label.cost, arc.head)));
                    }
                }
            });
        }
        roles.into_iter().map(|role| (role, self.reconstruct(start, role))).collect()
    }
}
