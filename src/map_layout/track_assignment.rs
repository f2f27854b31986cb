//! Which upright track of a small map runs where.

use std::collections::BTreeMap;

use crate::map_layout::LayoutEdge;
use crate::map_layout::routes::Owner;

/// The places of tracks, counted from the left.
#[derive(Clone, Debug, Default)]
pub(super) struct TrackAssignment {
    pub of_stop: Vec<i32>,
    pub of_track: BTreeMap<Owner, i32>,
    pub count: i32,
}

/// What stands on one rail without a gap: a stop with the tracks into it and out of it, or a track alone.
struct Piece {
    stops: Vec<usize>,
    tracks: Vec<Owner>,
    first: usize,
    last: usize,
}

/// Gives every stop and every track a rail, so that none runs through the sign of another.
pub(super) fn assign(moves: &[LayoutEdge], trunks: &[Owner], order: &[usize], row: &[usize]) -> TrackAssignment {
    let mut reach: BTreeMap<Owner, (usize, usize)> = BTreeMap::new();
    for (step, &owner) in moves.iter().zip(trunks) {
        let (low, high) = (row[step.from].min(row[step.to]), row[step.from].max(row[step.to]));
        let span = reach.entry(owner).or_insert((low, high));
        *span = (span.0.min(low), span.1.max(high));
    }
    let mut pieces = pieces(order, row, &reach, moves, trunks);
    pieces.sort_by_key(|piece| (piece.first, std::cmp::Reverse(piece.last)));
    let mut rails = TrackAssignment { of_stop: vec![0; order.len()], ..TrackAssignment::default() };
    let mut taken: Vec<Vec<(usize, usize)>> = Vec::new();
    for piece in pieces {
        let is_free =
            |spans: &&Vec<(usize, usize)>| spans.iter().all(|span| piece.last < span.0 || span.1 < piece.first);
        let at = taken.iter().position(|spans| is_free(&spans)).unwrap_or(taken.len());
        if at == taken.len() {
            taken.push(Vec::new());
        }
        taken[at].push((piece.first, piece.last));
        let place = i32::try_from(at).unwrap_or(i32::MAX);
        for stop in piece.stops {
            rails.of_stop[stop] = place;
        }
        rails.of_track.extend(piece.tracks.into_iter().map(|track| (track, place)));
    }
    rails.count = i32::try_from(taken.len()).unwrap_or(i32::MAX);
    rails
}

/// Joins stops with their tracks, and stops with each other where one stands at the very end of the other's track.
fn pieces(
    order: &[usize],
    row: &[usize],
    reach: &BTreeMap<Owner, (usize, usize)>,
    moves: &[LayoutEdge],
    trunks: &[Owner],
) -> Vec<Piece> {
    let mut pieces: Vec<Option<Piece>> = (0..order.len())
        .map(|stop| {
            let tracks: Vec<Owner> =
                [Owner::Into(stop), Owner::From(stop)].into_iter().filter(|track| reach.contains_key(track)).collect();
            let spans = tracks.iter().filter_map(|track| reach.get(track));
            let (first, last) = spans.fold((row[stop], row[stop]), |sum, span| (sum.0.min(span.0), sum.1.max(span.1)));
            Some(Piece { stops: vec![stop], tracks, first, last })
        })
        .collect();
    let mut home: Vec<usize> = (0..order.len()).collect();
    for (step, &owner) in moves.iter().zip(trunks) {
        // A straight line: the upper stop's piece ends where the lower one's begins, but for the track between them.
        let (above, below) = (home[step.from], home[step.to]);
        let (Some(upper), Some(lower)) = (&pieces[above], &pieces[below]) else { continue };
        let joins = match owner {
            Owner::From(_) => upper.last == row[step.to] && lower.first == row[step.to],
            Owner::Into(_) => upper.last == row[step.from] && lower.first == row[step.from],
            _ => false,
        };
        if above != below
            && joins
            && let (Some(mut upper), Some(lower)) = (pieces[above].take(), pieces[below].take())
        {
            upper.stops.extend(&lower.stops);
            upper.tracks.extend(lower.tracks);
            upper.last = lower.last;
            for &stop in &lower.stops {
                home[stop] = above;
            }
            pieces[above] = Some(upper);
        }
    }
    let back = reach.iter().filter(|(owner, _)| matches!(owner, Owner::BackInto(_)));
    let back = back.map(|(&owner, &(first, last))| Piece { stops: Vec::new(), tracks: vec![owner], first, last });
    pieces.into_iter().flatten().chain(back).collect()
}
