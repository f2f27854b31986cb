//! Why there is no export.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::PathBuf;

use axum::http::StatusCode;

/// Why there is no export. What was at the destination is as it was.
#[derive(Debug)]
pub enum ExportError {
    /// The destination has no name of its own, such as `/` or `..`.
    NoName(PathBuf),
    /// The folder that the destination should be in is not there.
    NoParent(PathBuf),
    /// The destination is a file.
    NotAFolder(PathBuf),
    /// The destination holds this file, which no export wrote.
    NotAnExport(PathBuf, PathBuf),
    /// The destination is a mount point: nothing can take its place in one step.
    MountPoint(PathBuf),
    /// Another export to the same destination runs.
    Busy(PathBuf),
    /// A file or folder cannot be read or written.
    Io(PathBuf, io::Error),
    /// An address of the site answers with a fault of the server.
    Fault(String, StatusCode),
    /// Two addresses would have the same file.
    SameFile(String),
    /// There are more addresses than this.
    Endless(usize),
    /// A thread of the export panicked, which is a fault of this program.
    Panic,
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoName(path) => write!(f, "{} cannot be replaced: name a folder", path.display()),
            Self::NoParent(path) => {
                write!(f, "{} is not there: make it first, or choose another folder", path.display())
            }
            Self::NotAFolder(path) => write!(f, "{} is not a folder: choose another name", path.display()),
            Self::NotAnExport(path, found) => write!(
                f,
                "{} holds {}, which no export wrote, and was left alone: choose a new or empty folder, or move that away",
                path.display(),
                found.display()
            ),
            Self::MountPoint(path) => write!(
                f,
                "{} is where a file system is mounted, and cannot be replaced in one step: choose a folder in it",
                path.display()
            ),
            Self::Busy(path) => write!(f, "another export to {} runs: wait until it has ended", path.display()),
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Fault(address, status) => write!(f, "{address} answers {status}, which is a fault of this program"),
            Self::SameFile(file) => write!(f, "two addresses have the file {file}, which is a fault of this program"),
            Self::Endless(most) => write!(f, "the site has more than {most} addresses"),
            Self::Panic => f.write_str("a part of the export panicked, which is a fault of this program"),
        }
    }
}

impl Error for ExportError {}
