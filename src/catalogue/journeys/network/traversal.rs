//! Walking the network from a node, in either direction, as somebody with a context and constraints may.

use crate::catalogue::journeys::network::Network;
use crate::catalogue::journeys::network::constraints::Constraints;
use crate::catalogue::journeys::network::edge::{Arc, Edge, EdgeId, HOLD, NodeId, NodeKind, TravellerContext};
use crate::catalogue::journeys::network::eligibility::Eligibility;
use crate::catalogue::journeys::network::flags::EdgeFlags;
use crate::catalogue::journeys::network::path_cost::PathCost;
use crate::catalogue::journeys::network::study::StudyChain;
use crate::catalogue::model::indexes::Qualification;

impl Network {
    /// Visits every edge that leaves a node and is allowed.
    pub fn for_each_outgoing(
        &self,
        node: NodeId,
        context: TravellerContext,
        constraints: Constraints,
        mut visit: impl FnMut(Arc),
    ) {
        if let Some(eligibility) = self.eligibility_at(node, context) {
            let open = self.qualification_edges.open_to(eligibility, constraints);
            let open = open.filter(|(_, edge)| {
                self.admits(constraints, edge.edge.head) && self.may_enter(edge.edge.head, context)
            });
            for (id, edge) in open {
                let ranked = self.qualification_edges.open_into(edge.edge.head, eligibility.held, constraints);
                ranked
                    .filter(|(other, _)| *other == id)
                    .for_each(|(_, edge)| visit(self.without_study(id, edge, context)));
            }
            return;
        }
        let (first, edges) = self.outgoing.row(node);
        let held = self.held_at(node, context);
        for (edge, id) in edges.iter().zip(first..) {
            if self.is_allowed(edge.head, edge.flags, context, constraints)
                && let Some(chain) = self.chains.between(held, edge.asked, constraints)
            {
                let climbs = chain.climbs.len() as u8;
                let cost = edge.cost() + chain.cost;
                visit(Arc { head: edge.head, edge: id, flags: edge.flags, cost, climbs, is_last: false });
            }
        }
        self.for_each_eligibility_of(node, context, constraints, visit);
    }

    /// Visits the tail of every edge that leads to a node and is allowed, with the distance that the edge adds.
    pub fn for_each_incoming(
        &self,
        node: NodeId,
        context: TravellerContext,
        constraints: Constraints,
        mut visit: impl FnMut(NodeId, usize),
    ) {
        match self.kind(node) {
            NodeKind::Role if self.is_too_low(node, context) => {}
            NodeKind::Role => {
                for edge in self.incoming.row(node).1 {
                    if self.is_allowed(node, edge.flags, context, constraints)
                        && let Some(chain) = self.study_before(edge.head, edge, context, constraints)
                    {
                        visit(edge.head, (edge.cost() + chain.cost).distance());
                    }
                }
                self.for_each_eligibility_open_to(node, context, constraints, |number, distance| {
                    visit(self.first_eligibility() + number, distance)
                });
            }
            NodeKind::Registered | NodeKind::Qualification(_) => {}
            NodeKind::Eligibility => {
                let number = node - self.first_eligibility();
                if number < self.qualifications {
                    let chain = self.chains.between(context.held, Qualification(number as u8), constraints);
                    if let Some(chain) = chain.filter(|_| u32::from(context.held.0) <= number) {
                        visit(context.start, chain.cost.distance());
                    }
                }
                self.eligibilities.members(number).iter().for_each(|tail| visit(*tail, 0));
            }
        }
    }

    /// Visits the eligibilities of somebody at a node.
    ///
    /// At the start, edges into all categories are open: those that ask for what one holds, and, after study, those that ask for
    /// more. In a role on the way only those into the category that gives it its line are open, and only to what is held there:
    /// a school leaver is not told to train in pharmacy so as to study dentistry.
    fn for_each_eligibility_of(
        &self,
        node: NodeId,
        context: TravellerContext,
        constraints: Constraints,
        mut visit: impl FnMut(Arc),
    ) {
        let flags = self.hold_flags(node);
        let holding = PathCost::of_step(flags, 0, 0);
        if node == context.start {
            for asked in context.held.0..self.qualifications as u8 {
                if let Some(chain) = self.chains.between(context.held, Qualification(asked), constraints) {
                    let head = self.first_eligibility() + u32::from(asked);
                    let climbs = chain.climbs.len() as u8;
                    visit(Arc { head, edge: HOLD, flags, cost: holding + chain.cost, climbs, is_last: false });
                }
            }
        } else if self.kind(node) == NodeKind::Role {
            for number in self.eligibilities.of_role(node) {
                let head = self.first_eligibility() + number;
                // No source states such a move: it is further from the best way than those that one does.
                let cost = PathCost::of_step(flags, 0, 1);
                visit(Arc { head, edge: HOLD, flags, cost, climbs: 0, is_last: false });
            }
        }
    }

    /// Visits the number of every eligibility to which an allowed qualification edge into a role is open, with the distance of the
    /// nearest of these edges.
    ///
    /// An eligibility within a category only counts for what is not open at the start: from there one goes straight to the role
    /// and not by way of another one of its category.
    fn for_each_eligibility_open_to(
        &self,
        role: NodeId,
        context: TravellerContext,
        constraints: Constraints,
        mut visit: impl FnMut(u32, usize),
    ) {
        let Some(level) = self.qualification_edges.level(role) else { return };
        if !self.may_enter(role, context) {
            return;
        }
        let edges = || self.qualification_edges.edges_into(role).map(|(_, edge)| edge.edge);
        let edges = || edges().filter(|edge| constraints.allows(edge.flags));
        let nearest = |held, above: Option<Qualification>| {
            let open = edges().filter(|edge| edge.asked <= held && above.is_none_or(|above| edge.asked > above));
            open.map(|edge| edge.cost().distance()).min()
        };
        let in_scope = level >= context.floor;
        if in_scope {
            for held in context.held.0..self.qualifications as u8 {
                if let Some(distance) = nearest(Qualification(held), None) {
                    visit(u32::from(held), distance);
                }
            }
        }
        let open_at_start = in_scope.then_some(context.held);
        let closed = edges().map(|edge| edge.asked).filter(|asked| open_at_start.is_none_or(|held| *asked > held));
        let Some(least) = closed.min() else { return };
        for category in self.eligibilities.categories(role) {
            for number in self.eligibilities.admitting(*category, level, least) {
                let held = self.eligibilities.get(number).map(|eligibility| eligibility.held);
                if let Some(distance) = held.and_then(|held| nearest(held, open_at_start)) {
                    visit(number, distance);
                }
            }
        }
    }

    /// The best edge from one role to another, with its number.
    pub fn best_edge(&self, from: NodeId, to: NodeId) -> Option<(EdgeId, Edge)> {
        let (first, edges) = self.outgoing.row(from);
        edges.iter().zip(first..).find(|(edge, _)| edge.head == to).map(|(edge, id)| (id, *edge))
    }

    /// What somebody at a node holds.
    pub fn held_at(&self, node: NodeId, context: TravellerContext) -> Qualification {
        self.held.get(node as usize).copied().unwrap_or_default().max(context.held)
    }

    /// The study that somebody at a node needs before an edge; none where it cannot be had.
    pub fn study_before(
        &self,
        node: NodeId,
        edge: &Edge,
        context: TravellerContext,
        constraints: Constraints,
    ) -> Option<&StudyChain> {
        self.chains.between(self.held_at(node, context), edge.asked, constraints)
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

    /// Whether a qualification may lead into a role: not from one profession into another that is not the goal.
    fn may_enter(&self, role: NodeId, context: TravellerContext) -> bool {
        context.goal.is_none() || !self.changes_profession(role, context)
    }

    /// Whether an edge with these flags into a node is allowed.
    fn is_allowed(&self, head: NodeId, flags: EdgeFlags, context: TravellerContext, constraints: Constraints) -> bool {
        constraints.allows(flags) && self.admits(constraints, head) && !self.is_too_low(head, context)
    }

    /// The allowed qualification edges into a role that are open to an eligibility.
    pub fn qualification_edges(
        &self,
        eligibility: Eligibility,
        role: NodeId,
        context: TravellerContext,
        constraints: Constraints,
    ) -> impl Iterator<Item = Arc> {
        let is_open = self.is_in_scope(eligibility, role) && self.may_enter(role, context);
        let edges = (is_open && self.admits(constraints, role))
            .then(|| self.qualification_edges.open_into(role, eligibility.held, constraints));
        edges.into_iter().flatten().map(move |(id, edge)| self.without_study(id, edge, context))
    }

    /// A qualification edge as it is taken from an eligibility. For somebody who begins in a role it is further from the best way
    /// where it leads into another family of careers.
    fn without_study(&self, id: EdgeId, edge: Edge, context: TravellerContext) -> Arc {
        let is_afresh = context.start < self.roles && !self.share_a_category(edge.head, context.start);
        let edge = Edge { rank: edge.rank.saturating_add(u8::from(is_afresh)), ..edge };
        let edge_id = self.first_qualification_edge() + id;
        let is_last = self.changes_profession(edge.head, context);
        Arc { head: edge.head, edge: edge_id, flags: edge.flags, cost: edge.cost(), climbs: 0, is_last }
    }

    /// The distance that the nearest of them adds, if there is one.
    pub fn distance_if_open(
        &self,
        eligibility: Eligibility,
        role: NodeId,
        context: TravellerContext,
        constraints: Constraints,
    ) -> Option<usize> {
        self.qualification_edges(eligibility, role, context, constraints).map(|arc| arc.cost.distance()).min()
    }

    fn is_in_scope(&self, eligibility: Eligibility, role: NodeId) -> bool {
        self.qualification_edges.level(role).is_some_and(|level| level >= eligibility.floor)
            && eligibility.category.is_none_or(|category| self.eligibilities.categories(role).contains(&category))
    }

    /// The number of qualification edges that are open to an eligibility and allowed, into roles that may be no stops too.
    pub fn count_open_to(&self, eligibility: Eligibility, constraints: Constraints) -> usize {
        self.qualification_edges.count_open_to(eligibility, constraints)
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
