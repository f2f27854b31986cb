//! Dependency cycles among files.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;

use super::source_graph::SourceGraph;

/// The strongly connected components with more than one file (Tarjan 1972), sorted.
pub fn components(graph: &SourceGraph) -> Vec<BTreeSet<&str>> {
    let files = DiGraphMap::<&str, ()>::from_edges(graph.edges.keys().map(|(from, to)| (from.as_str(), to.as_str())));
    let mut components: Vec<BTreeSet<&str>> = tarjan_scc(&files)
        .into_iter()
        .filter(|files| files.len() > 1)
        .map(|files| files.into_iter().collect())
        .collect();
    components.sort();
    components
}

/// The shortest cycle within a component, each file followed by one it uses; the last uses the first.
pub fn shortest<'a>(graph: &'a SourceGraph, component: &BTreeSet<&'a str>) -> Vec<&'a str> {
    let cycles = component.iter().filter_map(|start| cycle_through(graph, component, start));
    cycles.min_by_key(Vec::len).unwrap_or_default()
}

/// The shortest cycle through `start`, by breadth-first search.
fn cycle_through<'a>(graph: &'a SourceGraph, component: &BTreeSet<&'a str>, start: &'a str) -> Option<Vec<&'a str>> {
    let mut parent: BTreeMap<&str, &str> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(file) = queue.pop_front() {
        let used = graph.edges.keys().filter(|(from, to)| from == file && component.contains(to.as_str()));
        for (_, used) in used {
            if used == start {
                let mut cycle = vec![file];
                while let Some(user) = parent.get(cycle[cycle.len() - 1]) {
                    cycle.push(user);
                }
                cycle.reverse();
                return Some(cycle);
            }
            if !parent.contains_key(used.as_str()) {
                parent.insert(used, file);
                queue.push_back(used);
            }
        }
    }
    None
}
