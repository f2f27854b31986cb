//! Memory that a search writes on, wiped in one step and used again by the next search.

use std::sync::{Mutex, PoisonError};

use crate::catalogue::journeys::network::edge::{EdgeId, NodeId};
use crate::catalogue::journeys::network::flags::PathCost;

/// One value for each place, or none: a value counts only if its stamp is the present one.
#[derive(Debug)]
pub(in crate::catalogue::journeys) struct StampedVec<T> {
    stamps: Vec<u32>,
    values: Vec<T>,
    epoch: u32,
}

impl<T: Copy + Default> StampedVec<T> {
    fn new(nodes: usize) -> Self {
        Self { stamps: vec![0; nodes], values: vec![T::default(); nodes], epoch: 1 }
    }

    /// Forgets every value.
    pub(in crate::catalogue::journeys) fn clear(&mut self) {
        self.epoch = self.epoch.wrapping_add(1);
        if self.epoch == 0 {
            self.stamps.fill(0);
            self.epoch = 1;
        }
    }

    pub(in crate::catalogue::journeys) fn get(&self, node: NodeId) -> Option<T> {
        (self.stamps[node as usize] == self.epoch).then(|| self.values[node as usize])
    }

    pub(in crate::catalogue::journeys) fn set(&mut self, node: NodeId, value: T) {
        self.stamps[node as usize] = self.epoch;
        self.values[node as usize] = value;
    }
}

/// The best known way to a place.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::catalogue::journeys) struct DistanceLabel {
    pub(in crate::catalogue::journeys) cost: PathCost,
    pub(in crate::catalogue::journeys) from: NodeId,
    pub(in crate::catalogue::journeys) edge: EdgeId,
}

/// All that one search writes on.
#[derive(Debug)]
pub(in crate::catalogue::journeys) struct Workspace {
    /// Steps from the start.
    pub(in crate::catalogue::journeys) forward: StampedVec<u32>,
    /// Steps to the goal.
    pub(in crate::catalogue::journeys) backward: StampedVec<u32>,
    pub(in crate::catalogue::journeys) labels: StampedVec<DistanceLabel>,
    /// The moves into a place that may not be made, one bit each.
    pub(in crate::catalogue::journeys) banned: StampedVec<u8>,
}

/// Scratch memory at rest. As much is made as searches run at the same time.
#[derive(Debug)]
pub(in crate::catalogue::journeys) struct WorkspacePool {
    nodes: usize,
    idle: Mutex<Vec<Workspace>>,
}

impl WorkspacePool {
    pub(in crate::catalogue::journeys) fn new(nodes: usize) -> Self {
        Self { nodes, idle: Mutex::new(Vec::new()) }
    }

    /// Lends workspace memory for the time of one search.
    pub(in crate::catalogue::journeys) fn lend<T>(&self, search: impl FnOnce(&mut Workspace) -> T) -> T {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut workspace = idle.unwrap_or_else(|| Workspace {
            forward: StampedVec::new(self.nodes),
            backward: StampedVec::new(self.nodes),
            labels: StampedVec::new(self.nodes),
            banned: StampedVec::new(self.nodes),
        });
        let found = search(&mut workspace);
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(workspace);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::StampedVec;

    #[test]
    fn old_marks_do_not_come_back_when_the_stamps_run_out() {
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
