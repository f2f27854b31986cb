//! The architecture: layers, dependency cycles, names, and that folders and lists agree.
//!
//! `layers.rs` has the rules.

mod cycles;
mod error_types;
mod layers;
mod module_tree;
mod paths;
mod planted;
mod source_graph;
mod violations;
pub mod web_code;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use career_pathways::web::addresses;

use crate::support::{TestSite, shipped};
use layers::{LAYERS, PARTS, Rules};
use source_graph::SourceGraph;

const RULES: Rules<'_> = Rules { parts: PARTS, layers: LAYERS };

/// The graph of `src/`, built once.
static GRAPH: LazyLock<SourceGraph> = LazyLock::new(|| SourceGraph::read(&files("src"), "career_pathways"));

/// What a part may not name, and why: the beginning of a path, or one capitalized segment anywhere in it.
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
            "serde_json",
            "axum",
            "http",
            "askama",
            "Timestamp",
            "Zoned",
        ],
        "it is pure: no files, no YAML, no HTTP, no HTML, no clock",
    ),
    ("web", &["std::fs", "tokio::fs", "std::path", "serde_yaml"], "it shows a catalogue and knows no files"),
    ("serve", &["serde_yaml", "askama"], "it only listens"),
    ("cli", &["serde_yaml", "askama"], "it only reads the command line"),
];

/// What only one folder or file may name, and why; by the beginning or end of its path.
const ONLY_IN: [(&str, &str, &str); 4] = [
    ("serde_yaml", "content/", "content is the only part that knows YAML"),
    ("CACHE_CONTROL", "headers.rs", "headers.rs is the only writer of cache headers"),
    ("CONTENT_SECURITY_POLICY", "headers.rs", "headers.rs is the only writer of security headers"),
    ("SET_COOKIE", "nowhere", "there are no cookies"),
];

/// The beginnings of addresses that are no pages: open data, pictures and files.
const NOT_PAGES: [&str; 5] = ["/api/v1/", "/api/v1/roles/", "/assets/", "/embed/roles/", "/og/roles/"];

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

/// Fails with all violations, one a line.
#[track_caller]
pub fn none(violations: &[String]) {
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));
}

#[test]
fn no_file_breaks_the_layers_no_files_use_each_other_in_a_cycle_and_no_two_public_types_share_a_name() {
    let found = violations::of_graph(&GRAPH, &RULES);
    none(&found.into_iter().map(|violation| violation.message).collect::<Vec<_>>());
}

#[test]
fn the_docs_of_the_crate_have_the_layering_rules() {
    none(&violations::of_docs(&files("src")["lib.rs"], &RULES).into_iter().collect::<Vec<_>>());
}

#[test]
fn figures() {
    let sources = files("src");
    let mut lengths: Vec<usize> = GRAPH.files.iter().map(|file| sources[file].lines().count()).collect();
    lengths.sort_unstable();
    let components = cycles::components(&GRAPH);
    println!(
        "{} files, median {} lines, longest {}; {} edges; {} cycles, of {} files; {} edges against the layers; \
         {} names shared by public types",
        lengths.len(),
        lengths[lengths.len() / 2],
        lengths[lengths.len() - 1],
        GRAPH.edges.len(),
        components.len(),
        components.iter().map(|component| component.len()).sum::<usize>(),
        GRAPH.edges.keys().filter(|(from, to)| RULES.against(from, to).is_some()).count(),
        violations::duplicate_names(&GRAPH).len(),
    );
}

#[test]
fn each_part_names_only_what_it_may_know() {
    none(&names_against(&GRAPH));
}

/// Paths into other crates that a file may not name.
fn names_against(graph: &SourceGraph) -> Vec<String> {
    let mut violations = Vec::new();
    for (file, names) in &graph.external {
        for (name, line) in names {
            let here = || format!("src/{file}:{line} names {}", name.join("::"));
            for (part, banned, why) in MAY_NOT_NAME {
                if file.starts_with(&format!("{part}/")) && banned.iter().any(|word| is_named(word, name)) {
                    violations.push(format!("{}; {why}", here()));
                }
            }
            for (word, place, why) in ONLY_IN {
                if !file.starts_with(place) && !file.ends_with(place) && is_named(word, name) {
                    violations.push(format!("{}; {why}", here()));
                }
            }
        }
    }
    violations
}

/// Whether a path begins with a banned one, or has a banned capitalized segment.
fn is_named(banned: &str, path: &[String]) -> bool {
    let words: Vec<&str> = banned.split("::").collect();
    if banned.starts_with(char::is_uppercase) {
        path.iter().any(|word| word == banned)
    } else {
        path.len() > 1 && path.len() >= words.len() && path.iter().zip(words).all(|(word, banned)| word == banned)
    }
}

#[test]
fn each_dependency_is_used_and_says_why_it_is_there() {
    let manifest = &fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let tests: String =
        ["tests/suite", "tests/data", "benches"].into_iter().flat_map(|folder| files(folder).into_values()).collect();
    let sources: String = files("src").into_values().collect();
    let mut violations = Vec::new();
    let mut section = "";
    for (line, above) in manifest.lines().skip(1).zip(manifest.lines()) {
        if line.starts_with('[') {
            section = line;
        }
        let Some((name, _)) = line.split_once(" = ").filter(|(name, _)| !name.starts_with('#')) else { continue };
        let krate = name.replace('-', "_");
        let is_used = match section {
            "[dependencies]" => GRAPH.external.values().flat_map(BTreeMap::keys).any(|path| path[0] == krate),
            // For the unit tests under src/ as well.
            "[dev-dependencies]" => [&tests, &sources].iter().any(|text| text.contains(&format!("{krate}::"))),
            _ => continue,
        };
        if !is_used {
            violations.push(format!("Cargo.toml: {name} is used by nobody"));
        }
        if !line.contains(" # ") && !above.starts_with("# ") {
            violations.push(format!("Cargo.toml: no comment says why {name} is there"));
        }
    }
    none(&violations);
}

#[test]
fn no_file_lies_beside_a_folder_of_its_name() {
    let sources = files("src");
    let beside = sources.keys().filter_map(|file| Some((file, format!("{}/", file.strip_suffix(".rs")?))));
    let split = beside.filter(|(_, folder)| sources.keys().any(|file| file.starts_with(folder)));
    none(&split.map(|(file, folder)| format!("move src/{file} to src/{folder}mod.rs")).collect::<Vec<_>>());
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
    let modules = suite.keys().filter_map(|name| name.strip_suffix("/mod.rs").or(name.strip_suffix(".rs")));
    let modules = modules.filter(|name| *name != "main" && !name.contains('/'));
    let mut violations: Vec<String> = modules
        .filter(|name| !suite["main.rs"].lines().any(|line| line == format!("mod {name};")))
        .map(|name| format!("tests/suite/{name}.rs is not in main.rs"))
        .collect();
    let browser = files("tests/browser");
    let tests =
        browser.keys().filter(|name| name.ends_with(".test.mjs") && !browser["main.mjs"].contains(name.as_str()));
    violations.extend(tests.map(|name| format!("tests/browser/{name} is not in main.mjs")));
    // `checks.test.mjs` only proves that each check can fail.
    let users = || browser.iter().filter(|(name, _)| *name != "checks.test.mjs");
    let checks = browser.keys().filter_map(|name| name.strip_prefix("checks/")).filter(|name| *name != "all.mjs");
    let unused = checks.filter(|name| !users().any(|(_, text)| text.contains(&format!("/{name}'"))));
    violations.extend(unused.map(|name| format!("no test uses tests/browser/checks/{name}")));
    none(&violations);
}

#[tokio::test]
async fn each_route_that_shows_a_page_is_in_the_list_of_pages() {
    let listed = addresses::pages(&shipped());
    let site = TestSite::real();
    let routes = web_code::routes(&files("src"));
    let mut violations = Vec::new();
    assert!(routes.len() > 20, "only {} routes were found", routes.len());
    for route in &routes {
        let is_listed = match route.split_once('{') {
            Some((above, _)) => NOT_PAGES.contains(&above) || listed.iter().any(|address| address.starts_with(above)),
            None => site.get(route).await.own_path().is_none_or(|path| listed.contains(&path)),
        };
        if !is_listed {
            violations.push(format!(
                "add to PAGES of src/site_map.rs, or where it depends on the data to src/web/addresses.rs: {route}"
            ));
        }
    }
    none(&violations);
}
