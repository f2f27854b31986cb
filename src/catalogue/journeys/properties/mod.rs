//! What holds of every journey, checked on small random catalogues against a plain search that shares nothing with the planner
//! but the data.

mod oracle;
mod random;

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::catalogue::graph::Move;
use crate::catalogue::journeys::{EdgeKind, Journey, JourneyResult, Met, Planner, Preferences, SHOWN};
use crate::catalogue::model::reference::RoleId;
use oracle::{OracleEdge, OracleNode, SmallCatalogue, Traveller, backtracks, cost};
use random::{NAMES, any_catalogue, any_preferences, any_start};

/// What is wrong with a journey, if anything is.
fn fault(
    catalogue: &SmallCatalogue,
    journey: &Journey<'_>,
    start: OracleNode,
    goal: usize,
    preferences: &Preferences,
) -> Option<String> {
    let held = catalogue.held_at_start(start);
    let (mut at, mut last_role) = (start, start);
    let mut seen = BTreeSet::from([start]);
    for step in &journey.steps {
        let stop = catalogue.stop(step.to);
        if catalogue.stop(step.from) != at {
            return Some(format!("a gap before {stop:?}"));
        }
        if !seen.insert(stop) {
            return Some(format!("twice at {stop:?}"));
        }
        if preferences.keep_earning && step.earns != Some(true) {
            return Some(format!("nothing earned on the way to {stop:?}"));
        }
        match (stop, step.edge) {
            (OracleNode::Role(role), EdgeKind::Entry { .. } | EdgeKind::Progression { .. }) => {
                let is_this = |edge: &OracleEdge| {
                    edge.to == role
                        && (edge.cost.unmet > 0) == (step.met == Met::Unmet)
                        && (!preferences.keep_earning || edge.earns)
                };
                let edges =
                    |relaxed| catalogue.edges_from(last_role, catalogue.traveller(start, goal, relaxed), preferences);
                if ![false, true].into_iter().any(|relaxed| edges(relaxed).iter().any(is_this)) {
                    return Some(format!("no such step: {last_role:?} to {stop:?}"));
                }
                last_role = stop;
            }
            (OracleNode::Holding(gained), EdgeKind::Study(_)) if gained > held => {}
            _ => return Some(format!("a step to {stop:?} that nobody needs")),
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

/// The roles of a journey after its start.
fn roles_of(catalogue: &SmallCatalogue, journey: &Journey<'_>) -> Vec<usize> {
    let stops = journey.steps.iter().map(|step| catalogue.stop(step.to));
    let role = |stop| if let OracleNode::Role(role) = stop { Some(role) } else { None };
    stops.filter_map(role).collect()
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
        JourneyResult::Found { journeys, .. } => journeys.iter().map(each).collect(),
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
    fn no_journey_has_fewer_unmet_demands_or_as_few_and_fewer_stops_than_the_first(
        catalogue in any_catalogue(), start in any_start(), goal in 0..NAMES.len(), preferences in any_preferences(),
    ) {
        let found = ask_for_ways(&catalogue, start, goal, &preferences, |journey| (journey.unmet(), journey.stops()));
        let choices = catalogue.ways_forward(start, goal, &preferences);
        let best = choices.iter().map(cost).map(|cost| (cost.unmet, cost.stops)).min();
        if let (Some(first), Some(best)) = (found.first(), best) {
            // What was studied once is not studied again, which the plain search does not know.
            prop_assert!(*first <= best, "{:?} though {:?}", first, best);
        }
    }

    #[test]
    fn the_first_journey_comes_first_in_the_order_of_all_that_are_possible(
        catalogue in any_catalogue(), start in any_start(), goal in 0..NAMES.len(), preferences in any_preferences(),
    ) {
        let found = ask_for_ways(&catalogue, start, goal, &preferences, |journey| roles_of(&catalogue, journey));
        let choices = catalogue.ways(start, goal, &preferences);
        let least = choices.iter().map(cost).min();
        let best: Vec<_> = choices.iter().filter(|path| Some(cost(path)) == least).collect();
        if let Some(first) = found.first().filter(|_| !best.iter().any(|path| backtracks(path) || catalogue.detours(start, path))) {
            let stops = |path: &&Vec<OracleEdge>| path.iter().map(|edge| edge.to).collect::<Vec<_>>();
            prop_assert!(best.iter().map(stops).any(|stops| stops == *first), "{:?} is not among {:?}", first, best);
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
    fn at_most_three_journeys_are_shown_no_two_of_a_kind_all_as_open_as_the_first(
        catalogue in any_catalogue(), start in any_start(), goal in 0..NAMES.len(), preferences in any_preferences(),
    ) {
        let shown = ask_for_ways(&catalogue, start, goal, &preferences, |journey| (journey.unmet(), journey.kind));
        prop_assert!(shown.len() <= SHOWN);
        prop_assert!(shown.iter().all(|(unmet, _)| *unmet == shown[0].0), "{:?}", shown);
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
            // Who passes through a role holds what they held before.
            let traveller = catalogue.traveller(start, goal, false);
            let from = |role| {
                Traveller { start: role, held: traveller.held.max(catalogue.held_at_start(role)), ..traveller }
            };
            for near in &no_route.reachable {
                let role = near.role.index.position();
                prop_assert!(catalogue.distance(start, role, &preferences).is_some(), "{} is out of reach", near.role.id);
                if let Some(steps) = near.steps {
                    let distance = catalogue.distance_for(from(OracleNode::Role(role)), &Preferences::default());
                    prop_assert!(distance.is_some_and(|least| least <= steps), "{} is not near", near.role.id);
                }
            }
            for near in &no_route.leading {
                let role = OracleNode::Role(near.role.index.position());
                let distance = catalogue.distance_for(from(role), &preferences);
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
