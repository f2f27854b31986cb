//! What people type into the search of `/roles` finds the roles that they mean.
//!
//! `queries.tsv` holds searches as people type them, each with its right answers.

use career_pathways::catalogue::Catalogue;
use career_pathways::catalogue::filter::Facet;

use crate::support::catalogue;

/// Of a hundred searches, so many must have a right role among the first three.
const GOAL: usize = 95;

struct Judged {
    half: String,
    search: String,
    right: Vec<String>,
}

fn judged() -> Vec<Judged> {
    let lines = include_str!("queries.tsv").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let mut columns = line.split('\t').map(str::to_owned);
            let (half, search) = (columns.next().unwrap(), columns.next().unwrap());
            let right = columns.next().unwrap().split(' ').map(str::to_owned).collect();
            Judged { half, search, right }
        })
        .collect()
}

fn is_right(catalogue: &Catalogue, right: &[String], role: usize) -> bool {
    right.iter().any(|right| match right.split_once('=') {
        Some((key, value)) => {
            let facet = Facet::from_key(key).unwrap();
            catalogue.filters().roles(facet, value).unwrap().contains(role)
        }
        None => catalogue.roles()[role].id.as_str() == right,
    })
}

/// The searches of a half with no right role among the first three, and how many searches it has.
fn missed(catalogue: &Catalogue, half: &str) -> (Vec<String>, usize) {
    let of_half: Vec<Judged> = judged().into_iter().filter(|judged| judged.half == half).collect();
    let mut missed = Vec::new();
    for Judged { search, right, .. } in &of_half {
        let found = catalogue.find(search).unwrap();
        let first: Vec<usize> = found.hits.iter().take(3).map(|hit| hit.role).collect();
        if !first.iter().any(|&role| is_right(catalogue, right, role)) {
            let titles: Vec<&str> = first.iter().map(|&role| catalogue.roles()[role].title.as_str()).collect();
            missed.push(format!("{search}: found {titles:?}, read as {:?}", found.corrected));
        }
    }
    (missed, of_half.len())
}

#[expect(clippy::print_stdout, reason = "the figure is for a person to read: --nocapture")]
fn assert_goal(half: &str) {
    let catalogue = catalogue();
    let (missed, all) = missed(&catalogue, half);
    let right = all - missed.len();
    println!("{half}: {right} of {all} searches have a right role among the first three\n{}", missed.join("\n"));
    assert!(right * 100 >= all * GOAL, "only {right} of {all}:\n{}", missed.join("\n"));
}

#[test]
fn the_searches_for_tuning_find_their_roles() {
    assert_goal("tune");
}

#[test]
fn the_searches_that_nothing_was_tuned_to_find_their_roles_too() {
    assert_goal("final");
}
