//! What holds of every journey, checked on small random catalogues against a plain search that shares nothing with the planner
//! but the data.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::graph::RoleGraph;
use super::super::reference::{CategoryId, OrganisationId, QualificationInfo, RoleId};
use super::super::role::{EntryFrom, EntryRoute, Registration, Role};
use super::super::sample::{climb, entry, progression, qualification, role};
use super::super::vocabulary::{EntryKind, Level, Qualification, RegistrationNeed, Setting, Stated, Term};
use super::{Answer, Arrow, Journey, JourneyIndex, Place, Planner, Wishes};

/// A small catalogue.
#[derive(Clone, Debug)]
struct World {
    graph: RoleGraph,
    qualifications: Vec<QualificationInfo>,
}

/// Where one may stand, in the plain search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stop {
    Role(usize),
    Holding(Qualification),
    Registered,
}

/// One way to take one step, as the plain search sees it.
struct Opening {
    to: Stop,
    earns: bool,
    degree: bool,
    /// The roles that the ways in ask for, if this one asks for more than one has.
    lacks: Vec<usize>,
}

impl World {
    fn roles(&self) -> &[Role] {
        self.graph.roles()
    }

    fn number(&self, id: &RoleId) -> usize {
        self.graph.index(id).unwrap()
    }

    /// What all who are in a role hold: grown from nothing until nothing grows.
    fn held(&self) -> Vec<Qualification> {
        let mut held = vec![Qualification::None; self.roles().len()];
        loop {
            let next: Vec<_> = self
                .roles()
                .iter()
                .map(|role| role.entry_routes.iter().map(|route| self.gives(route, &held)).min())
                .map(|least| least.unwrap_or(Qualification::None))
                .collect();
            if next == held {
                return held;
            }
            held = next;
        }
    }

    /// What one has before a route: the least that is enough.
    fn before(&self, route: &EntryRoute, held: &[Qualification]) -> Qualification {
        let each = route.from.iter().map(|from| match from {
            EntryFrom::Qualification(asked) => *asked,
            EntryFrom::Role(id) => held[self.number(id)],
        });
        each.min().unwrap()
    }

    fn gives(&self, route: &EntryRoute, held: &[Qualification]) -> Qualification {
        self.before(route, held).max(route.level.map_or(Qualification::None, Qualification::of_level))
    }

    /// A route as a step of its own.
    fn by_entry(&self, to: usize, route: &EntryRoute, held: &[Qualification]) -> Opening {
        let gives = self.gives(route, held);
        let starts_a_job = match route.kind {
            EntryKind::OnTheJob => true,
            EntryKind::Experience => gives == self.before(route, held),
            _ => false,
        };
        Opening {
            to: Stop::Role(to),
            earns: route.earn.unwrap_or(starts_a_job),
            degree: route.is_degree() || gives >= Qualification::Degree,
            lacks: vec![],
        }
    }

    /// A route as the way on which people of a role make a progression.
    fn by_progression(&self, from: usize, to: usize, route: &EntryRoute, held: &[Qualification]) -> Opening {
        let entry = self.by_entry(to, route, held);
        let starts_here = route.roles_asked().any(|id| self.number(id) == from);
        let fits = starts_here || route.qualification_asked().is_some_and(|asked| asked <= held[from]);
        let is_study = matches!(route.kind, EntryKind::College | EntryKind::University | EntryKind::Postgraduate);
        let no_more = self.gives(route, held) <= held[from] && !is_study && route.earn != Some(false);
        let pays = route.earn.unwrap_or(route.kind == EntryKind::OnTheJob);
        let asked = self.roles()[to].entry_routes.iter().flat_map(EntryRoute::roles_asked);
        let lacks = if fits { vec![] } else { asked.map(|id| self.number(id)).collect() };
        Opening { earns: if fits { entry.earns || no_more } else { pays }, lacks, ..entry }
    }

    /// The printed moves and the ways in that ask for a role.
    fn on_from(&self, from: usize, held: &[Qualification]) -> Vec<Opening> {
        let mut openings = Vec::new();
        let role = &self.roles()[from];
        let printed: BTreeSet<usize> =
            role.progressions.iter().map(|it| self.number(&it.to)).filter(|to| *to != from).collect();
        for (to, target) in self.roles().iter().enumerate().filter(|(to, _)| *to != from) {
            if printed.contains(&to) {
                if target.entry_routes.is_empty() {
                    openings.push(Opening { to: Stop::Role(to), earns: true, degree: false, lacks: vec![] });
                }
                openings.extend(target.entry_routes.iter().map(|route| self.by_progression(from, to, route, held)));
            } else {
                let asks = |route: &&EntryRoute| route.roles_asked().any(|id| *id == role.id);
                openings.extend(target.entry_routes.iter().filter(asks).map(|route| self.by_entry(to, route, held)));
            }
        }
        openings
    }

    /// The ways in that ask for no more than a qualification, into roles that are wanted.
    fn open_to(&self, has: Qualification, held: &[Qualification], wanted: impl Fn(&Role) -> bool) -> Vec<Opening> {
        let mut openings = Vec::new();
        for (to, target) in self.roles().iter().enumerate().filter(|(_, target)| wanted(target)) {
            let open =
                target.entry_routes.iter().filter(|route| route.qualification_asked().is_some_and(|it| it <= has));
            openings.extend(open.map(|route| self.by_entry(to, route, held)));
        }
        openings
    }

    fn study(&self, has: Qualification) -> Vec<Opening> {
        let each = self.qualifications.iter().flat_map(|info| info.climbs.iter().map(move |climb| (info, climb)));
        each.filter(|(info, climb)| climb.from <= has && has < info.qualification)
            .map(|(info, climb)| Opening {
                to: Stop::Holding(info.qualification),
                earns: climb.earn == Some(true),
                degree: info.qualification >= Qualification::Degree,
                lacks: vec![],
            })
            .collect()
    }

    fn registered(&self) -> impl Iterator<Item = usize> {
        let needs = |role: &Role| role.registration_need() == RegistrationNeed::Needed;
        (0..self.roles().len()).filter(move |role| needs(&self.roles()[*role]))
    }

    /// Every step from a stop, of somebody who began at `start`.
    fn openings(&self, at: Stop, start: Stop, roundabout: bool) -> Vec<Opening> {
        let held = self.held();
        let floor = match start {
            Stop::Role(role) if !roundabout => self.roles()[role].level(),
            Stop::Registered if !roundabout => {
                self.registered().map(|role| self.roles()[role].level()).min().unwrap_or(Level::Entry)
            }
            _ => Level::Entry,
        };
        match at {
            Stop::Registered => {
                let least = self.registered().map(|role| held[role]).min().unwrap_or(Qualification::None);
                let mut openings = self.open_to(least, &held, |target| target.level() >= floor);
                openings.extend(self.study(least));
                openings.extend(self.registered().flat_map(|role| self.on_from(role, &held)));
                openings
            }
            Stop::Holding(has) => {
                let mut openings = self.open_to(has, &held, |target| target.level() >= floor);
                openings.extend(self.study(has));
                openings
            }
            Stop::Role(from) => {
                let mut openings = self.on_from(from, &held);
                let role = &self.roles()[from];
                if at == start || roundabout {
                    openings.extend(self.open_to(held[from], &held, |target| target.level() >= floor));
                    openings.extend(self.study(held[from]));
                } else {
                    openings.extend(self.open_to(held[from], &held, |target| {
                        target.level() >= role.level()
                            && target.categories.iter().any(|category| role.categories.contains(category))
                    }));
                }
                openings.retain(|opening| opening.to != at);
                openings
            }
        }
    }

    fn is_wished(&self, opening: &Opening, wishes: &Wishes) -> bool {
        let role = match opening.to {
            Stop::Role(role) => Some(role),
            _ => None,
        };
        (!wishes.keep_earning || opening.earns)
            && (!wishes.no_degree || !opening.degree)
            && role.is_none_or(|role| {
                let settings = &self.roles()[role].settings;
                (wishes.settings.is_empty() || settings.iter().any(|setting| wishes.settings.contains(setting)))
                    && (!wishes.no_degree || self.held()[role] < Qualification::Degree)
            })
    }

    /// Whether there is a way of exactly so many steps, no stop twice, that does not turn back on itself.
    fn way_of(
        &self,
        path: &mut Vec<(Stop, Vec<usize>)>,
        goal: usize,
        steps: usize,
        wishes: &Wishes,
        roundabout: bool,
    ) -> bool {
        let (at, start) = (path.last().unwrap().0, path[0].0);
        if steps == 0 {
            let lacked = |place: usize, lacks: &[usize]| {
                path[place + 1..].iter().any(|(stop, _)| lacks.iter().any(|role| *stop == Stop::Role(*role)))
            };
            return at == Stop::Role(goal) && !path.iter().enumerate().any(|(place, (_, lacks))| lacked(place, lacks));
        }
        self.openings(at, start, roundabout).into_iter().any(|opening| {
            let again = path.iter().any(|(stop, _)| *stop == opening.to) || at == Stop::Role(goal);
            !again && self.is_wished(&opening, wishes) && {
                path.push((opening.to, opening.lacks));
                let found = self.way_of(path, goal, steps - 1, wishes, roundabout);
                path.pop();
                found
            }
        })
    }

    fn shortest(&self, start: Stop, goal: usize, wishes: &Wishes) -> Option<usize> {
        [false, true].into_iter().find_map(|roundabout| {
            (1..=6).find(|steps| self.way_of(&mut vec![(start, vec![])], goal, *steps, wishes, roundabout))
        })
    }

    fn stop(&self, place: Place<'_>) -> Stop {
        match place {
            Place::Role(role) => Stop::Role(self.number(&role.id)),
            Place::Qualification(held) => Stop::Holding(held),
            Place::RegisteredProfessional => Stop::Registered,
        }
    }

    fn place(&self, stop: Stop) -> Place<'_> {
        match stop {
            Stop::Role(role) => Place::Role(&self.roles()[role]),
            Stop::Holding(held) => Place::Qualification(held),
            Stop::Registered => Place::RegisteredProfessional,
        }
    }
}

/// What is wrong with a journey, if anything is.
fn fault(world: &World, journey: &Journey<'_>, start: Stop, goal: usize, wishes: &Wishes) -> Option<String> {
    let stops: Vec<Stop> = journey.steps.iter().map(|step| world.stop(step.to)).collect();
    let mut at = start;
    let mut seen = BTreeSet::from([start]);
    for (step, &stop) in journey.steps.iter().zip(&stops) {
        if world.stop(step.from) != at {
            return Some(format!("a gap before {stop:?}"));
        }
        let is_this = |opening: &Opening| {
            opening.to == stop && world.is_wished(opening, wishes) && (!wishes.keep_earning || step.earns == Some(true))
        };
        if ![false, true].iter().any(|roundabout| world.openings(at, start, *roundabout).iter().any(is_this)) {
            return Some(format!("no such step: {at:?} to {stop:?}"));
        }
        if !seen.insert(stop) {
            return Some(format!("twice at {stop:?}"));
        }
        if let (Arrow::Entry { route, .. }, true) = (step.arrow, wishes.no_degree)
            && route.is_degree()
        {
            return Some(format!("a degree on the way to {stop:?}"));
        }
        at = stop;
    }
    (at != Stop::Role(goal)).then(|| "it does not end at the goal".to_owned())
}

const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

fn any_of<T: Copy + std::fmt::Debug + 'static>(terms: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(terms)
}

fn any_from() -> impl Strategy<Value = EntryFrom> {
    prop_oneof![
        any_of(Qualification::ALL).prop_map(EntryFrom::Qualification),
        any_of(&NAMES).prop_map(|name| EntryFrom::Role(RoleId(name.to_owned()))),
    ]
}

fn any_route() -> impl Strategy<Value = EntryRoute> {
    let from = prop::collection::vec(any_from(), 1..3);
    let earn = prop::option::weighted(0.4, any::<bool>());
    (any_of(EntryKind::ALL), from, any_of(Stated::ALL), prop::option::of(2_u8..8), earn).prop_map(
        |(kind, from, stated, level, earn)| EntryRoute {
            from,
            stated,
            level,
            earn,
            ..entry(kind, Qualification::None)
        },
    )
}

fn any_role(name: &'static str) -> impl Strategy<Value = Role> {
    let routes = prop::collection::vec(any_route(), 0..3);
    let on = prop::sample::subsequence(NAMES.to_vec(), 0..3);
    let settings = prop::sample::subsequence(Setting::ALL.to_vec(), 0..3);
    let families = prop::sample::subsequence(vec!["x", "y"], 0..3);
    (any_of(&Level::OF_ROLES), routes, on, settings, families, prop::bool::weighted(0.3)).prop_map(
        move |(level, entry_routes, on, settings, families, registered)| Role {
            levels: vec![level],
            entry_routes,
            progressions: on.into_iter().map(progression).collect(),
            settings,
            categories: families.into_iter().map(|id| CategoryId(id.to_owned())).collect(),
            registration: registered
                .then(|| Registration { with: OrganisationId("council".to_owned()), needed: true, sources: vec![] })
                .into_iter()
                .collect(),
            ..role(name)
        },
    )
}

fn any_world() -> impl Strategy<Value = World> {
    let roles = NAMES.map(any_role);
    let climbs = prop::collection::vec((any_of(Qualification::ALL), any_of(Qualification::ALL), any::<bool>()), 0..5);
    (roles, climbs).prop_map(|(roles, climbs)| World {
        graph: RoleGraph::new(roles.into()),
        qualifications: Qualification::ALL
            .iter()
            .map(|&held| {
                let to_it = climbs.iter().filter(|(_, to, _)| *to == held);
                qualification(held, to_it.map(|(from, _, earn)| climb(*from, earn.then_some(true))).collect())
            })
            .collect(),
    })
}

fn any_start() -> impl Strategy<Value = Stop> {
    prop_oneof![
        3 => (0..NAMES.len()).prop_map(Stop::Role),
        2 => any_of(Qualification::ALL).prop_map(Stop::Holding),
        1 => Just(Stop::Registered),
    ]
}

fn any_wishes() -> impl Strategy<Value = Wishes> {
    let settings = prop::sample::subsequence(Setting::ALL.to_vec(), 0..3);
    (prop::bool::weighted(0.3), prop::bool::weighted(0.3), prop::option::weighted(0.4, settings)).prop_map(
        |(keep_earning, no_degree, settings)| Wishes {
            keep_earning,
            no_degree,
            settings: settings.unwrap_or_default(),
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, ..ProptestConfig::default() })]

    #[test]
    fn every_journey_is_sound_and_none_is_shorter_than_the_first(
        world in any_world(), start in any_start(), goal in 0..NAMES.len(), wishes in any_wishes(),
    ) {
        let index = JourneyIndex::new(&world.graph, &world.qualifications);
        let planner = Planner::new(&world.graph, &world.qualifications, &index);
        let answer = planner.plan(world.place(start), &world.roles()[goal], &wishes);
        let again = planner.plan(world.place(start), &world.roles()[goal], &wishes);
        prop_assert_eq!(format!("{answer:?}"), format!("{again:?}"), "the same question, another answer");
        match answer {
            Answer::AlreadyThere => prop_assert_eq!(start, Stop::Role(goal)),
            Answer::NoWay(_) => prop_assert_eq!(world.shortest(start, goal, &wishes), None),
            Answer::Ways(journeys) => {
                for journey in &journeys {
                    prop_assert_eq!(fault(&world, journey, start, goal, &wishes), None);
                }
                let lengths: Vec<usize> = journeys.iter().map(|journey| journey.steps.len()).collect();
                prop_assert!(lengths.is_sorted(), "not the shortest first: {:?}", lengths);
                if let Some(shortest) = world.shortest(start, goal, &wishes) {
                    prop_assert!(lengths[0] <= shortest, "{} where {} do", lengths[0], shortest);
                }
                let characters: BTreeSet<_> = journeys.iter().map(|journey| journey.character).collect();
                prop_assert_eq!(characters.len(), journeys.len(), "two of a kind");
            }
        }
    }

    #[test]
    fn what_is_within_reach_is_what_a_journey_leads_to(world in any_world(), start in any_start()) {
        let index = JourneyIndex::new(&world.graph, &world.qualifications);
        let planner = Planner::new(&world.graph, &world.qualifications, &index);
        let within: BTreeSet<&RoleId> =
            planner.within_reach(world.place(start)).into_iter().map(|role| &role.id).collect();
        for role in world.roles() {
            let way = matches!(planner.plan(world.place(start), role, &Wishes::default()), Answer::Ways(_));
            prop_assert_eq!(within.contains(&role.id), way, "{}", role.id);
        }
    }
}
