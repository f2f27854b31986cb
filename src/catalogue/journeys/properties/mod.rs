//! What holds of every journey, checked on small random catalogues against a plain search that shares nothing with the planner
//! but the data.

mod oracle;
mod random;

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::catalogue::graph::Move;
use crate::catalogue::journeys::{EdgeKind, Journey, JourneyResult, Planner, Preferences, SHOWN};
use crate::catalogue::model::reference::RoleId;
use oracle::{OracleEdge, OracleNode, SmallCatalogue};
use random::{NAMES, any_catalogue, any_preferences, any_start};

/// What is wrong with a journey, if anything is.
fn fault(
    catalogue: &SmallCatalogue,
    journey: &Journey<'_>,
    start: OracleNode,
    goal: usize,
    preferences: &Preferences,
) -> Option<String> {
    let stops: Vec<OracleNode> = journey.steps.iter().map(|step| catalogue.stop(step.to)).collect();
    let mut at = start;
    let mut seen = BTreeSet::from([start]);
    for (step, &stop) in journey.steps.iter().zip(&stops) {
        if catalogue.stop(step.from) != at {
            return Some(format!("a gap before {stop:?}"));
        }
        let is_this = |edge: &OracleEdge| {
            edge.to == stop
                && catalogue.is_allowed(edge, preferences)
                && (!preferences.keep_earning || step.earns == Some(true))
        };
        if ![false, true].iter().any(|relaxed| catalogue.edges_from(at, (start, goal), *relaxed).iter().any(is_this)) {
            return Some(format!("no such step: {at:?} to {stop:?}"));
        }
        if !seen.insert(stop) {
            return Some(format!("twice at {stop:?}"));
        }
        if let (EdgeKind::Entry { route, .. }, true) = (step.edge, preferences.no_degree)
            && catalogue.lists.qualifications.asks_for_a_degree(route)
        {
            return Some(format!("a degree on the way to {stop:?}"));
        }
        at = stop;
    }
    (at != OracleNode::Role(goal)).then(|| "it does not end at the goal".to_owned())
}

/// Asks the planner, and does something with what it says.
fn ask<T>(
    catalogue: &SmallCatalogue,
    start: OracleNode,
    goal: usize,
    preferences: &Preferences,
    see: impl FnOnce(JourneyResult<'_>) -> T,
) -> T {
    let index = catalogue.index();
    let planner = Planner::new(&catalogue.graph, &catalogue.lists, &index);
    see(planner.plan(catalogue.place(start), &catalogue.roles()[goal], preferences))
}

fn ask_for_ways<T>(
    catalogue: &SmallCatalogue,
    start: OracleNode,
    goal: usize,
    preferences: &Preferences,
    each: impl Fn(&Journey<'_>) -> T,
) -> Vec<T> {
    ask(catalogue, start, goal, preferences, |answer| match answer {
        JourneyResult::Found(journeys) => journeys.iter().map(each).collect(),
        JourneyResult::AlreadyThere | JourneyResult::NoRoute(_) => Vec::new(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn every_journey_is_connected_stops_nowhere_twice_and_is_as_wished(
        catalogue in any_catalogue(), start in any_start(), goal in 0..NAMES.len(), preferences in any_preferences(),
    ) {
        let faults = ask_for_ways(&catalogue, start, goal, &preferences, |journey| fault(&catalogue, journey, start, goal, &preferences));
        prop_assert_eq!(faults.into_iter().flatten().next(), None);
    }

    #[test]
    fn no_journey_is_shorter_than_the_first(
        catalogue in any_catalogue(), start in any_start(), goal in 0..NAMES.len(), preferences in any_preferences(),
    ) {
        let lengths = ask_for_ways(&catalogue, start, goal, &preferences, |journey| journey.steps.len());
        if let (Some(first), Some(shortest)) = (lengths.first(), catalogue.shortest(start, goal, &preferences)) {
            prop_assert_eq!(*first, shortest);
        }
    }

    #[test]
    fn there_is_no_way_exactly_where_trying_every_step_finds_none(
        catalogue in any_catalogue(), start in any_start(), goal in 0..NAMES.len(), preferences in any_preferences(),
    ) {
        let found = ask(&catalogue, start, goal, &preferences, |answer| !matches!(answer, JourneyResult::NoRoute(_)));
        prop_assert_eq!(found, catalogue.distance(start, goal, &preferences).is_some());
    }

    #[test]
    fn at_most_three_journeys_are_shown_no_two_of_a_kind_the_shortest_first(
        catalogue in any_catalogue(), start in any_start(), goal in 0..NAMES.len(), preferences in any_preferences(),
    ) {
        let shown = ask_for_ways(&catalogue, start, goal, &preferences, |journey| (journey.steps.len(), journey.kind));
        prop_assert!(shown.len() <= SHOWN);
        prop_assert!(shown.is_sorted_by_key(|(length, _)| *length), "{:?}", shown);
        let kinds: BTreeSet<_> = shown.iter().map(|(_, kind)| kind).collect();
        prop_assert_eq!(kinds.len(), shown.len());
    }

    #[test]
    fn the_same_question_has_the_same_answer_in_whatever_order_the_files_are_read(
        catalogue in any_catalogue(), start in any_start(), goal in 0..NAMES.len(), preferences in any_preferences(),
    ) {
        let answer = ask(&catalogue, start, goal, &preferences, |answer| format!("{answer:?}"));
        let again = ask(&catalogue.read_backwards(), start, goal, &preferences, |answer| format!("{answer:?}"));
        prop_assert_eq!(answer, again);
    }

    #[test]
    fn a_role_that_is_named_as_near_can_be_reached_or_leads_to_the_goal(
        catalogue in any_catalogue(), start in any_start(), goal in 0..NAMES.len(), preferences in any_preferences(),
    ) {
        ask(&catalogue, start, goal, &preferences, |answer| {
            let JourneyResult::NoRoute(no_route) = answer else { return Ok(()) };
            for near in &no_route.reachable {
                let role = near.role.index.position();
                prop_assert!(catalogue.distance(start, role, &preferences).is_some(), "{} is out of reach", near.role.id);
                if let Some(steps) = near.steps {
                    let distance = catalogue.distance(OracleNode::Role(role), goal, &Preferences::default());
                    prop_assert!(distance.is_some_and(|least| least <= steps), "{} is not near", near.role.id);
                }
            }
            for near in &no_route.leading {
                let role = OracleNode::Role(near.role.index.position());
                let distance = catalogue.distance(role, goal, &preferences);
                prop_assert!(distance.is_some_and(|least| Some(least) <= near.steps), "{} does not lead there", near.role.id);
            }
            for preference in &no_route.opened_without {
                prop_assert!(catalogue.distance(start, goal, &preferences.without(*preference)).is_some(), "{:?}", preference);
            }
            Ok(())
        })?;
    }

    #[test]
    fn what_is_within_reach_is_what_trying_every_step_finds(catalogue in any_catalogue(), start in any_start()) {
        let index = catalogue.index();
        let planner = Planner::new(&catalogue.graph, &catalogue.lists, &index);
        let within: BTreeSet<&RoleId> =
            planner.within_reach(catalogue.place(start)).into_iter().map(|role| &role.id).collect();
        for (number, role) in catalogue.roles().iter().enumerate().filter(|(number, _)| start != OracleNode::Role(*number)) {
            let found = catalogue.distance(start, number, &Preferences::default()).is_some();
            prop_assert_eq!(within.contains(&role.id), found, "{}", role.id);
        }
    }

    #[test]
    fn what_leads_on_and_what_leads_here_are_the_same_moves(catalogue in any_catalogue()) {
        let ends = |step: Move<'_>| (step.from.id.clone(), step.to.id.clone());
        let mut on: Vec<_> = catalogue.roles().iter().flat_map(|role| catalogue.graph.successors(role)).map(ends).collect();
        let mut here: Vec<_> = catalogue.roles().iter().flat_map(|role| catalogue.graph.predecessors(role)).map(ends).collect();
        on.sort();
        here.sort();
        prop_assert_eq!(on, here);
    }
}
