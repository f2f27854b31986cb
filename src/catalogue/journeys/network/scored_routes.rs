//! The entry routes of a role, scored: what each asks of whom, what it gives, and what a search must know of it.

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::network::flags::{EdgeFlags, TrainingRoute, vagueness};
use crate::catalogue::model::indexes::Qualification;
use crate::catalogue::model::lists::QualificationLadder;
use crate::catalogue::model::role::{EntryRoute, Role};
use crate::catalogue::model::vocabulary::{EntryKind, Stated};

/// An entry route, scored.
#[derive(Clone, Copy, Debug)]
pub struct ScoredRoute {
    /// The least qualification that is enough to begin, if one is.
    pub asked: Option<Qualification>,
    /// What it asks of somebody who begins from a role that it names: training for a degree asks for what the other ways into
    /// the role ask for before one, or for what study for a degree asks for.
    pub asked_from_roles: Qualification,
    /// Whether one may begin it with what nobody is known to have, and with no qualification: experience, or what no source says.
    pub is_unmet: bool,
    /// How strongly the source states it.
    pub stated: Stated,
    /// Its least length in months; 0 where that is not known.
    pub months: u16,
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
        let least = route.qualifications_asked().chain(of_roles).min();
        // What is not recorded guarantees nothing.
        let before = least.filter(|_| !route.asks_for_what_is_not_recorded()).unwrap_or_default();
        let gained = route.level.map_or(before, |level| before.max(ladder.of_level(level)));
        let pays = route.earn.unwrap_or(route.kind == EntryKind::OnTheJob);
        let trains = match route.kind {
            EntryKind::Experience => gained > before,
            EntryKind::OnTheJob | EntryKind::Varies => route.level.is_some(),
            _ => true,
        };
        let starts_a_job = if route.kind == EntryKind::Experience { !trains } else { pays };
        let degree = ladder.asks_for_a_degree(route) || ladder.is_degree(gained);
        let flags = EdgeFlags::of_training_route(TrainingRoute::of(route.kind))
            .with(EdgeFlags::EARNS, route.earn.unwrap_or(starts_a_job))
            .with(EdgeFlags::UNPAID, route.earn == Some(false))
            .with(EdgeFlags::DEGREE, degree)
            .with(EdgeFlags::TRAINING, trains)
            .with(EdgeFlags::UNKNOWN_LENGTH, route.months.is_none())
            .vaguer(vagueness(route) + u16::from(ladder.asks_for_a_degree_subject(route)));
        let is_experience = route.kind == EntryKind::Experience;
        let asked = route.qualification_asked().filter(|_| !is_experience);
        let asks_for_experience = is_experience && route.qualification_asked().is_some();
        Self {
            asked,
            asked_from_roles: Qualification::default(),
            is_unmet: asked.is_none() && (asks_for_experience || route.asks_for_what_is_not_recorded()),
            stated: route.stated,
            months: route.months.map_or(0, |months| months.from),
            gained,
            pays,
            flags,
        }
    }

    /// Its flags as the way on which somebody who holds this qualification makes a progression; `is_met` where it asks for the role
    /// they are in, or for no more than they hold.
    ///
    /// A route that is met and is no study is a move from job to job, which is paid. Otherwise it is paid if the route itself is.
    pub fn explaining(self, held: Qualification, is_met: bool) -> EdgeFlags {
        if !is_met {
            return self.flags.without(EdgeFlags::EARNS, !self.pays);
        }
        let no_study = self.flags.training_route() != TrainingRoute::Study && self.gained <= held;
        self.flags.with(EdgeFlags::EARNS, no_study && !self.flags.has(EdgeFlags::UNPAID))
    }
}

/// All entry routes of all roles, in order.
pub struct ScoredRoutes {
    of: Vec<Vec<ScoredRoute>>,
}

impl ScoredRoutes {
    /// Scores every entry route.
    pub fn new(graph: &RoleGraph, ladder: &QualificationLadder, held: &[Qualification]) -> Self {
        let of = graph.roles().iter().map(|role| of_role(role, ladder, held)).collect();
        Self { of }
    }

    /// The routes of a role, in order.
    pub fn of(&self, role: usize) -> &[ScoredRoute] {
        &self.of[role]
    }
}

/// Scores the routes of one role. Those into one kind of a wider role are a grade vaguer: of two ways that are alike otherwise,
/// the one by way of the wider role leaves more open.
fn of_role(role: &Role, ladder: &QualificationLadder, held: &[Qualification]) -> Vec<ScoredRoute> {
    let routes = &role.entry_routes;
    let mut scored: Vec<_> = routes.iter().map(|route| ScoredRoute::new(route, ladder, held)).collect();
    for way in scored.iter_mut().filter(|_| role.family.is_some()) {
        way.flags = way.flags.vaguer(1);
    }
    let before_a_degree = scored
        .iter()
        .filter(|way| way.flags.has(EdgeFlags::DEGREE | EdgeFlags::TRAINING))
        .filter_map(|way| way.asked)
        .min();
    for (way, route) in scored.iter_mut().zip(routes) {
        let degree =
            route.kind.is_degree_study() || route.level.is_some_and(|level| ladder.is_degree(ladder.of_level(level)));
        if degree {
            way.asked_from_roles = before_a_degree.unwrap_or_else(|| before_study(route, ladder));
        }
    }
    scored
}

/// What the study routes ask for that lead to what a route for a degree leads to.
fn before_study(route: &EntryRoute, ladder: &QualificationLadder) -> Qualification {
    let reached = route.level.map(|level| ladder.of_level(level)).filter(|reached| ladder.is_degree(*reached));
    let info = ladder.iter().find(|info| reached.map_or(info.is_degree, |reached| info.qualification == reached));
    let climbs = info.into_iter().flat_map(|info| &info.climbs);
    climbs.map(|climb| climb.from).min().unwrap_or_default()
}
