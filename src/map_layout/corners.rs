//! The bends of a metro map (octilinear drawing): every right angle is cut at 45°.

use crate::map_layout::drawing::Point;

/// The length cut off each side of a corner.
const CORNER: i32 = 12;

/// A path with its corners cut.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct CutPath {
    pub points: Vec<Point>,
    /// How many of its segments come before the chosen corner.
    pub own: usize,
}

/// Cuts every corner; `own` is the index of the corner up to which segments are counted.
pub(super) fn cut_corners(corners: &[Point], own: usize) -> CutPath {
    let mut points = Vec::new();
    let mut own_points = 0;
    for (at, &corner) in corners.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| corners.get(before));
        match (before, corners.get(at + 1)) {
            (Some(&before), Some(&after)) => {
                let cut = CORNER.min(length(before, corner) / 2).min(length(corner, after) / 2);
                points.push(towards(corner, before, cut));
                if at == own {
                    own_points = points.len();
                }
                points.push(towards(corner, after, cut));
            }
            _ => points.push(corner),
        }
    }
    let own = if own_points == 0 { points.len() } else { own_points }.saturating_sub(1);
    CutPath { points, own }
}

fn length(from: Point, to: Point) -> i32 {
    (from.0 - to.0).abs().max((from.1 - to.1).abs())
}

fn towards(from: Point, to: Point, distance: i32) -> Point {
    (from.0 + (to.0 - from.0).signum() * distance, from.1 + (to.1 - from.1).signum() * distance)
}

#[cfg(test)]
mod tests {
    use super::{CutPath, cut_corners};

    #[test]
    fn a_step_becomes_a_slope_and_a_long_way_keeps_its_straight_parts() {
        let step = [(0, 0), (50, 0), (50, 24), (100, 24)];
        let points = vec![(0, 0), (38, 0), (50, 12), (50, 12), (62, 24), (100, 24)];
        assert_eq!(cut_corners(&step, 1), CutPath { points, own: 1 });
        let long = [(0, 0), (50, 0), (50, 90)];
        assert_eq!(cut_corners(&long, 9).points, [(0, 0), (38, 0), (50, 12), (50, 90)]);
    }
}
