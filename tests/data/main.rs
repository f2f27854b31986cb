//! What holds of the shipped data: tests for whoever edits `data/`. `tests/run data` runs them, beside `check`.
//!
//! Nothing here has to change when a role, a guide or a family is added. Tests of the code are in `tests/suite`; what
//! holds of every page and every role runs there on a small town, and here on all that is shipped.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking, also in what it shares with others")]

/// The folder of the shipped data.
const DATA: &str = "data";

#[path = "../suite/braille_corpus.rs"]
mod braille_corpus;
mod coverage;
#[path = "../suite/crossings.rs"]
mod crossings;
#[path = "../suite/every_page.rs"]
mod every_page;
#[path = "../suite/every_role.rs"]
mod every_role;
mod first_answers;
mod first_view;
mod journeys;
#[path = "../suite/links.rs"]
mod links;
mod map;
#[path = "../suite/map_drawing.rs"]
mod map_drawing;
mod named_pairs;
mod printed;
mod queries;
mod questions;
mod registration;
mod similar;
mod source_words;
#[path = "../suite/support.rs"]
#[expect(dead_code, reason = "the tests of the code ask in more ways")]
mod support;
mod ways_in;

#[test]
fn each_file_of_this_folder_is_run() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some(module) = name.strip_suffix(".rs").filter(|module| *module != "main") else { continue };
        let declared = include_str!("main.rs").lines().any(|line| line == format!("mod {module};"));
        assert!(declared, "tests/data/{name} is not in main.rs");
    }
}
