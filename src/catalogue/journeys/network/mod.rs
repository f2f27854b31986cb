//! Every place and every edge between two places, in flat arrays, found from either end.
//!
//! Places are numbered: the roles (in their order in the graph, by title), the registered professional, the
//! qualifications, then the eligibilities, which are no stops.

pub mod build_edges;
pub mod csr;
pub mod descendants;
pub mod edge;
pub mod edge_lookup;
pub mod eligibility;
pub mod flags;
pub mod guaranteed_qualifications;
pub mod qualification_edges;
pub mod scored_routes;
pub mod study;

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::limits::Limits;
use crate::catalogue::journeys::network::csr::Csr;
use crate::catalogue::journeys::network::edge::{Edge, EdgeId, EdgeOrigin, HOLD, NodeId, NodeKind, TravellerContext};
use crate::catalogue::journeys::network::eligibility::{Eligibility, EligibilityTable};
use crate::catalogue::journeys::network::flags::{EdgeFlags, RoleFlags};
use crate::catalogue::journeys::network::qualification_edges::QualificationEdges;
use crate::catalogue::journeys::network::study::Study;
use crate::catalogue::journeys::preferences::Constraints;
use crate::catalogue::model::indexes::{Level, Qualification};
use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::role::Role;
use crate::catalogue::model::vocabulary::RegistrationNeed;

/// All places and edges.
#[derive(Debug)]
pub(in crate::catalogue::journeys) struct Network {
    pub(in crate::catalogue::journeys) limits: Limits,
    pub(in crate::catalogue::journeys) roles: u32,
    qualifications: u32,
    outgoing: Csr<Edge>,
    origins: Vec<EdgeOrigin>,
    incoming: Csr<(NodeId, EdgeFlags)>,
    qualification_edges: QualificationEdges,
    study: Vec<Study>,
    eligibilities: EligibilityTable,
    /// What everybody holds in each role, and then what every registered professional does.
    held: Vec<Qualification>,
    /// The lowest level of a role for which one must register.
    registered_level: Level,
    role_flags: Vec<RoleFlags>,
}

impl Network {
    pub(in crate::catalogue::journeys) fn new(graph: &RoleGraph, lists: &Lists, limits: Limits) -> Self {
        let ladder = &lists.qualifications;
        let mut found = build_edges::find(graph, ladder);
        let roles = graph.roles().len();
        let eligibilities = EligibilityTable::new(graph, ladder, &found.held);
        let role_flags =
            |(role, held): (&Role, &Qualification)| RoleFlags::new(&role.settings, ladder.is_degree(*held));
        let role_flags = graph.roles().iter().zip(&found.held).map(role_flags).collect();
        let registered = || graph.roles().iter().zip(&found.held).filter(|(role, _)| must_register(role));
        let registered_level = registered().map(|(role, _)| role.level()).min().unwrap_or_default();
        let held_by_registered = registered().map(|(_, held)| *held).min().unwrap_or_default();
        found.held.push(held_by_registered);
        Self {
            limits,
            roles: roles as u32,
            incoming: found.outgoing.reversed(roles, |tail, edge| (edge.head, (tail, edge.flags))),
            outgoing: found.outgoing,
            origins: found.origins,
            qualification_edges: QualificationEdges::new(graph, lists, found.qualification_edges, &eligibilities),
            study: Study::find(ladder),
            qualifications: ladder.len() as u32,
            eligibilities,
            role_flags,
            registered_level,
            held: found.held,
        }
    }

    /// The number of places.
    pub(in crate::catalogue::journeys) fn node_count(&self) -> usize {
        (self.first_eligibility() + self.eligibilities.len()) as usize
    }

    /// The bytes that the arrays take.
    pub(in crate::catalogue::journeys) fn bytes(&self) -> usize {
        let outgoing = self.outgoing.bytes() + size_of_val(self.origins.as_slice());
        let edges = outgoing + self.incoming.bytes() + self.qualification_edges.bytes();
        edges + self.eligibilities.bytes() + self.held.len() + size_of_val(self.role_flags.as_slice())
    }

    pub(in crate::catalogue::journeys) fn registered(&self) -> NodeId {
        self.roles
    }

    pub(in crate::catalogue::journeys) fn holding(&self, qualification: Qualification) -> NodeId {
        self.roles + 1 + u32::from(qualification.0)
    }

    fn first_eligibility(&self) -> NodeId {
        self.roles + 1 + self.qualifications
    }

    pub(in crate::catalogue::journeys) fn kind(&self, node: NodeId) -> NodeKind {
        if node < self.roles {
            NodeKind::Role
        } else if node >= self.first_eligibility() {
            NodeKind::Eligibility
        } else {
            let held = node.checked_sub(self.roles + 1);
            held.map_or(NodeKind::Registered, |held| NodeKind::Qualification(Qualification(held as u8)))
        }
    }

    /// The context of somebody who goes from a place to another. One who starts in a role looks below its level only if the goal is
    /// there.
    pub(in crate::catalogue::journeys) fn context(
        &self,
        start: NodeId,
        goal: NodeId,
        relaxed: bool,
    ) -> TravellerContext {
        let own = if start == self.registered() {
            Some(self.registered_level)
        } else {
            self.qualification_edges.level(start)
        };
        let floor = own.min(self.qualification_edges.level(goal)).filter(|_| !relaxed).unwrap_or_default();
        let held = match self.kind(start) {
            NodeKind::Qualification(held) => Some(held),
            _ => self.held.get(start as usize).copied(),
        };
        TravellerContext { start, held, floor, relaxed }
    }

    /// Whether one may stop at a place.
    pub(in crate::catalogue::journeys) fn admits(&self, constraints: Constraints, node: NodeId) -> bool {
        self.role_flags.get(node as usize).is_none_or(|role_flags| constraints.admits(*role_flags))
    }

    /// The places that stand for the eligibilities of somebody at a place.
    ///
    /// Where the journey starts, and with a qualification in hand, one looks at all categories. In a role on the way
    /// one looks no further than its own: nobody tells a school leaver to train in pharmacy so as to study dentistry.
    pub(in crate::catalogue::journeys) fn eligibilities_of(
        &self,
        node: NodeId,
        context: TravellerContext,
    ) -> impl Iterator<Item = NodeId> {
        let (of_all, of_role): (_, &[u32]) = match self.kind(node) {
            NodeKind::Role if context.relaxed || node == context.start => (self.held.get(node as usize).copied(), &[]),
            NodeKind::Role => (None, self.eligibilities.of_role(node)),
            NodeKind::Qualification(held) => (Some(held), &[]),
            NodeKind::Registered => (self.held.get(node as usize).copied(), &[]),
            NodeKind::Eligibility => (None, &[]),
        };
        of_all
            .map(|held| u32::from(held.0))
            .into_iter()
            .chain(of_role.iter().copied())
            .map(|it| self.first_eligibility() + it)
    }

    /// The eligibility that a place stands for.
    pub(in crate::catalogue::journeys) fn eligibility_at(
        &self,
        node: NodeId,
        context: TravellerContext,
    ) -> Option<Eligibility> {
        let eligibility = self.eligibilities.get(node.checked_sub(self.first_eligibility())?)?;
        Some(if eligibility.category.is_none() {
            Eligibility { floor: context.floor, ..eligibility }
        } else {
            eligibility
        })
    }

    /// Every edge that leaves a place and may be taken: where it leads, its number, its flags.
    pub(in crate::catalogue::journeys) fn for_each_outgoing(
        &self,
        node: NodeId,
        context: TravellerContext,
        constraints: Constraints,
        mut visit: impl FnMut(NodeId, EdgeId, EdgeFlags),
    ) {
        let mut visit_if_allowed = |head, edge, flags: EdgeFlags| {
            if constraints.allows(flags) && self.admits(constraints, head) {
                visit(head, edge, flags);
            }
        };
        if let Some(eligibility) = self.eligibility_at(node, context) {
            for (id, edge) in self.qualification_edges.open_to(eligibility, constraints) {
                visit_if_allowed(edge.head, self.first_qualification_edge() + id, edge.flags);
            }
            for (place, id, flags) in self.study_from(eligibility, constraints) {
                visit_if_allowed(place, id, flags);
            }
            return;
        }
        let (first, edges) = self.outgoing.row(node);
        for (edge, id) in edges.iter().zip(first..) {
            visit_if_allowed(edge.head, id, edge.flags);
        }
        for eligibility in self.eligibilities_of(node, context) {
            visit(eligibility, HOLD, self.hold_flags(node));
        }
    }

    /// Every place from which an edge that `may` be taken leads to a place, and whether it is a step.
    pub(in crate::catalogue::journeys) fn for_each_incoming(
        &self,
        node: NodeId,
        context: TravellerContext,
        may: impl Fn(EdgeFlags) -> bool,
        mut visit: impl FnMut(NodeId, bool),
    ) {
        match self.kind(node) {
            NodeKind::Role => {
                for (tail, _) in self.incoming.row(node).1.iter().filter(|(_, flags)| may(*flags)) {
                    visit(*tail, true);
                }
                self.for_each_eligibility_admitted_to(node, context, may, |eligibility| {
                    visit(self.first_eligibility() + eligibility, true)
                });
            }
            NodeKind::Registered => {}
            NodeKind::Qualification(to) => {
                for study in self.study.iter().filter(|study| study.to == to && may(study.flags)) {
                    for held in study.from.0..to.0 {
                        visit(self.first_eligibility() + u32::from(held), true);
                    }
                }
            }
            NodeKind::Eligibility => {
                let number = node - self.first_eligibility();
                let of_all = (number < self.qualifications).then_some(Qualification(number as u8));
                let places = of_all.map(|held| self.holding(held));
                let start = of_all.filter(|held| self.held.get(context.start as usize) == Some(held));
                let few = places.into_iter().chain(start.map(|_| context.start));
                let everybody = context.relaxed == of_all.is_some();
                let many = if everybody { self.eligibilities.members(number) } else { &[] };
                for place in few.chain(many.iter().copied()) {
                    visit(place, false);
                }
            }
        }
    }

    /// Whether two roles share a category.
    pub(in crate::catalogue::journeys) fn share_a_category(&self, role: NodeId, other: NodeId) -> bool {
        let categories = self.eligibilities.categories(other);
        self.eligibilities.categories(role).iter().any(|category| categories.contains(category))
    }

    /// How unlike two roles are: whether they share no category, then no setting, then how many levels are between them.
    pub(in crate::catalogue::journeys) fn dissimilarity(&self, role: NodeId, other: NodeId) -> (bool, bool, usize) {
        let role_flags = |role: NodeId| self.role_flags.get(role as usize).copied().unwrap_or_default();
        let level = |role| self.qualification_edges.level(role).map_or(0, Level::position);
        (
            !self.share_a_category(role, other),
            !role_flags(role).shares_a_setting(role_flags(other)),
            level(role).abs_diff(level(other)),
        )
    }

    /// The numbers of the eligibilities that see a way into a role.
    ///
    /// Who starts with what it asks could go straight there, and need not go by way of another role of the category.
    fn for_each_eligibility_admitted_to(
        &self,
        role: NodeId,
        context: TravellerContext,
        may: impl Fn(EdgeFlags) -> bool,
        mut visit: impl FnMut(u32),
    ) {
        let Some(level) = self.qualification_edges.level(role) else { return };
        let asked = || {
            self.qualification_edges.edges_into(role).filter(|(_, edge)| may(edge.flags)).map(|(_, edge)| edge.asked)
        };
        let in_scope = level >= context.floor;
        if let Some(least) = asked().min().filter(|_| in_scope) {
            (u32::from(least.0)..self.qualifications).for_each(&mut visit);
        }
        let beyond_the_start = asked().filter(|asked| !(in_scope && context.held >= Some(*asked))).min();
        if let Some(least) = beyond_the_start.filter(|_| !context.relaxed) {
            for category in self.eligibilities.categories(role) {
                self.eligibilities.admitting(*category, level, least).for_each(&mut visit);
            }
        }
    }

    /// The ways into a role that are open to people of one eligibility and may be taken, with the number of each.
    pub(in crate::catalogue::journeys) fn qualification_edges(
        &self,
        eligibility: Eligibility,
        role: NodeId,
        constraints: Constraints,
    ) -> impl Iterator<Item = (EdgeId, EdgeFlags)> {
        let seen = (self.is_in_scope(eligibility, role) && self.admits(constraints, role))
            .then(|| self.qualification_edges.edges_into(role));
        let ways = seen.into_iter().flatten();
        let ways = ways.filter(move |(_, edge)| edge.asked <= eligibility.held && constraints.allows(edge.flags));
        ways.map(|(id, edge)| (self.first_qualification_edge() + id, edge.flags))
    }

    /// Whether there is such a way.
    pub(in crate::catalogue::journeys) fn is_open_to(
        &self,
        eligibility: Eligibility,
        role: NodeId,
        constraints: Constraints,
    ) -> bool {
        self.qualification_edges(eligibility, role, constraints).next().is_some()
    }

    fn is_in_scope(&self, eligibility: Eligibility, role: NodeId) -> bool {
        self.qualification_edges.level(role).is_some_and(|level| level >= eligibility.floor)
            && eligibility.category.is_none_or(|category| self.eligibilities.categories(role).contains(&category))
    }

    /// How many ways in are open to people of one eligibility and look as constraints asks.
    pub(in crate::catalogue::journeys) fn count_open_to(
        &self,
        eligibility: Eligibility,
        constraints: Constraints,
    ) -> usize {
        self.qualification_edges.count_open_to(eligibility, constraints)
    }

    /// The ways of study that are open to people of one eligibility and may be taken: where they lead, their numbers, their flags.
    pub(in crate::catalogue::journeys) fn study_from(
        &self,
        eligibility: Eligibility,
        constraints: Constraints,
    ) -> impl Iterator<Item = (NodeId, EdgeId, EdgeFlags)> {
        let open_study =
            self.study.iter().zip(self.first_study()..).filter(move |(study, _)| study.is_open_to(eligibility));
        let allowed = open_study.filter(move |(study, _)| constraints.allows(study.flags));
        allowed.map(|(study, id)| (self.holding(study.to), id, study.flags))
    }

    /// About how many edges there are to look at from a place, at either end.
    pub(in crate::catalogue::journeys) fn degree(
        &self,
        node: NodeId,
        context: TravellerContext,
        constraints: Constraints,
        forward: bool,
    ) -> usize {
        match self.eligibility_at(node, context) {
            Some(eligibility) if forward => self.qualification_edges.count_open_to(eligibility, constraints),
            Some(eligibility) if context.relaxed == eligibility.category.is_none() => {
                self.eligibilities.members(node - self.first_eligibility()).len()
            }
            Some(_) => 1,
            None if forward => self.outgoing.row(node).1.len() + 1,
            None => self.incoming.row(node).1.len() + 1,
        }
    }

    fn first_qualification_edge(&self) -> EdgeId {
        self.outgoing.len()
    }

    fn first_study(&self) -> EdgeId {
        self.first_qualification_edge() + self.qualification_edges.len()
    }

    /// What one holds by being in a role is inferred, so a way in that rests on it is a grade vaguer than a printed move.
    fn hold_flags(&self, node: NodeId) -> EdgeFlags {
        EdgeFlags::HOLDING.vaguer(u16::from(node <= self.roles))
    }
}

fn must_register(role: &Role) -> bool {
    role.registration_need() == RegistrationNeed::Needed
}
