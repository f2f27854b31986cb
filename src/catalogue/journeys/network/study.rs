//! Study from one qualification to a higher one: what somebody does before a step that asks for more than they hold.

use crate::catalogue::journeys::network::build_edges::with_sources;
use crate::catalogue::journeys::network::constraints::Constraints;
use crate::catalogue::journeys::network::flags::{EdgeFlags, TrainingRoute};
use crate::catalogue::journeys::network::path_cost::PathCost;
use crate::catalogue::model::indexes::Qualification;
use crate::catalogue::model::lists::QualificationLadder;
use crate::catalogue::model::reference::{QualificationInfo, StudyRoute};

/// One study route: an index into those of the qualification it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Climb {
    /// Where it leads.
    pub to: Qualification,
    /// Its index among the study routes of that qualification.
    pub index: usize,
    /// What constraints test of it.
    pub flags: EdgeFlags,
}

/// The best study from one qualification to another.
#[derive(Clone, Debug, Default)]
pub struct StudyChain {
    /// What it costs.
    pub cost: PathCost,
    /// Its routes in order; each is a stop.
    pub climbs: Vec<Climb>,
}

/// The best study between every two qualifications, for each combination of the constraints that study is tested by.
#[derive(Debug)]
pub struct StudyChains {
    /// By constraints, by what is held, by what is asked.
    chains: Vec<Option<StudyChain>>,
    qualifications: usize,
}

impl StudyChains {
    /// Finds them by dynamic programming, since study only leads up.
    pub fn new(ladder: &QualificationLadder) -> Self {
        let mut chains = Vec::new();
        for constraints in classes() {
            for held in ladder.all() {
                let exact = from(ladder, held, constraints);
                chains.extend(ladder.all().map(|asked| {
                    if asked <= held {
                        return Some(StudyChain::default());
                    }
                    let enough = exact.iter().skip(asked.position()).flatten();
                    enough.min_by_key(|chain| chain.cost).cloned()
                }));
            }
        }
        Self { chains, qualifications: ladder.len() }
    }

    /// The best study of somebody who holds a qualification to one that is asked for; empty if they hold it, none where there is
    /// no study on record that the constraints allow.
    pub fn between(&self, held: Qualification, asked: Qualification, constraints: Constraints) -> Option<&StudyChain> {
        let class = class_of(constraints);
        let row = class * self.qualifications + held.position();
        self.chains.get(row * self.qualifications + asked.position())?.as_ref()
    }
}

/// What study is tested by: whether it must be paid, and whether it may be for a degree.
fn classes() -> impl Iterator<Item = (bool, bool)> {
    [(false, false), (true, false), (false, true), (true, true)].into_iter()
}

fn class_of(constraints: Constraints) -> usize {
    let earning = constraints.edge_flags_required.has(EdgeFlags::EARNS);
    let no_degree = constraints.edge_flags_refused.has(EdgeFlags::DEGREE);
    usize::from(earning) + 2 * usize::from(no_degree)
}

/// The best study from one qualification to each other one exactly.
fn from(ladder: &QualificationLadder, held: Qualification, allowed: (bool, bool)) -> Vec<Option<StudyChain>> {
    let mut best: Vec<Option<StudyChain>> = vec![None; ladder.len()];
    if let Some(start) = best.get_mut(held.position()) {
        *start = Some(StudyChain::default());
    }
    for to in ladder.iter().skip(held.position() + 1) {
        let climbs = to.climbs.iter().enumerate().filter(|(_, climb)| climb.from < to.qualification);
        let climbs = climbs.map(|(index, climb)| (flags(climb, to, ladder), index, climb));
        let allowed = climbs.filter(|(flags, ..)| {
            (!allowed.0 || flags.has(EdgeFlags::EARNS)) && (!allowed.1 || !flags.has(EdgeFlags::DEGREE))
        });
        let reached = allowed.flat_map(|(flags, index, climb)| {
            let lower = climb.from.position().max(held.position())..to.qualification.position();
            let months = climb.months.map_or(0, |months| months.from);
            let cost = PathCost::of_step(flags, months, 0);
            lower.map(move |lower| (lower, Climb { to: to.qualification, index, flags }, cost))
        });
        let chains = reached.filter_map(|(lower, climb, cost)| {
            let before = best.get(lower)?.as_ref()?;
            let climbs = before.climbs.iter().copied().chain([climb]).collect();
            Some(StudyChain { cost: before.cost + cost, climbs })
        });
        let chain = chains.min_by(|one, other| (one.cost, &one.climbs).cmp(&(other.cost, &other.climbs)));
        if let Some(reached) = best.get_mut(to.qualification.position()) {
            *reached = chain;
        }
    }
    best
}

/// The flags of a study route. Study that is done beside a job leaves the job paid.
fn flags(climb: &StudyRoute, to: &QualificationInfo, ladder: &QualificationLadder) -> EdgeFlags {
    let flags = EdgeFlags::of_training_route(TrainingRoute::Study)
        .with(EdgeFlags::EARNS, climb.earn == Some(true) || climb.beside_a_job)
        .with(EdgeFlags::UNPAID, climb.earn == Some(false))
        .with(EdgeFlags::DEGREE, ladder.is_degree(to.qualification))
        .with(EdgeFlags::UNKNOWN_LENGTH, climb.months.is_none());
    with_sources(&climb.sources, flags)
}
