//! `new role`: a new role file, ready to fill in.

use std::error::Error;
use std::fmt;
use std::fs::OpenOptions;
use std::io;
use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::cli::clock::today;
use crate::cli::console::print;
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

/// Why a file was not written.
#[derive(Debug)]
pub(super) enum NewRoleError {
    /// No id can be made of the title.
    Title(String),
    /// There is a file of that name.
    Exists(PathBuf),
    /// The folder has no folder `roles`.
    NoDataFolder(PathBuf),
    /// The file cannot be written.
    Write(PathBuf, io::Error),
}

impl fmt::Display for NewRoleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title(title) => write!(f, "a role cannot be called \"{title}\": its name needs a letter"),
            Self::Exists(path) => write!(f, "{} is there already, and was left alone", path.display()),
            Self::NoDataFolder(path) => write!(f, "{} is not a data folder: it has no folder roles", path.display()),
            Self::Write(path, error) => write!(f, "{} cannot be written: {error}", path.display()),
        }
    }
}

impl Error for NewRoleError {}

impl NewRole {
    /// Writes the file.
    pub(super) fn run(self) -> Result<ExitCode, NewRoleError> {
        let Some(NewFile { name, text }) = new_role_file(&self.title, today()) else {
            return Err(NewRoleError::Title(self.title));
        };
        let path = self.data.join("roles").join(name);
        let written = OpenOptions::new().write(true).create_new(true).open(&path).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
        match written {
            Ok(()) => {
                print(&format!("{}\n", path.display()));
                Ok(ExitCode::SUCCESS)
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(NewRoleError::Exists(path)),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(NewRoleError::NoDataFolder(self.data)),
            Err(error) => Err(NewRoleError::Write(path, error)),
        }
    }
}
