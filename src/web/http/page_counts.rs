//! How often each page was shown on each day, and nothing about by whom.
//!
//! A page is counted for every complete response of a page for people, robots included: telling them apart would need to know
//! more of visitors than is kept.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use percent_encoding::percent_decode_str;

/// Distinct pages counted on a day. One page has many spellings, so somebody could make up more.
const MOST_PAGES: usize = 10_000;
/// Where pages above [`MOST_PAGES`] are counted.
const OTHERS: &str = "other";

/// The counts of one day, by path. Days are those of UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayCounts {
    /// The day.
    pub day: Date,
    /// How often each page was shown.
    pub views: BTreeMap<String, u64>,
}

/// The counts of today, and of days before it that nobody has taken yet.
#[derive(Debug)]
pub struct PageCounts(Mutex<Vec<DayCounts>>);

impl Default for PageCounts {
    fn default() -> Self {
        Self(Mutex::new(vec![DayCounts { day: today(), views: BTreeMap::new() }]))
    }
}

impl PageCounts {
    /// Counts one view of the page at this path of an address.
    pub fn count(&self, path: &str) {
        self.count_on(today(), path);
    }

    fn count_on(&self, day: Date, path: &str) {
        let mut days = self.days();
        let last = match days.last_mut() {
            Some(last) if last.day == day => last,
            _ => days.push_mut(DayCounts { day, views: BTreeMap::new() }),
        };
        let page = percent_decode_str(path).decode_utf8_lossy();
        if let Some(views) = last.views.get_mut(&*page) {
            *views += 1;
        } else {
            let page = if last.views.len() < MOST_PAGES { page.into_owned() } else { OTHERS.to_owned() };
            *last.views.entry(page).or_default() += 1;
        }
    }

    /// Adds what was counted before, such as by a process that ended today.
    pub fn add(&self, before: DayCounts) {
        let mut days = self.days();
        match days.iter_mut().find(|counts| counts.day == before.day) {
            Some(counts) => {
                for (page, views) in before.views {
                    *counts.views.entry(page).or_default() += views;
                }
            }
            None => days.insert(0, before),
        }
    }

    /// The days that are held, the oldest first.
    #[must_use]
    pub fn held(&self) -> Vec<DayCounts> {
        self.days().clone()
    }

    /// Drops the days before this one.
    pub fn forget_before(&self, day: Date) {
        self.days().retain(|counts| counts.day >= day);
    }

    fn days(&self) -> MutexGuard<'_, Vec<DayCounts>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Counts as a table with the columns `day`, `page` and `views`.
#[must_use]
pub fn csv(days: &[DayCounts]) -> String {
    let mut table = "day,page,views\r\n".to_owned();
    for DayCounts { day, views } in days {
        for (page, views) in views {
            // A path that begins with a slash is no formula; quotes and commas in it are quoted (RFC 4180).
            let page = if page.contains([',', '"', '\r', '\n']) {
                format!("\"{}\"", page.replace('"', "\"\""))
            } else {
                page.clone()
            };
            table.push_str(&format!("{day},{page},{views}\r\n"));
        }
    }
    table
}

/// Today in UTC.
#[must_use]
pub fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::{DayCounts, MOST_PAGES, PageCounts, csv};

    fn counted(views: &[(u64, &str)]) -> BTreeMap<String, u64> {
        views.iter().map(|(views, page)| ((*page).to_owned(), *views)).collect()
    }

    #[test]
    fn each_day_has_counts_of_its_own_and_a_page_is_one_page_however_it_is_spelled() {
        let (one, two) = (date(2026, 11, 27), date(2026, 11, 28));
        let counts = PageCounts::default();
        counts.forget_before(date(9999, 1, 1));
        for (day, path) in [(one, "/roles/nurse"), (one, "/roles/n%75rse"), (one, "/"), (two, "/")] {
            counts.count_on(day, path);
        }
        let expected = vec![
            DayCounts { day: one, views: counted(&[(1, "/"), (2, "/roles/nurse")]) },
            DayCounts { day: two, views: counted(&[(1, "/")]) },
        ];
        assert_eq!(counts.held(), expected);
        assert_eq!(
            csv(&expected),
            "day,page,views\r\n2026-11-27,/,1\r\n2026-11-27,/roles/nurse,2\r\n2026-11-28,/,1\r\n"
        );
        counts.forget_before(two);
        assert_eq!(counts.held(), expected[1..]);
    }

    #[test]
    fn made_up_spellings_take_no_memory() {
        let counts = PageCounts::default();
        let day = counts.held()[0].day;
        for number in 0..MOST_PAGES + 5 {
            counts.count_on(day, &format!("/roles/{number}"));
        }
        assert_eq!(counts.held()[0].views.len(), MOST_PAGES + 1);
        assert_eq!(counts.held()[0].views["other"], 5);
    }

    #[test]
    fn what_a_process_counted_before_is_added() {
        let counts = PageCounts::default();
        let day = counts.held()[0].day;
        counts.count_on(day, "/");
        counts.add(DayCounts { day, views: counted(&[(2, "/"), (3, "/map")]) });
        assert_eq!(counts.held(), [DayCounts { day, views: counted(&[(3, "/"), (3, "/map")]) }]);
    }

    #[test]
    fn a_page_with_a_comma_or_a_quote_is_one_cell() {
        let day = date(2026, 11, 27);
        let table = csv(&[DayCounts { day, views: counted(&[(1, "/roles/a,b\"c")]) }]);
        assert_eq!(table, "day,page,views\r\n2026-11-27,\"/roles/a,b\"\"c\",1\r\n");
    }
}
