//! Which arrows the roles of a catalogue give.
//!
//! - *Progression*: as written; once for each kind of way in by which it may be made (see [`WaysIn::explain`]).
//! - *Entry* from a role: an entry route that asks for the role, where no progression already joins the two.
//! - *Entry* from a qualification: an entry route that asks for it. Somebody who holds a higher one may take it too, and so may
//!   somebody in a role in which everybody holds it.
//! - A registered professional is somebody in any role for which one must register: every arrow that starts in such a role by a
//!   progression or an entry route is open.

use std::collections::BTreeMap;

use super::super::graph::RoleGraph;
use super::super::reference::SourceId;
use super::super::vocabulary::{Qualification, RegistrationNeed};
use super::held::least_held;
use super::network::{Arc, What};
use super::open_ways::Open;
use super::rows::Rows;
use super::traits::Traits;
use super::way_in::WaysIn;

/// The arrows, as they were found.
pub(super) struct Found {
    pub(super) held: Vec<Qualification>,
    pub(super) leaving: Rows<Arc>,
    /// What each of those that leave is.
    pub(super) what: Vec<What>,
    pub(super) open: Vec<Open>,
}

/// Finds every arrow.
pub(super) fn find(graph: &RoleGraph) -> Found {
    let held = least_held(graph);
    let mut ways = WaysIn::new(graph, &held);
    let (mut leaving, mut what) = (Rows::new(), Vec::new());
    for role in 0..graph.roles().len() {
        for (arc, is) in leave(graph, role, &mut ways, &held) {
            leaving.push(arc);
            what.push(is);
        }
        leaving.end_row();
    }
    for (arc, is) in shared(graph, &leaving) {
        leaving.push(arc);
        what.push(is);
    }
    leaving.end_row();
    let open = (0..graph.roles().len()).flat_map(|role| {
        ways.of(role).iter().enumerate().filter_map(move |(route, way)| {
            let traits = said_by(&graph.roles()[role].entry_routes[route].sources, way.traits);
            way.asked.map(|asked| Open { head: role as u32, asked, route: route as u32, traits })
        })
    });
    Found { open: open.collect(), held, leaving, what }
}

/// The arrows that leave a role: its progressions as written, then the entry routes that ask for it, by the title of the role.
fn leave(graph: &RoleGraph, role: usize, ways: &mut WaysIn, held: &[Qualification]) -> Vec<(Arc, What)> {
    let mut start_here: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for edge in graph.entry_edges(role).iter().filter(|edge| edge.role != role) {
        start_here.entry(edge.role).or_default().push(edge.item);
    }
    let mut arcs = Vec::new();
    let mut progressed = BTreeMap::new();
    for edge in graph.forward_edges(role).iter().filter(|edge| edge.role != role) {
        if progressed.insert(edge.role, edge.item).is_some() {
            continue;
        }
        let routes = start_here.remove(&edge.role).unwrap_or_default();
        for explanation in ways.explain(edge.role, held[role], &routes) {
            let route = explanation.route.map(|route| route as u32);
            let sources = &graph.roles()[role].progressions[edge.item].sources;
            let arc = Arc { head: edge.role as u32, traits: said_by(sources, explanation.traits) };
            arcs.push((arc, What::Progression { progression: edge.item as u32, route }));
        }
    }
    for (head, mut routes) in start_here {
        routes.dedup();
        for route in routes {
            let sources = &graph.roles()[head].entry_routes[route].sources;
            let arc = Arc { head: head as u32, traits: said_by(sources, ways.of(head)[route].traits) };
            arcs.push((arc, What::Entry { route: route as u32 }));
        }
    }
    arcs
}

/// An arrow that these sources speak of.
pub(super) fn said_by(sources: &[SourceId], traits: Traits) -> Traits {
    traits.with(Traits::ONE_SOURCE, sources.len() < 2)
}

/// The registered professional's arrows: to each role, for each kind of way, the best that leaves a role with registration.
fn shared(graph: &RoleGraph, leaving: &Rows<Arc>) -> Vec<(Arc, What)> {
    let mut shared = Vec::new();
    for (role, info) in graph.roles().iter().enumerate() {
        if info.registration_need() == RegistrationNeed::Needed {
            let (first, arcs) = leaving.row(role as u32);
            shared.extend(arcs.iter().zip(first..).map(|(arc, id)| (*arc, What::Shared { arc: id })));
        }
    }
    shared.sort_by_key(|(arc, _)| (arc.head, arc.traits.key(), arc.traits.cost()));
    shared.dedup_by_key(|(arc, _)| (arc.head, arc.traits.key()));
    shared
}
