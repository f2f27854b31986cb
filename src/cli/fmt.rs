//! `fmt`: data files in one canonical style.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use clap::builder::FalseyValueParser;

use crate::cli::commit::{CommitError, commit};
use crate::cli::console::{print, print_error};
use crate::cli::progress::Working;
use crate::content::DataFiles;
use crate::content::canonical::canonical;

const EXAMPLES: &str = "\
Examples:
  career-pathways fmt data
  career-pathways fmt data --check";

/// Write data files in one canonical style
///
/// Lists and groups become blocks, quotes stay only where they are needed, comments stay. What the files say does not change.
/// Prints the files that change.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Fmt {
    /// The data folder
    #[arg(env = "CAREER_PATHWAYS_DATA")]
    dir: PathBuf,
    /// Write nothing, and exit with 1 if a file is not in this style
    #[arg(long = "check", env = "CAREER_PATHWAYS_CHECK", value_parser = FalseyValueParser::new())]
    check_only: bool,
}

impl Fmt {
    /// Writes the files, and says which.
    pub(super) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        if !self.dir.is_dir() {
            return Err(CommitError::NoFolder(self.dir).into());
        }
        let working = Working::on(format!("reading {}", self.dir.display()));
        let found = canonical(&DataFiles::folder(&self.dir));
        drop(working);
        if !self.check_only {
            commit(&self.dir, &found.changes)?;
        }
        for change in found.changes.iter() {
            print(&format!("{}\n", self.dir.join(&change.path).display()));
        }
        for path in &found.faulty {
            let shown = self.dir.join(path);
            print_error(&format!(
                "{} was left as it is: `career-pathways check` says what is wrong with it\n",
                shown.display()
            ));
        }
        let refused = !found.faulty.is_empty() || self.check_only && !found.changes.is_empty();
        Ok(if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}
