//! From the bytes of the files to [`RawData`]: each file by itself, and every fault of each.

mod file_text;
mod policy;

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::content::code::Code;
use crate::content::decode::DecodeContext;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::files::{DataFiles, FileError};
use crate::content::manifest::{DataFile, Misplaced, REQUIRED};
use crate::content::raw_data::{RawData, RawInterface};
use crate::content::source::{FileId, SourceFile, SourceFiles, Span};
use crate::content::yaml;
use crate::content::yaml::YamlNode;
use file_text::{file_help, file_text};
pub use policy::severity_policy;

/// Limit of YAML nodes in all files together: 64 MiB of brackets would need gigabytes.
const MAX_NODES_IN_ALL: usize = 4_000_000;
/// Number of files from which a further thread pays.
const FILES_A_THREAD: usize = 50;

/// A rule on the YAML tree of one file. It runs while the file is loaded, because trees are not kept.
pub type FileRule = fn(&YamlNode, DataFile, &SourceFile, &mut DiagnosticSink);

/// A file whose text is to be parsed.
type TextFile = (FileId, DataFile);

/// Loads all files and runs `rules` on each.
pub fn load(files: DataFiles, rules: &[FileRule], sources: &mut SourceFiles, sink: &mut DiagnosticSink) -> RawData {
    let mut raw = RawData { root: files.root().to_owned(), ..RawData::default() };
    let (files, refusals) = files.into_parts();
    for refusal in refusals {
        refuse(refusal, &mut raw, sources, sink);
    }
    let texts: Vec<TextFile> =
        files.into_iter().filter_map(|(path, bytes)| add_source(path, bytes, &mut raw, sources, sink)).collect();
    parse_all(&texts, rules, &mut raw, sources, sink);
    for (path, _) in REQUIRED {
        let help = "every data folder has one; README.md in `data/` shows what stands in it";
        require(path, help, &raw, sources, sink);
    }
    if raw.has_no_role() {
        let help = "a data folder has a role at least: `career-pathways new role \"Title\"` writes a file to fill in";
        require("roles", help, &raw, sources, sink);
    }
    raw
}

/// Reports a file that could not be read from disk.
fn refuse(refusal: FileError, raw: &mut RawData, sources: &mut SourceFiles, sink: &mut DiagnosticSink) {
    let file = sources.add(refusal.path.clone(), String::new());
    let diagnostic = Diagnostic::new(refusal.code, Span::top(file), refusal.message);
    sink.add(diagnostic.help(file_help(refusal.code)));
    raw.add_unread(&refusal.path);
}

/// Adds a file to the sources; gives it back if its text can be parsed.
fn add_source(
    path: String,
    bytes: Vec<u8>,
    raw: &mut RawData,
    sources: &mut SourceFiles,
    sink: &mut DiagnosticSink,
) -> Option<TextFile> {
    let (text, fault) = file_text(bytes);
    let end = text.len();
    let kind = match DataFile::of(&path) {
        Ok(kind) => kind,
        Err(misplaced) => {
            misplace(&path, &misplaced, raw, sources, sink);
            return None;
        }
    };
    let file = sources.add(path.clone(), text);
    let Some((code, message)) = fault else {
        if kind != DataFile::Interface {
            return Some((file, kind));
        }
        let source = sources.get(file);
        let words = |it: &SourceFile| RawInterface { file, language: it.stem().to_owned(), text: it.text.clone() };
        raw.interface.extend(source.map(words));
        return None;
    };
    sink.add(Diagnostic::new(code, Span::new(file, end..end), message).help(file_help(code)));
    raw.add_unread(&path);
    None
}

/// Reports a file that is not where, or not called as, a data file is. What it was meant to be counts as unread, so that references
/// to it are no further errors.
fn misplace(
    path: &str,
    misplaced: &Misplaced<'_>,
    raw: &mut RawData,
    sources: &mut SourceFiles,
    sink: &mut DiagnosticSink,
) {
    let (code, message, path) = match misplaced {
        Misplaced::Other => (Code::FileNotRead, "this file is not read", path),
        Misplaced::Name { .. } => (Code::UnexpectedFile, "this file is not read, because of its name", path),
        Misplaced::Folder { folder } if misplaced.stands_for().is_some() => {
            (Code::UnexpectedFile, "a data folder has no such folder", *folder)
        }
        _ => (Code::UnexpectedFile, "a data folder has no such file", path),
    };
    // All files of a folder are mended by one move.
    if raw.unread.insert(path.to_owned()) {
        let file = sources.add(path.to_owned(), String::new());
        sink.add(Diagnostic::new(code, Span::top(file), message).help(misplaced.to_string()));
    }
    if let Some(stands_for) = misplaced.stands_for() {
        raw.add_unread(&stands_for);
    }
}

/// Reports a required file or folder that is missing.
fn require(path: &str, help: &str, raw: &RawData, sources: &mut SourceFiles, sink: &mut DiagnosticSink) {
    let is_there = || raw.unread.contains(path) || sources.iter().any(|source| source.path == path);
    if !raw.cut_short && !is_there() {
        let file = sources.add(path.to_owned(), String::new());
        sink.add(Diagnostic::new(Code::MissingFile, Span::top(file), format!("there is no {path}")).help(help));
    }
}

/// Parses and decodes the files, on several threads where there are many.
fn parse_all(
    texts: &[TextFile],
    rules: &[FileRule],
    raw: &mut RawData,
    sources: &mut SourceFiles,
    sink: &mut DiagnosticSink,
) {
    let nodes = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(texts.len() / FILES_A_THREAD);
    if threads < 2 {
        for &text in texts {
            parse(text, rules, sources, &nodes, raw, sink);
        }
    } else {
        let (shared, policy) = (&*sources, &*sink);
        let parse_chunk = |texts: &[TextFile]| {
            let (mut raw, mut sink) = (RawData::default(), policy.for_part());
            for &text in texts {
                parse(text, rules, shared, &nodes, &mut raw, &mut sink);
            }
            (raw, sink)
        };
        let parse_chunk = &parse_chunk;
        let parts = thread::scope(|scope| {
            let chunks = texts.chunks(texts.len().div_ceil(threads));
            let running: Vec<_> = chunks.map(|chunk| scope.spawn(move || parse_chunk(chunk))).collect();
            running.into_iter().map(thread::ScopedJoinHandle::join).collect::<Vec<_>>()
        });
        // Joined in the order of the files, so that the result does not depend on the number of threads.
        for part in parts {
            let (part, found) = part.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            raw.append(part);
            sink.append(found);
        }
    }
    if nodes.into_inner() > MAX_NODES_IN_ALL {
        // Which file passes the limit depends on the threads, so no file is named.
        *raw = RawData { root: std::mem::take(&mut raw.root), ..RawData::default() };
        *sink = sink.for_part();
        let message = "the files of this folder have more values than are read".to_owned();
        refuse(FileError { path: String::new(), code: Code::TooManyNodes, message }, raw, sources, sink);
    }
}

/// Parses one file, decodes it into the raw data and runs `rules` on its tree.
fn parse(
    (file, kind): TextFile,
    rules: &[FileRule],
    sources: &SourceFiles,
    nodes: &AtomicUsize,
    raw: &mut RawData,
    sink: &mut DiagnosticSink,
) {
    let Some(source) = sources.get(file) else { return };
    if nodes.load(Ordering::Relaxed) > MAX_NODES_IN_ALL {
        return;
    }
    let tree = yaml::parse(file, &source.text, sink);
    nodes.fetch_add(tree.nodes, Ordering::Relaxed);
    let Some(root) = tree.root else {
        if !sink.is_faulty(file) {
            let empty = Diagnostic::new(Code::EmptyText, Span::top(file), "this file is empty");
            sink.add(empty.help("README.md in `data/` shows what stands in it"));
        }
        return raw.add_unread(&source.path);
    };
    let mut references = Vec::new();
    raw.decode(file, kind, &root, &mut DecodeContext { source, sink, references: &mut references });
    raw.references.append(&mut references);
    // After decoding, so that a rule can pass over what is wrong anyway.
    for rule in rules {
        rule(&root, kind, source, sink);
    }
}
