//! Walking the network from a node, in either direction, as somebody with a context and constraints may.

use crate::catalogue::journeys::network::Network;
use crate::catalogue::journeys::network::constraints::Constraints;
use crate::catalogue::journeys::network::edge::{EdgeId, HOLD, NodeId, NodeKind, TravellerContext};
use crate::catalogue::journeys::network::eligibility::Eligibility;
use crate::catalogue::journeys::network::flags::EdgeFlags;
use crate::catalogue::model::indexes::Qualification;

impl Network {
    /// Visits every edge that leaves a node and is allowed: its head, its number and its flags.
    pub fn for_each_outgoing(
        &self,
        node: NodeId,
        context: TravellerContext,
        constraints: Constraints,
        mut visit: impl FnMut(NodeId, EdgeId, EdgeFlags),
    ) {
        let mut visit_if_allowed = |head, edge, flags: EdgeFlags| {
            if constraints.allows(flags) && self.admits(constraints, head) && !self.is_too_low(head, context) {
                visit(head, edge, flags);
            }
        };
        if let Some(eligibility) = self.eligibility_at(node, context) {
            for (id, edge) in self.qualification_edges.open_to(eligibility, constraints) {
                visit_if_allowed(edge.head, self.first_qualification_edge() + id, edge.flags);
            }
            for (head, id, flags) in self.study_from(eligibility, constraints) {
                visit_if_allowed(head, id, flags);
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

    /// Visits the tail of every edge that leads to a node and whose flags are `allowed`, with whether the edge is a step.
    pub fn for_each_incoming(
        &self,
        node: NodeId,
        context: TravellerContext,
        allowed: impl Fn(EdgeFlags) -> bool,
        mut visit: impl FnMut(NodeId, bool),
    ) {
        match self.kind(node) {
            NodeKind::Role if self.is_too_low(node, context) => {}
            NodeKind::Role => {
                for (tail, _) in self.incoming.row(node).1.iter().filter(|(_, flags)| allowed(*flags)) {
                    visit(*tail, true);
                }
                self.for_each_eligibility_open_to(node, context, allowed, |eligibility| {
                    visit(self.first_eligibility() + eligibility, true)
                });
            }
            NodeKind::Registered => {}
            NodeKind::Qualification(to) => {
                for study in self.study.iter().filter(|study| study.to == to && allowed(study.flags)) {
                    for held in study.from.0..to.0 {
                        visit(self.first_eligibility() + u32::from(held), true);
                    }
                }
            }
            NodeKind::Eligibility => {
                let number = node - self.first_eligibility();
                let general = (number < self.qualifications).then_some(Qualification(number as u8));
                let holding = general.map(|held| self.holding(held));
                let start = general.filter(|held| self.held.get(context.start as usize) == Some(held));
                let roles = self.eligibilities.members(number).iter().copied();
                for tail in holding.into_iter().chain(start.map(|_| context.start)).chain(roles) {
                    visit(tail, false);
                }
            }
        }
    }

    /// Visits the number of every eligibility to which an `allowed` qualification edge into a role is open.
    ///
    /// An eligibility within a category only counts for what is not open at the start: from there one goes straight to the role
    /// and not by way of another one of its category.
    fn for_each_eligibility_open_to(
        &self,
        role: NodeId,
        context: TravellerContext,
        allowed: impl Fn(EdgeFlags) -> bool,
        mut visit: impl FnMut(u32),
    ) {
        let Some(level) = self.qualification_edges.level(role) else { return };
        let edges = || self.qualification_edges.edges_into(role).filter(|(_, edge)| allowed(edge.flags));
        let asked = || edges().map(|(_, edge)| edge.asked);
        let in_scope = level >= context.floor;
        if let Some(least) = asked().min().filter(|_| in_scope) {
            (u32::from(least.0)..self.qualifications).for_each(&mut visit);
        }
        let closed_at_start = asked().filter(|asked| !(in_scope && context.held >= Some(*asked))).min();
        if let Some(least) = closed_at_start {
            for category in self.eligibilities.categories(role) {
                self.eligibilities.admitting(*category, level, least).for_each(&mut visit);
            }
        }
    }

    /// The eligibility nodes of somebody at a node.
    ///
    /// At the start, and where one holds a qualification in no role, edges into all categories are open; in a role on the way,
    /// only those into the category that gives it its line: a school leaver is not told to train in pharmacy so as to study
    /// dentistry.
    pub fn eligibilities_of(&self, node: NodeId, context: TravellerContext) -> impl Iterator<Item = NodeId> {
        let (general, of_role): (_, &[u32]) = match self.kind(node) {
            NodeKind::Role if node == context.start => (self.held.get(node as usize).copied(), &[]),
            NodeKind::Role => (None, self.eligibilities.of_role(node)),
            NodeKind::Qualification(held) => (Some(held), &[]),
            NodeKind::Registered => (self.held.get(node as usize).copied(), &[]),
            NodeKind::Eligibility => (None, &[]),
        };
        let numbers = general.map(|held| u32::from(held.0)).into_iter().chain(of_role.iter().copied());
        numbers.map(|number| self.first_eligibility() + number)
    }

    /// The eligibility of an eligibility node. A general one takes its floor from the context.
    pub fn eligibility_at(&self, node: NodeId, context: TravellerContext) -> Option<Eligibility> {
        let eligibility = self.eligibilities.get(node.checked_sub(self.first_eligibility())?)?;
        let is_general = eligibility.category.is_none();
        Some(if is_general { Eligibility { floor: context.floor, ..eligibility } } else { eligibility })
    }

    /// Whether a node may be a stop.
    pub fn admits(&self, constraints: Constraints, node: NodeId) -> bool {
        self.role_flags.get(node as usize).is_none_or(|role_flags| constraints.admits(*role_flags))
    }

    /// The allowed qualification edges into a role that are open to an eligibility: number and flags.
    pub fn qualification_edges(
        &self,
        eligibility: Eligibility,
        role: NodeId,
        constraints: Constraints,
    ) -> impl Iterator<Item = (EdgeId, EdgeFlags)> {
        let edges = (self.is_in_scope(eligibility, role) && self.admits(constraints, role))
            .then(|| self.qualification_edges.edges_into(role));
        let open = edges.into_iter().flatten();
        let open = open.filter(move |(_, edge)| edge.asked <= eligibility.held && constraints.allows(edge.flags));
        open.map(|(id, edge)| (self.first_qualification_edge() + id, edge.flags))
    }

    /// Whether there is one.
    pub fn is_open_to(&self, eligibility: Eligibility, role: NodeId, constraints: Constraints) -> bool {
        self.qualification_edges(eligibility, role, constraints).next().is_some()
    }

    fn is_in_scope(&self, eligibility: Eligibility, role: NodeId) -> bool {
        self.qualification_edges.level(role).is_some_and(|level| level >= eligibility.floor)
            && eligibility.category.is_none_or(|category| self.eligibilities.categories(role).contains(&category))
    }

    /// The number of qualification edges that are open to an eligibility and allowed, into roles that may be no stops too.
    pub fn count_open_to(&self, eligibility: Eligibility, constraints: Constraints) -> usize {
        self.qualification_edges.count_open_to(eligibility, constraints)
    }

    /// The allowed study edges that are open to an eligibility: head, number and flags.
    pub fn study_from(
        &self,
        eligibility: Eligibility,
        constraints: Constraints,
    ) -> impl Iterator<Item = (NodeId, EdgeId, EdgeFlags)> {
        let numbered = self.study.iter().zip(self.first_study()..);
        let open = numbered.filter(move |(study, _)| study.is_open_to(eligibility) && constraints.allows(study.flags));
        open.map(|(study, id)| (self.holding(study.to), id, study.flags))
    }

    /// About the number of edges to scan at a node, in O(1). It decides which side of a bidirectional search goes first.
    pub fn degree(&self, node: NodeId, context: TravellerContext, constraints: Constraints, forward: bool) -> usize {
        match self.eligibility_at(node, context) {
            Some(eligibility) if forward => self.qualification_edges.count_open_to(eligibility, constraints),
            Some(_) => self.eligibilities.members(node - self.first_eligibility()).len() + 1,
            None if forward => self.outgoing.row(node).1.len() + 1,
            None => self.incoming.row(node).1.len() + 1,
        }
    }

    /// The flags of the edge from a node to an eligibility. What somebody holds by being in a role is inferred, so a step that
    /// rests on it is a grade vaguer than a printed progression.
    fn hold_flags(&self, node: NodeId) -> EdgeFlags {
        EdgeFlags::HOLDING.vaguer(u16::from(node <= self.roles))
    }
}
