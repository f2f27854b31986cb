//! Reads the files of a data folder, on disk or embedded in the binary, within limits.
//!
//! A pipe, device or folder with the name of a file is never opened, loops of links are detected, and no more is read than
//! the limits allow, whatever the metadata says of sizes.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::content::code::Code;
use crate::content::file_change::FileChange;
use crate::content::journal;
use crate::content::manifest::is_stray;
use crate::data_folder::{MAX_DEPTH, MAX_ENTRIES, is_hidden};

/// Limit of one file in bytes.
pub const MAX_FILE: u64 = 1024 * 1024;
/// Limit of all files together in bytes.
const MAX_ALL: u64 = 64 * MAX_FILE;

/// The data embedded in the binary. A debug build reads the folder instead.
#[derive(rust_embed::RustEmbed)]
#[folder = "data/"]
struct Embedded;

/// A file or folder that could not be read.
#[derive(Clone, Debug)]
pub struct FileError {
    /// Its path within the folder; empty for the folder itself.
    pub path: String,
    /// The code of the diagnostic.
    pub code: Code,
    /// Its message.
    pub message: String,
}

/// The YAML and Fluent files of a data folder.
#[derive(Clone, Debug, Default)]
pub struct DataFiles {
    root: String,
    files: Vec<(String, Vec<u8>)>,
    refusals: Vec<FileError>,
}

impl DataFiles {
    /// The embedded files.
    #[must_use]
    pub fn embedded() -> Self {
        let entries = Embedded::iter().filter(|path| is_data(path));
        let files = entries.filter_map(|path| Some((path.to_string(), Embedded::get(&path)?.data.into_owned())));
        Self::from_memory("data", files.collect())
    }

    /// Files in memory, by their path within the folder.
    #[must_use]
    pub fn from_memory(root: &str, mut files: Vec<(String, Vec<u8>)>) -> Self {
        files.retain(|(path, _)| is_data(path) || is_stray(path));
        files.sort();
        Self { root: root.to_owned(), files, refusals: Vec::new() }
    }

    /// The files of a folder. A change that is not finished is read as if it were.
    #[must_use]
    pub fn folder(folder: &Path) -> Self {
        let root = folder.to_string_lossy();
        let root = if root.len() > 1 { root.trim_end_matches('/') } else { &root };
        let mut walk = Walk { found: Self { root: root.to_owned(), ..Self::default() }, entries: 0, bytes: 0 };
        let before = journal::unfinished_change(folder);
        walk.folder(folder, "", &mut Vec::new());
        walk.found.files.sort();
        // Once more, because the change may have begun meanwhile.
        let unfinished = match before {
            Ok(None) => journal::unfinished_change(folder),
            found => found,
        };
        match unfinished {
            Ok(changes) => changes.into_iter().flatten().for_each(|change| walk.found.finish(change)),
            Err(error) => {
                let path = format!("{}/{}", journal::FOLDER, journal::FILE);
                walk.refuse(&path, Code::Unreadable, format!("the journal of a change cannot be read: {error}"));
            }
        }
        if walk.found.refusals.iter().any(|refusal| refusal.path.is_empty()) {
            // Most likely this is the wrong folder, so faults of single files would only hide that.
            walk.found.files.clear();
        }
        walk.found
    }

    /// Reads a file as a change leaves it, unless somebody has edited it since.
    fn finish(&mut self, FileChange { path, before, after }: FileChange) {
        if !is_data(&path) {
            return;
        }
        let at = self.files.binary_search_by(|(name, _)| name.as_str().cmp(&path));
        let there = at.ok().and_then(|at| self.files.get(at)).map(|(_, bytes)| bytes.as_slice());
        if there != before.as_deref().map(str::as_bytes) {
            return;
        }
        match (at, after) {
            (Ok(at), None) => _ = self.files.remove(at),
            (Ok(at), Some(text)) => {
                if let Some((_, bytes)) = self.files.get_mut(at) {
                    *bytes = text.into_bytes();
                }
            }
            (Err(at), Some(text)) => self.files.insert(at, (path, text.into_bytes())),
            (Err(_), None) => {}
        }
    }

    /// The text of a file; `None` if it is not there or not UTF-8.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        let (_, bytes) = self.iter().find(|(name, _)| *name == path)?;
        std::str::from_utf8(bytes).ok()
    }

    /// The path of the folder, as the caller gave it.
    #[must_use]
    pub fn root(&self) -> &str {
        &self.root
    }

    /// The files with their bytes, sorted by path, and what could not be read.
    #[must_use]
    pub fn into_parts(self) -> (Vec<(String, Vec<u8>)>, Vec<FileError>) {
        (self.files, self.refusals)
    }

    /// The files with their bytes, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }
}

/// Whether a path has the extension of a data file, YAML or Fluent, and is not hidden.
fn is_data(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    !is_hidden(name.as_bytes()) && [".yaml", ".yml", ".ftl"].iter().any(|ending| name.ends_with(ending))
}

struct Walk {
    found: DataFiles,
    entries: usize,
    bytes: u64,
}

impl Walk {
    /// Reads a folder recursively. `above` has the canonical paths of its ancestors.
    fn folder(&mut self, folder: &Path, path: &str, above: &mut Vec<PathBuf>) {
        let resolved = match fs::canonicalize(folder) {
            Ok(resolved) => resolved,
            Err(error) => return self.refuse(path, Code::Unreadable, format!("this folder cannot be read: {error}")),
        };
        if above.contains(&resolved) {
            return self.refuse(path, Code::LinkLoop, "this link leads back to a folder that holds it".to_owned());
        }
        if above.len() >= MAX_DEPTH {
            let message = format!("folders are nested more than {MAX_DEPTH} deep");
            return self.refuse(path, Code::TooManyFiles, message);
        }
        let names = match self.names(folder, path) {
            Ok(names) => names,
            Err(error) => return self.refuse(path, Code::Unreadable, format!("this folder cannot be read: {error}")),
        };
        above.push(resolved);
        for name in names {
            let inner = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
            self.entry(&folder.join(&name), &inner, above);
        }
        above.pop();
    }

    /// The names in a folder, sorted, up to the limit.
    fn names(&mut self, folder: &Path, path: &str) -> io::Result<BTreeSet<String>> {
        let mut names = BTreeSet::new();
        for entry in fs::read_dir(folder)? {
            if self.entries >= MAX_ENTRIES {
                break;
            }
            self.entries += 1;
            match entry?.file_name().into_string() {
                Ok(name) if is_hidden(name.as_bytes()) => {}
                Ok(name) => {
                    names.insert(name);
                }
                Err(name) => {
                    let message = "the name of this file is not UTF-8 text".to_owned();
                    let name = name.to_string_lossy();
                    let inner = if path.is_empty() { name.into_owned() } else { format!("{path}/{name}") };
                    self.refuse(&inner, Code::UnexpectedFile, message);
                }
            }
        }
        if self.entries >= MAX_ENTRIES {
            let message = format!("this folder holds more than {MAX_ENTRIES} files");
            self.refuse("", Code::TooManyFiles, message);
        }
        Ok(names)
    }

    fn entry(&mut self, at: &Path, path: &str, above: &mut Vec<PathBuf>) {
        match fs::metadata(at) {
            Ok(metadata) if is_data(path) => self.file(at, path, &metadata),
            Ok(metadata) if metadata.is_dir() => self.folder(at, path, above),
            // It is named and not read, so its content does not matter.
            Ok(_) if is_stray(path) => self.found.files.push((path.to_owned(), Vec::new())),
            Ok(_) => {}
            Err(error) if is_data(path) || fs::symlink_metadata(at).is_ok_and(|link| link.is_symlink()) => {
                self.broken(path, &error);
            }
            Err(_) => {}
        }
    }

    /// An entry without metadata: a dangling or looping link, or a file that has just been deleted.
    fn broken(&mut self, path: &str, error: &io::Error) {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied => {
                self.refuse(path, Code::Unreadable, format!("this cannot be read: {error}"));
            }
            _ => self.refuse(path, Code::LinkLoop, format!("this link leads nowhere: {error}")),
        }
    }

    fn file(&mut self, at: &Path, path: &str, metadata: &Metadata) {
        if !metadata.is_file() {
            let what = if metadata.is_dir() { "a folder" } else { "a pipe, a socket or a device" };
            return self.refuse(path, Code::NotAFile, format!("this has a file's name and is {what}"));
        }
        if metadata.len() > MAX_FILE {
            return self.too_large(path);
        }
        if self.bytes + metadata.len() > MAX_ALL {
            let message = format!("the files of this folder have more than {} MiB", MAX_ALL / MAX_FILE);
            return self.refuse("", Code::TooMuchData, message);
        }
        match read_bounded(at) {
            Ok(bytes) if bytes.len() as u64 > MAX_FILE => self.too_large(path),
            Ok(bytes) => {
                self.bytes += bytes.len() as u64;
                self.found.files.push((path.to_owned(), bytes));
            }
            Err(error) => self.refuse(path, Code::Unreadable, format!("this file cannot be read: {error}")),
        }
    }

    fn too_large(&mut self, path: &str) {
        self.refuse(path, Code::FileTooLarge, "this file is larger than 1 MiB".to_owned());
    }

    fn refuse(&mut self, path: &str, code: Code, message: String) {
        // Past a limit there is one diagnostic, not thousands.
        let once = matches!(code, Code::TooManyFiles | Code::TooMuchData);
        if !(once && self.found.refusals.iter().any(|refusal| refusal.code == code)) {
            self.found.refusals.push(FileError { path: path.to_owned(), code, message });
        }
    }
}

/// Reads a file up to one byte past the limit, so that one that grows meanwhile is noticed.
fn read_bounded(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_FILE + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
