//! What people hold by being in a role.

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::model::indexes::Qualification;
use crate::catalogue::model::lists::QualificationLadder;
use crate::catalogue::model::role::EntryRoute;

/// For each role the least qualification that anybody in it must have gained.
///
/// Each way in gives the higher of what it asks for and what it leads to; a way in that asks for a role asks for what
/// people in that role hold. The lowest of all ways counts, so that nothing is promised on behalf of a role that some enter
/// with less. Where two roles ask for each other, neither promises anything.
///
/// For each qualification in turn, the roles that promise it are found by counting down what is still open for each way in
/// (W. F. Dowling and J. H. Gallier, "Linear-time algorithms for testing the satisfiability of propositional Horn
/// formulae", 1984): linear in the data, whatever refers to what.
pub(in crate::catalogue::journeys) fn guaranteed_qualifications(
    graph: &RoleGraph,
    ladder: &QualificationLadder,
) -> Vec<Qualification> {
    let mut held = vec![Qualification::default(); graph.roles().len()];
    for qualification in ladder.all().skip(1) {
        for role in promising(graph, ladder, qualification) {
            held[role] = qualification;
        }
    }
    held
}

/// The roles in which everybody holds this qualification or a higher one.
fn promising(graph: &RoleGraph, ladder: &QualificationLadder, qualification: Qualification) -> Vec<usize> {
    let mut routes_open: Vec<usize> = graph.roles().iter().map(|role| role.entry_routes.len()).collect();
    let mut asked_open: Vec<Vec<usize>> = graph
        .roles()
        .iter()
        .map(|role| role.entry_routes.iter().map(|route| still_open(route, ladder, qualification)).collect())
        .collect();
    let mut promising: Vec<usize> = Vec::new();
    for (role, asked) in asked_open.iter().enumerate() {
        routes_open[role] -= asked.iter().filter(|open| **open == 0).count();
        if routes_open[role] == 0 && !asked.is_empty() {
            promising.push(role);
        }
    }
    let mut done = 0;
    while let Some(&role) = promising.get(done) {
        done += 1;
        for adjacent in graph.entry_edges(role) {
            let open = &mut asked_open[adjacent.role][adjacent.item];
            if *open == 0 {
                continue;
            }
            *open -= 1;
            if *open == 0 {
                routes_open[adjacent.role] -= 1;
                if routes_open[adjacent.role] == 0 {
                    promising.push(adjacent.role);
                }
            }
        }
    }
    promising
}

/// How many of the things a route asks for, any one of which is enough, do not yet promise the qualification.
fn still_open(route: &EntryRoute, ladder: &QualificationLadder, qualification: Qualification) -> usize {
    if route.level.is_some_and(|level| ladder.of_level(level) >= qualification) {
        return 0;
    }
    let lower = route.qualifications_asked().filter(|asked| *asked < qualification).count();
    lower + route.roles_asked().count()
}
