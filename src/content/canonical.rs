//! Data files in one canonical style.

use crate::content::change_set::ChangeSet;
use crate::content::file_change::FileChange;
use crate::content::files::DataFiles;
use crate::content::manifest::DataFile;
use crate::content::yaml;

/// What the canonical style would change, and the paths of the files whose faults keep them from it.
#[derive(Debug, Default)]
pub struct Canonical {
    /// The changes.
    pub changes: ChangeSet,
    /// The files that are left as they are.
    pub faulty: Vec<String>,
}

/// The changes that bring every YAML file of a folder into the canonical style.
#[must_use]
pub fn canonical(files: &DataFiles) -> Canonical {
    let (mut changes, mut faulty) = (Vec::new(), Vec::new());
    for (path, bytes) in files.iter() {
        if !DataFile::of(path).is_ok_and(|kind| kind != DataFile::Interface) {
            continue;
        }
        let formatted = std::str::from_utf8(bytes).ok().and_then(|text| Some((text, yaml::format(text)?)));
        let Some((before, after)) = formatted else {
            faulty.push(path.to_owned());
            continue;
        };
        changes.push(FileChange { path: path.to_owned(), before: Some(before.to_owned()), after: Some(after) });
    }
    Canonical { changes: ChangeSet::new(changes), faulty }
}
