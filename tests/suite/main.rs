//! What a visitor, an editor and an operator get: tests of the code, on data that only tests have. One binary; each module
//! is a file of this folder. `tests/data` has the tests of the shipped data.
//!
//! To add a test, find the file that is named for what you test, and write what should happen as the test's name.
//! `support.rs` has the site to ask: `TestSite::new().get("/roles/ward-nurse").await.ok().main()`.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking, also in what it shares with others")]

/// The folder of a small invented town. Whoever changes it changes what these tests see; the shipped data they do not see.
const DATA: &str = "tests/fixtures/town";

mod advances;
mod api;
mod architecture;
mod bounds;
mod braille;
mod braille_corpus;
mod canonical_target;
mod changes;
mod checks;
mod code_words;
mod compare;
mod conditional;
mod crossings;
mod csv;
mod determinism;
mod discovery;
mod docs;
mod editing;
mod embed;
mod every_page;
mod every_role;
mod export;
mod filters;
mod headers;
mod hostile;
mod job_facts;
mod journeys;
mod links;
mod look;
mod map;
mod map_drawing;
mod matcher;
mod mistakes;
mod one_way;
mod open_data;
mod openapi;
mod operator;
mod other_hub;
mod outline;
mod pack;
mod pages;
mod path_prefix;
mod planning;
mod preview;
mod program;
mod random;
mod random_requests;
mod reload;
mod render_pool;
mod schema;
mod search;
mod serving;
mod sharing;
mod snapshots;
mod style;
mod support;
mod table;
mod tables;
mod templates;
mod words;
