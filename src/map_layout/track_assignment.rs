//! The position of each vertical track of the small map.
//!
//! The left-edge algorithm of channel routing (Hashimoto and Stevens, "Wire Routing by Optimizing Channel Assignment within
//! Large Apertures", 1971): intervals in the order of their first row, each in the first position that is free.

use std::collections::BTreeMap;

use crate::map_layout::edge_path::Owner;
use crate::map_layout::plan::{LayoutEdge, StopIndex};

/// The positions of stops and tracks, counted from the left.
#[derive(Clone, Debug, Default)]
pub(super) struct TrackAssignment {
    pub of_stop: Vec<i32>,
    pub of_track: BTreeMap<Owner, i32>,
    /// How many positions there are.
    pub count: i32,
}

/// The rows of a track, both included.
#[derive(Clone, Copy)]
struct RowInterval {
    first: usize,
    last: usize,
}

impl RowInterval {
    fn joined(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

/// What shares a position without a gap: a stop with the tracks into it and out of it, or a track alone.
struct Piece {
    stops: Vec<StopIndex>,
    tracks: Vec<Owner>,
    rows: RowInterval,
}

/// Gives every stop and every track a position, so that no track runs through the sign of another stop.
pub(super) fn assign(moves: &[LayoutEdge], owners: &[Owner], order: &[StopIndex], row: &[usize]) -> TrackAssignment {
    let mut rows: BTreeMap<Owner, RowInterval> = BTreeMap::new();
    for (step, &owner) in moves.iter().zip(owners) {
        let (first, last) = (row[step.from].min(row[step.to]), row[step.from].max(row[step.to]));
        let of_step = RowInterval { first, last };
        rows.entry(owner).and_modify(|rows| *rows = rows.joined(of_step)).or_insert(of_step);
    }
    let mut pieces = pieces(order, row, &rows, moves, owners);
    pieces.sort_by_key(|piece| (piece.rows.first, std::cmp::Reverse(piece.rows.last)));
    let mut assignment = TrackAssignment { of_stop: vec![0; order.len()], ..TrackAssignment::default() };
    let mut taken: Vec<Vec<RowInterval>> = Vec::new();
    for piece in pieces {
        let is_free = |taken: &Vec<RowInterval>| !taken.iter().any(|rows| rows.overlaps(piece.rows));
        let at = taken.iter().position(is_free).unwrap_or(taken.len());
        if at == taken.len() {
            taken.push(Vec::new());
        }
        taken[at].push(piece.rows);
        let place = i32::try_from(at).unwrap_or(i32::MAX);
        for stop in piece.stops {
            assignment.of_stop[stop] = place;
        }
        assignment.of_track.extend(piece.tracks.into_iter().map(|track| (track, place)));
    }
    assignment.count = i32::try_from(taken.len()).unwrap_or(i32::MAX);
    assignment
}

/// Joins stops with their tracks, and stops with each other where one is at the very end of the other's track.
fn pieces(
    order: &[StopIndex],
    row: &[usize],
    rows: &BTreeMap<Owner, RowInterval>,
    moves: &[LayoutEdge],
    owners: &[Owner],
) -> Vec<Piece> {
    let mut pieces: Vec<Option<Piece>> = (0..order.len())
        .map(|stop| {
            let tracks: Vec<Owner> =
                [Owner::Into(stop), Owner::From(stop)].into_iter().filter(|track| rows.contains_key(track)).collect();
            let own = RowInterval { first: row[stop], last: row[stop] };
            let rows = tracks.iter().filter_map(|track| rows.get(track)).fold(own, |sum, &rows| sum.joined(rows));
            Some(Piece { stops: vec![stop], tracks, rows })
        })
        .collect();
    let mut home: Vec<usize> = (0..order.len()).collect();
    for (step, &owner) in moves.iter().zip(owners) {
        // A straight line: the upper stop's piece ends where the lower one's begins, but for the track between them.
        let (above, below) = (home[step.from], home[step.to]);
        let (Some(upper), Some(lower)) = (&pieces[above], &pieces[below]) else { continue };
        let joins = match owner {
            Owner::From(_) => upper.rows.last == row[step.to] && lower.rows.first == row[step.to],
            Owner::Into(_) => upper.rows.last == row[step.from] && lower.rows.first == row[step.from],
            _ => false,
        };
        if above != below
            && joins
            && let (Some(mut upper), Some(lower)) = (pieces[above].take(), pieces[below].take())
        {
            upper.stops.extend(&lower.stops);
            upper.tracks.extend(lower.tracks);
            upper.rows.last = lower.rows.last;
            for &stop in &lower.stops {
                home[stop] = above;
            }
            pieces[above] = Some(upper);
        }
    }
    let back = rows.iter().filter(|(owner, _)| matches!(owner, Owner::BackInto(_)));
    let back = back.map(|(&owner, &rows)| Piece { stops: Vec::new(), tracks: vec![owner], rows });
    pieces.into_iter().flatten().chain(back).collect()
}
