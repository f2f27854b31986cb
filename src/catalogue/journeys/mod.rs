//! From here to there: the sensible ways from a starting point to a role, the shortest first.
//!
//! The places are the roles, the qualifications, and "I am a registered professional". Three kinds of arrows join them:
//! *progressions*, *entry* routes and *study* (see `arrows.rs`). Somebody in a role may study upwards, and may take any way in that
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
//! Hart, Nilsson and Raphael 1968); further ways leave those that were found (`alternatives.rs`, Yen 1971 and Lawler 1972).

mod explain;
mod journey;
mod limits;
mod network;
mod place;
#[cfg(test)]
mod planner_tests;
mod preferences;
#[cfg(test)]
mod properties;
mod search;
mod selection;

pub use explain::no_route::{MissingLink, NearestRole, NoRoute};
pub use journey::{EdgeKind, Journey, Step, Totals};
pub use network::flags::TrainingRoute;
pub use place::Waypoint;
pub use preferences::{Preference, Preferences};
pub use selection::diversity::{JourneyKind, SHOWN};

use crate::catalogue::graph::{Move, RoleGraph};
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

/// Every arrow of a catalogue, made once for each catalogue.
#[derive(Debug)]
pub struct JourneyIndex {
    network: Network,
    pool: WorkspacePool,
}

impl JourneyIndex {
    /// Finds every arrow.
    #[must_use]
    pub fn new(graph: &RoleGraph, qualifications: &[QualificationInfo]) -> Self {
        Self::with_limits(graph, qualifications, Limits::default())
    }

    fn with_limits(graph: &RoleGraph, qualifications: &[QualificationInfo], limits: Limits) -> Self {
        let network = Network::new(graph, qualifications, limits);
        let pool = WorkspacePool::new(network.places());
        Self { network, pool }
    }

    /// The bytes that the arrows take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.network.bytes()
    }
}

/// The planner of journeys of one catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Planner<'a> {
    graph: &'a RoleGraph,
    qualifications: &'a [QualificationInfo],
    index: &'a JourneyIndex,
}

/// What the planner says.
#[derive(Clone, Debug)]
pub enum JourneyResult<'a> {
    /// One is there already.
    AlreadyThere,
    /// One to three journeys that differ in kind, the shortest first.
    Ways(Vec<Journey<'a>>),
    /// There is none.
    NoRoute(NoRoute<'a>),
}

impl<'a> Planner<'a> {
    /// A planner for these roles and qualifications, by the index of both.
    #[must_use]
    pub fn new(graph: &'a RoleGraph, qualifications: &'a [QualificationInfo], index: &'a JourneyIndex) -> Self {
        Self { graph, qualifications, index }
    }

    /// How to get from a place to a role.
    #[must_use]
    pub fn plan(&self, from: Waypoint<'a>, to: &'a Role, wishes: &Preferences) -> JourneyResult<'a> {
        let (Some(start), Some(goal)) = (self.node(from), self.node(Waypoint::Role(to))) else {
            return JourneyResult::NoRoute(NoRoute::default());
        };
        if start == goal {
            return JourneyResult::AlreadyThere;
        }
        self.index.pool.lend(|scratch| {
            let ways = self.ways(start, goal, Constraints::new(wishes), scratch);
            if ways.is_empty() {
                JourneyResult::NoRoute(self.no_way(start, goal, wishes, scratch))
            } else {
                JourneyResult::Ways(ways)
            }
        })
    }

    /// Every role that one can get to from a place, by title.
    #[must_use]
    pub fn within_reach(&self, from: Waypoint<'_>) -> Vec<&'a Role> {
        let Some(start) = self.node(from) else { return Vec::new() };
        let network = &self.index.network;
        let reach = Reachable::new(network, Constraints::default(), start, usize::MAX);
        (0..network.roles).filter(|node| reach.includes(*node)).filter_map(|node| self.role(node)).collect()
    }

    fn ways(&self, start: NodeId, goal: NodeId, rule: Constraints, scratch: &mut Workspace) -> Vec<Journey<'a>> {
        let network = &self.index.network;
        let mut last_resort = None;
        for roundabout in [false, true] {
            let mut search = AStar::new(network, rule, network.outlook(start, goal, roundabout), scratch);
            let Some(steps) = search.steps_between(start, goal) else { continue };
            let all = Alternatives::new(&mut search, start, goal, steps);
            let (chosen, turns_back) = diversity::choose(all.map(|hops| Candidate::new(hops, network, self.graph)));
            if !chosen.is_empty() {
                return chosen.iter().filter_map(|candidate| self.journey(candidate)).collect();
            }
            last_resort = last_resort.or(turns_back);
        }
        last_resort.iter().filter_map(|candidate| self.journey(candidate)).collect()
    }

    fn node(&self, place: Waypoint<'_>) -> Option<NodeId> {
        match place {
            Waypoint::Role(role) => self.graph.index(&role.id).map(|index| index as NodeId),
            Waypoint::RegisteredProfessional => Some(self.index.network.registered()),
            Waypoint::Qualification(held) => Some(self.index.network.holding(held)),
        }
    }

    fn role(&self, node: NodeId) -> Option<&'a Role> {
        self.graph.roles().get(node as usize)
    }

    fn place(&self, node: NodeId) -> Option<Waypoint<'a>> {
        match self.index.network.kind(node) {
            NodeKind::Role => self.role(node).map(Waypoint::Role),
            NodeKind::Registered => Some(Waypoint::RegisteredProfessional),
            NodeKind::Qualification(held) => Some(Waypoint::Qualification(held)),
            NodeKind::Eligibility => None,
        }
    }

    fn journey(&self, candidate: &Candidate) -> Option<Journey<'a>> {
        let steps = candidate.hops.iter().map(|hop| self.step(hop)).collect::<Option<Vec<_>>>()?;
        Some(Journey { steps, character: candidate.character })
    }

    fn step(&self, hop: &EdgeStep) -> Option<Step<'a>> {
        let (arrow, as_role) = self.arrow(hop.arc)?;
        Some(Step {
            from: self.place(hop.from)?,
            to: self.place(hop.to)?,
            as_role,
            arrow,
            way: hop.traits.way(),
            earns: hop.traits.earns(),
            asks_more: hop.traits.has(network::flags::EdgeFlags::ASKS_MORE),
        })
    }

    /// What an arrow is, and in which role a registered professional takes it.
    fn arrow(&self, id: EdgeId) -> Option<(EdgeKind<'a>, Option<&'a Role>)> {
        let network = &self.index.network;
        if let Some(study) = network.study(id) {
            let info = self.qualifications.iter().find(|info| info.qualification == study.to)?;
            return info.climbs.get(study.climb).map(|climb| (EdgeKind::Study(climb), None));
        }
        if let Some(open) = network.open(id) {
            let route = self.role(open.head)?.entry_routes.get(open.route as usize)?;
            return Some((EdgeKind::Entry { route, with: Some(open.asked) }, None));
        }
        let (head, what) = network.what(id)?;
        let (from, to) = (self.role(network.tail(id)), self.role(head)?);
        let route = |index: u32| to.entry_routes.get(index as usize);
        match what {
            EdgeOrigin::Entry { route: index } => Some((EdgeKind::Entry { route: route(index)?, with: None }, None)),
            EdgeOrigin::Progression { progression, route: index } => {
                let from = from?;
                let progression = from.progressions.get(progression as usize)?;
                let step = Move { from, to, progression };
                Some((EdgeKind::Progression { step, route: index.and_then(route) }, None))
            }
            EdgeOrigin::Shared { arc } => {
                let (arrow, _) = self.arrow(arc)?;
                Some((arrow, self.role(network.tail(arc))))
            }
        }
    }
}
