//! Chooses the path of each move.
//!
//! Sequential routing with rip-up and reroute (after Dees and Karger, "Automated Rip-Up and Reroute Techniques", 1982): each
//! move takes the cheapest of the few paths through one gutter, short moves first; then each is routed once more, with all
//! others known. A path is measured against the tracks of the gutters that it meets.

use std::collections::BTreeMap;

use crate::map_layout::cell::{Cell, Column, Gutter, Row};
use crate::map_layout::edge_candidate::{EdgeCandidate, Ends, Via};
use crate::map_layout::edge_path::{EdgePath, EdgePaths, Height, Net, Owner, Passage, Side, TrackLine, Turn};
use crate::map_layout::grid::Grid;
use crate::map_layout::plan::{LayoutEdge, LineKind};
use crate::map_layout::track_sharing;

/// The cost of a line above a row, where the cost of a row passed is 1.
const LINE_ABOVE: usize = 30;
/// The cost of a vertical track that no other move uses.
const NEW_TRACK: usize = 12;
/// The cost of crossing another track.
const CROSSING: usize = 10;

struct Router<'a> {
    grid: &'a Grid,
    passing: BTreeMap<Cell, Vec<Passage>>,
    /// The use of each vertical track, move by move.
    uses: BTreeMap<Net, Vec<TrackUse>>,
}

/// The part of a vertical track that one move uses.
#[derive(Clone, Copy, Debug)]
struct TrackUse {
    edge: usize,
    upper: TrackLine,
    lower: TrackLine,
}

/// The cells of one row through which a path runs.
struct PassedCells {
    row: Row,
    columns: std::ops::Range<Column>,
    owner: Owner,
}

/// Chooses the path of each move: straight ones first, then short ones; then each once more, with all others known.
pub(super) fn choose(moves: &[LayoutEdge], grid: &Grid) -> EdgePaths {
    let mut router = Router { grid, passing: BTreeMap::new(), uses: BTreeMap::new() };
    let place = |at: usize| grid.placements[at];
    let mut order: Vec<usize> = (0..moves.len()).collect();
    order.sort_by_key(|&at| {
        let (from, to) = (place(moves[at].from), place(moves[at].to));
        let span = from.columns.last.abs_diff(to.columns.first);
        (
            from.row != to.row,
            moves[at].kind == LineKind::WayIn,
            span,
            from.row.lane.abs_diff(to.row.lane),
            from.row.row.abs_diff(to.row.row),
            at,
        )
    });
    let tracks = track_sharing::shared(moves);
    let mut all: Vec<Option<EdgePath>> = vec![None; moves.len()];
    for _ in 0..2 {
        for &at in &order {
            if let Some(route) = all[at].take() {
                router.remove(at, &route);
            }
            let route = router.best(moves[at], tracks[at]);
            router.add(at, &route);
            all[at] = Some(route);
        }
    }
    EdgePaths { all: all.into_iter().flatten().collect(), order: Vec::new(), passing: router.passing }
}

impl Router<'_> {
    /// Removes a path from the indexes.
    fn remove(&mut self, at: usize, route: &EdgePath) {
        for turn in &route.turns {
            if let Some(users) = self.uses.get_mut(&turn.net) {
                users.retain(|user| user.edge != at);
                if users.is_empty() {
                    self.uses.remove(&turn.net);
                }
            }
        }
        for PassedCells { row, columns, .. } in self.cells_passed(route) {
            for cell in columns.map(|column| Cell { row, column }) {
                if let Some(users) = self.passing.get_mut(&cell) {
                    users.retain(|user| user.edge != at);
                    if users.is_empty() {
                        self.passing.remove(&cell);
                    }
                }
            }
        }
    }

    /// Adds a path to the indexes.
    fn add(&mut self, at: usize, route: &EdgePath) {
        for turn in route.turns.iter().filter(|turn| turn.enter != turn.leave) {
            let (upper, lower) = (turn.enter.min(turn.leave), turn.enter.max(turn.leave));
            self.uses.entry(turn.net).or_default().push(TrackUse { edge: at, upper, lower });
        }
        for PassedCells { row, columns, owner } in self.cells_passed(route) {
            for column in columns {
                self.passing.entry(Cell { row, column }).or_default().push(Passage { edge: at, owner });
            }
        }
    }

    /// The cells through which a path runs in the rows of its stations.
    fn cells_passed(&self, route: &EdgePath) -> Vec<PassedCells> {
        let (from, to) = (self.grid.placements[route.of.from], self.grid.placements[route.of.to]);
        let mut cells = Vec::new();
        if let (Some(first), Some(last)) = (route.turns.first(), route.turns.last()) {
            if route.exit == Side::Right {
                cells.push(PassedCells {
                    row: from.row,
                    columns: from.columns.last + 1..first.net.gutter,
                    owner: Owner::From(route.of.from),
                });
            }
            if route.entry == Side::Left {
                cells.push(PassedCells {
                    row: to.row,
                    columns: last.net.gutter..to.columns.first,
                    owner: Owner::Into(route.of.to),
                });
            }
        }
        cells
    }

    fn best(&self, step: LayoutEdge, track: Owner) -> EdgePath {
        let ends = Ends::new(step, self.grid, track);
        let natural = ends.natural();
        let best_of = |gutters: &mut dyn Iterator<Item = Gutter>| {
            gutters
                .flat_map(|gutter| self.choices(&ends, gutter))
                .map(|choice| ends.route(choice))
                .filter(|route| route.turns.iter().all(|turn| !self.is_blocked(turn)))
                .enumerate()
                .min_by_key(|(at, route)| (self.cost(route), *at))
                .map(|(_, route)| route)
        };
        best_of(&mut natural.rev())
            .or_else(|| best_of(&mut (0..=self.grid.columns)))
            // The first gutter is never blocked: no station is left of it.
            .unwrap_or_else(|| ends.route(EdgeCandidate { gutter: 0, out: Via::Above, into: Via::Above }))
    }

    /// Whether a station that spans the gutter blocks a turn.
    fn is_blocked(&self, turn: &Turn) -> bool {
        let (low, high) = (turn.enter.min(turn.leave), turn.enter.max(turn.leave));
        low != high
            && self.grid.across(turn.net.gutter).any(|row| {
                let line = TrackLine { row, height: Height::Middle };
                low <= line && line <= high
            })
    }

    /// The paths of a move that change rows in this gutter.
    fn choices(&self, ends: &Ends, gutter: Gutter) -> Vec<EdgeCandidate> {
        let out = if gutter == ends.exit_gutter {
            vec![Via::Beside]
        } else if ends.exit == Side::Right
            && gutter > ends.exit_gutter
            && self.is_open(ends.from.row, ends.exit_gutter..gutter, Owner::From(ends.step.from))
        {
            vec![Via::Row, Via::Above]
        } else {
            vec![Via::Above]
        };
        let into = if gutter == ends.entry_gutter {
            vec![Via::Beside]
        } else if ends.entry == Side::Left
            && gutter < ends.entry_gutter
            && self.is_open(ends.to.row, gutter..ends.entry_gutter, Owner::Into(ends.step.to))
        {
            vec![Via::Row, Via::Above]
        } else {
            vec![Via::Above]
        };
        out.iter().flat_map(|&out| into.iter().map(move |&into| EdgeCandidate { gutter, out, into })).collect()
    }

    /// Whether cells are free for a track of this owner.
    fn is_open(&self, row: Row, mut columns: std::ops::Range<Column>, owner: Owner) -> bool {
        columns.all(|column| {
            self.grid.stop_at(row, column).is_none()
                && self
                    .passing
                    .get(&Cell { row, column })
                    .is_none_or(|users| users.iter().all(|user| user.owner == owner))
        })
    }

    fn cost(&self, route: &EdgePath) -> usize {
        let mut cost = 0;
        for turn in route.turns.iter().filter(|turn| turn.enter != turn.leave) {
            let (low, high) = (turn.enter.min(turn.leave), turn.enter.max(turn.leave));
            let gutter = turn.net.gutter;
            let known = self.uses.get(&turn.net);
            if known.is_none() {
                cost += NEW_TRACK;
            }
            let is_new = |row: &Row| {
                known.is_none_or(|users| !users.iter().any(|user| user.upper.row <= *row && *row <= user.lower.row))
            };
            let through = |row: &Row| {
                gutter > 0
                    && self.passing.contains_key(&Cell { row: *row, column: gutter - 1 })
                    && self.passing.contains_key(&Cell { row: *row, column: gutter })
            };
            cost += CROSSING
                * self.rows_between(low.row, high.row).iter().filter(|row| is_new(row) && through(row)).count();
            cost += self.rows_between(low.row, high.row).iter().filter(|row| is_new(row)).count();
            if matches!(turn.leave.height, Height::Above(_)) {
                cost += LINE_ABOVE;
            }
        }
        for PassedCells { row, columns, owner } in self.cells_passed(route) {
            let line = TrackLine { row, height: Height::Middle };
            for gutter in columns.skip(1) {
                let crosses = |net: &Net, users: &[TrackUse]| {
                    net.owner != owner && users.iter().any(|user| user.upper < line && line < user.lower)
                };
                cost += CROSSING * self.tracks_in(gutter).filter(|(net, users)| crosses(net, users)).count();
            }
        }
        cost
    }

    /// The vertical tracks of a gutter.
    fn tracks_in(&self, gutter: Gutter) -> impl Iterator<Item = (&Net, &Vec<TrackUse>)> {
        let first = |gutter| Net { gutter, owner: Owner::From(0), is_hop: false };
        self.uses.range(first(gutter)..first(gutter + 1))
    }

    /// The rows strictly between two.
    fn rows_between(&self, upper: Row, lower: Row) -> Vec<Row> {
        let rows = |lane: usize| (0..self.grid.rows[lane]).map(move |row| Row { lane, row });
        (upper.lane..=lower.lane).flat_map(rows).filter(|&row| upper < row && row < lower).collect()
    }
}
