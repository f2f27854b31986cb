//! The search for one shortest journey.
//!
//! First both ends look for each other, level by level, the side with fewer arrows to look at going first (I. Pohl, "Bi-directional
//! search", 1971). That says how many steps it takes, or that there is no way, and it leaves the steps to the goal written on every
//! place near the goal. Then a search from the start, led by those (P. E. Hart, N. J. Nilsson and B. Raphael, "A formal basis for the
//! heuristic determination of minimum cost paths", 1968), finds the best among the journeys of so few steps.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::network::{ArcId, HOLD, Kind, Network, Node, Outlook};
use super::scratch::{Reached, Scratch};
use super::standing::Standing;
use super::traits::{Cost, Traits};
use super::wishes::Rule;

/// One step of a journey, in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hop {
    pub(super) from: Node,
    pub(super) to: Node,
    pub(super) arc: ArcId,
    pub(super) cost: Cost,
    pub(super) traits: Traits,
}

/// A search under a rule.
pub(super) struct Search<'n> {
    pub(super) network: &'n Network,
    rule: Rule,
    outlook: Outlook,
    scratch: &'n mut Scratch,
    /// How far the goal has been looked at from behind, and whether there is nothing left to look at.
    behind: Side,
    /// The standings of earlier stops.
    passed: Vec<Standing>,
    /// How many arrows have been looked at.
    pub(super) looks: usize,
}

/// One end of the search for each other.
#[derive(Default)]
struct Side {
    forward: bool,
    edge: Vec<Node>,
    depth: u32,
}

impl Side {
    fn at(node: Node, forward: bool) -> Self {
        Self { forward, edge: vec![node], depth: 0 }
    }
}

impl<'n> Search<'n> {
    pub(super) fn new(network: &'n Network, rule: Rule, outlook: Outlook, scratch: &'n mut Scratch) -> Self {
        Self { network, rule, outlook, scratch, behind: Side::default(), passed: Vec::new(), looks: 0 }
    }

    /// Whether one may step over an arrow to a place.
    fn allows(&self, head: Node, arc: ArcId, traits: Traits) -> bool {
        arc == HOLD
            || self.rule.allows(traits) && self.network.footing(head).is_none_or(|footing| self.rule.admits(footing))
    }

    /// Every arrow that leaves a place and may be taken.
    pub(super) fn each_open(&mut self, node: Node, mut see: impl FnMut(&mut Self, Node, ArcId, Traits)) {
        let network = self.network;
        network.each_leaving(node, self.outlook, |head, arc, traits| {
            self.looks += 1;
            if self.allows(head, arc, traits) {
                see(self, head, arc, traits);
            }
        });
    }

    /// How many steps there are from a place to another, if there is a way.
    pub(super) fn steps_between(&mut self, start: Node, goal: Node) -> Option<u32> {
        self.scratch.ahead.wipe();
        self.scratch.behind.wipe();
        self.scratch.ahead.set(start, 0);
        self.scratch.behind.set(goal, 0);
        let mut ahead = Side::at(start, true);
        self.behind = Side::at(goal, false);
        let mut best = None;
        loop {
            let looked = ahead.depth + self.behind.depth;
            if best.is_some_and(|best| best <= looked) || ahead.edge.is_empty() || self.behind.edge.is_empty() {
                return best;
            }
            if self.load(&ahead) <= self.load(&self.behind) {
                self.widen(&mut ahead, &mut best);
            } else {
                let mut behind = std::mem::take(&mut self.behind);
                self.widen(&mut behind, &mut best);
                self.behind = behind;
            }
        }
    }

    /// Looks one level further from behind, as long as that takes no more than this many looks.
    pub(super) fn widen_behind(&mut self, most: usize) -> bool {
        let mut behind = std::mem::take(&mut self.behind);
        let worth = !behind.edge.is_empty() && self.load(&behind) <= most;
        if worth {
            self.widen(&mut behind, &mut None);
        }
        self.behind = behind;
        worth
    }

    /// Looks at everything that can be reached.
    pub(super) fn look_everywhere_ahead(&mut self, start: Node) {
        self.scratch.ahead.wipe();
        self.scratch.ahead.set(start, 0);
        let mut ahead = Side::at(start, true);
        while !ahead.edge.is_empty() {
            self.widen(&mut ahead, &mut None);
        }
    }

    /// Whether a place could be reached when last everything was looked at.
    pub(super) fn was_seen_ahead(&self, node: Node) -> bool {
        self.scratch.ahead.get(node).is_some()
    }

    /// Shows every level behind the goal, with its steps to the goal, for as long as `more` are wanted.
    pub(super) fn look_behind(&mut self, goal: Node, mut more: impl FnMut(&Self, &[Node], u32) -> bool) {
        self.scratch.behind.wipe();
        self.scratch.behind.set(goal, 0);
        let mut behind = Side::at(goal, false);
        loop {
            let steps = behind.depth;
            let level = self.widen(&mut behind, &mut None);
            if level.is_empty() || !more(self, &level, steps) {
                return;
            }
        }
    }

    /// Whether no arrow leads to a place.
    pub(super) fn nothing_leads_to(&mut self, goal: Node) -> bool {
        let mut nothing = true;
        self.each_neighbour(goal, false, |_, _, _| nothing = false);
        nothing
    }

    /// Whether one can get from a place to no role.
    pub(super) fn leads_nowhere(&mut self, start: Node) -> bool {
        self.look_everywhere_ahead(start);
        (0..self.network.roles).all(|role| role == start || !self.was_seen_ahead(role))
    }

    fn load(&self, side: &Side) -> usize {
        side.edge.iter().map(|node| self.network.load(*node, self.outlook, side.forward)).sum()
    }

    /// Takes one side one level further and returns the level that it leaves, with all who stand on its standings; `best` is the
    /// shortest way so far on which both sides have met.
    ///
    /// From behind, the standings of a level come first: whoever stands on one is on the same level.
    fn widen(&mut self, side: &mut Side, best: &mut Option<u32>) -> Vec<Node> {
        let mut level = std::mem::take(&mut side.edge);
        let mut next = Vec::new();
        if !side.forward {
            let network = self.network;
            level.sort_by_key(|node| !matches!(network.kind(*node), Kind::Standing));
        }
        let mut done = 0;
        while let Some(&node) = level.get(done) {
            done += 1;
            self.each_neighbour(node, side.forward, |search, other, arc| {
                let depth = side.depth + u32::from(arc != HOLD);
                let (own, across) = if side.forward {
                    (&mut search.scratch.ahead, &search.scratch.behind)
                } else {
                    (&mut search.scratch.behind, &search.scratch.ahead)
                };
                if own.get(other).is_none_or(|known| depth < known) {
                    own.set(other, depth);
                    if arc == HOLD { &mut level } else { &mut next }.push(other);
                    if let Some(rest) = across.get(other) {
                        *best = Some(best.map_or(depth + rest, |best: u32| best.min(depth + rest)));
                    }
                }
            });
        }
        side.edge = next;
        side.depth += 1;
        level
    }

    fn each_neighbour(&mut self, node: Node, forward: bool, mut see: impl FnMut(&mut Self, Node, ArcId)) {
        if forward {
            return self.each_open(node, |search, head, arc, _| see(search, head, arc));
        }
        let network = self.network;
        network.each_arriving(node, self.outlook, |tail, arc, traits| {
            self.looks += 1;
            if self.allows(node, arc, traits) {
                see(self, tail, arc);
            }
        });
    }

    /// At least how many steps there are from a place to the goal; none if there is no way.
    fn steps_left(&self, node: Node) -> Option<u32> {
        let behind = &self.scratch.behind;
        let standings = self.network.standings_of(node, self.outlook);
        let known = behind.get(node).into_iter().chain(standings.filter_map(|standing| behind.get(standing))).min();
        known.or_else(|| (!self.behind.edge.is_empty()).then_some(self.behind.depth + 1))
    }

    /// Forgets what is barred.
    pub(super) fn unbar(&mut self) {
        self.scratch.barred.wipe();
        self.passed.clear();
    }

    /// Bars these moves into a place.
    pub(super) fn bar(&mut self, node: Node, moves: u8) {
        let before = self.scratch.barred.get(node).unwrap_or(0);
        self.scratch.barred.set(node, before | moves);
    }

    /// Bars an earlier stop, and every later move that could have been made there already, in the same kind of way and asking
    /// no more.
    pub(super) fn pass(&mut self, stop: Node) {
        self.each_open(stop, |search, head, _, traits| search.bar(head, traits.moves_outdone()));
        self.bar(stop, u8::MAX);
        let network = self.network;
        for node in network.standings_of(stop, self.outlook) {
            if let Some(standing) = network.standing_at(node, self.outlook) {
                self.passed.push(standing);
            }
        }
    }

    /// Whether a move into a place is barred.
    fn is_barred(&self, head: Node, traits: Traits) -> bool {
        let outdone = |passed: &Standing| match self.network.standing_at(head, self.outlook) {
            Some(standing) => passed.covers(standing),
            None => self.network.sees(*passed, head, |open| open.way() == traits.way() && self.rule.allows(open)),
        };
        self.scratch.barred.get(head).is_some_and(|moves| moves & traits.move_bit() != 0)
            || self.passed.iter().any(outdone)
    }

    /// The cheapest journey by moves that are not barred, in at most so many steps, looking at arrows until `looks` is as high
    /// as `most`. To be asked after [`Self::steps_between`], for the same goal.
    ///
    /// Of several as cheap it is the one whose last stop but one has the first title, and so on back to the start.
    pub(super) fn cheapest(&mut self, start: Node, goal: Node, steps: u32, most: usize) -> Option<Vec<Hop>> {
        self.scratch.reached.wipe();
        self.scratch.reached.set(start, Reached::default());
        // The queue gives out first what may be cheapest in all, then what is nearest to the start: so all the ways to a
        // place that cost the same are known before it is left.
        let mut queue = BinaryHeap::from([Reverse((Cost::default(), Cost::default(), start))]);
        while let Some(Reverse((_, cost, node))) = queue.pop() {
            if node == goal {
                return Some(self.traced(start, goal));
            }
            if self.looks > most {
                return None;
            }
            if self.scratch.reached.get(node).is_some_and(|reached| reached.cost < cost) {
                continue;
            }
            self.each_open(node, |search, head, arc, traits| {
                if search.is_barred(head, traits) {
                    return;
                }
                let Some(left) = search.steps_left(head) else { return };
                let new = Reached { cost: cost + traits.cost(), from: node, arc };
                let whole = new.cost + Cost::of_steps(left);
                if whole.steps() > steps {
                    return;
                }
                let known = search.scratch.reached.get(head);
                if known.is_none_or(|known| (new.cost, new.from, new.arc) < (known.cost, known.from, known.arc)) {
                    search.scratch.reached.set(head, new);
                    if known.is_none_or(|known| new.cost < known.cost) {
                        queue.push(Reverse((whole, new.cost, head)));
                    }
                }
            });
        }
        None
    }

    /// The way that was found, as stops without the standings between them.
    fn traced(&self, start: Node, goal: Node) -> Vec<Hop> {
        let mut hops = Vec::new();
        let mut to = goal;
        while to != start {
            let Some(step) = self.scratch.reached.get(to) else { break };
            let from = match self.network.kind(step.from) {
                Kind::Standing => self.scratch.reached.get(step.from).map_or(start, |standing| standing.from),
                _ => step.from,
            };
            let before = self.scratch.reached.get(from).map(|reached| reached.cost).unwrap_or_default();
            let traits = self.network.traits(step.arc);
            hops.push(Hop { from, to, arc: step.arc, cost: step.cost - before, traits });
            to = from;
        }
        hops.reverse();
        hops
    }
}
