//! Puts the tracks of a gutter closer together, at the price of a few more crossings.
//!
//! Two tracks that overlap need two places, and a track is right of all before it that it overlaps: the width of a gutter is the
//! longest chain of overlapping tracks, which can be longer than the most tracks side by side anywhere. As in the left-edge
//! algorithm of channel routing with constraints (Deutsch, "A Dogleg Channel Router", 1976), only some pairs have to keep their
//! order. Local search: while that shortens the longest chains, the last of two neighbours in one goes before the first.

/// What decides where the tracks of a gutter may be; tracks are numbers below `count`.
pub(super) struct PackingRules {
    /// Whether two tracks need two places, by the first and the second.
    pub overlaps: Vec<Vec<bool>>,
    /// Whether the first track must be left of the second.
    pub precedes: Vec<Vec<bool>>,
    /// How often two tracks cross if the first is left of the second.
    pub crossings: Vec<Vec<i32>>,
}

/// How long the chains of an order are, and what the order costs. Less is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Packing {
    /// Places in the longest chain.
    places: usize,
    /// Tracks in chains of that length.
    critical: usize,
    crossings: i32,
}

impl PackingRules {
    /// The same tracks in an order that takes no more places, and fewer where that is found.
    pub(super) fn pack(&self, mut order: Vec<usize>) -> Vec<usize> {
        let mut best = self.measure(&order);
        // Each round shortens a chain, so that there are at most as many as places times tracks.
        loop {
            let trials = self
                .critical_pairs(&order)
                .into_iter()
                .flat_map(|(first, last)| [moved(&order, last, first), moved(&order, first, last)]);
            let valid = trials.filter(|trial| self.is_valid(trial));
            let Some((packing, trial)) = valid.map(|trial| (self.measure(&trial), trial)).min() else { return order };
            if (packing.places, packing.critical) >= (best.places, best.critical) {
                return order;
            }
            (best, order) = (packing, trial);
        }
    }

    fn is_valid(&self, order: &[usize]) -> bool {
        let mut pairs =
            order.iter().enumerate().flat_map(|(at, right)| order[..at].iter().map(move |left| (*left, *right)));
        !pairs.any(|(left, right)| self.precedes[right][left])
    }

    /// The places in the longest chain that ends in each position of an order.
    fn places<'o>(&self, order: impl Iterator<Item = &'o usize>) -> Vec<usize> {
        let mut passed: Vec<(usize, usize)> = Vec::new();
        for &track in order {
            let before = passed.iter().filter(|(other, _)| self.overlaps[*other][track]).map(|(_, places)| *places);
            let places = before.max().unwrap_or(0) + 1;
            passed.push((track, places));
        }
        passed.into_iter().map(|(_, places)| places).collect()
    }

    /// The places in the longest chain before and after each position, both with its own.
    fn chains(&self, order: &[usize]) -> (Vec<usize>, Vec<usize>) {
        let mut after = self.places(order.iter().rev());
        after.reverse();
        (self.places(order.iter()), after)
    }

    fn measure(&self, order: &[usize]) -> Packing {
        let (before, after) = self.chains(order);
        let places = before.iter().copied().max().unwrap_or(0);
        let critical = before.iter().zip(&after).filter(|(before, after)| *before + *after == places + 1).count();
        let pairs =
            order.iter().enumerate().flat_map(|(at, right)| order[..at].iter().map(move |left| (*left, *right)));
        Packing { places, critical, crossings: pairs.map(|(left, right)| self.crossings[left][right]).sum() }
    }

    /// The positions of the neighbours in the longest chains.
    fn critical_pairs(&self, order: &[usize]) -> Vec<(usize, usize)> {
        let (before, after) = self.chains(order);
        let places = before.iter().copied().max().unwrap_or(0);
        let critical: Vec<usize> = (0..order.len()).filter(|&at| before[at] + after[at] == places + 1).collect();
        let mut pairs = Vec::new();
        for (at, &first) in critical.iter().enumerate() {
            for &last in &critical[at + 1..] {
                if before[first] + 1 == before[last] && self.overlaps[order[first]][order[last]] {
                    pairs.push((first, last));
                }
            }
        }
        pairs
    }
}

/// The order with the track at `from` at position `to` instead.
fn moved(order: &[usize], from: usize, to: usize) -> Vec<usize> {
    let mut order = order.to_vec();
    let track = order.remove(from);
    order.insert(to, track);
    order
}

#[cfg(test)]
mod tests {
    use super::PackingRules;

    /// Tracks over these rows, none of which must be left of another.
    fn rules(rows: &[(i32, i32)]) -> PackingRules {
        let table = |of: &dyn Fn(usize, usize) -> bool| -> Vec<Vec<bool>> {
            (0..rows.len()).map(|one| (0..rows.len()).map(|other| of(one, other)).collect()).collect()
        };
        PackingRules {
            overlaps: table(&|one, other| rows[one].0 <= rows[other].1 && rows[other].0 <= rows[one].1),
            precedes: table(&|_, _| false),
            crossings: vec![vec![0; rows.len()]; rows.len()],
        }
    }

    #[test]
    fn a_chain_of_tracks_takes_no_more_places_than_there_are_tracks_side_by_side() {
        let rules = rules(&[(0, 3), (2, 5), (4, 7), (6, 9)]);
        assert_eq!(rules.measure(&[0, 1, 2, 3]).places, 4);
        assert_eq!(rules.measure(&rules.pack(vec![0, 1, 2, 3])).places, 2);
    }

    #[test]
    fn a_track_that_must_be_left_of_another_stays_there() {
        let mut rules = rules(&[(0, 3), (2, 5), (4, 7)]);
        (rules.precedes[0][1], rules.precedes[1][2]) = (true, true);
        assert_eq!(rules.pack(vec![0, 1, 2]), [0, 1, 2]);
    }
}
