//! `editing-config`: the form in the browser by which the data is edited without files.

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use clap::builder::FalseyValueParser;

use crate::cli::commit::commit;
use crate::cli::console::print;
use crate::content::change_set::ChangeSet;
use crate::content::file_change::FileChange;
use crate::content::form_config::{FILE, form_config};

const EXAMPLES: &str = "\
Examples:
  career-pathways editing-config editing
  career-pathways editing-config editing --data-path content/data
  career-pathways editing-config editing --check";

/// Write the configuration of the form in the browser
///
/// It is the file config.json in the folder of the form, which editing/README.md explains. Prints its name if it changes.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct EditingConfig {
    /// The folder of the form
    #[arg(default_value = "editing", env = "CAREER_PATHWAYS_EDITING")]
    dir: PathBuf,
    /// Where the data folder is within its repository
    #[arg(long, value_name = "PATH", env = "CAREER_PATHWAYS_DATA_PATH", default_value = "data")]
    data_path: String,
    /// Write nothing, and exit with 1 if the configuration is not as it would be written
    #[arg(long = "check", env = "CAREER_PATHWAYS_CHECK", value_parser = FalseyValueParser::new())]
    check_only: bool,
}

impl EditingConfig {
    /// Writes it, and says whether it has changed.
    pub(super) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        let before = fs::read_to_string(self.dir.join(FILE)).ok();
        let after = Some(form_config(self.data_path.trim_matches('/')));
        let changes = ChangeSet::new(vec![FileChange { path: FILE.to_owned(), before, after }]);
        if !self.check_only {
            commit(&self.dir, &changes)?;
        }
        for change in changes.iter() {
            print(&format!("{}\n", self.dir.join(&change.path).display()));
        }
        Ok(if self.check_only && !changes.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}
