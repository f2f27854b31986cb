//! What the planner says in small worlds made by hand where there is no way.

use crate::catalogue::journeys::planner_tests::{any, earning, no_route, of_category, on, registered, with};
use crate::catalogue::journeys::{MissingLink, Preference, Preferences};
use crate::catalogue::model::role::{EntryRoute, Role};
use crate::catalogue::model::vocabulary::EntryKind;
use crate::catalogue::sample::{EARLY, ENTRY, LEADERSHIP, LEVEL_3, MID, NONE, PRIMARY, SOCIAL, entry};

#[test]
fn where_there_is_no_way_the_missing_link_is_named() {
    let roles = || {
        vec![
            with(on("carer", ENTRY, &["senior"]), vec![entry(EntryKind::OnTheJob, NONE)]),
            on("senior", EARLY, &[]),
            on("nurse", MID, &["matron"]),
            on("matron", LEADERSHIP, &[]),
        ]
    };
    no_route(roles(), "carer", "matron", &any(), |no_route| {
        assert!(matches!(no_route.missing, MissingLink::Between));
        let leading: Vec<_> = no_route.leading.iter().map(|near| (near.role.id.as_str(), near.steps)).collect();
        assert_eq!(leading, [("nurse", Some(1))]);
    });
    no_route(roles(), "carer", "nurse", &any(), |no_route| {
        assert!(matches!(no_route.missing, MissingLink::NothingLeadsThere))
    });
    let alone = vec![on("alone", MID, &[]), on("nurse", MID, &["matron"]), on("matron", MID, &[])];
    no_route(alone, "alone", "matron", &any(), |no_route| {
        assert!(matches!(no_route.missing, MissingLink::NothingLeadsOn))
    });
    let social = Preferences { settings: vec![SOCIAL], ..any() };
    no_route(roles(), "carer", "senior", &social, |no_route| {
        assert!(matches!(no_route.missing, MissingLink::Goal(Preference::Settings)));
        assert_eq!(no_route.opened_without, [Preference::Settings]);
    });
}

#[test]
fn what_comes_closest_can_be_reached_and_is_of_the_family_of_the_goal_first() {
    let job = |title, moves| with(on(title, ENTRY, moves), vec![entry(EntryKind::OnTheJob, NONE)]);
    let degree = EntryRoute { level: Some(6), ..entry(EntryKind::University, LEVEL_3) };
    let roles = vec![
        job("admin", &["nurse"]),
        of_category(job("carer", &["nurse"]), "nursing"),
        of_category(with(on("nurse", MID, &[]), vec![degree]), "nursing"),
        on("out-of-reach", MID, &["nurse"]),
    ];
    no_route(roles, "nothing", "nurse", &earning(), |no_route| {
        let reachable: Vec<_> = no_route.reachable.iter().map(|near| near.role.id.as_str()).collect();
        assert_eq!(reachable, ["carer", "admin"]);
    });
}

#[test]
fn nobody_is_told_of_a_job_below_their_own_as_near_to_the_goal() {
    let at = |setting, role: Role| Role { settings: vec![setting], ..role };
    let social = Preferences { settings: vec![SOCIAL], ..any() };
    let reachable = |start| {
        let roles = vec![
            at(SOCIAL, on("clerk", start, &["porter"])),
            at(SOCIAL, on("porter", ENTRY, &["nurse"])),
            at(PRIMARY, on("nurse", MID, &["director"])),
            at(SOCIAL, on("director", LEADERSHIP, &[])),
        ];
        no_route(roles, "clerk", "director", &social, |no_route| {
            no_route.reachable.iter().map(|near| near.role.id.to_string()).collect::<Vec<_>>()
        })
    };
    assert_eq!(reachable(ENTRY), ["porter"]);
    assert_eq!(reachable(MID), [] as [String; 0]);
}

#[test]
fn nobody_in_a_profession_is_told_of_another_one_as_near_to_the_goal_unless_a_printed_move_leads_there() {
    let at = |setting, role: Role| Role { settings: vec![setting], ..role };
    let study = || vec![entry(EntryKind::University, LEVEL_3)];
    let profession = |title, moves: &[&str]| registered(with(at(SOCIAL, on(title, MID, moves)), study()));
    let social = Preferences { settings: vec![SOCIAL], ..any() };
    let reachable = |moves: &[&str]| {
        let roles = vec![
            profession("pharmacist", moves),
            profession("nurse", &["matron"]),
            at(SOCIAL, on("matron", LEADERSHIP, &["elsewhere"])),
            at(PRIMARY, on("elsewhere", LEADERSHIP, &["director"])),
            at(SOCIAL, on("director", LEADERSHIP, &[])),
        ];
        no_route(roles, "pharmacist", "director", &social, |no_route| {
            no_route.reachable.iter().map(|near| near.role.id.to_string()).collect::<Vec<_>>()
        })
    };
    assert_eq!(reachable(&[]), [] as [String; 0]);
    assert_eq!(reachable(&["nurse"]), ["matron", "nurse"]);
}
