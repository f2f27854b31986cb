//! The `career-pathways` program.

use std::process::ExitCode;

use career_pathways::cli::Cli;
use clap::Parser as _;

fn main() -> ExitCode {
    Cli::parse().run()
}
