//! From here to there: the sensible journeys from a starting point to a role, the shortest first.
//!
//! The places are the roles, the qualifications, and "I am a registered professional". Three kinds of edges join them:
//! *progressions*, *entry* routes and *study* (see `edges.rs`). Somebody in a role may study upwards, and may take any way in that
//! asks for no more than everybody in the role holds; but none into a role on a lower level than their own and the goal's, unless
//! there is no other way at all: nobody tells a nurse to become a porter first. What was gained before the last stop is not carried along:
//! whoever could use it now could have used it then, in fewer steps. "I am a registered professional" is open to all that any
//! role with registration leads to, and to what everybody in such a role may start.
//!
//! Journeys are ordered by their number of steps. Among as many, the less vague come first: a step is a grade vaguer where its way in
//! is by experience or differs from place to place, where the source says that it may not be there, where it asks for more than one
//! is known to hold, and where it rests on what people in a role hold and not on a printed move. Then come those with fewer steps
//! that only one source knows, then those with fewer of unknown length, then those whose stops have the first titles. The same
//! question always has the same answer. Of all journeys, a few that differ in kind are chosen (`kind.rs`).
//!
//! How far it is, both ends find out together (`looking.rs`, Pohl 1971); the way itself is found by these distances (`search.rs`,
//! Hart, Nilsson and Raphael 1968); further journeys leave those that were found (`alternatives.rs`, Yen 1971 and Lawler 1972).

mod explain;
mod journey;
mod limits;
mod network;
#[cfg(test)]
mod planner_tests;
mod preferences;
#[cfg(test)]
mod properties;
mod search;
mod selection;
mod waypoint;

pub use explain::no_route::{MissingLink, NearestRole, NoRoute};
pub use journey::{EdgeKind, Journey, Step, Totals};
pub use network::flags::TrainingRoute;
pub use preferences::{Preference, Preferences};
pub use selection::diversity::{JourneyKind, SHOWN};
pub use waypoint::Waypoint;

use crate::catalogue::graph::{Move, RoleGraph};
use crate::catalogue::model::indexes::Qualification;
use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::reference::QualificationInfo;
use crate::catalogue::model::role::Role;
use limits::Limits;
use network::Network;
use network::descendants::Reachable;
use network::edge::{EdgeId, EdgeOrigin, NodeId, NodeKind};
use preferences::Constraints;
use search::a_star::{AStar, EdgeStep};
use search::workspace::{Workspace, WorkspacePool};
use selection::alternatives::Alternatives;
use selection::diversity::{self, Candidate};

/// Every edge of a catalogue, made once for each catalogue.
#[derive(Debug)]
pub struct JourneyIndex {
    network: Network,
    pool: WorkspacePool,
}

impl JourneyIndex {
    /// Finds every edge.
    #[must_use]
    pub fn new(graph: &RoleGraph, lists: &Lists) -> Self {
        Self::with_limits(graph, lists, Limits::default())
    }

    fn with_limits(graph: &RoleGraph, lists: &Lists, limits: Limits) -> Self {
        let network = Network::new(graph, lists, limits);
        let pool = WorkspacePool::new(network.node_count());
        Self { network, pool }
    }

    /// The bytes that the edges take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.network.bytes()
    }
}

/// The planner of journeys of one catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Planner<'a> {
    graph: &'a RoleGraph,
    lists: &'a Lists,
    index: &'a JourneyIndex,
}

/// What the planner says.
#[derive(Clone, Debug)]
pub enum JourneyResult<'a> {
    /// One is there already.
    AlreadyThere,
    /// One to three journeys that differ in kind, the shortest first.
    Found(Vec<Journey<'a>>),
    /// There is none.
    NoRoute(NoRoute<'a>),
}

impl<'a> Planner<'a> {
    /// A planner for these roles and the lists that they refer to, by the index of both.
    #[must_use]
    pub fn new(graph: &'a RoleGraph, lists: &'a Lists, index: &'a JourneyIndex) -> Self {
        Self { graph, lists, index }
    }

    /// How to get from a place to a role.
    #[must_use]
    pub fn plan(&self, from: Waypoint<'a>, to: &'a Role, preferences: &Preferences) -> JourneyResult<'a> {
        let (Some(start), Some(goal)) = (self.node(from), self.node(Waypoint::Role(to))) else {
            return JourneyResult::NoRoute(NoRoute::default());
        };
        if start == goal {
            return JourneyResult::AlreadyThere;
        }
        self.index.pool.lend(|workspace| {
            let journeys = self.journeys(start, goal, Constraints::new(preferences), workspace);
            if journeys.is_empty() {
                JourneyResult::NoRoute(self.no_route(start, goal, preferences, workspace))
            } else {
                JourneyResult::Found(journeys)
            }
        })
    }

    /// Every role that one can get to from a place, by title.
    #[must_use]
    pub fn within_reach(&self, from: Waypoint<'_>) -> Vec<&'a Role> {
        let Some(start) = self.node(from) else { return Vec::new() };
        let network = &self.index.network;
        let reachable = Reachable::new(network, Constraints::default(), start, usize::MAX);
        (0..network.roles).filter(|node| reachable.includes(*node)).filter_map(|node| self.role(node)).collect()
    }

    fn journeys(
        &self,
        start: NodeId,
        goal: NodeId,
        constraints: Constraints,
        workspace: &mut Workspace,
    ) -> Vec<Journey<'a>> {
        let network = &self.index.network;
        let mut last_resort = None;
        for relaxed in [false, true] {
            let mut search = AStar::new(network, constraints, network.context(start, goal, relaxed), workspace);
            let Some(steps) = search.distance(start, goal) else { continue };
            let all = Alternatives::new(&mut search, start, goal, steps);
            let (chosen, backtracks) =
                diversity::choose(all.map(|steps| Candidate::new(steps, network, self.graph, &self.lists.levels)));
            if !chosen.is_empty() {
                return chosen.iter().filter_map(|candidate| self.journey(candidate)).collect();
            }
            last_resort = last_resort.or(backtracks);
        }
        last_resort.iter().filter_map(|candidate| self.journey(candidate)).collect()
    }

    fn node(&self, waypoint: Waypoint<'_>) -> Option<NodeId> {
        match waypoint {
            Waypoint::Role(role) => Some(role.index.0),
            Waypoint::RegisteredProfessional => Some(self.index.network.registered()),
            Waypoint::Qualification(held) => Some(self.index.network.holding(held.qualification)),
        }
    }

    fn role(&self, node: NodeId) -> Option<&'a Role> {
        self.graph.roles().get(node as usize)
    }

    fn qualification(&self, qualification: Qualification) -> Option<&'a QualificationInfo> {
        self.lists.qualifications.get(qualification.position())
    }

    fn waypoint(&self, node: NodeId) -> Option<Waypoint<'a>> {
        match self.index.network.kind(node) {
            NodeKind::Role => self.role(node).map(Waypoint::Role),
            NodeKind::Registered => Some(Waypoint::RegisteredProfessional),
            NodeKind::Qualification(held) => self.qualification(held).map(Waypoint::Qualification),
            NodeKind::Eligibility => None,
        }
    }

    fn journey(&self, candidate: &Candidate) -> Option<Journey<'a>> {
        let steps = candidate.steps.iter().map(|step| self.step(step)).collect::<Option<Vec<_>>>()?;
        Some(Journey { steps, kind: candidate.kind })
    }

    fn step(&self, edge_step: &EdgeStep) -> Option<Step<'a>> {
        let (edge, as_role) = self.edge(edge_step.edge)?;
        Some(Step {
            from: self.waypoint(edge_step.from)?,
            to: self.waypoint(edge_step.to)?,
            as_role,
            edge,
            training_route: edge_step.flags.training_route(),
            earns: edge_step.flags.earns(),
            asks_more: edge_step.flags.has(network::flags::EdgeFlags::ASKS_MORE),
        })
    }

    /// What an edge is, and in which role a registered professional takes it.
    fn edge(&self, id: EdgeId) -> Option<(EdgeKind<'a>, Option<&'a Role>)> {
        let network = &self.index.network;
        if let Some(study) = network.study(id) {
            let info = self.qualification(study.to)?;
            return info.climbs.get(study.climb).map(|climb| (EdgeKind::Study(climb), None));
        }
        if let Some(edge) = network.qualification_edge(id) {
            let route = self.role(edge.head)?.entry_routes.get(edge.route as usize)?;
            return Some((EdgeKind::Entry { route, with: self.qualification(edge.asked) }, None));
        }
        let (head, origin) = network.origin(id)?;
        let (from, to) = (self.role(network.tail(id)), self.role(head)?);
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
                Some((edge, self.role(network.tail(original))))
            }
        }
    }
}
