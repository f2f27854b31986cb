//! A plain search for journeys, which shares nothing with the planner but the data: it tries every step from every stop.

use std::collections::BTreeSet;

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::limits::Limits;
use crate::catalogue::journeys::{JourneyIndex, Preferences, Waypoint};
use crate::catalogue::model::indexes::{Qualification, RoleIndex};
use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::role::{EntryFrom, EntryRoute, Role};
use crate::catalogue::model::vocabulary::{EntryKind, RegistrationNeed};
use crate::catalogue::sample::{DEGREE, ENTRY, NONE};

/// A catalogue of a few roles.
#[derive(Clone, Debug)]
pub struct SmallCatalogue {
    pub graph: RoleGraph,
    pub lists: Lists,
    pub limits: Limits,
}

/// A node of the plain search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OracleNode {
    Role(usize),
    Holding(Qualification),
    Registered,
}

/// A step of the plain search.
pub struct OracleEdge {
    pub to: OracleNode,
    earns: bool,
    degree: bool,
    /// The roles that the entry routes of its target ask for, if this one asks for more than one has.
    lacks: Vec<usize>,
}

impl SmallCatalogue {
    pub fn index(&self) -> JourneyIndex {
        JourneyIndex::with_limits(&self.graph, &self.lists, self.limits)
    }

    pub fn roles(&self) -> &[Role] {
        self.graph.roles()
    }

    /// What everybody in a role holds: iterated to the least fixed point.
    pub fn held(&self) -> Vec<Qualification> {
        let mut held = vec![NONE; self.roles().len()];
        loop {
            let next: Vec<_> = self
                .roles()
                .iter()
                .map(|role| {
                    let gained =
                        |route| if self.trains(role) { self.before(route, &held) } else { self.gives(route, &held) };
                    let least = role.entry_routes.iter().map(gained).min().unwrap_or(NONE);
                    least.max(role.registration_floor())
                })
                .collect();
            if next == held {
                return held;
            }
            held = next;
        }
    }

    fn is_registered(&self, role: &Role) -> bool {
        role.registration_need() == RegistrationNeed::Needed
    }

    /// Whether a role is the training for one that it is printed to lead to.
    fn trains(&self, role: &Role) -> bool {
        role.progressions.iter().map(|progression| &self.roles()[progression.to.position()]).any(|to| {
            let same = |route: &EntryRoute, other: &EntryRoute| {
                (route.kind, route.level) == (other.kind, other.level)
                    && route.qualifications_asked().min() == other.qualifications_asked().min()
            };
            let is_training =
                |route: &EntryRoute| route.level.is_some() && to.entry_routes.iter().any(|other| same(route, other));
            role.levels[0] < to.levels[0] && !role.entry_routes.is_empty() && role.entry_routes.iter().all(is_training)
        })
    }

    /// The least that is enough to begin a route.
    fn before(&self, route: &EntryRoute, held: &[Qualification]) -> Qualification {
        let each = route.from.iter().map(|from| match from {
            EntryFrom::Qualification(asked) => *asked,
            EntryFrom::Role(role) => held[role.position()],
            EntryFrom::Experience | EntryFrom::NotKnown => NONE,
        });
        each.min().unwrap()
    }

    fn gives(&self, route: &EntryRoute, held: &[Qualification]) -> Qualification {
        self.before(route, held).max(route.level.map_or(NONE, |level| self.lists.qualifications.of_level(level)))
    }

    /// A route as a step of its own.
    fn by_entry(&self, to: usize, route: &EntryRoute, held: &[Qualification]) -> OracleEdge {
        let gives = self.gives(route, held);
        let starts_a_job = match route.kind {
            EntryKind::OnTheJob => true,
            EntryKind::Experience => gives == self.before(route, held),
            _ => false,
        };
        OracleEdge {
            to: OracleNode::Role(to),
            earns: route.earn.unwrap_or(starts_a_job),
            degree: self.lists.qualifications.asks_for_a_degree(route) || gives >= DEGREE,
            lacks: vec![],
        }
    }

    /// A route as the way on which people in a role make a progression.
    fn by_progression(&self, from: usize, to: usize, route: &EntryRoute, held: &[Qualification]) -> OracleEdge {
        let entry = self.by_entry(to, route, held);
        let starts_here = route.roles_asked().any(|role| role.position() == from);
        let fits = starts_here
            || route.kind != EntryKind::Experience
                && route.qualification_asked().is_some_and(|asked| asked <= held[from]);
        let is_study = matches!(route.kind, EntryKind::College | EntryKind::University | EntryKind::Postgraduate);
        let no_more = self.gives(route, held) <= held[from] && !is_study && route.earn != Some(false);
        let pays = route.earn.unwrap_or(route.kind == EntryKind::OnTheJob);
        let asked = self.roles()[to].entry_routes.iter().flat_map(EntryRoute::roles_asked);
        let lacks = if fits { vec![] } else { asked.map(RoleIndex::position).collect() };
        OracleEdge { earns: if fits { entry.earns || no_more } else { pays }, lacks, ..entry }
    }

    /// The progressions of a role, and the entry routes that ask for it.
    fn on_from(&self, from: usize, held: &[Qualification]) -> Vec<OracleEdge> {
        let mut edges_from = Vec::new();
        let role = &self.roles()[from];
        let printed: BTreeSet<usize> =
            role.progressions.iter().map(|it| it.to.position()).filter(|to| *to != from).collect();
        for (to, target) in self.roles().iter().enumerate().filter(|(to, _)| *to != from) {
            if printed.contains(&to) {
                if target.entry_routes.is_empty() {
                    edges_from.push(OracleEdge { to: OracleNode::Role(to), earns: true, degree: false, lacks: vec![] });
                }
                edges_from.extend(target.entry_routes.iter().map(|route| self.by_progression(from, to, route, held)));
            } else {
                let asks = |route: &&EntryRoute| route.roles_asked().any(|id| id == role.index);
                edges_from.extend(target.entry_routes.iter().filter(asks).map(|route| self.by_entry(to, route, held)));
            }
        }
        edges_from
    }

    /// The entry routes that ask for no more than a qualification, into roles that are wanted.
    fn open_to(&self, has: Qualification, held: &[Qualification], wanted: impl Fn(&Role) -> bool) -> Vec<OracleEdge> {
        let mut edges_from = Vec::new();
        for (to, target) in self.roles().iter().enumerate().filter(|(_, target)| wanted(target)) {
            let open =
                target.entry_routes.iter().filter(|route| route.qualification_asked().is_some_and(|it| it <= has));
            let asked = |route: &EntryRoute| {
                let roles = target.entry_routes.iter().flat_map(EntryRoute::roles_asked).map(RoleIndex::position);
                if route.kind == EntryKind::Experience { roles.collect() } else { vec![] }
            };
            edges_from.extend(open.map(|route| OracleEdge { lacks: asked(route), ..self.by_entry(to, route, held) }));
        }
        edges_from
    }

    fn study(&self, has: Qualification) -> Vec<OracleEdge> {
        let each = self.lists.qualifications.iter().flat_map(|info| info.climbs.iter().map(move |climb| (info, climb)));
        each.filter(|(info, climb)| climb.from <= has && has < info.qualification)
            .map(|(info, climb)| OracleEdge {
                to: OracleNode::Holding(info.qualification),
                earns: climb.earn == Some(true),
                degree: info.qualification >= DEGREE,
                lacks: vec![],
            })
            .collect()
    }

    fn registered(&self) -> impl Iterator<Item = usize> {
        (0..self.roles().len()).filter(|role| self.is_registered(&self.roles()[*role]))
    }

    /// Every step from a stop, of somebody who began at `start`.
    pub fn edges_from(&self, at: OracleNode, (start, goal): (OracleNode, usize), relaxed: bool) -> Vec<OracleEdge> {
        let held = self.held();
        let own = match start {
            OracleNode::Role(role) if !relaxed => self.roles()[role].level(),
            OracleNode::Registered if !relaxed => {
                self.registered().map(|role| self.roles()[role].level()).min().unwrap_or(ENTRY)
            }
            _ => ENTRY,
        };
        let floor = own.min(self.roles()[goal].level());
        let mut edges_from = match at {
            OracleNode::Registered => {
                let least = self.registered().map(|role| held[role]).min().unwrap_or(NONE);
                let mut edges_from = self.open_to(least, &held, |target| target.level() >= floor);
                edges_from.extend(self.study(least));
                edges_from.extend(self.registered().flat_map(|role| self.on_from(role, &held)));
                edges_from
            }
            OracleNode::Holding(has) => {
                let mut edges_from = self.open_to(has, &held, |target| target.level() >= floor);
                edges_from.extend(self.study(has));
                edges_from
            }
            OracleNode::Role(from) => {
                let mut edges_from = self.on_from(from, &held);
                let role = &self.roles()[from];
                if at == start {
                    edges_from.extend(self.open_to(held[from], &held, |target| target.level() >= floor));
                    edges_from.extend(self.study(held[from]));
                } else if !self.is_registered(role) {
                    edges_from.extend(self.open_to(held[from], &held, |target| {
                        let line = role.categories.first();
                        target.level() >= role.level() && target.categories.iter().any(|it| Some(it) == line)
                    }));
                }
                edges_from.retain(|edge| edge.to != at);
                edges_from
            }
        };
        edges_from.retain(|edge| match edge.to {
            OracleNode::Role(role) => self.roles()[role].level() >= floor,
            _ => true,
        });
        edges_from
    }

    pub fn is_allowed(&self, edge: &OracleEdge, preferences: &Preferences) -> bool {
        let role = match edge.to {
            OracleNode::Role(role) => Some(role),
            _ => None,
        };
        (!preferences.keep_earning || edge.earns)
            && (!preferences.no_degree || !edge.degree)
            && role.is_none_or(|role| {
                let settings = &self.roles()[role].settings;
                (preferences.settings.is_empty()
                    || settings.iter().any(|setting| preferences.settings.contains(setting)))
                    && (!preferences.no_degree || self.held()[role] < DEGREE)
            })
    }

    /// Whether there is a path of exactly so many steps, no stop twice, that does not backtrack.
    fn way_of(
        &self,
        path: &mut Vec<(OracleNode, Vec<usize>)>,
        goal: usize,
        steps: usize,
        preferences: &Preferences,
        relaxed: bool,
    ) -> bool {
        let (at, start) = (path.last().unwrap().0, path[0].0);
        if steps == 0 {
            let lacked = |place: usize, lacks: &[usize]| {
                path[place + 1..].iter().any(|(stop, _)| lacks.iter().any(|role| *stop == OracleNode::Role(*role)))
            };
            return at == OracleNode::Role(goal)
                && !path.iter().enumerate().any(|(place, (_, lacks))| lacked(place, lacks));
        }
        self.edges_from(at, (start, goal), relaxed).into_iter().any(|edge| {
            let again = path.iter().any(|(stop, _)| *stop == edge.to) || at == OracleNode::Role(goal);
            !again && self.is_allowed(&edge, preferences) && {
                path.push((edge.to, edge.lacks));
                let found = self.way_of(path, goal, steps - 1, preferences, relaxed);
                path.pop();
                found
            }
        })
    }

    pub fn shortest(&self, start: OracleNode, goal: usize, preferences: &Preferences) -> Option<usize> {
        [false, true].into_iter().find_map(|relaxed| {
            (1..=6).find(|steps| self.way_of(&mut vec![(start, vec![])], goal, *steps, preferences, relaxed))
        })
    }

    /// The least number of steps of somebody who takes any route, backtracking or starting again.
    pub fn distance(&self, start: OracleNode, goal: usize, preferences: &Preferences) -> Option<usize> {
        let mut seen = BTreeSet::from([start]);
        let mut layer = vec![start];
        for steps in 0.. {
            if layer.is_empty() || layer.contains(&OracleNode::Role(goal)) {
                return (!layer.is_empty()).then_some(steps);
            }
            let onward = layer.iter().flat_map(|at| self.edges_from(*at, (start, goal), true));
            let allowed = onward.filter(|edge| self.is_allowed(edge, preferences));
            layer = allowed.map(|edge| edge.to).filter(|to| seen.insert(*to)).collect();
        }
        None
    }

    /// The same catalogue, its roles in another order.
    pub fn read_backwards(&self) -> Self {
        let last = self.roles().len() - 1;
        let turn = |role: &mut RoleIndex| *role = RoleIndex::at(last - role.position());
        let mut roles: Vec<Role> = self.roles().iter().rev().cloned().collect();
        for role in &mut roles {
            role.progressions.iter_mut().for_each(|progression| turn(&mut progression.to));
            for from in role.entry_routes.iter_mut().flat_map(|route| &mut route.from) {
                if let EntryFrom::Role(role) = from {
                    turn(role);
                }
            }
        }
        Self { graph: RoleGraph::new(roles).unwrap(), ..self.clone() }
    }

    pub fn stop(&self, place: Waypoint<'_>) -> OracleNode {
        match place {
            Waypoint::Role(role) => OracleNode::Role(role.index.position()),
            Waypoint::Qualification(held) => OracleNode::Holding(held.qualification),
            Waypoint::RegisteredProfessional => OracleNode::Registered,
        }
    }

    pub fn place(&self, stop: OracleNode) -> Waypoint<'_> {
        match stop {
            OracleNode::Role(role) => Waypoint::Role(&self.roles()[role]),
            OracleNode::Holding(held) => Waypoint::Qualification(&self.lists.qualifications[held.position()]),
            OracleNode::Registered => Waypoint::RegisteredProfessional,
        }
    }
}
