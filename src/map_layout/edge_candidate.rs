//! The candidate paths of a move: it changes rows in one gutter, which it reaches along its row or along a line above.

use crate::map_layout::cell::{Gutter, Placement};
use crate::map_layout::edge_path::{EdgePath, Height, Net, Owner, Side, TrackLine, Turn};
use crate::map_layout::grid::Grid;
use crate::map_layout::plan::LayoutEdge;

/// How a path gets from a station to the gutter where it changes rows, or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Via {
    /// The gutter is beside the station.
    Beside,
    /// Along the station's row, through empty cells.
    Row,
    /// Along a line above the row.
    Above,
}

/// A candidate path.
#[derive(Clone, Copy, Debug)]
pub(super) struct EdgeCandidate {
    pub gutter: Gutter,
    pub out: Via,
    pub into: Via,
}

/// Where a move leaves its first station and enters its second.
pub(super) struct Ends {
    pub step: LayoutEdge,
    /// The owner of its main track.
    pub track: Owner,
    pub leaving: Owner,
    pub entering: Owner,
    pub from: Placement,
    pub to: Placement,
    pub exit: Side,
    pub entry: Side,
    pub exit_gutter: Gutter,
    pub entry_gutter: Gutter,
}

impl Ends {
    pub(super) fn new(step: LayoutEdge, grid: &Grid, track: Owner) -> Self {
        let (from, to) = (grid.placements[step.from], grid.placements[step.to]);
        // Forward from right to left side; back from left to right side; within a column out and in on the right.
        let (exit, exit_gutter, leaving) = if from.columns.first > to.columns.last {
            (Side::Left, from.columns.first, Owner::BackFrom(step.from))
        } else {
            (Side::Right, from.columns.last + 1, Owner::From(step.from))
        };
        let (entry, entry_gutter, entering) = if from.columns.last < to.columns.first {
            (Side::Left, to.columns.first, Owner::Into(step.to))
        } else {
            (Side::Right, to.columns.last + 1, Owner::BackInto(step.to))
        };
        // Tracks that run back or loop are few: moves out of one stop never share them.
        let track = if entry == Side::Left { track } else { entering };
        Self { step, track, leaving, entering, from, to, exit, entry, exit_gutter, entry_gutter }
    }

    /// The gutters between the two.
    pub(super) fn natural(&self) -> std::ops::RangeInclusive<Gutter> {
        self.exit_gutter.min(self.entry_gutter)..=self.exit_gutter.max(self.entry_gutter)
    }

    /// The path that this choice makes.
    pub(super) fn route(&self, choice: EdgeCandidate) -> EdgePath {
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
        turns.push(Turn { net: net(choice.gutter, self.track), enter: line, leave: target });
        if choice.into == Via::Above {
            turns.push(Turn { net: net(self.entry_gutter, self.entering), enter: target, leave: end });
        }
        EdgePath { of: self.step, exit: self.exit, entry: self.entry, entry_gutter: self.entry_gutter, turns }
    }
}
