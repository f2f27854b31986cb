//! What the answers say of the roles: which they speak for, why, and which they leave out.

use std::collections::BTreeMap;

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::matcher::index::words_of;
use crate::catalogue::matcher::{AnswerOption, Answers, Criterion, MatcherIndex, Question};
use crate::catalogue::model::role::Role;
use crate::catalogue::model::vocabulary::MarkKind;

/// What some answers say of all roles.
#[derive(Debug)]
pub struct Outcome<'a> {
    /// The roles that fit, best first: those for which more answers speak than against them. Where there are none, those
    /// that come closest.
    pub matches: Vec<Match<'a>>,
    /// How many roles are neither left out nor fit.
    pub others: usize,
    /// What was left out, by the question that did it.
    pub left_out: Vec<LeftOut<'a>>,
    /// Roles that few people know, best first: those that are open, then those that are left out.
    less_known: Vec<Match<'a>>,
}

/// A role, and how well it fits.
#[derive(Clone, Debug)]
pub struct Match<'a> {
    /// The role.
    pub role: &'a Role,
    /// To how many questions the answers speak for it.
    pub speaks_for: i32,
    /// To how many they speak against it.
    pub speaks_against: i32,
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
    pub answers: Vec<&'static AnswerOption>,
    /// The roles, best first.
    pub roles: Vec<Match<'a>>,
}

/// What one answer found in a role.
#[derive(Debug)]
pub struct Reason {
    /// The answer.
    pub answer: &'static AnswerOption,
    /// What it found.
    pub signs: Vec<Polarity>,
    /// The points it gives, or takes away; none for what only opens a door.
    pub points: i32,
}

/// A fact that an answer found in a role.
#[derive(Debug)]
pub struct Polarity {
    /// The fact.
    pub fact: Criterion,
    /// The words that were found, where the fact is of words.
    pub words: Vec<String>,
}

impl<'a> Outcome<'a> {
    /// Weighs every role by the answers.
    #[must_use]
    pub fn of(graph: &'a RoleGraph, index: &MatcherIndex, answers: &Answers) -> Self {
        let hard = hard(answers);
        let misses = |place: usize, needed: &[&'static AnswerOption]| {
            !needed.iter().flat_map(|answer| answer.needs).any(|fact| index.has(place, *fact))
        };
        let mut all: Vec<(usize, Match<'a>)> = graph
            .roles()
            .iter()
            .enumerate()
            .map(|(place, role)| {
                let is_open = !hard.iter().any(|(_, needed)| misses(place, needed));
                (place, Match::weigh(index, place, role, answers, is_open))
            })
            .collect();
        // The sort is stable, and the order of the graph is by title.
        all.sort_by_key(|(_, one)| std::cmp::Reverse((one.balance(), one.points)));
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
        // Where nothing speaks for any role, those remain against which least speaks.
        let bar = open.first().map_or(0, |best| best.balance().min(1));
        let (matches, others): (Vec<_>, Vec<_>) = open.into_iter().partition(|one| one.balance() >= bar);
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
    fn weigh(index: &MatcherIndex, place: usize, role: &'a Role, answers: &Answers, is_open: bool) -> Self {
        let mut of_question: BTreeMap<&str, i32> = BTreeMap::new();
        for (question, answer) in answers.iter() {
            let points: i32 = answer.weights.iter().map(|weight| weight.points * index.times(place, weight.fact)).sum();
            *of_question.entry(question.key).or_default() += points;
        }
        let count = |speaks: &dyn Fn(i32) -> bool| of_question.values().map(|&points| i32::from(speaks(points))).sum();
        Self {
            role,
            speaks_for: count(&|points| points > 0),
            speaks_against: count(&|points| points < 0),
            points: of_question.values().sum(),
            is_open,
        }
    }

    /// Questions that speak for it, less those that speak against it.
    fn balance(&self) -> i32 {
        self.speaks_for - self.speaks_against
    }
}

impl Reason {
    /// What each answer found in a role, in the order of the questions; answers that found nothing say nothing.
    #[must_use]
    pub fn all(index: &MatcherIndex, role: &Role, answers: &Answers) -> Vec<Self> {
        let place = role.index.position();
        let reason = |answer: &'static AnswerOption| {
            let found = answer.weights.iter().filter(|weight| index.has(place, weight.fact));
            let points = found.clone().map(|weight| weight.points * index.times(place, weight.fact)).sum();
            let opened = answer.needs.iter().copied().filter(|need| index.has(place, *need));
            let facts = opened.chain(found.map(|weight| weight.fact));
            let signs = facts.map(|fact| Polarity { fact, words: words_of(role, fact) }).collect();
            Self { answer, signs, points }
        };
        answers.iter().map(|(_, answer)| reason(answer)).filter(|reason| !reason.signs.is_empty()).collect()
    }
}

/// The answers that need something, by question.
fn hard(answers: &Answers) -> Vec<(&'static Question, Vec<&'static AnswerOption>)> {
    let mut hard: Vec<(&'static Question, Vec<&'static AnswerOption>)> = Vec::new();
    for (question, answer) in answers.iter().filter(|(_, answer)| !answer.needs.is_empty()) {
        match hard.last_mut().filter(|(last, _)| last.key == question.key) {
            Some((_, needed)) => needed.push(answer),
            None => hard.push((question, vec![answer])),
        }
    }
    hard
}

#[cfg(test)]
#[path = "outcome_tests.rs"]
mod tests;
