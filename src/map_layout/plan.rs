//! The input of the layout: levels, lanes, stops and the moves between them.

use crate::map_layout::label::Face;

/// A stop, as an index into [`Plan::stops`].
pub type StopIndex = usize;
/// A lane, as an index into [`Plan::names`].
pub type Lane = usize;

/// What is to be laid out.
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

/// A stop: a role.
#[derive(Clone, Copy, Debug)]
pub struct LayoutStop<'a> {
    /// What its label says.
    pub title: &'a str,
    /// Its lane.
    pub lane: Lane,
    /// Its lowest level.
    pub first: usize,
    /// Its highest level.
    pub last: usize,
    /// How many marks the station has to hold.
    pub marks: usize,
    /// What is said under its label, if anything.
    pub note: &'a str,
    /// Whether its label is bold.
    pub is_bold: bool,
}

/// A directed edge from one stop to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LayoutEdge {
    /// Where it starts.
    pub from: StopIndex,
    /// Where it leads.
    pub to: StopIndex,
    /// Its kind.
    pub kind: LineKind,
}

/// The kind of a move. Where kinds share a segment of track, the first in this order is drawn.
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

impl LayoutStop<'_> {
    /// The letters of its label.
    pub(super) fn face(&self, size: i32) -> Face {
        Face { size, is_bold: self.is_bold }
    }
}

impl Plan<'_> {
    /// The moves that can be drawn, each pair of stops once, sorted.
    pub(super) fn valid_moves(&self) -> Vec<LayoutEdge> {
        let count = self.stops.len();
        let mut moves: Vec<LayoutEdge> =
            self.moves.iter().copied().filter(|it| it.from < count && it.to < count && it.from != it.to).collect();
        moves.sort();
        moves.dedup_by_key(|it| (it.from, it.to));
        moves
    }
}
