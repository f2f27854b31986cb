//! The shipped data: sound, and all that the Career Pathway Tool prints.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use career_pathways::catalogue::Catalogue;
use career_pathways::catalogue::journeys::Waypoint;
use career_pathways::catalogue::model::indexes::SourceIndex;
use career_pathways::catalogue::model::role::Role;
use career_pathways::content::{load_embedded, load_folder, report};

use crate::support::{TODAY, catalogue};

/// "from -> to" of each progression that the Career Pathway Tool prints.
const PRINTED: &str = include_str!("ncl_progressions.txt");

/// Whether the Career Pathway Tool is among these sources.
fn tool(catalogue: &Catalogue, sources: &[SourceIndex]) -> bool {
    catalogue.sources_at(sources).any(|source| source.id.as_str() == "ncl")
}

/// The roles that the Career Pathway Tool prints.
fn printed(catalogue: &Catalogue) -> impl Iterator<Item = &Role> {
    catalogue.roles().iter().filter(|role| tool(catalogue, &role.sources))
}

#[test]
fn the_shipped_data_has_no_error_and_no_warning() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let said = report::render(&load_folder(&folder, TODAY).diagnostics, report::ReportOptions::default());
    assert!(said.starts_with("All is well:"), "{said}");
}

#[test]
fn the_data_in_the_binary_is_the_data_in_the_folder() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let on_disk = load_folder(&folder, TODAY).into_result().unwrap();
    assert_eq!(on_disk.revision(), load_embedded(TODAY).into_result().unwrap().revision());
}

#[test]
fn there_are_as_many_of_each_as_the_sources_have() {
    let catalogue = catalogue();
    // What editors add of their own is welcome; what the sources have does not go.
    assert!(catalogue.roles().len() >= 134, "{} roles", catalogue.roles().len());
    assert!(catalogue.pathways().len() >= 15, "{} pathways", catalogue.pathways().len());
    let booklet =
        |source: Option<SourceIndex>| source.is_some_and(|index| catalogue.source(index).id.as_str() == "booklet");
    assert_eq!(catalogue.categories().iter().filter(|category| booklet(category.printed_in)).count(), 15);
    assert_eq!(printed(&catalogue).count(), 58);
}

#[test]
fn each_level_has_the_roles_that_the_tool_prints_on_it() {
    let catalogue = catalogue();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for &level in printed(&catalogue).flat_map(|role| &role.levels) {
        *places.entry(&catalogue.level(level).id).or_default() += 1;
    }
    assert_eq!(places, BTreeMap::from([("entry", 16), ("early", 14), ("mid", 21), ("leadership", 8)]));
}

#[test]
fn each_setting_has_the_places_that_the_tool_prints_in_it() {
    let catalogue = catalogue();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for role in printed(&catalogue) {
        for &setting in &role.settings {
            // A role that is printed on two levels is printed twice.
            *places.entry(&catalogue.setting(setting).id).or_default() += role.levels.len();
        }
    }
    assert_eq!(places, BTreeMap::from([("primary", 38), ("secondary", 34), ("social", 28)]));
}

#[test]
fn the_progressions_of_the_tool_are_all_there_and_no_others() {
    let catalogue = catalogue();
    let moves = catalogue.graph().moves().filter(|step| tool(&catalogue, &step.progression.sources));
    let found: BTreeSet<String> = moves.map(|step| format!("{} -> {}", step.from.id, step.to.id)).collect();
    let expected: BTreeSet<String> = PRINTED.lines().map(str::to_owned).collect();
    assert_eq!(expected.len(), 76);
    assert_eq!(found.difference(&expected).collect::<Vec<_>>(), Vec::<&String>::new(), "not printed");
    assert_eq!(expected.difference(&found).collect::<Vec<_>>(), Vec::<&String>::new(), "left out");
}

#[test]
fn there_is_a_road_to_every_role() {
    let catalogue = catalogue();
    let reached = catalogue.planner().within_reach(Waypoint::Qualification(&catalogue.qualifications()[0]));
    assert_eq!(reached.len(), catalogue.roles().len());
}

#[test]
fn a_figure_in_a_text_shows_its_value() {
    let catalogue = catalogue();
    let texts = catalogue.guides().iter().flat_map(|guide| &guide.sections).map(|section| &section.body);
    let figures: Vec<&str> = texts.flat_map(|text| text.figures().map(|fact| fact.as_str())).collect();
    assert!(!figures.is_empty());
    assert!(figures.iter().all(|id| catalogue.figures().iter().any(|fact| fact.id.as_str() == *id)));
}
