//! What the answers make of the roles: which fit and why, and which are left out.
//!
//! A role is left out where it meets none of the needs of a question's answers. The others are ordered by their balance (the
//! number of questions whose answers count for the role, less those that count against it), then by points, then by title.
//! Linear in roles times the criteria of the answers given.

use std::collections::BTreeMap;

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::matcher::answers::Answers;
use crate::catalogue::matcher::index::MatcherIndex;
use crate::catalogue::matcher::index::matched_words;
use crate::catalogue::matcher::question::{AnswerOption, Criterion, Question};
use crate::catalogue::model::role::Role;
use crate::catalogue::model::vocabulary::MarkKind;

/// What some answers make of all roles.
#[derive(Debug)]
pub struct Outcome<'a> {
    /// The roles that fit, best first: those with a balance above zero. Where no role has one, those with the highest balance.
    pub matches: Vec<Match<'a>>,
    /// The number of roles that are not left out and do not fit.
    pub others: usize,
    /// What was left out, by question.
    pub left_out: Vec<LeftOut<'a>>,
    /// Roles that few people know, best first: those that are open, then those that are left out.
    less_known: Vec<Match<'a>>,
}

/// A role, and how well it fits.
#[derive(Clone, Debug)]
pub struct Match<'a> {
    /// The role.
    pub role: &'a Role,
    /// The number of questions whose answers count for it.
    pub speaks_for: i32,
    /// The number of those whose answers count against it.
    pub speaks_against: i32,
    /// The sum of its points.
    pub points: i32,
    /// Whether no answer leaves it out.
    pub is_open: bool,
}

/// The roles that the answers to one question leave out.
#[derive(Debug)]
pub struct LeftOut<'a> {
    /// The question.
    pub question: &'a Question,
    /// Its answers that need something which these roles do not have.
    pub answers: Vec<&'a AnswerOption>,
    /// The roles, best first.
    pub roles: Vec<Match<'a>>,
}

/// What one answer found in a role.
#[derive(Debug)]
pub struct Reason<'a> {
    /// The answer.
    pub answer: &'a AnswerOption,
    /// The criteria that the role meets.
    pub evidence: Vec<Evidence<'a>>,
    /// The points for them; 0 for needs.
    pub points: i32,
}

/// A criterion that a role meets.
#[derive(Debug)]
pub struct Evidence<'a> {
    /// The criterion.
    pub criterion: &'a Criterion,
    /// The words found, where it is a list of words.
    pub words: Vec<String>,
}

impl<'a> Outcome<'a> {
    /// Weighs every role by the answers.
    #[must_use]
    pub fn of(graph: &'a RoleGraph, index: &MatcherIndex, answers: &Answers<'a>) -> Self {
        let requirements = requirements(answers);
        let misses = |role: usize, answers: &[&'a AnswerOption]| {
            !answers.iter().flat_map(|answer| &answer.needs).any(|criterion| index.meets(role, criterion))
        };
        let mut all: Vec<(usize, Match<'a>)> = graph
            .roles()
            .iter()
            .enumerate()
            .map(|(at, role)| {
                let is_open = !requirements.iter().any(|(_, answers)| misses(at, answers));
                (at, Match::weigh(index, at, role, answers, is_open))
            })
            .collect();
        // Stable: roles that fit as well stay in the order of the graph, which is by title.
        all.sort_by_key(|(_, one)| std::cmp::Reverse((one.balance(), one.points)));
        let left_out = requirements
            .iter()
            .map(|(question, answers)| {
                let missed = all.iter().filter(|(at, _)| misses(*at, answers));
                LeftOut { question, answers: answers.clone(), roles: missed.map(|(_, one)| one.clone()).collect() }
            })
            .collect();
        let known_to_few = |open| {
            let all = all.iter().map(|(_, one)| one);
            all.filter(move |one| one.role.has_mark(MarkKind::LessKnown) && one.is_open == open).cloned()
        };
        let less_known = known_to_few(true).chain(known_to_few(false)).collect();
        let open: Vec<Match<'a>> = all.into_iter().map(|(_, one)| one).filter(|one| one.is_open).collect();
        let least = open.first().map_or(0, |best| best.balance().min(1));
        let (matches, others): (Vec<_>, Vec<_>) = open.into_iter().partition(|one| one.balance() >= least);
        Self { matches, others: others.len(), left_out, less_known }
    }

    /// At most so many roles that few people know, without those that are shown already.
    #[must_use]
    pub fn less_known(&self, shown: &[Match<'a>], most: usize) -> Vec<Match<'a>> {
        let is_new = |one: &&Match<'a>| !shown.iter().any(|other| other.role.index == one.role.index);
        self.less_known.iter().filter(is_new).take(most).cloned().collect()
    }
}

impl<'a> Match<'a> {
    fn weigh(index: &MatcherIndex, at: usize, role: &'a Role, answers: &Answers<'a>, is_open: bool) -> Self {
        let mut by_question: BTreeMap<&str, i32> = BTreeMap::new();
        for (question, answer) in answers.iter() {
            let points: i32 =
                answer.weights.iter().map(|weight| weight.points * index.count(at, &weight.criterion)).sum();
            *by_question.entry(&question.key).or_default() += points;
        }
        let count = |counts: &dyn Fn(i32) -> bool| by_question.values().map(|&points| i32::from(counts(points))).sum();
        Self {
            role,
            speaks_for: count(&|points| points > 0),
            speaks_against: count(&|points| points < 0),
            points: by_question.values().sum(),
            is_open,
        }
    }

    /// Questions that count for it, less those that count against it.
    fn balance(&self) -> i32 {
        self.speaks_for - self.speaks_against
    }
}

impl<'a> Reason<'a> {
    /// What each answer found in a role, in the order of the questions, without answers that found nothing.
    #[must_use]
    pub fn all(index: &MatcherIndex, role: &Role, answers: &Answers<'a>) -> Vec<Self> {
        let at = role.index.position();
        let reason = |answer: &'a AnswerOption| {
            let met = answer.weights.iter().filter(|weight| index.meets(at, &weight.criterion));
            let points = met.clone().map(|weight| weight.points * index.count(at, &weight.criterion)).sum();
            let needs = answer.needs.iter().filter(|need| index.meets(at, need));
            let criteria = needs.chain(met.map(|weight| &weight.criterion));
            let evidence =
                criteria.map(|criterion| Evidence { criterion, words: matched_words(role, criterion) }).collect();
            Self { answer, evidence, points }
        };
        answers.iter().map(|(_, answer)| reason(answer)).filter(|reason| !reason.evidence.is_empty()).collect()
    }
}

/// The answers that need something, by question.
fn requirements<'a>(answers: &Answers<'a>) -> Vec<(&'a Question, Vec<&'a AnswerOption>)> {
    let mut requirements: Vec<(&Question, Vec<&AnswerOption>)> = Vec::new();
    for (question, answer) in answers.iter().filter(|(_, answer)| !answer.needs.is_empty()) {
        match requirements.last_mut().filter(|(last, _)| last.key == question.key) {
            Some((_, needed)) => needed.push(answer),
            None => requirements.push((question, vec![answer])),
        }
    }
    requirements
}

#[cfg(test)]
#[path = "outcome_tests.rs"]
mod tests;
