//! The order of the vertical tracks of each gutter: channel routing, with columns and rows exchanged.
//!
//! Where a line that belongs to one stop ends in a gutter, and a line of another stop begins there at the same height, the
//! tracks that meet the first must be left of those that meet the second: else the two lines would overlap. These are the
//! vertical constraints of channel routing (Deutsch, "A Dogleg Channel Router", 1976). A cycle of constraints is broken by a
//! dogleg: a track of it ends in a line above its stop and hops from there into it. Within the constraints the order is
//! chosen greedily for few crossings, then improved by exchanges of neighbours (the greedy switching of Eades and Kelly,
//! "Heuristics for Drawing 2-Layered Networks", 1986). A gutter of n tracks with p pins each takes O(n² p²).

use std::collections::{BTreeMap, BTreeSet};

use crate::map_layout::cell::Gutter;
use crate::map_layout::edge_path::{EdgePath, EdgePaths, Height, Net, Owner, Side, TrackLine, Turn};
use crate::map_layout::track_packing::PackingRules;

/// Passes of exchanges between neighbours.
const PASSES: usize = 8;

/// Breaks the cycles of constraints, then orders the tracks of every gutter.
pub(super) fn order_tracks(routes: &mut EdgePaths, gutters: usize) {
    loop {
        let tracks: Vec<Tracks> = (0..gutters).map(|gutter| Tracks::new(gutter, &routes.all)).collect();
        let Some(track) = tracks.iter().find_map(Tracks::in_a_cycle) else {
            routes.order = tracks.iter().map(Tracks::sorted).collect();
            return;
        };
        hop(&mut routes.all, track);
    }
}

/// Puts the tracks of every gutter closer together; they are ordered already.
pub(super) fn narrow(routes: &mut EdgePaths) {
    let EdgePaths { all, order, .. } = routes;
    for (gutter, nets) in order.iter_mut().enumerate() {
        let tracks = Tracks::new(gutter, all);
        let rules = tracks.packing_rules();
        let known = nets.iter().filter_map(|net| tracks.nets.binary_search(net).ok()).collect();
        *nets = rules.pack(known).into_iter().map(|at| tracks.nets[at]).collect();
    }
}

/// Lets all moves on this track end in a line above their stop, and hop from there.
fn hop(routes: &mut [EdgePath], track: Net) {
    for route in routes {
        let (entry, stop) = (route.entry, route.of.to);
        let entry_gutter = route.entry_gutter;
        let Some(turn) = route.turns.last_mut().filter(|turn| turn.net == track) else { continue };
        let end = turn.leave;
        let owner = if entry == Side::Left { Owner::Into(stop) } else { Owner::BackInto(stop) };
        let above = TrackLine { row: end.row, height: Height::Above(owner) };
        let hop = Net { gutter: entry_gutter, owner, is_hop: track.gutter == entry_gutter };
        if turn.enter == above {
            turn.net = hop;
        } else {
            turn.leave = above;
            route.turns.push(Turn { net: hop, enter: above, leave: end });
        }
    }
}

/// Where a track meets a line. Pins sort from top to bottom.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Pin {
    line: TrackLine,
    /// The side of the gutter on which the line is.
    side: Side,
}

/// The pins of a track, with the owners of their lines.
type Pins = BTreeMap<Pin, Owner>;

/// The first and the last line that a track meets.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Extent {
    upper: TrackLine,
    lower: TrackLine,
}

/// The vertical tracks of one gutter.
struct Tracks {
    nets: Vec<Net>,
    pins: Vec<Pins>,
    /// The tracks that must be right of each track.
    after: Vec<BTreeSet<usize>>,
    /// The tracks that lead straight into a station's row, and could hop into it.
    last: BTreeSet<Net>,
}

impl Tracks {
    fn new(gutter: Gutter, routes: &[EdgePath]) -> Self {
        let mut by_net: BTreeMap<Net, Pins> = BTreeMap::new();
        let mut chains = Vec::new();
        let mut last = BTreeSet::new();
        for route in routes {
            for (at, turn) in route.turns.iter().enumerate().filter(|(_, turn)| turn.net.gutter == gutter) {
                let pins = by_net.entry(turn.net).or_default();
                pins.insert(Pin { line: turn.enter, side: route.side_entered(at) }, route.owner_of(turn.enter, true));
                pins.insert(Pin { line: turn.leave, side: route.side_left(at) }, route.owner_of(turn.leave, false));
                if at + 1 == route.turns.len() && !turn.net.is_hop {
                    last.insert(turn.net);
                }
                if let Some(next) = route.turns.get(at + 1).filter(|next| next.net.gutter == gutter) {
                    let in_order = route.side_left(at) == Side::Right;
                    chains.push(if in_order { (turn.net, next.net) } else { (next.net, turn.net) });
                }
            }
        }
        // A track that stays on one line is no track.
        by_net.retain(|_, pins| extent(pins).is_some_and(|extent| extent.upper != extent.lower));
        let (nets, pins): (Vec<Net>, Vec<Pins>) = by_net.into_iter().unzip();
        let mut after = constraints(&pins);
        let place = |net: &Net| nets.binary_search(net).ok();
        for (left, right) in chains {
            if let (Some(left), Some(right)) = (place(&left), place(&right)) {
                after[left].insert(right);
            }
        }
        Self { nets, pins, after, last }
    }

    /// A track of this gutter that is in a cycle of constraints and can be made to hop.
    fn in_a_cycle(&self) -> Option<Net> {
        let mut left: BTreeSet<usize> = (0..self.nets.len()).collect();
        loop {
            let before = left.len();
            let held: BTreeSet<usize> = left.iter().flat_map(|&at| &self.after[at]).copied().collect();
            left.retain(|at| held.contains(at));
            let kept = left.clone();
            left.retain(|&at| self.after[at].iter().any(|next| kept.contains(next)));
            if left.len() == before {
                break;
            }
        }
        left.into_iter().map(|at| self.nets[at]).find(|net| self.last.contains(net))
    }

    /// The tracks from left to right.
    fn sorted(&self) -> Vec<Net> {
        let count = self.nets.len();
        let cost: Vec<Vec<i32>> =
            (0..count).map(|left| (0..count).map(|right| self.crossings(left, right)).collect()).collect();
        let mut order: Vec<usize> = Vec::new();
        let mut rest: BTreeSet<usize> = (0..count).collect();
        while !rest.is_empty() {
            let held: BTreeSet<usize> = rest.iter().flat_map(|&at| &self.after[at]).copied().collect();
            let regret = |at: usize| rest.iter().map(|&other| cost[at][other] - cost[other][at]).sum::<i32>();
            let free = rest.iter().copied().filter(|at| !held.contains(at));
            let Some(next) = free.min_by_key(|&at| (regret(at), at)).or_else(|| rest.first().copied()) else { break };
            rest.remove(&next);
            order.push(next);
        }
        for _ in 0..PASSES {
            let mut changed = false;
            for at in 1..order.len() {
                let (left, right) = (order[at - 1], order[at]);
                if cost[right][left] < cost[left][right] && !self.after[left].contains(&right) {
                    order.swap(at - 1, at);
                    changed = true;
                }
            }
            if !changed {
                break;
            }
        }
        order.into_iter().map(|at| self.nets[at]).collect()
    }

    /// What decides where these tracks may be.
    fn packing_rules(&self) -> PackingRules {
        let tracks = || 0..self.nets.len();
        let rows: Vec<Option<Extent>> = self.pins.iter().map(extent).collect();
        let overlap = |one: usize, other: usize| match (rows[one], rows[other]) {
            (Some(one), Some(other)) => one.upper.row <= other.lower.row && other.upper.row <= one.lower.row,
            _ => false,
        };
        PackingRules {
            overlaps: tracks().map(|one| tracks().map(|other| overlap(one, other)).collect()).collect(),
            precedes: tracks().map(|left| tracks().map(|right| self.after[left].contains(&right)).collect()).collect(),
            crossings: tracks().map(|left| tracks().map(|right| self.crossings(left, right)).collect()).collect(),
        }
    }

    /// How often two tracks cross if the first is left of the second.
    fn crossings(&self, left: usize, right: usize) -> i32 {
        if left == right {
            return 0;
        }
        let count = |from: usize, side: Side, over: usize| {
            let Some(Extent { upper, lower }) = extent(&self.pins[over]) else { return 0 };
            let meets = |line: TrackLine| self.pins[over].keys().any(|pin| pin.line == line);
            let lines = self.pins[from].keys().filter(|pin| pin.side == side).map(|pin| pin.line);
            lines.filter(|&line| upper < line && line < lower && !meets(line)).count()
        };
        i32::try_from(count(left, Side::Right, right) + count(right, Side::Left, left)).unwrap_or(i32::MAX)
    }
}

/// The extent of a track; `None` if it has no pin.
fn extent(pins: &Pins) -> Option<Extent> {
    Some(Extent { upper: pins.keys().next()?.line, lower: pins.keys().next_back()?.line })
}

/// A track at one line.
struct Meeting {
    track: usize,
    side: Side,
    owner: Owner,
}

/// The vertical constraints: the tracks that must be right of each track.
fn constraints(pins: &[Pins]) -> Vec<BTreeSet<usize>> {
    let mut after = vec![BTreeSet::new(); pins.len()];
    let mut at_line: BTreeMap<TrackLine, Vec<Meeting>> = BTreeMap::new();
    for (track, pins) in pins.iter().enumerate() {
        for (pin, &owner) in pins {
            at_line.entry(pin.line).or_default().push(Meeting { track, side: pin.side, owner });
        }
    }
    for meetings in at_line.values() {
        for left in meetings.iter().filter(|meeting| meeting.side == Side::Left) {
            for right in meetings.iter().filter(|meeting| meeting.side == Side::Right) {
                if left.track != right.track && left.owner != right.owner {
                    after[left.track].insert(right.track);
                }
            }
        }
    }
    after
}
