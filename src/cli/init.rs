//! `init`: a small sound folder, with which a new hub begins.

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::cli::clock::today;
use crate::cli::commit::{CommitError, commit};
use crate::cli::console::print;
use crate::content::starter::new_folder;

const EXAMPLES: &str = "\
Examples:
  career-pathways init our-data
  career-pathways serve --data our-data";

/// Begin a data folder for a new hub
///
/// It has three roles as examples, every list that a site needs, and the schemas that editors read. It is sound: it can be
/// served at once. What is there is left alone.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Init {
    /// The folder, which is made if it is not there
    #[arg(env = "CAREER_PATHWAYS_DATA")]
    dir: PathBuf,
}

impl Init {
    /// Writes the files, and says what to do next.
    pub(super) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        fs::create_dir_all(&self.dir).map_err(|error| CommitError::Write(self.dir.clone(), error))?;
        let files = new_folder(today());
        commit(&self.dir, &files)?;
        let dir = self.dir.display();
        print(&format!("{} files in {dir}; next: career-pathways serve --data {dir}\n", files.len()));
        Ok(ExitCode::SUCCESS)
    }
}
