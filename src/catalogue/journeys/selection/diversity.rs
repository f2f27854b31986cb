//! In what journeys differ, and which few of many are worth showing.

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::network::Network;
use crate::catalogue::journeys::network::edge::NodeKind;
use crate::catalogue::journeys::network::flags::{EdgeFlags, TrainingRoute};
use crate::catalogue::journeys::search::a_star::EdgeStep;
use crate::catalogue::model::role::Role;
use crate::catalogue::model::vocabulary::Level;

/// How many journeys are shown.
pub const SHOWN: usize = 3;

/// How many journeys are looked at for those to show.
const LOOKED_AT: usize = 48;

/// The kind of a journey: two journeys of the same kind are much the same advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct JourneyKind {
    /// The decisive way in: how one gets into the goal.
    pub way_in: TrainingRoute,
    /// Whether one studies for a qualification on the way, in no role.
    pub through_study: bool,
    /// Whether one works in an entry or early career role on the way.
    pub through_support_work: bool,
    /// Whether one works in a mid career or leadership role on the way.
    pub through_a_profession: bool,
}

/// A journey in numbers, with what a choice among journeys looks at.
pub(in crate::catalogue::journeys) struct Candidate {
    pub(in crate::catalogue::journeys) hops: Vec<EdgeStep>,
    pub(in crate::catalogue::journeys) character: JourneyKind,
    /// Whether the goal asks for no more than one is known to hold by then.
    is_open: bool,
    turns_back: bool,
    strays: bool,
}

impl Candidate {
    pub(in crate::catalogue::journeys) fn new(hops: Vec<EdgeStep>, network: &Network, graph: &RoleGraph) -> Self {
        let between = || hops.iter().skip(1).map(|hop| hop.from);
        let level = |node: &u32| graph.roles().get(*node as usize).map(Role::level);
        let character = JourneyKind {
            way_in: hops.last().map_or(TrainingRoute::Work, |hop| hop.traits.way()),
            through_study: between().any(|node| matches!(network.kind(node), NodeKind::Qualification(_))),
            through_support_work: between().any(|node| level(&node).is_some_and(|level| level < Level::Mid)),
            through_a_profession: between().any(|node| level(&node).is_some_and(|level| level >= Level::Mid)),
        };
        let is_open = hops.last().is_some_and(|hop| !hop.traits.has(EdgeFlags::ASKS_MORE));
        let turns_back = turns_back(&hops, graph);
        let strays = strays(&hops, network, graph);
        Self { hops, character, is_open, turns_back, strays }
    }

    /// Whether two journeys are much the same advice. While the goal is not open yet, it is too early to choose between two ways in.
    fn is_like(&self, other: &Self) -> bool {
        let but_for_the_way_in = |it: &Self| JourneyKind { way_in: TrainingRoute::Work, ..it.character };
        let both_open = self.is_open && other.is_open;
        self.character == other.character || !both_open && but_for_the_way_in(self) == but_for_the_way_in(other)
    }
}

/// Whether a step asks for more than one holds, and for a role that one only gets to later: into General Practice Nurse, which asks
/// for a nurse, and from there to Nurse.
fn turns_back(hops: &[EdgeStep], graph: &RoleGraph) -> bool {
    let role = |node: u32| graph.roles().get(node as usize);
    hops.iter().enumerate().filter(|(_, hop)| hop.traits.has(EdgeFlags::ASKS_MORE)).any(|(place, hop)| {
        let mut later = hops.iter().skip(place + 1).filter_map(|hop| role(hop.to));
        let ways_in = || role(hop.to).into_iter().flat_map(|role| &role.entry_routes);
        later.any(|stop| ways_in().any(|route| route.roles_asked().any(|asked| *asked == stop.id)))
    })
}

/// Whether somebody in a role is told to start afresh in another that has nothing to do with it, nor with what comes next, nor with the
/// goal: from Receptionist to Care Worker, so as to manage a surgery. Or to learn a profession only to train for another on the same
/// level: Physiotherapist, so as to become an Occupational Therapist.
fn strays(hops: &[EdgeStep], network: &Network, graph: &RoleGraph) -> bool {
    let Some(goal) = hops.last().map(|hop| hop.to) else { return false };
    let level = |node: u32| graph.roles().get(node as usize).map(Role::level);
    let is_open = |hop: &EdgeStep| network.open(hop.arc).is_some() && network.kind(hop.from) == NodeKind::Role;
    hops.windows(2).any(|pair| {
        let [hop, next] = pair else { return false };
        let is_kin = |other| network.are_kin(hop.to, other);
        let afresh = is_open(hop) && ![hop.from, next.to, goal].into_iter().any(is_kin);
        afresh || is_open(next) && level(next.from) >= level(goal)
    })
}

/// Chooses up to [`SHOWN`] journeys that differ in kind.
///
/// They come in order of cost, and the first of each kind is taken. A journey that strays is only taken where no other is as short.
/// Journeys that turn back on themselves are passed over; the first of them is returned beside the chosen, for want of a better one.
pub(in crate::catalogue::journeys) fn choose(
    journeys: impl Iterator<Item = Candidate>,
) -> (Vec<Candidate>, Option<Candidate>) {
    let mut chosen: Vec<Candidate> = Vec::new();
    let (mut shortest_that_strays, mut last_resort) = (None, None);
    for journey in journeys.take(LOOKED_AT) {
        if journey.turns_back {
            last_resort.get_or_insert(journey);
            continue;
        }
        if journey.strays {
            if chosen.is_empty() {
                shortest_that_strays.get_or_insert(journey);
            }
            continue;
        }
        let shorter = |stray: &Candidate| stray.hops.len() < journey.hops.len();
        chosen.extend(shortest_that_strays.take().filter(|stray| shorter(stray)));
        if !chosen.iter().any(|shown| shown.is_like(&journey)) {
            chosen.push(journey);
        }
        if chosen.len() == SHOWN {
            break;
        }
    }
    if chosen.is_empty() {
        chosen.extend(shortest_that_strays);
    }
    (chosen, last_resort)
}
