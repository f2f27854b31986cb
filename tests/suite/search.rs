//! Searches as people type them, on the shipped data: `tests/fixtures/queries.tsv`.

use std::path::Path;

use career_pathways::catalogue::Catalogue;
use career_pathways::catalogue::filter::Facet;
use career_pathways::content;

/// Of a hundred searches, so many must have a right role among the first three.
const GOAL: usize = 95;

struct Judged {
    half: String,
    search: String,
    right: Vec<String>,
}

fn judged() -> Vec<Judged> {
    let lines =
        include_str!("../fixtures/queries.tsv").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let mut columns = line.split('\t').map(str::to_owned);
            let (half, search) = (columns.next().unwrap(), columns.next().unwrap());
            let right = columns.next().unwrap().split(' ').map(str::to_owned).collect();
            Judged { half, search, right }
        })
        .collect()
}

fn shipped() -> Catalogue {
    let today = jiff::civil::date(2026, 11, 22);
    let loaded = content::load_folder(Path::new("data"), today).into_result();
    loaded.unwrap_or_else(|diagnostics| panic!("{}", content::report::json_lines(&diagnostics)))
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
        let found = catalogue.find(search);
        let first: Vec<usize> = found.hits.iter().take(3).map(|hit| hit.role).collect();
        if !first.iter().any(|&role| is_right(catalogue, right, role)) {
            let titles: Vec<&str> = first.iter().map(|&role| catalogue.roles()[role].title.as_str()).collect();
            missed.push(format!("{search}: found {titles:?}, read as {:?}", found.mended));
        }
    }
    (missed, of_half.len())
}

fn assert_goal(half: &str) {
    let catalogue = shipped();
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
fn zz_try() {
    let catalogue = shipped();
    for q in std::fs::read_to_string("/tmp/try.txt").unwrap().lines() {
        let t = std::time::Instant::now();
        let found = catalogue.find(q);
        let e = t.elapsed();
        println!("## {q} -> {} {:?} unknown {:?} {e:?}", found.hits.len(), found.mended, found.unknown);
        for hit in found.hits.iter().take(4) {
            let role = &catalogue.roles()[hit.role];
            let why = found.why(&catalogue, role);
            println!(
                "   {:?} {:.2} {} | {:?}",
                hit.answer,
                hit.score,
                role.title,
                why.map(|w| (
                    w.matched,
                    w.snippet
                        .iter()
                        .map(|p| if p.is_match { format!("[{}]", p.text) } else { p.text.clone() })
                        .collect::<String>()
                ))
            );
        }
    }
}
