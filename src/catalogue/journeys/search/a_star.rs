//! The cheapest path, by A* (P. E. Hart, N. J. Nilsson and B. Raphael, "A formal basis for the heuristic determination of
//! minimum cost paths", 1968).

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use crate::catalogue::journeys::network::Network;
use crate::catalogue::journeys::network::constraints::Constraints;
use crate::catalogue::journeys::network::edge::{Arc, EdgeId, NodeId, TravellerContext};
use crate::catalogue::journeys::network::eligibility::Eligibility;
use crate::catalogue::journeys::network::flags::EdgeFlags;
use crate::catalogue::journeys::network::path_cost::PathCost;
use crate::catalogue::journeys::search::frontier::Frontier;
use crate::catalogue::journeys::search::workspace::{Bans, DistanceLabel, Workspace};
use crate::catalogue::model::indexes::Qualification;

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EdgeStep {
    /// The stop it leaves.
    pub from: NodeId,
    /// The stop it leads to.
    pub to: NodeId,
    /// The edge into that stop.
    pub edge: EdgeId,
    /// The cost, with that of the study and of an edge to an eligibility before it.
    pub cost: PathCost,
    /// The flags of the edge.
    pub flags: EdgeFlags,
    /// What one holds before it.
    pub held: Qualification,
    /// What one studies for before it, unless one holds it.
    pub studied: Qualification,
    /// The number of stops that are study.
    pub climbs: u8,
}

/// A search for one traveller under constraints.
pub struct AStar<'n> {
    /// The network.
    pub network: &'n Network,
    /// What steps and stops must satisfy.
    pub constraints: Constraints,
    /// Whose journey it is.
    pub context: TravellerContext,
    /// The arrays it writes on.
    pub workspace: &'n mut Workspace,
    /// The backward frontier of the last [`Self::distance`].
    pub backward: Frontier,
    /// Large eligibilities whose edges were scanned after all.
    pub opened: BTreeSet<NodeId>,
    /// The eligibilities at the stops of the banned prefix, each with the number of study stops before it.
    prefix_eligibilities: Vec<(Eligibility, u8)>,
    /// The number of edges scanned so far.
    pub edges_scanned: usize,
}

/// A queue entry: a lower bound on the cost of a path over the node, the cost so far, the node, and for a large eligibility the
/// backward layer to step to.
type Next = Reverse<(PathCost, PathCost, NodeId, usize)>;

/// One run of [`AStar::cheapest_path`].
struct Run {
    /// The greatest distance of the path.
    distance: usize,
    /// The run ends at this value of [`AStar::edges_scanned`].
    scan_limit: usize,
    /// The open nodes, cheapest estimate first.
    queue: BinaryHeap<Next>,
}

impl<'n> AStar<'n> {
    /// A search that has not begun.
    pub fn new(
        network: &'n Network,
        constraints: Constraints,
        context: TravellerContext,
        workspace: &'n mut Workspace,
    ) -> Self {
        Self {
            network,
            constraints,
            context,
            workspace,
            backward: Frontier::default(),
            opened: BTreeSet::new(),
            prefix_eligibilities: Vec::new(),
            edges_scanned: 0,
        }
    }

    /// Visits every allowed edge that leaves a node, and counts the edges.
    pub fn for_each_outgoing(&mut self, node: NodeId, mut visit: impl FnMut(&mut Self, Arc)) {
        let network = self.network;
        network.for_each_outgoing(node, self.context, self.constraints, |arc| {
            self.edges_scanned += 1;
            visit(self, arc);
        });
    }

    /// The eligibility at a node, if more edges are open to it than are scanned one by one.
    pub fn large_eligibility(&self, node: NodeId) -> Option<Eligibility> {
        let eligibility = self.network.eligibility_at(node, self.context)?;
        (self.network.count_open_to(eligibility, self.constraints) > self.network.limits.routes_one_by_one)
            .then_some(eligibility)
    }

    /// Lifts all bans.
    pub fn clear_bans(&mut self) {
        self.workspace.banned.clear();
        self.prefix_eligibilities.clear();
    }

    /// Bans what a move outdoes: moves into the same node by the same training route that ask for as much or more.
    pub fn ban(&mut self, head: NodeId, flags: EdgeFlags, climbs: u8) {
        let bans = self.workspace.banned.get(head).unwrap_or_default();
        self.workspace.banned.set(head, bans.with(flags, climbs));
    }

    /// Bans a stop of the prefix, and every later move that could have been made there already by the same training route,
    /// asking for no more.
    pub fn ban_prefix_node(&mut self, stop: NodeId) {
        let (network, context) = (self.network, self.context);
        self.for_each_outgoing(stop, |search, arc| match network.eligibility_at(arc.head, context) {
            Some(eligibility) => search.prefix_eligibilities.push((eligibility, arc.climbs)),
            None => search.ban(arc.head, arc.flags, arc.climbs),
        });
        self.workspace.banned.set(stop, Bans::ALL);
    }

    /// Whether a move is banned, after so many stops of study.
    fn is_banned(&self, arc: Arc, climbs: u8) -> bool {
        let outdone = |(earlier, climbs_there): &(Eligibility, u8)| {
            *climbs_there <= climbs
                && match self.network.eligibility_at(arc.head, self.context) {
                    Some(eligibility) => earlier.covers(eligibility),
                    None => {
                        let mut open =
                            self.network.qualification_edges(*earlier, arc.head, self.context, self.constraints);
                        open.any(|open| Bans::default().with(open.flags, 0).forbids(arc.flags, 0))
                    }
                }
        };
        self.workspace.banned.get(arc.head).is_some_and(|bans| bans.forbids(arc.flags, climbs))
            || self.prefix_eligibilities.iter().any(outdone)
    }

    /// The number of stops of study that lie before an eligibility of the start.
    fn climbs_before(&self, node: NodeId) -> u8 {
        let general = self.network.eligibility_at(node, self.context).filter(|it| it.category.is_none());
        let chain = general.and_then(|it| self.network.study_between(self.context.held, it.held, self.constraints));
        chain.map_or(0, |chain| chain.climbs.len() as u8)
    }

    /// The cheapest path of at most this distance by moves that are not banned, among the nodes found by [`Self::distance`] for
    /// the same start and goal. None where there is none, or where the scan limit is reached.
    ///
    /// The heuristic is the exact or least distance to the goal, which is consistent. Of equally cheap paths it is the
    /// one whose last stop but one comes first in the order of nodes, and so on back to the start: nodes leave the queue by
    /// estimate, then by cost, so that all equally cheap labels of a node are known before it is expanded.
    pub fn cheapest_path(
        &mut self,
        start: NodeId,
        goal: NodeId,
        distance: usize,
        scan_limit: usize,
    ) -> Option<Vec<EdgeStep>> {
        self.workspace.labels.clear();
        self.workspace.labels.set(start, DistanceLabel::default());
        // The queue gives out first what may be cheapest in all, then what is nearest to the start: so all the ways to a
        // place that cost the same are known before it is left.
        let first = Reverse((PathCost::default(), PathCost::default(), start, 0));
        let mut run = Run { distance, scan_limit, queue: BinaryHeap::from([first]) };
        while let Some(Reverse((_, cost, node, layer))) = run.queue.pop() {
            if self.edges_scanned > scan_limit {
                return None;
            }
            if node == goal {
                return Some(self.reconstruct(start, goal));
            }
            if self.workspace.labels.get(node).is_some_and(|label| label.cost < cost) {
                continue;
            }
            match self.large_eligibility(node) {
                Some(eligibility) if !self.opened.contains(&node) => {
                    self.expand_layer(&mut run, (node, eligibility), cost, layer);
                }
                _ => self.for_each_outgoing(node, |search, arc| search.relax(&mut run, (node, cost), arc)),
            }
        }
        None
    }

    /// Expands a large eligibility into the roles of one backward layer, and queues it for the next layer. Scans no edges to
    /// roles that are not on a path of the right length.
    fn expand_layer(
        &mut self,
        run: &mut Run,
        (node, eligibility): (NodeId, Eligibility),
        cost: PathCost,
        layer: usize,
    ) {
        let network = self.network;
        let roles = self.backward.layers.get(layer).map_or(0, Vec::len);
        for index in 0..roles {
            let role = self.backward.layers[layer][index];
            self.edges_scanned += 1;
            if self.edges_scanned > run.scan_limit {
                return;
            }
            if self.workspace.backward.get(role) == Some(layer as u32) {
                for arc in network.qualification_edges(eligibility, role, self.context, self.constraints) {
                    self.relax(run, (node, cost), arc);
                }
            }
        }
        let nearest = (layer + 1).min(self.backward.explored_depth());
        let least = cost + PathCost::of_distance(nearest + 1);
        if layer + 1 < self.backward.layers.len() && least.distance() <= run.distance {
            run.queue.push(Reverse((least, cost, node, layer + 1)));
        }
    }

    /// Relaxes an edge: sets the label of its head where it is cheaper than before, or as cheap and from an earlier node.
    fn relax(&mut self, run: &mut Run, (from, cost): (NodeId, PathCost), arc: Arc) {
        let Arc { head, edge, .. } = arc;
        let Some(left) = self.lower_bound(head).filter(|_| self.edges_scanned <= run.scan_limit) else { return };
        let label = DistanceLabel { cost: cost + arc.cost, from, edge };
        let estimate = label.cost + PathCost::of_distance(left);
        if estimate.distance() > run.distance || self.is_banned(arc, arc.climbs + self.climbs_before(from)) {
            return;
        }
        let known = self.workspace.labels.get(head);
        if known.is_none_or(|known| (label.cost, label.from, label.edge) < (known.cost, known.from, known.edge)) {
            self.workspace.labels.set(head, label);
            if known.is_none_or(|known| label.cost < known.cost) {
                run.queue.push(Reverse((estimate, label.cost, head, 0)));
            }
        }
    }

    /// A lower bound on the distance to the goal, exact for nodes that are as near as has been explored backward. None for nodes
    /// that neither side has found, or from which there is no path.
    pub fn lower_bound(&self, node: NodeId) -> Option<usize> {
        let is_exhausted = self.backward.is_exhausted();
        let explored = if is_exhausted { usize::MAX } else { self.backward.explored_depth() };
        let known = self.workspace.backward.get(node).map(|distance| (distance as usize).min(explored));
        let seen = || !is_exhausted && self.workspace.forward.get(node).is_some();
        known.or_else(|| seen().then_some(explored))
    }

    /// The path to the goal by labels, without eligibility nodes.
    pub fn reconstruct(&self, start: NodeId, goal: NodeId) -> Vec<EdgeStep> {
        let mut steps = Vec::new();
        let mut to = goal;
        while to != start {
            let Some(label) = self.workspace.labels.get(to) else { break };
            let (from, studied) = match self.network.eligibility_at(label.from, self.context) {
                Some(eligibility) => {
                    let holder = self.workspace.labels.get(label.from).map_or(start, |label| label.from);
                    (holder, eligibility.held)
                }
                None => (label.from, self.network.asked(label.edge)),
            };
            let before = self.workspace.labels.get(from).map(|label| label.cost).unwrap_or_default();
            let (held, flags) = (self.network.held_at(from, self.context), self.network.flags(label.edge));
            let chain = self.network.study_between(held, studied, self.constraints);
            let climbs = chain.map_or(0, |chain| chain.climbs.len() as u8);
            steps.push(EdgeStep {
                from,
                to,
                edge: label.edge,
                cost: label.cost - before,
                flags,
                held,
                studied,
                climbs,
            });
            to = from;
        }
        steps.reverse();
        steps
    }
}
