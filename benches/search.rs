//! Searches with a slip of the pen over 100,000 made-up roles, beside a plain scan of the same texts.
//!
//!     cargo bench --bench search

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints its table, and ends where a search fails"
)]

mod made_up;

use std::hint::black_box;
use std::time::{Duration, Instant};

use career_pathways::catalogue::filter::FilterIndex;
use career_pathways::catalogue::graph::{RoleGraph, UnresolvedRole};
use career_pathways::catalogue::model::codes::Codes;
use career_pathways::catalogue::model::indexes::{Level, RoleIndex, SourceIndex};
use career_pathways::catalogue::model::lists::Lists;
use career_pathways::catalogue::model::reference::{Review, RoleId};
use career_pathways::catalogue::model::regulator::Regulators;
use career_pathways::catalogue::model::role::Role;
use career_pathways::catalogue::model::text::{Block, Inline, Prose};
use career_pathways::catalogue::search::pages::Pages;
use career_pathways::catalogue::search::{SearchIndex, SearchInput};
use jiff::civil::date;
use made_up::{Chance, Words, resident, slip};

const ROLES: usize = 100_000;
const SEARCHES: usize = 1_000;

fn main() -> Result<(), UnresolvedRole> {
    let mut chance = Chance::new(20_261_122);
    let words = Words::new(&mut chance);
    let roles: Vec<Role> = (0..ROLES).map(|index| role(index, &words, &mut chance)).collect();
    let letters: usize = roles.iter().map(|role| text(role).len()).sum();
    let graph = RoleGraph::new(roles)?;
    let lists = Lists::default();
    let filters = FilterIndex::new(&graph, &lists);

    let before = resident();
    let (started, worked) = (Instant::now(), worked_for());
    let (pages, regulators) = (Pages::default(), Regulators::default());
    let input =
        SearchInput { graph: &graph, filters: &filters, lists: &lists, synonyms: &[], pages, regulators: &regulators };
    let index = SearchIndex::new(input).unwrap();
    let (built, worked) = (started.elapsed(), worked_for().saturating_sub(worked));
    let memory = resident().saturating_sub(before);
    println!("{ROLES} roles, {:.0} MB of text", letters as f64 / 1e6);
    println!(
        "index: built in {:.2} s ({:.2} s of processor time), {:.0} MB; the process grew by {memory} MB",
        built.as_secs_f64(),
        worked.as_secs_f64(),
        index.bytes() as f64 / 1e6
    );

    let texts: Vec<String> = graph.roles().iter().map(text).collect();
    let titles: Vec<&str> = graph.roles().iter().map(|role| role.title.as_str()).collect();
    let asked: Vec<String> = (0..SEARCHES).map(|_| titles[chance.below(titles.len())].to_lowercase()).collect();
    let slipped: Vec<String> = asked.iter().map(|title| slip(title, &mut chance)).collect();
    let one_word: Vec<String> =
        asked.iter().map(|title| slip(title.split(' ').next().unwrap_or(title), &mut chance)).collect();
    let common: Vec<String> = (0..SEARCHES).map(|_| words.text[chance.below(30)].clone()).collect();
    let begun: Vec<String> = asked.iter().map(|title| title.chars().take(5).collect()).collect();

    let scan = measure(&asked[..100], |words| texts.iter().filter(|text| text.contains(words)).count());
    println!("\n{:<44}{:>10}{:>10}{:>10}{:>10}", "search", "p50", "p99", "most", "× scan");
    for (name, searches) in [
        ("a whole title, one slip in each long word", &slipped),
        ("one word, with a slip", &one_word),
        ("the beginning of a word", &begun),
        ("a title as it is", &asked),
        ("one of the 30 commonest words", &common),
    ] {
        let times = measure(searches, |words| index.find(words).unwrap().hits.len());
        print(name, &times, &scan);
    }
    print("peer: a plain scan, no slips", &scan, &scan);
    let found = asked.iter().zip(&slipped).filter(|(asked, slipped)| {
        index
            .find(slipped)
            .unwrap()
            .hits
            .iter()
            .take(3)
            .any(|hit| graph.roles()[hit.document].title.to_lowercase() == **asked)
    });
    println!("\n{} of {SEARCHES} titles with slips are among the first three", found.count());
    Ok(())
}

/// How long each search took, the shortest first. Each is made five times and its best time counts, so that other work on
/// the machine blurs the table less.
fn measure(searches: &[String], find: impl Fn(&str) -> usize) -> Vec<Duration> {
    let mut times: Vec<Duration> = searches
        .iter()
        .map(|words| {
            let once = || {
                let started = Instant::now();
                black_box(find(black_box(words)));
                started.elapsed()
            };
            (0..5).map(|_| once()).min().unwrap_or_default()
        })
        .collect();
    times.sort_unstable();
    times
}

fn print(name: &str, times: &[Duration], peer: &[Duration]) {
    let at = |times: &[Duration], share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    let ratio = at(times, 0.5) / at(peer, 0.5);
    println!("{name:<44}{:>7.2} ms{:>7.2} ms{:>7.2} ms{ratio:>10.2}", at(times, 0.5), at(times, 0.99), at(times, 1.0));
}

fn role(index: usize, words: &Words, chance: &mut Chance) -> Role {
    let title = format!("{} {} {}", words.first(chance), words.middle(chance), words.last(chance));
    Role {
        index: RoleIndex::default(),
        id: RoleId(format!("role-{index}")),
        other_titles: vec![format!("{} {}", words.first(chance), words.last(chance))],
        summary: words.sentence(15, chance),
        what_it_is: Prose(vec![Block::Paragraph(vec![Inline::Text(words.sentence(40, chance))])]),
        what_you_do: (0..5).map(|_| words.sentence(8, chance)).collect(),
        qualities: (0..3).map(|_| words.sentence(6, chance)).collect(),
        where_you_work: vec![words.sentence(3, chance)],
        title,
        levels: vec![Level(0)],
        settings: vec![],
        categories: vec![],
        contact: None,
        judged: vec![],
        family: None,
        entry_routes: vec![],
        registration: vec![],
        needs_no_register: false,
        pay: vec![],
        hours: None,
        checks: vec![],
        progressions: vec![],
        grow: vec![],
        marks: vec![],
        media: vec![],
        more_at: vec![],
        links: vec![],
        codes: Codes::default(),
        look_for: vec![],
        former_ids: vec![],
        notes: vec![],
        pages: vec![],
        sources: vec![SourceIndex::default()],
        changed: vec![],
        review: Review { reviewed: date(2026, 1, 1), review_by: date(2027, 1, 1) },
    }
}

fn text(role: &Role) -> String {
    let parts = [role.title.clone(), role.other_titles.join(" "), role.summary.clone(), role.what_it_is.plain()];
    let lists = [role.what_you_do.join(" "), role.qualities.join(" "), role.where_you_work.join(" ")];
    [parts.join(" "), lists.join(" ")].join(" ").to_lowercase()
}

/// The processor time of this thread, where the system tells it.
fn worked_for() -> Duration {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(times.split(' ').next().and_then(|time| time.parse().ok()).unwrap_or_default())
}
