//! Where each role stands on the career map and how its lines run. Geometry only: no roles, no HTML, no colours.
//!
//! The layout is layered, with the layers given: levels are columns, families are lanes. What is left to do:
//!
//! 1. `lanes`: order the lanes, so that families with many moves between them lie close;
//! 2. `board`: give every stop a cell; stops without moves fill what the tracks leave free;
//! 3. `router`: choose for each move the gutter in which it changes rows. Moves into one stop share a track, or
//!    moves out of one (`trunks`), so that a smooth way along the tracks is always a real move;
//! 4. `gutters`: order the upright tracks of each gutter to cut crossings, as channel routers do;
//! 5. `pen`: turn all that into points, with every corner cut at 45°.
//!
//! [`vertical_layout`] is the small map: one stop a row, levels or steps as sections, for narrow places.

mod advances;
mod columns;
mod corners;
mod crossing_reduction;
mod edge_routing;
mod grid;
mod gutters;
mod label;
mod lanes;
mod renderer;
mod routes;
mod rows;
mod track_assignment;
mod track_dedup;
mod track_sharing;
pub mod vertical_layout;

use crate::map_layout::label::Face;

/// What is to be drawn.
#[derive(Clone, Debug, Default)]
pub struct Plan<'a> {
    /// How many levels there are.
    pub levels: usize,
    /// How many lanes there are.
    pub lanes: usize,
    /// What the lanes are called on the large map; a lane beyond the end has no name.
    pub names: Vec<&'a str>,
    /// What the levels are called; a level beyond the end has no name.
    pub headings: Vec<&'a str>,
    /// The stops, in the order of lists.
    pub stops: Vec<LayoutStop<'a>>,
    /// The moves. One that names no stop, or leads from a stop to itself, is left out.
    pub moves: Vec<LayoutEdge>,
    /// The width that the drawing should have at most, where the labels allow it.
    pub comfortable: i32,
}

/// A role.
#[derive(Clone, Copy, Debug)]
pub struct LayoutStop<'a> {
    /// What its label says.
    pub title: &'a str,
    /// Its lane.
    pub lane: usize,
    /// The lowest level it stands on.
    pub first: usize,
    /// The highest level it stands on.
    pub last: usize,
    /// How many marks the station has to hold.
    pub marks: usize,
    /// What the small map says under its label, if anything.
    pub note: &'a str,
    /// Whether its label is bold.
    pub is_bold: bool,
}

/// A way from one stop to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LayoutEdge {
    /// Where it starts, as a place in [`Plan::stops`].
    pub from: usize,
    /// Where it leads.
    pub to: usize,
    /// What kind of way it is.
    pub kind: LineKind,
}

/// What kind of way a move is. Where kinds share a stretch of track, the first of this order is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineKind {
    /// A progression to a higher level.
    Up,
    /// A progression within a level.
    SameLevel,
    /// A progression to a lower level.
    Down,
    /// A way in that asks for the role before.
    WayIn,
}

/// A point of the drawing, in CSS pixels at natural scale.
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
    /// The stations, as in [`Plan::stops`].
    pub stations: Vec<Station>,
    /// What to draw of the tracks: every stretch once.
    pub tracks: Vec<Track>,
    /// Where tracks enter a station from the right.
    pub arrows: Vec<Arrowhead>,
    /// The whole way of each move, to light it up.
    pub ways: Vec<DrawnEdge>,
}

/// A lane's part of the drawing.
#[derive(Clone, Copy, Debug)]
pub struct LaneArea {
    /// Which lane.
    pub lane: usize,
    /// Its upper edge.
    pub top: i32,
    /// Its height.
    pub height: i32,
    /// Where its name begins: there is a mark of its colour before it.
    pub name: Point,
    /// The width of its name.
    pub name_width: i32,
}

/// A level's part of the drawing.
#[derive(Clone, Copy, Debug)]
pub struct ColumnArea {
    /// Which level.
    pub level: usize,
    /// Its left edge.
    pub left: i32,
    /// Its width.
    pub width: i32,
    /// Where its stations begin.
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
    /// The width of its label.
    pub label_width: i32,
}

/// A stretch of track.
#[derive(Clone, Debug)]
pub struct Track {
    /// The lane whose colour it has.
    pub lane: usize,
    /// The kind of move it stands for.
    pub kind: LineKind,
    /// Its corners.
    pub points: Vec<Point>,
}

/// The head of an arrow, where a track runs against the order of columns or rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrowhead {
    /// The lane whose colour it has.
    pub lane: usize,
    /// Its tip.
    pub tip: Point,
    /// Whether it points to the right; else it points to the left.
    pub points_right: bool,
}

/// The whole way of one move.
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
const NAME: Point = (35, 28);
/// The size of the letters of a lane's name.
pub const NAME_LETTER: i32 = 17;
/// From the middle of a sign to the base of the first line of its label.
pub const LABEL_DROP: i32 = 29;

impl LayoutStop<'_> {
    /// The letters of its label.
    fn face(&self, size: i32) -> Face {
        Face { size, is_bold: self.is_bold }
    }

    /// The width of its sign, if it stands on one level.
    fn sign_width(&self) -> i32 {
        SIGN + MARK * i32::try_from(self.marks.saturating_sub(1)).unwrap_or(0)
    }
}

impl Plan<'_> {
    /// The moves that can be drawn, each pair of stops once, in order.
    fn sound_moves(&self) -> Vec<LayoutEdge> {
        let count = self.stops.len();
        let mut moves: Vec<LayoutEdge> =
            self.moves.iter().copied().filter(|it| it.from < count && it.to < count && it.from != it.to).collect();
        moves.sort();
        moves.dedup_by_key(|it| (it.from, it.to));
        moves
    }
}

/// Lays the whole map out.
#[must_use]
pub fn lay_out(plan: &Plan) -> Drawing {
    let moves = plan.sound_moves();
    let columns = columns::Columns::new(plan, &moves);
    let order = lanes::order(plan, &moves, &columns);
    let mut board = grid::Grid::new(plan, &moves, &columns, &order);
    let mut routes = edge_routing::choose(&moves, &board);
    board.place_the_rest(&routes);
    gutters::untangle(&mut routes, board.columns + 1);
    renderer::draw(plan, &columns, &board, &order, &routes)
}
