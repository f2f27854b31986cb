//! Writes the changes of a data folder: all of them, or none, also when the program is killed.
//!
//! The new files are written into the hidden folder [`journal::FOLDER`], then the journal, which has the old and the new text of each.
//! With its name the change is decided on: before that, what is there is thrown away by the next command; from then on every reader
//! sees the whole change, and the next command that writes finishes it. Each file is replaced in one step. If one cannot be, those
//! before it are put back.

mod error;
mod file_system;
#[cfg(test)]
mod tests;

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::cli::console::print_error;
use crate::content::change_set::ChangeSet;
use crate::content::file_change::FileChange;
use crate::content::journal::{self, journal_text, unfinished_change};
pub(super) use error::CommitError;
use file_system::{Disk, FileSystem};

/// Makes the changes, after those of an earlier command that was cut off.
///
/// # Errors
/// If a change cannot be made. None of them is made then.
pub(super) fn commit(folder: &Path, changes: &ChangeSet) -> Result<(), CommitError> {
    let commit = Commit::begin(&Disk, folder)?;
    say(commit.finish_earlier()?);
    commit.make(changes)
}

/// Finishes a change that was cut off, and says so. While another command writes, nothing is cut off.
///
/// # Errors
/// If it cannot be finished.
pub(super) fn finish(folder: &Path) -> Result<(), CommitError> {
    if !folder.join(journal::FOLDER).exists() {
        return Ok(());
    }
    match Commit::begin(&Disk, folder).and_then(|commit| commit.finish_earlier()) {
        Ok(files) => say(files),
        Err(CommitError::Busy(_)) => {}
        Err(error) => return Err(error),
    }
    Ok(())
}

fn say(files: Option<usize>) {
    if let Some(files) = files {
        print_error(&format!("note: a change of {files} files that was cut off has been finished\n"));
    }
}

/// A folder that no other command writes to.
struct Commit<'a> {
    disk: &'a dyn FileSystem,
    folder: &'a Path,
    /// Its hidden folder.
    work: PathBuf,
    /// Released when the program ends, in any way.
    _lock: File,
}

/// A file whose new text is in the hidden folder.
struct Staged<'a> {
    change: &'a FileChange,
    path: PathBuf,
    /// The new file; not there for one that is taken away.
    new: PathBuf,
    /// The old file; not there for a new one.
    old: PathBuf,
}

impl<'a> Commit<'a> {
    fn begin(disk: &'a dyn FileSystem, folder: &'a Path) -> Result<Self, CommitError> {
        if !folder.is_dir() {
            return Err(CommitError::NoFolder(folder.to_owned()));
        }
        let lock = File::open(folder).map_err(|error| CommitError::Write(folder.to_owned(), error))?;
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(CommitError::Busy(folder.to_owned())),
            // A file system without locks is written without them.
            Err(TryLockError::Error(_)) | Ok(()) => {}
        }
        Ok(Self { disk, folder, work: folder.join(journal::FOLDER), _lock: lock })
    }

    fn journal(&self) -> PathBuf {
        self.work.join(journal::FILE)
    }

    fn staged<'c>(&self, number: usize, change: &'c FileChange) -> Staged<'c> {
        let path = self.folder.join(&change.path);
        // A link stays a link: what it leads to is replaced.
        let path = fs::canonicalize(&path).unwrap_or(path);
        let at = |ending: &str| self.work.join(format!("{number}.{ending}"));
        Staged { change, path, new: at("new"), old: at("old") }
    }

    /// Finishes what a command that was killed has decided on, and throws away what it has not. Gives the number of its files.
    fn finish_earlier(&self) -> Result<Option<usize>, CommitError> {
        let unfinished = unfinished_change(self.folder).map_err(|error| CommitError::Write(self.journal(), error))?;
        let Some(changes) = unfinished else {
            self.disk.remove_folder(&self.work).map_err(|error| CommitError::Write(self.work.clone(), error))?;
            return Ok(None);
        };
        let mut left = Vec::new();
        for (number, change) in changes.iter().enumerate() {
            let file = self.staged(number, change);
            let there = text_of(&file.path)?;
            if there.as_deref() == change.after.as_deref().map(str::as_bytes) {
                continue;
            }
            if there.as_deref() != change.before.as_deref().map(str::as_bytes) {
                return Err(CommitError::EditedSince(file.path));
            }
            left.push(file);
        }
        for file in &left {
            let done = self.write_new(file).and_then(|()| self.replace(file));
            done.map_err(|error| CommitError::Write(file.path.clone(), error))?;
        }
        self.close(&left)?;
        Ok(Some(changes.len()))
    }

    fn make(&self, changes: &ChangeSet) -> Result<(), CommitError> {
        let staged: Vec<Staged<'_>> =
            changes.iter().enumerate().map(|(number, change)| self.staged(number, change)).collect();
        if staged.is_empty() {
            return Ok(());
        }
        let done = self.stage_all(&staged).and_then(|()| self.replace_all(&staged));
        if done.is_err() && !self.journal().exists() {
            let _ = self.disk.remove_folder(&self.work);
        }
        done
    }

    /// Writes all that is new into the hidden folder, the name of the journal last.
    fn stage_all(&self, staged: &[Staged<'_>]) -> Result<(), CommitError> {
        for file in staged {
            match (&file.change.before, text_of(&file.path)?) {
                (None, Some(_)) => return Err(CommitError::Exists(file.path.clone())),
                (before, there) if before.as_deref().map(str::as_bytes) != there.as_deref() => {
                    return Err(CommitError::Changed(file.path.clone()));
                }
                _ => {}
            }
        }
        let at = |path: &Path| {
            let path = path.to_owned();
            move |error| CommitError::Write(path, error)
        };
        self.disk.create_folder(&self.work).map_err(at(&self.work))?;
        for file in staged {
            self.stage(file).map_err(at(&file.path))?;
        }
        let (journal, draft) = (self.journal(), self.work.join("journal.new"));
        let changes: Vec<&FileChange> = staged.iter().map(|file| file.change).collect();
        let written = journal_text(&changes).and_then(|text| self.disk.write(&draft, &text, None));
        written.and_then(|()| self.disk.sync_folder(&self.work)).map_err(at(&journal))?;
        self.disk.rename(&draft, &journal).map_err(at(&journal))?;
        let named = self.disk.sync_folder(&self.work).and_then(|()| self.disk.sync_folder(self.folder));
        named.or_else(|error| self.give_up(&[]).and(Err(error))).map_err(at(&journal))
    }

    /// Writes the new file, and keeps the old one.
    fn stage(&self, file: &Staged<'_>) -> io::Result<()> {
        if let Some(parent) = file.path.parent().filter(|parent| !parent.is_dir()) {
            self.disk.create_folder(parent)?;
        }
        if file.change.before.is_some() && self.disk.link(&file.path, &file.old).is_err() {
            // On another disk, or one without links.
            let (bytes, permissions) = (fs::read(&file.path)?, fs::metadata(&file.path)?.permissions());
            self.disk.write(&file.old, &bytes, Some(permissions))?;
        }
        self.write_new(file)
    }

    fn write_new(&self, file: &Staged<'_>) -> io::Result<()> {
        let Some(text) = &file.change.after else { return Ok(()) };
        let permissions = fs::metadata(&file.path).ok().map(|there| there.permissions());
        self.disk.write(&file.new, text.as_bytes(), permissions)
    }

    /// Replaces each file. If one cannot be, those before it are put back.
    fn replace_all(&self, staged: &[Staged<'_>]) -> Result<(), CommitError> {
        for (done, file) in staged.iter().enumerate() {
            if let Err(error) = self.replace(file) {
                // Where they cannot be put back either, the journal stays, and the next command finishes the change.
                let _ = self.give_up(staged.get(..done).unwrap_or_default());
                return Err(CommitError::Write(file.path.clone(), error));
            }
        }
        self.close(staged)
    }

    /// Puts a new file in the place of the old one.
    fn replace(&self, file: &Staged<'_>) -> io::Result<()> {
        match (&file.change.before, &file.change.after) {
            (_, None) => self.disk.remove_file(&file.path),
            // A new file never takes the place of one that has come meanwhile.
            (None, Some(_)) => self.on_its_disk(&file.new, &file.path, |new| self.disk.link(new, &file.path)),
            (Some(_), Some(_)) => self.on_its_disk(&file.new, &file.path, |new| self.disk.rename(new, &file.path)),
        }
    }

    /// Does something with a file of the hidden folder; with a copy beside its place where that is on another disk.
    fn on_its_disk(&self, from: &Path, place: &Path, work: impl Fn(&Path) -> io::Result<()>) -> io::Result<()> {
        match work(from) {
            Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
                let mut name = std::ffi::OsString::from(".");
                name.push(place.file_name().unwrap_or_default());
                name.push(".new");
                let beside = place.with_file_name(name);
                self.disk.write(&beside, &fs::read(from)?, Some(fs::metadata(from)?.permissions()))?;
                let done = work(&beside);
                if beside.exists() {
                    self.disk.remove_file(&beside)?;
                }
                done
            }
            done => done,
        }
    }

    /// Puts these files back, and removes the journal.
    fn give_up(&self, done: &[Staged<'_>]) -> io::Result<()> {
        for file in done {
            match &file.change.before {
                Some(_) => self.on_its_disk(&file.old, &file.path, |old| self.disk.rename(old, &file.path))?,
                None => self.disk.remove_file(&file.path)?,
            }
        }
        self.disk.remove_file(&self.journal())?;
        self.disk.remove_folder(&self.work)
    }

    /// Makes the new names last, and removes the journal: the change is made.
    fn close(&self, replaced: &[Staged<'_>]) -> Result<(), CommitError> {
        let mut folders: Vec<&Path> = replaced.iter().filter_map(|file| file.path.parent()).collect();
        folders.sort_unstable();
        folders.dedup();
        let synced = folders.into_iter().try_for_each(|folder| self.disk.sync_folder(folder));
        let removed = synced.and_then(|()| self.disk.remove_file(&self.journal()));
        removed.map_err(|error| CommitError::Write(self.journal(), error))?;
        // The next command removes what is left of it.
        let _ = self.disk.remove_folder(&self.work);
        Ok(())
    }
}

/// The bytes of a file; `None` if it is not there.
fn text_of(path: &Path) -> Result<Option<Vec<u8>>, CommitError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(CommitError::Write(path.to_owned(), error)),
    }
}
