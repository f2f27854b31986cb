//! The last good data on disk, so that a broken folder at the next start is no outage.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::fs;
use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::serve::atomic_file;

/// The name of the file within the folder.
const FILE: &str = "last-good.json";

/// A folder that keeps the last good data.
#[derive(Clone, Debug)]
pub struct LastGood {
    folder: PathBuf,
}

/// Data that was shown.
#[derive(Debug, Serialize, Deserialize)]
pub struct KeptData {
    /// When it was kept.
    pub kept_at: String,
    /// Its revision.
    pub revision: String,
    /// Its files: what is in each, by its path.
    pub files: BTreeMap<String, String>,
}

/// Why kept data cannot be used.
#[derive(Debug)]
pub struct LastGoodError {
    path: PathBuf,
    cause: io::Error,
}

impl fmt::Display for LastGoodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.cause)
    }
}

impl Error for LastGoodError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.cause)
    }
}

impl LastGood {
    /// Keeps data in this folder, which is made when it is needed.
    #[must_use]
    pub fn in_folder(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Keeps this data in place of what was kept before. Interrupted at any moment, one or the other is there, whole.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn keep(&self, data: &KeptData) -> Result<(), LastGoodError> {
        let bytes = serde_json::to_vec(data).map_err(|error| self.error(error.into()))?;
        atomic_file::write(&self.folder, FILE, &bytes).map_err(|cause| self.error(cause))
    }

    /// What was kept; `None` if nothing was.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn load(&self) -> Result<Option<KeptData>, LastGoodError> {
        match fs::read(self.folder.join(FILE)) {
            Ok(bytes) => serde_json::from_slice(&bytes).map(Some).map_err(|error| self.error(error.into())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.error(error)),
        }
    }

    fn error(&self, cause: io::Error) -> LastGoodError {
        LastGoodError { path: self.folder.join(FILE), cause }
    }
}
