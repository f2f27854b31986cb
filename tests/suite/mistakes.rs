//! What `check` says of the mistakes that people make when they edit data by hand.
//!
//! A mistake is a file of `fixtures/mistakes/`, named `mistake.variant.txt`: what was done to `fixtures/base/`, a line `=`, and
//! all that is said of it. It is done by these lines, in which `\u{a0}` stands for a character:
//!
//! - `in PATH`: the next edits are of this file; `-LINES` become the `+LINES` under them
//! - `move PATH PATH`, `copy PATH PATH`, `remove PATH`, `write PATH` with `+LINES`
//!
//! `INSTA_UPDATE=always` accepts what is said.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use career_pathways::content::code::Code;
use career_pathways::content::diagnostic::Diagnostic;
use career_pathways::content::report;

use crate::checks::base;
use crate::support::load_all;

const MISTAKES: &str = "tests/fixtures/mistakes";

fn mistakes() -> Vec<PathBuf> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(MISTAKES)).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// The codes of all that is said.
pub fn codes() -> BTreeSet<&'static str> {
    let texts: String = mistakes().iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    Code::ALL.iter().map(|code| code.id()).filter(|id| texts.contains(&format!("[{id}]: "))).collect()
}

/// A text with its characters in place of their numbers.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').unwrap();
        plain.push(char::from_u32(u32::from_str_radix(number, 16).unwrap()).unwrap());
        plain.push_str(rest);
    }
    plain
}

/// The edits of one file.
#[derive(Default)]
struct Edit {
    path: String,
    old: String,
    new: String,
}

impl Edit {
    /// Does it, and forgets it.
    fn apply(&mut self, files: &mut BTreeMap<String, Vec<u8>>) {
        let (old, new) = (std::mem::take(&mut self.old), std::mem::take(&mut self.new));
        if old.is_empty() && new.is_empty() {
            return;
        }
        let text = String::from_utf8(files.remove(&self.path).unwrap_or_default()).unwrap();
        assert!(text.contains(&old), "{} has no\n{old}", self.path);
        let edited = if old.is_empty() { text + &new } else { text.replacen(&old, &new, 1) };
        files.insert(self.path.clone(), edited.into_bytes());
    }
}

/// The base after a mistake.
fn after(mistake: &str) -> BTreeMap<String, Vec<u8>> {
    let (mut files, mut edit) = (base(), Edit::default());
    for line in mistake.lines() {
        if let Some(old) = line.strip_prefix('-') {
            if !edit.new.is_empty() {
                edit.apply(&mut files);
            }
            edit.old += &(unescaped(old) + "\n");
            continue;
        }
        if let Some(new) = line.strip_prefix('+') {
            edit.new += &(unescaped(new) + "\n");
            continue;
        }
        edit.apply(&mut files);
        match line.split(' ').collect::<Vec<_>>().as_slice() {
            ["in" | "write", path] => edit.path = (*path).to_owned(),
            ["move", from, to] => {
                let bytes = files.remove(*from).unwrap();
                files.insert((*to).to_owned(), bytes);
            }
            ["copy", from, to] => {
                files.insert((*to).to_owned(), files[*from].clone());
            }
            ["remove", path] => {
                assert!(files.remove(*path).is_some(), "the base has no {path}");
            }
            other => panic!("no such step: {other:?}"),
        }
    }
    edit.apply(&mut files);
    files
}

#[test]
fn each_mistake_is_said_in_its_exact_words() {
    #[expect(clippy::disallowed_methods, reason = "accepting new words is the business of whoever runs the tests")]
    let update = std::env::var("INSTA_UPDATE").is_ok_and(|when| when == "always");
    let mut wrong = Vec::new();
    for path in mistakes() {
        let text = fs::read_to_string(&path).unwrap();
        let (mistake, expected) = text.split_once("\n=\n").unwrap_or((text.trim_end_matches("=\n"), ""));
        let said = report::render(&load_all(after(mistake)).diagnostics, report::ReportOptions::default());
        if update {
            fs::write(&path, format!("{}\n=\n{said}", mistake.trim_end())).unwrap();
        } else if said != expected {
            wrong.push(format!("{}\n{said}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "run with INSTA_UPDATE=always if this is meant:\n{}", wrong.join("\n"));
}

#[test]
fn each_mistake_is_said_once_with_its_mend() {
    let mut wrong = Vec::new();
    for path in mistakes() {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        let loaded = load_all(after(text.split_once("\n=\n").unwrap_or((text.trim_end_matches("=\n"), "")).0));
        let said: Vec<_> = loaded.diagnostics.iter().collect();
        let is_none = name.starts_with("no-mistake");
        let is_understood =
            |item: &&Diagnostic| !item.label.text.contains("in the words of YAML") && item.help.is_some();
        if said.len() != usize::from(!is_none) || !said.iter().all(is_understood) {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "not said once, or not with its mend: {wrong:?}");
}
