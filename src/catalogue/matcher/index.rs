//! Which roles meet each criterion of the questions.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::filter::{FilterIndex, RoleSet};
use crate::catalogue::graph::RoleGraph;
use crate::catalogue::matcher::question::{AnswerOption, Criterion, Question};
use crate::catalogue::matcher::words::NormalisedText;
use crate::catalogue::model::lists::QualificationLadder;
use crate::catalogue::model::role::Role;

/// The roles that meet each criterion, found once for each catalogue.
#[derive(Debug)]
pub struct MatcherIndex(BTreeMap<Criterion, CriterionRoles>);

/// The roles that meet a criterion.
#[derive(Debug)]
struct CriterionRoles {
    /// All of them.
    all: RoleSet,
    /// Those that meet it in their summary.
    in_summary: RoleSet,
}

impl MatcherIndex {
    /// Tests every criterion on every role.
    #[must_use]
    pub fn new(graph: &RoleGraph, filters: &FilterIndex, ladder: &QualificationLadder, questions: &[Question]) -> Self {
        let texts: Vec<(NormalisedText, NormalisedText)> =
            graph.roles().iter().map(|role| (summary(role), further_texts(role))).collect();
        let roles_where = |meets: &dyn Fn(usize, &Role) -> bool| -> RoleSet {
            let mut roles = RoleSet::with_capacity(graph.roles().len());
            roles
                .extend(graph.roles().iter().enumerate().filter(|(index, role)| meets(*index, role)).map(|(at, _)| at));
            roles
        };
        let none = || RoleSet::with_capacity(graph.roles().len());
        let roles_of = |criterion: &Criterion| match criterion {
            Criterion::Choice(facet, id) => {
                CriterionRoles { all: filters.roles(*facet, id).cloned().unwrap_or_else(none), in_summary: none() }
            }
            Criterion::Earns => CriterionRoles { all: roles_where(&|_, role| earns(role)), in_summary: none() },
            Criterion::WithoutDegree => {
                let roles = roles_where(&|_, role| is_open_without_degree(role, ladder));
                CriterionRoles { all: roles, in_summary: none() }
            }
            Criterion::Words(words) => {
                let in_summary = |index: usize| texts.get(index).is_some_and(|(summary, _)| words.is_in(summary));
                let further = |index: usize| texts.get(index).is_some_and(|(_, further)| words.is_in(further));
                CriterionRoles {
                    all: roles_where(&|index, _| in_summary(index) || further(index)),
                    in_summary: roles_where(&|index, _| in_summary(index)),
                }
            }
        };
        // Two answers may share a criterion.
        let criteria: BTreeSet<&Criterion> =
            questions.iter().flat_map(|question| &question.answers).flat_map(AnswerOption::criteria).collect();
        Self(criteria.into_iter().map(|criterion| (criterion.clone(), roles_of(criterion))).collect())
    }

    /// Whether the role with this index meets a criterion.
    pub(super) fn meets(&self, role: usize, criterion: &Criterion) -> bool {
        self.0.get(criterion).is_some_and(|roles| roles.all.contains(role))
    }

    /// How often a criterion counts for the role with this index: not at all, once, or twice.
    pub(super) fn count(&self, role: usize, criterion: &Criterion) -> i32 {
        let roles = self.0.get(criterion);
        roles.map_or(0, |roles| i32::from(roles.all.contains(role)) + i32::from(roles.in_summary.contains(role)))
    }
}

/// The words of a list that a role's texts have, as they occur there.
pub(super) fn matched_words(role: &Role, criterion: &Criterion) -> Vec<String> {
    let Criterion::Words(words) = criterion else { return vec![] };
    let (summary, further) = (summary(role), further_texts(role));
    let mut found: Vec<String> =
        words.iter().filter_map(|word| summary.find(word).or_else(|| further.find(word))).map(str::to_owned).collect();
    found.dedup();
    found
}

fn summary(role: &Role) -> NormalisedText {
    NormalisedText::of([role.summary.as_str()])
}

fn further_texts(role: &Role) -> NormalisedText {
    let texts = role.what_you_do.iter().chain(&role.qualities).chain(&role.where_you_work);
    NormalisedText::of(texts.map(String::as_str))
}

fn earns(role: &Role) -> bool {
    role.entry_routes.iter().any(|route| route.earn == Some(true))
}

fn is_open_without_degree(role: &Role, ladder: &QualificationLadder) -> bool {
    role.entry_routes.iter().any(|route| !ladder.asks_for_a_degree(route))
}
