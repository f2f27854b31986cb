//! Which moves share a vertical track: those into one stop, or those out of one.

use std::collections::BTreeMap;

use crate::map_layout::edge_path::Owner;
use crate::map_layout::plan::LayoutEdge;

/// The owner of the track of each move.
///
/// Each move can run on the track of the stop it comes from or of the one it leads into. The fewest tracks that serve all moves are
/// a least vertex cover of the moves; taking the stop with most moves first comes close to it (Chvátal, "A Greedy Heuristic for the
/// Set-Covering Problem", 1979).
pub(super) fn shared(moves: &[LayoutEdge]) -> Vec<Owner> {
    let mut found: Vec<Option<Owner>> = vec![None; moves.len()];
    loop {
        let mut served: BTreeMap<Owner, usize> = BTreeMap::new();
        for (step, _) in moves.iter().zip(&found).filter(|(_, found)| found.is_none()) {
            *served.entry(Owner::Into(step.to)).or_default() += 1;
            *served.entry(Owner::From(step.from)).or_default() += 1;
        }
        // Between equals the track into a stop: there the colour of the line shows where one gets to.
        let Some((&owner, _)) = served
            .iter()
            .max_by_key(|&(owner, count)| (count, matches!(owner, Owner::Into(_)), std::cmp::Reverse(owner)))
        else {
            break;
        };
        for (step, found) in moves.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
            if owner == Owner::Into(step.to) || owner == Owner::From(step.from) {
                *found = Some(owner);
            }
        }
    }
    moves.iter().zip(found).map(|(step, found)| found.unwrap_or(Owner::Into(step.to))).collect()
}

#[cfg(test)]
mod tests {
    use super::shared;
    use crate::map_layout::edge_path::Owner;
    use crate::map_layout::plan::{LayoutEdge, LineKind};

    #[test]
    fn many_moves_into_one_stop_or_out_of_one_share_its_track() {
        let step = |from, to| LayoutEdge { from, to, kind: LineKind::Up };
        let moves = [step(0, 9), step(1, 9), step(2, 9), step(3, 4), step(3, 5), step(3, 6), step(7, 8)];
        let (into, out) = (Owner::Into(9), Owner::From(3));
        assert_eq!(shared(&moves), [into, into, into, out, out, out, Owner::Into(8)]);
    }
}
