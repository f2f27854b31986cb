//! What a visitor, an editor and an operator get. One binary; each module is a file of this folder.
//!
//! To add a test, find the file that is named for what you test, and write what should happen as the test's name.
//! `support.rs` has the site to ask: `TestSite::real().get("/roles/nurse").await.ok().main()`.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking, also in what it shares with others")]

mod api;
mod architecture;
mod bounds;
mod braille;
mod checks;
mod compare;
mod conditional;
mod crossings;
mod csv;
mod determinism;
mod discovery;
mod docs;
mod embed;
mod filters;
mod headers;
mod hostile;
mod journeys;
mod links;
mod map;
mod map_drawing;
mod matcher;
mod one_way;
mod openapi;
mod operator;
mod outline;
mod pack;
mod pages;
mod program;
mod random;
mod real_data;
mod reload;
mod search;
mod serving;
mod sharing;
mod snapshots;
mod support;
mod templates;
