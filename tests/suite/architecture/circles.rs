//! Files that use each other in a circle.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;

use super::source_graph::SourceGraph;

/// Files of which each uses each other, directly or through others: the strongly connected components of two files or
/// more. Each is in order, and so are they.
pub fn knots(graph: &SourceGraph) -> Vec<BTreeSet<&str>> {
    let files = DiGraphMap::<&str, ()>::from_edges(graph.arrows.keys().map(|(from, to)| (from.as_str(), to.as_str())));
    let mut knots: Vec<BTreeSet<&str>> = tarjan_scc(&files)
        .into_iter()
        .filter(|files| files.len() > 1)
        .map(|files| files.into_iter().collect())
        .collect();
    knots.sort();
    knots
}

/// The shortest circle within a knot: its files in the order of use, without the first again at its end.
pub fn shortest<'a>(graph: &'a SourceGraph, knot: &BTreeSet<&'a str>) -> Vec<&'a str> {
    let circles = knot.iter().filter_map(|start| circle_through(graph, knot, start));
    circles.min_by_key(Vec::len).unwrap_or_default()
}

/// Breadth first from a file back to it.
fn circle_through<'a>(graph: &'a SourceGraph, knot: &BTreeSet<&'a str>, start: &'a str) -> Option<Vec<&'a str>> {
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(file) = queue.pop_front() {
        let used = graph.arrows.keys().filter(|(from, to)| from == file && knot.contains(to.as_str()));
        for (_, used) in used {
            if used == start {
                let mut circle = vec![file];
                while let Some(previous) = before.get(circle[circle.len() - 1]) {
                    circle.push(previous);
                }
                circle.reverse();
                return Some(circle);
            }
            if !before.contains_key(used.as_str()) {
                before.insert(used, file);
                queue.push_back(used);
            }
        }
    }
    None
}
