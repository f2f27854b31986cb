//! Searches over a handful of roles.

use proptest::prelude::*;

use crate::catalogue::filter::{Facet, FilterIndex};
use crate::catalogue::graph::RoleGraph;
use crate::catalogue::model::role::Role;
use crate::catalogue::model::vocabulary::EntryKind;
use crate::catalogue::sample::{NONE, entry, graph_of, lists, role};
use crate::catalogue::search::snippet::SnippetPiece;
use crate::catalogue::search::synonym::Synonym;
use crate::catalogue::search::texts::TextKind;
use crate::catalogue::search::{SearchIndex, SearchResults};

/// A role with a title, a summary, and words in its tasks.
fn told(title: &str, summary: &str, tasks: &[&str]) -> Role {
    let mut role = role(title);
    summary.clone_into(&mut role.summary);
    role.what_you_do = tasks.iter().map(|task| (*task).to_owned()).collect();
    role
}

fn some_roles() -> RoleGraph {
    let mut hca =
        told("Health Care Assistant", "You help patients every day.", &["Wash people.", "Take blood pressure."]);
    hca.other_titles = vec!["HCA".to_owned(), "Nursing Auxiliary".to_owned()];
    let mut porter = told("Porter", "You move patients around.", &["Organise beds.", "Help nurses on the ward."]);
    porter.entry_routes = vec![entry(EntryKind::OnTheJob, NONE)];
    graph_of(vec![
        hca,
        porter,
        told("Nurse", "You care for patients.", &["Give medicines."]),
        told("Nurse Educator", "You teach.", &["Teach nurses."]),
        told("Physiotherapist", "You help patients to move.", &["Plan exercise."]),
        told("Radiographer", "You take pictures.", &["Take x-rays."]),
        told("HR Manager", "You find staff.", &["Look after staff."]),
        told("Housekeeper", "You keep places clean.", &["Make beds."]),
    ])
}

fn synonyms(graph: &RoleGraph) -> Vec<Synonym> {
    let find = |id: &&str| graph.roles().iter().find(|role| role.id.as_str() == *id).map(|role| role.index);
    let says = |say: &[&str], roles: &[&str]| Synonym {
        say: say.iter().map(|say| (*say).to_owned()).collect(),
        roles: roles.iter().filter_map(find).collect(),
        ..Synonym::default()
    };
    vec![
        says(&["cleaner", "mopping floors"], &["housekeeper", "porter"]),
        Synonym { filter: vec![(Facet::Start, "none".to_owned())], ..says(&["no exams"], &["nurse"]) },
        Synonym { words: vec!["exercise".to_owned()], ..says(&["gym"], &[]) },
    ]
}

fn index(graph: &RoleGraph) -> SearchIndex {
    SearchIndex::new(graph, &FilterIndex::new(graph, &lists()), &lists(), &synonyms(graph)).unwrap()
}

fn titles(found: &SearchResults) -> Vec<String> {
    let graph = some_roles();
    found.hits.iter().map(|hit| graph.roles()[hit.role].title.clone()).collect()
}

fn find(text: &str) -> Vec<String> {
    titles(&index(&some_roles()).find(text).unwrap())
}

#[track_caller]
fn assert_corrected(text: &str, expected: Option<&str>) {
    assert_eq!(index(&some_roles()).find(text).unwrap().corrected.as_deref(), expected, "{text}");
}

#[test]
fn a_title_comes_first_then_titles_with_the_word_then_texts() {
    assert_eq!(find("nurses"), ["Nurse", "Nurse Educator", "Health Care Assistant", "Porter"]);
}

#[test]
fn another_title_is_as_good_as_a_name() {
    assert_eq!(find("nursing auxiliary"), ["Health Care Assistant"]);
    assert_eq!(find("HCA")[0], "Health Care Assistant");
}

#[test]
fn what_people_say_finds_the_roles_that_they_mean_the_likeliest_first() {
    assert_eq!(find("cleaner"), ["Housekeeper", "Porter"]);
    assert_eq!(find("mopping floors"), ["Housekeeper", "Porter"]);
    assert_eq!(find("mopping floo"), ["Housekeeper", "Porter"]);
    assert_eq!(find("gym"), ["Physiotherapist"]);
}

#[test]
fn words_that_are_said_together_count_only_together() {
    assert_eq!(find("no exams"), ["Nurse", "Porter"]);
    assert!(find("exams").is_empty());
}

#[test]
fn a_beginning_finds_the_words_that_begin_so() {
    assert_eq!(find("physio"), ["Physiotherapist"]);
    assert_eq!(find("radiog"), ["Radiographer"]);
    assert!(find("phy").is_empty(), "three letters are a whole word");
}

#[test]
fn one_edit_is_corrected_in_a_short_word_and_two_in_a_long_one() {
    assert_corrected("nusre", Some("nurse"));
    assert_corrected("a portr please", Some("a porter please"));
    assert_corrected("physioterapist", Some("physiotherapist"));
    assert_corrected("physoterapist", Some("physiotherapist"));
    assert_corrected("physotereapistt", None);
    assert_corrected("prtr", None);
    assert_corrected("nurse", None);
}

#[test]
fn words_of_three_letters_and_abbreviations_are_never_corrected() {
    assert_corrected("hrr", None);
    assert_corrected("HA", None);
    assert_corrected("HCAS", None);
    assert_eq!(find("HR"), ["HR Manager"]);
    assert!(find("hrx").is_empty());
}

#[test]
fn words_run_together_are_split_and_words_torn_apart_are_joined() {
    assert_corrected("healthassistant", Some("health assistant"));
    assert_eq!(find("radio grapher"), ["Radiographer"]);
    assert_eq!(find("house keeper"), ["Housekeeper"]);
}

#[test]
fn the_search_as_typed_corrects_nothing() {
    let found = index(&some_roles()).find_as_typed("nusre").unwrap();
    assert_eq!((found.hits.len(), found.corrected, found.unknown), (0, None, vec!["nusre".to_owned()]));
}

#[test]
fn both_spellings_of_organise_find_the_same() {
    assert_eq!(find("organize"), find("organised"));
    assert_eq!(find("organizing beds"), ["Porter"]);
}

#[test]
fn more_words_narrow_and_a_word_that_nobody_uses_is_named() {
    assert_eq!(find("nurse ward"), ["Porter"]);
    let found = index(&some_roles()).find("zebra nurse educator").unwrap();
    assert_eq!(found.unknown, ["zebra"]);
    assert_eq!(titles(&found), ["Nurse Educator"]);
}

#[test]
fn where_no_role_has_every_word_those_with_the_most_answer() {
    assert_eq!(find("blood exercise"), ["Physiotherapist", "Health Care Assistant"]);
}

#[test]
fn capitals_may_be_shouting() {
    assert_eq!(find("PHYSIOTERAPIST"), ["Physiotherapist"]);
}

#[test]
fn two_indexes_of_the_same_roles_give_the_same_order() {
    let graph = some_roles();
    let (one, other) = (index(&graph), index(&graph));
    for text in ["nurse", "patients", "help", "cleaner beds", "a", "no exams"] {
        assert_eq!(one.find(text).unwrap().hits, other.find(text).unwrap().hits, "{text}");
    }
}

#[test]
fn roles_that_answer_alike_are_ordered_by_title() {
    let graph =
        graph_of(vec![told("B", "Same words.", &[]), told("C", "Same words.", &[]), told("a", "Same words.", &[])]);
    let hits = index(&graph).find("same words").unwrap().hits;
    assert_eq!(hits.iter().map(|hit| hit.role).collect::<Vec<_>>(), [0, 1, 2]);
}

#[test]
fn an_index_of_nothing_finds_nothing() {
    let graph = graph_of(vec![]);
    assert!(index(&graph).find("nurse").unwrap().hits.is_empty());
}

fn why(text: &str, title: &str) -> (TextKind, String) {
    let graph = some_roles();
    let found = index(&graph).find(text).unwrap();
    let role = graph.roles().iter().find(|role| role.title == title).unwrap();
    let why = found.snippet(role, &lists()).unwrap();
    (why.kind, marked(&why.pieces))
}

fn marked(pieces: &[SnippetPiece]) -> String {
    pieces.iter().map(|piece| if piece.is_match { format!("[{}]", piece.text) } else { piece.text.clone() }).collect()
}

#[test]
fn what_matched_is_shown_and_marked() {
    assert_eq!(why("nurses", "Nurse"), (TextKind::Title, "[Nurse]".to_owned()));
    assert_eq!(why("nurses", "Porter"), (TextKind::Task, "Help [nurses] on the ward.".to_owned()));
    assert_eq!(why("cleaner", "Housekeeper"), (TextKind::Synonym, "[cleaner]".to_owned()));
    assert_eq!(why("auxiliary", "Health Care Assistant"), (TextKind::OtherTitle, "Nursing [Auxiliary]".to_owned()));
    assert_eq!(why("xrays", "Radiographer"), (TextKind::Task, "Take [x-rays].".to_owned()));
}

#[test]
fn a_long_text_is_cut_around_the_match_between_words() {
    let long = format!("{} needle {}", "before ".repeat(40), "after ".repeat(40));
    let graph = graph_of(vec![told("Sewer", &long, &[]), role("Other")]);
    let found = index(&graph).find("needle").unwrap();
    let why = found.snippet(&graph.roles()[1], &lists()).unwrap();
    let text = marked(&why.pieces);
    assert!(text.starts_with("… before ") && text.contains(" [needle] after ") && text.ends_with("after …"), "{text}");
    assert!(text.chars().count() < 180, "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_search_panics_and_marks_lose_no_letter(text in any::<String>(), shown in any::<String>()) {
        searched(&text, &shown);
    }

    #[test]
    fn no_search_of_words_panics(words in proptest::collection::vec("[a-zA-Z'&’-]{1,9}|nurse|NURSE|no|exams|physio|x-ray", 0..60)) {
        let text = words.join(" ");
        searched(&text, &text);
    }
}

fn searched(text: &str, shown: &str) {
    thread_local! {
        static INDEX: (RoleGraph, SearchIndex) = { let graph = some_roles(); let made = index(&graph); (graph, made) };
    }
    INDEX.with(|(graph, index)| {
        for found in [index.find(text).unwrap(), index.find_as_typed(text).unwrap()] {
            let pieces: String = found.mark(shown).into_iter().map(|piece| piece.text).collect();
            assert_eq!(pieces, shown);
            assert!(found.hits.iter().all(|hit| hit.role < graph.roles().len()));
            assert_eq!(found.roles().count_ones(..), found.hits.len());
        }
    });
}
