//! Arrays that a search writes on, reused from search to search.

use std::sync::{Mutex, PoisonError};

use crate::catalogue::journeys::network::edge::{EdgeId, NodeId};
use crate::catalogue::journeys::network::flags::EdgeFlags;
use crate::catalogue::journeys::network::path_cost::PathCost;

/// A value for each node, or none. A value counts only if its stamp is the current epoch, so that clearing is O(1) and a search
/// costs no more than what it touches.
#[derive(Debug)]
pub struct StampedVec<T> {
    stamps: Vec<u32>,
    values: Vec<T>,
    epoch: u32,
}

impl<T: Copy + Default> StampedVec<T> {
    fn new(nodes: usize) -> Self {
        Self { stamps: vec![0; nodes], values: vec![T::default(); nodes], epoch: 1 }
    }

    /// Forgets every value. When the epoch overflows, the stamps are reset.
    pub fn clear(&mut self) {
        self.epoch = self.epoch.wrapping_add(1);
        if self.epoch == 0 {
            self.stamps.fill(0);
            self.epoch = 1;
        }
    }

    /// The value of a node.
    pub fn get(&self, node: NodeId) -> Option<T> {
        (self.stamps[node as usize] == self.epoch).then(|| self.values[node as usize])
    }

    /// Sets the value of a node.
    pub fn set(&mut self, node: NodeId, value: T) {
        self.stamps[node as usize] = self.epoch;
        self.values[node as usize] = value;
    }
}

/// The cheapest known path to a node: its cost and its last edge.
#[derive(Clone, Copy, Debug, Default)]
pub struct DistanceLabel {
    /// The cost.
    pub cost: PathCost,
    /// The node before.
    pub from: NodeId,
    /// The edge from there.
    pub edge: EdgeId,
}

/// The moves into a node that are banned: for each training route, for moves that are met and for those that are not, for those
/// by a route that names the role and for those by others, the number of stops of study from which on a move is banned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bans([u8; 12]);

impl Bans {
    /// Every move is banned.
    pub const ALL: Self = Self([0; 12]);

    /// With a ban on this move and on what it outdoes: moves by the same training route after as much study or more. A met move
    /// outdoes unmet ones; one by a route that names the role outdoes those by others.
    pub fn with(self, flags: EdgeFlags, climbs: u8) -> Self {
        let mut bans = self;
        for also in [EdgeFlags::default(), EdgeFlags::UNMET] {
            let outdone = flags | also;
            let place = place(outdone.without(EdgeFlags::NAMES_THE_ROLE, true));
            bans.0[place] = bans.0[place].min(climbs);
            if flags.has(EdgeFlags::NAMES_THE_ROLE) {
                bans.0[place + 6] = bans.0[place + 6].min(climbs);
            }
        }
        bans
    }

    /// Whether a move after so many stops of study is banned.
    pub fn forbids(self, flags: EdgeFlags, climbs: u8) -> bool {
        self.0[place(flags)] <= climbs
    }
}

impl Default for Bans {
    fn default() -> Self {
        Self([u8::MAX; 12])
    }
}

fn place(flags: EdgeFlags) -> usize {
    let named = if flags.has(EdgeFlags::NAMES_THE_ROLE) { 6 } else { 0 };
    flags.training_route() as usize * 2 + usize::from(flags.has(EdgeFlags::UNMET)) + named
}

/// The arrays of one search.
#[derive(Debug)]
pub struct Workspace {
    /// Distances from the start.
    pub forward: StampedVec<u32>,
    /// Distances to the goal.
    pub backward: StampedVec<u32>,
    /// The labels of A*.
    pub labels: StampedVec<DistanceLabel>,
    /// The banned moves into each node.
    pub banned: StampedVec<Bans>,
}

/// Idle workspaces. There are as many as searches ran at the same time.
#[derive(Debug)]
pub struct WorkspacePool {
    nodes: usize,
    idle: Mutex<Vec<Workspace>>,
}

impl WorkspacePool {
    /// An empty pool, for a network of so many nodes.
    pub fn new(nodes: usize) -> Self {
        Self { nodes, idle: Mutex::new(Vec::new()) }
    }

    /// Lends a workspace for one search.
    pub fn lend<T>(&self, search: impl FnOnce(&mut Workspace) -> T) -> T {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut workspace = idle.unwrap_or_else(|| Workspace {
            forward: StampedVec::new(self.nodes),
            backward: StampedVec::new(self.nodes),
            labels: StampedVec::new(self.nodes),
            banned: StampedVec::new(self.nodes),
        });
        let result = search(&mut workspace);
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(workspace);
        result
    }
}

#[cfg(test)]
mod tests {
    use super::StampedVec;

    #[test]
    fn old_values_do_not_come_back_when_the_epoch_overflows() {
        let mut values: StampedVec<u8> = StampedVec::new(1);
        values.set(0, 7);
        values.epoch = u32::MAX;
        assert_eq!(values.get(0), None);
        values.set(0, 8);
        values.clear();
        assert_eq!(values.get(0), None);
        values.set(0, 9);
        assert_eq!(values.get(0), Some(9));
    }
}
