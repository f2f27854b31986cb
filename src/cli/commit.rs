//! Writes the changes of a data folder: all of them, or none.

use std::error::Error;
use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::content::change_set::{ChangeSet, FileChange};

/// Why the changes were not made. The folder is as it was.
#[derive(Debug)]
pub(super) enum CommitError {
    /// A file is no longer as it was when the changes were made up.
    Changed(PathBuf),
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
            Self::Changed(path) => {
                write!(f, "{} was changed meanwhile: nothing was written, try again", path.display())
            }
            Self::Exists(path) => write!(f, "{} is there already, and was left alone", path.display()),
            Self::NoFolder(path) => write!(f, "{} is not a folder", path.display()),
            Self::Write(path, error) => write!(f, "{} cannot be written: {error}", path.display()),
        }
    }
}

impl Error for CommitError {}

/// A file whose new text stands beside it.
struct Staged<'a> {
    change: &'a FileChange,
    path: PathBuf,
    /// The new text; none for a file that is taken away.
    new: Option<PathBuf>,
    /// The text so far, to be put back if a later file fails; none for a new file.
    old: Option<PathBuf>,
}

/// Makes the changes. New texts are written and synced beside their files first; then each takes the place of its file by
/// renaming, so that no reader sees half a file. If one fails, those before it are put back.
///
/// # Errors
/// If a change cannot be made. None of them is made then.
pub(super) fn commit(folder: &Path, changes: &ChangeSet) -> Result<(), CommitError> {
    if !folder.is_dir() {
        return Err(CommitError::NoFolder(folder.to_owned()));
    }
    let mut staged = Vec::new();
    let done = stage_all(folder, changes, &mut staged).and_then(|()| replace_all(&staged));
    for file in &staged {
        for path in file.new.iter().chain(&file.old) {
            let _ = fs::remove_file(path);
        }
    }
    done
}

fn stage_all<'a>(folder: &Path, changes: &'a ChangeSet, staged: &mut Vec<Staged<'a>>) -> Result<(), CommitError> {
    for change in changes.iter() {
        let path = folder.join(&change.path);
        // A link stays a link: what it leads to is replaced.
        let path = fs::canonicalize(&path).unwrap_or(path);
        let there = match fs::read(&path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(CommitError::Write(path, error)),
        };
        match (&change.before, &there) {
            (None, Some(_)) => return Err(CommitError::Exists(path)),
            (before, there) if before.as_deref().map(str::as_bytes) != there.as_deref() => {
                return Err(CommitError::Changed(path));
            }
            _ => {}
        }
        staged.push(Staged { change, new: None, old: None, path });
        let Some(file) = staged.last_mut() else { continue };
        stage(file).map_err(|error| CommitError::Write(file.path.clone(), error))?;
    }
    Ok(())
}

/// Writes the new text of a file, and keeps the old one, beside it.
fn stage(file: &mut Staged<'_>) -> io::Result<()> {
    if let Some(parent) = file.path.parent() {
        fs::create_dir_all(parent)?;
    }
    if file.change.before.is_some() {
        let old = beside(&file.path, "old");
        fs::hard_link(&file.path, &old).or_else(|_| fs::copy(&file.path, &old).map(|_| ()))?;
        file.old = Some(old);
    }
    if let Some(text) = &file.change.after {
        let new = beside(&file.path, "new");
        let mut written = OpenOptions::new().write(true).create_new(true).open(&new)?;
        file.new = Some(new.clone());
        written.write_all(text.as_bytes())?;
        if let Ok(there) = fs::metadata(&file.path) {
            written.set_permissions(there.permissions())?;
        }
        written.sync_all()?;
    }
    Ok(())
}

/// Puts each new text in the place of its file.
fn replace_all(staged: &[Staged<'_>]) -> Result<(), CommitError> {
    for (done, file) in staged.iter().enumerate() {
        let replaced = match &file.new {
            // A new file never takes the place of one that has come meanwhile.
            Some(new) if file.old.is_none() => fs::hard_link(new, &file.path),
            Some(new) => fs::rename(new, &file.path),
            None => fs::remove_file(&file.path),
        };
        if let Err(error) = replaced {
            put_back(staged.get(..done).unwrap_or_default());
            return Err(CommitError::Write(file.path.clone(), error));
        }
    }
    // So that the new names last too. A system without this keeps them in its own time.
    for folder in staged.iter().filter_map(|file| file.path.parent()) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

fn put_back(done: &[Staged<'_>]) {
    for file in done {
        let _ = match &file.old {
            Some(old) => fs::rename(old, &file.path),
            None => fs::remove_file(&file.path),
        };
    }
}

/// A hidden name beside a file, which no loader reads.
fn beside(path: &Path, what: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.{what}", std::process::id()));
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    use super::{CommitError, commit};
    use crate::content::change_set::{ChangeSet, FileChange};

    fn change(path: &str, before: Option<&str>, after: Option<&str>) -> FileChange {
        FileChange { path: path.to_owned(), before: before.map(str::to_owned), after: after.map(str::to_owned) }
    }

    /// The names and texts of a folder, hidden files too.
    fn texts(folder: &Path) -> BTreeMap<String, String> {
        let files = fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file());
        files
            .map(|entry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap()))
            .collect()
    }

    #[test]
    fn all_changes_are_made_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.yaml"), "a").unwrap();
        fs::write(folder.path().join("b.yaml"), "b").unwrap();
        let changes = [
            change("a.yaml", Some("a"), Some("A")),
            change("b.yaml", Some("b"), None),
            change("c.yaml", None, Some("c")),
        ];
        commit(folder.path(), &ChangeSet::new(changes.into())).unwrap();
        let expected = [("a.yaml", "A"), ("c.yaml", "c")].map(|(name, text)| (name.to_owned(), text.to_owned()));
        assert_eq!(texts(folder.path()), expected.into());
    }

    #[test]
    fn where_one_change_cannot_be_made_none_is() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.yaml"), "a").unwrap();
        // A file in the place of a folder.
        fs::write(folder.path().join("roles"), "").unwrap();
        let before = texts(folder.path());
        for last in [
            change("roles/x.yaml", None, Some("x")),
            change("a.yaml", None, Some("new")),
            change("b.yaml", Some("gone"), None),
        ] {
            let changes = ChangeSet::new(vec![change("a.yaml", Some("a"), Some("A")), last]);
            assert!(commit(folder.path(), &changes).is_err());
            assert_eq!(texts(folder.path()), before);
        }
    }

    #[test]
    fn a_file_that_was_changed_meanwhile_is_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.yaml"), "mine").unwrap();
        let refused = commit(folder.path(), &ChangeSet::new(vec![change("a.yaml", Some("a"), Some("A"))]));
        assert!(matches!(refused, Err(CommitError::Changed(_))), "{refused:?}");
        assert_eq!(texts(folder.path())["a.yaml"], "mine");
    }
}
