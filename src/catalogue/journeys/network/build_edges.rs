//! The edges that the roles of a catalogue give.
//!
//! - *Progression*: as written, once for each key of the entry routes by which it may be made (see [`ScoredRoutes::explain`]).
//! - *Entry* from a role: an entry route that asks for the role, where no progression joins the two.
//! - *Entry* from a qualification: an entry route that asks for it. It is open to those who hold a higher one, and to those in
//!   a role in which everybody holds it.
//! - A registered professional is somebody in any role with registration: every edge above that leaves such a role is open.

use std::collections::BTreeMap;

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::network::csr::Csr;
use crate::catalogue::journeys::network::edge::{Edge, EdgeOrigin};
use crate::catalogue::journeys::network::flags::EdgeFlags;
use crate::catalogue::journeys::network::guaranteed_qualifications::guaranteed_qualifications;
use crate::catalogue::journeys::network::qualification_edges::QualificationEdge;
use crate::catalogue::journeys::network::scored_routes::ScoredRoutes;
use crate::catalogue::model::indexes::{Qualification, SourceIndex};
use crate::catalogue::model::lists::QualificationLadder;
use crate::catalogue::model::vocabulary::RegistrationNeed;

/// The edges of the roles.
pub struct RoleEdges {
    /// The guaranteed qualification of each role.
    pub held: Vec<Qualification>,
    /// The edges that leave each role, then those of the registered professional.
    pub outgoing: Csr<Edge>,
    /// What each of these edges is.
    pub origins: Vec<EdgeOrigin>,
    /// The entry routes that ask for a qualification.
    pub qualification_edges: Vec<QualificationEdge>,
}

/// Finds the edges of the roles, in O(e log e) for e progressions and entry routes.
pub fn find(graph: &RoleGraph, ladder: &QualificationLadder) -> RoleEdges {
    let held = guaranteed_qualifications(graph, ladder);
    let mut scored = ScoredRoutes::new(graph, ladder, &held);
    let (mut outgoing, mut origins) = (Csr::new(), Vec::new());
    for role in 0..graph.roles().len() {
        for (edge, origin) in outgoing_edges(graph, role, &mut scored, &held) {
            outgoing.push(edge);
            origins.push(origin);
        }
        outgoing.end_row();
    }
    for (edge, origin) in shared(graph, &outgoing) {
        outgoing.push(edge);
        origins.push(origin);
    }
    outgoing.end_row();
    let qualification_edges = (0..graph.roles().len()).flat_map(|role| {
        scored.of(role).iter().enumerate().filter_map(move |(route, way)| {
            let flags = if way.is_experience { way.flags.asking_more() } else { way.flags };
            let flags = with_sources(&graph.roles()[role].entry_routes[route].sources, flags);
            way.asked.map(|asked| QualificationEdge { head: role as u32, asked, route: route as u32, flags })
        })
    });
    RoleEdges { qualification_edges: qualification_edges.collect(), held, outgoing, origins }
}

/// The edges that leave a role: its progressions as written, then the entry routes that ask for it, by the title of the role
/// they lead to.
fn outgoing_edges(
    graph: &RoleGraph,
    role: usize,
    scored: &mut ScoredRoutes,
    held: &[Qualification],
) -> Vec<(Edge, EdgeOrigin)> {
    let mut start_here: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for adjacent in graph.entry_edges(role).iter().filter(|adjacent| adjacent.role != role) {
        start_here.entry(adjacent.role).or_default().push(adjacent.item);
    }
    let mut edges = Vec::new();
    let mut progressed = BTreeMap::new();
    for adjacent in graph.forward_edges(role).iter().filter(|adjacent| adjacent.role != role) {
        if progressed.insert(adjacent.role, adjacent.item).is_some() {
            continue;
        }
        let routes = start_here.remove(&adjacent.role).unwrap_or_default();
        for explanation in scored.explain(adjacent.role, held[role], &routes) {
            let route = explanation.route.map(|route| route as u32);
            let sources = &graph.roles()[role].progressions[adjacent.item].sources;
            let edge = Edge { head: adjacent.role as u32, flags: with_sources(sources, explanation.flags) };
            edges.push((edge, EdgeOrigin::Progression { progression: adjacent.item as u32, route }));
        }
    }
    for (head, mut routes) in start_here {
        routes.dedup();
        for route in routes {
            let sources = &graph.roles()[head].entry_routes[route].sources;
            let edge = Edge { head: head as u32, flags: with_sources(sources, scored.of(head)[route].flags) };
            edges.push((edge, EdgeOrigin::Entry { route: route as u32 }));
        }
    }
    edges
}

/// An edge that these sources speak of.
pub fn with_sources(sources: &[SourceIndex], flags: EdgeFlags) -> EdgeFlags {
    flags.with(EdgeFlags::ONE_SOURCE, sources.len() < 2)
}

/// The edges of the registered professional: of all edges that leave a role with registration, the cheapest to each role for
/// each key.
fn shared(graph: &RoleGraph, outgoing: &Csr<Edge>) -> Vec<(Edge, EdgeOrigin)> {
    let mut shared = Vec::new();
    for (role, info) in graph.roles().iter().enumerate() {
        if info.registration_need() == RegistrationNeed::Needed {
            let (first, edges) = outgoing.row(role as u32);
            shared.extend(edges.iter().zip(first..).map(|(edge, id)| (*edge, EdgeOrigin::Shared { edge: id })));
        }
    }
    shared.sort_by_key(|(edge, _)| (edge.head, edge.flags.key(), edge.flags.cost()));
    shared.dedup_by_key(|(edge, _)| (edge.head, edge.flags.key()));
    shared
}
