//! The network: every node and edge on which journeys are searched, in flat arrays, indexed from either end.
//!
//! Nodes are numbered: the roles in the order of the role graph (by title), the registered professional, the qualifications from
//! the lowest, then the eligibilities, which are no stops of a journey but stand between a node and all the entry routes that are
//! open there.

pub mod build_edges;
pub mod closures;
pub mod constraints;
pub mod csr;
pub mod dead_ends;
pub mod descendants;
pub mod edge;
pub mod eligibility;
pub mod flags;
pub mod guaranteed_qualifications;
pub mod path_cost;
pub mod qualification_edges;
pub mod scored_routes;
pub mod study;
pub mod traversal;

use fixedbitset::FixedBitSet;

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::limits::Limits;
use crate::catalogue::journeys::network::build_edges::{must_register, professions};
use crate::catalogue::journeys::network::closures::Closures;
use crate::catalogue::journeys::network::constraints::Constraints;
use crate::catalogue::journeys::network::csr::Csr;
use crate::catalogue::journeys::network::edge::{Edge, EdgeId, EdgeOrigin, NodeId, NodeKind, TravellerContext};
use crate::catalogue::journeys::network::eligibility::EligibilityTable;
use crate::catalogue::journeys::network::flags::{EdgeFlags, RoleFlags};
use crate::catalogue::journeys::network::qualification_edges::{QualificationEdge, QualificationEdges};
use crate::catalogue::journeys::network::study::{StudyChain, StudyChains};
use crate::catalogue::model::indexes::{Level, Qualification};
use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::role::Role;

/// All nodes and edges.
#[derive(Debug)]
pub struct Network {
    /// The bounds of a search.
    pub limits: Limits,
    /// The number of roles, which is also the number of the node after them.
    pub roles: u32,
    /// The number of qualifications.
    qualifications: u32,
    /// The edges that leave each role and, in the last row, the registered professional.
    outgoing: Csr<Edge>,
    /// What each of them is, by [`EdgeId`].
    origins: Vec<EdgeOrigin>,
    /// The same edges by the role they lead to, each with its tail in place of its head.
    incoming: Csr<Edge>,
    qualification_edges: QualificationEdges,
    /// The study before a step that asks for more than one holds.
    chains: StudyChains,
    eligibilities: EligibilityTable,
    /// The guaranteed qualification of each role, then that of the registered professional.
    held: Vec<Qualification>,
    /// The lowest level of a profession.
    registered_level: Level,
    role_flags: Vec<RoleFlags>,
    /// The roles that one must register for, and "I am a registered professional".
    registered: FixedBitSet,
    /// The professions: these roles, and those on the upper levels.
    professional: FixedBitSet,
    /// What questions so far have found out.
    closures: Closures,
}

impl Network {
    /// Builds the network, in O(e log e) for e entry routes and progressions.
    pub fn new(graph: &RoleGraph, lists: &Lists, limits: Limits) -> Self {
        let ladder = &lists.qualifications;
        let mut found = build_edges::find(graph, lists);
        let roles = graph.roles().len();
        let eligibilities = EligibilityTable::new(graph, lists, &found.held);
        let role_flags =
            |(role, held): (&Role, &Qualification)| RoleFlags::new(&role.settings, ladder.is_degree(*held));
        let role_flags = graph.roles().iter().zip(&found.held).map(role_flags).collect();
        let professions = professions(graph, &found.held);
        let registered_level = professions.iter().map(|&role| graph.roles()[role].level()).min().unwrap_or_default();
        let held_by_registered = professions.iter().map(|&role| found.held[role]).min().unwrap_or_default();
        let registered = graph.roles().iter().filter(|role| must_register(role)).map(|role| role.index.position());
        let registered_nodes = registered.chain([roles]).collect();
        let is_professional = |role: &&Role| must_register(role) || lists.levels.is_profession(role.level());
        let professional = graph.roles().iter().filter(is_professional).map(|role| role.index.position()).collect();
        found.held.push(held_by_registered);
        Self {
            limits,
            roles: roles as u32,
            incoming: found.outgoing.reversed(roles, |tail, edge| (edge.head, Edge { head: tail, ..*edge })),
            outgoing: found.outgoing,
            origins: found.origins,
            qualification_edges: QualificationEdges::new(graph, lists, found.qualification_edges, &eligibilities),
            chains: StudyChains::new(ladder),
            qualifications: ladder.len() as u32,
            eligibilities,
            role_flags,
            registered_level,
            registered: registered_nodes,
            professional,
            held: found.held,
            closures: Closures::default(),
        }
    }

    /// The number of nodes.
    pub fn node_count(&self) -> usize {
        (self.first_eligibility() + self.eligibilities.len()) as usize
    }

    /// The size of the arrays in bytes.
    pub fn bytes(&self) -> usize {
        let outgoing = self.outgoing.bytes() + size_of_val(self.origins.as_slice());
        let edges = outgoing + self.incoming.bytes() + self.qualification_edges.bytes();
        edges + self.eligibilities.bytes() + self.held.len() + size_of_val(self.role_flags.as_slice())
    }

    /// The node of the registered professional.
    pub fn registered(&self) -> NodeId {
        self.roles
    }

    /// The node of those who hold this qualification, in no role.
    pub fn holding(&self, qualification: Qualification) -> NodeId {
        self.roles + 1 + u32::from(qualification.0)
    }

    fn first_eligibility(&self) -> NodeId {
        self.roles + 1 + self.qualifications
    }

    /// What a node stands for.
    pub fn kind(&self, node: NodeId) -> NodeKind {
        if node < self.roles {
            NodeKind::Role
        } else if node >= self.first_eligibility() {
            NodeKind::Eligibility
        } else {
            let held = node.checked_sub(self.roles + 1);
            held.map_or(NodeKind::Registered, |held| NodeKind::Qualification(Qualification(held as u8)))
        }
    }

    /// The context of a journey. It leads no lower than the start and the goal, whichever is lower, unless the search is
    /// `relaxed`; from a profession it never does.
    pub fn context(&self, start: NodeId, goal: NodeId, relaxed: bool) -> TravellerContext {
        let level = |node| self.qualification_edges.level(node);
        let own = if start == self.registered() { Some(self.registered_level) } else { level(start) };
        let relaxed = relaxed && !self.registered.contains(start as usize);
        let lowest = level(goal).map_or(own, |goal| own.min(Some(goal)));
        let floor = lowest.filter(|_| !relaxed).unwrap_or_default();
        let held = match self.kind(start) {
            NodeKind::Qualification(held) => held,
            _ => self.held.get(start as usize).copied().unwrap_or_default(),
        };
        TravellerContext { start, goal: Some(goal), held, floor }
    }

    /// Whether somebody on a register is sent into another profession for the sake of some degree: by a qualification alone, and
    /// not because it is the goal.
    pub fn changes_profession(&self, head: NodeId, context: TravellerContext) -> bool {
        context.goal != Some(head)
            && self.registered.contains(context.start as usize)
            && self.professional.contains(head as usize)
    }

    /// Whether a node is a role below the levels to which a journey may lead.
    pub fn is_too_low(&self, node: NodeId, context: TravellerContext) -> bool {
        self.qualification_edges.level(node).is_some_and(|level| level < context.floor)
    }

    /// Whether two roles share a category.
    pub fn share_a_category(&self, role: NodeId, other: NodeId) -> bool {
        let categories = self.eligibilities.categories(other);
        self.eligibilities.categories(role).iter().any(|category| categories.contains(category))
    }

    /// How unlike two roles are, to be compared: whether they share no category, whether they share no setting, and the number of
    /// levels between them.
    pub fn dissimilarity(&self, role: NodeId, other: NodeId) -> (bool, bool, usize) {
        let role_flags = |role: NodeId| self.role_flags.get(role as usize).copied().unwrap_or_default();
        let level = |role| self.qualification_edges.level(role).map_or(0, Level::position);
        (
            !self.share_a_category(role, other),
            !role_flags(role).shares_a_setting(role_flags(other)),
            level(role).abs_diff(level(other)),
        )
    }

    /// Where an edge that leaves a role or the registered professional leads, and what it is.
    pub fn origin(&self, id: EdgeId) -> Option<(NodeId, EdgeOrigin)> {
        Some((self.outgoing.get(id)?.head, *self.origins.get(id as usize)?))
    }

    /// The node that such an edge leaves.
    pub fn tail(&self, id: EdgeId) -> NodeId {
        self.outgoing.row_of(id)
    }

    /// The qualification edge with this number.
    pub fn qualification_edge(&self, id: EdgeId) -> Option<&QualificationEdge> {
        self.qualification_edges.get(id.checked_sub(self.first_qualification_edge())?)
    }

    /// The flags of any edge.
    pub fn flags(&self, id: EdgeId) -> EdgeFlags {
        let of_role = self.outgoing.get(id).map(|edge| edge.flags);
        let of_qualification = || self.qualification_edge(id).map(|edge| edge.edge.flags);
        of_role.or_else(of_qualification).unwrap_or(EdgeFlags::HOLDING)
    }

    /// The qualification that an edge asks for.
    pub fn asked(&self, id: EdgeId) -> Qualification {
        let of_qualification = || self.qualification_edge(id).map(|edge| edge.edge.asked);
        self.outgoing.get(id).map(|edge| edge.asked).or_else(of_qualification).unwrap_or_default()
    }

    /// The best study from one qualification to another (see [`StudyChains::between`]).
    pub fn study_between(
        &self,
        held: Qualification,
        asked: Qualification,
        constraints: Constraints,
    ) -> Option<&StudyChain> {
        self.chains.between(held, asked, constraints)
    }

    fn first_qualification_edge(&self) -> EdgeId {
        self.outgoing.len()
    }
}
