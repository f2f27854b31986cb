//! From the files' bytes to a draft: each file by itself, every fault of each.

use super::check::money;
use super::code::Code;
use super::diagnostic::Diagnostic;
use super::draft::{Draft, Page};
use super::files::{DataFiles, MAX_FILE, Refusal};
use super::findings::Findings;
use super::reader::{Notes, Reference};
use super::source::{FileId, Place, Sources};
use super::yaml;

/// The files that every data folder has, and what one entry of each is called.
const LISTS: [&str; 8] = [
    "categories.yaml",
    "facts.yaml",
    "levels.yaml",
    "organisations.yaml",
    "qualifications.yaml",
    "settings.yaml",
    "site.yaml",
    "sources.yaml",
];
/// The folders that hold one thing a file.
const FOLDERS: [&str; 3] = ["guides", "pathways", "roles"];
/// How many values all files may have together: what a folder of 64 MiB of nothing but brackets would ask of the memory.
const MAX_NODES_IN_ALL: usize = 4_000_000;

/// Reads all files.
pub fn read(files: DataFiles, sources: &mut Sources, findings: &mut Findings) -> Draft {
    let draft = Draft { root: files.root().to_owned(), ..Draft::default() };
    let mut reading = Reading { draft, sources, findings, references: Vec::new(), nodes: 0 };
    let (files, refusals) = files.into_parts();
    for refusal in refusals {
        reading.refused(refusal);
    }
    for (path, bytes) in files {
        reading.file(path, bytes);
    }
    for path in LISTS {
        reading.expect(path, "every data folder has one; README.md in `data/` shows what stands in it");
    }
    if reading.draft.roles.is_empty() {
        reading.expect(
            "roles",
            "a data folder has at least one role: `career-pathways new role \"Title\"` writes a file to fill in",
        );
    }
    Draft { references: reading.references, ..reading.draft }
}

struct Reading<'a> {
    draft: Draft,
    sources: &'a mut Sources,
    findings: &'a mut Findings,
    references: Vec<Reference>,
    nodes: usize,
}

impl Reading<'_> {
    /// A file that could not even be had.
    fn refused(&mut self, refusal: Refusal) {
        let file = self.sources.add(refusal.path.clone(), String::new());
        let diagnostic = Diagnostic::new(refusal.code, Place::top(file), refusal.message);
        self.findings.add(diagnostic.help(mend(refusal.code)));
        self.unread(file, &refusal.path);
    }

    /// Remembers a file that is there and cannot be read, so that nobody is told that it is missing.
    fn unread(&mut self, file: FileId, path: &str) {
        self.draft.unread.insert(path.to_owned());
        let Some((folder, name)) = path.split_once('/') else { return };
        let stem = name.strip_suffix(".yaml").unwrap_or(name).to_owned();
        match folder {
            "roles" => self.draft.roles.push(Page { file, stem, content: None }),
            "guides" => self.draft.guides.push(Page { file, stem, content: None }),
            "pathways" => self.draft.pathways.push(Page { file, stem, content: None }),
            _ => {}
        }
    }

    /// Reports a file that every data folder has and this one has not.
    fn expect(&mut self, path: &str, help: &str) {
        let there = self.draft.cut_short()
            || self.draft.unread.contains(path)
            || self.sources.iter().any(|source| source.path == path);
        if !there {
            let file = self.sources.add(path.to_owned(), String::new());
            let missing = Diagnostic::new(Code::MissingFile, Place::top(file), format!("there is no {path}"));
            self.findings.add(missing.help(help));
        }
    }

    fn file(&mut self, path: String, bytes: Vec<u8>) {
        let (text, fault) = decode(bytes);
        let file = self.sources.add(path.clone(), text);
        let unexpected = unexpected(&path);
        let fault = match (unexpected, fault) {
            (Some(help), _) => {
                let message = "a data folder has no such file";
                self.findings.add(Diagnostic::new(Code::UnexpectedFile, Place::top(file), message).help(help));
                return;
            }
            (None, fault) => fault,
        };
        match fault {
            Some((code, message)) => {
                let end = self.sources.get(file).map_or(0, |source| source.text.len());
                let place = Place::new(file, end..end);
                self.findings.add(Diagnostic::new(code, place, message).help(mend(code)));
                self.unread(file, &path);
            }
            None => self.tree(file, &path),
        }
    }

    fn tree(&mut self, file: FileId, path: &str) {
        let Some(source) = self.sources.get(file) else { return };
        let most = MAX_NODES_IN_ALL - self.nodes.min(MAX_NODES_IN_ALL);
        let tree = yaml::parse(file, &source.text, most, self.findings);
        self.nodes += tree.nodes;
        let Some(root) = tree.root else {
            if !self.findings.is_faulty(file) {
                let empty = Diagnostic::new(Code::EmptyText, Place::top(file), "this file is empty");
                self.findings.add(empty.help("README.md in `data/` shows what stands in it"));
            }
            return self.unread(file, path);
        };
        if path != "facts.yaml" {
            money::outside_facts(&root, source, self.findings);
        }
        let notes = &mut Notes { source, findings: self.findings, references: &mut self.references };
        self.draft.put(path, file, &root, notes);
    }
}

/// What to do about a file that has no place in a data folder, if it has none.
fn unexpected(path: &str) -> Option<String> {
    if let Some(start) = path.strip_suffix(".yml") {
        return Some(format!("rename it to {start}.yaml"));
    }
    match path.split_once('/') {
        None if LISTS.contains(&path) => None,
        Some((folder, name)) if FOLDERS.contains(&folder) && !name.contains('/') => None,
        Some((folder, name)) if FOLDERS.contains(&folder) => {
            let name = name.rsplit('/').next().unwrap_or(name);
            Some(format!("move it to {folder}/{name}: folders within {folder}/ are not read"))
        }
        Some(_) => Some(format!("files stand in {}", FOLDERS.join("/, ") + "/")),
        None => Some(format!("the files here are {}; all others stand in {}/", LISTS.join(", "), FOLDERS.join("/, "))),
    }
}

type Fault = (Code, String);

/// The text of a file; where it is none, as much of it as is.
fn decode(bytes: Vec<u8>) -> (String, Option<Fault>) {
    if bytes.len() as u64 > MAX_FILE {
        return (String::new(), Some((Code::FileTooLarge, "this file is larger than 1 MiB".to_owned())));
    }
    let (mut text, mut fault) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let mut bytes = error.into_bytes();
            bytes.truncate(valid);
            let message = "from here on, this file is not UTF-8 text".to_owned();
            (String::from_utf8(bytes).unwrap_or_default(), Some((Code::NotUtf8, message)))
        }
    };
    if let Some(at) = text.find('\0') {
        text.truncate(at);
        fault = Some((Code::NulByte, "there is a NUL byte here".to_owned()));
    }
    (text, fault)
}

/// How the troubles with whole files are mended.
fn mend(code: Code) -> &'static str {
    match code {
        Code::NotAFile => "put a file in its place, or take it away",
        Code::LinkLoop => "take the link away",
        Code::FileTooLarge => "split it; a data file has a few kilobytes",
        Code::TooManyFiles | Code::TooMuchData => "is this the data folder?",
        Code::NotUtf8 => "save the file as UTF-8",
        Code::UnexpectedFile => "rename it in small letters, digits and hyphens",
        Code::NulByte => "is this a text file? If so, write it anew",
        _ => "look at who may read it, and whether it is there",
    }
}
