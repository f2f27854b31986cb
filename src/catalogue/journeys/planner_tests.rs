//! What the planner says in small worlds made by hand.

use std::fmt::Debug;

use crate::catalogue::journeys::limits::Limits;
use crate::catalogue::journeys::{
    Ask, Earns, Journey, JourneyIndex, JourneyResult, Met, MissingLink, NoRoute, Planner, Preference, Preferences,
    TrainingRoute, Waypoint,
};
use crate::catalogue::model::indexes::{CategoryIndex, Level, SourceIndex};
use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::months::Months;
use crate::catalogue::model::role::{EntryFrom, EntryRoute, Registration, Role};
use crate::catalogue::model::vocabulary::{EntryKind, Stated};
use crate::catalogue::sample::{
    DEGREE, EARLY, ENTRY, LEADERSHIP, LEVEL_3, MID, NONE, PRIMARY, SECONDARY, climb, entry, graph_of, lists_with,
    named, progression, role,
};

/// A role on a level, with moves to these roles.
pub(super) fn on(title: &str, level: Level, moves: &[&str]) -> Role {
    Role { levels: vec![level], progressions: moves.iter().map(|to| progression(to)).collect(), ..role(title) }
}

pub(super) fn with(role: Role, entry_routes: Vec<EntryRoute>) -> Role {
    Role { entry_routes, ..role }
}

pub(super) fn of_category(role: Role, category: &str) -> Role {
    Role { categories: vec![CategoryIndex(named(category).0)], ..role }
}

fn from_role(kind: EntryKind, id: &str) -> EntryRoute {
    EntryRoute { from: vec![EntryFrom::Role(named(id))], ..entry(kind, NONE) }
}

pub(super) fn registered(role: Role) -> Role {
    Role { registration: vec![Registration { needed: true, ..Registration::default() }], ..role }
}

fn usual(route: EntryRoute) -> EntryRoute {
    EntryRoute { stated: Stated::Usual, ..route }
}

/// Study from nothing to level 3, and from there to a degree, neither of them paid.
fn school() -> Lists {
    lists_with(|to| match to {
        LEVEL_3 => vec![climb(NONE, Some(false))],
        DEGREE => vec![climb(LEVEL_3, Some(false))],
        _ => vec![],
    })
}

/// Asks, and does something with the answer, which does not depend on the limits.
fn ask<T: PartialEq + Debug>(
    roles: Vec<Role>,
    from: &str,
    to: &str,
    preferences: &Preferences,
    see: impl Fn(JourneyResult<'_>) -> T,
) -> T {
    let (graph, lists) = (graph_of(roles), school());
    let named = |id: &str| graph.roles().iter().find(|role| role.id.as_str() == id);
    let start = match from {
        "nothing" => Waypoint::Qualification(&lists.qualifications[0]),
        "registered" => Waypoint::RegisteredProfessional,
        id => Waypoint::Role(named(id).unwrap()),
    };
    let within = |limits| {
        let index = JourneyIndex::with_limits(&graph, &lists, limits);
        see(Planner::new(&graph, &lists, &index).plan(start, named(to).unwrap(), preferences))
    };
    let answer = within(Limits::default());
    assert_eq!(within(Limits::SMALL), answer);
    answer
}

fn stops(journey: &Journey<'_>) -> String {
    journey.steps.iter().map(|step| step.to.id()).collect::<Vec<_>>().join(" ")
}

/// The stops of every journey.
fn ways(roles: Vec<Role>, from: &str, to: &str, preferences: &Preferences) -> Vec<String> {
    ask(roles, from, to, preferences, |answer| match answer {
        JourneyResult::Found { journeys, .. } => journeys.iter().map(stops).collect(),
        JourneyResult::AlreadyThere => vec!["there already".to_owned()],
        JourneyResult::NoRoute(_) => vec![],
    })
}

pub(super) fn no_route<T: PartialEq + Debug>(
    roles: Vec<Role>,
    from: &str,
    to: &str,
    preferences: &Preferences,
    see: impl Fn(NoRoute<'_>) -> T,
) -> T {
    ask(roles, from, to, preferences, |answer| match answer {
        JourneyResult::NoRoute(no_route) => see(no_route),
        other => panic!("there is a way: {other:?}"),
    })
}

pub(super) fn any() -> Preferences {
    Preferences::default()
}

pub(super) fn earning() -> Preferences {
    Preferences { keep_earning: true, ..any() }
}

#[test]
fn a_printed_progression_is_one_step() {
    let roles = vec![on("carer", ENTRY, &["senior"]), on("senior", EARLY, &[])];
    assert_eq!(ways(roles.clone(), "carer", "senior", &any()), ["senior"]);
    assert_eq!(ways(roles.clone(), "senior", "carer", &any()), [] as [&str; 0]);
    assert_eq!(ways(roles, "senior", "senior", &any()), ["there already"]);
}

#[test]
fn a_wish_to_keep_earning_leaves_out_unpaid_study() {
    let nurse = with(
        on("nurse", MID, &[]),
        vec![entry(EntryKind::University, LEVEL_3), usual(from_role(EntryKind::OnTheJob, "carer"))],
    );
    let carer = with(on("carer", ENTRY, &[]), vec![entry(EntryKind::OnTheJob, NONE)]);
    let roles = vec![carer, nurse];
    assert_eq!(ways(roles.clone(), "nothing", "nurse", &any()), ["carer nurse", "level-3 nurse"]);
    assert_eq!(ways(roles, "nothing", "nurse", &earning()), ["carer nurse"]);
}

#[test]
fn a_wish_for_no_degree_leaves_out_degrees_and_says_where_one_would_need_it() {
    let degree = EntryRoute { level: Some(6), ..entry(EntryKind::University, LEVEL_3) };
    let nurse = with(on("nurse", MID, &["matron"]), vec![degree, entry(EntryKind::College, LEVEL_3)]);
    let matron = on("matron", LEADERSHIP, &[]);
    let no_degree = Preferences { no_degree: true, ..any() };
    let both = vec![nurse.clone(), matron.clone()];
    assert_eq!(ways(both, "nothing", "matron", &no_degree), ["level-3 nurse matron"]);
    let nurse = Role { entry_routes: nurse.entry_routes[..1].to_vec(), ..nurse };
    no_route(vec![nurse, matron], "nothing", "matron", &no_degree, |no_route| {
        assert!(matches!(&no_route.missing, MissingLink::Step(step, Preference::NoDegree) if step.to.id() == "nurse"));
        assert_eq!(no_route.opened_without, [Preference::NoDegree]);
    });
}

#[test]
fn a_wish_for_a_setting_keeps_every_stop_in_it() {
    let at = |setting, role| Role { settings: vec![setting], ..role };
    let roles = vec![
        on("carer", ENTRY, &["hospital", "surgery"]),
        at(SECONDARY, on("hospital", EARLY, &["manager"])),
        at(PRIMARY, on("surgery", EARLY, &["team"])),
        at(PRIMARY, on("team", EARLY, &["manager"])),
        at(PRIMARY, on("manager", MID, &[])),
    ];
    let primary = Preferences { settings: vec![PRIMARY], ..any() };
    assert_eq!(ways(roles.clone(), "carer", "manager", &any()), ["hospital manager"]);
    assert_eq!(ways(roles, "carer", "manager", &primary), ["surgery team manager"]);
}

#[test]
fn nobody_starts_again_on_a_lower_level_first_unless_there_is_no_other_way() {
    let porter = with(on("porter", ENTRY, &["matron"]), vec![entry(EntryKind::OnTheJob, NONE)]);
    let nurse = on("nurse", MID, &["sister"]);
    let sister = on("sister", MID, &["ward"]);
    let ward = on("ward", MID, &["matron"]);
    let matron = on("matron", LEADERSHIP, &[]);
    let all = vec![porter.clone(), nurse.clone(), sister, ward, matron.clone()];
    assert_eq!(ways(all, "nurse", "matron", &any()), ["sister ward matron"]);
    let nurse = Role { progressions: vec![], ..nurse };
    assert_eq!(ways(vec![porter, nurse, matron], "nurse", "matron", &any()), ["porter matron"]);
}

#[test]
fn who_asks_for_a_job_on_a_lower_level_is_told_how_to_start_it() {
    let job = |title, level, moves| with(on(title, level, moves), vec![entry(EntryKind::OnTheJob, NONE)]);
    let roles = vec![on("senior", EARLY, &[]), job("phlebotomist", EARLY, &["carer"]), job("carer", ENTRY, &[])];
    assert_eq!(ways(roles, "senior", "carer", &any()), ["carer"]);
}

#[test]
fn three_ways_differ_in_kind_and_are_no_permutations() {
    let job = |title, moves| with(on(title, ENTRY, moves), vec![entry(EntryKind::OnTheJob, NONE)]);
    let roles = vec![
        job("a", &["b", "c", "nurse"]),
        job("b", &["a", "c", "nurse"]),
        job("c", &["a", "b", "nurse"]),
        with(
            on("nurse", MID, &[]),
            vec![
                entry(EntryKind::University, LEVEL_3),
                entry(EntryKind::DegreeApprenticeship, LEVEL_3),
                EntryRoute { level: Some(3), ..from_role(EntryKind::College, "a") },
            ],
        ),
    ];
    ask(roles, "nothing", "nurse", &any(), |answer| {
        let JourneyResult::Found { journeys, .. } = answer else { panic!("no way") };
        let kinds: Vec<_> = journeys
            .iter()
            .map(|journey| (journey.steps[0].to.id(), journey.kind.way_in, journey.kind.through_study))
            .collect();
        let (study, apprenticeship) = (TrainingRoute::Study, TrainingRoute::Apprenticeship);
        assert_eq!(kinds, [("a", study, false), ("level-3", study, true), ("level-3", apprenticeship, true)]);
    });
}

#[test]
fn a_circle_of_moves_ends() {
    let roles = vec![
        on("a", ENTRY, &["b"]),
        on("b", ENTRY, &["c", "a"]),
        on("c", ENTRY, &["a", "c"]),
        on("island", ENTRY, &["island"]),
    ];
    assert_eq!(ways(roles.clone(), "a", "c", &any()), ["b c"]);
    no_route(roles, "a", "island", &any(), |no_route| {
        assert!(matches!(no_route.missing, MissingLink::NothingLeadsThere))
    });
}

#[test]
fn months_are_added_up_and_steps_of_unknown_length_are_counted() {
    let lasting = |months, route| EntryRoute { months, earn: Some(true), ..route };
    let known = Some(Months { from: 12, to: Some(18) });
    let roles = vec![
        with(on("a", ENTRY, &["b"]), vec![lasting(known, entry(EntryKind::Apprenticeship, NONE))]),
        with(on("b", EARLY, &["c"]), vec![lasting(known, entry(EntryKind::Apprenticeship, NONE))]),
        on("c", MID, &[]),
    ];
    let totals = |roles, preferences: &Preferences| {
        ask(roles, "nothing", "c", preferences, |answer| match answer {
            JourneyResult::Found { journeys, .. } => journeys[0].totals(),
            _ => panic!("no way"),
        })
    };
    let found = totals(roles, &any());
    assert_eq!((found.steps, found.months_from, found.months_to, found.unknown_lengths), (2, 12, Some(18), 1));
    assert_eq!(found.earns, Earns::Throughout);
}

#[test]
fn of_two_ways_as_short_the_one_that_more_sources_know_comes_first() {
    let job = |title| with(on(title, ENTRY, &["nurse"]), vec![entry(EntryKind::OnTheJob, NONE)]);
    let mut known = job("known");
    known.entry_routes[0].sources.push(SourceIndex(1));
    let roles = vec![job("alone"), known, on("nurse", MID, &[])];
    assert_eq!(ways(roles, "nothing", "nurse", &any()), ["known nurse"]);
}

#[test]
fn nobody_is_sent_through_a_job_of_no_family_of_theirs_if_there_is_another_way() {
    let job = |title, category| {
        of_category(with(on(title, ENTRY, &["manager"]), vec![entry(EntryKind::OnTheJob, NONE)]), category)
    };
    let desk = of_category(on("desk", ENTRY, &[]), "office");
    let manager = of_category(on("manager", MID, &[]), "management");
    let roles = vec![desk.clone(), job("carer", "care"), job("records", "office"), manager.clone()];
    assert_eq!(ways(roles, "desk", "manager", &any()), ["records manager"]);
    assert_eq!(ways(vec![desk, job("carer", "care"), manager], "desk", "manager", &any()), ["carer manager"]);
}

#[test]
fn a_registered_professional_takes_what_any_profession_opens_and_what_everybody_may_start() {
    let nurse = registered(on("nurse", MID, &["matron"]));
    let porter = with(on("porter", ENTRY, &[]), vec![entry(EntryKind::OnTheJob, NONE)]);
    let roles = vec![nurse, porter, on("matron", LEADERSHIP, &[])];
    assert_eq!(ways(roles.clone(), "registered", "matron", &any()), ["matron"]);
    assert_eq!(ways(roles, "registered", "porter", &any()), ["porter"]);
}

#[test]
fn who_runs_a_registered_service_without_a_qualification_is_no_registered_professional() {
    let nurse = registered(with(on("nurse", MID, &[]), vec![entry(EntryKind::University, DEGREE)]));
    let childminder = with(on("childminder", ENTRY, &["nursery"]), vec![entry(EntryKind::OnTheJob, NONE)]);
    let nursery = on("nursery", MID, &[]);
    let psychologist = with(on("psychologist", MID, &[]), vec![entry(EntryKind::Postgraduate, DEGREE)]);
    let roles = vec![nurse, registered(childminder), nursery, psychologist];
    assert_eq!(ways(roles.clone(), "registered", "psychologist", &any()), ["psychologist"]);
    assert_eq!(ways(roles, "registered", "nursery", &any()), [] as [String; 0]);
}

#[test]
fn a_line_of_thousands_of_moves_is_walked_to_its_end() {
    let names: Vec<String> = (0..3_000).map(|number| format!("r{number}")).collect();
    let roles = (0..names.len())
        .map(|at| on(&names[at], ENTRY, &names.get(at + 1).map(String::as_str).into_iter().collect::<Vec<_>>()));
    let found = ways(roles.collect(), "r0", "r2999", &any());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].split(' ').count(), 2_999);
}

#[test]
fn study_leads_up_and_never_down() {
    let graph = graph_of(vec![with(on("a", ENTRY, &[]), vec![entry(EntryKind::College, LEVEL_3)])]);
    let lists = lists_with(|to| if to == NONE { vec![climb(DEGREE, None)] } else { vec![] });
    let index = JourneyIndex::new(&graph, &lists);
    let planner = Planner::new(&graph, &lists, &index);
    assert!(planner.within_reach(Waypoint::Qualification(&lists.qualifications[NONE.position()])).is_empty());
    assert_eq!(planner.within_reach(Waypoint::Qualification(&lists.qualifications[DEGREE.position()])).len(), 1);
}

#[test]
fn what_no_source_says_is_asked_for_and_guarantees_nothing() {
    for start in [EntryFrom::Experience, EntryFrom::NotKnown] {
        let unsaid = EntryRoute { from: vec![start], ..entry(EntryKind::OnTheJob, NONE) };
        let roles = || {
            vec![
                with(on("helper", ENTRY, &[]), vec![unsaid.clone()]),
                with(on("therapist", MID, &[]), vec![entry(EntryKind::University, LEVEL_3)]),
            ]
        };
        let unmet = |answer: JourneyResult<'_>| match answer {
            JourneyResult::Found { journeys, .. } => journeys[0].steps.iter().map(|step| step.met).collect(),
            _ => vec![],
        };
        assert_eq!(ask(roles(), "nothing", "helper", &Preferences::default(), unmet), [Met::Unmet]);
        // Nobody is taken to have level 3 because of a job whose start is not known.
        assert_eq!(ways(roles(), "helper", "therapist", &Preferences::default()), ["level-3 therapist"]);
    }
}

#[test]
fn a_way_that_takes_any_degree_comes_before_one_that_asks_for_a_subject() {
    let with_any = EntryRoute { level: Some(7), ..entry(EntryKind::Postgraduate, DEGREE) };
    let in_psychology = EntryRoute { subjects: vec!["psychology".to_owned()], ..with_any.clone() };
    let subjects_first_taken = |entry_routes: Vec<EntryRoute>| {
        let roles = vec![with(on("Goal", MID, &[]), entry_routes)];
        ask(roles, "nothing", "goal", &Preferences::default(), |answer| {
            let JourneyResult::Found { journeys, .. } = answer else { panic!("no way") };
            let step = journeys[0].steps.last().unwrap();
            let asks = step.asks().iter().any(|ask| matches!(ask, Ask::Subjects(_)));
            (step.route().unwrap().subjects.clone(), asks)
        })
    };
    assert_eq!(subjects_first_taken(vec![in_psychology.clone(), with_any]), (vec![], false));
    assert_eq!(subjects_first_taken(vec![in_psychology]), (vec!["psychology".to_owned()], true));
}
