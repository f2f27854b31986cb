//! Counts of pages on disk: a table for each day, which any number of processes may add to.

use std::fs::{self, File};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use crate::serve::state_file::{self, StateFileError};
use crate::web::http::day_counts::{DayCounts, HEAD};
use crate::web::http::page_counts::{PageCountsStore, StoreError};

/// Locked while a table is read, added to and written.
const LOCK: &str = "lock";
/// How the names of tables end; before it is the day.
const ENDING: &str = ".csv";

/// The folder.
#[derive(Debug)]
pub struct PageCountsFolder(PathBuf);

impl PageCountsFolder {
    /// This folder, which is made when something is kept in it.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// As the site takes it.
    #[must_use]
    pub fn into_store(self) -> Arc<dyn PageCountsStore> {
        Arc::new(self)
    }

    fn table(&self, day: Date) -> Result<DayCounts, StateFileError> {
        let path = self.0.join(name_of(day));
        match fs::read(&path) {
            Ok(table) => DayCounts::read(day, &table)
                .map_err(|error| StateFileError::at(&path)(io::Error::new(io::ErrorKind::InvalidData, error))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(DayCounts::new(day)),
            Err(error) => Err(StateFileError::at(&path)(error)),
        }
    }

    /// Waits until no other process adds to a table. Free again when the file is closed.
    fn lock(&self) -> io::Result<File> {
        fs::create_dir_all(&self.0)?;
        let file = File::create(self.0.join(LOCK))?;
        match file.lock() {
            // A file system without locks: the folder is then for one process alone.
            Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(file),
            locked => locked.map(|()| file),
        }
    }
}

impl PageCountsStore for PageCountsFolder {
    fn add(&self, counted: &DayCounts) -> Result<(), StoreError> {
        let lock = self.lock().map_err(StateFileError::at(&self.0.join(LOCK)))?;
        let mut counts = self.table(counted.day)?;
        counts.add_all(&counted.views);
        let (name, table) = (name_of(counted.day), format!("{HEAD}{}", counts.rows()));
        let written = state_file::write(&self.0, &name, table.as_bytes());
        drop(lock);
        Ok(written?)
    }

    fn load(&self, day: Date) -> Result<DayCounts, StoreError> {
        Ok(self.table(day)?)
    }

    fn days(&self) -> Result<Vec<Date>, StoreError> {
        let entries = match fs::read_dir(&self.0) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(StateFileError::at(&self.0)(error).into()),
        };
        let mut days = Vec::new();
        for entry in entries {
            let name = entry.map_err(StateFileError::at(&self.0))?.file_name();
            days.extend(name.to_str().and_then(|name| name.strip_suffix(ENDING)?.parse::<Date>().ok()));
        }
        Ok(days)
    }
}

fn name_of(day: Date) -> String {
    format!("{day}{ENDING}")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use jiff::civil::date;

    use super::PageCountsFolder;
    use crate::web::http::page_counts::PageCounts;

    #[test]
    fn counts_of_several_processes_and_several_times_are_added_up_and_never_go_down() {
        let made = tempfile::tempdir().unwrap();
        let folder = made.path().join("state/page-counts");
        let start = || PageCounts::new(Some(PageCountsFolder::new(folder.clone()).into_store()));
        let day = date(2026, 11, 27);
        let (first, second) = (start(), start());
        let (mut total, mut before) = (0, [0, 0]);
        for round in 0..20 {
            for (process, counts) in [&first, &second].into_iter().enumerate() {
                for _ in 0..round % 4 {
                    counts.count_on(day, "/");
                    total += 1;
                }
                if round % 3 == 0 {
                    counts.keep().unwrap();
                    counts.keep().unwrap();
                }
                let table = counts.table().unwrap();
                let views = table.lines().nth(1).map_or(0, |row| row.rsplit_once(',').unwrap().1.parse().unwrap());
                assert!(views >= before[process], "{views} after {before:?}");
                before[process] = views;
            }
        }
        first.keep().unwrap();
        second.keep().unwrap();
        let expected = format!("day,page,views\r\n2026-11-27,/,{total}\r\n");
        assert_eq!(start().table().unwrap(), expected);
        assert_eq!(fs::read_to_string(folder.join("2026-11-27.csv")).unwrap(), expected);
    }

    #[test]
    fn a_folder_that_cannot_be_written_or_read_loses_nothing() {
        let made = tempfile::tempdir().unwrap();
        let file = made.path().join("page-counts");
        fs::write(&file, "no folder").unwrap();
        let counts = PageCounts::new(Some(PageCountsFolder::new(file.clone()).into_store()));
        let day = date(2026, 11, 27);
        counts.count_on(day, "/");
        assert!(counts.keep().unwrap_err().to_string().contains("page-counts"));
        assert!(counts.table().is_err());
        fs::remove_file(&file).unwrap();
        counts.count_on(day, "/");
        counts.keep().unwrap();
        assert_eq!(counts.table().unwrap(), "day,page,views\r\n2026-11-27,/,2\r\n");
        // A table that somebody spoiled is not written over.
        fs::write(file.join("2026-11-27.csv"), "day,page,views\r\n2026-11-27,/,many\r\n").unwrap();
        counts.count_on(day, "/");
        assert!(counts.keep().unwrap_err().to_string().contains("2026-11-27.csv"));
        assert!(fs::read_to_string(file.join("2026-11-27.csv")).unwrap().contains("many"));
    }
}
