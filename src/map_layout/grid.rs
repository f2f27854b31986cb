//! The grid: which cells each stop takes.

use std::collections::BTreeMap;

use crate::map_layout::cell::{Cell, Column, Gutter, Placement, Row};
use crate::map_layout::columns::Columns;
use crate::map_layout::crossing_reduction;
use crate::map_layout::edge_path::EdgePaths;
use crate::map_layout::plan::{Lane, LayoutEdge, Plan, StopIndex};

/// The placement of every stop.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    /// The placement of each stop.
    pub placements: Vec<Placement>,
    /// How many rows each lane has, from the top.
    pub rows: Vec<usize>,
    /// How many columns there are.
    pub columns: usize,
    cells: BTreeMap<Cell, StopIndex>,
    /// Stops without moves.
    lonely: Vec<StopIndex>,
}

impl Grid {
    /// Places the stops that have moves; `order` are the lanes from the top.
    pub(super) fn new(plan: &Plan, moves: &[LayoutEdge], columns: &Columns, order: &[Lane]) -> Self {
        let mut position = vec![0; plan.lanes];
        for (at, &lane) in order.iter().enumerate() {
            position[lane] = at;
        }
        // A stop of several columns is placed now too, as no track can pass between its columns.
        let mut joined: Vec<bool> = plan.stops.iter().map(|stop| stop.first != stop.last).collect();
        for step in moves {
            (joined[step.from], joined[step.to]) = (true, true);
        }
        let mut placements: Vec<Placement> = plan
            .stops
            .iter()
            .zip(&columns.of_stop)
            .map(|(stop, &columns)| Placement { row: Row { lane: position[stop.lane], row: 0 }, columns })
            .collect();
        let lonely = (0..placements.len()).filter(|&at| !joined[at]).collect();
        let joined: Vec<usize> = (0..placements.len()).filter(|&at| joined[at]).collect();
        let rows = crossing_reduction::into_rows(&mut placements, &joined, moves, order.len());
        let mut grid = Self { placements, rows, columns: columns.count(), cells: BTreeMap::new(), lonely };
        for at in joined {
            grid.settle(at);
        }
        grid
    }

    fn settle(&mut self, at: StopIndex) {
        self.cells.extend(self.placements[at].cells().map(|cell| (cell, at)));
    }

    /// The stop in a cell.
    pub(super) fn stop_at(&self, row: Row, column: Column) -> Option<StopIndex> {
        self.cells.get(&Cell { row, column }).copied()
    }

    /// The rows of the stops on both sides of a gutter: no vertical track may cross them there.
    pub(super) fn across(&self, gutter: Gutter) -> impl Iterator<Item = Row> {
        self.placements.iter().filter(move |placement| placement.columns.crosses(gutter)).map(|placement| placement.row)
    }

    /// Places the stops without moves in the first cells from the top of their lane that no track passes.
    pub(super) fn place_the_rest(&mut self, routes: &EdgePaths) {
        for at in std::mem::take(&mut self.lonely) {
            let mut placement = self.placements[at];
            let lane = placement.row.lane;
            let is_free = |row: usize| {
                let trial = Placement { row: Row { lane, row }, ..placement };
                trial.cells().all(|cell| !self.cells.contains_key(&cell) && !routes.passes(cell))
            };
            let row = (0..self.rows[lane]).find(|&row| is_free(row)).unwrap_or(self.rows[lane]);
            self.rows[lane] = self.rows[lane].max(row + 1);
            placement.row = Row { lane, row };
            self.placements[at] = placement;
            self.settle(at);
        }
    }
}
