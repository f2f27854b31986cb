//! Which arrows the roles of a catalogue give.
//!
//! - *Progression*: as written; once for each kind of way in by which it may be made (see [`ScoredRoutes::explain`]).
//! - *Entry* from a role: an entry route that asks for the role, where no progression already joins the two.
//! - *Entry* from a qualification: an entry route that asks for it. Somebody who holds a higher one may take it too, and so may
//!   somebody in a role in which everybody holds it.
//! - A registered professional is somebody in any role for which one must register: every arrow that starts in such a role by a
//!   progression or an entry route is open.

use std::collections::BTreeMap;

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::network::csr::Csr;
use crate::catalogue::journeys::network::edge::{Edge, EdgeOrigin};
use crate::catalogue::journeys::network::flags::EdgeFlags;
use crate::catalogue::journeys::network::guaranteed_qualifications::least_held;
use crate::catalogue::journeys::network::qualification_edges::QualificationEdge;
use crate::catalogue::journeys::network::way_in::ScoredRoutes;
use crate::catalogue::model::reference::SourceId;
use crate::catalogue::model::vocabulary::{Qualification, RegistrationNeed};

/// The arrows, as they were found.
pub(in crate::catalogue::journeys) struct RoleEdges {
    pub(in crate::catalogue::journeys) held: Vec<Qualification>,
    pub(in crate::catalogue::journeys) leaving: Csr<Edge>,
    /// What each of those that leave is.
    pub(in crate::catalogue::journeys) what: Vec<EdgeOrigin>,
    pub(in crate::catalogue::journeys) open: Vec<QualificationEdge>,
}

/// Finds every arrow.
pub(in crate::catalogue::journeys) fn find(graph: &RoleGraph) -> RoleEdges {
    let held = least_held(graph);
    let mut ways = ScoredRoutes::new(graph, &held);
    let (mut leaving, mut what) = (Csr::new(), Vec::new());
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
            way.asked.map(|asked| QualificationEdge { head: role as u32, asked, route: route as u32, traits })
        })
    });
    RoleEdges { open: open.collect(), held, leaving, what }
}

/// The arrows that leave a role: its progressions as written, then the entry routes that ask for it, by the title of the role.
fn leave(graph: &RoleGraph, role: usize, ways: &mut ScoredRoutes, held: &[Qualification]) -> Vec<(Edge, EdgeOrigin)> {
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
            let arc = Edge { head: edge.role as u32, traits: said_by(sources, explanation.traits) };
            arcs.push((arc, EdgeOrigin::Progression { progression: edge.item as u32, route }));
        }
    }
    for (head, mut routes) in start_here {
        routes.dedup();
        for route in routes {
            let sources = &graph.roles()[head].entry_routes[route].sources;
            let arc = Edge { head: head as u32, traits: said_by(sources, ways.of(head)[route].traits) };
            arcs.push((arc, EdgeOrigin::Entry { route: route as u32 }));
        }
    }
    arcs
}

/// An arrow that these sources speak of.
pub(in crate::catalogue::journeys) fn said_by(sources: &[SourceId], traits: EdgeFlags) -> EdgeFlags {
    traits.with(EdgeFlags::ONE_SOURCE, sources.len() < 2)
}

/// The registered professional's arrows: to each role, for each kind of way, the best that leaves a role with registration.
fn shared(graph: &RoleGraph, leaving: &Csr<Edge>) -> Vec<(Edge, EdgeOrigin)> {
    let mut shared = Vec::new();
    for (role, info) in graph.roles().iter().enumerate() {
        if info.registration_need() == RegistrationNeed::Needed {
            let (first, arcs) = leaving.row(role as u32);
            shared.extend(arcs.iter().zip(first..).map(|(arc, id)| (*arc, EdgeOrigin::Shared { arc: id })));
        }
    }
    shared.sort_by_key(|(arc, _)| (arc.head, arc.traits.key(), arc.traits.cost()));
    shared.dedup_by_key(|(arc, _)| (arc.head, arc.traits.key()));
    shared
}
