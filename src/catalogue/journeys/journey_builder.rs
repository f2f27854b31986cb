//! Translation between the network's numbers and the terms of the data.

use crate::catalogue::graph::{Move, RoleGraph};
use crate::catalogue::journeys::journey::{EdgeKind, Journey, Met, Step};
use crate::catalogue::journeys::network::Network;
use crate::catalogue::journeys::network::constraints::Constraints;
use crate::catalogue::journeys::network::edge::{EdgeId, EdgeOrigin, NodeId, NodeKind};
use crate::catalogue::journeys::network::flags::{EdgeFlags, TrainingRoute};
use crate::catalogue::journeys::network::study::Climb;
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

    /// The journey of a path under these constraints. Study is unfolded into its stops; what was gained by earlier study is not
    /// studied again.
    pub fn journey(&self, candidate: &Candidate, constraints: Constraints) -> Option<Journey<'a>> {
        let mut steps = Vec::new();
        let mut held = Qualification::default();
        for step in &candidate.steps {
            let climbs = self.climbs(step, constraints).filter(|climb| climb.to > held);
            let before: Vec<Climb> = climbs.collect();
            steps.extend(self.steps(step, &before)?);
            held = before.last().map_or(held, |climb| climb.to);
        }
        Some(Journey { steps, kind: candidate.kind })
    }

    /// The study that a step of a path has before it.
    pub fn climbs(&self, step: &EdgeStep, constraints: Constraints) -> impl Iterator<Item = Climb> + use<'a> {
        let chain = self.network.study_between(step.held, step.studied, constraints);
        chain.into_iter().flat_map(|chain| chain.climbs.iter().copied())
    }

    /// One step of a path, with this study before it.
    pub fn steps(&self, step: &EdgeStep, climbs: &[Climb]) -> Option<Vec<Step<'a>>> {
        let start = self.waypoint(step.from)?;
        let mut steps = Vec::new();
        let mut from = start;
        for climb in climbs {
            let study = self.study(from, *climb)?;
            from = study.to;
            steps.push(study);
        }
        let (edge, as_role) = self.edge(step.edge)?;
        let to = self.waypoint(step.to)?;
        let trains = step.flags.has(EdgeFlags::TRAINING);
        let met = match (step.flags.has(EdgeFlags::UNMET), trains) {
            (true, _) => Met::Unmet,
            (false, true) => Met::Added,
            (false, false) => Met::Met,
        };
        let printed = match (start, to) {
            (Waypoint::Role(start), Waypoint::Role(to)) if !climbs.is_empty() => {
                self.graph.successors(start).find(|step| step.to.index == to.index)
            }
            _ => None,
        };
        steps.push(Step {
            from,
            to,
            as_role,
            edge,
            printed,
            training_route: step.flags.training_route(),
            earns: step.flags.earns(),
            trains,
            met,
            has_unknown_length: step.flags.has(EdgeFlags::UNKNOWN_LENGTH),
        });
        Some(steps)
    }

    /// A step of study.
    pub fn study(&self, from: Waypoint<'a>, climb: Climb) -> Option<Step<'a>> {
        let info = self.qualification(climb.to)?;
        let route = info.climbs.get(climb.index)?;
        Some(Step {
            from,
            to: Waypoint::Qualification(info),
            as_role: None,
            edge: EdgeKind::Study(route),
            printed: None,
            training_route: TrainingRoute::Study,
            earns: climb.flags.earns(),
            trains: false,
            met: Met::Met,
            has_unknown_length: route.months.is_none(),
        })
    }

    /// What an edge is, and in which role a registered professional takes it.
    fn edge(&self, id: EdgeId) -> Option<(EdgeKind<'a>, Option<&'a Role>)> {
        if let Some(edge) = self.network.qualification_edge(id) {
            let route = self.role(edge.edge.head)?.entry_routes.get(edge.route as usize)?;
            return Some((EdgeKind::Entry { route, with: self.qualification(edge.edge.asked) }, None));
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
