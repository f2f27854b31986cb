//! Violations of the layering rules.

use std::collections::BTreeMap;

use super::cycles;
use super::layers::{self, Rules};
use super::source_graph::SourceGraph;

/// One violation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    /// Without line numbers, for tests.
    pub key: String,
    /// For a person, with file and line.
    pub message: String,
}

/// All violations of a crate, sorted: modules, layers, cycles, errors, names.
pub fn of_graph(graph: &SourceGraph, rules: &Rules<'_>) -> Vec<Violation> {
    let plain = |message: String| Violation { key: message.clone(), message };
    let mut violations: Vec<Violation> =
        graph.errors.iter().cloned().chain(rules.uncovered(&graph.files)).map(plain).collect();
    for ((from, to), place) in &graph.edges {
        if let Some(why) = rules.against(from, to) {
            violations.push(Violation {
                key: format!("{from} uses {to}"),
                message: format!("src/{from}:{} uses src/{to} by `{}`: {why}", place.line, place.path),
            });
        }
    }
    for component in cycles::components(graph) {
        let cycle = cycles::shortest(graph, &component);
        let steps: Vec<String> = cycle
            .iter()
            .zip(cycle.iter().cycle().skip(1))
            .map(|(from, to)| {
                let place = &graph.edges[&((*from).to_owned(), (*to).to_owned())];
                format!("    src/{from}:{} uses src/{to} by `{}`", place.line, place.path)
            })
            .collect();
        violations.push(Violation {
            key: format!("cycle: {}", component.iter().copied().collect::<Vec<_>>().join(" ")),
            message: format!(
                "{} files use each other in a cycle; the shortest:\n{}",
                component.len(),
                steps.join("\n")
            ),
        });
    }
    for (file, line) in &graph.text_errors {
        violations.push(Violation {
            key: format!("{file} has a result whose error is text"),
            message: format!("src/{file}:{line} has a result whose error is text: make it a type"),
        });
    }
    for (name, files) in duplicate_names(graph) {
        let places: Vec<String> = files.iter().map(|file| format!("src/{file}")).collect();
        violations.push(Violation {
            key: format!("{} public types are called {name}", files.len()),
            message: format!("{} public types are called {name}: {}", files.len(), places.join(", ")),
        });
    }
    violations.sort();
    violations
}

/// Names shared by several public types, with the files that define them.
pub fn duplicate_names(graph: &SourceGraph) -> BTreeMap<&str, Vec<&str>> {
    let mut names: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for item in &graph.types {
        names.entry(&item.name).or_default().push(&item.file);
    }
    names.retain(|_, files| files.len() > 1);
    names
}

/// The section that `src/lib.rs` should have, if it has another.
pub fn of_docs(lib: &str, rules: &Rules<'_>) -> Option<String> {
    layers::to_paste(rules, lib)
        .map(|docs| format!("src/lib.rs differs from tests/suite/architecture/layers.rs; paste into it:\n\n{docs}"))
}
