//! `new`: a new role, guide, pathway, category or source, ready to fill in.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::cli::clock::today;
use crate::cli::commit::{CommitError, commit};
use crate::cli::console::print;
use crate::cli::schema::with_schemas;
use crate::content::DataFiles;
use crate::content::change_set::ChangeSet;
use crate::content::scaffold::{NewKind, new_entity};

const EXAMPLES: &str = "\
Examples:
  career-pathways new role \"Care Assistant\"
  career-pathways new guide \"Starting in care\" --data ~/our-data
  career-pathways new pathway \"Physiotherapist\"
  career-pathways new category \"Foot care\"
  career-pathways new source \"Jobs in care\"";

/// Begin a role, guide, pathway, category or source
///
/// A role, guide or pathway becomes a file of its own; a category or source, a further entry of categories.yaml or
/// sources.yaml. What is known is filled in, and a comment on each key says what it means. What is there is left alone.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct New {
    /// What to begin
    kind: Kind,
    /// What it is called
    title: String,
    /// The data folder
    #[arg(long, value_name = "DIR", env = "CAREER_PATHWAYS_DATA", default_value = "data")]
    data: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    Role,
    Guide,
    Pathway,
    Category,
    Source,
}

impl New {
    /// Writes it, and says where.
    pub(super) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        let kind = match self.kind {
            Kind::Role => NewKind::Role,
            Kind::Guide => NewKind::Guide,
            Kind::Pathway => NewKind::Pathway,
            Kind::Category => NewKind::Category,
            Kind::Source => NewKind::Source,
        };
        if !self.data.is_dir() {
            return Err(CommitError::NoFolder(self.data).into());
        }
        let files = DataFiles::folder(&self.data);
        let change = new_entity(kind, &self.title, &files, today())?;
        let path = self.data.join(&change.path);
        commit(&self.data, &with_schemas(&self.data, &files, ChangeSet::new(vec![change])))?;
        print(&format!("{}\n", path.display()));
        Ok(ExitCode::SUCCESS)
    }
}
