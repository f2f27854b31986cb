//! `data/` to a [`Catalogue`], or to [`Diagnostics`]. The only module that knows YAML.
//!
//! In four steps: `files` collects what stands in the folder, `read` reads each file by itself (`yaml` makes a tree of it,
//! `schema` says what may stand in it), `check` holds the rules for the whole, and `build` is the door: only what no rule
//! complains of goes through it.

mod build;
pub mod code;
mod decode;
pub mod diagnostic;
mod diagnostic_sink;
mod files;
mod links;
mod load;
mod markdown;
mod raw_data;
pub mod report;
mod rules;
pub mod scaffold;
mod schema;
pub mod source;
mod yaml;

use std::path::Path;

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use crate::catalogue::Catalogue;
use diagnostic::Diagnostics;
use diagnostic_sink::DiagnosticSink;
pub use files::DataFiles;
use source::SourceFiles;

/// What became of a data folder.
#[derive(Debug)]
pub struct Loaded {
    /// The catalogue; none where there is an error.
    pub catalogue: Option<Catalogue>,
    /// Everything that is wrong: errors where there is no catalogue, and warnings either way.
    pub diagnostics: Diagnostics,
}

impl Loaded {
    /// The catalogue, or why there is none.
    ///
    /// # Errors
    /// The diagnostics, where one of them is an error.
    pub fn into_result(self) -> Result<Catalogue, Diagnostics> {
        self.catalogue.ok_or(self.diagnostics)
    }
}

/// Loads a folder. `today` decides which reviews are overdue.
#[must_use]
pub fn load_folder(folder: &Path, today: Date) -> Loaded {
    load(DataFiles::folder(folder), today)
}

/// Loads the data inside the binary.
#[must_use]
pub fn load_embedded(today: Date) -> Loaded {
    load(DataFiles::embedded(), today)
}

/// Loads a set of files: reads, checks and builds.
#[must_use]
pub fn load(files: DataFiles, today: Date) -> Loaded {
    let root = files.root().to_owned();
    let revision = revision(&files);
    let mut sources = SourceFiles::default();
    let mut sink = DiagnosticSink::default();
    let raw = load::read(files, &mut sources, &mut sink);
    rules::check(&rules::RuleContext { raw: &raw, today }, &mut sink);
    let catalogue = if sink.any_error() { None } else { build::build(raw, revision) };
    let (items, unkept) = sink.into_parts();
    Loaded { catalogue, diagnostics: Diagnostics::new(root, sources, items, unkept) }
}

/// Names the files' contents: the same files have the same name, wherever they stand.
fn revision(files: &DataFiles) -> String {
    let mut hash = Sha256::new();
    for (path, bytes) in files.iter() {
        // Lengths go in too, so that no two sets of files run together into the same bytes.
        hash.update((path.len() as u64).to_le_bytes());
        hash.update(path);
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
