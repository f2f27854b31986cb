//! Folders that are there to do harm: each is refused by name, and nothing hangs, fills the memory or panics.
//!
//! No test asserts a time. What keeps each case short is a bound: sizes are looked at before files are opened, what is no file
//! is never opened, and trees and findings stop growing at fixed numbers.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use career_pathways::content::code::Code;
use career_pathways::content::{Loaded, load_folder, report};
use tempfile::TempDir;

use crate::checks::base;
use crate::support::{TODAY, load_all};

/// A way to spoil a folder, and what is said of it.
pub struct Case {
    /// What is said.
    pub code: Code,
    /// In which file or folder of the data.
    pub path: &'static str,
    spoil: fn(&Path),
}

/// A place for a spoilt role file.
const ROLE: &str = "roles/bad.yaml";

/// Every such case.
pub const CASES: &[Case] = &[
    Case { code: Code::NotAFile, path: ROLE, spoil: |folder| pipe(&folder.join(ROLE)) },
    Case { code: Code::NotAFile, path: ROLE, spoil: |folder| fs::create_dir(folder.join(ROLE)).unwrap() },
    Case { code: Code::NotAFile, path: ROLE, spoil: |folder| symlink("/dev/zero", folder.join(ROLE)).unwrap() },
    Case {
        code: Code::NotAFile,
        path: "site.yaml",
        spoil: |folder| {
            fs::remove_file(folder.join("site.yaml")).unwrap();
            pipe(&folder.join("site.yaml"));
        },
    },
    Case { code: Code::LinkLoop, path: ROLE, spoil: |folder| symlink("bad.yaml", folder.join(ROLE)).unwrap() },
    Case { code: Code::LinkLoop, path: "roles/all", spoil: |folder| symlink("..", folder.join("roles/all")).unwrap() },
    Case { code: Code::Unreadable, path: ROLE, spoil: |folder| symlink("nowhere", folder.join(ROLE)).unwrap() },
    Case { code: Code::Unreadable, path: "", spoil: |folder| fs::remove_dir_all(folder).unwrap() },
    Case {
        code: Code::FileTooLarge,
        path: ROLE,
        spoil: |folder| {
            File::create(folder.join(ROLE)).unwrap().set_len(100 * 1024 * 1024).unwrap();
        },
    },
    Case {
        code: Code::TooManyFiles,
        path: "",
        spoil: |folder| {
            for number in 0..20_001 {
                symlink("nurse.yaml", folder.join(format!("roles/nurse-{number}.yaml"))).unwrap();
            }
        },
    },
    Case {
        code: Code::TooManyFiles,
        path: "a/a/a/a/a/a/a/a",
        spoil: |folder| {
            fs::create_dir_all(folder.join("a/a/a/a/a/a/a/a")).unwrap();
        },
    },
    Case {
        code: Code::TooMuchData,
        path: "",
        spoil: |folder| {
            for number in 0..65 {
                write(folder, &format!("roles/big-{number}.yaml"), "#".repeat(1024 * 1024).as_bytes());
            }
        },
    },
    Case { code: Code::NotUtf8, path: ROLE, spoil: |folder| write(folder, ROLE, b"id: bad\ntitle: caf\xe9\n") },
    Case { code: Code::NulByte, path: ROLE, spoil: |folder| write(folder, ROLE, b"id: bad\ntitle: \0\n") },
    Case { code: Code::TooDeep, path: ROLE, spoil: |folder| write(folder, ROLE, "- ".repeat(100_000).as_bytes()) },
    Case { code: Code::TooDeep, path: ROLE, spoil: |folder| write(folder, ROLE, "{a: ".repeat(100_000).as_bytes()) },
    Case { code: Code::TooDeep, path: ROLE, spoil: |folder| write(folder, ROLE, "[".repeat(100_000).as_bytes()) },
    Case {
        code: Code::TooManyNodes,
        path: ROLE,
        spoil: |folder| {
            write(folder, ROLE, format!("title: [{}]", "a,".repeat(20_001)).as_bytes());
        },
    },
    Case {
        code: Code::TextTooLong,
        path: ROLE,
        spoil: |folder| write(folder, ROLE, format!("title: \"{}\"", "[*1a".repeat(250_000)).as_bytes()),
    },
    Case { code: Code::YamlFeatureRefused, path: ROLE, spoil: |folder| write(folder, ROLE, alias_bomb().as_bytes()) },
];

/// Ten times ten times ten…: nine lines that would be a thousand million words.
fn alias_bomb() -> String {
    let mut bomb = "a: &a [w, w, w, w, w, w, w, w, w, w]\n".to_owned();
    for (before, now) in ('a'..'i').zip('b'..='i') {
        let ten = vec![format!("*{before}"); 10].join(", ");
        bomb.push_str(&format!("{now}: &{now} [{ten}]\n"));
    }
    bomb
}

fn write(folder: &Path, path: &str, bytes: &[u8]) {
    fs::write(folder.join(path), bytes).unwrap();
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// A sound folder on disk.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in base() {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn said_of(loaded: &Loaded) -> Vec<(&'static str, &str)> {
    let items = loaded.diagnostics.iter();
    items.map(|item| (item.code.id(), loaded.diagnostics.source(item.file()).unwrap().path.as_str())).collect()
}

#[test]
fn a_sound_folder_loads_from_disk_as_from_memory() {
    let folder = folder();
    let loaded = load_folder(folder.path(), TODAY);
    assert_eq!(said_of(&loaded), []);
    let memory = load_all(base()).catalogue.unwrap();
    assert_eq!(loaded.catalogue.unwrap().revision(), memory.revision());
}

#[test]
fn each_hostile_folder_is_refused_by_name() {
    for case in CASES {
        let folder = folder();
        (case.spoil)(folder.path());
        let loaded = load_folder(folder.path(), TODAY);
        let said = said_of(&loaded);
        let first: Vec<_> = said.iter().take(5).collect();
        assert!(said.contains(&(case.code.id(), case.path)), "{} {}: {first:?}", case.code.id(), case.path);
        assert!(loaded.catalogue.is_none());
        // What is wrong with one file is said of that file, once or a hundred times, and of no other.
        assert!(said.iter().all(|(_, path)| *path == case.path), "{first:?}");
        assert!(said.len() <= 100, "{}", said.len());
        assert!(report::render(&loaded.diagnostics, report::ReportOptions::default()).len() < 200_000);
    }
}

#[test]
fn links_to_files_are_followed_as_mounted_folders_have_them() {
    let folder = folder();
    fs::rename(folder.path().join("roles"), folder.path().join("..data")).unwrap();
    symlink("..data", folder.path().join("roles")).unwrap();
    assert_eq!(said_of(&load_folder(folder.path(), TODAY)), []);
}

#[test]
fn hidden_files_and_other_files_are_nobodys_business() {
    let folder = folder();
    symlink("gone", folder.path().join("roles/.#nurse.yaml")).unwrap();
    write(folder.path(), "roles/.nurse.yaml.swp", b"\0\0");
    write(folder.path(), "README.md", b"# Data");
    write(folder.path(), "roles/nurse.yaml~", b"id: x");
    assert_eq!(said_of(&load_folder(folder.path(), TODAY)), []);
}

#[test]
fn a_thousand_faults_are_counted_and_a_hundred_are_shown() {
    let mut all = base();
    let faults: String = (0..1000).map(|number| format!("key-{number}: x\n")).collect();
    all.insert(ROLE.to_owned(), faults.into_bytes());
    let loaded = load_all(all);
    let said = report::render(&loaded.diagnostics, report::ReportOptions::default());
    assert_eq!(loaded.diagnostics.iter().count(), 100);
    assert!(said.contains("not shown"), "{}", said.lines().last().unwrap());
}

#[test]
fn a_line_of_a_megabyte_is_not_shown() {
    let mut all = base();
    let line = format!("levels: [{}early]\n", " ".repeat(1_000_000));
    all.insert(ROLE.to_owned(), format!("{line}{}: x\n", "k".repeat(900)).into_bytes());
    let loaded = load_all(all);
    let said = report::render(&loaded.diagnostics, report::ReportOptions::default());
    assert!(said.len() < 20_000, "{}", said.len());
}
