//! The house: who may use whom, and that names, folders and lists agree.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use career_pathways::web::addresses;

use crate::support::{TestSite, shipped};

/// What each part may use beside itself. A part that is not here may not be.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("catalogue", &[]),
    ("text_wrap", &[]),
    ("braille", &["text_wrap"]),
    ("map_layout", &["text_wrap"]),
    ("content", &["catalogue"]),
    ("web", &["braille", "catalogue", "map_layout", "text_wrap"]),
    ("serve", &["catalogue", "content", "web"]),
    ("export", &["catalogue", "content", "web"]),
    ("cli", &["catalogue", "braille", "content", "web", "serve", "export"]),
];

/// What a part may not name, and why.
const MAY_NOT_NAME: [(&str, &[&str], &str); 4] = [
    (
        "catalogue",
        &[
            "std::fs",
            "std::io",
            "std::net",
            "std::path",
            "std::time",
            "serde",
            "axum",
            "http::",
            "askama",
            "Timestamp",
            "Zoned",
        ],
        "it is pure: no files, no YAML, no HTTP, no HTML, no clock",
    ),
    ("web", &["std::fs", "tokio::fs", "std::path::Path", "serde_yaml"], "it shows a catalogue and knows no files"),
    ("serve", &["serde_yaml", "askama"], "it only listens"),
    ("cli", &["serde_yaml", "askama"], "it only reads the command line"),
];

/// What only one place may name, and why.
const ONLY_IN: [(&str, &str, &str); 4] = [
    ("serde_yaml", "content/", "content is the only part that knows YAML"),
    ("CACHE_CONTROL", "web/http/headers.rs", "headers.rs is the only writer of cache headers"),
    ("CONTENT_SECURITY_POLICY", "web/http/headers.rs", "headers.rs is the only writer of security headers"),
    ("SET_COOKIE", "nowhere", "there are no cookies"),
];

/// What stands above open data, pictures and files.
const NOT_PAGES: [&str; 4] = ["/api/v1/roles/", "/assets/", "/embed/roles/", "/og/roles/"];

const MOST_LINES: usize = 400;

/// The text of each file below a folder of the project, by its path within the folder.
pub fn files(folder: &str) -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = BTreeMap::new();
    let mut open = vec![root.clone()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap().map(Result::unwrap) {
            let path = entry.path();
            let name = entry.file_name().into_string().unwrap();
            if path.is_dir() && name != "node_modules" {
                open.push(path);
            } else if path.is_file() && !name.starts_with('.') {
                let within = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
                found.insert(within, String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned());
            }
        }
    }
    assert!(!found.is_empty(), "{folder} is empty");
    found
}

/// The code of a file: without comments, and without its tests.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]").next().unwrap_or_default();
    before_tests.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Fails with all faults, one a line.
#[track_caller]
pub fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn each_part_uses_only_the_parts_it_may() {
    let may_use: BTreeMap<_, _> = MAY_USE.into_iter().collect();
    let mut faults = Vec::new();
    for (file, text) in files("src") {
        let Some((part, _)) = file.split_once('/') else { continue };
        let Some(allowed) = may_use.get(part) else {
            faults.push(format!("src/{part} is a part of which nobody said what it may use"));
            continue;
        };
        for (at, _) in code(&text).match_indices("crate::") {
            let used = code(&text)[at + "crate::".len()..]
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .next()
                .unwrap_or_default()
                .to_owned();
            if used != part && !allowed.contains(&used.as_str()) {
                faults.push(format!("src/{file} uses {used}; {part} may use {allowed:?}"));
            }
        }
    }
    none(&faults);
}

#[test]
fn each_part_names_only_what_it_may_know() {
    let mut faults = Vec::new();
    for (file, text) in files("src") {
        for (part, banned, why) in MAY_NOT_NAME {
            if file.starts_with(&format!("{part}/")) {
                let named = banned.iter().filter(|word| code(&text).contains(**word));
                faults.extend(named.map(|word| format!("src/{file} names {word}; {why}")));
            }
        }
        for (word, place, why) in ONLY_IN {
            if !file.starts_with(place) && code(&text).contains(word) {
                faults.push(format!("src/{file} names {word}; {why}"));
            }
        }
    }
    none(&faults);
}

#[test]
fn the_map_of_the_house_names_every_part() {
    let sources = files("src");
    let map = &sources["lib.rs"];
    for part in map.lines().filter_map(|line| line.strip_prefix("pub mod ")) {
        let name = format!("`{}`", part.trim_end_matches(';'));
        let says = |line: &str| line.starts_with("//! - ") && line.contains(&name);
        assert!(map.lines().any(says), "lib.rs does not say who may use {name}");
    }
}

#[test]
fn no_file_is_longer_than_a_reader_can_hold() {
    let long =
        files("src").into_iter().filter(|(name, text)| name.ends_with(".rs") && text.lines().count() > MOST_LINES);
    none(&long.map(|(file, text)| format!("src/{file} has {} lines", text.lines().count())).collect::<Vec<_>>());
}

#[test]
fn each_file_of_tests_is_run() {
    let suite = files("tests/suite");
    let modules =
        suite.keys().filter_map(|name| name.strip_suffix(".rs")).filter(|name| *name != "main" && !name.contains('/'));
    let mut faults: Vec<String> = modules
        .filter(|name| !suite["main.rs"].lines().any(|line| line == format!("mod {name};")))
        .map(|name| format!("tests/suite/{name}.rs is not in main.rs"))
        .collect();
    let browser = files("tests/browser");
    let tests =
        browser.keys().filter(|name| name.ends_with(".test.mjs") && !browser["main.mjs"].contains(name.as_str()));
    faults.extend(tests.map(|name| format!("tests/browser/{name} is not in main.mjs")));
    let checks = browser.keys().filter(|name| name.starts_with("checks/"));
    let unused = checks.filter(|name| !browser["pages.test.mjs"].contains(name.as_str()));
    faults.extend(unused.map(|name| format!("tests/browser/{name} is not in pages.test.mjs")));
    none(&faults);
}

#[tokio::test]
async fn each_route_that_shows_a_page_is_in_the_list_of_pages() {
    let listed = addresses::pages(&shipped());
    let site = TestSite::real();
    let sources = files("src");
    let routes = sources["web/mod.rs"].split(".route(\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut faults = Vec::new();
    for route in routes {
        let is_listed = match route.split_once('{') {
            Some((above, _)) => NOT_PAGES.contains(&above) || listed.iter().any(|address| address.starts_with(above)),
            None => site.get(route).await.own_path().is_none_or(|path| listed.contains(&path)),
        };
        if !is_listed {
            faults.push(format!("add to web/addresses.rs: {route}"));
        }
    }
    none(&faults);
}
