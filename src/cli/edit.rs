//! `rename` and `remove`: a role in every file that names it.

use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::FalseyValueParser;
use clap::{Args, Subcommand};

use crate::cli::clock::today;
use crate::cli::commit::{CommitError, commit};
use crate::cli::console::print;
use crate::cli::preview::preview;
use crate::cli::progress::Working;
use crate::cli::schema::with_schemas;
use crate::content::change_set::ChangeSet;
use crate::content::diagnostic::Diagnostics;
use crate::content::edit::{remove_role, rename_role};
use crate::content::{self, DataFiles, report};

const RENAME_EXAMPLES: &str = "\
Examples:
  career-pathways rename role nurse registered-nurse --dry-run
  career-pathways rename role nurse registered-nurse --data ~/our-data";

const REMOVE_EXAMPLES: &str = "\
Examples:
  career-pathways remove role porter --dry-run
  career-pathways remove role porter --instead patient-transport-worker";

/// Give something another id, in every file that names it
#[derive(Args, Debug)]
pub(super) struct Rename {
    #[command(subcommand)]
    what: RenameWhat,
}

#[derive(Debug, Subcommand)]
enum RenameWhat {
    Role(RenameRole),
}

/// A role: its file, every reference, and its old address, which then leads to the new one
///
/// Comments and style of the files stay. All changes are made, or none.
#[derive(Args, Debug)]
#[command(after_help = RENAME_EXAMPLES)]
struct RenameRole {
    /// Its id so far
    old: String,
    /// Its new id
    new: String,
    #[command(flatten)]
    how: How,
}

/// Take something away, with every reference to it
#[derive(Args, Debug)]
pub(super) struct Remove {
    #[command(subcommand)]
    what: RemoveWhat,
}

#[derive(Debug, Subcommand)]
enum RemoveWhat {
    Role(RemoveRole),
}

/// A role: its file and every reference
///
/// With --instead, references and the old address lead to the role that takes its place. Without, references go, each with
/// as much around it as makes no sense without, and the old address finds nothing. All changes are made, or none.
#[derive(Args, Debug)]
#[command(after_help = REMOVE_EXAMPLES)]
struct RemoveRole {
    /// Its id
    id: String,
    /// The id of the role that takes its place
    #[arg(long, value_name = "ID", env = "CAREER_PATHWAYS_INSTEAD")]
    instead: Option<String>,
    #[command(flatten)]
    how: How,
}

#[derive(Args, Debug)]
struct How {
    /// The data folder
    #[arg(long, value_name = "DIR", env = "CAREER_PATHWAYS_DATA", default_value = "data")]
    data: PathBuf,
    /// Show the changes, and make none
    #[arg(long, env = "CAREER_PATHWAYS_DRY_RUN", value_parser = FalseyValueParser::new())]
    dry_run: bool,
}

/// Data with an error. Displayed, it is the report of `check` and what follows from it.
#[derive(Debug)]
pub(super) enum Unsound {
    /// It has errors as it is.
    Already(Diagnostics),
    /// It would have them.
    Then(Diagnostics),
}

impl fmt::Display for Unsound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (diagnostics, says) = match self {
            Self::Already(found) => {
                (found, "this folder has faults, listed below: mend them first, nothing was changed")
            }
            Self::Then(found) => {
                (found, "with these changes the folder would have the faults below: nothing was changed")
            }
        };
        write!(f, "{says}\n\n{}", report::render(diagnostics, report::ReportOptions::default()).trim_end())
    }
}

impl Error for Unsound {}

impl Rename {
    /// Makes the changes, or shows them.
    pub(super) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        let RenameWhat::Role(RenameRole { old, new, how }) = self.what;
        let working = Working::on(format!("looking for {old} in {}", how.data.display()));
        let files = sound_files(&how.data)?;
        let changes = rename_role(&files, &old, &new)?;
        drop(working);
        make(&how.data, &files, changes, how.dry_run)
    }
}

impl Remove {
    /// Makes the changes, or shows them.
    pub(super) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        let RemoveWhat::Role(RemoveRole { id, instead, how }) = self.what;
        let working = Working::on(format!("looking for {id} in {}", how.data.display()));
        let files = sound_files(&how.data)?;
        let changes = remove_role(&files, &id, instead.as_deref())?;
        drop(working);
        make(&how.data, &files, changes, how.dry_run)
    }
}

/// The files of a folder without an error: in one that cannot be read, a reference might be overlooked.
fn sound_files(folder: &Path) -> Result<DataFiles, Box<dyn Error>> {
    if !folder.is_dir() {
        return Err(CommitError::NoFolder(folder.to_owned()).into());
    }
    let loaded = content::load_folder(folder, today());
    if loaded.diagnostics.has_errors() {
        return Err(Unsound::Already(loaded.diagnostics).into());
    }
    Ok(DataFiles::folder(folder))
}

/// Makes changes, or shows them, and says how many files they are. A sound folder is never made unsound.
pub(super) fn make(
    folder: &Path,
    files: &DataFiles,
    changes: ChangeSet,
    dry_run: bool,
) -> Result<ExitCode, Box<dyn Error>> {
    let working = Working::on(format!("checking what {} would be", count(&changes)));
    let then = content::load(changes.applied_to(files), today());
    if then.diagnostics.has_errors() && !content::load(files.clone(), today()).diagnostics.has_errors() {
        return Err(Unsound::Then(then.diagnostics).into());
    }
    drop(working);
    if dry_run {
        print(&preview(&changes));
        print(&format!("{} would change: nothing was written\n", count(&changes)));
    } else {
        let working = Working::on(format!("writing {}", count(&changes)));
        commit(folder, &with_schemas(folder, files, changes.clone()))?;
        drop(working);
        print(&format!("{} changed\n", count(&changes)));
    }
    Ok(ExitCode::SUCCESS)
}

fn count(changes: &ChangeSet) -> String {
    let files = changes.len();
    format!("{files} {}", if files == 1 { "file" } else { "files" })
}
