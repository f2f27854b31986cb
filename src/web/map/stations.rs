//! The stations of a map: one for each role, or one for a wider role together with its kinds.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::Entities;
use crate::catalogue::model::indexes::RoleIndex;
use crate::catalogue::model::role::Role;
use crate::web::map::highlighted_journey::{HighlightedJourney, is_lit};
use crate::web::map::moves::MapMove;

/// With more roles than this the kinds of a role have no station of their own. Each station takes about 40 pixels of the
/// height of a map (5,600 for 120), so that so many fill three screens of a laptop.
pub const MOST_WITH_KINDS: usize = 50;

/// The roles that have a station, and the moves between these.
#[derive(Debug)]
pub struct Stations<'a> {
    /// The roles, in the order of lists.
    pub roles: Vec<&'a Role>,
    /// What is said under the label of each of `roles`: how many of its kinds have no station of their own; else nothing.
    pub notes: Vec<String>,
    /// The moves. Those from and to a kind without a station are at its wider role.
    pub moves: Vec<MapMove<'a>>,
    /// How many kinds have no station of their own.
    pub folded: usize,
}

impl<'a> Stations<'a> {
    /// A station for each of these roles where that is readable: where they are few, or where all are of one family, of which
    /// a single station would say nothing. Else one for a wider role and its kinds.
    #[must_use]
    pub fn readable(
        entities: &'a Entities,
        roles: &[&'a Role],
        moves: &[MapMove<'a>],
        light: Option<&HighlightedJourney<'_>>,
    ) -> Self {
        let widest = |role: &Role| role.family.unwrap_or(role.index);
        let is_one_family = roles.windows(2).all(|pair| matches!(pair, [one, next] if widest(one) == widest(next)));
        if roles.len() <= MOST_WITH_KINDS || is_one_family {
            Self::of_each(roles.to_vec(), moves.to_vec())
        } else {
            Self::folded(entities, roles, moves, light)
        }
    }

    /// A station for each of these roles.
    #[must_use]
    pub fn of_each(roles: Vec<&'a Role>, moves: Vec<MapMove<'a>>) -> Self {
        Self { notes: vec![String::new(); roles.len()], roles, moves, folded: 0 }
    }

    /// One station for a wider role and its kinds. A kind whose wider role is not among `roles` keeps a station, and so does a
    /// stop of the journey that is lit up.
    fn folded(
        entities: &'a Entities,
        roles: &[&'a Role],
        moves: &[MapMove<'a>],
        light: Option<&HighlightedJourney<'_>>,
    ) -> Self {
        let asked: BTreeSet<RoleIndex> = roles.iter().map(|role| role.index).collect();
        let wider = |role: &Role| role.family.filter(|wider| asked.contains(wider) && !is_lit(light, role));
        let mut kinds: BTreeMap<RoleIndex, usize> = BTreeMap::new();
        for wider in roles.iter().filter_map(|role| wider(role)) {
            *kinds.entry(wider).or_default() += 1;
        }
        let note = |role: &&Role| kinds.get(&role.index).map(|&count| entities.interface().and_n_kinds(count));
        let drawn: Vec<&Role> = roles.iter().copied().filter(|role| wider(role).is_none()).collect();
        let station = |role: &'a Role| wider(role).map_or(role, |wider| entities.graph().role(wider));
        let between = |step: &MapMove<'a>| step.between(station(step.from), station(step.to));
        let mut moves: Vec<MapMove> = moves.iter().map(between).filter(|step| step.from.id != step.to.id).collect();
        moves.sort_by_key(|step| (step.from.index, step.to.index, step.kind));
        moves.dedup_by_key(|step| (step.from.index, step.to.index));
        Self {
            notes: drawn.iter().map(|role| note(role).unwrap_or_default()).collect(),
            folded: roles.len() - drawn.len(),
            roles: drawn,
            moves,
        }
    }
}
