//! Memory that a search writes on, wiped in one step and used again by the next search.

use std::sync::{Mutex, PoisonError};

use crate::catalogue::journeys::network::edge::{EdgeId, NodeId};
use crate::catalogue::journeys::network::flags::PathCost;

/// One value for each place, or none: a value counts only if its stamp is the present one.
#[derive(Debug)]
pub(in crate::catalogue::journeys) struct StampedVec<T> {
    stamps: Vec<u32>,
    values: Vec<T>,
    now: u32,
}

impl<T: Copy + Default> StampedVec<T> {
    fn new(places: usize) -> Self {
        Self { stamps: vec![0; places], values: vec![T::default(); places], now: 1 }
    }

    /// Forgets every value.
    pub(in crate::catalogue::journeys) fn wipe(&mut self) {
        self.now = self.now.wrapping_add(1);
        if self.now == 0 {
            self.stamps.fill(0);
            self.now = 1;
        }
    }

    pub(in crate::catalogue::journeys) fn get(&self, node: NodeId) -> Option<T> {
        (self.stamps[node as usize] == self.now).then(|| self.values[node as usize])
    }

    pub(in crate::catalogue::journeys) fn set(&mut self, node: NodeId, value: T) {
        self.stamps[node as usize] = self.now;
        self.values[node as usize] = value;
    }
}

/// The best known way to a place.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::catalogue::journeys) struct Reached {
    pub(in crate::catalogue::journeys) cost: PathCost,
    pub(in crate::catalogue::journeys) from: NodeId,
    pub(in crate::catalogue::journeys) arc: EdgeId,
}

/// All that one search writes on.
#[derive(Debug)]
pub(in crate::catalogue::journeys) struct Workspace {
    /// Steps from the start.
    pub(in crate::catalogue::journeys) ahead: StampedVec<u32>,
    /// Steps to the goal.
    pub(in crate::catalogue::journeys) behind: StampedVec<u32>,
    pub(in crate::catalogue::journeys) reached: StampedVec<Reached>,
    /// The moves into a place that may not be made, one bit each.
    pub(in crate::catalogue::journeys) barred: StampedVec<u8>,
}

/// Scratch memory at rest. As much is made as searches run at the same time.
#[derive(Debug)]
pub(in crate::catalogue::journeys) struct WorkspacePool {
    places: usize,
    resting: Mutex<Vec<Workspace>>,
}

impl WorkspacePool {
    pub(in crate::catalogue::journeys) fn new(places: usize) -> Self {
        Self { places, resting: Mutex::new(Vec::new()) }
    }

    /// Lends scratch memory for the time of one search.
    pub(in crate::catalogue::journeys) fn lend<T>(&self, search: impl FnOnce(&mut Workspace) -> T) -> T {
        let resting = self.resting.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut scratch = resting.unwrap_or_else(|| Workspace {
            ahead: StampedVec::new(self.places),
            behind: StampedVec::new(self.places),
            reached: StampedVec::new(self.places),
            barred: StampedVec::new(self.places),
        });
        let found = search(&mut scratch);
        self.resting.lock().unwrap_or_else(PoisonError::into_inner).push(scratch);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::StampedVec;

    #[test]
    fn old_marks_do_not_come_back_when_the_stamps_run_out() {
        let mut marks: StampedVec<u8> = StampedVec::new(1);
        marks.set(0, 7);
        marks.now = u32::MAX;
        assert_eq!(marks.get(0), None);
        marks.set(0, 8);
        marks.wipe();
        assert_eq!(marks.get(0), None);
        marks.set(0, 9);
        assert_eq!(marks.get(0), Some(9));
    }
}
