//! The layout of the career map: where each role is, and how its lines run. Geometry only: no roles, no HTML, no colours.
//!
//! It is a layered drawing of a directed graph whose layers are given: levels are columns, families of careers are lanes. The
//! steps follow Sugiyama, Tagawa and Toda ("Methods for Visual Understanding of Hierarchical System Structures", 1981), and
//! route the edges as wires of a chip, between the columns:
//!
//! 1. `columns`: give each level one column or two, fewer of two where the drawing would be too wide;
//! 2. `lanes`: order the lanes, so that those with many moves between them are close (sifting);
//! 3. `grid`: give every stop a cell (barycentre sweeps, then local search); stops without moves fill what is free;
//! 4. `edge_routing`: choose for each move the gutter in which it changes rows. Moves into one stop share a track, or
//!    moves out of one (`track_sharing`), so that a smooth path along the tracks is always a real move;
//! 5. `gutters`: order the vertical tracks of each gutter for few crossings (channel routing); where the drawing would be too
//!    wide, put them closer together (`track_packing`);
//! 6. `renderer`: assign coordinates, with every corner cut at 45° (`corners`).
//!
//! The same plan gives the same drawing. [`vertical_layout`] is the small map: one stop a row, for narrow screens.

mod advances;
mod cell;
mod columns;
mod corners;
mod crossing_reduction;
mod drawing;
mod edge_candidate;
mod edge_path;
mod edge_routing;
mod grid;
mod gutters;
mod label;
mod lanes;
mod plan;
mod renderer;
mod rows;
mod track_assignment;
mod track_dedup;
mod track_packing;
mod track_sharing;
pub mod vertical_layout;

use columns::Columns;
pub use drawing::{
    Arrowhead, ColumnArea, Drawing, DrawnEdge, LABEL_DROP, LETTER, LINE, LaneArea, MARK, NAME_LETTER, NAME_LINE, Point,
    SIGN, Station, Track, sign_length,
};
pub use plan::{Lane, LayoutEdge, LayoutStop, LineKind, Plan, StopIndex};

/// The most columns of a drawing, and of one that would be too wide with these: the fewer columns, the taller it is.
const MOST_COLUMNS: [usize; 3] = [6, 5, 4];
/// By how much a drawing may be wider than is comfortable before its tracks are put closer together and its columns are fewer.
const TOLERANCE: i32 = 64;

/// Lays the whole map out.
#[must_use]
pub fn lay_out(plan: &Plan) -> Drawing {
    let moves = plan.valid_moves();
    let (mut narrowest, mut tried): (Option<Drawing>, usize) = (None, 0);
    for most in MOST_COLUMNS {
        let columns = Columns::new(plan, &moves, most);
        if std::mem::replace(&mut tried, columns.count()) == columns.count() {
            continue;
        }
        let drawing = lay_out_in(plan, &moves, &columns);
        if drawing.width <= plan.comfortable + TOLERANCE {
            return drawing;
        }
        if narrowest.as_ref().is_none_or(|known| drawing.width < known.width) {
            narrowest = Some(drawing);
        }
    }
    narrowest.unwrap_or_default()
}

/// Lays the map out in these columns.
fn lay_out_in(plan: &Plan, moves: &[LayoutEdge], columns: &Columns) -> Drawing {
    let order = lanes::order(plan, moves, columns);
    let mut grid = grid::Grid::new(plan, moves, columns, &order);
    let mut routes = edge_routing::choose(moves, &grid);
    grid.place_the_rest(&routes);
    gutters::order_tracks(&mut routes, grid.columns + 1);
    let drawing = renderer::draw(plan, columns, &grid, &order, &routes);
    if drawing.width <= plan.comfortable + TOLERANCE {
        return drawing;
    }
    gutters::narrow(&mut routes);
    renderer::draw(plan, columns, &grid, &order, &routes)
}
