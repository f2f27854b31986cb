//! Files that are whole whatever interrupts their writing: what the server keeps on disk.

use std::error::Error;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Why a file of the state cannot be read or written.
#[derive(Debug)]
pub struct StateFileError {
    path: PathBuf,
    cause: io::Error,
}

impl StateFileError {
    /// What makes this error of another one that came up at a file or folder.
    pub(super) fn at<E: Into<io::Error>>(path: &Path) -> impl Fn(E) -> Self {
        move |cause| Self { path: path.to_owned(), cause: cause.into() }
    }
}

impl fmt::Display for StateFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.cause)
    }
}

impl Error for StateFileError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.cause)
    }
}

/// Writes a file of a folder, which is made when it is needed. Interrupted at any moment, the old file or the new one is there, whole.
///
/// # Errors
///
/// When the folder or the file cannot be written; then the old file is still there.
pub(super) fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), StateFileError> {
    replace(folder, name, bytes).map_err(StateFileError::at(&folder.join(name)))
}

fn replace(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let unfinished = folder.join(format!("{name}.new"));
    let mut file = File::create(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(unfinished, folder.join(name))?;
    // The name is on disk when its folder is.
    File::open(folder)?.sync_all()
}
