//! `check`: all that is wrong with a data folder.

use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use clap::builder::FalseyValueParser;

use crate::cli::clock::today;
use crate::cli::console::print;
use crate::content;
use crate::content::report;

const EXAMPLES: &str = "\
Examples:
  career-pathways check data
  career-pathways check data --strict --format json";

/// Say all that is wrong with a data folder
///
/// Exits with 1 if there is an error, or, when strict, a warning.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Check {
    /// The folder
    #[arg(env = "CAREER_PATHWAYS_DATA")]
    dir: PathBuf,
    /// Count warnings as errors
    #[arg(long, env = "CAREER_PATHWAYS_STRICT", value_parser = FalseyValueParser::new())]
    strict: bool,
    /// For people, or one JSON object a line
    #[arg(long, env = "CAREER_PATHWAYS_FORMAT", default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

impl Check {
    /// Checks the folder and says what is wrong with it.
    pub(super) fn run(self) -> ExitCode {
        let diagnostics = content::load_folder(&self.dir, today()).diagnostics;
        print(&match self.format {
            Format::Text => {
                let colour = std::io::stdout().is_terminal();
                report::render(&diagnostics, report::ReportOptions { colour })
            }
            Format::Json => report::json_lines(&diagnostics),
        });
        let refused = diagnostics.has_errors() || self.strict && diagnostics.has_warnings();
        if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }
}
