//! From the files' bytes to a draft: each file by itself, every fault of each.

mod manifest;

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::content::code::Code;
use crate::content::decode::DecodeContext;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::files::{DataFiles, FileError};
use crate::content::raw_data::RawData;
use crate::content::rules::money;
use crate::content::source::{FileId, SourceFiles, Span};
use crate::content::yaml;
pub use manifest::SYNONYMS;
use manifest::{LISTS, decode, mend, unexpected};

/// How many values all files may have together: what a folder of 64 MiB of nothing but brackets would ask of the memory.
const MAX_NODES_IN_ALL: usize = 4_000_000;
/// How many files are worth a thread.
const FILES_A_THREAD: usize = 500;

/// Reads all files.
pub fn read(files: DataFiles, sources: &mut SourceFiles, sink: &mut DiagnosticSink) -> RawData {
    let mut raw = RawData { root: files.root().to_owned(), ..RawData::default() };
    let (files, refusals) = files.into_parts();
    for refusal in refusals {
        refuse(refusal, &mut raw, sources, sink);
    }
    let texts: Vec<FileId> =
        files.into_iter().filter_map(|(path, bytes)| take(path, bytes, &mut raw, sources, sink)).collect();
    trees(&texts, &mut raw, sources, sink);
    for path in LISTS {
        let help = "every data folder has one; README.md in `data/` shows what stands in it";
        expect(path, help, &raw, sources, sink);
    }
    if raw.roles.is_empty() {
        let help = "a data folder has a role at least: `career-pathways new role \"Title\"` writes a file to fill in";
        expect("roles", help, &raw, sources, sink);
    }
    raw
}

/// A file that could not even be had.
fn refuse(refusal: FileError, raw: &mut RawData, sources: &mut SourceFiles, sink: &mut DiagnosticSink) {
    let file = sources.add(refusal.path.clone(), String::new());
    let diagnostic = Diagnostic::new(refusal.code, Span::top(file), refusal.message);
    sink.add(diagnostic.help(mend(refusal.code)));
    raw.put_unread(file, &refusal.path);
}

/// Takes a file in, if it has a place here and is text.
fn take(
    path: String,
    bytes: Vec<u8>,
    raw: &mut RawData,
    sources: &mut SourceFiles,
    sink: &mut DiagnosticSink,
) -> Option<FileId> {
    let (text, fault) = decode(bytes);
    let end = text.len();
    let file = sources.add(path.clone(), text);
    if let Some(help) = unexpected(&path) {
        let message = "a data folder has no such file";
        sink.add(Diagnostic::new(Code::UnexpectedFile, Span::top(file), message).help(help));
        return None;
    }
    let Some((code, message)) = fault else { return Some(file) };
    sink.add(Diagnostic::new(code, Span::new(file, end..end), message).help(mend(code)));
    raw.put_unread(file, &path);
    None
}

/// Reports a file that every data folder has and this one has not.
fn expect(path: &str, help: &str, raw: &RawData, sources: &mut SourceFiles, sink: &mut DiagnosticSink) {
    let there = || raw.unread.contains(path) || sources.iter().any(|source| source.path == path);
    if !raw.cut_short() && !there() {
        let file = sources.add(path.to_owned(), String::new());
        sink.add(Diagnostic::new(Code::MissingFile, Span::top(file), format!("there is no {path}")).help(help));
    }
}

/// Reads the texts as trees, many at a time where there are many.
fn trees(texts: &[FileId], raw: &mut RawData, sources: &mut SourceFiles, sink: &mut DiagnosticSink) {
    let nodes = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(texts.len() / FILES_A_THREAD);
    if threads < 2 {
        for &file in texts {
            tree(file, sources, &nodes, raw, sink);
        }
    } else {
        let shared = &*sources;
        let read = |texts: &[FileId]| {
            let (mut raw, mut sink) = (RawData::default(), DiagnosticSink::default());
            for &file in texts {
                tree(file, shared, &nodes, &mut raw, &mut sink);
            }
            (raw, sink)
        };
        let read = &read;
        let parts = thread::scope(|scope| {
            let chunks = texts.chunks(texts.len().div_ceil(threads));
            let running: Vec<_> = chunks.map(|chunk| scope.spawn(move || read(chunk))).collect();
            running.into_iter().map(thread::ScopedJoinHandle::join).collect::<Vec<_>>()
        });
        // In the order of the files, so that how many threads there are is nowhere to be seen.
        for part in parts {
            let (read, found) = part.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            raw.append(read);
            sink.append(found);
        }
    }
    if nodes.into_inner() > MAX_NODES_IN_ALL {
        // Which file was one too many depends on the threads, so nothing is said of any.
        let root = raw.root.clone();
        *raw = RawData { root, ..RawData::default() };
        *sink = DiagnosticSink::default();
        let message = "the files of this folder have more values than are read".to_owned();
        refuse(FileError { path: String::new(), code: Code::TooManyNodes, message }, raw, sources, sink);
    }
}

/// Reads one text as a tree, and the tree into the draft.
fn tree(file: FileId, sources: &SourceFiles, nodes: &AtomicUsize, raw: &mut RawData, sink: &mut DiagnosticSink) {
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
        return raw.put_unread(file, &source.path);
    };
    if source.path != "facts.yaml" {
        money::outside_facts(&root, source, sink);
    }
    let mut references = Vec::new();
    raw.put(file, &root, &mut DecodeContext { source, sink, references: &mut references });
    raw.references.append(&mut references);
}
