//! Searches over a handful of roles.

use proptest::prelude::*;

use crate::catalogue::filter::{Facet, FilterIndex};
use crate::catalogue::graph::RoleGraph;
use crate::catalogue::model::indexes::OrganisationIndex;
use crate::catalogue::model::reference::{Organisation, OrganisationId};
use crate::catalogue::model::regulator::{Regulator, Regulators};
use crate::catalogue::model::role::Role;
use crate::catalogue::model::vocabulary::EntryKind;
use crate::catalogue::sample::{NONE, entry, graph_of, lists, role};
use crate::catalogue::search::pages::Pages;
use crate::catalogue::search::reading::{ReadChoice, SearchReading};
use crate::catalogue::search::snippet::SnippetPiece;
use crate::catalogue::search::synonym::Synonym;
use crate::catalogue::search::texts::TextKind;
use crate::catalogue::search::{SearchIndex, SearchInput, SearchResults};

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
        Synonym { filter: vec![(Facet::Route, "on-the-job".to_owned())], ..says(&["on the job"], &[]) },
    ]
}

fn index(graph: &RoleGraph) -> SearchIndex {
    let (filters, lists, synonyms) = (FilterIndex::new(graph, &lists()), lists(), synonyms(graph));
    let (pages, regulators) = (Pages::default(), Regulators::default());
    let input =
        SearchInput { graph, filters: &filters, lists: &lists, synonyms: &synonyms, pages, regulators: &regulators };
    SearchIndex::new(input).unwrap()
}

fn titles(found: &SearchResults) -> Vec<String> {
    let graph = some_roles();
    found.hits.iter().map(|hit| graph.roles()[hit.document].title.clone()).collect()
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
    assert_eq!(hits.iter().map(|hit| hit.document).collect::<Vec<_>>(), [0, 1, 2]);
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

thread_local! {
    static INDEX: (RoleGraph, SearchIndex) = { let graph = some_roles(); let made = index(&graph); (graph, made) };
}

fn searched(text: &str, shown: &str) {
    INDEX.with(|(graph, index)| {
        for found in [index.find(text).unwrap(), index.find_as_typed(text).unwrap()] {
            let pieces: String = found.mark(shown).into_iter().map(|piece| piece.text).collect();
            assert_eq!(pieces, shown);
            assert!(found.hits.iter().all(|hit| hit.document < graph.roles().len()));
            assert_eq!(found.roles().count_ones(..), found.hits.len());
        }
    });
}

fn read(text: &str) -> SearchReading {
    index(&some_roles()).read(text).unwrap()
}

#[test]
fn a_choice_is_read_out_of_the_words_and_the_rest_is_left() {
    let reading = read("ward nurse, with no exams please");
    assert_eq!(reading.words.as_deref(), Some("ward nurse, with please"));
    let chosen = ReadChoice { said: "no exams".to_owned(), choices: vec![(Facet::Start, "none".to_owned())] };
    assert_eq!(reading.choices, [chosen]);
    assert_eq!(read("NO EXAM").words, None);
    assert_eq!(read("work no exams").words, None);
    assert!(read("exams").is_plain());
}

#[test]
fn what_is_said_behind_a_not_makes_no_choice() {
    let choices = |text| read(text).choices.len();
    assert_eq!([choices("on the job"), choices("not on the job"), choices("i dont want on the job")], [1, 0, 0]);
}

#[test]
fn the_name_of_a_role_is_never_read_as_a_choice() {
    let mut graph = some_roles().roles().to_vec();
    graph.push(told("No Exams Officer", "You mark.", &[]));
    let reading = index(&graph_of(graph)).read("no exams officer").unwrap();
    assert!(reading.is_plain());
}

#[test]
fn several_words_that_name_a_role_find_it_among_others() {
    assert_eq!(find("from porter to nurse educator")[0], "Nurse Educator");
}

#[test]
fn words_that_say_little_find_nothing_beside_one_that_nobody_uses() {
    assert!(find("zebra assistant").is_empty());
    assert!(find("zebra patients").is_empty());
    assert_eq!(find("zebra radiographer"), ["Radiographer"]);
}

#[test]
fn a_word_of_english_is_not_taken_for_a_misspelling_or_a_beginning() {
    assert_corrected("curse", None);
    assert_corrected("poster", None);
    assert_corrected("nurze", Some("nurse"));
}

/// An index where the law of one organisation protects these titles, and which finds an organisation and a guide.
fn with_law(titles: &[&str]) -> SearchIndex {
    let graph = some_roles();
    let mut synonyms = synonyms(&graph);
    synonyms.push(Synonym {
        say: vec!["ward visitor".to_owned()],
        roles: vec![graph.roles()[0].index],
        ..Synonym::default()
    });
    let regulators = Regulators::new(vec![Regulator {
        register: OrganisationIndex::at(0),
        law: "Ward Act".to_owned(),
        titles: titles.iter().map(|title| (*title).to_owned()).collect(),
        except: vec![],
        floor: NONE,
        sources: vec![],
    }]);
    let (filters, lists) = (FilterIndex::new(&graph, &lists()), lists());
    let organisations = [Organisation {
        id: OrganisationId("ward-council".to_owned()),
        name: "Ward Council".to_owned(),
        short: Some("WC".to_owned()),
        url: None,
        about: Some("Keeps the register of nurses.".to_owned()),
        sources: vec![],
    }];
    let pages = Pages { organisations: &organisations, ..Pages::default() };
    let input = SearchInput {
        graph: &graph,
        filters: &filters,
        lists: &lists,
        synonyms: &synonyms,
        pages,
        regulators: &regulators,
    };
    SearchIndex::new(input).unwrap()
}

#[test]
fn a_protected_title_that_no_role_has_finds_no_role() {
    let index = with_law(&["ward visitor", "nurse"]);
    for search in ["ward visitor", "Ward Visitors", "become a ward visitor for children"] {
        let found = index.find(search).unwrap();
        assert_eq!(found.protected.as_ref().map(|found| found.title.as_str()), Some("ward visitor"), "{search}");
        assert!(found.hits.is_empty(), "{search}");
        assert_eq!(found.protected.unwrap().related.len(), 1);
    }
    assert!(index.find("nurse").unwrap().protected.is_none(), "roles have this title");
    assert!(index.find("ward visitor assistant").unwrap().protected.is_none(), "another job");
}

#[test]
fn an_organisation_is_found_by_its_names_and_by_what_it_is_about() {
    let index = with_law(&[]);
    let found = |text| !index.find_pages(text).unwrap().is_empty();
    assert!(found("ward council") && found("WC") && found("w.c.") && found("register of nurses"));
    assert!(!found("register of radiographers"), "a word that only roles have");
    assert!(!found("zebra council"), "a kind of organisation, and a word that nobody uses");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_reading_loses_no_word_but_those_it_understood(
        words in proptest::collection::vec("[a-z]{1,9}|nurse|no|exams|on|the|job|not|ward", 0..12),
    ) {
        let text = words.join(" ");
        let reading = INDEX.with(|(_, index)| index.read(&text)).unwrap();
        let understood: usize = reading.choices.iter().map(|read| read.said.split(' ').count()).sum();
        let read = reading.corrected.as_deref().unwrap_or(&text);
        if let Some(left) = &reading.words {
            prop_assert_eq!(left.split_whitespace().count() + understood, read.split_whitespace().count());
        }
    }
}
