//! What `check` says: for each code a folder of faulty data and the exact words.
//!
//! A case is a folder of `fixtures/checks/`, named after its code (`code.more` is a further case of one). Its files are laid
//! over `fixtures/base/`; `removed.txt` names files of the base to take away; `expected.txt` is what is said. After a change
//! that is meant, run the suite with `UPDATE_SNAPSHOTS=1` and read the difference.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use career_pathways::content::code::Code;
use career_pathways::content::{DataFiles, Loaded, load, report};
use jiff::civil::{Date, date};

use crate::hostile;

/// The day on which all of this is checked.
pub const TODAY: Date = date(2026, 11, 22);

/// The file that says what a case should say.
const EXPECTED: &str = "expected.txt";
/// The file that names what a case takes away.
const REMOVED: &str = "removed.txt";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The files of a folder and the folders in it, by their path within it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(open) = folders.pop() {
        for entry in fs::read_dir(&open).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// The small, sound data that each case changes.
pub fn base() -> BTreeMap<String, Vec<u8>> {
    files(&fixtures().join("base"))
}

/// Loads these files as a folder called `data`.
pub fn load_all(files: BTreeMap<String, Vec<u8>>) -> Loaded {
    load(DataFiles::from_memory("data", files.into_iter().collect()), TODAY)
}

fn load_case(folder: &Path) -> Loaded {
    let mut all = base();
    for (path, bytes) in files(folder) {
        match path.as_str() {
            EXPECTED => {}
            REMOVED => {
                for gone in String::from_utf8(bytes).unwrap().lines() {
                    assert!(all.remove(gone).is_some(), "the base has no {gone}");
                }
            }
            _ => {
                all.insert(path, bytes);
            }
        }
    }
    load_all(all)
}

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(fixtures().join("checks")).unwrap();
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

/// The code that a case is named after.
fn code_of(case: &Path) -> String {
    case.file_name().unwrap().to_str().unwrap().split('.').next().unwrap().to_owned()
}

#[test]
fn the_base_has_nothing_to_mend() {
    let loaded = load_all(base());
    assert_eq!(
        report::render(&loaded.diagnostics, report::ReportOptions::default()),
        "All is well: 14 files and nothing to mend.\n"
    );
    assert!(loaded.catalogue.is_some());
}

#[test]
fn each_case_is_said_in_its_exact_words() {
    #[expect(clippy::disallowed_methods, reason = "accepting new words is the business of whoever runs the tests")]
    let update = std::env::var("UPDATE_SNAPSHOTS").is_ok();
    let mut wrong = Vec::new();
    for case in cases() {
        let said = report::render(&load_case(&case).diagnostics, report::ReportOptions::default());
        let file = case.join(EXPECTED);
        if update {
            fs::write(&file, &said).unwrap();
        } else if fs::read_to_string(&file).unwrap_or_default() != said {
            wrong.push(format!("{}\n{said}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "run with UPDATE_SNAPSHOTS=1 if this is meant:\n{}", wrong.join("\n"));
}

#[test]
fn each_case_has_the_code_that_it_is_named_after() {
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    for case in cases() {
        let code = code_of(&case);
        if !codes.contains(code.as_str()) || case.ends_with("leads-nowhere.checked") {
            continue; // A case of more than one thing, or of none.
        }
        let loaded = load_case(&case);
        assert!(loaded.diagnostics.iter().any(|item| item.code.id() == code), "{}", case.display());
    }
}

#[test]
fn each_code_has_a_case() {
    let cases: BTreeSet<String> = cases().iter().map(|case| code_of(case)).collect();
    let built: BTreeSet<&str> = hostile::CASES.iter().map(|case| case.code.id()).collect();
    let without: Vec<&str> =
        Code::ALL.iter().map(|code| code.id()).filter(|id| !cases.contains(*id) && !built.contains(id)).collect();
    assert!(without.is_empty(), "no case for {without:?}");
}

#[test]
fn only_errors_refuse_the_data() {
    for case in cases() {
        let loaded = load_case(&case);
        assert_eq!(loaded.catalogue.is_none(), loaded.diagnostics.has_errors(), "{}", case.display());
    }
}

#[test]
fn a_machine_gets_one_object_a_line() {
    let loaded = load_case(&fixtures().join("checks/unknown-level"));
    let lines = report::json_lines(&loaded.diagnostics);
    let objects: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(objects.len(), 1);
    assert_eq!(objects[0]["code"], "unknown-level");
    assert_eq!(objects[0]["file"], "data/roles/senior-care-worker.yaml");
    assert_eq!((objects[0]["line"].as_u64(), objects[0]["column"].as_u64()), (Some(4), Some(10)));
    assert_eq!(objects[0]["help"], "did you mean `early`?");
}

#[test]
fn a_file_that_cannot_be_read_is_still_there_for_the_others() {
    let mut all = base();
    all.insert("roles/nurse.yaml".to_owned(), b"id: [".to_vec());
    all.insert("organisations.yaml".to_owned(), b"\"".to_vec());
    let loaded = load_all(all);
    let codes: Vec<&str> = loaded.diagnostics.iter().map(|item| item.code.id()).collect();
    assert_eq!(codes, ["yaml-syntax", "yaml-syntax"]);
}
