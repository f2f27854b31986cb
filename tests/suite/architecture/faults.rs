//! What is wrong with the order of a crate, and the list of what was wrong when this began to be held.

use std::collections::{BTreeMap, BTreeSet};

use super::circles;
use super::layers::{self, Rules};
use super::source_graph::SourceGraph;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// What names it in the list of known faults: the same until it is mended or its files move.
    pub key: String,
    /// What a person reads, with the line.
    pub message: String,
}

/// Everything that is wrong with who uses whom, with circles and with names, in order.
pub fn of_graph(graph: &SourceGraph, rules: &Rules<'_>) -> Vec<Fault> {
    let plain = |message: String| Fault { key: message.clone(), message };
    let mut faults: Vec<Fault> = graph.faults.iter().cloned().chain(rules.unmatched(&graph.files)).map(plain).collect();
    for ((from, to), place) in &graph.arrows {
        if let Some(why) = rules.against(from, to) {
            faults.push(Fault {
                key: format!("{from} uses {to}"),
                message: format!("src/{from}:{} uses src/{to} by `{}`: {why}", place.line, place.path),
            });
        }
    }
    for knot in circles::knots(graph) {
        let circle = circles::shortest(graph, &knot);
        let steps: Vec<String> = circle
            .iter()
            .zip(circle.iter().cycle().skip(1))
            .map(|(from, to)| {
                let place = &graph.arrows[&((*from).to_owned(), (*to).to_owned())];
                format!("    src/{from}:{} uses src/{to} by `{}`", place.line, place.path)
            })
            .collect();
        faults.push(Fault {
            key: format!("circle: {}", knot.iter().copied().collect::<Vec<_>>().join(" ")),
            message: format!("{} files use each other in a circle; the shortest:\n{}", knot.len(), steps.join("\n")),
        });
    }
    for (name, files) in names_of_several(graph) {
        let places: Vec<String> = files.iter().map(|file| format!("src/{file}")).collect();
        faults.push(Fault {
            key: format!("{} public types are called {name}", files.len()),
            message: format!("{} public types are called {name}: {}", files.len(), places.join(", ")),
        });
    }
    faults.sort();
    faults
}

/// Each name that several public types have, and their files.
pub fn names_of_several(graph: &SourceGraph) -> BTreeMap<&str, Vec<&str>> {
    let mut names: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for item in &graph.types {
        names.entry(&item.name).or_default().push(&item.file);
    }
    names.retain(|_, files| files.len() > 1);
    names
}

/// What is wrong and not on the list, and what is on the list and no longer wrong.
pub fn beside_the_list(faults: &[Fault], known: &str) -> Vec<String> {
    let known: BTreeSet<&str> = known.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let keys: BTreeSet<&str> = faults.iter().map(|fault| fault.key.as_str()).collect();
    let new = faults.iter().filter(|fault| !known.contains(fault.key.as_str())).map(|fault| fault.message.clone());
    let mended = known.difference(&keys).map(|key| format!("remove it from the list, it is no longer so: {key}"));
    new.chain(mended).collect()
}

/// The list that has these faults and keeps the comment of the old one.
pub fn list(faults: &[Fault], old: &str) -> String {
    let comment = old.lines().take_while(|line| line.starts_with('#'));
    let keys = faults.iter().map(|fault| fault.key.as_str());
    comment.chain([""]).chain(keys).map(|line| format!("{line}\n")).collect()
}

/// What `src/lib.rs` should say of who may use whom, if it says something else.
pub fn of_docs(lib: &str, rules: &Rules<'_>) -> Option<String> {
    layers::to_paste(rules, lib).map(|docs| format!("src/lib.rs differs from the table; paste into it:\n\n{docs}"))
}
