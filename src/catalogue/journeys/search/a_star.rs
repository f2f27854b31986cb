//! The cheapest path, by A* (P. E. Hart, N. J. Nilsson and B. Raphael, "A formal basis for the heuristic determination of
//! minimum cost paths", 1968).

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use crate::catalogue::journeys::network::Network;
use crate::catalogue::journeys::network::constraints::Constraints;
use crate::catalogue::journeys::network::edge::{EdgeId, NodeId, NodeKind, TravellerContext};
use crate::catalogue::journeys::network::eligibility::Eligibility;
use crate::catalogue::journeys::network::flags::{EdgeFlags, PathCost};
use crate::catalogue::journeys::search::frontier::Frontier;
use crate::catalogue::journeys::search::workspace::{DistanceLabel, Workspace};

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EdgeStep {
    /// The stop it leaves.
    pub from: NodeId,
    /// The stop it leads to.
    pub to: NodeId,
    /// The edge into that stop.
    pub edge: EdgeId,
    /// The cost, with that of an edge to an eligibility before it.
    pub cost: PathCost,
    /// The flags of the edge.
    pub flags: EdgeFlags,
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
    /// The eligibilities at the stops of the banned prefix.
    prefix_eligibilities: Vec<Eligibility>,
    /// The number of edges scanned so far.
    pub edges_scanned: usize,
}

/// A queue entry: a lower bound on the cost of a path over the node, the cost so far, the node, and for a large eligibility the
/// backward layer to step to.
type Next = Reverse<(PathCost, PathCost, NodeId, usize)>;

/// One run of [`AStar::cheapest_path`].
struct Run {
    /// The most steps of the path.
    steps: usize,
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
    pub fn for_each_outgoing(&mut self, node: NodeId, mut visit: impl FnMut(&mut Self, NodeId, EdgeId, EdgeFlags)) {
        let network = self.network;
        network.for_each_outgoing(node, self.context, self.constraints, |head, edge, flags| {
            self.edges_scanned += 1;
            visit(self, head, edge, flags);
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

    /// Bans these moves (see [`EdgeFlags::move_bit`]) into a node.
    pub fn ban(&mut self, node: NodeId, moves: u8) {
        let before = self.workspace.banned.get(node).unwrap_or(0);
        self.workspace.banned.set(node, before | moves);
    }

    /// Bans a stop of the prefix, and every later move that could have been made there already by the same training route,
    /// asking for no more.
    pub fn ban_prefix_node(&mut self, stop: NodeId) {
        self.for_each_outgoing(stop, |search, head, _, flags| search.ban(head, flags.moves_outdone()));
        self.ban(stop, u8::MAX);
        let network = self.network;
        let eligibilities = network.eligibilities_of(stop, self.context);
        self.prefix_eligibilities.extend(eligibilities.filter_map(|node| network.eligibility_at(node, self.context)));
    }

    /// Whether a move into a node is banned.
    fn is_banned(&self, head: NodeId, flags: EdgeFlags) -> bool {
        let outdone = |earlier: &Eligibility| match self.network.eligibility_at(head, self.context) {
            Some(eligibility) => earlier.covers(eligibility),
            None => {
                let mut open = self.network.qualification_edges(*earlier, head, self.constraints);
                open.any(|(_, open)| open.training_route() == flags.training_route())
            }
        };
        self.workspace.banned.get(head).is_some_and(|moves| moves & flags.move_bit() != 0)
            || self.prefix_eligibilities.iter().any(outdone)
    }

    /// The cheapest path of at most `steps` steps by moves that are not banned, among the nodes found by [`Self::distance`] for
    /// the same start and goal. None where there is none, or where the scan limit is reached.
    ///
    /// The heuristic is the exact or least number of steps to the goal, which is consistent. Of equally cheap paths it is the
    /// one whose last stop but one comes first in the order of nodes, and so on back to the start: nodes leave the queue by
    /// estimate, then by cost, so that all equally cheap labels of a node are known before it is expanded.
    pub fn cheapest_path(
        &mut self,
        start: NodeId,
        goal: NodeId,
        steps: usize,
        scan_limit: usize,
    ) -> Option<Vec<EdgeStep>> {
        self.workspace.labels.clear();
        self.workspace.labels.set(start, DistanceLabel::default());
        // The queue gives out first what may be cheapest in all, then what is nearest to the start: so all the ways to a
        // place that cost the same are known before it is left.
        let first = Reverse((PathCost::default(), PathCost::default(), start, 0));
        let mut run = Run { steps, scan_limit, queue: BinaryHeap::from([first]) };
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
                _ => self.for_each_outgoing(node, |search, head, edge, flags| {
                    search.relax(&mut run, (node, cost), head, edge, flags)
                }),
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
        if layer == 0 {
            for (head, edge, flags) in network.study_from(eligibility, self.constraints) {
                self.relax(run, (node, cost), head, edge, flags);
            }
        }
        let roles = self.backward.layers.get(layer).map_or(0, Vec::len);
        for index in 0..roles {
            let role = self.backward.layers[layer][index];
            self.edges_scanned += 1;
            if self.edges_scanned > run.scan_limit {
                return;
            }
            if self.workspace.backward.get(role) == Some(layer as u32) {
                for (edge, flags) in network.qualification_edges(eligibility, role, self.constraints) {
                    self.relax(run, (node, cost), role, edge, flags);
                }
            }
        }
        let least = cost + PathCost::of_steps(layer + 2);
        if layer + 1 < self.backward.layers.len() && least.steps() <= run.steps {
            run.queue.push(Reverse((least, cost, node, layer + 1)));
        }
    }

    /// Relaxes an edge: sets the label of its head where it is cheaper than before, or as cheap and from an earlier node.
    fn relax(&mut self, run: &mut Run, (from, cost): (NodeId, PathCost), head: NodeId, edge: EdgeId, flags: EdgeFlags) {
        let Some(left) = self.lower_bound(head).filter(|_| self.edges_scanned <= run.scan_limit) else { return };
        let label = DistanceLabel { cost: cost + flags.cost(), from, edge };
        let estimate = label.cost + PathCost::of_steps(left);
        if estimate.steps() > run.steps || self.is_banned(head, flags) {
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

    /// A lower bound on the number of steps to the goal, exact for nodes found backward. None for nodes that neither side has
    /// found, or from which there is no path.
    pub fn lower_bound(&self, node: NodeId) -> Option<usize> {
        let known = self.workspace.backward.get(node).map(|steps| steps as usize);
        let seen = || !self.backward.is_exhausted() && self.workspace.forward.get(node).is_some();
        known.or_else(|| seen().then_some(self.backward.explored_depth()))
    }

    /// The path to the goal by labels, without eligibility nodes.
    fn reconstruct(&self, start: NodeId, goal: NodeId) -> Vec<EdgeStep> {
        let mut steps = Vec::new();
        let mut to = goal;
        while to != start {
            let Some(label) = self.workspace.labels.get(to) else { break };
            let from = match self.network.kind(label.from) {
                NodeKind::Eligibility => self.workspace.labels.get(label.from).map_or(start, |label| label.from),
                _ => label.from,
            };
            let before = self.workspace.labels.get(from).map(|label| label.cost).unwrap_or_default();
            let flags = self.network.flags(label.edge);
            steps.push(EdgeStep { from, to, edge: label.edge, cost: label.cost - before, flags });
            to = from;
        }
        steps.reverse();
        steps
    }
}
