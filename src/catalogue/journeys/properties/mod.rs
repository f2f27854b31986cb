//! What holds of every journey, checked on small random catalogues against a plain search that shares nothing with the planner
//! but the data.

mod plain;
mod random;

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::catalogue::graph::Move;
use crate::catalogue::journeys::{EdgeKind, Journey, JourneyResult, Planner, Preferences, SHOWN};
use crate::catalogue::model::reference::RoleId;
use plain::{Opening, Stop, World};
use random::{NAMES, any_start, any_wishes, any_world};

/// What is wrong with a journey, if anything is.
fn fault(world: &World, journey: &Journey<'_>, start: Stop, goal: usize, wishes: &Preferences) -> Option<String> {
    let stops: Vec<Stop> = journey.steps.iter().map(|step| world.stop(step.to)).collect();
    let mut at = start;
    let mut seen = BTreeSet::from([start]);
    for (step, &stop) in journey.steps.iter().zip(&stops) {
        if world.stop(step.from) != at {
            return Some(format!("a gap before {stop:?}"));
        }
        let is_this = |opening: &Opening| {
            opening.to == stop && world.is_wished(opening, wishes) && (!wishes.keep_earning || step.earns == Some(true))
        };
        if ![false, true].iter().any(|roundabout| world.openings(at, (start, goal), *roundabout).iter().any(is_this)) {
            return Some(format!("no such step: {at:?} to {stop:?}"));
        }
        if !seen.insert(stop) {
            return Some(format!("twice at {stop:?}"));
        }
        if let (EdgeKind::Entry { route, .. }, true) = (step.arrow, wishes.no_degree)
            && route.is_degree()
        {
            return Some(format!("a degree on the way to {stop:?}"));
        }
        at = stop;
    }
    (at != Stop::Role(goal)).then(|| "it does not end at the goal".to_owned())
}

/// Asks the planner, and does something with what it says.
fn ask<T>(
    world: &World,
    start: Stop,
    goal: usize,
    wishes: &Preferences,
    see: impl FnOnce(JourneyResult<'_>) -> T,
) -> T {
    let index = world.index();
    let planner = Planner::new(&world.graph, &world.qualifications, &index);
    see(planner.plan(world.place(start), &world.roles()[goal], wishes))
}

fn ask_for_ways<T>(
    world: &World,
    start: Stop,
    goal: usize,
    wishes: &Preferences,
    each: impl Fn(&Journey<'_>) -> T,
) -> Vec<T> {
    ask(world, start, goal, wishes, |answer| match answer {
        JourneyResult::Ways(journeys) => journeys.iter().map(each).collect(),
        JourneyResult::AlreadyThere | JourneyResult::NoRoute(_) => Vec::new(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn every_journey_is_connected_stops_nowhere_twice_and_is_as_wished(
        world in any_world(), start in any_start(), goal in 0..NAMES.len(), wishes in any_wishes(),
    ) {
        let faults = ask_for_ways(&world, start, goal, &wishes, |journey| fault(&world, journey, start, goal, &wishes));
        prop_assert_eq!(faults.into_iter().flatten().next(), None);
    }

    #[test]
    fn no_journey_is_shorter_than_the_first(
        world in any_world(), start in any_start(), goal in 0..NAMES.len(), wishes in any_wishes(),
    ) {
        let lengths = ask_for_ways(&world, start, goal, &wishes, |journey| journey.steps.len());
        if let (Some(first), Some(shortest)) = (lengths.first(), world.shortest(start, goal, &wishes)) {
            prop_assert_eq!(*first, shortest);
        }
    }

    #[test]
    fn there_is_no_way_exactly_where_trying_every_step_finds_none(
        world in any_world(), start in any_start(), goal in 0..NAMES.len(), wishes in any_wishes(),
    ) {
        let found = ask(&world, start, goal, &wishes, |answer| !matches!(answer, JourneyResult::NoRoute(_)));
        prop_assert_eq!(found, world.distance(start, goal, &wishes).is_some());
    }

    #[test]
    fn at_most_three_journeys_are_shown_no_two_of_a_kind_the_shortest_first(
        world in any_world(), start in any_start(), goal in 0..NAMES.len(), wishes in any_wishes(),
    ) {
        let shown = ask_for_ways(&world, start, goal, &wishes, |journey| (journey.steps.len(), journey.character));
        prop_assert!(shown.len() <= SHOWN);
        prop_assert!(shown.is_sorted_by_key(|(length, _)| *length), "{:?}", shown);
        let kinds: BTreeSet<_> = shown.iter().map(|(_, character)| character).collect();
        prop_assert_eq!(kinds.len(), shown.len());
    }

    #[test]
    fn the_same_question_has_the_same_answer_in_whatever_order_the_files_are_read(
        world in any_world(), start in any_start(), goal in 0..NAMES.len(), wishes in any_wishes(),
    ) {
        let answer = ask(&world, start, goal, &wishes, |answer| format!("{answer:?}"));
        let again = ask(&world.read_backwards(), start, goal, &wishes, |answer| format!("{answer:?}"));
        prop_assert_eq!(answer, again);
    }

    #[test]
    fn a_role_that_is_named_as_near_can_be_reached_or_leads_to_the_goal(
        world in any_world(), start in any_start(), goal in 0..NAMES.len(), wishes in any_wishes(),
    ) {
        ask(&world, start, goal, &wishes, |answer| {
            let JourneyResult::NoRoute(no_way) = answer else { return Ok(()) };
            for near in &no_way.reachable {
                let role = world.number(&near.role.id);
                prop_assert!(world.distance(start, role, &wishes).is_some(), "{} is out of reach", near.role.id);
                if let Some(steps) = near.steps {
                    let distance = world.distance(Stop::Role(role), goal, &Preferences::default());
                    prop_assert!(distance.is_some_and(|least| least <= steps), "{} is not near", near.role.id);
                }
            }
            for near in &no_way.leading {
                let role = Stop::Role(world.number(&near.role.id));
                let distance = world.distance(role, goal, &wishes);
                prop_assert!(distance.is_some_and(|least| Some(least) <= near.steps), "{} does not lead there", near.role.id);
            }
            for wish in &no_way.opened_without {
                prop_assert!(world.distance(start, goal, &wishes.without(*wish)).is_some(), "{:?}", wish);
            }
            Ok(())
        })?;
    }

    #[test]
    fn what_is_within_reach_is_what_trying_every_step_finds(world in any_world(), start in any_start()) {
        let index = world.index();
        let planner = Planner::new(&world.graph, &world.qualifications, &index);
        let within: BTreeSet<&RoleId> =
            planner.within_reach(world.place(start)).into_iter().map(|role| &role.id).collect();
        for (number, role) in world.roles().iter().enumerate().filter(|(number, _)| start != Stop::Role(*number)) {
            let found = world.distance(start, number, &Preferences::default()).is_some();
            prop_assert_eq!(within.contains(&role.id), found, "{}", role.id);
        }
    }

    #[test]
    fn what_leads_on_and_what_leads_here_are_the_same_moves(world in any_world()) {
        let ends = |step: Move<'_>| (step.from.id.clone(), step.to.id.clone());
        let mut on: Vec<_> = world.roles().iter().flat_map(|role| world.graph.next_from(role)).map(ends).collect();
        let mut here: Vec<_> = world.roles().iter().flat_map(|role| world.graph.leading_to(role)).map(ends).collect();
        on.sort();
        here.sort();
        prop_assert_eq!(on, here);
    }
}
