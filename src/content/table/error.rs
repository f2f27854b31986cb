//! Why a table cannot be imported.

use std::error::Error;
use std::fmt;

/// A fault of a table. Rows are counted as spreadsheets do: the names of the columns are row 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableError {
    /// It has no row.
    Empty,
    /// A column is no key of a role; the nearest one.
    UnknownColumn(String, Option<&'static str>),
    /// Two columns have the same name.
    SameColumn(String),
    /// It has neither ids nor titles.
    NoTitles,
    /// A row has no id, and no title to make one of.
    NoTitle(usize),
    /// Two rows are of the same role.
    SameRole(usize, usize, String),
    /// The role is there already.
    Exists(usize, String),
    /// A row has more cells than the table has columns.
    SurplusCells(usize, usize, usize),
    /// A column has cells and no name.
    NamelessColumn(usize),
    /// A cell has what a spreadsheet writes where a formula fails.
    FormulaError(usize, &'static str, String),
    /// A cell that holds groups of keys is not YAML.
    NotYaml(usize, &'static str, String),
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the table has no rows"),
            Self::UnknownColumn(name, near) => {
                write!(f, "a role has no key {name}")?;
                near.map_or(Ok(()), |near| write!(f, ": did you mean {near}?"))
            }
            Self::SameColumn(name) => write!(f, "two columns are called {name}"),
            Self::NoTitles => f.write_str("the table has no column id or title"),
            Self::NoTitle(row) => write!(f, "row {row} has no title"),
            Self::SameRole(row, first, id) => write!(f, "row {row} is of the role {id}, as row {first} is"),
            Self::Exists(row, id) => write!(f, "row {row}: the role {id} is there already; --update changes it"),
            Self::SurplusCells(row, cells, columns) => write!(
                f,
                "row {row} has {cells} cells, and the table has {columns} columns: put a text with a comma in quotation marks"
            ),
            Self::NamelessColumn(column) => write!(f, "column {column} has no name: write a key of a role above it"),
            Self::FormulaError(row, column, cell) => {
                write!(f, "row {row}, {column}: {cell} is what a spreadsheet writes where a formula fails")
            }
            Self::NotYaml(row, column, fault) => write!(f, "row {row}, {column}: {fault}"),
        }
    }
}

/// All faults of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableErrors(pub Vec<TableError>);

impl fmt::Display for TableErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this table cannot be imported, so nothing was written:")?;
        self.0.iter().try_for_each(|error| write!(f, "\n  {error}"))
    }
}

impl Error for TableErrors {}
