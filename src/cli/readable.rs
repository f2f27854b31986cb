//! A data folder of which every file can be read.

use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::cli::commit::CommitError;
use crate::content::DataFiles;
use crate::content::documents::Documents;

/// Files that a command would have to pass over.
#[derive(Debug)]
struct Unreadable {
    folder: PathBuf,
    paths: Vec<String>,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("these files have faults and cannot be read:")?;
        self.paths.iter().try_for_each(|path| write!(f, "\n  {}", self.folder.join(path).display()))?;
        write!(f, "\n`career-pathways check {}` says what is wrong; nothing was done", self.folder.display())
    }
}

impl Error for Unreadable {}

/// The files of a folder.
///
/// # Errors
/// If it is no folder, or if a file of it is not YAML: a command would take what is in it for removed.
pub(super) fn readable_files(folder: &Path) -> Result<DataFiles, Box<dyn Error>> {
    if !folder.is_dir() {
        return Err(CommitError::NoFolder(folder.to_owned()).into());
    }
    let files = DataFiles::folder(folder);
    let paths = Documents::faulty(&files);
    if paths.is_empty() { Ok(files) } else { Err(Unreadable { folder: folder.to_owned(), paths }.into()) }
}
