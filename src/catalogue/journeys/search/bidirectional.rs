//! How far it is: both ends of a journey look for each other.
//!
//! They look layer by layer, the end with fewer edges before it going first (I. Pohl, "Bi-directional search", 1971). That says how
//! many steps it takes, or that there is no way, and it leaves the steps to the goal written on every place near the goal.
//!
//! A large eligibility sees many thousand ways in. From the start they are not looked at one by one until there is less to look at
//! from no other frontier; until then, each role that is met from behind is asked whether one of its ways in is seen.

use crate::catalogue::journeys::network::edge::{HOLD, NodeId, NodeKind};
use crate::catalogue::journeys::network::eligibility::Eligibility;
use crate::catalogue::journeys::search::a_star::AStar;

/// One end of a search: layers of places by their distance.
#[derive(Debug, Default)]
pub(in crate::catalogue::journeys) struct Frontier {
    pub(in crate::catalogue::journeys) layers: Vec<Vec<NodeId>>,
    /// The layer that is being widened: all nearer ones have been.
    pub(in crate::catalogue::journeys) depth: usize,
    /// How many places of that layer have been widened.
    expanded: usize,
    /// Around the goal: whether all of the layer is known, with everybody who has one of its eligibilities.
    complete: bool,
}

impl Frontier {
    pub(in crate::catalogue::journeys) fn at(node: NodeId) -> Self {
        Self { layers: vec![vec![node]], depth: 0, expanded: 0, complete: false }
    }

    fn layer(&self) -> &[NodeId] {
        self.layers.get(self.depth).map_or(&[], Vec::as_slice)
    }

    /// Whether there is nothing left to look at.
    pub(in crate::catalogue::journeys) fn is_exhausted(&self) -> bool {
        self.layer().is_empty()
    }

    /// At least how far off everything is that has not been seen.
    fn explored_depth(&self) -> usize {
        self.depth + usize::from(self.complete)
    }

    fn next_layer(&mut self) {
        self.depth += 1;
        self.expanded = 0;
        self.complete = false;
    }

    fn add(&mut self, node: NodeId, depth: usize) {
        if self.layers.len() <= depth {
            self.layers.push(Vec::new());
        }
        if let Some(layer) = self.layers.get_mut(depth) {
            layer.push(node);
        }
    }
}

/// What both ends know of the way between them.
#[derive(Debug, Default)]
struct Meeting {
    /// Whether the first way is as good as the shortest.
    stop_at_first: bool,
    /// The steps of the shortest way on which they have met.
    best: Option<usize>,
    /// The large eligibilities of the last layer around the start that was widened: what they see is still to be looked at.
    deferred: Vec<(NodeId, Eligibility)>,
}

impl AStar<'_> {
    /// How many steps there are from a place to another, if there is a way.
    pub(in crate::catalogue::journeys) fn distance(&mut self, start: NodeId, goal: NodeId) -> Option<usize> {
        self.meet_in_the_middle(start, goal, Meeting::default())
    }

    /// Whether there is a way from a place to another.
    pub(in crate::catalogue::journeys) fn is_reachable(&mut self, start: NodeId, goal: NodeId) -> bool {
        self.meet_in_the_middle(start, goal, Meeting { stop_at_first: true, ..Meeting::default() }).is_some()
    }

    fn meet_in_the_middle(&mut self, start: NodeId, goal: NodeId, mut meeting: Meeting) -> Option<usize> {
        self.workspace.forward.clear();
        self.workspace.backward.clear();
        self.workspace.forward.set(start, 0);
        self.workspace.backward.set(goal, 0);
        let (mut forward, mut backward) = (Frontier::at(start), Frontier::at(goal));
        self.opened.clear();
        while !(backward.is_exhausted() || forward.is_exhausted() && meeting.deferred.is_empty()) {
            if meeting.is_settled(forward.depth, backward.explored_depth()) {
                break;
            }
            let deferred: usize =
                meeting.deferred.iter().map(|(_, it)| self.network.count_open_to(*it, self.constraints)).sum();
            if deferred + self.degree(&forward, true)
                <= self.degree(&backward, false).max(self.network.limits.routes_one_by_one)
            {
                self.expand_forward(&mut forward, &backward, &mut meeting);
            } else {
                let from_start = forward.depth;
                self.expand_backward(&mut backward, |search, node, depth, frontier| {
                    search.meet(node, depth, from_start, &mut meeting);
                    meeting.is_settled(from_start, frontier.explored_depth())
                });
            }
        }
        self.backward = backward;
        meeting.best
    }

    /// Notes what it means that a place has been met from behind.
    fn meet(&self, node: NodeId, depth: usize, from_start: usize, meeting: &mut Meeting) {
        meeting.record(self.workspace.forward.get(node), depth);
        if meeting.best.is_none_or(|best| from_start + depth < best) {
            let mut deferred = meeting.deferred.iter();
            if deferred.any(|(_, eligibility)| self.network.is_open_to(*eligibility, node, self.constraints)) {
                meeting.record(Some(from_start as u32), depth);
            }
        }
    }

    /// Looks further from behind, for about so many looks.
    pub(in crate::catalogue::journeys) fn extend_backward(&mut self, most: usize) {
        let most = self.edges_scanned + most;
        let mut backward = std::mem::take(&mut self.backward);
        while !backward.is_exhausted() && self.edges_scanned < most {
            self.expand_backward(&mut backward, |search, _, _, _| search.edges_scanned >= most);
        }
        self.backward = backward;
    }

    /// About how many edges there are before the rest of a layer.
    fn degree(&self, frontier: &Frontier, forward: bool) -> usize {
        let rest = frontier.layer().iter().skip(frontier.expanded);
        rest.map(|node| self.network.degree(*node, self.context, self.constraints, forward)).sum()
    }

    /// Widens a layer around the start, after what was deferred in the layer before.
    fn expand_forward(&mut self, frontier: &mut Frontier, backward: &Frontier, meeting: &mut Meeting) {
        let network = self.network;
        for (node, _) in std::mem::take(&mut meeting.deferred) {
            let depth = frontier.depth;
            self.opened.insert(node);
            self.for_each_outgoing(node, |search, head, _, _| search.label_forward(frontier, head, depth, meeting));
        }
        while let Some(&node) = frontier.layer().get(frontier.expanded) {
            frontier.expanded += 1;
            let depth = frontier.depth;
            match self.large_eligibility(node) {
                Some(eligibility) => {
                    for (head, _, _) in network.study_from(eligibility, self.constraints) {
                        self.label_forward(frontier, head, depth + 1, meeting);
                    }
                    meeting.deferred.push((node, eligibility));
                }
                None => self.for_each_outgoing(node, |search, head, edge, _| {
                    search.label_forward(frontier, head, depth + usize::from(edge != HOLD), meeting);
                }),
            }
        }
        frontier.next_layer();
        if !meeting.deferred.is_empty() {
            for (depth, layer) in backward.layers.iter().enumerate() {
                layer.iter().for_each(|node| self.meet(*node, depth, frontier.depth, meeting));
            }
        }
    }

    fn label_forward(&mut self, frontier: &mut Frontier, head: NodeId, depth: usize, meeting: &mut Meeting) {
        if self.workspace.forward.get(head).is_none() {
            self.workspace.forward.set(head, depth as u32);
            frontier.add(head, depth);
            meeting.record(self.workspace.backward.get(head), depth);
        }
    }

    /// Widens a layer around the goal, until `enough` of what is met.
    ///
    /// Its eligibilities come first: whoever has one stands in the same layer.
    fn expand_backward(
        &mut self,
        frontier: &mut Frontier,
        mut enough: impl FnMut(&Self, NodeId, usize, &Frontier) -> bool,
    ) {
        let network = self.network;
        if !frontier.complete
            && let Some(layer) = frontier.layers.get_mut(frontier.depth)
        {
            layer.sort_by_key(|node| network.kind(*node) != NodeKind::Eligibility);
        }
        let mut stop = false;
        while let Some(&node) = frontier.layer().get(frontier.expanded) {
            if !frontier.complete && network.kind(node) != NodeKind::Eligibility {
                frontier.complete = true;
                stop |= enough(self, node, frontier.depth, frontier);
            }
            if stop && frontier.complete {
                return;
            }
            frontier.expanded += 1;
            let depth_of_node = frontier.depth;
            if self.workspace.backward.get(node) != Some(depth_of_node as u32) {
                continue;
            }
            self.for_each_incoming(node, |search, tail, is_step| {
                let depth = depth_of_node + usize::from(is_step);
                if search.workspace.backward.get(tail).is_none_or(|known| depth < known as usize) {
                    search.workspace.backward.set(tail, depth as u32);
                    frontier.add(tail, depth);
                    stop |= enough(search, tail, depth, frontier);
                }
            });
        }
        frontier.next_layer();
    }

    fn for_each_incoming(&mut self, node: NodeId, mut visit: impl FnMut(&mut Self, NodeId, bool)) {
        let (network, constraints) = (self.network, self.constraints);
        if !network.admits(constraints, node) {
            return;
        }
        network.for_each_incoming(
            node,
            self.context,
            |flags| constraints.allows(flags),
            |tail, is_step| {
                self.edges_scanned += 1;
                visit(self, tail, is_step);
            },
        );
    }

    /// At least how many steps there are from a place to the goal, as far as both ends have looked; none if they have not seen it,
    /// or if there is no way.
    pub(in crate::catalogue::journeys) fn lower_bound(&self, node: NodeId) -> Option<usize> {
        let known = self.workspace.backward.get(node).map(|steps| steps as usize);
        let seen = || !self.backward.is_exhausted() && self.workspace.forward.get(node).is_some();
        known.or_else(|| seen().then_some(self.backward.explored_depth()))
    }
}

impl Meeting {
    /// Notes that one end has met a place that the other knows.
    fn record(&mut self, across: Option<u32>, depth: usize) {
        if let Some(rest) = across {
            let steps = depth + rest as usize;
            self.best = Some(self.best.map_or(steps, |best| best.min(steps)));
        }
    }

    /// Whether no shorter way can be found any more: what has not been met is at least as far from the start as the layer that is
    /// to be widened next, and at least as far from the goal as everything that has not been seen from there.
    fn is_settled(&self, forward: usize, seen_behind: usize) -> bool {
        self.best.is_some_and(|best| self.stop_at_first || best <= forward + seen_behind)
    }
}
