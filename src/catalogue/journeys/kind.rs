//! In what journeys differ, and which few of many are worth showing.

use super::super::graph::RoleGraph;
use super::super::vocabulary::Level;
use super::network::{Kind as PlaceKind, Network};
use super::search::Hop;
use super::traits::{Traits, Way};

/// How many journeys are shown.
pub const SHOWN: usize = 3;

/// How many journeys are looked at for those to show.
const LOOKED_AT: usize = 48;

/// The kind of a journey: two journeys of the same kind are much the same advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Character {
    /// The decisive way in: how one gets into the goal.
    pub way_in: Way,
    /// Whether one studies for a qualification on the way, in no role.
    pub through_study: bool,
    /// Whether one works in an entry or early career role on the way.
    pub through_support_work: bool,
    /// Whether one works in a mid career or leadership role on the way.
    pub through_a_profession: bool,
}

/// A journey in numbers, with what a choice among journeys looks at.
pub(super) struct Candidate {
    pub(super) hops: Vec<Hop>,
    pub(super) character: Character,
    /// Whether no step asks for more than one is known to hold by then.
    complete: bool,
    turns_back: bool,
}

impl Candidate {
    pub(super) fn new(hops: Vec<Hop>, network: &Network, graph: &RoleGraph) -> Self {
        let between = || hops.iter().skip(1).map(|hop| hop.from);
        let level = |node: &u32| graph.roles().get(*node as usize).map(super::super::role::Role::level);
        let character = Character {
            way_in: hops.last().map_or(Way::Work, |hop| hop.traits.way()),
            through_study: between().any(|node| matches!(network.kind(node), PlaceKind::Qualification(_))),
            through_support_work: between().any(|node| level(&node).is_some_and(|level| level < Level::Mid)),
            through_a_profession: between().any(|node| level(&node).is_some_and(|level| level >= Level::Mid)),
        };
        let complete = hops.iter().all(|hop| !hop.traits.has(Traits::ASKS_MORE));
        let turns_back = turns_back(&hops, graph);
        Self { hops, character, complete, turns_back }
    }

    fn has_the_stops_of(&self, other: &Self) -> bool {
        let stops = |it: &Self| it.hops.iter().map(|hop| hop.to).collect::<Vec<_>>();
        stops(self) == stops(other)
    }
}

/// Whether a step asks for more than one holds, and for a role that one only gets to later: into General Practice Nurse, which asks
/// for a nurse, and from there to Nurse.
fn turns_back(hops: &[Hop], graph: &RoleGraph) -> bool {
    let role = |node: u32| graph.roles().get(node as usize);
    hops.iter().enumerate().filter(|(_, hop)| hop.traits.has(Traits::ASKS_MORE)).any(|(place, hop)| {
        let mut later = hops.iter().skip(place + 1).filter_map(|hop| role(hop.to));
        let ways_in = || role(hop.to).into_iter().flat_map(|role| &role.entry_routes);
        later.any(|stop| ways_in().any(|route| route.roles_asked().any(|asked| *asked == stop.id)))
    })
}

/// Chooses up to [`SHOWN`] journeys that differ in kind.
///
/// They come in order of cost. The first of each [`Character`] is taken; but where its stops are shown already, only if both it and
/// the one shown are complete: while a way in is not open yet, it is too early to choose between it and another. Journeys that turn
/// back on themselves are passed over; the first of them is returned beside the chosen, for want of a better one.
pub(super) fn choose(journeys: impl Iterator<Item = Candidate>) -> (Vec<Candidate>, Option<Candidate>) {
    let mut chosen: Vec<Candidate> = Vec::new();
    let mut last_resort = None;
    for journey in journeys.take(LOOKED_AT) {
        if journey.turns_back {
            last_resort.get_or_insert(journey);
            continue;
        }
        let is_like = |shown: &Candidate| {
            let both_complete = shown.complete && journey.complete;
            shown.character == journey.character || !both_complete && journey.has_the_stops_of(shown)
        };
        if !chosen.iter().any(is_like) {
            chosen.push(journey);
        }
        if chosen.len() == SHOWN {
            break;
        }
    }
    (chosen, last_resort)
}
