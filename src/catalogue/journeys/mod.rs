//! Journeys: routes from a waypoint (a qualification, a registered profession or a role) to a role, shortest first.
//!
//! Nodes are the roles, the qualifications and "I am a registered professional". Three kinds of edges join them: *progressions*,
//! *entry* routes and *study* (see `network/build_edges.rs`). Somebody may study upwards before the first role, and may begin there
//! any entry route that asks for no more than everybody in the same place holds. From a role on the way, only those into the
//! category of its line are open so; and none from a profession, which is a role that one must register for or one on the upper
//! levels: nobody is sent through another profession for the sake of some degree, but only by a printed move, or where the next
//! entry route names the profession. No stop is on a lower level than the start and the goal, unless there is no other route:
//! nobody tells a nurse to become a porter first. What was gained before the last stop is not carried along: whoever could use it
//! now could have used it then, in fewer steps. "I am a registered professional" is open to all that any registered profession
//! leads to, and to what everybody in one may start. Experience that an entry route asks for is not held by anybody who only holds
//! a qualification.
//!
//! Journeys are ordered by what they ask for in vain, then by the number of their stops, then by known time, then by how vague
//! they are, then by the steps that only one source has (`network/path_cost.rs`), then by the titles of their stops. A step is a
//! grade vaguer where its entry route is by experience or differs from place to place, where the source says that it may not be
//! there, where it asks for a degree in some subject, where it leads into one kind of a wider role, where it asks for more than one
//! is known to hold, and where it rests on what people in a role hold and not on a printed progression. The same question always
//! has the same answer.
//!
//! The length of the shortest path is found by bidirectional search (`search/bidirectional.rs`, Pohl 1971), the path itself by A*
//! (`search/a_star.rs`, Hart, Nilsson and Raphael 1968), alternatives by deviation (`selection/alternatives.rs`, Yen 1971 and
//! Lawler 1972). Of these, a few of different kinds are chosen (`selection/diversity.rs`).

mod explain;
mod journey;
mod journey_builder;
mod limits;
mod network;
#[cfg(test)]
mod no_route_tests;
#[cfg(test)]
mod planner_tests;
mod preferences;
#[cfg(test)]
mod properties;
mod search;
mod selection;
mod waypoint;

pub use explain::no_route::{MissingLink, NearestRole, NoRoute};
pub use explain::printed_way::{PrintedMove, PrintedWay};
pub use journey::{Ask, Earns, EdgeKind, Journey, Met, Step, Totals};
pub use network::flags::TrainingRoute;
pub use preferences::{Preference, Preferences};
pub use selection::diversity::{JourneyKind, SHOWN};
pub use waypoint::Waypoint;

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::role::Role;
use explain::no_route::is_reachable;
use journey_builder::JourneyBuilder;
use limits::Limits;
use network::Network;
use network::constraints::Constraints;
use network::descendants::Reachable;
use network::edge::NodeId;
use network::flags::EdgeFlags;
use search::a_star::AStar;
use search::workspace::{Workspace, WorkspacePool};
use selection::alternatives::Alternatives;
use selection::diversity::{self, Candidate};

/// The network of a catalogue, built once, with the workspaces of its searches.
#[derive(Debug)]
pub struct JourneyIndex {
    network: Network,
    pool: WorkspacePool,
}

impl JourneyIndex {
    /// Builds the network.
    #[must_use]
    pub fn new(graph: &RoleGraph, lists: &Lists) -> Self {
        Self::with_limits(graph, lists, Limits::default())
    }

    fn with_limits(graph: &RoleGraph, lists: &Lists, limits: Limits) -> Self {
        let network = Network::new(graph, lists, limits);
        let pool = WorkspacePool::new(network.node_count());
        Self { network, pool }
    }

    /// The size of the network in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.network.bytes()
    }
}

/// The planner of journeys of one catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Planner<'a> {
    builder: JourneyBuilder<'a>,
    pool: &'a WorkspacePool,
}

/// The answer of the planner.
#[derive(Clone, Debug)]
pub enum JourneyResult<'a> {
    /// Start and goal are one.
    AlreadyThere,
    /// There are some.
    Found {
        /// One to three journeys of different kinds, in their order.
        journeys: Vec<Journey<'a>>,
        /// The way that printed moves alone make, where it is none of these.
        printed: Option<PrintedWay<'a>>,
    },
    /// There is none within the preferences.
    NoRoute(NoRoute<'a>),
}

impl<'a> Planner<'a> {
    /// A planner for these roles and the lists that they refer to, by the index of both.
    #[must_use]
    pub fn new(graph: &'a RoleGraph, lists: &'a Lists, index: &'a JourneyIndex) -> Self {
        Self { builder: JourneyBuilder { graph, lists, network: &index.network }, pool: &index.pool }
    }

    /// The journeys from a waypoint to a role within the preferences, or why there is none.
    #[must_use]
    pub fn plan(&self, from: Waypoint<'a>, to: &'a Role, preferences: &Preferences) -> JourneyResult<'a> {
        let (start, goal) = (self.builder.node(from), self.builder.node(Waypoint::Role(to)));
        if start == goal {
            return JourneyResult::AlreadyThere;
        }
        self.pool.lend(|workspace| {
            let journeys = self.journeys(start, goal, preferences.constraints(), workspace);
            if journeys.is_empty() {
                JourneyResult::NoRoute(NoRoute::explain(&self.builder, start, goal, preferences, workspace))
            } else {
                let printed = preferences.made().next().is_none();
                let printed = printed.then(|| PrintedWay::beside(&journeys, &self.builder, start, goal)).flatten();
                JourneyResult::Found { journeys, printed }
            }
        })
    }

    /// Every role that can be reached from a waypoint, by title.
    #[must_use]
    pub fn within_reach(&self, from: Waypoint<'_>) -> Vec<&'a Role> {
        let (network, start) = (self.builder.network, self.builder.node(from));
        let reachable = Reachable::new(network, Constraints::default(), start, usize::MAX);
        (0..network.roles).filter(|node| reachable.includes(*node)).filter_map(|node| self.builder.role(node)).collect()
    }

    /// The best journey from a waypoint to each role, in the order of journeys; of at most so many roles. None goes below the
    /// start, and none is unmet.
    #[must_use]
    pub fn to_each_role(&self, from: Waypoint<'_>, preferences: &Preferences, most: usize) -> Vec<Journey<'a>> {
        let JourneyBuilder { graph, lists, network } = self.builder;
        let start = self.builder.node(from);
        let constraints = preferences.constraints().refusing(EdgeFlags::UNMET);
        self.pool.lend(|workspace| {
            let mut search =
                AStar::new(network, constraints, network.context(start, start, false).to_anywhere(), workspace);
            let paths = search.cheapest_to_each(start, most).into_iter();
            let judged = paths.map(|(_, steps)| Candidate::new(steps, network, graph, &lists.levels));
            judged.filter_map(|candidate| self.builder.journey(&candidate, constraints)).collect()
        })
    }

    fn journeys(
        &self,
        start: NodeId,
        goal: NodeId,
        constraints: Constraints,
        workspace: &mut Workspace,
    ) -> Vec<Journey<'a>> {
        let JourneyBuilder { graph, lists, network } = self.builder;
        let journey = |candidate: &Candidate| self.builder.journey(candidate, constraints);
        let mut last_resort = None;
        let loosest = constraints;
        for (phase, (relaxed, constraints)) in phases(loosest).enumerate() {
            // What even the last phase cannot reach, none can: to ask once costs less than to search in each.
            if phase == 1 && !is_reachable(&self.builder, start, goal, loosest, workspace) {
                break;
            }
            let mut search = AStar::new(network, constraints, network.context(start, goal, relaxed), workspace);
            let Some(distance) = search.distance(start, goal) else { continue };
            let paths = Alternatives::new(&mut search, start, goal, distance);
            let judged = paths.map(|steps| Candidate::new(steps, network, graph, &lists.levels));
            let (chosen, backtracking) = diversity::choose(judged);
            if !chosen.is_empty() {
                return chosen.iter().filter_map(journey).collect();
            }
            last_resort = last_resort.or(backtracking);
        }
        last_resort.iter().filter_map(journey).collect()
    }
}

/// The searches for one question, each for what the one before has not found: without unmet demands, with them, and both again
/// with stops below the start.
fn phases(constraints: Constraints) -> impl Iterator<Item = (bool, Constraints)> {
    let met = constraints.refusing(EdgeFlags::UNMET);
    [(false, met), (false, constraints), (true, met), (true, constraints)].into_iter()
}
