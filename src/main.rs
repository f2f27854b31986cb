//! The `career-pathways` program.

fn main() {}
