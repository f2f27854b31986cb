//! Why the changes of a data folder are not made.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::content::journal;

/// Why the changes were not made. The folder is as it was.
#[derive(Debug)]
pub(in crate::cli) enum CommitError {
    /// Another command writes to the folder.
    Busy(PathBuf),
    /// A file is no longer as it was when the changes were made up.
    Changed(PathBuf),
    /// A file of a change that was cut off has been edited since.
    EditedSince(PathBuf),
    /// A file is there where a new one was to be.
    Exists(PathBuf),
    /// The folder is not there.
    NoFolder(PathBuf),
    /// A file cannot be written or taken away.
    Write(PathBuf, io::Error),
}

impl fmt::Display for CommitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy(path) => {
                write!(f, "another command is writing to {}: try again when it has ended", path.display())
            }
            Self::Changed(path) => {
                write!(f, "{} was changed meanwhile: nothing was written, try again", path.display())
            }
            Self::EditedSince(path) => {
                let (path, folder) = (path.display(), journal::FOLDER);
                write!(
                    f,
                    "an earlier change of several files was cut off, and {path} has been edited since: put that edit aside and \
                     try again, which finishes the change; or keep the files as they are now, and remove the hidden folder \
                     {folder} in the data folder"
                )
            }
            Self::Exists(path) => write!(f, "{} is there already, and was left alone", path.display()),
            Self::NoFolder(path) => write!(f, "{} is not a folder", path.display()),
            Self::Write(path, error) => write!(f, "{} cannot be written: {error}", path.display()),
        }
    }
}

impl Error for CommitError {}
