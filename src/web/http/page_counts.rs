//! How often each page was shown on each day, and nothing about by whom.
//!
//! A page is counted for every complete response of a page for people, robots included: telling them apart would need to know
//! more of visitors than is kept.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Debug;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use percent_encoding::percent_decode_str;

use crate::web::http::day_counts::{DayCounts, HEAD};

/// Days that are counted in memory alone. The oldest goes first.
const MOST_DAYS: usize = 31;

/// Why counts cannot be kept, or read again.
pub type StoreError = Box<dyn Error + Send + Sync>;

/// Where counts outlast the process. Its methods may block.
pub trait PageCountsStore: Debug + Send + Sync {
    /// Adds what was counted to what is kept of its day.
    ///
    /// # Errors
    ///
    /// When it cannot be read or written; then what is kept is as it was.
    fn add(&self, counted: &DayCounts) -> Result<(), StoreError>;

    /// What is kept of a day; nothing if it is not among [`days`](Self::days).
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    fn load(&self, day: Date) -> Result<DayCounts, StoreError>;

    /// The days of which something is kept.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    fn days(&self) -> Result<Vec<Date>, StoreError>;
}

/// What was counted and is not kept yet, and the store where the rest is.
#[derive(Debug, Default)]
pub struct PageCounts {
    counted: Mutex<Vec<DayCounts>>,
    /// Without one, what was counted ends with the process.
    store: Option<Arc<dyn PageCountsStore>>,
    /// Held while counts go from memory to the store, so that nobody sees them in both or in neither.
    moving: Mutex<()>,
}

impl PageCounts {
    /// Counts that are kept in this store.
    #[must_use]
    pub fn new(store: Option<Arc<dyn PageCountsStore>>) -> Self {
        Self { store, ..Self::default() }
    }

    /// Counts one view of the page at this path of an address.
    pub fn count(&self, path: &str) {
        let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
        self.count_on(today, path);
    }

    /// Counts one view on this day.
    pub fn count_on(&self, day: Date, path: &str) {
        let mut days = lock(&self.counted);
        let page = percent_decode_str(path).decode_utf8_lossy();
        if let Some(counts) = days.iter_mut().rfind(|counts| counts.day == day) {
            return counts.add(&page, 1);
        }
        if days.len() == MOST_DAYS {
            days.remove(0);
        }
        days.push_mut(DayCounts::new(day)).add(&page, 1);
    }

    /// Whether counts outlast the process.
    #[must_use]
    pub fn are_kept(&self) -> bool {
        self.store.is_some()
    }

    /// Adds what was counted since the last time to the store. May block.
    ///
    /// # Errors
    ///
    /// When it cannot be written. What was counted then waits for the next time.
    pub fn keep(&self) -> Result<(), StoreError> {
        let Some(store) = &self.store else { return Ok(()) };
        let _moving = lock(&self.moving);
        // Pages are counted meanwhile.
        let counted = lock(&self.counted).clone();
        for kept in counted {
            store.add(&kept)?;
            let mut days = lock(&self.counted);
            if let Some(counts) = days.iter_mut().find(|counts| counts.day == kept.day) {
                counts.take_away(&kept.views);
            }
            days.retain(|counts| !counts.views.is_empty());
        }
        Ok(())
    }

    /// All days, the oldest first, as a table with the columns `day`, `page` and `views`. May block.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn table(&self) -> Result<String, StoreError> {
        let _moving = lock(&self.moving);
        let mut days: BTreeSet<Date> = lock(&self.counted).iter().map(|counts| counts.day).collect();
        if let Some(store) = &self.store {
            days.extend(store.days()?);
        }
        let mut table = HEAD.to_owned();
        for day in days {
            let mut counts = self.store.as_ref().map_or_else(|| Ok(DayCounts::new(day)), |store| store.load(day))?;
            for counted in lock(&self.counted).iter().filter(|counted| counted.day == day) {
                counts.add_all(&counted.views);
            }
            table.push_str(&counts.rows());
        }
        Ok(table)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use jiff::civil::date;

    use super::{MOST_DAYS, PageCounts};

    #[test]
    fn each_day_has_counts_of_its_own_and_a_page_is_one_page_however_it_is_spelled() {
        let (one, two) = (date(2026, 11, 27), date(2026, 11, 28));
        let counts = PageCounts::default();
        for (day, path) in [(one, "/roles/nurse"), (two, "/"), (one, "/roles/n%75rse"), (one, "/")] {
            counts.count_on(day, path);
        }
        let expected = "day,page,views\r\n2026-11-27,/,1\r\n2026-11-27,/roles/nurse,2\r\n2026-11-28,/,1\r\n";
        assert_eq!(counts.table().unwrap(), expected);
        counts.keep().unwrap();
        assert_eq!(counts.table().unwrap(), expected, "there is nowhere to keep them");
    }

    #[test]
    fn without_a_folder_a_month_is_remembered() {
        let counts = PageCounts::default();
        for day in 0..40 {
            counts.count_on(date(2026, 1, 1) + day.days(), "/");
        }
        let table = counts.table().unwrap();
        assert_eq!(table.lines().count(), 1 + MOST_DAYS);
        assert!(!table.contains("2026-01-09") && table.contains("2026-01-10"), "{table}");
    }
}
