//! Cells of the grid, and which of them a stop takes.

/// A column of the grid, from the left.
pub(super) type Column = usize;

/// A gutter: gutter `g` is the space left of column `g`; the last is right of all columns.
pub(super) type Gutter = usize;

/// A row of the grid. Rows sort from top to bottom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Row {
    /// The position of its lane, from the top.
    pub lane: usize,
    /// Its position within the lane, from the top.
    pub row: usize,
}

/// One cell. Cells sort by row, then by column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cell {
    pub row: Row,
    pub column: Column,
}

/// The columns of a stop, both included: a stop on several levels takes several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ColumnSpan {
    pub first: Column,
    pub last: Column,
}

/// Where a stop is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Placement {
    pub row: Row,
    pub columns: ColumnSpan,
}

impl ColumnSpan {
    /// Its columns.
    pub(super) fn iter(self) -> std::ops::RangeInclusive<Column> {
        self.first..=self.last
    }

    /// Whether it is on both sides of a gutter.
    pub(super) fn crosses(self, gutter: Gutter) -> bool {
        self.first < gutter && gutter <= self.last
    }
}

impl Placement {
    /// Its cells.
    pub(super) fn cells(self) -> impl Iterator<Item = Cell> {
        self.columns.iter().map(move |column| Cell { row: self.row, column })
    }
}
