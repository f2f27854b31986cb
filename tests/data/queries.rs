//! What people type into the search of `/roles` finds the roles that they mean.
//!
//! `queries.tsv` holds searches as people type them, each with its right answers.

use career_pathways::catalogue::Catalogue;
use career_pathways::catalogue::filter::Facet;
use career_pathways::catalogue::model::ids::slug;
use career_pathways::catalogue::search::synonym::PageId;

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

/// What a search gives, as `/roles` shows it: the roles, the pages beside them, and whether it helps where it has no role.
struct Answer {
    roles: Vec<usize>,
    pages: Vec<PageId>,
    protected: Option<String>,
    read: String,
}

impl Answer {
    fn to(catalogue: &Catalogue, search: &str) -> Self {
        let reading = catalogue.read(search).unwrap();
        let read = format!("{reading:?}");
        let pages = catalogue.find_pages(search).unwrap();
        let words = if reading.is_plain() { Some(search.to_owned()) } else { reading.words.clone() };
        let found = words.map(|words| catalogue.find(&words).unwrap());
        let is_narrowed = found.as_ref().is_some_and(|found| reading.is_plain() || !found.knows_no_word());
        let protected = found.as_ref().and_then(|found| found.protected.as_ref()).map(|title| slug(&title.title));
        let choices: Vec<(Facet, String)> = reading.choices.into_iter().flat_map(|read| read.choices).collect();
        let met = catalogue.filters().meeting(&choices);
        let roles = match found.filter(|_| is_narrowed) {
            Some(found) => found.hits.iter().map(|hit| hit.document).filter(|&role| met.contains(role)).collect(),
            None if choices.is_empty() => vec![],
            None => met.ones().collect(),
        };
        Self { roles, pages, protected, read }
    }

    /// Whether an answer is among the first three.
    fn has(&self, catalogue: &Catalogue, right: &str) -> bool {
        let is_page = |page: &PageId| match page {
            PageId::Guide(id) => right == format!("guide:{id}"),
            PageId::Pathway(id) => right == format!("pathway:{id}"),
            PageId::Organisation(id) => right == format!("organisation:{id}"),
        };
        let is_role = |&role: &usize| match right.split_once('=') {
            Some((key, value)) => {
                let facet = Facet::from_key(key).unwrap();
                catalogue.filters().roles(facet, value).unwrap().contains(role)
            }
            None => catalogue.roles()[role].id.as_str() == right,
        };
        match right.strip_prefix("protected:") {
            Some(title) => self.protected.as_deref() == Some(title) && self.roles.is_empty(),
            None if right == "nothing" => self.roles.is_empty(),
            None => self.pages.iter().take(3).any(is_page) || self.roles.iter().take(3).any(is_role),
        }
    }
}

/// The searches of a half with no right answer among the first three, and how many searches it has.
fn missed(catalogue: &Catalogue, half: &str) -> (Vec<String>, usize) {
    let of_half: Vec<Judged> = judged().into_iter().filter(|judged| judged.half == half).collect();
    let mut missed = Vec::new();
    for Judged { search, right, .. } in &of_half {
        let answer = Answer::to(catalogue, search);
        if !right.iter().any(|right| answer.has(catalogue, right)) {
            let titles: Vec<&str> =
                answer.roles.iter().take(3).map(|&role| catalogue.roles()[role].title.as_str()).collect();
            let pages = &answer.pages;
            missed.push(format!("{search}: found {titles:?} and {pages:?}, read as {}", answer.read));
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

#[test]
fn a_search_for_a_protected_title_finds_a_role_on_its_register_first_or_says_that_there_is_no_page() {
    let catalogue = catalogue();
    let mut wrong = Vec::new();
    for regulator in catalogue.regulators().iter() {
        for title in &regulator.titles {
            let found = catalogue.find(title).unwrap();
            let first = found.hits.first().and_then(|hit| catalogue.roles().get(hit.document));
            let is_right = match &found.protected {
                Some(protected) => found.hits.is_empty() && protected.title == title.to_lowercase(),
                None => first.is_some_and(|role| role.registration.iter().any(|item| item.with == regulator.register)),
            };
            if !is_right {
                wrong.push(format!("{title}: {:?}", first.map(|role| &role.title)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
