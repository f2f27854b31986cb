//! The moves of the plain search: what each asks, gives and costs.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{Cost, OracleEdge, SmallCatalogue};
use crate::catalogue::journeys::Preferences;
use crate::catalogue::model::indexes::{Qualification, RoleIndex};
use crate::catalogue::model::role::{EntryFrom, EntryRoute, Role};
use crate::catalogue::model::vocabulary::{EntryKind, RegistrationNeed, Stated};
use crate::catalogue::sample::{DEGREE, LEADERSHIP, NONE};

impl SmallCatalogue {
    /// What everybody in a role holds: iterated to the least fixed point.
    pub fn held(&self) -> Vec<Qualification> {
        let mut held = vec![NONE; self.roles().len()];
        loop {
            let next: Vec<_> = self
                .roles()
                .iter()
                .map(|role| {
                    let trainee =
                        role.progressions.iter().any(|to| self.trains_for(role, &self.roles()[to.to.position()]));
                    let gained = |route| if trainee { self.before(route, &held) } else { self.gives(route, &held) };
                    role.entry_routes.iter().map(gained).min().unwrap_or(NONE).max(role.registration_floor())
                })
                .collect();
            if next == held {
                return held;
            }
            held = next;
        }
    }

    pub fn is_registered(&self, role: usize) -> bool {
        self.roles()[role].registration_need() == RegistrationNeed::Needed
    }

    pub fn trains_for(&self, role: &Role, to: &Role) -> bool {
        let same = |route: &EntryRoute, other: &EntryRoute| {
            (route.kind, route.level) == (other.kind, other.level)
                && route.qualifications_asked().min() == other.qualifications_asked().min()
        };
        let is_training =
            |route: &EntryRoute| route.level.is_some() && to.entry_routes.iter().any(|other| same(route, other));
        role.levels[0] < to.levels[0] && !role.entry_routes.is_empty() && role.entry_routes.iter().all(is_training)
    }

    /// The least that is enough to begin a route.
    pub fn before(&self, route: &EntryRoute, held: &[Qualification]) -> Qualification {
        let each = route.from.iter().map(|from| match from {
            EntryFrom::Qualification(asked) => *asked,
            EntryFrom::Role(role) => held[role.position()],
            EntryFrom::Experience | EntryFrom::NotKnown => NONE,
        });
        each.min().unwrap()
    }

    pub fn gives(&self, route: &EntryRoute, held: &[Qualification]) -> Qualification {
        self.before(route, held).max(route.level.map_or(NONE, |level| self.lists.qualifications.of_level(level)))
    }

    pub fn trains(&self, route: &EntryRoute, held: &[Qualification]) -> bool {
        match route.kind {
            EntryKind::Experience => self.gives(route, held) > self.before(route, held),
            EntryKind::OnTheJob | EntryKind::Varies => route.level.is_some(),
            _ => true,
        }
    }

    /// A route as a step of its own.
    pub fn by_route(&self, to: usize, number: usize, held: &[Qualification]) -> OracleEdge {
        let route = &self.roles()[to].entry_routes[number];
        let trains = self.trains(route, held);
        let starts_a_job = route.kind == EntryKind::OnTheJob || route.kind == EntryKind::Experience && !trains;
        let vague_kind = matches!(route.kind, EntryKind::Experience | EntryKind::Varies);
        let vaguely_stated = matches!(route.stated, Stated::SometimesAvailable | Stated::MayBeAvailable);
        let asks_degree = route.from.iter().all(|it| !matches!(it, EntryFrom::Qualification(it) if *it < DEGREE))
            && route.from.iter().any(|it| matches!(it, EntryFrom::Qualification(_)));
        let may_not_match = asks_degree && !route.subjects.is_empty();
        let is_a_kind = self.roles()[to].family.is_some();
        OracleEdge {
            to,
            cost: Cost {
                stops: 1 + usize::from(trains),
                unknown: usize::from(route.months.is_none()),
                months: route.months.map_or(0, |months| usize::from(months.from)),
                vague: [vague_kind, vaguely_stated, is_a_kind, may_not_match].into_iter().map(usize::from).sum(),
                one_source: usize::from(route.sources.len() < 2),
                ..Cost::default()
            },
            earns: route.earn.unwrap_or(starts_a_job),
            degree: self.lists.qualifications.asks_for_a_degree(route) || self.gives(route, held) >= DEGREE,
            asked: self.asked_of_roles(to, route, held),
            class: match route.kind {
                EntryKind::Apprenticeship | EntryKind::DegreeApprenticeship => 0,
                EntryKind::College | EntryKind::University | EntryKind::Postgraduate => 1,
                _ => 2,
            },
            stated: route.stated,
            starts_here: false,
            number: Some(number),
            is_open: false,
            lacks: vec![],
        }
    }

    pub fn is_for_a_degree(&self, route: &EntryRoute) -> bool {
        route.kind.is_degree_study()
            || route.level.is_some_and(|level| self.lists.qualifications.of_level(level) >= DEGREE)
    }

    /// What a route asks of those who begin it from a role: before a degree, what the other ways into the role ask.
    pub fn asked_of_roles(&self, to: usize, route: &EntryRoute, held: &[Qualification]) -> Qualification {
        if !self.is_for_a_degree(route) {
            return NONE;
        }
        let others = self.roles()[to].entry_routes.iter().filter(|other| {
            let degree = self.lists.qualifications.asks_for_a_degree(other) || self.gives(other, held) >= DEGREE;
            degree && self.trains(other, held) && other.kind != EntryKind::Experience
        });
        others.filter_map(EntryRoute::qualification_asked).min().unwrap_or_else(|| {
            let level = route.level.map(|level| self.lists.qualifications.of_level(level)).filter(|it| *it >= DEGREE);
            let info = &self.lists.qualifications[level.unwrap_or(DEGREE).position()];
            info.climbs.iter().map(|climb| climb.from).min().unwrap_or(NONE)
        })
    }

    pub fn unmet(&self, edge: OracleEdge) -> OracleEdge {
        let asked = self.roles()[edge.to].entry_routes.iter().flat_map(EntryRoute::roles_asked);
        let cost = Cost { unmet: 1, vague: edge.cost.vague + 1, ..edge.cost };
        OracleEdge { cost, lacks: asked.map(RoleIndex::position).collect(), ..edge }
    }

    /// A way of a progression, for somebody who holds so much: with no study a move from job to job is paid.
    pub fn in_the_job(&self, edge: OracleEdge, is_met: bool, has: Qualification, held: &[Qualification]) -> OracleEdge {
        let Some(route) = edge.number.map(|number| &self.roles()[edge.to].entry_routes[number]) else { return edge };
        let pays = route.earn.unwrap_or(route.kind == EntryKind::OnTheJob);
        let no_study = edge.class != 1 && self.gives(route, held) <= has && route.earn != Some(false);
        OracleEdge { earns: if is_met { edge.earns || no_study } else { pays }, ..edge }
    }

    /// The moves from a role to another: a progression by each of the ways it may be made, or the ways in that ask for the role.
    pub fn between(&self, from: usize, to: usize, held: &[Qualification]) -> Vec<OracleEdge> {
        let (role, target) = (&self.roles()[from], &self.roles()[to]);
        let names = |asked: RoleIndex| asked == role.index || Some(asked) == role.family;
        let numbers = || 0..target.entry_routes.len();
        let starts_here = |number: &usize| target.entry_routes[*number].roles_asked().any(names);
        let leaps = target.levels[0].position() >= role.levels[0].position() + 2;
        let on_top = target.levels[0] == LEADERSHIP;
        let here = |number| OracleEdge { starts_here: true, ..self.by_route(to, number, held) };
        let Some(printed) = role.progressions.iter().find(|progression| progression.to.position() == to) else {
            let entry = |number| {
                let edge = here(number);
                let only = leaps && (edge.stated > Stated::Usual || on_top) && edge.cost.stops == 1;
                if only { self.unmet(edge) } else { edge }
            };
            return self.ranked(numbers().filter(starts_here).map(entry).collect(), held[from]);
        };
        let move_alone = |unknown| OracleEdge {
            to,
            cost: Cost { stops: 1, unknown, ..Cost::default() },
            earns: true,
            degree: false,
            asked: NONE,
            class: 2,
            stated: Stated::Available,
            starts_here: true,
            number: None,
            is_open: false,
            lacks: vec![],
        };
        let example = |edge: OracleEdge| {
            let only = leaps && (printed.how.is_none() || on_top) && edge.cost.stops == 1;
            if only && edge.cost.unmet == 0 { self.unmet(edge) } else { edge }
        };
        let joins = self.is_registered(to) && !self.is_registered(from);
        let sources = |edge: OracleEdge| {
            let one_source = usize::from(printed.sources.len() < 2);
            OracleEdge { cost: Cost { one_source, ..edge.cost }, ..edge }
        };
        let mut found: Vec<OracleEdge> = if self.trains_for(role, target) {
            vec![move_alone(0)]
        } else if target.entry_routes.is_empty() {
            let alone = move_alone(1);
            vec![example(if joins { self.unmet(alone) } else { alone })]
        } else {
            let qualified = numbers().filter_map(|number| {
                let route = &target.entry_routes[number];
                let asked = route.qualification_asked().filter(|_| route.kind != EntryKind::Experience)?;
                let edge = OracleEdge { asked, ..self.by_route(to, number, held) };
                Some(self.in_the_job(edge, asked <= held[from], held[from], held))
            });
            let named =
                numbers().filter(starts_here).map(|number| self.in_the_job(here(number), true, held[from], held));
            named.chain(qualified).map(example).collect()
        };
        if found.is_empty() {
            let is_met = held[to] <= held[from] && !joins;
            let alone = |number| {
                let edge = self.in_the_job(self.by_route(to, number, held), is_met, held[from], held);
                example(if is_met { self.vaguer(edge) } else { self.unmet(edge) })
            };
            found = numbers().map(alone).collect();
        }
        self.ranked(found.into_iter().map(sources).collect(), held[from])
    }

    pub fn vaguer(&self, edge: OracleEdge) -> OracleEdge {
        OracleEdge { cost: Cost { vague: edge.cost.vague + 1, ..edge.cost }, ..edge }
    }

    /// The best of parallel moves for each combination of what wishes are about, each with its place.
    pub fn ranked(&self, mut edges: Vec<OracleEdge>, has: Qualification) -> Vec<OracleEdge> {
        edges.sort_by_key(|it| {
            let study = if it.asked > has { it.asked } else { NONE };
            let length = (it.cost.stops, it.cost.months == 0, it.cost.months);
            (it.cost.unmet, study, !it.starts_here, it.stated, it.cost.vague, length, it.number)
        });
        let mut seen = BTreeSet::new();
        edges.retain(|it| seen.insert((it.class, it.earns, it.degree, it.cost.unmet)));
        let place = |(rank, it): (usize, OracleEdge)| OracleEdge { cost: Cost { rank, ..it.cost }, ..it };
        edges.into_iter().enumerate().map(place).collect()
    }

    /// The ways into a role that are open to whoever holds a qualification.
    pub fn open_to(
        &self,
        to: usize,
        has: Qualification,
        preferences: &Preferences,
        held: &[Qualification],
    ) -> Vec<OracleEdge> {
        let target = &self.roles()[to];
        let through = |route: &EntryRoute| route.roles_asked().any(|asked| Some(asked) == target.family);
        if target.family.is_some() && target.entry_routes.iter().any(through) {
            return vec![];
        }
        let ways = (0..target.entry_routes.len()).filter_map(|number| {
            let route = &target.entry_routes[number];
            let edge = OracleEdge { is_open: true, ..self.by_route(to, number, held) };
            match route.qualification_asked() {
                Some(_) if route.kind == EntryKind::Experience => Some(self.unmet(OracleEdge { asked: NONE, ..edge })),
                Some(asked) => Some(OracleEdge { asked, ..edge }),
                None if route.from.iter().any(|it| matches!(it, EntryFrom::Experience | EntryFrom::NotKnown)) => {
                    Some(self.unmet(OracleEdge { asked: NONE, ..edge }))
                }
                None => None,
            }
        });
        let open: Vec<_> = ways.filter(|edge| edge.asked <= has && (self.allows(edge, preferences))).collect();
        let order = |it: &OracleEdge| {
            let length = (it.cost.stops, it.cost.months == 0, it.cost.months);
            (it.cost.unmet, Reverse(it.asked), it.stated, it.cost.vague, length)
        };
        let rank = |edge: &OracleEdge| open.iter().filter(|other| order(other) < order(edge)).count();
        open.iter().map(|edge| OracleEdge { cost: Cost { rank: rank(edge), ..edge.cost }, ..edge.clone() }).collect()
    }

    /// The cheapest study from one qualification to at least another, trying every order.
    pub fn study(&self, has: Qualification, asked: Qualification, preferences: &Preferences) -> Option<Cost> {
        if asked <= has {
            return Some(Cost::default());
        }
        let each = self.lists.qualifications.iter().flat_map(|info| info.climbs.iter().map(move |climb| (info, climb)));
        let open = each
            .filter(|(info, climb)| climb.from <= has && has < info.qualification && climb.from < info.qualification);
        let allowed = open.filter(|(info, climb)| {
            (!preferences.keep_earning || climb.earn == Some(true) || climb.beside_a_job)
                && (!preferences.no_degree || info.qualification < DEGREE)
        });
        let costs = allowed.filter_map(|(info, climb)| {
            let cost = Cost {
                stops: 1,
                unknown: usize::from(climb.months.is_none()),
                months: climb.months.map_or(0, |months| usize::from(months.from)),
                one_source: usize::from(climb.sources.len() < 2),
                ..Cost::default()
            };
            Some(cost + self.study(info.qualification, asked, preferences)?)
        });
        costs.min()
    }

    pub fn allows(&self, edge: &OracleEdge, preferences: &Preferences) -> bool {
        (!preferences.keep_earning || edge.earns) && (!preferences.no_degree || !edge.degree)
    }
}
