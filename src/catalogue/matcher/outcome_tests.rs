//! What any answers to the questions may never do, and what each must be able to do.

use std::sync::LazyLock;

use proptest::prelude::*;

use crate::catalogue::filter::{Facet, FilterIndex, REGISTERED};
use crate::catalogue::graph::RoleGraph;
use crate::catalogue::matcher::answers::Answers;
use crate::catalogue::matcher::index::MatcherIndex;
use crate::catalogue::matcher::outcome::{Outcome, Reason};
use crate::catalogue::matcher::question::{AnswerOption, Criterion, Question};
use crate::catalogue::matcher::sample_questions::questions;
use crate::catalogue::model::cited_page::PartialDate;
use crate::catalogue::model::colour::ThemeColour;
use crate::catalogue::model::icon::IconPath;
use crate::catalogue::model::indexes::CategoryIndex;
use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::reference::{Category, CategoryId};
use crate::catalogue::model::role::{EntryFrom, Mark, Registration, Role};
use crate::catalogue::model::vocabulary::{EntryKind, MarkKind, Term};
use crate::catalogue::sample::{DEGREE, GCSE, MASTERS, NONE, entry, graph_of, lists, named, role};

static QUESTIONS: LazyLock<Vec<Question>> = LazyLock::new(questions);

fn every_answer() -> Vec<(&'static Question, &'static AnswerOption)> {
    QUESTIONS.iter().flat_map(|question| question.answers.iter().map(move |answer| (question, answer))).collect()
}

fn answers(given: &[(&'static Question, &'static AnswerOption)]) -> Answers<'static> {
    parse(given.iter().map(|(question, answer)| (question.key.as_str(), answer.id.as_str())))
}

fn parse<'p>(pairs: impl IntoIterator<Item = (&'p str, &'p str)>) -> Answers<'static> {
    Answers::parse(&QUESTIONS, pairs).0
}

fn every_criterion() -> Vec<Criterion> {
    let mut criteria: Vec<Criterion> =
        every_answer().into_iter().flat_map(|(_, answer)| answer.criteria()).cloned().collect();
    criteria.sort_unstable();
    criteria.dedup();
    criteria
}

/// The families of careers that answers look for.
fn families() -> Vec<String> {
    let ids = every_criterion().into_iter().filter_map(|criterion| match criterion {
        Criterion::Choice(Facet::Category, id) => Some(id),
        _ => None,
    });
    ids.collect()
}

fn family(id: &str) -> CategoryIndex {
    CategoryIndex::at(families().iter().position(|known| known == id).unwrap())
}

/// Makes a role meet a criterion.
fn endow(role: &mut Role, criterion: &Criterion) {
    let Criterion::Choice(facet, id) = criterion else { return endow_facts(role, criterion) };
    match (facet, id.as_str()) {
        (Facet::Level, id) => {
            role.levels = lists().levels.iter().filter(|info| info.id == id).map(|info| info.level).collect()
        }
        (Facet::Setting, id) => {
            role.settings.extend(lists().settings.iter().filter(|info| info.id == id).map(|info| info.setting));
        }
        (Facet::Category, id) => role.categories.push(family(id)),
        (Facet::Contact, id) => {
            role.contact = lists().contacts.iter().find(|info| info.id == id).map(|info| info.contact);
        }
        (Facet::Start, REGISTERED) => {
            let mut route = entry(EntryKind::University, NONE);
            route.from = vec![EntryFrom::Role(named("registered"))];
            role.entry_routes.push(route);
        }
        (Facet::Start, id) => {
            let held = lists().qualifications.iter().find(|info| info.id == id).unwrap().qualification;
            role.entry_routes.push(entry(EntryKind::University, held));
        }
        (Facet::Route, id) => {
            role.entry_routes.push(entry(EntryKind::from_id(id).unwrap(), MASTERS));
        }
        (facet, id) => panic!("no answer looks for {facet:?} {id} yet: say here how a role comes by it"),
    }
}

fn endow_facts(role: &mut Role, criterion: &Criterion) {
    match criterion {
        Criterion::Choice(..) => {}
        Criterion::Earns => {
            let mut route = entry(EntryKind::Varies, MASTERS);
            route.earn = Some(true);
            role.entry_routes.push(route);
        }
        Criterion::WithoutDegree => role.entry_routes.push(entry(EntryKind::College, NONE)),
        Criterion::Words(words) => role.qualities.extend(words.iter().next().map(|word| word.replace('*', "xyz"))),
    }
}

/// A graph of these roles and one registered profession, with its indexes.
fn site(mut roles: Vec<Role>) -> (RoleGraph, MatcherIndex) {
    let mut registered = role("Registered");
    registered.registration = vec![Registration { needed: true, ..Registration::default() }];
    roles.push(registered);
    let families = families().into_iter().enumerate().map(|(index, id)| Category {
        index: CategoryIndex::at(index),
        id: CategoryId(id.clone()),
        title: id.clone(),
        short: id,
        meaning: String::new(),
        colour: ThemeColour::default(),
        icon: IconPath::default(),
        printed_in: None,
        sources: vec![],
    });
    let graph = graph_of(roles);
    let index = {
        let lists = Lists { categories: families.collect(), ..lists() };
        MatcherIndex::new(&graph, &FilterIndex::new(&graph, &lists), &lists.qualifications, &QUESTIONS)
    };
    (graph, index)
}

fn shown(graph: &RoleGraph, index: &MatcherIndex, answers: &Answers<'static>) -> Vec<(String, i32)> {
    let outcome = Outcome::of(graph, index, answers);
    outcome.matches.iter().map(|one| (one.role.title.clone(), one.points)).collect()
}

#[test]
fn each_answer_of_each_question_can_change_the_result() {
    for (question, answer) in every_answer() {
        for weight in &answer.weights {
            let mut fitting = role("Fitting");
            endow(&mut fitting, &weight.criterion);
            answer.needs.iter().for_each(|need| endow(&mut fitting, need));
            let (graph, index) = site(vec![role("Another"), fitting]);
            let (without, with) = (answers(&[]), answers(&[(question, answer)]));
            let (before, after) = (shown(&graph, &index, &without), shown(&graph, &index, &with));
            assert_ne!(before, after, "{}={} does not weigh {:?}", question.key, answer.id, weight.criterion);
        }
        for need in &answer.needs {
            let mut fitting = role("Fitting");
            endow(&mut fitting, need);
            let (graph, index) = site(vec![role("Another"), fitting]);
            let outcome = Outcome::of(&graph, &index, &answers(&[(question, answer)]));
            let left = outcome.left_out.iter().flat_map(|left| &left.roles).map(|one| one.role.title.as_str());
            assert_eq!(left.collect::<Vec<_>>(), ["Another", "Registered"], "{}={}", question.key, answer.id);
        }
    }
}

#[test]
fn a_word_in_the_summary_counts_twice() {
    let mut cook = role("Cook");
    cook.qualities = vec!["You make art.".to_owned()];
    let mut artist = role("Artist");
    artist.summary = "You make art.".to_owned();
    let (graph, index) = site(vec![cook, artist]);
    let creative = parse([("make", "create")]);
    assert_eq!(shown(&graph, &index, &creative), [("Artist".to_owned(), 6), ("Cook".to_owned(), 3)]);
}

#[test]
fn more_answers_outrank_more_points() {
    let mut artist = role("Artist");
    artist.summary = "You make art.".to_owned();
    let mut all_round = role("Zoologist");
    all_round.qualities = vec!["You help a child, by phone.".to_owned()];
    let (graph, index) = site(vec![artist, all_round]);
    let answers = parse([("make", "create"), ("move", "desk"), ("who", "children")]);
    assert_eq!(shown(&graph, &index, &answers), [("Zoologist".to_owned(), 5), ("Artist".to_owned(), 6)]);
}

#[test]
fn several_answers_to_a_question_that_leaves_out_widen_it() {
    let opens_with = |title: &str, held| {
        let mut role = role(title);
        role.entry_routes = vec![entry(EntryKind::University, held)];
        role
    };
    let (graph, index) = site(vec![opens_with("A", GCSE), opens_with("B", DEGREE)]);
    let names = |pairs: &[(&str, &str)]| {
        let answers = parse(pairs.iter().copied());
        shown(&graph, &index, &answers).into_iter().map(|(title, _)| title).collect::<Vec<_>>()
    };
    assert_eq!(names(&[("start", "gcse")]), ["A"]);
    assert_eq!(names(&[("start", "gcse"), ("start", "degree")]), ["A", "B"]);
    assert!(names(&[("start", "degree"), ("begin", "no-degree")]).is_empty(), "two questions narrow");
}

#[test]
fn roles_that_few_people_know_are_found_even_behind_a_closed_door() {
    let known_to_few = |title: &str, held| {
        let mut role = role(title);
        role.marks = vec![Mark { kind: MarkKind::LessKnown, as_of: PartialDate::Year(2025), sources: vec![] }];
        role.entry_routes = vec![entry(EntryKind::University, held)];
        role
    };
    let open = known_to_few("Open", NONE);
    let closed = known_to_few("Closed", DEGREE);
    let (graph, index) = site(vec![role("Known"), closed, open]);
    let answers = parse([("start", "none")]);
    let outcome = Outcome::of(&graph, &index, &answers);
    let names = |shown| {
        outcome.less_known(shown, 3).iter().map(|one| (one.role.title.as_str(), one.is_open)).collect::<Vec<_>>()
    };
    assert_eq!(names(&[]), [("Open", true), ("Closed", false)]);
    assert_eq!(names(&outcome.matches), [("Closed", false)]);
}

/// Roles that meet random criteria, and answers taken at random from all answers.
fn any_site() -> impl Strategy<Value = (Vec<Role>, Vec<usize>)> {
    let criteria = every_criterion();
    let some = prop::collection::vec(0..criteria.len(), 0..8);
    let roles = prop::collection::vec(some, 0..8).prop_map(move |all| {
        let endowed = |(place, some): (usize, &Vec<usize>)| {
            let mut role = role(&format!("Role {place}"));
            some.iter().for_each(|&criterion| endow(&mut role, &criteria[criterion]));
            role
        };
        all.iter().enumerate().map(endowed).collect()
    });
    (roles, prop::collection::vec(0..every_answer().len(), 0..10))
}

proptest! {
    #[test]
    fn every_role_is_a_match_or_another_or_left_out_and_its_reasons_add_up((roles, given) in any_site()) {
        let (graph, index) = site(roles);
        let all = every_answer();
        let answers = answers(&given.iter().map(|&place| all[place]).collect::<Vec<_>>());
        let outcome = Outcome::of(&graph, &index, &answers);
        let mut left_out: Vec<&str> =
            outcome.left_out.iter().flat_map(|left| &left.roles).map(|one| one.role.id.as_str()).collect();
        left_out.sort_unstable();
        left_out.dedup();
        prop_assert_eq!(outcome.matches.len() + outcome.others + left_out.len(), graph.roles().len());
        for pair in outcome.matches.windows(2) {
            prop_assert!((pair[0].balance(), pair[0].points) >= (pair[1].balance(), pair[1].points));
        }
        for one in &outcome.matches {
            prop_assert!(one.is_open && !left_out.contains(&one.role.id.as_str()));
            let reasons = Reason::all(&index, one.role, &answers);
            prop_assert_eq!(reasons.iter().map(|reason| reason.points).sum::<i32>(), one.points);
        }
        prop_assert_eq!(outcome.matches.is_empty(), left_out.len() == graph.roles().len());
    }
}
