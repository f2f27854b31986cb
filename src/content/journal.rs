//! The journal of a change of several files: what is written of it before the first file is replaced.
//!
//! A journal that is there is a change that was decided on. Where the program was killed before the last file was replaced, whoever
//! reads the folder takes the other files from the journal ([`DataFiles::folder`](crate::content::DataFiles::folder)), so that the
//! change is seen as a whole; the next command that writes finishes it.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Component, Path};

use crate::content::file_change::FileChange;

/// The folder within the data folder that holds the journal, and the new files until they take their places. It is hidden, so that no
/// loader reads it.
pub const FOLDER: &str = ".career-pathways-change";
/// The journal within that folder.
pub const FILE: &str = "journal.json";
/// Limit in bytes: the old and the new text of each file, as JSON strings.
const MAX_JOURNAL: u64 = 512 * 1024 * 1024;

/// The text of a journal.
///
/// # Errors
/// If it cannot be serialized.
pub fn journal_text(changes: &[&FileChange]) -> io::Result<Vec<u8>> {
    serde_json::to_vec(changes).map_err(Into::into)
}

/// The change of a data folder that is not finished; `None` without one.
///
/// # Errors
/// If the journal cannot be read, or names a file outside the folder.
pub fn unfinished_change(folder: &Path) -> io::Result<Option<Vec<FileChange>>> {
    let path = folder.join(FOLDER).join(FILE);
    match fs::metadata(&path) {
        Ok(metadata) if metadata.is_file() => {}
        Ok(_) => return Err(io::Error::new(io::ErrorKind::InvalidData, "this is not a file")),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(error) => return Err(error),
    }
    let mut bytes = Vec::new();
    File::open(&path)?.take(MAX_JOURNAL).read_to_end(&mut bytes)?;
    let changes: Vec<FileChange> = serde_json::from_slice(&bytes)?;
    let is_within = |path: &str| Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    match changes.iter().find(|change| !is_within(&change.path)) {
        Some(change) => {
            Err(io::Error::new(io::ErrorKind::InvalidData, format!("{} is outside the data folder", change.path)))
        }
        None => Ok(Some(changes)),
    }
}
