//! The `career-pathways` program.

use std::process::ExitCode;

use career_pathways::cli::Cli;
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    Cli::read().run()
}
