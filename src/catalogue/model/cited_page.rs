//! A page on the web that facts were read on.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use crate::catalogue::model::indexes::SourceIndex;

/// A page on the web that facts were read on.
#[derive(Clone, Debug)]
pub struct CitedPage {
    /// Its publisher, as a source.
    pub source: SourceIndex,
    /// Its address.
    pub url: String,
    /// When it was published or last changed; none for a page without a date.
    pub published: Option<PartialDate>,
    /// The day on which it was read.
    pub read: Date,
}

/// A date as a page prints it: a year, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartialDate {
    /// `2023`
    Year(i16),
    /// `2023-05`: the first day of the month.
    Month(Date),
    /// `2023-05-04`
    Day(Date),
}

impl PartialDate {
    /// Its year.
    #[must_use]
    pub fn year(self) -> i16 {
        match self {
            Self::Year(year) => year,
            Self::Month(date) | Self::Day(date) => date.year(),
        }
    }
}

/// That a text is no [`PartialDate`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPartialDate;

impl FromStr for PartialDate {
    type Err = NoPartialDate;

    fn from_str(text: &str) -> Result<Self, NoPartialDate> {
        let date = |text: &str| text.parse::<Date>().map_err(|_| NoPartialDate);
        match text.len() {
            4 => date(&format!("{text}-01-01")).map(|date| Self::Year(date.year())),
            7 => date(&format!("{text}-01")).map(Self::Month),
            10 => date(text).map(Self::Day),
            _ => Err(NoPartialDate),
        }
    }
}

impl fmt::Display for PartialDate {
    /// As data files have it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(date) => write!(f, "{:04}-{:02}", date.year(), date.month()),
            Self::Day(date) => date.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{NoPartialDate, PartialDate};

    #[test]
    fn a_date_is_a_year_a_month_or_a_day_and_reads_as_written() {
        for text in ["2023", "2023-05", "2023-05-04"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
        for text in ["23", "2023-5", "2023-13", "2023-02-30", "May 2023", ""] {
            assert_eq!(text.parse::<PartialDate>(), Err(NoPartialDate), "{text}");
        }
    }
}
