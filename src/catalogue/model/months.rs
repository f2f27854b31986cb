//! A length of time in months.

/// How long something takes, in months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months {
    /// At least.
    pub from: u16,
    /// At most; none where the source only says "at least".
    pub to: Option<u16>,
}
