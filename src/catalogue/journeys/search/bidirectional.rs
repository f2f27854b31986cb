//! How far it is: both ends of a journey look for each other.
//!
//! They look ring by ring, the end with fewer arrows before it going first (I. Pohl, "Bi-directional search", 1971). That says how
//! many steps it takes, or that there is no way, and it leaves the steps to the goal written on every place near the goal.
//!
//! A large standing sees many thousand ways in. From the start they are not looked at one by one until there is less to look at
//! from no other side; until then, each role that is met from behind is asked whether one of its ways in is seen.

use crate::catalogue::journeys::network::edge::{HOLD, NodeId, NodeKind};
use crate::catalogue::journeys::network::eligibility::Eligibility;
use crate::catalogue::journeys::search::a_star::AStar;

/// One end of a search: rings of places by their distance.
#[derive(Debug, Default)]
pub(in crate::catalogue::journeys) struct Frontier {
    pub(in crate::catalogue::journeys) rings: Vec<Vec<NodeId>>,
    /// The ring that is being widened: all nearer ones have been.
    pub(in crate::catalogue::journeys) depth: usize,
    /// How many places of that ring have been widened.
    done: usize,
    /// Around the goal: whether all of the ring is known, with everybody who has one of its standings.
    whole: bool,
}

impl Frontier {
    pub(in crate::catalogue::journeys) fn at(node: NodeId) -> Self {
        Self { rings: vec![vec![node]], depth: 0, done: 0, whole: false }
    }

    fn ring(&self) -> &[NodeId] {
        self.rings.get(self.depth).map_or(&[], Vec::as_slice)
    }

    /// Whether there is nothing left to look at.
    pub(in crate::catalogue::journeys) fn is_spent(&self) -> bool {
        self.ring().is_empty()
    }

    /// At least how far off everything is that has not been seen.
    fn seen(&self) -> usize {
        self.depth + usize::from(self.whole)
    }

    fn next_ring(&mut self) {
        self.depth += 1;
        self.done = 0;
        self.whole = false;
    }

    fn add(&mut self, node: NodeId, depth: usize) {
        if self.rings.len() <= depth {
            self.rings.push(Vec::new());
        }
        if let Some(ring) = self.rings.get_mut(depth) {
            ring.push(node);
        }
    }
}

/// What both ends know of the way between them.
#[derive(Debug, Default)]
struct Meeting {
    /// Whether the first way is as good as the shortest.
    any_will_do: bool,
    /// The steps of the shortest way on which they have met.
    best: Option<usize>,
    /// The large standings of the last ring around the start that was widened: what they see is still to be looked at.
    waiting: Vec<(NodeId, Eligibility)>,
}

impl AStar<'_> {
    /// How many steps there are from a place to another, if there is a way.
    pub(in crate::catalogue::journeys) fn steps_between(&mut self, start: NodeId, goal: NodeId) -> Option<usize> {
        self.meeting_of(start, goal, Meeting::default())
    }

    /// Whether there is a way from a place to another.
    pub(in crate::catalogue::journeys) fn can_get(&mut self, start: NodeId, goal: NodeId) -> bool {
        self.meeting_of(start, goal, Meeting { any_will_do: true, ..Meeting::default() }).is_some()
    }

    fn meeting_of(&mut self, start: NodeId, goal: NodeId, mut meeting: Meeting) -> Option<usize> {
        self.scratch.ahead.wipe();
        self.scratch.behind.wipe();
        self.scratch.ahead.set(start, 0);
        self.scratch.behind.set(goal, 0);
        let (mut ahead, mut behind) = (Frontier::at(start), Frontier::at(goal));
        self.opened.clear();
        while !(behind.is_spent() || ahead.is_spent() && meeting.waiting.is_empty()) {
            if meeting.is_settled(ahead.depth, behind.seen()) {
                break;
            }
            let waiting: usize = meeting.waiting.iter().map(|(_, it)| self.network.count_open_to(*it, self.rule)).sum();
            if waiting + self.load(&ahead, true) <= self.load(&behind, false).max(self.network.limits.routes_one_by_one)
            {
                self.widen_ahead(&mut ahead, &behind, &mut meeting);
            } else {
                let from_start = ahead.depth;
                self.widen_behind(&mut behind, |search, node, depth, side| {
                    search.meet(node, depth, from_start, &mut meeting);
                    meeting.is_settled(from_start, side.seen())
                });
            }
        }
        self.behind = behind;
        meeting.best
    }

    /// Notes what it means that a place has been met from behind.
    fn meet(&self, node: NodeId, depth: usize, from_start: usize, meeting: &mut Meeting) {
        meeting.note(self.scratch.ahead.get(node), depth);
        if meeting.best.is_none_or(|best| from_start + depth < best) {
            let mut waiting = meeting.waiting.iter();
            if waiting.any(|(_, standing)| self.network.sees(*standing, node, self.rule)) {
                meeting.note(Some(from_start as u32), depth);
            }
        }
    }

    /// Looks further from behind, for about so many looks.
    pub(in crate::catalogue::journeys) fn look_further_behind(&mut self, most: usize) {
        let most = self.looks + most;
        let mut behind = std::mem::take(&mut self.behind);
        while !behind.is_spent() && self.looks < most {
            self.widen_behind(&mut behind, |search, _, _, _| search.looks >= most);
        }
        self.behind = behind;
    }

    /// About how many arrows there are before the rest of a ring.
    fn load(&self, side: &Frontier, forward: bool) -> usize {
        let rest = side.ring().iter().skip(side.done);
        rest.map(|node| self.network.load(*node, self.outlook, self.rule, forward)).sum()
    }

    /// Widens a ring around the start, after what was waiting in the ring before.
    fn widen_ahead(&mut self, side: &mut Frontier, behind: &Frontier, meeting: &mut Meeting) {
        let network = self.network;
        for (node, _) in std::mem::take(&mut meeting.waiting) {
            let depth = side.depth;
            self.opened.insert(node);
            self.each_open(node, |search, head, _, _| search.reach(side, head, depth, meeting));
        }
        while let Some(&node) = side.ring().get(side.done) {
            side.done += 1;
            let depth = side.depth;
            match self.large_standing(node) {
                Some(standing) => {
                    for (head, _, _) in network.study_from(standing, self.rule) {
                        self.reach(side, head, depth + 1, meeting);
                    }
                    meeting.waiting.push((node, standing));
                }
                None => self.each_open(node, |search, head, arc, _| {
                    search.reach(side, head, depth + usize::from(arc != HOLD), meeting);
                }),
            }
        }
        side.next_ring();
        if !meeting.waiting.is_empty() {
            for (depth, ring) in behind.rings.iter().enumerate() {
                ring.iter().for_each(|node| self.meet(*node, depth, side.depth, meeting));
            }
        }
    }

    fn reach(&mut self, side: &mut Frontier, head: NodeId, depth: usize, meeting: &mut Meeting) {
        if self.scratch.ahead.get(head).is_none() {
            self.scratch.ahead.set(head, depth as u32);
            side.add(head, depth);
            meeting.note(self.scratch.behind.get(head), depth);
        }
    }

    /// Widens a ring around the goal, until `enough` of what is met.
    ///
    /// Its standings come first: whoever has one stands in the same ring.
    fn widen_behind(&mut self, side: &mut Frontier, mut enough: impl FnMut(&Self, NodeId, usize, &Frontier) -> bool) {
        let network = self.network;
        if !side.whole
            && let Some(ring) = side.rings.get_mut(side.depth)
        {
            ring.sort_by_key(|node| network.kind(*node) != NodeKind::Eligibility);
        }
        let mut stop = false;
        while let Some(&node) = side.ring().get(side.done) {
            if !side.whole && network.kind(node) != NodeKind::Eligibility {
                side.whole = true;
                stop |= enough(self, node, side.depth, side);
            }
            if stop && side.whole {
                return;
            }
            side.done += 1;
            let own = side.depth;
            if self.scratch.behind.get(node) != Some(own as u32) {
                continue;
            }
            self.each_arriving(node, |search, tail, is_step| {
                let depth = own + usize::from(is_step);
                if search.scratch.behind.get(tail).is_none_or(|known| depth < known as usize) {
                    search.scratch.behind.set(tail, depth as u32);
                    side.add(tail, depth);
                    stop |= enough(search, tail, depth, side);
                }
            });
        }
        side.next_ring();
    }

    fn each_arriving(&mut self, node: NodeId, mut see: impl FnMut(&mut Self, NodeId, bool)) {
        let (network, rule) = (self.network, self.rule);
        if !network.admits(rule, node) {
            return;
        }
        network.each_arriving(
            node,
            self.outlook,
            |traits| rule.allows(traits),
            |tail, is_step| {
                self.looks += 1;
                see(self, tail, is_step);
            },
        );
    }

    /// At least how many steps there are from a place to the goal, as far as both ends have looked; none if they have not seen it,
    /// or if there is no way.
    pub(in crate::catalogue::journeys) fn steps_left(&self, node: NodeId) -> Option<usize> {
        let known = self.scratch.behind.get(node).map(|steps| steps as usize);
        let seen = || !self.behind.is_spent() && self.scratch.ahead.get(node).is_some();
        known.or_else(|| seen().then_some(self.behind.seen()))
    }
}

impl Meeting {
    /// Notes that one end has met a place that the other knows.
    fn note(&mut self, across: Option<u32>, depth: usize) {
        if let Some(rest) = across {
            let steps = depth + rest as usize;
            self.best = Some(self.best.map_or(steps, |best| best.min(steps)));
        }
    }

    /// Whether no shorter way can be found any more: what has not been met is at least as far from the start as the ring that is
    /// to be widened next, and at least as far from the goal as everything that has not been seen from there.
    fn is_settled(&self, ahead: usize, seen_behind: usize) -> bool {
        self.best.is_some_and(|best| self.any_will_do || best <= ahead + seen_behind)
    }
}
