//! Chooses the way of each move.

use std::collections::BTreeMap;

use crate::map_layout::grid::{Cell, Grid, Row};
use crate::map_layout::routes::{EdgePath, EdgePaths, Height, Net, Owner, Side, TrackLine, Turn};
use crate::map_layout::track_sharing;
use crate::map_layout::{LayoutEdge, LineKind};

/// How a way gets from a station to the gutter where it changes rows, or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Via {
    /// The gutter is beside the station.
    Beside,
    /// Along the station's row, through empty cells.
    Row,
    /// Along a line above the row.
    Above,
}

/// One way in which a move could run.
#[derive(Clone, Copy, Debug)]
struct Choice {
    gutter: usize,
    out: Via,
    into: Via,
}

const LINE_ABOVE: usize = 30;
const NEW_TRACK: usize = 12;
const CROSSING: usize = 10;

struct Router<'a> {
    board: &'a Grid,
    passing: BTreeMap<(Row, usize), Vec<(usize, Owner)>>,
    /// The reach of each upright track, move by move.
    reach: BTreeMap<Net, Vec<(usize, TrackLine, TrackLine)>>,
}

/// Chooses the way of each move: straight ones first, then short ones; then each once more, knowing all others.
pub(super) fn choose(moves: &[LayoutEdge], board: &Grid) -> EdgePaths {
    let mut router = Router { board, passing: BTreeMap::new(), reach: BTreeMap::new() };
    let place = |at: usize| board.places[at];
    let mut order: Vec<usize> = (0..moves.len()).collect();
    order.sort_by_key(|&at| {
        let (from, to) = (place(moves[at].from), place(moves[at].to));
        let span = from.last.abs_diff(to.first);
        (
            from.row != to.row,
            moves[at].kind == LineKind::WayIn,
            span,
            from.row.0.abs_diff(to.row.0),
            from.row.1.abs_diff(to.row.1),
            at,
        )
    });
    let trunks = track_sharing::shared(moves);
    let mut all: Vec<Option<EdgePath>> = vec![None; moves.len()];
    for _ in 0..2 {
        for &at in &order {
            if let Some(route) = all[at].take() {
                router.lift(at, &route);
            }
            let route = router.best(moves[at], trunks[at]);
            router.lay(at, &route);
            all[at] = Some(route);
        }
    }
    EdgePaths { all: all.into_iter().flatten().collect(), order: Vec::new(), passing: router.passing }
}

impl Router<'_> {
    /// Takes a way out of the books.
    fn lift(&mut self, at: usize, route: &EdgePath) {
        for turn in &route.turns {
            if let Some(users) = self.reach.get_mut(&turn.net) {
                users.retain(|user| user.0 != at);
                if users.is_empty() {
                    self.reach.remove(&turn.net);
                }
            }
        }
        for (row, columns, _) in self.cells_passed(route) {
            for cell in columns.map(|column| (row, column)) {
                if let Some(users) = self.passing.get_mut(&cell) {
                    users.retain(|user| user.0 != at);
                    if users.is_empty() {
                        self.passing.remove(&cell);
                    }
                }
            }
        }
    }

    /// Enters a way into the books.
    fn lay(&mut self, at: usize, route: &EdgePath) {
        for turn in route.turns.iter().filter(|turn| turn.enter != turn.leave) {
            let (low, high) = (turn.enter.min(turn.leave), turn.enter.max(turn.leave));
            self.reach.entry(turn.net).or_default().push((at, low, high));
        }
        for (row, columns, owner) in self.cells_passed(route) {
            for column in columns {
                self.passing.entry((row, column)).or_default().push((at, owner));
            }
        }
    }

    /// The cells through which a way runs in a station's row.
    fn cells_passed(&self, route: &EdgePath) -> Vec<(Row, std::ops::Range<usize>, Owner)> {
        let (from, to) = (self.board.places[route.of.from], self.board.places[route.of.to]);
        let mut cells = Vec::new();
        if let (Some(first), Some(last)) = (route.turns.first(), route.turns.last()) {
            if route.exit == Side::Right {
                cells.push((from.row, from.last + 1..first.net.gutter, Owner::From(route.of.from)));
            }
            if route.entry == Side::Left {
                cells.push((to.row, last.net.gutter..to.first, Owner::Into(route.of.to)));
            }
        }
        cells
    }

    fn best(&self, step: LayoutEdge, trunk: Owner) -> EdgePath {
        let ends = Ends::new(step, self.board, trunk);
        let natural = ends.natural();
        let best_of = |gutters: &mut dyn Iterator<Item = usize>| {
            gutters
                .flat_map(|gutter| self.choices(&ends, gutter))
                .map(|choice| ends.route(choice))
                .filter(|route| route.turns.iter().all(|turn| !self.is_barred(turn)))
                .enumerate()
                .min_by_key(|(at, route)| (self.cost(route), *at))
                .map(|(_, route)| route)
        };
        best_of(&mut natural.rev())
            .or_else(|| best_of(&mut (0..=self.board.columns)))
            // The first gutter is never barred: long stations stand between columns, and none is left of it.
            .unwrap_or_else(|| ends.route(Choice { gutter: 0, out: Via::Above, into: Via::Above }))
    }

    /// Whether a long station stands in the way of a turn.
    fn is_barred(&self, turn: &Turn) -> bool {
        let (low, high) = (turn.enter.min(turn.leave), turn.enter.max(turn.leave));
        low != high
            && self.board.across(turn.net.gutter).any(|row| {
                let line = TrackLine { row, height: Height::Middle };
                low <= line && line <= high
            })
    }

    /// The ways in which a move can run through this gutter.
    fn choices(&self, ends: &Ends, gutter: usize) -> Vec<Choice> {
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
        out.iter().flat_map(|&out| into.iter().map(move |&into| Choice { gutter, out, into })).collect()
    }

    /// Whether cells are free for a track of this owner.
    fn is_open(&self, row: Row, mut columns: std::ops::Range<usize>, owner: Owner) -> bool {
        columns.all(|column| {
            self.board.stop_at(row, column).is_none()
                && self.passing.get(&(row, column)).is_none_or(|users| users.iter().all(|user| user.1 == owner))
        })
    }

    fn cost(&self, route: &EdgePath) -> usize {
        let mut cost = 0;
        for turn in route.turns.iter().filter(|turn| turn.enter != turn.leave) {
            let (low, high) = (turn.enter.min(turn.leave), turn.enter.max(turn.leave));
            let gutter = turn.net.gutter;
            let known = self.reach.get(&turn.net);
            if known.is_none() {
                cost += NEW_TRACK;
            }
            let is_new = |row: &Row| {
                known.is_none_or(|users| !users.iter().any(|&(_, from, to)| from.row <= *row && *row <= to.row))
            };
            let through = |row: &Row| {
                gutter > 0
                    && self.passing.contains_key(&(*row, gutter - 1))
                    && self.passing.contains_key(&(*row, gutter))
            };
            cost += CROSSING
                * self.rows_between(low.row, high.row).iter().filter(|row| is_new(row) && through(row)).count();
            cost += self.rows_between(low.row, high.row).iter().filter(|row| is_new(row)).count();
            if matches!(turn.leave.height, Height::Above(_)) {
                cost += LINE_ABOVE;
            }
        }
        for (row, columns, owner) in self.cells_passed(route) {
            let line = TrackLine { row, height: Height::Middle };
            for gutter in columns.skip(1) {
                let crosses = |net: &Net, users: &Vec<(usize, TrackLine, TrackLine)>| {
                    net.owner != owner && users.iter().any(|&(_, low, high)| low < line && line < high)
                };
                cost += CROSSING * self.tracks_in(gutter).filter(|(net, users)| crosses(net, users)).count();
            }
        }
        cost
    }

    /// The upright tracks of a gutter.
    fn tracks_in(&self, gutter: usize) -> impl Iterator<Item = (&Net, &Vec<(usize, TrackLine, TrackLine)>)> {
        let first = |gutter| Net { gutter, owner: Owner::From(0), is_hop: false };
        self.reach.range(first(gutter)..first(gutter + 1))
    }

    /// The rows strictly between two.
    fn rows_between(&self, upper: Row, lower: Row) -> Vec<Row> {
        let rows = |lane: usize| (0..self.board.rows[lane]).map(move |row| (lane, row));
        (upper.0..=lower.0).flat_map(rows).filter(|&row| upper < row && row < lower).collect()
    }
}

/// Where a move leaves its first station and enters its second.
struct Ends {
    step: LayoutEdge,
    /// Whose track it runs on.
    trunk: Owner,
    leaving: Owner,
    entering: Owner,
    from: Cell,
    to: Cell,
    exit: Side,
    entry: Side,
    exit_gutter: usize,
    entry_gutter: usize,
}

impl Ends {
    fn new(step: LayoutEdge, board: &Grid, trunk: Owner) -> Self {
        let (from, to) = (board.places[step.from], board.places[step.to]);
        // Forward from right to left side; back from left to right side; within a column out and in on the right.
        let (exit, exit_gutter, leaving) = if from.first > to.last {
            (Side::Left, from.first, Owner::BackFrom(step.from))
        } else {
            (Side::Right, from.last + 1, Owner::From(step.from))
        };
        let (entry, entry_gutter, entering) = if from.last < to.first {
            (Side::Left, to.first, Owner::Into(step.to))
        } else {
            (Side::Right, to.last + 1, Owner::BackInto(step.to))
        };
        // Tracks that run back or loop are few: they are never shared by what leaves a stop.
        let trunk = if entry == Side::Left { trunk } else { entering };
        Self { step, trunk, leaving, entering, from, to, exit, entry, exit_gutter, entry_gutter }
    }

    /// The gutters between the two.
    fn natural(&self) -> std::ops::RangeInclusive<usize> {
        self.exit_gutter.min(self.entry_gutter)..=self.exit_gutter.max(self.entry_gutter)
    }

    fn route(&self, choice: Choice) -> EdgePath {
        let start = TrackLine {
            row: self.from.row,
            height: if self.exit == Side::Right { Height::Middle } else { Height::Shoulder },
        };
        let end = TrackLine {
            row: self.to.row,
            height: if self.entry == Side::Left { Height::Middle } else { Height::Shoulder },
        };
        let net = |gutter, owner| Net { gutter, owner, is_hop: false };
        let mut turns = Vec::new();
        let mut line = start;
        if choice.out == Via::Above {
            let above = TrackLine { row: self.from.row, height: Height::Above(self.leaving) };
            turns.push(Turn { net: net(self.exit_gutter, self.leaving), enter: line, leave: above });
            line = above;
        }
        let target = match choice.into {
            Via::Above => TrackLine { row: self.to.row, height: Height::Above(self.entering) },
            Via::Beside | Via::Row => end,
        };
        turns.push(Turn { net: net(choice.gutter, self.trunk), enter: line, leave: target });
        if choice.into == Via::Above {
            turns.push(Turn { net: net(self.entry_gutter, self.entering), enter: target, leave: end });
        }
        EdgePath { of: self.step, exit: self.exit, entry: self.entry, entry_gutter: self.entry_gutter, turns }
    }
}
