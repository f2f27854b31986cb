//! Which roles have each fact that an answer may look for.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::filter::{FilterIndex, RoleSet};
use crate::catalogue::graph::RoleGraph;
use crate::catalogue::matcher::words::NormalisedText;
use crate::catalogue::matcher::{Criterion, QUESTIONS};
use crate::catalogue::model::lists::QualificationLadder;
use crate::catalogue::model::role::Role;

/// The roles behind every fact of the questions, found once for each catalogue.
#[derive(Debug)]
pub struct MatcherIndex(BTreeMap<Criterion, Having>);

/// The roles that have a fact.
#[derive(Debug)]
struct Having {
    /// All of them.
    at_all: RoleSet,
    /// Those that have it in their first sentence.
    first: RoleSet,
}

impl MatcherIndex {
    /// Looks for every fact in every role.
    #[must_use]
    pub fn new(graph: &RoleGraph, filters: &FilterIndex, ladder: &QualificationLadder) -> Self {
        let texts: Vec<(NormalisedText, NormalisedText)> =
            graph.roles().iter().map(|role| (first_sentence(role), further(role))).collect();
        let set = |met: &dyn Fn(usize, &Role) -> bool| -> RoleSet {
            let places = graph.roles().iter().enumerate().filter(|(place, role)| met(*place, role));
            let mut roles = RoleSet::with_capacity(graph.roles().len());
            roles.extend(places.map(|(place, _)| place));
            roles
        };
        let nowhere = || RoleSet::with_capacity(graph.roles().len());
        let having = |fact: Criterion| match fact {
            Criterion::Is(facet, id) => {
                Having { at_all: filters.roles(facet, id).cloned().unwrap_or_else(nowhere), first: nowhere() }
            }
            Criterion::Earns => Having { at_all: set(&|_, role| earns(role)), first: nowhere() },
            Criterion::WithoutDegree => {
                Having { at_all: set(&|_, role| is_open_without_degree(role, ladder)), first: nowhere() }
            }
            Criterion::Says(words) => {
                let in_first = |place: usize| texts.get(place).is_some_and(|(first, _)| words.is_in(first));
                let in_further = |place: usize| texts.get(place).is_some_and(|(_, further)| words.is_in(further));
                Having {
                    at_all: set(&|place, _| in_first(place) || in_further(place)),
                    first: set(&|place, _| in_first(place)),
                }
            }
        };
        let answers = QUESTIONS.iter().flat_map(|question| question.answers);
        // Two answers may look for the same.
        let facts: BTreeSet<Criterion> = answers
            .flat_map(|answer| answer.needs.iter().copied().chain(answer.weights.iter().map(|weight| weight.fact)))
            .collect();
        Self(facts.into_iter().map(|fact| (fact, having(fact))).collect())
    }

    /// Whether a role has a fact.
    pub(super) fn has(&self, place: usize, fact: Criterion) -> bool {
        self.0.get(&fact).is_some_and(|having| having.at_all.contains(place))
    }

    /// How often a fact counts for a role: not at all, once, or twice.
    pub(super) fn times(&self, place: usize, fact: Criterion) -> i32 {
        let having = self.0.get(&fact);
        having.map_or(0, |having| i32::from(having.at_all.contains(place)) + i32::from(having.first.contains(place)))
    }
}

/// The words that a role has of a list, as they stand in its texts.
pub(super) fn words_of(role: &Role, fact: Criterion) -> Vec<String> {
    let Criterion::Says(words) = fact else { return vec![] };
    let (first, further) = (first_sentence(role), further(role));
    let mut found: Vec<String> =
        words.iter().filter_map(|word| first.find(word).or_else(|| further.find(word))).map(str::to_owned).collect();
    found.dedup();
    found
}

fn first_sentence(role: &Role) -> NormalisedText {
    NormalisedText::of([role.summary.as_str()])
}

fn further(role: &Role) -> NormalisedText {
    let texts = role.what_you_do.iter().chain(&role.qualities).chain(&role.where_you_work);
    NormalisedText::of(texts.map(String::as_str))
}

fn earns(role: &Role) -> bool {
    role.entry_routes.iter().any(|route| route.earn == Some(true))
}

fn is_open_without_degree(role: &Role, ladder: &QualificationLadder) -> bool {
    role.entry_routes.iter().any(|route| !ladder.asks_for_a_degree(route))
}
