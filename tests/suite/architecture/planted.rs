//! Violations of each kind, planted in a small crate, are found.

use std::collections::BTreeMap;

use super::layers::{Layers, Rules, to_paste};
use super::names_against;
use super::source_graph::SourceGraph;
use super::violations::{of_docs, of_graph};

/// A crate in which `web` uses `catalogue` and never the other way, and `pages` uses `links`.
const RULES: Rules<'_> = Rules {
    parts: &[("web", &["catalogue"]), ("lib", &[]), ("catalogue", &[])],
    layers: &[Layers { folder: "web", rows: &[&["mod"], &["pages", "api"], &["links"]], base: &["state"] }],
};

/// A crate without violations.
const SOUND: [(&str, &str); 7] = [
    ("lib.rs", "pub mod catalogue;\npub mod web;\n"),
    ("catalogue.rs", "pub struct Role;\n"),
    ("web/mod.rs", "pub mod api;\npub mod links;\npub mod pages;\npub mod state;\npub use pages::Page;\n"),
    (
        "web/pages.rs",
        "use super::links::address;\nuse crate::catalogue::Role;\npub struct Page;\nfn f(_: Role) { address() }\n",
    ),
    ("web/api.rs", "use super::state::State;\n"),
    ("web/links.rs", "pub fn address() {}\n"),
    ("web/state.rs", "pub struct State;\n"),
];

/// The sound crate with these files added or replaced.
fn graph(files: &[(&str, &str)]) -> SourceGraph {
    let sources: BTreeMap<String, String> =
        SOUND.iter().chain(files).map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect();
    SourceGraph::read(&sources, "planted")
}

/// The violations of the sound crate with these files, by key.
fn keys(files: &[(&str, &str)]) -> Vec<String> {
    of_graph(&graph(files), &RULES).into_iter().map(|violation| violation.key).collect()
}

#[track_caller]
fn finds(files: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(keys(files), expected);
}

#[test]
fn a_sound_crate_has_no_violation() {
    finds(&[], &[]);
    assert_eq!(graph(&[]).edges.len(), 4, "{:?}", graph(&[]).edges);
}

const UP: &str = "catalogue.rs uses web/links.rs";
const INNER: &str = "web/links.rs uses web/api.rs";

#[test]
fn a_part_that_uses_one_above_it_is_found() {
    finds(&[("catalogue.rs", "use crate::web::links::address;\n")], &[UP]);
}

#[test]
fn a_part_within_a_part_that_uses_one_above_or_beside_it_is_found() {
    finds(&[("web/links.rs", "use super::api::Answer;\npub fn address() {}\n")], &[INNER]);
    finds(&[("web/pages.rs", "use super::api::Answer;\npub struct Page;\n")], &["web/pages.rs uses web/api.rs"]);
    finds(&[("web/state.rs", "use super::links::address;\npub struct State;\n")], &["web/state.rs uses web/links.rs"]);
}

#[test]
fn a_path_of_several_supers_is_followed() {
    let deep = "pub mod deep { pub mod deeper { use super::super::super::api::Answer; } }\npub fn address() {}\n";
    finds(&[("web/links.rs", deep)], &[INNER]);
    let files = [
        ("web/links.rs", ""),
        ("web/links/mod.rs", "pub mod deep;\npub fn address() {}\n"),
        ("web/links/deep.rs", "fn f() { super::super::api::answer() }\n"),
    ];
    let violations = keys(&files);
    assert!(violations.contains(&"src/web/links/mod.rs is in no module".to_owned()), "{violations:?}");
    let files = [
        ("web/mod.rs", "pub mod api;\npub mod links;\npub mod pages;\npub mod state;\n"),
        ("web/links.rs", "mod deep;\npub fn address() {}\n"),
        ("web/links/deep.rs", "fn f() { super::super::api::answer() }\n"),
    ];
    finds(&files, &["web/links/deep.rs uses web/api.rs"]);
}

#[test]
fn code_after_an_item_for_tests_counts_and_the_item_does_not() {
    let before = "#[cfg(test)]\nmod tests { use crate::web::api::Answer; }\npub fn address() {}\n";
    finds(&[("web/links.rs", before)], &[]);
    let after = format!("{before}fn f() -> super::api::Answer {{ super::api::Answer }}\n");
    finds(&[("web/links.rs", &after)], &[INNER]);
    let within = "pub fn address() { #[cfg(test)] let a = super::api::A; }\nstruct S;\n\
                  impl S { #[cfg(all(test, unix))] fn f() { super::api::f() } }\n#[test]\nfn t() { super::api::f() }\n";
    finds(&[("web/links.rs", within)], &[]);
    let not_for_tests = "pub fn address() {}\n#[cfg(not(test))]\nfn f() { super::api::f() }\n";
    finds(&[("web/links.rs", not_for_tests)], &[INNER]);
}

#[test]
fn a_file_that_is_only_for_tests_may_use_all() {
    let files = [
        ("web/links.rs", "#[cfg(test)]\nmod sample;\npub fn address() {}\n"),
        ("web/links/sample.rs", "mod more;\nuse crate::web::api::Answer;\n"),
        ("web/links/sample/more.rs", "use crate::web::api::Answer;\n"),
    ];
    finds(&files, &[]);
    assert!(!graph(&files).files.contains("web/links/sample/more.rs"));
}

#[test]
fn a_path_without_a_use_is_found_wherever_it_stands() {
    for text in [
        "pub fn address() { crate::web::api::answer(); }",
        "pub fn address(_: &[super::api::Answer]) {}",
        "pub fn address() -> impl Fn(u8) -> super::api::Answer { |_| todo!() }",
        "pub fn address() { match 1 { super::api::ONE => {} _ => {} } }",
        "pub fn address() { println!(\"{}\", super::api::ONE); }",
        "pub fn address() { vec![[(1, super::api::Answer::new())]]; }",
        "#[derive(super::api::Answer)]\nstruct S;",
        "#[derive(Serialize)]\nstruct S { #[serde(with = \"super::api::dates\")] date: u8 }",
        "macro_rules! m { () => { $crate::web::api::answer() } }",
        "impl super::api::Answer for u8 {}",
        "fn f<T: super::api::Answer>() {}",
        "fn f() { use super::api; }",
        "fn f() { <u8 as super::api::Answer>::f() }",
        "use super::{self as above, links as own};\nfn f() { above::api::answer() }",
        "use super::*;\nfn f() { api::answer() }",
        "use super::api as other;\nfn f() { other::answer() }",
        "pub use self::more::Answer;\nmod more { pub use super::super::api::Answer; }",
    ] {
        let text = format!("{text}\npub fn address() {{}}\n");
        let found: Vec<String> = keys(&[("web/links.rs", &text)]);
        assert!(found.contains(&INNER.to_owned()), "{text}: {found:?}");
    }
}

#[test]
fn what_is_passed_on_is_used_where_it_is_defined() {
    // `Page` is defined in `pages` and passed on by `web`.
    finds(
        &[("web/links.rs", "use crate::web::Page;\npub fn address() {}\n")],
        &["cycle: web/links.rs web/pages.rs", "web/links.rs uses web/pages.rs"],
    );
    finds(
        &[("catalogue.rs", "use crate::web::Page as Sheet;\n")],
        &["catalogue.rs uses web/pages.rs", "cycle: catalogue.rs web/pages.rs"],
    );
}

#[test]
fn what_the_program_uses_of_its_library_is_followed() {
    let found = graph(&[("main.rs", "fn main() { planted::web::api::answer() }\n")]);
    assert!(found.edges.contains_key(&("main.rs".to_owned(), "web/api.rs".to_owned())), "{:?}", found.edges);
}

#[test]
fn a_part_without_a_rule_and_a_rule_without_a_part_are_found() {
    finds(
        &[("lib.rs", "pub mod catalogue;\npub mod more;\npub mod web;\n"), ("more.rs", "")],
        &["there is no rule for `more`"],
    );
    finds(
        &[("lib.rs", "pub mod web;\npub mod catalogue { pub struct Role; }\n"), ("web/lost.rs", "")],
        &[
            "src/catalogue.rs is in no module",
            "src/web/lost.rs is in no module",
            "there is a rule for `catalogue`, which is not there",
            "web/pages.rs uses lib.rs",
        ],
    );
    let files = [("web/mod.rs", "pub mod api;\npub mod links;\npub mod more;\npub mod pages;\n"), ("web/more.rs", "")];
    finds(
        &files,
        &[
            "src/web/state.rs is in no module",
            "there is a row for `web/state`, which is not there",
            "there is no row for `web/more`",
            "web/api.rs uses web/mod.rs",
        ],
    );
}

#[test]
fn a_circle_of_two_files_is_found() {
    let files = [
        ("web/pages.rs", "mod one;\nmod two;\npub struct Page;\n"),
        ("web/pages/one.rs", "use super::two::B;\npub struct A;\n"),
        ("web/pages/two.rs", "use super::one::A;\npub struct B;\n"),
    ];
    finds(&files, &["cycle: web/pages/one.rs web/pages/two.rs"]);
}

#[test]
fn a_circle_of_three_files_is_found_and_the_shortest_is_said() {
    let files = [
        ("web/pages.rs", "mod four;\nmod one;\nmod three;\nmod two;\npub struct Page;\n"),
        ("web/pages/one.rs", "use super::two::B;\npub struct A;\n"),
        ("web/pages/two.rs", "use super::{four::D, three::C};\npub struct B;\n"),
        ("web/pages/three.rs", "fn f() -> crate::web::pages::one::A { todo!() }\npub struct C;\n"),
        ("web/pages/four.rs", "use super::three::C;\npub struct D;\n"),
    ];
    let found = of_graph(&graph(&files), &RULES);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        found[0].message,
        "4 files use each other in a cycle; the shortest:\n    \
             src/web/pages/one.rs:1 uses src/web/pages/two.rs by `super::two::B`\n    \
             src/web/pages/two.rs:1 uses src/web/pages/three.rs by `super::three::C`\n    \
             src/web/pages/three.rs:1 uses src/web/pages/one.rs by `crate::web::pages::one::A`"
    );
}

#[test]
fn a_name_of_two_public_types_is_found() {
    finds(
        &[("web/links.rs", "pub fn address() {}\npub(crate) type Role = u8;\n")],
        &["2 public types are called Role"],
    );
    finds(
        &[("web/links.rs", "pub fn address() {}\nmod more { pub(super) trait Role {} }\n")],
        &["2 public types are called Role"],
    );
    let made =
        "macro_rules! made { ($($name:ident;)+) => { $(pub struct $name;)+ pub enum Page {} } }\nmade! { Role; }\n";
    finds(
        &[("web/links.rs", &format!("pub fn address() {{}}\n{made}"))],
        &["2 public types are called Page", "2 public types are called Role"],
    );
    finds(&[("web/links.rs", "pub fn address() {}\nstruct Role;\n")], &[]);
}

#[test]
fn a_result_whose_error_is_text_is_found() {
    for text in [
        "pub fn address() -> Result<u8, String> { todo!() }",
        "pub fn address() -> std::io::Result<Result<(), (String, &'static str)>> { todo!() }",
        "type Load = Box<dyn Fn() -> Result<u8, &'static str>>;\npub fn address() {}",
    ] {
        finds(&[("web/links.rs", text)], &["web/links.rs has a result whose error is text"]);
    }
    let sound =
        "pub fn address() -> Result<String, ()> { todo!() }\n#[test]\nfn t() -> Result<(), String> { todo!() }\n";
    finds(&[("web/links.rs", sound)], &[]);
}

#[test]
fn a_name_that_a_part_may_not_know_is_found_by_any_way_to_it() {
    for text in [
        "use std::fs::read;",
        "use std::{fs, mem};",
        "use std::fs as files;\nfn f() { files::read(\"\") }",
        "fn f() { ::std::fs::read(\"\") }",
        "use std as other;\nfn f() { other::fs::read(\"\") }",
        "#[cfg(test)]\nmod tests {}\nfn f() { std::fs::read(\"\") }",
        "#[derive(serde::Serialize)]\nstruct S;",
        "fn now() { jiff::Zoned::now() }",
    ] {
        let files = [("lib.rs", "pub mod catalogue;\npub mod web;"), ("catalogue/mod.rs", text)];
        let sources = files.iter().chain(&SOUND[2..]).map(|(file, text)| ((*file).to_owned(), (*text).to_owned()));
        let violations = names_against(&SourceGraph::read(&sources.collect(), "planted"));
        assert!(!violations.is_empty(), "{text}");
    }
    assert_eq!(names_against(&graph(&[])), Vec::<String>::new());
}

#[test]
fn docs_that_differ_from_the_table_are_found_and_what_to_paste_is_said() {
    let docs = to_paste(&RULES, "//! A crate.\n").unwrap();
    let lib = format!("//! A crate.\n//!\n{docs}//!\n//! # More\n//!\n//! - `web` uses all\n\npub mod web;\n");
    assert_eq!(of_docs(&lib, &RULES), None);
    let changed = lib.replace("//! - `web` uses `catalogue`\n", "//! - `web` uses nothing\n");
    assert!(
        of_docs(&changed, &RULES)
            .unwrap()
            .contains("paste into it:\n\n//! # Who may use whom\n//!\n//! - `web` uses `catalogue`\n")
    );
    assert!(of_docs(&lib.replace("links\n", "labels\n"), &RULES).is_some());
}

#[test]
fn a_violation_says_where_it_is_and_which_rule_it_breaks() {
    let violations = of_graph(&graph(&[("catalogue.rs", "use crate::web::links::address;\n")]), &RULES);
    let messages: Vec<&str> = violations.iter().map(|violation| violation.message.as_str()).collect();
    assert_eq!(
        messages,
        ["src/catalogue.rs:1 uses src/web/links.rs by `crate::web::links::address`: `catalogue` may not use `web`"]
    );
}
