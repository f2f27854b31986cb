//! The closures found so far: where everybody can get who holds a qualification, by constraints.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use fixedbitset::FixedBitSet;

use crate::catalogue::journeys::network::constraints::Constraints;
use crate::catalogue::model::indexes::Qualification;

/// The most closures that are kept, of one bit a node each. Preferences about three settings and six qualifications make 192.
const KEPT: usize = 256;

/// What tells closures apart: the constraints but for unmet demands, and what is held.
pub type Key = (Constraints, Qualification);

/// The closures found so far. The first question about some preferences from some qualification pays for its own, in O(edges).
#[derive(Debug, Default)]
pub struct Closures(Mutex<BTreeMap<Key, Arc<FixedBitSet>>>);

impl Closures {
    /// The closure of a key, found unless it is known.
    pub fn get(&self, key: Key, find: impl FnOnce() -> FixedBitSet) -> Arc<FixedBitSet> {
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept().get(&key).cloned();
        known.unwrap_or_else(|| {
            // Not under the lock: other questions go on meanwhile, and two that find the same do no harm.
            let found = Arc::new(find());
            let mut kept = kept();
            if kept.len() >= KEPT {
                kept.clear();
            }
            kept.insert(key, Arc::clone(&found));
            found
        })
    }
}
