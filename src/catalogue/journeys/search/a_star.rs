//! The search for the cheapest journey, led by the steps that are left (P. E. Hart, N. J. Nilsson and B. Raphael, "A formal basis for
//! the heuristic determination of minimum cost paths", 1968).

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use crate::catalogue::journeys::network::Network;
use crate::catalogue::journeys::network::edge::{EdgeId, NodeId, NodeKind, TravellerContext};
use crate::catalogue::journeys::network::eligibility::Eligibility;
use crate::catalogue::journeys::network::flags::{EdgeFlags, PathCost};
use crate::catalogue::journeys::preferences::Constraints;
use crate::catalogue::journeys::search::bidirectional::Frontier;
use crate::catalogue::journeys::search::workspace::{DistanceLabel, Workspace};

/// One step of a journey, in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::catalogue::journeys) struct EdgeStep {
    pub(in crate::catalogue::journeys) from: NodeId,
    pub(in crate::catalogue::journeys) to: NodeId,
    pub(in crate::catalogue::journeys) edge: EdgeId,
    pub(in crate::catalogue::journeys) cost: PathCost,
    pub(in crate::catalogue::journeys) flags: EdgeFlags,
}

/// A search under constraints.
pub(in crate::catalogue::journeys) struct AStar<'n> {
    pub(in crate::catalogue::journeys) network: &'n Network,
    pub(in crate::catalogue::journeys) constraints: Constraints,
    pub(in crate::catalogue::journeys) context: TravellerContext,
    pub(in crate::catalogue::journeys) workspace: &'n mut Workspace,
    /// What has been looked at around the goal.
    pub(in crate::catalogue::journeys) backward: Frontier,
    /// The large eligibilities whose ways in were looked at one by one after all.
    pub(in crate::catalogue::journeys) opened: BTreeSet<NodeId>,
    /// The eligibilities of earlier stops.
    prefix_eligibilities: Vec<Eligibility>,
    /// How many edges have been looked at.
    pub(in crate::catalogue::journeys) edges_scanned: usize,
}

/// What is next to be left: the least that a journey over it costs, what it has cost so far, the place, and for a large
/// eligibility the layer around the goal to which one now steps.
type Next = Reverse<(PathCost, PathCost, NodeId, usize)>;

/// One run of the search.
struct Run {
    steps: usize,
    /// It ends when as many edges have been looked at.
    scan_limit: usize,
    queue: BinaryHeap<Next>,
}

impl<'n> AStar<'n> {
    pub(in crate::catalogue::journeys) fn new(
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

    /// Every edge that leaves a place and may be taken.
    pub(in crate::catalogue::journeys) fn for_each_outgoing(
        &mut self,
        node: NodeId,
        mut visit: impl FnMut(&mut Self, NodeId, EdgeId, EdgeFlags),
    ) {
        let network = self.network;
        network.for_each_outgoing(node, self.context, self.constraints, |head, edge, flags| {
            self.edges_scanned += 1;
            visit(self, head, edge, flags);
        });
    }

    /// The eligibility at a place, if too many ways in are open to it to look at them one by one.
    pub(in crate::catalogue::journeys) fn large_eligibility(&self, node: NodeId) -> Option<Eligibility> {
        let eligibility = self.network.eligibility_at(node, self.context)?;
        (self.network.count_open_to(eligibility, self.constraints) > self.network.limits.routes_one_by_one)
            .then_some(eligibility)
    }

    /// Forgets what is banned.
    pub(in crate::catalogue::journeys) fn clear_bans(&mut self) {
        self.workspace.banned.clear();
        self.prefix_eligibilities.clear();
    }

    /// Bars these moves into a place.
    pub(in crate::catalogue::journeys) fn ban(&mut self, node: NodeId, moves: u8) {
        let before = self.workspace.banned.get(node).unwrap_or(0);
        self.workspace.banned.set(node, before | moves);
    }

    /// Bars an earlier stop, and every later move that could have been made there already, in the same kind of way and asking
    /// no more.
    pub(in crate::catalogue::journeys) fn ban_prefix_node(&mut self, stop: NodeId) {
        self.for_each_outgoing(stop, |search, head, _, flags| search.ban(head, flags.moves_outdone()));
        self.ban(stop, u8::MAX);
        let network = self.network;
        let eligibilities = network.eligibilities_of(stop, self.context);
        self.prefix_eligibilities.extend(eligibilities.filter_map(|node| network.eligibility_at(node, self.context)));
    }

    /// Whether a move into a place is banned.
    fn is_banned(&self, head: NodeId, flags: EdgeFlags) -> bool {
        let outdone = |prefix_eligibilities: &Eligibility| match self.network.eligibility_at(head, self.context) {
            Some(eligibility) => prefix_eligibilities.covers(eligibility),
            None => {
                let mut open = self.network.qualification_edges(*prefix_eligibilities, head, self.constraints);
                open.any(|(_, open)| open.training_route() == flags.training_route())
            }
        };
        self.workspace.banned.get(head).is_some_and(|moves| moves & flags.move_bit() != 0)
            || self.prefix_eligibilities.iter().any(outdone)
    }

    /// The cheapest journey by moves that are not banned and among places that both ends have looked at, in at most so many
    /// steps, looking at edges until `looks` is as high as this. To be asked after [`Self::distance`], for the same goal.
    ///
    /// Of several as cheap it is the one whose last stop but one has the first title, and so on back to the start.
    pub(in crate::catalogue::journeys) fn cheapest_path(
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
            if self.workspace.labels.get(node).is_some_and(|labels| labels.cost < cost) {
                continue;
            }
            match self.large_eligibility(node) {
                Some(eligibility) if !self.opened.contains(&node) => {
                    self.expand_layer(&mut run, (node, eligibility), cost, layer);
                }
                _ => self.for_each_outgoing(node, |search, head, edge, flags| {
                    search.step(&mut run, (node, cost), head, edge, flags)
                }),
            }
        }
        None
    }

    /// Steps from a large eligibility to the roles of one layer around the goal; the next layer has its turn later.
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
                self.step(run, (node, cost), head, edge, flags);
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
                    self.step(run, (node, cost), role, edge, flags);
                }
            }
        }
        let least = cost + PathCost::of_steps(layer + 2);
        if layer + 1 < self.backward.layers.len() && least.steps() <= run.steps {
            run.queue.push(Reverse((least, cost, node, layer + 1)));
        }
    }

    /// Notes that a place can be labels over an edge, if that is cheaper than what was known.
    fn step(&mut self, run: &mut Run, (from, cost): (NodeId, PathCost), head: NodeId, edge: EdgeId, flags: EdgeFlags) {
        let Some(left) = self.lower_bound(head).filter(|_| self.edges_scanned <= run.scan_limit) else { return };
        let new = DistanceLabel { cost: cost + flags.cost(), from, edge };
        let whole = new.cost + PathCost::of_steps(left);
        if whole.steps() > run.steps || self.is_banned(head, flags) {
            return;
        }
        let known = self.workspace.labels.get(head);
        if known.is_none_or(|known| (new.cost, new.from, new.edge) < (known.cost, known.from, known.edge)) {
            self.workspace.labels.set(head, new);
            if known.is_none_or(|known| new.cost < known.cost) {
                run.queue.push(Reverse((whole, new.cost, head, 0)));
            }
        }
    }

    /// The way that was found, as stops without the eligibilities between them.
    fn reconstruct(&self, start: NodeId, goal: NodeId) -> Vec<EdgeStep> {
        let mut steps = Vec::new();
        let mut to = goal;
        while to != start {
            let Some(label) = self.workspace.labels.get(to) else { break };
            let from = match self.network.kind(label.from) {
                NodeKind::Eligibility => {
                    self.workspace.labels.get(label.from).map_or(start, |eligibility| eligibility.from)
                }
                _ => label.from,
            };
            let before = self.workspace.labels.get(from).map(|labels| labels.cost).unwrap_or_default();
            let flags = self.network.flags(label.edge);
            steps.push(EdgeStep { from, to, edge: label.edge, cost: label.cost - before, flags });
            to = from;
        }
        steps.reverse();
        steps
    }
}
