//! Which cell each stop stands in.

use std::collections::BTreeMap;

use crate::map_layout::columns::Columns;
use crate::map_layout::routes::EdgePaths;
use crate::map_layout::{LayoutEdge, Plan, crossing_reduction};

/// A row: the lane's place from the top, and the row within it.
pub(super) type Row = (usize, usize);

/// The cells of one stop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub row: Row,
    pub first: usize,
    pub last: usize,
}

/// All stops in their cells.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    /// The place of each stop.
    pub places: Vec<Cell>,
    /// How many rows each lane has, from the top.
    pub rows: Vec<usize>,
    /// How many columns there are.
    pub columns: usize,
    cells: BTreeMap<(Row, usize), usize>,
    lonely: Vec<usize>,
}

impl Grid {
    /// Places the stops that moves join; `order` are the lanes from the top.
    pub(super) fn new(plan: &Plan, moves: &[LayoutEdge], columns: &Columns, order: &[usize]) -> Self {
        let mut position = vec![0; plan.lanes];
        for (at, &lane) in order.iter().enumerate() {
            position[lane] = at;
        }
        // A long station is placed early too: tracks must know of it, as they cannot pass it between its columns.
        let mut joined: Vec<bool> = plan.stops.iter().map(|stop| stop.first != stop.last).collect();
        for step in moves {
            (joined[step.from], joined[step.to]) = (true, true);
        }
        let mut places: Vec<Cell> = plan
            .stops
            .iter()
            .zip(&columns.of_stop)
            .map(|(stop, &(first, last))| Cell { row: (position[stop.lane], 0), first, last })
            .collect();
        let lonely = (0..places.len()).filter(|&at| !joined[at]).collect();
        let joined: Vec<usize> = (0..places.len()).filter(|&at| joined[at]).collect();
        let rows = crossing_reduction::into_rows(&mut places, &joined, moves, order.len());
        let mut board = Self { places, rows, columns: columns.count(), cells: BTreeMap::new(), lonely };
        for at in joined {
            board.settle(at);
        }
        board
    }

    fn settle(&mut self, at: usize) {
        let place = self.places[at];
        for column in place.first..=place.last {
            self.cells.insert((place.row, column), at);
        }
    }

    /// The stop in a cell.
    pub(super) fn stop_at(&self, row: Row, column: usize) -> Option<usize> {
        self.cells.get(&(row, column)).copied()
    }

    /// The stops that stand across a gutter, so that no track may run up or down through them there.
    pub(super) fn across(&self, gutter: usize) -> impl Iterator<Item = Row> {
        self.places.iter().filter(move |place| place.first < gutter && gutter <= place.last).map(|place| place.row)
    }

    /// Places the stops without moves where no track passes, from the top of their lane.
    pub(super) fn place_the_rest(&mut self, routes: &EdgePaths) {
        for at in std::mem::take(&mut self.lonely) {
            let mut place = self.places[at];
            let lane = place.row.0;
            let is_free = |row: usize| {
                (place.first..=place.last)
                    .all(|column| self.stop_at((lane, row), column).is_none() && !routes.passes((lane, row), column))
            };
            let row = (0..self.rows[lane]).find(|&row| is_free(row)).unwrap_or(self.rows[lane]);
            self.rows[lane] = self.rows[lane].max(row + 1);
            place.row = (lane, row);
            self.places[at] = place;
            self.settle(at);
        }
    }
}
