//! `data/` to a [`Catalogue`], or to [`Diagnostics`]. The only module that knows YAML.
//!
//! Each stage is a module, and uses only those before it: `files` reads bytes, `yaml` parses them into a tree, `decode` turns
//! trees into typed values, `schema` says which keys each file has, `load` does all of this for every file and collects
//! `raw_data`, `rules` check each file and then the files together, `build` makes the catalogue, and `graph_rules` check
//! its role graph. `report` renders the diagnostics of all stages. `manifest` lists the files of a data folder.

mod build;
pub mod canonical;
pub mod change_set;
pub mod code;
pub mod comparison;
mod decode;
pub mod diagnostic;
mod diagnostic_sink;
pub mod documents;
pub mod edit;
pub mod explain;
pub mod file_change;
mod file_form;
mod files;
pub mod form_config;
mod graph_rules;
pub mod inventory;
pub mod journal;
pub mod json_schema;
mod links;
mod load;
mod manifest;
mod markdown;
mod marks;
mod raw_data;
pub mod record;
pub mod report;
mod rules;
pub mod scaffold;
mod schema;
pub mod severity;
mod severity_policy;
pub mod source;
pub mod starter;
pub mod table;
mod unprintable;
mod yaml;

use std::path::Path;

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use crate::catalogue::Catalogue;
use diagnostic::Diagnostics;
use diagnostic_sink::DiagnosticSink;
pub use files::DataFiles;
use source::SourceFiles;

/// The result of loading a data folder.
#[derive(Debug)]
pub struct Loaded {
    /// The catalogue; `None` if there is an error.
    pub catalogue: Option<Catalogue>,
    /// All diagnostics: errors if there is no catalogue, and warnings either way.
    pub diagnostics: Diagnostics,
}

impl Loaded {
    /// The catalogue, without the warnings.
    ///
    /// # Errors
    /// The diagnostics, if one of them is an error.
    pub fn into_result(self) -> Result<Catalogue, Diagnostics> {
        self.catalogue.ok_or(self.diagnostics)
    }
}

/// Loads a folder. Reviews due before `today` are overdue.
#[must_use]
pub fn load_folder(folder: &Path, today: Date) -> Loaded {
    load(DataFiles::folder(folder), today)
}

/// Loads the data embedded in the binary.
#[must_use]
pub fn load_embedded(today: Date) -> Loaded {
    load(DataFiles::embedded(), today)
}

/// Loads a set of files.
#[must_use]
pub fn load(files: DataFiles, today: Date) -> Loaded {
    let root = files.root().to_owned();
    let revision = revision(&files);
    let mut sources = SourceFiles::default();
    let mut sink = DiagnosticSink::with_policy(load::severity_policy(&files));
    let raw = load::load(files, &rules::FILE_RULES, &mut sources, &mut sink);
    let catalogue = rules::check(raw, today, &mut sink).and_then(|checked| {
        let roles = graph_rules::RoleSources::of(&checked);
        let built = build::build(checked, revision);
        let catalogue = built.map_err(|missed| missed.diagnostic().into_iter().for_each(|it| sink.add(it))).ok()?;
        graph_rules::check(&catalogue, &roles, &mut sink);
        (!sink.any_error()).then_some(catalogue)
    });
    let (items, unkept) = sink.into_parts();
    Loaded { catalogue, diagnostics: Diagnostics::new(root, sources, items, unkept) }
}

/// A hash of the paths and contents of the files.
fn revision(files: &DataFiles) -> String {
    let mut hash = Sha256::new();
    for (path, bytes) in files.iter() {
        // With the lengths, no two sets of files give the same bytes.
        hash.update((path.len() as u64).to_le_bytes());
        hash.update(path);
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
