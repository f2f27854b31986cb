//! Changes of the files of a data folder, before they are made.

use std::collections::BTreeMap;

use crate::content::file_change::FileChange;
use crate::content::files::DataFiles;

/// Changes of several files, all of which are made or none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeSet(Vec<FileChange>);

impl ChangeSet {
    /// These changes, less those that change nothing.
    #[must_use]
    pub fn new(changes: Vec<FileChange>) -> Self {
        Self(changes.into_iter().filter(|change| change.before != change.after).collect())
    }

    /// Every change.
    pub fn iter(&self) -> impl Iterator<Item = &FileChange> {
        self.0.iter()
    }

    /// Number of files that change.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The files as they will be.
    #[must_use]
    pub fn applied_to(&self, files: &DataFiles) -> DataFiles {
        let mut all: BTreeMap<String, Vec<u8>> =
            files.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
        for change in &self.0 {
            match &change.after {
                Some(text) => all.insert(change.path.clone(), text.clone().into_bytes()),
                None => all.remove(&change.path),
            };
        }
        DataFiles::from_memory(files.root(), all.into_iter().collect())
    }
}
