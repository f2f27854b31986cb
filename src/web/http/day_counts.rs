//! How often each page was shown on one day, and the table of it.

use std::collections::BTreeMap;
use std::num::ParseIntError;

use jiff::civil::Date;

/// Distinct pages counted on a day. One page has many spellings, so somebody could make up more.
pub const MOST_PAGES: usize = 10_000;
/// Where pages above [`MOST_PAGES`] are counted.
const OTHERS: &str = "other";

/// The head of a table of counts.
pub const HEAD: &str = "day,page,views\r\n";

/// The counts of one day, by path. Days are those of UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayCounts {
    /// The day.
    pub day: Date,
    /// How often each page was shown.
    pub views: BTreeMap<String, u64>,
}

/// Why a text is no table of counts.
#[derive(Debug)]
pub enum DayCountsError {
    /// It is not CSV, or a row has not three cells.
    Csv(csv::Error),
    /// A number of views is none.
    Views(ParseIntError),
}

impl std::fmt::Display for DayCountsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Csv(error) => error.fmt(f),
            Self::Views(error) => write!(f, "a number of views is none: {error}"),
        }
    }
}

impl std::error::Error for DayCountsError {}

impl DayCounts {
    /// A day on which nothing was shown yet.
    #[must_use]
    pub fn new(day: Date) -> Self {
        Self { day, views: BTreeMap::new() }
    }

    /// Adds so many views of a page.
    pub fn add(&mut self, page: &str, views: u64) {
        let counted = match self.views.get_mut(page) {
            Some(counted) => counted,
            None => {
                let page = if self.views.len() < MOST_PAGES { page } else { OTHERS };
                self.views.entry(page.to_owned()).or_default()
            }
        };
        *counted = counted.saturating_add(views);
    }

    /// Adds all of these, whatever day they are of.
    pub fn add_all(&mut self, views: &BTreeMap<String, u64>) {
        for (page, views) in views {
            self.add(page, *views);
        }
    }

    /// Takes away views that were counted elsewhere.
    pub fn take_away(&mut self, views: &BTreeMap<String, u64>) {
        for (page, views) in views {
            if let Some(counted) = self.views.get_mut(page) {
                *counted = counted.saturating_sub(*views);
            }
        }
        self.views.retain(|_, views| *views > 0);
    }

    /// The rows of the table below [`HEAD`].
    #[must_use]
    pub fn rows(&self) -> String {
        let mut rows = String::new();
        for (page, views) in &self.views {
            // A path that begins with a slash is no formula; quotes and commas in it are quoted (RFC 4180).
            let page = if page.contains([',', '"', '\r', '\n']) {
                format!("\"{}\"", page.replace('"', "\"\""))
            } else {
                page.clone()
            };
            rows.push_str(&format!("{},{page},{views}\r\n", self.day));
        }
        rows
    }

    /// Reads back a table of one day, in which the day of each row is this.
    ///
    /// # Errors
    ///
    /// When it is no such table.
    pub fn read(day: Date, table: &[u8]) -> Result<Self, DayCountsError> {
        let mut counts = Self::new(day);
        for row in csv::Reader::from_reader(table).into_deserialize() {
            let (_, page, views): (String, String, String) = row.map_err(DayCountsError::Csv)?;
            counts.add(&page, views.parse().map_err(DayCountsError::Views)?);
        }
        Ok(counts)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{DayCounts, HEAD, MOST_PAGES};

    #[test]
    fn made_up_spellings_take_no_memory() {
        let mut counts = DayCounts::new(date(2026, 11, 27));
        for number in 0..MOST_PAGES + 5 {
            counts.add(&format!("/roles/{number}"), 1);
        }
        assert_eq!(counts.views.len(), MOST_PAGES + 1);
        assert_eq!(counts.views["other"], 5);
    }

    #[test]
    fn a_table_is_read_back_as_it_was_whatever_a_page_is_called() {
        let mut counts = DayCounts::new(date(2026, 11, 27));
        for (page, views) in [("/", 1), ("/roles/a,b\"c", 2), ("/x\r\ny", u64::MAX), ("/é", 3), ("", 4)] {
            counts.add(page, views);
        }
        let table = format!("{HEAD}{}", counts.rows());
        assert!(table.contains("\r\n2026-11-27,\"/roles/a,b\"\"c\",2\r\n"), "{table}");
        assert_eq!(DayCounts::read(counts.day, table.as_bytes()).unwrap(), counts);
        for broken in ["day,page,views\r\n2026-11-27,/", "day,page,views\r\n2026-11-27,/,x", "day,page,views\r\n,,-1"] {
            assert!(DayCounts::read(counts.day, broken.as_bytes()).is_err(), "{broken}");
        }
    }
}
