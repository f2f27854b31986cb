//! Memory that a search writes on, wiped in one step and used again by the next search.

use std::sync::{Mutex, PoisonError};

use super::network::{ArcId, Node};
use super::traits::Cost;

/// One value for each place, or none: a value counts only if its stamp is the present one.
#[derive(Debug)]
pub(super) struct Marks<T> {
    stamps: Vec<u32>,
    values: Vec<T>,
    now: u32,
}

impl<T: Copy + Default> Marks<T> {
    fn new(places: usize) -> Self {
        Self { stamps: vec![0; places], values: vec![T::default(); places], now: 1 }
    }

    /// Forgets every value.
    pub(super) fn wipe(&mut self) {
        self.now = self.now.wrapping_add(1);
        if self.now == 0 {
            self.stamps.fill(0);
            self.now = 1;
        }
    }

    pub(super) fn get(&self, node: Node) -> Option<T> {
        (self.stamps[node as usize] == self.now).then(|| self.values[node as usize])
    }

    pub(super) fn set(&mut self, node: Node, value: T) {
        self.stamps[node as usize] = self.now;
        self.values[node as usize] = value;
    }
}

/// The best known way to a place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reached {
    pub(super) cost: Cost,
    pub(super) from: Node,
    pub(super) arc: ArcId,
}

/// All that one search writes on.
#[derive(Debug)]
pub(super) struct Scratch {
    /// Steps from the start.
    pub(super) ahead: Marks<u32>,
    /// Steps to the goal.
    pub(super) behind: Marks<u32>,
    pub(super) reached: Marks<Reached>,
    /// The moves into a place that may not be made, one bit each.
    pub(super) barred: Marks<u8>,
}

/// Scratch memory at rest. As much is made as searches run at the same time.
#[derive(Debug)]
pub(super) struct Pool {
    places: usize,
    resting: Mutex<Vec<Scratch>>,
}

impl Pool {
    pub(super) fn new(places: usize) -> Self {
        Self { places, resting: Mutex::new(Vec::new()) }
    }

    /// Lends scratch memory for the time of one search.
    pub(super) fn lend<T>(&self, search: impl FnOnce(&mut Scratch) -> T) -> T {
        let resting = self.resting.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut scratch = resting.unwrap_or_else(|| Scratch {
            ahead: Marks::new(self.places),
            behind: Marks::new(self.places),
            reached: Marks::new(self.places),
            barred: Marks::new(self.places),
        });
        let found = search(&mut scratch);
        self.resting.lock().unwrap_or_else(PoisonError::into_inner).push(scratch);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;

    #[test]
    fn old_marks_do_not_come_back_when_the_stamps_run_out() {
        let mut marks: Marks<u8> = Marks::new(1);
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
