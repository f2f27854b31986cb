//! `schema`: the JSON Schemas by which editors complete and check data files.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use clap::builder::FalseyValueParser;

use crate::cli::commit::{CommitError, commit};
use crate::cli::console::print;
use crate::content::DataFiles;
use crate::content::change_set::ChangeSet;
use crate::content::file_change::FileChange;
use crate::content::json_schema::{self, naming_schemas, schema_files};

const EXAMPLES: &str = "\
Examples:
  career-pathways schema data
  career-pathways schema data --check";

/// Write the schemas by which editors complete and check data files
///
/// They stand in the folder schema of the data folder, one for each kind of file, and one with the ids of the folder.
/// The first line of each data file is made to name its schema. Prints the files that change.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Schema {
    /// The data folder
    #[arg(env = "CAREER_PATHWAYS_DATA")]
    dir: PathBuf,
    /// Write nothing, and exit with 1 if a schema is not as it would be written
    #[arg(long = "check", env = "CAREER_PATHWAYS_CHECK", value_parser = FalseyValueParser::new())]
    check_only: bool,
}

impl Schema {
    /// Writes them, and says which have changed.
    pub(super) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        if !self.dir.is_dir() {
            return Err(CommitError::NoFolder(self.dir).into());
        }
        let files = DataFiles::folder(&self.dir);
        let mut changes = of_schemas(&self.dir, &files);
        changes.extend(naming_schemas(&files));
        let changes = ChangeSet::new(changes);
        if !self.check_only {
            commit(&self.dir, &changes)?;
        }
        for change in changes.iter() {
            print(&format!("{}\n", self.dir.join(&change.path).display()));
        }
        Ok(if self.check_only && !changes.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}

/// Changes of data files, and of the schemas where the folder has them, so that editors know new ids at once.
pub(super) fn with_schemas(folder: &Path, files: &DataFiles, changes: ChangeSet) -> ChangeSet {
    if !folder.join(json_schema::FOLDER).is_dir() {
        return changes;
    }
    let schemas = of_schemas(folder, &changes.applied_to(files));
    ChangeSet::new(changes.iter().cloned().chain(schemas).collect())
}

/// What becomes of the schemas in a folder that has these data files.
fn of_schemas(folder: &Path, files: &DataFiles) -> Vec<FileChange> {
    let schemas = schema_files(files).into_iter().map(|(path, after)| {
        let before = fs::read_to_string(folder.join(&path)).ok();
        FileChange { path, before, after: Some(after) }
    });
    schemas.collect()
}
