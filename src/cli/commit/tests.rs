use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::io;
use std::path::Path;

use super::file_system::{Disk, FileSystem};
use super::{Commit, CommitError, commit, finish};
use crate::content::DataFiles;
use crate::content::change_set::ChangeSet;
use crate::content::file_change::FileChange;
use crate::content::journal;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// From one operation on, nothing is done any more; of what that one writes, half is.
    Killed,
    /// One operation fails, and those behind it are done.
    FailsOnce,
}

/// A disk on which something goes wrong after a number of operations.
struct FaultyDisk {
    fault: Fault,
    left: Cell<usize>,
    has_failed: Cell<bool>,
}

impl FaultyDisk {
    fn fails_now(&self) -> bool {
        match (self.has_failed.get(), self.left.get()) {
            (true, _) => self.fault == Fault::Killed,
            (false, 0) => {
                self.has_failed.set(true);
                true
            }
            (false, left) => {
                self.left.set(left - 1);
                false
            }
        }
    }

    fn run(&self, work: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        if self.fails_now() { Err(io::Error::other("broken")) } else { work() }
    }
}

impl FileSystem for FaultyDisk {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.run(|| Disk.create_folder(path))
    }

    fn write(&self, path: &Path, bytes: &[u8], permissions: Option<Permissions>) -> io::Result<()> {
        let had_failed = self.has_failed.get();
        let done = self.run(|| Disk.write(path, bytes, permissions));
        if done.is_err() && !had_failed {
            Disk.write(path, &bytes[..bytes.len() / 2], None)?;
        }
        done
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.run(|| Disk.link(from, to))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.run(|| Disk.rename(from, to))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.run(|| Disk.remove_file(path))
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.run(|| Disk.remove_folder(path))
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.run(|| Disk.sync_folder(path))
    }
}

fn change(path: &str, before: Option<&str>, after: Option<&str>) -> FileChange {
    FileChange { path: path.to_owned(), before: before.map(str::to_owned), after: after.map(str::to_owned) }
}

type Texts = BTreeMap<String, String>;

/// The names and texts of all files of a folder, hidden ones too.
fn texts(folder: &Path) -> Texts {
    let mut all = Texts::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            all.extend(texts(&entry.path()).into_iter().map(|(inner, text)| (format!("{name}/{inner}"), text)));
        } else {
            all.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
    all
}

/// The names and texts that a reader of the folder gets.
fn read(folder: &Path) -> Texts {
    let files = DataFiles::folder(folder);
    files.iter().map(|(path, bytes)| (path.to_owned(), String::from_utf8(bytes.to_vec()).unwrap())).collect()
}

/// What stands in the way of nothing: the files without the hidden folder.
fn without_journal(texts: Texts) -> Texts {
    texts.into_iter().filter(|(path, _)| !path.starts_with(journal::FOLDER)).collect()
}

/// A folder, and a change of it that replaces, removes and adds files, one of them in a new folder.
fn folder_and_changes() -> (tempfile::TempDir, ChangeSet) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("roles")).unwrap();
    for (path, text) in
        [("site.yaml", "name: A"), ("roles/nurse.yaml", "id: nurse"), ("roles/porter.yaml", "id: porter")]
    {
        fs::write(folder.path().join(path), text).unwrap();
    }
    let changes = [
        change("roles/nurse.yaml", Some("id: nurse"), None),
        change("roles/registered-nurse.yaml", None, Some("id: registered-nurse")),
        change("roles/porter.yaml", Some("id: porter"), Some("id: porter\nto: registered-nurse")),
        change("guides/ward.yaml", None, Some("id: ward")),
        change("site.yaml", Some("name: A"), Some("name: B")),
    ];
    (folder, ChangeSet::new(changes.into()))
}

/// Makes the change, with a fault after each number of operations in turn; gives the folder, and whether the commit went well.
fn with_each_fault(fault: Fault, mut look: impl FnMut(&Path, &Texts, &Texts, bool)) {
    let mut outcomes = [0, 0];
    for operations in 0.. {
        let (folder, changes) = folder_and_changes();
        let folder = folder.path();
        let before = texts(folder);
        let after = changes.applied_to(&DataFiles::folder(folder));
        let after: Texts =
            after.iter().map(|(path, bytes)| (path.to_owned(), String::from_utf8(bytes.to_vec()).unwrap())).collect();
        let disk = FaultyDisk { fault, left: Cell::new(operations), has_failed: Cell::new(false) };
        let commit = Commit::begin(&disk, folder).unwrap();
        let done = commit.finish_earlier().and_then(|_| commit.make(&changes));
        // A process that was killed holds no lock.
        drop(commit);
        look(folder, &before, &after, done.is_ok());
        let now = read(folder);
        assert!(now == before || now == after, "{fault:?} after {operations} operations, a reader sees: {now:#?}");
        outcomes[usize::from(now == after)] += 1;
        if !disk.has_failed.get() {
            assert!(outcomes[0] > 5 && outcomes[1] > 5, "{fault:?}: {outcomes:?}");
            return;
        }
    }
}

#[test]
fn killed_at_any_operation_the_next_command_finds_all_changes_or_none_and_leaves_nothing_behind() {
    with_each_fault(Fault::Killed, |folder, before, after, _| {
        let seen = read(folder);
        finish(folder).unwrap();
        let now = texts(folder);
        assert_eq!(now, seen, "what a reader saw is what there is");
        assert!(now == *before || now == *after, "{now:#?}");
        assert!(!folder.join(journal::FOLDER).exists());
    });
}

#[test]
fn killed_again_and_again_while_it_finishes_the_change_is_still_all_or_none() {
    with_each_fault(Fault::Killed, |folder, before, after, _| {
        let seen = read(folder);
        for operations in 0.. {
            let disk = FaultyDisk { fault: Fault::Killed, left: Cell::new(operations), has_failed: Cell::new(false) };
            let finished = Commit::begin(&disk, folder).unwrap().finish_earlier();
            assert_eq!(read(folder), seen, "after {operations} operations");
            if finished.is_ok() && !disk.has_failed.get() {
                break;
            }
        }
        let now = texts(folder);
        assert!(now == *before || now == *after, "{now:#?}");
    });
}

#[test]
fn where_one_operation_fails_and_the_program_goes_on_the_folder_is_as_it_was_or_changed_as_a_whole() {
    with_each_fault(Fault::FailsOnce, |folder, before, after, went_well| {
        let now = without_journal(texts(folder));
        assert!(now == *before || now == *after, "{now:#?}");
        assert!(!went_well || now == *after, "it said that all went well: {now:#?}");
        finish(folder).unwrap();
        assert_eq!(texts(folder), now);
    });
}

#[test]
fn an_edit_since_the_cut_is_neither_lost_nor_overwritten_and_the_message_says_what_to_do() {
    let (folder, changes) = folder_and_changes();
    let folder = folder.path();
    let mut operations = 0;
    // The first kill that leaves a journal.
    while !folder.join(journal::FOLDER).join(journal::FILE).exists() {
        let disk = FaultyDisk { fault: Fault::Killed, left: Cell::new(operations), has_failed: Cell::new(false) };
        let commit = Commit::begin(&disk, folder).unwrap();
        let _ = commit.finish_earlier().and_then(|_| commit.make(&changes));
        operations += 1;
    }
    fs::write(folder.join("site.yaml"), "name: Mine").unwrap();
    assert_eq!(read(folder)["site.yaml"], "name: Mine");
    let refused = finish(folder).unwrap_err();
    assert!(matches!(refused, CommitError::EditedSince(_)), "{refused:?}");
    assert!(refused.to_string().contains(".career-pathways-change"), "{refused}");
    fs::write(folder.join("site.yaml"), "name: A").unwrap();
    finish(folder).unwrap();
    assert_eq!(texts(folder)["site.yaml"], "name: B");
}

#[test]
fn a_journal_never_leads_out_of_the_folder() {
    let outer = tempfile::tempdir().unwrap();
    fs::write(outer.path().join("kept.yaml"), "kept").unwrap();
    for path in ["../kept.yaml", "/kept.yaml", "roles/../../kept.yaml"] {
        let folder = outer.path().join("data");
        fs::create_dir_all(folder.join(journal::FOLDER)).unwrap();
        let text = journal::journal_text(&[&change(path, Some("kept"), Some("lost"))]).unwrap();
        fs::write(folder.join(journal::FOLDER).join(journal::FILE), text).unwrap();
        assert!(finish(&folder).is_err(), "{path}");
        assert_eq!(fs::read_to_string(outer.path().join("kept.yaml")).unwrap(), "kept");
    }
}

#[test]
fn two_commands_do_not_write_at_the_same_time() {
    let (folder, changes) = folder_and_changes();
    let first = Commit::begin(&Disk, folder.path()).unwrap();
    assert!(matches!(commit(folder.path(), &changes), Err(CommitError::Busy(_))));
    drop(first);
    commit(folder.path(), &changes).unwrap();
}

#[test]
fn all_changes_are_made_and_nothing_else_is_left() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.yaml"), "a").unwrap();
    fs::write(folder.path().join("b.yaml"), "b").unwrap();
    let changes =
        [change("a.yaml", Some("a"), Some("A")), change("b.yaml", Some("b"), None), change("c.yaml", None, Some("c"))];
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
