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
use crate::catalogue::journeys::search::workspace::{Reached, Workspace};

/// One step of a journey, in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::catalogue::journeys) struct EdgeStep {
    pub(in crate::catalogue::journeys) from: NodeId,
    pub(in crate::catalogue::journeys) to: NodeId,
    pub(in crate::catalogue::journeys) arc: EdgeId,
    pub(in crate::catalogue::journeys) cost: PathCost,
    pub(in crate::catalogue::journeys) traits: EdgeFlags,
}

/// A search under a rule.
pub(in crate::catalogue::journeys) struct AStar<'n> {
    pub(in crate::catalogue::journeys) network: &'n Network,
    pub(in crate::catalogue::journeys) rule: Constraints,
    pub(in crate::catalogue::journeys) outlook: TravellerContext,
    pub(in crate::catalogue::journeys) scratch: &'n mut Workspace,
    /// What has been looked at around the goal.
    pub(in crate::catalogue::journeys) behind: Frontier,
    /// The large standings whose ways in were looked at one by one after all.
    pub(in crate::catalogue::journeys) opened: BTreeSet<NodeId>,
    /// The standings of earlier stops.
    passed: Vec<Eligibility>,
    /// How many arrows have been looked at.
    pub(in crate::catalogue::journeys) looks: usize,
}

/// What is next to be left: the least that a journey over it costs, what it has cost so far, the place, and for a large
/// standing the ring around the goal to which one now steps.
type Next = Reverse<(PathCost, PathCost, NodeId, usize)>;

/// One run of the search.
struct Run {
    steps: usize,
    /// It ends when as many arrows have been looked at.
    most_looks: usize,
    queue: BinaryHeap<Next>,
}

impl<'n> AStar<'n> {
    pub(in crate::catalogue::journeys) fn new(
        network: &'n Network,
        rule: Constraints,
        outlook: TravellerContext,
        scratch: &'n mut Workspace,
    ) -> Self {
        Self {
            network,
            rule,
            outlook,
            scratch,
            behind: Frontier::default(),
            opened: BTreeSet::new(),
            passed: Vec::new(),
            looks: 0,
        }
    }

    /// Every arrow that leaves a place and may be taken.
    pub(in crate::catalogue::journeys) fn each_open(
        &mut self,
        node: NodeId,
        mut see: impl FnMut(&mut Self, NodeId, EdgeId, EdgeFlags),
    ) {
        let network = self.network;
        network.each_leaving(node, self.outlook, self.rule, |head, arc, traits| {
            self.looks += 1;
            see(self, head, arc, traits);
        });
    }

    /// The standing at a place, if too many ways in are open to it to look at them one by one.
    pub(in crate::catalogue::journeys) fn large_standing(&self, node: NodeId) -> Option<Eligibility> {
        let standing = self.network.standing_at(node, self.outlook)?;
        (self.network.count_open_to(standing, self.rule) > self.network.limits.routes_one_by_one).then_some(standing)
    }

    /// Forgets what is barred.
    pub(in crate::catalogue::journeys) fn unbar(&mut self) {
        self.scratch.barred.wipe();
        self.passed.clear();
    }

    /// Bars these moves into a place.
    pub(in crate::catalogue::journeys) fn bar(&mut self, node: NodeId, moves: u8) {
        let before = self.scratch.barred.get(node).unwrap_or(0);
        self.scratch.barred.set(node, before | moves);
    }

    /// Bars an earlier stop, and every later move that could have been made there already, in the same kind of way and asking
    /// no more.
    pub(in crate::catalogue::journeys) fn pass(&mut self, stop: NodeId) {
        self.each_open(stop, |search, head, _, traits| search.bar(head, traits.moves_outdone()));
        self.bar(stop, u8::MAX);
        let network = self.network;
        let standings = network.standings_of(stop, self.outlook);
        self.passed.extend(standings.filter_map(|node| network.standing_at(node, self.outlook)));
    }

    /// Whether a move into a place is barred.
    fn is_barred(&self, head: NodeId, traits: EdgeFlags) -> bool {
        let outdone = |passed: &Eligibility| match self.network.standing_at(head, self.outlook) {
            Some(standing) => passed.covers(standing),
            None => {
                let mut open = self.network.open_ways(*passed, head, self.rule);
                open.any(|(_, open)| open.way() == traits.way())
            }
        };
        self.scratch.barred.get(head).is_some_and(|moves| moves & traits.move_bit() != 0)
            || self.passed.iter().any(outdone)
    }

    /// The cheapest journey by moves that are not barred and among places that both ends have looked at, in at most so many
    /// steps, looking at arrows until `looks` is as high as this. To be asked after [`Self::steps_between`], for the same goal.
    ///
    /// Of several as cheap it is the one whose last stop but one has the first title, and so on back to the start.
    pub(in crate::catalogue::journeys) fn cheapest(
        &mut self,
        start: NodeId,
        goal: NodeId,
        steps: usize,
        most_looks: usize,
    ) -> Option<Vec<EdgeStep>> {
        self.scratch.reached.wipe();
        self.scratch.reached.set(start, Reached::default());
        // The queue gives out first what may be cheapest in all, then what is nearest to the start: so all the ways to a
        // place that cost the same are known before it is left.
        let first = Reverse((PathCost::default(), PathCost::default(), start, 0));
        let mut run = Run { steps, most_looks, queue: BinaryHeap::from([first]) };
        while let Some(Reverse((_, cost, node, ring))) = run.queue.pop() {
            if self.looks > most_looks {
                return None;
            }
            if node == goal {
                return Some(self.traced(start, goal));
            }
            if self.scratch.reached.get(node).is_some_and(|reached| reached.cost < cost) {
                continue;
            }
            match self.large_standing(node) {
                Some(standing) if !self.opened.contains(&node) => {
                    self.enter_ring(&mut run, (node, standing), cost, ring);
                }
                _ => self.each_open(node, |search, head, arc, traits| {
                    search.step(&mut run, (node, cost), head, arc, traits)
                }),
            }
        }
        None
    }

    /// Steps from a large standing to the roles of one ring around the goal; the next ring has its turn later.
    fn enter_ring(&mut self, run: &mut Run, (node, standing): (NodeId, Eligibility), cost: PathCost, ring: usize) {
        let network = self.network;
        if ring == 0 {
            for (head, arc, traits) in network.study_from(standing, self.rule) {
                self.step(run, (node, cost), head, arc, traits);
            }
        }
        let roles = self.behind.rings.get(ring).map_or(0, Vec::len);
        for place in 0..roles {
            let role = self.behind.rings[ring][place];
            self.looks += 1;
            if self.looks > run.most_looks {
                return;
            }
            if self.scratch.behind.get(role) == Some(ring as u32) {
                for (arc, traits) in network.open_ways(standing, role, self.rule) {
                    self.step(run, (node, cost), role, arc, traits);
                }
            }
        }
        let least = cost + PathCost::of_steps(ring + 2);
        if ring + 1 < self.behind.rings.len() && least.steps() <= run.steps {
            run.queue.push(Reverse((least, cost, node, ring + 1)));
        }
    }

    /// Notes that a place can be reached over an arrow, if that is cheaper than what was known.
    fn step(&mut self, run: &mut Run, (from, cost): (NodeId, PathCost), head: NodeId, arc: EdgeId, traits: EdgeFlags) {
        let Some(left) = self.steps_left(head).filter(|_| self.looks <= run.most_looks) else { return };
        let new = Reached { cost: cost + traits.cost(), from, arc };
        let whole = new.cost + PathCost::of_steps(left);
        if whole.steps() > run.steps || self.is_barred(head, traits) {
            return;
        }
        let known = self.scratch.reached.get(head);
        if known.is_none_or(|known| (new.cost, new.from, new.arc) < (known.cost, known.from, known.arc)) {
            self.scratch.reached.set(head, new);
            if known.is_none_or(|known| new.cost < known.cost) {
                run.queue.push(Reverse((whole, new.cost, head, 0)));
            }
        }
    }

    /// The way that was found, as stops without the standings between them.
    fn traced(&self, start: NodeId, goal: NodeId) -> Vec<EdgeStep> {
        let mut hops = Vec::new();
        let mut to = goal;
        while to != start {
            let Some(step) = self.scratch.reached.get(to) else { break };
            let from = match self.network.kind(step.from) {
                NodeKind::Eligibility => self.scratch.reached.get(step.from).map_or(start, |standing| standing.from),
                _ => step.from,
            };
            let before = self.scratch.reached.get(from).map(|reached| reached.cost).unwrap_or_default();
            let traits = self.network.traits(step.arc);
            hops.push(EdgeStep { from, to, arc: step.arc, cost: step.cost - before, traits });
            to = from;
        }
        hops.reverse();
        hops
    }
}
