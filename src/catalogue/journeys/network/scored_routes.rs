//! The entry routes of a role, scored: what each asks and gives, and which of them explain a progression.

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::network::flags::{EdgeFlags, TrainingRoute, vagueness};
use crate::catalogue::model::indexes::Qualification;
use crate::catalogue::model::lists::QualificationLadder;
use crate::catalogue::model::role::EntryRoute;
use crate::catalogue::model::vocabulary::EntryKind;

/// An entry route, scored.
#[derive(Clone, Copy, Debug)]
pub struct ScoredRoute {
    /// The least qualification that is enough to begin, if one is.
    pub asked: Option<Qualification>,
    /// Whether it asks for experience or for what no source says, which nobody is known to have who holds a qualification.
    pub is_experience: bool,
    /// What one has at the end, whoever one was before.
    gained: Qualification,
    /// Whether the route itself is paid.
    pays: bool,
    /// Its flags as a step of its own.
    pub flags: EdgeFlags,
}

impl ScoredRoute {
    /// Scores a route; `held` has the guaranteed qualification of each role.
    fn new(route: &EntryRoute, ladder: &QualificationLadder, held: &[Qualification]) -> Self {
        let of_roles = route.roles_asked().map(|role| held[role.position()]);
        let before = route.qualifications_asked().chain(of_roles).min().unwrap_or_default();
        let gained = route.level.map_or(before, |level| before.max(ladder.of_level(level)));
        let pays = route.earn.unwrap_or(route.kind == EntryKind::OnTheJob);
        let starts_a_job = match route.kind {
            EntryKind::Experience => gained == before,
            _ => pays,
        };
        let degree = ladder.asks_for_a_degree(route) || ladder.is_degree(gained);
        let flags = EdgeFlags::of_training_route(TrainingRoute::of(route.kind))
            .with(EdgeFlags::EARNS, route.earn.unwrap_or(starts_a_job))
            .with(EdgeFlags::UNPAID, route.earn == Some(false))
            .with(EdgeFlags::DEGREE, degree)
            .with(EdgeFlags::UNKNOWN_LENGTH, route.months.is_none())
            .vaguer(vagueness(route));
        let asks_what_is_not_recorded = route.asks_for_what_is_not_recorded();
        let is_experience = route.kind == EntryKind::Experience || asks_what_is_not_recorded;
        let asked = route.qualification_asked().or(asks_what_is_not_recorded.then(Qualification::default));
        Self { asked, is_experience, gained, pays, flags }
    }

    /// Its flags as the way on which somebody who holds this qualification makes a progression; `fits` where it asks for no
    /// more than that.
    ///
    /// A route that fits and is no study is a move from job to job, which is paid. One that asks for more is only paid if the
    /// route itself is: nothing is known of what lies between.
    fn explaining(self, held: Qualification, fits: bool) -> EdgeFlags {
        if !fits {
            return self.flags.without(EdgeFlags::EARNS, !self.pays).asking_more();
        }
        let no_study = self.flags.training_route() != TrainingRoute::Study && self.gained <= held;
        self.flags.with(EdgeFlags::EARNS, no_study && !self.flags.has(EdgeFlags::UNPAID))
    }
}

/// An entry route by which a progression may be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Its index among the routes of the target; none where none is recorded.
    pub route: Option<usize>,
    /// The flags of the progression made so.
    pub flags: EdgeFlags,
}

/// All entry routes of all roles, with the explanations found so far.
pub struct ScoredRoutes {
    /// For each role, its routes in order.
    of: Vec<Vec<ScoredRoute>>,
    /// Rows of `qualifications`, one for each role: the explanations of a progression to it, by what those hold who make it.
    explained: Vec<Option<Vec<Explanation>>>,
    /// The number of qualifications.
    qualifications: usize,
}

impl ScoredRoutes {
    /// Scores every entry route.
    pub fn new(graph: &RoleGraph, ladder: &QualificationLadder, held: &[Qualification]) -> Self {
        let of: Vec<Vec<ScoredRoute>> = graph
            .roles()
            .iter()
            .map(|role| role.entry_routes.iter().map(|route| ScoredRoute::new(route, ladder, held)).collect())
            .collect();
        let qualifications = ladder.len();
        Self { explained: vec![None; of.len() * qualifications], qualifications, of }
    }

    /// The routes of a role, in order.
    pub fn of(&self, role: usize) -> &[ScoredRoute] {
        &self.of[role]
    }

    /// How a progression to a role may be made by those who hold this qualification; `start_here` are those of its routes that
    /// ask for the role they are in. The best route for each key (see [`EdgeFlags::key`]), cheapest first.
    ///
    /// Best is a route that asks for the role; then one that asks for no more than they hold; then the cheapest; then the one
    /// that builds on most of what they hold; then the first in the file. Where no route is recorded, the progression is a move
    /// from job to job.
    pub fn explain(&mut self, role: usize, held: Qualification, start_here: &[usize]) -> Vec<Explanation> {
        let ways = &self.of[role];
        if ways.is_empty() {
            let flags = EdgeFlags::of_training_route(TrainingRoute::Work)
                .with(EdgeFlags::EARNS, true)
                .with(EdgeFlags::UNKNOWN_LENGTH, true);
            return vec![Explanation { route: None, flags }];
        }
        let mut best = Vec::new();
        for &route in start_here {
            let flags = ways[route].explaining(held, true);
            keep_better(&mut best, Explanation { route: Some(route), flags }, |it| it.flags.cost());
        }
        let others = self.explained[role * self.qualifications + held.position()]
            .get_or_insert_with(|| by_qualification(ways, held));
        for other in others {
            if best.iter().all(|it| it.flags.key() != other.flags.key()) {
                best.push(*other);
            }
        }
        best.sort_by_key(|it| (it.flags.cost(), it.route));
        best
    }
}

/// The best route for each key, of those who hold this qualification.
fn by_qualification(ways: &[ScoredRoute], held: Qualification) -> Vec<Explanation> {
    let mut best = Vec::new();
    for (route, way) in ways.iter().enumerate() {
        let fits = !way.is_experience && way.asked.is_some_and(|asked| asked <= held);
        let explanation = Explanation { route: Some(route), flags: way.explaining(held, fits) };
        keep_better(&mut best, explanation, |it| {
            let asked = it.route.and_then(|route| ways[route].asked);
            let builds_on = if it.flags.has(EdgeFlags::ASKS_MORE) { None } else { asked };
            (it.flags.has(EdgeFlags::ASKS_MORE), it.flags.cost(), std::cmp::Reverse(builds_on))
        });
    }
    best
}

/// Keeps one explanation for each key: the one with the lowest rank, the earlier of equals.
fn keep_better<R: Ord>(best: &mut Vec<Explanation>, new: Explanation, rank: impl Fn(&Explanation) -> R) {
    match best.iter_mut().find(|it| it.flags.key() == new.flags.key()) {
        Some(old) if rank(&new) < rank(old) => *old = new,
        Some(_) => {}
        None => best.push(new),
    }
}
