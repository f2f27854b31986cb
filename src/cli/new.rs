//! `new role`: a new role file, ready to fill in.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::cli::{say, today};
use crate::content::scaffold::{NewFile, new_role_file};

const EXAMPLES: &str = "\
Examples:
  career-pathways new role \"Care Assistant\"
  career-pathways new role \"Care Assistant\" --data ~/our-data";

/// A role, ready to fill in
///
/// Writes roles/<name>.yaml in the data folder. A file that is there is left alone.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct NewRole {
    /// What the role is called
    title: String,
    /// The data folder
    #[arg(long, value_name = "DIR", env = "CAREER_PATHWAYS_DATA", default_value = "data")]
    data: PathBuf,
}

impl NewRole {
    /// Writes the file.
    pub(super) fn run(self) -> Result<ExitCode, String> {
        let Some(NewFile { name, text }) = new_role_file(&self.title, today()) else {
            return Err(format!("a role cannot be called \"{}\": its name needs a letter", self.title));
        };
        let path = self.data.join("roles").join(name);
        let written = OpenOptions::new().write(true).create_new(true).open(&path).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
        match written {
            Ok(()) => {
                say(&format!("{}\n", path.display()));
                Ok(ExitCode::SUCCESS)
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                Err(format!("{} is there already, and was left alone", path.display()))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                Err(format!("{} is not a data folder: it has no folder roles", self.data.display()))
            }
            Err(error) => Err(format!("{} cannot be written: {error}", path.display())),
        }
    }
}
