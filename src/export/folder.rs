//! A folder whose content is replaced as a whole: whoever looks sees the old files or the new ones, never some of each.
//!
//! The new files are written into a folder beside it, are on the disk before they are seen, and take the place of the old ones by an
//! exchange of two names, which the kernel does in one step. A file that is as it was is a hard link to the old one, so its inode and
//! time stay. Where nothing changed, nothing is touched.
//!
//! What a killed export leaves is the folder beside, named `.NAME.export`: the next export empties it.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::fs::File;
use std::io;
use std::io::{ErrorKind, Read as _, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rustix::fs::{CWD, RenameFlags, renameat_with, syncfs};
use rustix::io::Errno;
use walkdir::WalkDir;

use crate::export::error::ExportError;
use crate::export::manifest::{FILE, Manifest};

/// What replaced a folder changed in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files in all.
    pub files: usize,
    /// Files that are new or changed.
    pub written: usize,
    /// Files that are no more.
    pub removed: usize,
}

/// A folder that is being replaced. Dropped before [`Self::commit`], it leaves all as it was.
pub(super) struct Replacement {
    dest: PathBuf,
    staging: PathBuf,
    /// Locks, so that no two exports write the same; the second is the old folder's.
    _locks: Vec<File>,
    /// The files of the folder as it is; `None` where there is no folder.
    old: Option<BTreeSet<String>>,
    files: Mutex<Files>,
}

#[derive(Default)]
struct Files {
    kept: BTreeSet<String>,
    written: BTreeSet<String>,
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> ExportError {
    let path = path.to_owned();
    move |error| ExportError::Io(path, error)
}

impl Replacement {
    /// Begins to replace a folder, which may be missing, empty, or an earlier export.
    pub(super) fn begin(dest: &Path) -> Result<Self, ExportError> {
        let dest = resolve(dest)?;
        let beside = |ending: &str| {
            let mut name = OsStr::new(".").to_owned();
            name.push(dest.file_name().unwrap_or_default());
            name.push(ending);
            dest.with_file_name(name)
        };
        let (staging, aside) = (beside(".export"), beside(".old"));
        // Only where two names cannot be exchanged: the kill came between the two renames.
        if !dest.exists() && aside.exists() {
            fs::rename(&aside, &dest).map_err(at(&dest))?;
        }
        let mut locks = vec![];
        let mut old = None;
        if dest.exists() {
            locks.push(lock(&dest, &dest)?);
            old = Some(earlier_files(&dest)?);
        }
        match fs::create_dir(&staging) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(at(&staging)(error)),
            _ => locks.push(lock(&staging, &dest)?),
        }
        empty(&staging).map_err(at(&staging))?;
        Ok(Self { dest, staging, _locks: locks, old, files: Mutex::default() })
    }

    /// Whether the old folder has a file of this name.
    pub(super) fn had(&self, name: &str) -> bool {
        self.old.as_ref().is_some_and(|old| old.contains(name))
    }

    /// Puts a file in; says whether the old folder has the same. A name is put in once.
    pub(super) fn put(&self, name: &str, bytes: &[u8]) -> Result<bool, ExportError> {
        let is_same = self.had(name) && has_content(&self.dest.join(name), bytes);
        if is_same {
            return self.keep(name).map(|()| true);
        }
        if !self.files().written.insert(name.to_owned()) {
            return Err(ExportError::SameFile(name.to_owned()));
        }
        let path = self.staging.join(name);
        let written = create(&path).and_then(|mut file| file.write_all(bytes));
        written.map_err(at(&path))?;
        Ok(false)
    }

    /// Keeps a file of the old folder.
    pub(super) fn keep(&self, name: &str) -> Result<(), ExportError> {
        if self.files().kept.insert(name.to_owned()) { Ok(()) } else { Err(ExportError::SameFile(name.to_owned())) }
    }

    fn files(&self) -> std::sync::MutexGuard<'_, Files> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Shows the new files in place of the old ones.
    pub(super) fn commit(self) -> Result<Changes, ExportError> {
        let Files { kept, written } = std::mem::take(&mut *self.files());
        let removed = self
            .old
            .as_ref()
            .map_or(0, |old| old.iter().filter(|name| !kept.contains(*name) && !written.contains(*name)).count());
        let changes = Changes { files: kept.len() + written.len(), written: written.len(), removed };
        if self.old.is_some() && written.is_empty() && removed == 0 {
            return Ok(changes);
        }
        for name in &kept {
            let (from, to) = (self.dest.join(name), self.staging.join(name));
            link(&from, &to).map_err(at(&to))?;
        }
        if self.old.is_some() {
            let permissions = fs::metadata(&self.dest).map_err(at(&self.dest))?.permissions();
            fs::set_permissions(&self.staging, permissions).map_err(at(&self.staging))?;
        }
        // One call for all files: one for each would take as long as all the rest.
        let folder = File::open(&self.staging).map_err(at(&self.staging))?;
        syncfs(&folder).map_err(io::Error::from).map_err(at(&self.staging))?;
        self.swap().map_err(at(&self.dest))?;
        Ok(changes)
    }

    /// Gives the new folder the name of the old one, and makes that last.
    fn swap(&self) -> io::Result<()> {
        let parent = File::open(self.dest.parent().unwrap_or(Path::new("/")))?;
        if self.old.is_none() {
            fs::rename(&self.staging, &self.dest)?;
            return parent.sync_all();
        }
        match renameat_with(CWD, &self.staging, CWD, &self.dest, RenameFlags::EXCHANGE) {
            Ok(()) => parent.sync_all()?,
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {
                swap_in_two_steps(&self.staging, &self.dest)?;
                parent.sync_all()?;
            }
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }
}

impl Drop for Replacement {
    /// Removes the folder beside: the new files, or after [`Self::commit`] the old ones. What cannot be removed, the next export
    /// removes.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.staging);
    }
}

/// For file systems that cannot exchange two names. Killed between the two steps, the next export begins with undoing the first.
fn swap_in_two_steps(staging: &Path, dest: &Path) -> io::Result<()> {
    let mut name = OsStr::new(".").to_owned();
    name.push(dest.file_name().unwrap_or_default());
    name.push(".old");
    let aside = dest.with_file_name(name);
    let _ = fs::remove_dir_all(&aside);
    fs::rename(dest, &aside)?;
    fs::rename(staging, dest)?;
    let _ = fs::remove_dir_all(&aside);
    Ok(())
}

/// The absolute path of the destination, in a folder that exists.
fn resolve(dest: &Path) -> Result<PathBuf, ExportError> {
    if dest.exists() {
        let dest = fs::canonicalize(dest).map_err(at(dest))?;
        let metadata = fs::metadata(&dest).map_err(at(&dest))?;
        if !metadata.is_dir() {
            return Err(ExportError::NotAFolder(dest));
        }
        let parent = dest.parent().ok_or_else(|| ExportError::NoName(dest.clone()))?;
        if fs::metadata(parent).map_err(at(parent))?.dev() != metadata.dev() {
            return Err(ExportError::MountPoint(dest));
        }
        return Ok(dest);
    }
    let name = dest.file_name().ok_or_else(|| ExportError::NoName(dest.to_owned()))?;
    let parent = dest.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match fs::canonicalize(parent) {
        Ok(parent) if parent.is_dir() => Ok(parent.join(name)),
        Ok(parent) => Err(ExportError::NotAFolder(parent)),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(ExportError::NoParent(parent.to_owned())),
        Err(error) => Err(at(parent)(error)),
    }
}

/// Locks a folder until the file is dropped, or the program ends in any way.
fn lock(folder: &Path, dest: &Path) -> Result<File, ExportError> {
    let file = File::open(folder).map_err(at(folder))?;
    match file.try_lock() {
        Err(fs::TryLockError::WouldBlock) => return Err(ExportError::Busy(dest.to_owned())),
        // A file system without locks is written without them.
        Err(fs::TryLockError::Error(_)) | Ok(()) => {}
    }
    // Another export may have exchanged the folders meanwhile: then this is the lock of another folder.
    let is_current = match (file.metadata(), fs::metadata(folder)) {
        (Ok(locked), Ok(named)) => (locked.dev(), locked.ino()) == (named.dev(), named.ino()),
        _ => false,
    };
    if is_current { Ok(file) } else { Err(ExportError::Busy(dest.to_owned())) }
}

/// The files of an earlier export; an error if there is a file that it did not write.
fn earlier_files(dest: &Path) -> Result<BTreeSet<String>, ExportError> {
    let manifest = fs::read(dest.join(FILE)).ok().and_then(|bytes| Manifest::read(&bytes));
    let listed = manifest.map(|manifest| manifest.all_files()).unwrap_or_default();
    let mut found = BTreeSet::new();
    for entry in WalkDir::new(dest).min_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| at(dest)(error.into()))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let path = entry.path().strip_prefix(dest).unwrap_or(entry.path());
        match path.to_str().filter(|name| listed.contains(*name)) {
            Some(name) => found.insert(name.to_owned()),
            None => return Err(ExportError::NotAnExport(dest.to_owned(), path.to_owned())),
        };
    }
    Ok(found)
}

fn empty(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() { fs::remove_dir_all(entry.path())? } else { fs::remove_file(entry.path())? }
    }
    Ok(())
}

/// Whether a file has this content.
fn has_content(path: &Path, bytes: &[u8]) -> bool {
    let is_as_long = fs::symlink_metadata(path).is_ok_and(|it| it.is_file() && it.len() == bytes.len() as u64);
    let mut content = Vec::with_capacity(bytes.len() + 1);
    is_as_long && File::open(path).and_then(|mut file| file.read_to_end(&mut content)).is_ok() && content == bytes
}

/// A new file, in folders that are made for it.
fn create(path: &Path) -> io::Result<File> {
    in_folder(path, || File::create_new(path))
}

/// The same file under another name; a copy with the same time where the file system has no links.
fn link(from: &Path, to: &Path) -> io::Result<()> {
    in_folder(to, || {
        if fs::hard_link(from, to).is_ok() {
            return Ok(());
        }
        fs::copy(from, to)?;
        File::options().write(true).open(to)?.set_modified(fs::metadata(from)?.modified()?)
    })
}

/// Does something that needs the folder of a path; makes the folder if it is missing.
fn in_folder<T>(path: &Path, work: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match work() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            work()
        }
        done => done,
    }
}
