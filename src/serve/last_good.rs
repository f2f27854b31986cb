//! The last good data on disk, so that a broken folder at the next start is no outage.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::serve::state_file::{self, StateFileError};

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
    pub fn keep(&self, data: &KeptData) -> Result<(), StateFileError> {
        let bytes = serde_json::to_vec(data).map_err(StateFileError::at(&self.path()))?;
        state_file::write(&self.folder, FILE, &bytes)
    }

    /// What was kept; `None` if nothing was.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn load(&self) -> Result<Option<KeptData>, StateFileError> {
        let path = self.path();
        match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).map(Some).map_err(StateFileError::at(&path)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(StateFileError::at(&path)(error)),
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.join(FILE)
    }
}
