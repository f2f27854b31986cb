//! Small random catalogues, and random questions about them.

use proptest::prelude::*;

use crate::catalogue::journeys::Preferences;
use crate::catalogue::journeys::limits::Limits;
use crate::catalogue::journeys::properties::oracle::{OracleNode, SmallCatalogue};
use crate::catalogue::model::indexes::{CategoryIndex, Level, Qualification, Setting};
use crate::catalogue::model::months::Months;
use crate::catalogue::model::role::{EntryFrom, EntryRoute, Progression, Registration, Role};
use crate::catalogue::model::vocabulary::{EntryKind, Stated, Term};
use crate::catalogue::sample::{
    DEGREE, EARLY, ENTRY, GCSE, LEADERSHIP, LEVEL_3, LEVEL_5, MASTERS, MID, NONE, PRIMARY, SECONDARY, SOCIAL, climb,
    entry, graph_of, lists_with, named, progression, role,
};

/// The ids of the roles.
pub const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

const LEVELS: [Level; 4] = [ENTRY, EARLY, MID, LEADERSHIP];
const SETTINGS: [Setting; 3] = [PRIMARY, SECONDARY, SOCIAL];
const QUALIFICATIONS: [Qualification; 6] = [NONE, GCSE, LEVEL_3, LEVEL_5, DEGREE, MASTERS];

fn any_of<T: Copy + std::fmt::Debug + 'static>(terms: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(terms)
}

fn any_from() -> impl Strategy<Value = EntryFrom> {
    prop_oneof![
        4 => any_of(&QUALIFICATIONS).prop_map(EntryFrom::Qualification),
        4 => any_of(&NAMES).prop_map(|name| EntryFrom::Role(named(name))),
        1 => Just(EntryFrom::Experience),
        1 => Just(EntryFrom::NotKnown),
    ]
}

fn any_route() -> impl Strategy<Value = EntryRoute> {
    let from = prop::collection::vec(any_from(), 1..3);
    let earn = prop::option::weighted(0.4, any::<bool>());
    let months = prop::option::weighted(0.3, (1_u16..40).prop_map(|from| Months { from, to: None }));
    let subjects = prop::collection::vec(Just("biology".to_owned()), 0..2);
    (any_of(EntryKind::ALL), from, any_of(Stated::ALL), prop::option::of(2_u8..8), earn, months, subjects).prop_map(
        |(kind, from, stated, level, earn, months, subjects)| EntryRoute {
            from,
            stated,
            level,
            earn,
            months,
            subjects,
            ..entry(kind, NONE)
        },
    )
}

fn any_role(name: &'static str) -> impl Strategy<Value = Role> {
    let routes = prop::collection::vec(any_route(), 0..3);
    let next = any::<bool>().prop_map(|known| known.then(|| "You train.".to_owned()));
    let on = (prop::sample::subsequence(NAMES.to_vec(), 0..3), next);
    let family = prop::option::weighted(0.2, any_of(&NAMES).prop_map(named));
    let settings = prop::sample::subsequence(SETTINGS.to_vec(), 0..3);
    let categories = prop::sample::subsequence(vec![CategoryIndex(0), CategoryIndex(1)], 0..3);
    (any_of(&LEVELS), routes, on, settings, categories, prop::bool::weighted(0.3), family).prop_map(
        move |(level, entry_routes, (on, how), settings, categories, registered, family)| Role {
            levels: vec![level],
            entry_routes,
            progressions: on.into_iter().map(|to| Progression { how: how.clone(), ..progression(to) }).collect(),
            family: family.filter(|family| *family != named(name)),
            settings,
            categories,
            registration: registered
                .then(|| Registration { needed: true, floor: LEVEL_3, ..Registration::default() })
                .into_iter()
                .collect(),
            ..role(name)
        },
    )
}

pub fn any_catalogue() -> impl Strategy<Value = SmallCatalogue> {
    let roles = NAMES.map(any_role);
    let climbs = prop::collection::vec((any_of(&QUALIFICATIONS), any_of(&QUALIFICATIONS), any::<bool>()), 0..6);
    let limits = prop_oneof![Just(Limits::SMALL), Just(Limits::default())];
    (roles, climbs, limits).prop_map(|(roles, climbs, limits)| SmallCatalogue {
        limits,
        graph: graph_of(roles.into()),
        lists: lists_with(|held| {
            let to_it = climbs.iter().filter(|(_, to, _)| *to == held);
            to_it.map(|(from, _, earn)| climb(*from, earn.then_some(true))).collect()
        }),
    })
}

pub fn any_start() -> impl Strategy<Value = OracleNode> {
    prop_oneof![
        3 => (0..NAMES.len()).prop_map(OracleNode::Role),
        2 => any_of(&QUALIFICATIONS).prop_map(OracleNode::Holding),
        1 => Just(OracleNode::Registered),
    ]
}

pub fn any_preferences() -> impl Strategy<Value = Preferences> {
    let settings = prop::sample::subsequence(SETTINGS.to_vec(), 0..3);
    (prop::bool::weighted(0.3), prop::bool::weighted(0.3), prop::option::weighted(0.4, settings)).prop_map(
        |(keep_earning, no_degree, settings)| Preferences {
            keep_earning,
            no_degree,
            settings: settings.unwrap_or_default(),
        },
    )
}
