//! What to draw of ways that share stretches: every stretch once, so that dashes stay dashes.

use std::collections::{BTreeMap, BTreeSet};

use crate::map_layout::{LineKind, Point, Track};

/// The stretches drawn so far.
#[derive(Debug, Default)]
pub(super) struct TrackDedup {
    /// On each level line, and on each upright one, the parts that are covered.
    level: BTreeMap<i32, Vec<(i32, i32)>>,
    upright: BTreeMap<i32, Vec<(i32, i32)>>,
    slanted: BTreeSet<(Point, Point)>,
    tracks: Vec<Track>,
}

impl TrackDedup {
    /// Adds what is new of a way. Its first `own` stretches have the colour of where it starts, the others of where it leads.
    pub(super) fn add(&mut self, kind: LineKind, points: &[Point], own: usize, lanes: (usize, usize)) {
        let mut open: Option<Track> = None;
        for (at, pair) in points.windows(2).enumerate() {
            let &[from, to] = pair else { continue };
            let lane = if at < own { lanes.0 } else { lanes.1 };
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

    /// The tracks, without points in the middle of a straight stretch; those of the first kind last, so that they lie on top.
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

    /// The parts of a stretch that no track covers yet, in the direction of the stretch; covers them.
    fn uncovered(&mut self, from: Point, to: Point) -> Vec<(Point, Point)> {
        if from == to {
            return Vec::new();
        }
        if from.1 == to.1 {
            let parts = cover(self.level.entry(from.1).or_default(), from.0, to.0);
            return parts.into_iter().map(|(start, end)| ((start, from.1), (end, from.1))).collect();
        }
        if from.0 == to.0 {
            let parts = cover(self.upright.entry(from.0).or_default(), from.1, to.1);
            return parts.into_iter().map(|(start, end)| ((from.0, start), (from.0, end))).collect();
        }
        if self.slanted.insert((from.min(to), from.max(to))) { vec![(from, to)] } else { Vec::new() }
    }
}

fn slope(from: Point, to: Point) -> (i32, i32) {
    ((to.0 - from.0).signum(), (to.1 - from.1).signum())
}

/// The parts of `start..end` that are not covered, in its direction; covers them.
fn cover(covered: &mut Vec<(i32, i32)>, start: i32, end: i32) -> Vec<(i32, i32)> {
    let (low, high) = (start.min(end), start.max(end));
    let mut parts = Vec::new();
    let mut at = low;
    for &(from, to) in covered.iter() {
        if to <= at || high <= from {
            continue;
        }
        if at < from {
            parts.push((at, from));
        }
        at = at.max(to);
    }
    if at < high {
        parts.push((at, high));
    }
    covered.extend_from_slice(&parts);
    covered.sort_unstable();
    if start > end {
        parts.reverse();
        for part in &mut parts {
            *part = (part.1, part.0);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::TrackDedup;
    use crate::map_layout::LineKind;

    #[test]
    fn a_shared_stretch_is_drawn_once_and_in_the_colour_of_its_end() {
        let mut trace = TrackDedup::default();
        trace.add(LineKind::Up, &[(0, 0), (50, 0), (60, 10), (60, 90), (70, 100), (100, 100)], 1, (1, 2));
        trace.add(LineKind::WayIn, &[(0, 40), (50, 40), (60, 50), (60, 90), (70, 100), (100, 100)], 1, (3, 2));
        let tracks = trace.finish();
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
