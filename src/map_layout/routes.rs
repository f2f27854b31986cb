//! The way of each move: in which gutter it changes rows, and along which lines it gets there and on.
//!
//! Gutter `g` is the space left of column `g`; the last gutter is right of all columns. Each line belongs to one stop: to the
//! one that all its moves come from, or to the one that all of them lead into.

use std::collections::BTreeMap;

use crate::map_layout::LayoutEdge;
use crate::map_layout::grid::Row;

/// To whom a stretch of track belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Owner {
    /// What leaves a stop on its right.
    From(usize),
    /// What leaves a stop on its left.
    BackFrom(usize),
    /// What enters a stop on its left.
    Into(usize),
    /// What enters a stop on its right.
    BackInto(usize),
}

/// How high in its row a line runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Height {
    /// Above all stations of the row.
    Above(Owner),
    /// At a station's shoulder: only within the gutter beside it.
    Shoulder,
    /// Through the middle of the stations.
    Middle,
}

/// A line from left to right. Lines sort from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TrackLine {
    pub row: Row,
    pub height: Height,
}

/// An upright track in a gutter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Net {
    pub gutter: usize,
    pub owner: Owner,
    /// Whether it only joins a line above a stop with the stop, beside the owner's main track.
    pub is_hop: bool,
}

/// A change of rows: from one line along an upright track to another line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    pub net: Net,
    pub enter: TrackLine,
    pub leave: TrackLine,
}

/// A side of a gutter, or of a station.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Left,
    Right,
}

impl Side {
    fn opposite(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// The way of one move.
#[derive(Clone, Debug)]
pub(super) struct EdgePath {
    pub of: LayoutEdge,
    pub exit: Side,
    pub entry: Side,
    /// The gutter beside its last station.
    pub entry_gutter: usize,
    pub turns: Vec<Turn>,
}

impl EdgePath {
    /// From which side of its gutter a way comes to a turn.
    pub(super) fn side_entered(&self, at: usize) -> Side {
        match at.checked_sub(1) {
            Some(before) => self.side_left(before).opposite(),
            None => self.exit.opposite(),
        }
    }

    /// To which side of its gutter a way goes on from a turn.
    pub(super) fn side_left(&self, at: usize) -> Side {
        let (Some(here), Some(next)) = (self.turns.get(at), self.turns.get(at + 1)) else {
            return self.entry.opposite();
        };
        match next.net.gutter.cmp(&here.net.gutter) {
            std::cmp::Ordering::Less => Side::Left,
            std::cmp::Ordering::Greater => Side::Right,
            // A hop beside its main track stands nearer to the stop.
            std::cmp::Ordering::Equal => self.entry.opposite(),
        }
    }

    /// To whom the line belongs on which a way comes to a turn, or goes on from it.
    pub(super) fn owner_of(&self, line: TrackLine, is_entered: bool) -> Owner {
        match (line.height, is_entered) {
            (Height::Above(owner), _) => owner,
            (_, true) if self.exit == Side::Right => Owner::From(self.of.from),
            (_, true) => Owner::BackFrom(self.of.from),
            (_, false) if self.entry == Side::Left => Owner::Into(self.of.to),
            (_, false) => Owner::BackInto(self.of.to),
        }
    }
}

/// The ways of all moves.
#[derive(Clone, Debug, Default)]
pub(super) struct EdgePaths {
    pub all: Vec<EdgePath>,
    /// The tracks of each gutter, from left to right.
    pub order: Vec<Vec<Net>>,
    /// The moves that run through each cell, and whose line that is.
    pub passing: BTreeMap<(Row, usize), Vec<(usize, Owner)>>,
}

impl EdgePaths {
    /// Whether a track runs through this cell.
    pub(super) fn passes(&self, row: Row, column: usize) -> bool {
        self.passing.contains_key(&(row, column))
    }
}
