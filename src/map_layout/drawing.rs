//! The output of the layout: where everything is, in CSS pixels at natural scale.

use crate::map_layout::plan::{Lane, LayoutEdge, LineKind};

/// A point: x from the left, y from the top.
pub type Point = (i32, i32);

/// The finished drawing.
#[derive(Clone, Debug, Default)]
pub struct Drawing {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// The lanes, from top to bottom.
    pub bands: Vec<LaneArea>,
    /// The levels, from left to right.
    pub zones: Vec<ColumnArea>,
    /// The stations, as in `Plan::stops`.
    pub stations: Vec<Station>,
    /// What to draw of the tracks: every segment once.
    pub tracks: Vec<Track>,
    /// Where tracks enter a station from the right.
    pub arrows: Vec<Arrowhead>,
    /// The whole path of each move, to highlight it.
    pub ways: Vec<DrawnEdge>,
}

/// The area of a lane.
#[derive(Clone, Debug)]
pub struct LaneArea {
    /// Which lane.
    pub lane: Lane,
    /// Its upper edge.
    pub top: i32,
    /// Its height.
    pub height: i32,
    /// Where its name begins: there is a mark of its colour before it.
    pub name: Point,
    /// The lines of its name.
    pub name_lines: Vec<String>,
    /// The width of its name.
    pub name_width: i32,
}

/// The area of a level.
#[derive(Clone, Copy, Debug)]
pub struct ColumnArea {
    /// Which level.
    pub level: usize,
    /// Its left edge.
    pub left: i32,
    /// Its width.
    pub width: i32,
    /// The left edge of its stations.
    pub text: i32,
}

/// A stop of the drawing.
#[derive(Clone, Debug, Default)]
pub struct Station {
    /// The left end of its sign.
    pub x: i32,
    /// The middle of its sign.
    pub y: i32,
    /// The width of its sign; its height is [`SIGN`].
    pub width: i32,
    /// The lines of its label.
    pub label: Vec<String>,
    /// The lines under its label.
    pub note: Vec<String>,
    /// The width of its label, with the lines under it.
    pub label_width: i32,
}

/// A part of a track, drawn as one line.
#[derive(Clone, Debug)]
pub struct Track {
    /// The lane whose colour it has.
    pub lane: Lane,
    /// The kind of its moves.
    pub kind: LineKind,
    /// Its corners.
    pub points: Vec<Point>,
}

/// The head of an arrow, where a track runs against the order of columns or rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrowhead {
    /// The lane whose colour it has.
    pub lane: Lane,
    /// Its tip.
    pub tip: Point,
    /// Whether it points to the right; else it points to the left.
    pub points_right: bool,
}

/// The whole path of one move.
#[derive(Clone, Debug)]
pub struct DrawnEdge {
    /// The move.
    pub of: LayoutEdge,
    /// Its corners, from station to station.
    pub points: Vec<Point>,
}

/// The height of a station's sign.
pub const SIGN: i32 = 22;
/// How much wider a sign gets with each mark after the first.
pub const MARK: i32 = 13;
/// From one line of a label to the next.
pub const LINE: i32 = 18;
/// The size of a label's letters.
pub const LETTER: i32 = 15;
/// Where the name of a lane begins: from the left edge of the first column, and from the top of the lane to the base of its letters.
pub(super) const NAME: Point = (35, 28);
/// The size of the letters of a lane's name.
pub const NAME_LETTER: i32 = 17;
/// From one line of a lane's name to the next.
pub const NAME_LINE: i32 = 20;
/// From the middle of a sign to the base of the first line of its label.
pub const LABEL_DROP: i32 = 29;

/// The length of a sign within one level that holds this many marks.
#[must_use]
pub fn sign_length(marks: usize) -> i32 {
    SIGN + MARK * i32::try_from(marks.saturating_sub(1)).unwrap_or(0)
}
