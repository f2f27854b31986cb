//! The `career-pathways` program.

use std::process::ExitCode;

use career_pathways::cli::Cli;

fn main() -> ExitCode {
    Cli::read().run()
}
