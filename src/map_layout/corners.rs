//! The bends of a metro map: every right angle is cut at 45°.

use crate::map_layout::Point;

/// What is cut off a corner, along each side.
const CORNER: i32 = 12;

/// Cuts every corner; also counts the stretches that end before the corner with this number.
pub(super) fn cut_corners(corners: &[Point], own: usize) -> (Vec<Point>, usize) {
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
    let own = if own_points == 0 { points.len() } else { own_points };
    (points, own.saturating_sub(1))
}

fn length(from: Point, to: Point) -> i32 {
    (from.0 - to.0).abs().max((from.1 - to.1).abs())
}

fn towards(from: Point, to: Point, distance: i32) -> Point {
    (from.0 + (to.0 - from.0).signum() * distance, from.1 + (to.1 - from.1).signum() * distance)
}

#[cfg(test)]
mod tests {
    use super::cut_corners;

    #[test]
    fn a_step_becomes_a_slope_and_a_long_way_keeps_its_straight_parts() {
        let step = [(0, 0), (50, 0), (50, 24), (100, 24)];
        assert_eq!(cut_corners(&step, 1), (vec![(0, 0), (38, 0), (50, 12), (50, 12), (62, 24), (100, 24)], 1));
        let long = [(0, 0), (50, 0), (50, 90)];
        assert_eq!(cut_corners(&long, 9).0, [(0, 0), (38, 0), (50, 12), (50, 90)]);
    }
}
