//! What the answers say of the roles: which they speak for, why, and which they leave out.

use super::index::words_of;
use super::{Answer, Answers, Fact, MatcherIndex, Question};
use crate::catalogue::graph::RoleGraph;
use crate::catalogue::role::Role;
use crate::catalogue::vocabulary::MarkKind;

/// What some answers say of all roles.
#[derive(Debug)]
pub struct Outcome<'a> {
    /// The roles that fit, most points first, then by title: those with points; where there are none, those with the most.
    pub matches: Vec<Match<'a>>,
    /// How many roles are neither left out nor fit.
    pub others: usize,
    /// What was left out, by the question that did it.
    pub left_out: Vec<LeftOut<'a>>,
    /// Roles that few people know, those with most points first: from the matches, then from the rest.
    less_known: Vec<Match<'a>>,
}

/// A role, and how much speaks for it.
#[derive(Clone, Debug)]
pub struct Match<'a> {
    /// The role.
    pub role: &'a Role,
    /// The sum of its points.
    pub points: i32,
    /// Whether no answer leaves it out.
    pub is_open: bool,
}

/// The roles that one question leaves out.
#[derive(Debug)]
pub struct LeftOut<'a> {
    /// The question.
    pub question: &'static Question,
    /// The answers that need something which these roles do not have.
    pub answers: Vec<&'static Answer>,
    /// The roles, those with most points first.
    pub roles: Vec<Match<'a>>,
}

/// What one answer found in a role.
#[derive(Debug)]
pub struct Reason {
    /// The answer.
    pub answer: &'static Answer,
    /// What it found.
    pub signs: Vec<Sign>,
    /// The points it gives, or takes away.
    pub points: i32,
}

/// A fact that an answer found in a role.
#[derive(Debug)]
pub struct Sign {
    /// The fact.
    pub fact: Fact,
    /// The words that were found, where the fact is of words.
    pub words: Vec<String>,
}

impl<'a> Outcome<'a> {
    /// Weighs every role by the answers.
    #[must_use]
    pub fn of(graph: &'a RoleGraph, index: &MatcherIndex, answers: &Answers) -> Self {
        let hard = hard(answers);
        let misses = |place: usize, needed: &[&'static Answer]| {
            !needed.iter().flat_map(|answer| answer.needs).any(|fact| index.has(place, *fact))
        };
        let mut all: Vec<(usize, Match<'a>)> = graph
            .roles()
            .iter()
            .enumerate()
            .map(|(place, role)| {
                let is_open = !hard.iter().any(|(_, needed)| misses(place, needed));
                (place, Match { role, points: points(index, place, answers), is_open })
            })
            .collect();
        // The sort is stable, and the order of the graph is by title.
        all.sort_by_key(|(_, one)| std::cmp::Reverse(one.points));
        let left_out = hard
            .iter()
            .map(|(question, needed)| {
                let missed = all.iter().filter(|(place, _)| misses(*place, needed));
                LeftOut { question, answers: needed.clone(), roles: missed.map(|(_, one)| one.clone()).collect() }
            })
            .collect();
        let known_to_few = |open| {
            let all = all.iter().map(|(_, one)| one);
            all.filter(move |one| one.role.has_mark(MarkKind::LessKnown) && one.is_open == open).cloned()
        };
        let less_known = known_to_few(true).chain(known_to_few(false)).collect();
        let open: Vec<Match<'a>> = all.into_iter().map(|(_, one)| one).filter(|one| one.is_open).collect();
        // Where nothing speaks for any role, those remain that least speaks against.
        let bar = open.first().map_or(0, |best| best.points.min(1));
        let (matches, others): (Vec<_>, Vec<_>) = open.into_iter().partition(|one| one.points >= bar);
        Self { matches, others: others.len(), left_out, less_known }
    }

    /// At most so many roles that few people know, without those that are shown already.
    #[must_use]
    pub fn less_known(&self, shown: &[Match<'a>], most: usize) -> Vec<Match<'a>> {
        let is_new = |one: &&Match<'a>| !shown.iter().any(|other| other.role.id == one.role.id);
        self.less_known.iter().filter(is_new).take(most).cloned().collect()
    }
}

impl Reason {
    /// What each answer found in a role, in the order of the questions; answers that found nothing say nothing.
    #[must_use]
    pub fn all(graph: &RoleGraph, index: &MatcherIndex, role: &Role, answers: &Answers) -> Vec<Self> {
        let Some(place) = graph.index(&role.id) else { return vec![] };
        let reason = |answer: &'static Answer| {
            let found = answer.weights.iter().filter(|weight| index.has(place, weight.fact));
            let points = found.clone().map(|weight| weight.points * index.times(place, weight.fact)).sum();
            let signs = found.map(|weight| Sign { fact: weight.fact, words: words_of(role, weight.fact) }).collect();
            Self { answer, signs, points }
        };
        answers.iter().map(|(_, answer)| reason(answer)).filter(|reason| !reason.signs.is_empty()).collect()
    }
}

/// The answers that need something, by question.
fn hard(answers: &Answers) -> Vec<(&'static Question, Vec<&'static Answer>)> {
    let mut hard: Vec<(&'static Question, Vec<&'static Answer>)> = Vec::new();
    for (question, answer) in answers.iter().filter(|(_, answer)| !answer.needs.is_empty()) {
        match hard.last_mut().filter(|(last, _)| last.key == question.key) {
            Some((_, needed)) => needed.push(answer),
            None => hard.push((question, vec![answer])),
        }
    }
    hard
}

fn points(index: &MatcherIndex, place: usize, answers: &Answers) -> i32 {
    let weights = answers.iter().flat_map(|(_, answer)| answer.weights);
    weights.map(|weight| weight.points * index.times(place, weight.fact)).sum()
}

#[cfg(test)]
#[path = "outcome_tests.rs"]
mod tests;
