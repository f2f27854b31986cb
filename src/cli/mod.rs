//! The commands and their flags. Each command is a file of this folder.

mod check;
mod clock;
mod commit;
mod console;
mod diff;
mod edit;
mod editing_config;
mod export;
mod fmt;
mod init;
mod new;
mod preview;
mod progress;
mod readable;
mod ready;
mod report;
mod schema;
mod serve;
mod site_address;
mod site_data;
mod table;

use std::error::Error;
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use crate::cli::console::print_error;

/// A website that shows where one can start in health and social care, and where each role leads.
///
/// Without a command it serves the data inside the program on http://127.0.0.1:3000.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100, args_conflicts_with_subcommands = true, after_help = EXAMPLES)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: serve::Serve,
}

const EXAMPLES: &str = "\
Examples:
  career-pathways                            the site, on http://127.0.0.1:3000
  career-pathways serve --data data          the same on a folder, shown anew when a file in it changes
  career-pathways check data                 all that is wrong with a folder
  career-pathways export site                the whole site as static files
  career-pathways new role \"Care Assistant\"  a new role file, ready to fill in
  career-pathways init our-data              a small sound folder for a new hub";

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Serve),
    Check(check::Check),
    Ready(ready::Ready),
    Export(export::Export),
    New(new::New),
    Rename(edit::Rename),
    Remove(edit::Remove),
    Schema(schema::Schema),
    EditingConfig(editing_config::EditingConfig),
    Fmt(fmt::Fmt),
    Init(init::Init),
    Import(table::Import),
    ExportCsv(table::ExportCsv),
    Diff(diff::Diff),
    Report(report::Report),
}

impl Cli {
    /// Reads the command line. An environment variable that is empty counts as one that is not set.
    ///
    /// Ends the program where the command line asks for help, or cannot be understood.
    #[must_use]
    pub fn read() -> Self {
        let matches = without_empty_variables(Self::command()).get_matches();
        Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
    }

    /// Runs the command; gives the program's exit code.
    #[must_use]
    pub fn run(self) -> ExitCode {
        let done: Result<ExitCode, Box<dyn Error>> = match self.command {
            None => self.serve.run().map_err(Into::into),
            Some(Command::Serve(serve)) => serve.run().map_err(Into::into),
            Some(Command::Check(check)) => check.run().map_err(Into::into),
            Some(Command::Ready(ready)) => ready.run().map_err(Into::into),
            Some(Command::Export(export)) => export.run(),
            Some(Command::New(new)) => new.run(),
            Some(Command::Rename(rename)) => rename.run(),
            Some(Command::Remove(remove)) => remove.run(),
            Some(Command::Schema(schema)) => schema.run(),
            Some(Command::EditingConfig(config)) => config.run(),
            Some(Command::Fmt(fmt)) => fmt.run(),
            Some(Command::Init(init)) => init.run(),
            Some(Command::Import(import)) => import.run(),
            Some(Command::ExportCsv(export)) => export.run(),
            Some(Command::Diff(diff)) => diff.run(),
            Some(Command::Report(report)) => report.run(),
        };
        match done {
            Ok(code) => code,
            Err(error) => {
                print_error(&format!("error: {error}\n"));
                ExitCode::FAILURE
            }
        }
    }
}

/// The command without the environment variables that are empty.
fn without_empty_variables(command: clap::Command) -> clap::Command {
    let is_empty = |arg: &clap::Arg| arg.get_env().and_then(std::env::var_os).is_some_and(|value| value.is_empty());
    let command = command.mut_args(|arg| if is_empty(&arg) { arg.env(None::<&str>) } else { arg });
    command.mut_subcommands(without_empty_variables)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_commands_hold_together() {
        super::Cli::command().debug_assert();
    }
}
