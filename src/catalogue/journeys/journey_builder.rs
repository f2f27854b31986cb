//! Translation between the network's numbers and the terms of the data.

use crate::catalogue::graph::{Move, RoleGraph};
use crate::catalogue::journeys::journey::{EdgeKind, Journey, Step};
use crate::catalogue::journeys::network::Network;
use crate::catalogue::journeys::network::edge::{EdgeId, EdgeOrigin, NodeId, NodeKind};
use crate::catalogue::journeys::network::flags::EdgeFlags;
use crate::catalogue::journeys::search::a_star::EdgeStep;
use crate::catalogue::journeys::selection::diversity::Candidate;
use crate::catalogue::journeys::waypoint::Waypoint;
use crate::catalogue::model::indexes::Qualification;
use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::reference::QualificationInfo;
use crate::catalogue::model::role::Role;

/// The network, with the data it was built from.
#[derive(Clone, Copy, Debug)]
pub struct JourneyBuilder<'a> {
    /// The roles.
    pub graph: &'a RoleGraph,
    /// The closed lists, of which the qualifications have study routes.
    pub lists: &'a Lists,
    /// The network of both.
    pub network: &'a Network,
}

impl<'a> JourneyBuilder<'a> {
    /// The node of a waypoint.
    pub fn node(&self, waypoint: Waypoint<'_>) -> NodeId {
        match waypoint {
            Waypoint::Role(role) => role.index.0,
            Waypoint::RegisteredProfessional => self.network.registered(),
            Waypoint::Qualification(held) => self.network.holding(held.qualification),
        }
    }

    /// The role of a node.
    pub fn role(&self, node: NodeId) -> Option<&'a Role> {
        self.graph.roles().get(node as usize)
    }

    fn qualification(&self, qualification: Qualification) -> Option<&'a QualificationInfo> {
        self.lists.qualifications.get(qualification.position())
    }

    fn waypoint(&self, node: NodeId) -> Option<Waypoint<'a>> {
        match self.network.kind(node) {
            NodeKind::Role => self.role(node).map(Waypoint::Role),
            NodeKind::Registered => Some(Waypoint::RegisteredProfessional),
            NodeKind::Qualification(held) => self.qualification(held).map(Waypoint::Qualification),
            NodeKind::Eligibility => None,
        }
    }

    /// The journey of a path.
    pub fn journey(&self, candidate: &Candidate) -> Option<Journey<'a>> {
        let steps = candidate.steps.iter().map(|step| self.step(step)).collect::<Option<Vec<_>>>()?;
        Some(Journey { steps, kind: candidate.kind })
    }

    /// One step of a path.
    pub fn step(&self, step: &EdgeStep) -> Option<Step<'a>> {
        let (edge, as_role) = self.edge(step.edge)?;
        Some(Step {
            from: self.waypoint(step.from)?,
            to: self.waypoint(step.to)?,
            as_role,
            edge,
            training_route: step.flags.training_route(),
            earns: step.flags.earns(),
            asks_more: step.flags.has(EdgeFlags::ASKS_MORE),
        })
    }

    /// What an edge is, and in which role a registered professional takes it.
    fn edge(&self, id: EdgeId) -> Option<(EdgeKind<'a>, Option<&'a Role>)> {
        if let Some(study) = self.network.study(id) {
            let info = self.qualification(study.to)?;
            return info.climbs.get(study.climb).map(|climb| (EdgeKind::Study(climb), None));
        }
        if let Some(edge) = self.network.qualification_edge(id) {
            let route = self.role(edge.head)?.entry_routes.get(edge.route as usize)?;
            return Some((EdgeKind::Entry { route, with: self.qualification(edge.asked) }, None));
        }
        let (head, origin) = self.network.origin(id)?;
        let (from, to) = (self.role(self.network.tail(id)), self.role(head)?);
        let route = |index: u32| to.entry_routes.get(index as usize);
        match origin {
            EdgeOrigin::Entry { route: index } => Some((EdgeKind::Entry { route: route(index)?, with: None }, None)),
            EdgeOrigin::Progression { progression, route: index } => {
                let from = from?;
                let progression = from.progressions.get(progression as usize)?;
                let step = Move { from, to, progression };
                Some((EdgeKind::Progression { step, route: index.and_then(route) }, None))
            }
            EdgeOrigin::Shared { edge: original } => {
                let (edge, _) = self.edge(original)?;
                Some((edge, self.role(self.network.tail(original))))
            }
        }
    }
}
