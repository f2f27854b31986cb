//! The path of each move: in which gutter it changes rows, and along which lines it gets there and on.
//!
//! Each line belongs to one stop: to the one that all its moves come from, or to the one that all of them lead into.

use std::collections::BTreeMap;

use crate::map_layout::cell::{Cell, Gutter, Row};
use crate::map_layout::plan::{LayoutEdge, StopIndex};

/// The stop to which a line or a track belongs, and on which side of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Owner {
    /// What leaves a stop on its right.
    From(StopIndex),
    /// What leaves a stop on its left.
    BackFrom(StopIndex),
    /// What enters a stop on its left.
    Into(StopIndex),
    /// What enters a stop on its right.
    BackInto(StopIndex),
}

/// The height of a line within its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Height {
    /// Above all stations of the row.
    Above(Owner),
    /// At the shoulder of a station: only within the gutter beside it.
    Shoulder,
    /// Through the middle of the stations.
    Middle,
}

/// A horizontal line. Lines sort from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TrackLine {
    pub row: Row,
    pub height: Height,
}

/// A vertical track in a gutter: a net, in terms of channel routing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Net {
    pub gutter: Gutter,
    pub owner: Owner,
    /// Whether it only joins the line above a stop with the stop, beside the owner's main track.
    pub is_hop: bool,
}

/// A change of rows: from one line along a vertical track to another line.
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

/// The path of one move.
#[derive(Clone, Debug)]
pub(super) struct EdgePath {
    pub of: LayoutEdge,
    pub exit: Side,
    pub entry: Side,
    /// The gutter beside its last station.
    pub entry_gutter: Gutter,
    pub turns: Vec<Turn>,
}

impl EdgePath {
    /// The side of the gutter from which the path enters a turn.
    pub(super) fn side_entered(&self, at: usize) -> Side {
        match at.checked_sub(1) {
            Some(before) => self.side_left(before).opposite(),
            None => self.exit.opposite(),
        }
    }

    /// The side of the gutter to which the path leaves a turn.
    pub(super) fn side_left(&self, at: usize) -> Side {
        let (Some(here), Some(next)) = (self.turns.get(at), self.turns.get(at + 1)) else {
            return self.entry.opposite();
        };
        match next.net.gutter.cmp(&here.net.gutter) {
            std::cmp::Ordering::Less => Side::Left,
            std::cmp::Ordering::Greater => Side::Right,
            // A hop beside its main track is nearer to the stop.
            std::cmp::Ordering::Equal => self.entry.opposite(),
        }
    }

    /// The owner of the line on which the path enters or leaves a turn.
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

/// A move that runs through a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Passage {
    /// The move, as an index into the moves.
    pub edge: usize,
    /// The owner of its line.
    pub owner: Owner,
}

/// The paths of all moves.
#[derive(Clone, Debug, Default)]
pub(super) struct EdgePaths {
    pub all: Vec<EdgePath>,
    /// The tracks of each gutter, from left to right.
    pub order: Vec<Vec<Net>>,
    /// The moves that run through each cell.
    pub passing: BTreeMap<Cell, Vec<Passage>>,
}

impl EdgePaths {
    /// Whether a track runs through this cell.
    pub(super) fn passes(&self, cell: Cell) -> bool {
        self.passing.contains_key(&cell)
    }
}
