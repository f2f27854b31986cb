//! `check`: all that is wrong with a data folder.

use std::error::Error;
use std::fmt;
use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use clap::builder::FalseyValueParser;

use crate::catalogue::model::did_you_mean::Misspelt;
use crate::cli::clock::today;
use crate::cli::commit::finish;
use crate::cli::console::{print, print_error};
use crate::cli::progress::Working;
use crate::content;
use crate::content::code::Code;
use crate::content::{explain, report};

const EXAMPLES: &str = "\
Examples:
  career-pathways check data
  career-pathways check data --strict --format json
  career-pathways check --explain unknown-role";

/// Say all that is wrong with a data folder
///
/// Exits with 1 if there is an error, or, when strict, a warning.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Check {
    /// The folder
    #[arg(env = "CAREER_PATHWAYS_DATA", required_unless_present = "explain")]
    dir: Option<PathBuf>,
    /// Say what a code means, with a wrong and a right example
    #[arg(long, value_name = "CODE", env = "CAREER_PATHWAYS_EXPLAIN")]
    explain: Option<String>,
    /// Count warnings as errors
    #[arg(long, env = "CAREER_PATHWAYS_STRICT", value_parser = FalseyValueParser::new())]
    strict: bool,
    /// For people, one JSON object a line, or annotations of GitHub
    #[arg(long, env = "CAREER_PATHWAYS_FORMAT", default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Format {
    Text,
    Json,
    Github,
}

/// That no diagnostic has this code.
#[derive(Debug)]
pub(super) struct UnknownCode(String);

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no code `{}`", self.0)?;
        match Misspelt::new(&self.0).and_then(|it| it.nearest(Code::ALL.iter().map(|code| code.id()))) {
            Some(near) => write!(f, ": did you mean `{near}`?"),
            None => write!(f, ": the end of README.md in `data/` lists all"),
        }
    }
}

impl Error for UnknownCode {}

impl Check {
    /// Checks the folder and says what is wrong with it, or explains a code.
    pub(super) fn run(self) -> Result<ExitCode, UnknownCode> {
        if let Some(id) = self.explain {
            let code = Code::from_id(&id).ok_or(UnknownCode(id))?;
            print(&explain::explain(code));
            return Ok(ExitCode::SUCCESS);
        }
        let dir = self.dir.unwrap_or_default();
        if let Err(error) = finish(&dir) {
            print_error(&format!("warning: {error}\n"));
        }
        let working = Working::on(format!("checking {}", dir.display()));
        let diagnostics = content::load_folder(&dir, today()).diagnostics;
        drop(working);
        print(&match self.format {
            Format::Text => {
                let colour = std::io::stdout().is_terminal();
                report::render(&diagnostics, report::ReportOptions { colour })
            }
            Format::Json => report::json_lines(&diagnostics),
            Format::Github => report::github_annotations(&diagnostics),
        });
        let refused = diagnostics.has_errors() || self.strict && diagnostics.has_warnings();
        Ok(if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}
