//! The ways into a role, weighed: what each asks and gives, and which of them explains a progression best.

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::network::flags::{EdgeFlags, TrainingRoute, vagueness};
use crate::catalogue::model::indexes::Qualification;
use crate::catalogue::model::lists::QualificationLadder;
use crate::catalogue::model::role::EntryRoute;
use crate::catalogue::model::vocabulary::EntryKind;

/// One entry route, weighed.
#[derive(Clone, Copy, Debug)]
pub(in crate::catalogue::journeys) struct ScoredRoute {
    /// The least qualification that lets one begin, if any does.
    pub(in crate::catalogue::journeys) asked: Option<Qualification>,
    /// What one has at the end, whoever one was before.
    gained: Qualification,
    /// Whether one is paid while one does what it asks.
    pays: bool,
    /// As a step of its own.
    pub(in crate::catalogue::journeys) flags: EdgeFlags,
}

impl ScoredRoute {
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
        Self { asked: route.qualification_asked(), gained, pays, flags }
    }

    /// As the way on which a progression is made by people who hold this qualification.
    ///
    /// Where the way asks for nothing beyond what they hold, and is no study, they move from job to job. Where it asks for more,
    /// they are only paid if the way itself is: nothing is known of what lies between.
    fn explaining(self, held: Qualification, fits: bool) -> EdgeFlags {
        if !fits {
            return self.flags.without(EdgeFlags::EARNS, !self.pays).with(EdgeFlags::ASKS_MORE, true).vaguer(1);
        }
        let no_study = self.flags.training_route() != TrainingRoute::Study && self.gained <= held;
        self.flags.with(EdgeFlags::EARNS, no_study && !self.flags.has(EdgeFlags::UNPAID))
    }
}

/// A way in that explains a progression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::catalogue::journeys) struct Explanation {
    /// Which entry route of the target; none where none is recorded.
    pub(in crate::catalogue::journeys) route: Option<usize>,
    /// The progression, made in this way.
    pub(in crate::catalogue::journeys) flags: EdgeFlags,
}

/// All ways into all roles, and which explain a progression, kept for all who hold the same.
pub(in crate::catalogue::journeys) struct ScoredRoutes {
    of: Vec<Vec<ScoredRoute>>,
    /// For each role, what explains a progression to it, by the qualification that people hold.
    explained: Vec<Option<Vec<Explanation>>>,
    qualifications: usize,
}

impl ScoredRoutes {
    pub(in crate::catalogue::journeys) fn new(
        graph: &RoleGraph,
        ladder: &QualificationLadder,
        held: &[Qualification],
    ) -> Self {
        let of: Vec<Vec<ScoredRoute>> = graph
            .roles()
            .iter()
            .map(|role| role.entry_routes.iter().map(|route| ScoredRoute::new(route, ladder, held)).collect())
            .collect();
        let qualifications = ladder.len();
        Self { explained: vec![None; of.len() * qualifications], qualifications, of }
    }

    /// The ways into the role at this place, in the order of its entry routes.
    pub(in crate::catalogue::journeys) fn of(&self, role: usize) -> &[ScoredRoute] {
        &self.of[role]
    }

    /// How a progression to a role may be made by people who hold this qualification, and from whose role these of its
    /// entry routes start: the best way of each kind that answers other preferences.
    ///
    /// Best is a way that starts from the role; then one that asks no more than they hold; then the less vague; then the one
    /// that builds on more of what they hold; then one of known length; then the first in the file. Where nothing is recorded,
    /// the progression is a move from job to job.
    pub(in crate::catalogue::journeys) fn explain(
        &mut self,
        role: usize,
        held: Qualification,
        start_here: &[usize],
    ) -> Vec<Explanation> {
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

fn by_qualification(ways: &[ScoredRoute], held: Qualification) -> Vec<Explanation> {
    let mut best = Vec::new();
    for (route, way) in ways.iter().enumerate() {
        let fits = way.asked.is_some_and(|asked| asked <= held);
        let explanation = Explanation { route: Some(route), flags: way.explaining(held, fits) };
        keep_better(&mut best, explanation, |it| {
            let asked = it.route.and_then(|route| ways[route].asked);
            let builds_on = if it.flags.has(EdgeFlags::ASKS_MORE) { None } else { asked };
            (it.flags.has(EdgeFlags::ASKS_MORE), it.flags.cost(), std::cmp::Reverse(builds_on))
        });
    }
    best
}

/// Keeps one explanation of each kind: the one that ranks lowest, the earlier where two rank the same.
fn keep_better<R: Ord>(best: &mut Vec<Explanation>, new: Explanation, rank: impl Fn(&Explanation) -> R) {
    match best.iter_mut().find(|it| it.flags.key() == new.flags.key()) {
        Some(old) if rank(&new) < rank(old) => *old = new,
        Some(_) => {}
        None => best.push(new),
    }
}
