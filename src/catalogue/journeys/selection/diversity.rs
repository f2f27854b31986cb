//! How journeys differ, and which few of many are worth showing.

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::network::Network;
use crate::catalogue::journeys::network::edge::NodeKind;
use crate::catalogue::journeys::network::flags::{EdgeFlags, TrainingRoute};
use crate::catalogue::journeys::network::path_cost::PathCost;
use crate::catalogue::journeys::search::a_star::EdgeStep;
use crate::catalogue::model::lists::LevelLadder;
use crate::catalogue::model::role::Role;

/// The most journeys that are shown.
pub const SHOWN: usize = 3;

/// The most alternatives among which they are chosen.
const MAX_CANDIDATES: usize = 48;

/// How many steps longer than the first a further journey may be: beyond that, it is a round trip through jobs that happen to
/// be joined.
const MOST_EXTRA_STEPS: usize = 2;

/// The kind of a journey. Two journeys of one kind are much the same advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct JourneyKind {
    /// The training route of the last step: how one gets into the goal.
    pub way_in: TrainingRoute,
    /// Whether one studies for a qualification on the way, beside no job that it leads to.
    pub through_study: bool,
    /// Whether one works in an entry or early career role on the way.
    pub through_support_work: bool,
    /// Whether one works in a mid career or leadership role on the way.
    pub through_a_profession: bool,
}

/// A path, with what the choice among paths looks at.
pub struct Candidate {
    /// Its steps.
    pub steps: Vec<EdgeStep>,
    /// Its kind.
    pub kind: JourneyKind,
    /// See [`backtracks`].
    backtracks: bool,
    /// See [`detours`].
    detours: bool,
}

impl Candidate {
    /// Judges a path.
    pub fn new(steps: Vec<EdgeStep>, network: &Network, graph: &RoleGraph, levels: &LevelLadder) -> Self {
        let between = || steps.iter().skip(1).map(|step| step.from);
        let level = |node: &u32| graph.roles().get(*node as usize).map(Role::level);
        let kind = JourneyKind {
            way_in: steps.last().map_or(TrainingRoute::Work, |step| step.flags.training_route()),
            through_study: steps.iter().any(|step| step.climbs > 0),
            through_support_work: between().any(|node| level(&node).is_some_and(|level| !levels.is_profession(level))),
            through_a_profession: between().any(|node| level(&node).is_some_and(|level| levels.is_profession(level))),
        };
        let backtracks = backtracks(&steps, graph);
        let detours = detours(&steps, network, graph);
        Self { steps, kind, backtracks, detours }
    }

    /// Its distance.
    fn distance(&self) -> usize {
        self.steps.iter().map(|step| step.cost).sum::<PathCost>().distance()
    }
}

/// Whether a step is unmet, and asks for a role that one only gets to later: into General Practice Nurse, which
/// asks for a nurse, and from there to Nurse.
fn backtracks(steps: &[EdgeStep], graph: &RoleGraph) -> bool {
    let role = |node: u32| graph.roles().get(node as usize);
    steps.iter().enumerate().filter(|(_, step)| step.flags.has(EdgeFlags::UNMET)).any(|(index, step)| {
        let mut later = steps.iter().skip(index + 1).filter_map(|step| role(step.to));
        let ways_in = || role(step.to).into_iter().flat_map(|role| &role.entry_routes);
        later.any(|stop| ways_in().any(|route| route.roles_asked().any(|asked| asked == stop.index)))
    })
}

/// Whether somebody in a role is told to start afresh in another that shares no category with it, nor with the goal: from
/// Receptionist to Care Worker, so as to manage a surgery. Or to enter a profession only to train for another on the level of the
/// goal: Physiotherapist, so as to become an Occupational Therapist.
fn detours(steps: &[EdgeStep], network: &Network, graph: &RoleGraph) -> bool {
    let Some(goal) = steps.last().map(|step| step.to) else { return false };
    let level = |node: u32| graph.roles().get(node as usize).map(Role::level);
    let is_open =
        |step: &EdgeStep| network.qualification_edge(step.edge).is_some() && network.kind(step.from) == NodeKind::Role;
    steps.windows(2).any(|pair| {
        let [step, next] = pair else { return false };
        let shares_a_category = |other| network.share_a_category(step.to, other);
        let afresh = is_open(step) && ![step.from, goal].into_iter().any(shares_a_category);
        afresh || is_open(next) && level(next.from) >= level(goal)
    })
}

/// Chooses up to [`SHOWN`] journeys of different kinds.
///
/// The candidates come by cost, and the first of each kind is taken, up to [`MOST_EXTRA_STEPS`] more than the first has. One that
/// detours is only taken where no other is as short.
/// Those that backtrack are passed over; the first of them is returned beside the chosen, for want of a better one.
pub fn choose(journeys: impl Iterator<Item = Candidate>) -> (Vec<Candidate>, Option<Candidate>) {
    let mut chosen: Vec<Candidate> = Vec::new();
    let (mut shortest_detour, mut last_resort) = (None, None);
    for journey in journeys.take(MAX_CANDIDATES) {
        if journey.backtracks {
            last_resort.get_or_insert(journey);
            continue;
        }
        if journey.detours {
            if chosen.is_empty() {
                shortest_detour.get_or_insert(journey);
            }
            continue;
        }
        if chosen.first().is_some_and(|first| journey.distance() > first.distance() + MOST_EXTRA_STEPS) {
            break;
        }
        let shorter = |detour: &Candidate| detour.distance() < journey.distance();
        chosen.extend(shortest_detour.take().filter(|detour| shorter(detour)));
        if !chosen.iter().any(|shown| shown.kind == journey.kind) {
            chosen.push(journey);
        }
        if chosen.len() == SHOWN {
            break;
        }
    }
    if chosen.is_empty() {
        chosen.extend(shortest_detour);
    }
    (chosen, last_resort)
}
