//! The edges that the roles of a catalogue give.
//!
//! - *Progression*: as written, once for each key of the entry routes by which it may be made. It asks for what these ask for.
//! - *Entry* from a role: an entry route that asks for the role, or for the wider role of which it is one kind, where no
//!   progression joins the two.
//! - *Entry* from a qualification: an entry route that asks for it. It is open to those who hold a higher one, and to those in
//!   a role in which everybody holds it. None leads into a kind of a wider role that has a way in from there: one goes through
//!   the wider role.
//! - A registered professional is somebody in any [profession](professions): every edge above that leaves one is open.
//!
//! An edge is *unmet* where it asks for something that one is not known to have and that no study gives: experience; another
//! role; or to leap, two levels up or more, where a source only gives the move as an example.

use std::collections::BTreeMap;

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::network::csr::Csr;
use crate::catalogue::journeys::network::edge::{Edge, EdgeOrigin};
use crate::catalogue::journeys::network::flags::{EdgeFlags, TrainingRoute};
use crate::catalogue::journeys::network::guaranteed_qualifications::{guaranteed_qualifications, trains_for};
use crate::catalogue::journeys::network::qualification_edges::QualificationEdge;
use crate::catalogue::journeys::network::scored_routes::{ScoredRoute, ScoredRoutes};
use crate::catalogue::model::indexes::{Qualification, SourceIndex};
use crate::catalogue::model::lists::{LevelLadder, Lists};
use crate::catalogue::model::role::{Progression, Role};
use crate::catalogue::model::vocabulary::{RegistrationNeed, Stated};

/// How many levels up a move is a leap.
const LEAP: usize = 2;

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
pub fn find(graph: &RoleGraph, lists: &Lists) -> RoleEdges {
    let held = guaranteed_qualifications(graph, &lists.qualifications);
    let scored = ScoredRoutes::new(graph, &lists.qualifications, &held);
    let finder = EdgeFinder { graph, levels: &lists.levels, held: &held, scored: &scored };
    let (mut outgoing, mut origins) = (Csr::new(), Vec::new());
    for role in 0..graph.roles().len() {
        for (edge, origin) in finder.outgoing_edges(role) {
            outgoing.push(edge);
            origins.push(origin);
        }
        outgoing.end_row();
    }
    for (edge, origin) in shared(graph, &outgoing, &held) {
        outgoing.push(edge);
        origins.push(origin);
    }
    outgoing.end_row();
    let qualification_edges = (0..graph.roles().len()).flat_map(|role| finder.qualification_edges(role)).collect();
    RoleEdges { qualification_edges, held, outgoing, origins }
}

/// Whether one must register for a role.
pub fn must_register(role: &Role) -> bool {
    role.registration_need() == RegistrationNeed::Needed
}

/// The roles in which somebody is a registered professional: those that one must register for and that guarantee a
/// qualification. Whoever may join a register with none, as childminders may, runs a service and has not trained for a
/// profession. Where no register is known to ask for a qualification, all of them count.
pub fn professions(graph: &RoleGraph, held: &[Qualification]) -> Vec<usize> {
    let registered =
        || graph.roles().iter().enumerate().filter(|(_, role)| must_register(role)).map(|(index, _)| index);
    let qualified: Vec<usize> = registered().filter(|&role| held[role] > Qualification::default()).collect();
    if qualified.is_empty() { registered().collect() } else { qualified }
}

/// An edge that these sources speak of.
pub fn with_sources(sources: &[SourceIndex], flags: EdgeFlags) -> EdgeFlags {
    flags.with(EdgeFlags::ONE_SOURCE, sources.len() < 2)
}

/// An entry route by which a move from one role to another may be made.
#[derive(Clone, Copy)]
struct Explanation {
    /// Its index among the routes of the target; none where the move needs none.
    route: Option<usize>,
    /// Whether it asks for the role that one is in.
    starts_here: bool,
    stated: Stated,
    flags: EdgeFlags,
    months: u16,
    asked: Qualification,
}

impl Explanation {
    /// What makes it the better of two: that it is met, that it needs no study before it, that it asks for the role that one is
    /// in, that it is stated more strongly, that it is less vague, that it is shorter.
    fn order(&self, held: Qualification) -> impl Ord + use<> {
        let Self { route, starts_here, stated, flags, months, asked } = *self;
        let study = if asked > held { asked } else { Qualification::default() };
        let length = (flags.stops(), months == 0, months);
        (flags.has(EdgeFlags::UNMET), study, !starts_here, stated, flags.vagueness(), length, route)
    }
}

/// What the edges are found from.
struct EdgeFinder<'a> {
    graph: &'a RoleGraph,
    levels: &'a LevelLadder,
    held: &'a [Qualification],
    scored: &'a ScoredRoutes,
}

impl EdgeFinder<'_> {
    fn role(&self, role: usize) -> &Role {
        &self.graph.roles()[role]
    }

    /// The edges that leave a role: its progressions as written, then the entry routes that ask for it, by the title of the role
    /// they lead to.
    fn outgoing_edges(&self, from: usize) -> Vec<(Edge, EdgeOrigin)> {
        let family = self.role(from).family.map(|family| family.position());
        let mut start_here: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for asked in [from].into_iter().chain(family) {
            for adjacent in self.graph.entry_edges(asked).iter().filter(|adjacent| adjacent.role != from) {
                start_here.entry(adjacent.role).or_default().push(adjacent.item);
            }
        }
        for routes in start_here.values_mut() {
            routes.sort_unstable();
            routes.dedup();
        }
        let mut edges = Vec::new();
        let mut progressed = BTreeMap::new();
        for adjacent in self.graph.forward_edges(from).iter().filter(|adjacent| adjacent.role != from) {
            if progressed.insert(adjacent.role, adjacent.item).is_some() {
                continue;
            }
            let routes = start_here.remove(&adjacent.role).unwrap_or_default();
            let progression = &self.role(from).progressions[adjacent.item];
            let explanations = self.explain(from, adjacent.role, progression, &routes);
            for (explanation, rank) in self.best(from, explanations) {
                let flags = with_sources(&progression.sources, explanation.flags);
                let route = explanation.route.map(|route| route as u32);
                let origin = EdgeOrigin::Progression { progression: adjacent.item as u32, route };
                edges.push((edge(adjacent.role, flags, &explanation, rank), origin));
            }
        }
        for (to, routes) in start_here {
            let explanations = routes.into_iter().map(|route| self.entry(from, to, route)).collect();
            for (explanation, rank) in self.best(from, explanations) {
                let Some(route) = explanation.route else { continue };
                let flags = with_sources(&self.role(to).entry_routes[route].sources, explanation.flags);
                edges.push((edge(to, flags, &explanation, rank), EdgeOrigin::Entry { route: route as u32 }));
            }
        }
        edges
    }

    /// The best explanation for each key, best first, each with its place.
    fn best(&self, from: usize, mut explanations: Vec<Explanation>) -> impl Iterator<Item = (Explanation, u8)> + use<> {
        explanations.sort_by_key(|it| it.order(self.held[from]));
        let mut keys = Vec::new();
        explanations.retain(|it| {
            let is_new = !keys.contains(&it.flags.key());
            keys.push(it.flags.key());
            is_new
        });
        explanations.into_iter().zip(0..)
    }

    /// How a progression may be made: by the routes of its target that ask for the role it leaves, or for a qualification. Where it
    /// has none of these, the move itself is all that is known.
    fn explain(&self, from: usize, to: usize, progression: &Progression, start_here: &[usize]) -> Vec<Explanation> {
        let ways = self.scored.of(to);
        let job_to_job = EdgeFlags::of_training_route(TrainingRoute::Work).with(EdgeFlags::EARNS, true);
        let moving = |flags| Explanation {
            route: None,
            starts_here: true,
            stated: Stated::Available,
            flags,
            months: 0,
            asked: Qualification::default(),
        };
        if trains_for(self.role(from), self.role(to)) {
            return vec![moving(job_to_job)];
        }
        let is_example = self.leaps(from, to) && (progression.how.is_none() || self.is_on_top(to));
        let example = |it: Explanation| {
            let only = is_example && !it.flags.has(EdgeFlags::TRAINING);
            Explanation { flags: if only { it.flags.unmet() } else { it.flags }, ..it }
        };
        let joins = must_register(self.role(to)) && !must_register(self.role(from));
        if ways.is_empty() {
            let flags = job_to_job.with(EdgeFlags::UNKNOWN_LENGTH, true);
            return vec![example(moving(if joins { flags.unmet() } else { flags }))];
        }
        let held = self.held[from];
        let qualified = ways.iter().enumerate().filter_map(|(route, way)| {
            let asked = way.asked?;
            let flags = way.explaining(held, asked <= held);
            Some(Explanation { asked, ..explanation(route, way, flags, false) })
        });
        let here = start_here.iter().map(|&route| {
            let flags = ways[route].explaining(held, true);
            explanation(route, &ways[route], flags, true)
        });
        let known: Vec<_> = here.chain(qualified).map(example).collect();
        if !known.is_empty() {
            return known;
        }
        let is_met = self.held[to] <= held && !joins;
        let only_the_move = ways.iter().enumerate().map(|(route, way)| {
            let flags = way.explaining(held, is_met);
            let flags = if is_met { flags.vaguer(1) } else { flags.unmet() };
            example(explanation(route, way, flags, false))
        });
        only_the_move.collect()
    }

    /// An entry route that asks for the role that one is in. Without training, and where no source calls it the usual way, it is
    /// no more than an example for somebody far below.
    fn entry(&self, from: usize, to: usize, route: usize) -> Explanation {
        let way = &self.scored.of(to)[route];
        let is_example = self.leaps(from, to) && (way.stated > Stated::Usual || self.is_on_top(to));
        let only = is_example && !way.flags.has(EdgeFlags::TRAINING);
        explanation(route, way, if only { way.flags.unmet() } else { way.flags }, true)
    }

    fn leaps(&self, from: usize, to: usize) -> bool {
        let rank = |role| self.levels.rank(self.role(role).level());
        rank(to) >= rank(from) + LEAP
    }

    fn is_on_top(&self, role: usize) -> bool {
        self.levels.last().is_some_and(|top| self.role(role).level() == top.level)
    }

    /// The entry routes of a role that ask for a qualification, or for what nobody is known to have.
    fn qualification_edges(&self, to: usize) -> Vec<QualificationEdge> {
        let role = self.role(to);
        let ways = role.entry_routes.iter().zip(self.scored.of(to)).enumerate();
        let goes_through_the_wider_role = role
            .family
            .is_some_and(|family| role.entry_routes.iter().any(|route| route.roles_asked().any(|it| it == family)));
        if goes_through_the_wider_role {
            return Vec::new();
        }
        ways.filter(|(_, (_, way))| way.asked.is_some() || way.is_unmet)
            .map(|(route, (info, way))| {
                let flags = if way.is_unmet { way.flags.unmet() } else { way.flags };
                let edge = Edge {
                    head: to as u32,
                    flags: with_sources(&info.sources, flags),
                    months: way.months,
                    asked: way.asked.unwrap_or_default(),
                    rank: 0,
                };
                QualificationEdge { edge, route: route as u32, stated: way.stated }
            })
            .collect()
    }
}

/// A move by this entry route.
fn explanation(route: usize, way: &ScoredRoute, flags: EdgeFlags, starts_here: bool) -> Explanation {
    let asked = way.asked_from_roles;
    let flags = flags.with(EdgeFlags::NAMES_THE_ROLE, starts_here);
    Explanation { route: Some(route), starts_here, stated: way.stated, flags, months: way.months, asked }
}

fn edge(head: usize, flags: EdgeFlags, explanation: &Explanation, rank: u8) -> Edge {
    let Explanation { months, asked, .. } = *explanation;
    Edge { head: head as u32, flags, months, asked, rank }
}

/// The edges of the registered professional: of all edges that leave a profession, the cheapest to each role for each key. They ask for nothing that everybody in the role they leave holds.
fn shared(graph: &RoleGraph, outgoing: &Csr<Edge>, held: &[Qualification]) -> Vec<(Edge, EdgeOrigin)> {
    let mut shared = Vec::new();
    for role in professions(graph, held) {
        let (first, edges) = outgoing.row(role as u32);
        shared.extend(edges.iter().zip(first..).map(|(edge, id)| {
            let asked = if edge.asked <= held[role] { Qualification::default() } else { edge.asked };
            (Edge { asked, ..*edge }, EdgeOrigin::Shared { edge: id })
        }));
    }
    shared.sort_by_key(|(edge, _)| (edge.head, edge.flags.key(), edge.asked, edge.cost()));
    shared.dedup_by_key(|(edge, _)| (edge.head, edge.flags.key()));
    shared
}
