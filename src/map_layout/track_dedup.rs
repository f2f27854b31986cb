//! What to draw of paths that share segments: every part of a segment once, so that dashes stay dashes.

use std::collections::{BTreeMap, BTreeSet};

use crate::map_layout::corners::CutPath;
use crate::map_layout::drawing::{Point, Track};
use crate::map_layout::plan::{Lane, LineKind};

/// The lanes at the ends of a move.
#[derive(Clone, Copy, Debug)]
pub(super) struct EndLanes {
    pub from: Lane,
    pub to: Lane,
}

/// From one coordinate to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Interval {
    start: i32,
    end: i32,
}

/// The segments drawn so far.
#[derive(Debug, Default)]
pub(super) struct TrackDedup {
    /// What is covered of each horizontal line, by its y.
    horizontal: BTreeMap<i32, Vec<Interval>>,
    /// What is covered of each vertical line, by its x.
    vertical: BTreeMap<i32, Vec<Interval>>,
    slanted: BTreeSet<(Point, Point)>,
    tracks: Vec<Track>,
}

impl TrackDedup {
    /// Adds what is new of a path. Its own segments have the colour of where it starts, the others of where it leads.
    pub(super) fn add(&mut self, kind: LineKind, path: &CutPath, lanes: EndLanes) {
        let mut open: Option<Track> = None;
        for (at, pair) in path.points.windows(2).enumerate() {
            let &[from, to] = pair else { continue };
            let lane = if at < path.own { lanes.from } else { lanes.to };
            for (start, end) in self.uncovered(from, to) {
                match open.as_mut().filter(|track| track.lane == lane && track.points.last() == Some(&start)) {
                    Some(track) => track.points.push(end),
                    None => {
                        self.tracks.extend(open.take());
                        open = Some(Track { lane, kind, points: vec![start, end] });
                    }
                }
            }
        }
        self.tracks.extend(open);
    }

    /// The tracks, without points in the middle of a straight line; those of the first kind last, so that they are on top.
    pub(super) fn finish(mut self) -> Vec<Track> {
        for track in &mut self.tracks {
            let mut kept: Vec<Point> = Vec::with_capacity(track.points.len());
            for &point in &track.points {
                if let [.., before, last] = kept[..]
                    && slope(before, last) == slope(last, point)
                {
                    kept.pop();
                }
                kept.push(point);
            }
            track.points = kept;
        }
        self.tracks.sort_by_key(|track| std::cmp::Reverse(track.kind));
        self.tracks
    }

    /// The parts of a segment that no track covers yet, in its direction; covers them.
    fn uncovered(&mut self, from: Point, to: Point) -> Vec<(Point, Point)> {
        if from == to {
            return Vec::new();
        }
        if from.1 == to.1 {
            let parts = cover(self.horizontal.entry(from.1).or_default(), Interval { start: from.0, end: to.0 });
            return parts.into_iter().map(|part| ((part.start, from.1), (part.end, from.1))).collect();
        }
        if from.0 == to.0 {
            let parts = cover(self.vertical.entry(from.0).or_default(), Interval { start: from.1, end: to.1 });
            return parts.into_iter().map(|part| ((from.0, part.start), (from.0, part.end))).collect();
        }
        if self.slanted.insert((from.min(to), from.max(to))) { vec![(from, to)] } else { Vec::new() }
    }
}

fn slope(from: Point, to: Point) -> (i32, i32) {
    ((to.0 - from.0).signum(), (to.1 - from.1).signum())
}

/// The parts of an interval that are not covered, in its direction; covers them.
fn cover(covered: &mut Vec<Interval>, Interval { start, end }: Interval) -> Vec<Interval> {
    let (low, high) = (start.min(end), start.max(end));
    let mut parts = Vec::new();
    let mut at = low;
    for known in covered.iter() {
        if known.end <= at || high <= known.start {
            continue;
        }
        if at < known.start {
            parts.push(Interval { start: at, end: known.start });
        }
        at = at.max(known.end);
    }
    if at < high {
        parts.push(Interval { start: at, end: high });
    }
    covered.extend_from_slice(&parts);
    covered.sort_unstable();
    if start > end {
        parts.reverse();
        for part in &mut parts {
            *part = Interval { start: part.end, end: part.start };
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{EndLanes, TrackDedup};
    use crate::map_layout::corners::CutPath;
    use crate::map_layout::plan::LineKind;

    #[test]
    fn a_shared_segment_is_drawn_once_and_in_the_colour_of_its_end() {
        let mut dedup = TrackDedup::default();
        let points = vec![(0, 0), (50, 0), (60, 10), (60, 90), (70, 100), (100, 100)];
        dedup.add(LineKind::Up, &CutPath { points, own: 1 }, EndLanes { from: 1, to: 2 });
        let points = vec![(0, 40), (50, 40), (60, 50), (60, 90), (70, 100), (100, 100)];
        dedup.add(LineKind::WayIn, &CutPath { points, own: 1 }, EndLanes { from: 3, to: 2 });
        let tracks = dedup.finish();
        let drawn: Vec<_> = tracks.iter().map(|track| (track.lane, track.points.clone())).collect();
        assert_eq!(
            drawn,
            [
                (3, vec![(0, 40), (50, 40)]),
                (2, vec![(50, 40), (60, 50)]),
                (1, vec![(0, 0), (50, 0)]),
                (2, vec![(50, 0), (60, 10), (60, 90), (70, 100), (100, 100)]),
            ]
        );
    }
}
