//! How much is known: the share of roles with each fact that people decide by, so that no later edit loses it unseen.

use career_pathways::catalogue::Catalogue;
use career_pathways::catalogue::model::role::{EntryRoute, Role};
use career_pathways::catalogue::model::vocabulary::{EntryKind, RegistrationNeed};

use crate::support::catalogue;

const LEAST_ROLES: usize = 350;

/// Entry roles of which no source that may be used names a next step.
const WITHOUT_A_NEXT_STEP: [&str; 3] = ["donor-carer", "foster-carer", "shared-lives-carer"];

/// A fact, how many of a hundred roles have it at least, and whether a role has it.
type Share = (&'static str, usize, fn(&Role) -> bool);

const SHARES: [Share; 5] = [
    ("what it pays, or who sets the pay", 90, |role| !role.pay.is_empty()),
    ("its hours", 70, |role| role.hours.is_some()),
    ("its checks", 60, |role| !role.checks.is_empty()),
    ("its unit group of SOC 2020", 90, |role| !role.codes.soc2020.is_empty()),
    ("whether one must register", 100, |role| role.registration_need() != RegistrationNeed::NotRecorded),
];

/// Whether some role is printed, or has a way in, after this one.
fn leads_on(catalogue: &Catalogue, role: &Role) -> bool {
    let graph = catalogue.graph();
    graph.successors(role).next().is_some() || graph.entry_successors(role).next().is_some()
}

fn is_a_course(route: &EntryRoute) -> bool {
    use EntryKind::{Apprenticeship, College, DegreeApprenticeship, Postgraduate, University};
    matches!(route.kind, Apprenticeship | DegreeApprenticeship | College | University | Postgraduate)
}

/// Whether so many are at least this percentage of all.
fn assert_share(what: &str, some: usize, all: usize, least: usize) {
    assert!(some * 100 >= all * least, "{what}: {some} of {all}, less than {least} %");
}

#[test]
fn there_are_as_many_roles_as_readers_were_promised() {
    assert!(catalogue().roles().len() >= LEAST_ROLES, "{} roles", catalogue().roles().len());
}

#[test]
fn most_roles_say_what_people_decide_by() {
    let catalogue = catalogue();
    for (fact, least, has) in SHARES {
        let known = catalogue.roles().iter().filter(|role| has(role)).count();
        assert_share(fact, known, catalogue.roles().len(), least);
    }
}

#[test]
fn most_courses_and_apprenticeships_say_how_long_they_take() {
    let catalogue = catalogue();
    let courses = || catalogue.roles().iter().flat_map(|role| &role.entry_routes).filter(|route| is_a_course(route));
    let known = courses().filter(|route| route.months.is_some()).count();
    assert_share("length of a course", known, courses().count(), 60);
}

#[test]
fn three_in_four_roles_lead_to_another_one() {
    let catalogue = catalogue();
    let leading = catalogue.roles().iter().filter(|role| leads_on(&catalogue, role)).count();
    assert_share("leads to another role", leading, catalogue.roles().len(), 75);
}

#[test]
fn every_entry_role_leads_somewhere() {
    let catalogue = catalogue();
    let lowest = catalogue.roles().iter().map(Role::level).min().unwrap();
    let ends = catalogue.roles().iter().filter(|role| role.level() == lowest && !leads_on(&catalogue, role));
    let ends: Vec<&str> = ends.map(|role| role.id.as_str()).collect();
    assert_eq!(ends, WITHOUT_A_NEXT_STEP);
}
