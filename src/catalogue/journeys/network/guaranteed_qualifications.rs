//! The qualifications that people hold by being in a role.

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::model::indexes::Qualification;
use crate::catalogue::model::lists::QualificationLadder;
use crate::catalogue::model::role::{EntryRoute, Role};

/// For each role, the least qualification that everybody in it must have gained.
///
/// An entry route guarantees the higher of what it asks for and what it leads to; a route that asks for a role asks for what
/// that role guarantees. A role guarantees the lowest of its routes. Where two roles ask for each other, neither guarantees
/// anything: the result is the least fixed point. A role that a register must admit guarantees what the register asks for at
/// least. A trainee (see [`trains_for`]) does not hold what the training leads to.
///
/// For each qualification in turn, the roles that guarantee it are found by counting down what is still open for each route (W.
/// F. Dowling and J. H. Gallier, "Linear-time algorithms for testing the satisfiability of propositional Horn formulae", 1984),
/// in time linear in the number of routes and of what they ask for.
pub fn guaranteed_qualifications(graph: &RoleGraph, ladder: &QualificationLadder) -> Vec<Qualification> {
    let mut held = vec![Qualification::default(); graph.roles().len()];
    for qualification in ladder.all().skip(1) {
        for role in guaranteeing(graph, ladder, qualification) {
            held[role] = qualification;
        }
    }
    held
}

/// The roles that guarantee this qualification or a higher one.
fn guaranteeing(graph: &RoleGraph, ladder: &QualificationLadder, qualification: Qualification) -> Vec<usize> {
    let mut routes_open: Vec<usize> = graph.roles().iter().map(|role| role.entry_routes.len()).collect();
    let open_in = |role: &Role| {
        let gains = !is_trainee(graph, role);
        role.entry_routes.iter().map(|route| still_open(route, gains, ladder, qualification)).collect()
    };
    let mut asked_open: Vec<Vec<usize>> = graph.roles().iter().map(open_in).collect();
    let mut guaranteeing: Vec<usize> = Vec::new();
    for (role, asked) in asked_open.iter().enumerate() {
        routes_open[role] -= asked.iter().filter(|open| **open == 0).count();
        if routes_open[role] == 0 && !asked.is_empty() {
            guaranteeing.push(role);
        } else if graph.roles()[role].registration_floor() >= qualification {
            routes_open[role] = usize::MAX;
            guaranteeing.push(role);
        }
    }
    let mut done = 0;
    while let Some(&role) = guaranteeing.get(done) {
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
                    guaranteeing.push(adjacent.role);
                }
            }
        }
    }
    guaranteeing
}

/// Whether people in a role train for another: its progression leads there, and each of its ways in is the training of that
/// role, of the same kind, from the same qualification and to the same level.
pub fn trains_for(trainee: &Role, qualified: &Role) -> bool {
    let training = |route: &EntryRoute| (route.kind, route.level, route.qualification_asked());
    trainee.level() < qualified.level()
        && !trainee.entry_routes.is_empty()
        && trainee.entry_routes.iter().all(|route| {
            route.level.is_some() && qualified.entry_routes.iter().any(|other| training(other) == training(route))
        })
}

/// Whether people in a role train for one that it is printed to lead to.
fn is_trainee(graph: &RoleGraph, role: &Role) -> bool {
    graph.successors(role).any(|step| trains_for(role, step.to))
}

/// How many of the things a route asks for, any one of which is enough, do not guarantee the qualification yet. What the route
/// leads to counts for those who have gained it by working in the role.
fn still_open(route: &EntryRoute, gains: bool, ladder: &QualificationLadder, qualification: Qualification) -> usize {
    if gains && route.level.is_some_and(|level| ladder.of_level(level) >= qualification) {
        return 0;
    }
    let lower = route.qualifications_asked().filter(|asked| *asked < qualification).count();
    // What is not recorded guarantees nothing, ever.
    lower + route.roles_asked().count() + usize::from(route.asks_for_what_is_not_recorded())
}
