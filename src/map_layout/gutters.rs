//! The order of the upright tracks of each gutter.
//!
//! Where a line that belongs to one stop ends in a gutter, and a line of another stop begins there at the same height, the
//! tracks that meet the first must stand left of those that meet the second: else the two lines would run over each other. These
//! are the vertical constraints of channel routing (Deutsch, "A Dogleg Channel Router", 1976). Where they form a ring, a track
//! ends in a line above its stop and hops from there into it. Within the constraints the order is the one with fewest crossings.

use std::collections::{BTreeMap, BTreeSet};

use crate::map_layout::routes::{EdgePath, EdgePaths, Height, Net, Owner, Side, TrackLine, Turn};

/// Passes of exchanges between neighbours.
const PASSES: usize = 8;

/// Breaks the rings, then orders the tracks of every gutter.
pub(super) fn untangle(routes: &mut EdgePaths, gutters: usize) {
    loop {
        let tracks: Vec<Tracks> = (0..gutters).map(|gutter| Tracks::new(gutter, &routes.all)).collect();
        let Some(track) = tracks.iter().find_map(Tracks::in_a_ring) else {
            routes.order = tracks.iter().map(Tracks::sorted).collect();
            return;
        };
        hop(&mut routes.all, track);
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

/// Where a track meets lines: at which line, on which side of the gutter, and whose line that is.
type Pins = BTreeMap<(TrackLine, Side), Owner>;

/// The upright tracks of one gutter.
struct Tracks {
    nets: Vec<Net>,
    pins: Vec<Pins>,
    /// The tracks that must stand right of each track.
    after: Vec<BTreeSet<usize>>,
    /// The tracks that lead straight into a station's row, and could hop into it.
    last: BTreeSet<Net>,
}

impl Tracks {
    fn new(gutter: usize, routes: &[EdgePath]) -> Self {
        let mut by_net: BTreeMap<Net, Pins> = BTreeMap::new();
        let mut chains = Vec::new();
        let mut last = BTreeSet::new();
        for route in routes {
            for (at, turn) in route.turns.iter().enumerate().filter(|(_, turn)| turn.net.gutter == gutter) {
                let pins = by_net.entry(turn.net).or_default();
                pins.insert((turn.enter, route.side_entered(at)), route.owner_of(turn.enter, true));
                pins.insert((turn.leave, route.side_left(at)), route.owner_of(turn.leave, false));
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
        by_net.retain(|_, pins| reach(pins).is_some_and(|(low, high)| low != high));
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

    /// A track of this gutter that stands in a ring and can be made to hop.
    fn in_a_ring(&self) -> Option<Net> {
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

    /// How often two tracks cross if the first stands left of the second.
    fn crossings(&self, left: usize, right: usize) -> i32 {
        if left == right {
            return 0;
        }
        let count = |from: usize, side: Side, over: usize| {
            let Some((low, high)) = reach(&self.pins[over]) else { return 0 };
            let meets = |line: TrackLine| self.pins[over].keys().any(|pin| pin.0 == line);
            let lines = self.pins[from].keys().filter(|pin| pin.1 == side).map(|pin| pin.0);
            lines.filter(|&line| low < line && line < high && !meets(line)).count()
        };
        i32::try_from(count(left, Side::Right, right) + count(right, Side::Left, left)).unwrap_or(i32::MAX)
    }
}

/// From which line to which a track reaches.
fn reach(pins: &Pins) -> Option<(TrackLine, TrackLine)> {
    Some((pins.keys().next()?.0, pins.keys().next_back()?.0))
}

/// Which tracks must stand right of which.
fn constraints(pins: &[Pins]) -> Vec<BTreeSet<usize>> {
    let mut after = vec![BTreeSet::new(); pins.len()];
    let mut at_line: BTreeMap<TrackLine, Vec<(usize, Side, Owner)>> = BTreeMap::new();
    for (at, pins) in pins.iter().enumerate() {
        for (&(line, side), &owner) in pins {
            at_line.entry(line).or_default().push((at, side, owner));
        }
    }
    for meeting in at_line.values() {
        for &(left, _, owner) in meeting.iter().filter(|pin| pin.1 == Side::Left) {
            for &(right, _, other) in meeting.iter().filter(|pin| pin.1 == Side::Right) {
                if left != right && owner != other {
                    after[left].insert(right);
                }
            }
        }
    }
    after
}
