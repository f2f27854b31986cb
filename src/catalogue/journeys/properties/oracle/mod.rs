//! A plain search for journeys, which shares nothing with the planner but the data: it tries every way from every stop.

mod moves;
mod paths;

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::limits::Limits;
use crate::catalogue::journeys::{JourneyIndex, Waypoint};
use crate::catalogue::model::indexes::{Level, Qualification, RoleIndex};
use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::role::{EntryFrom, Role};
use crate::catalogue::model::vocabulary::Stated;
use crate::catalogue::sample::{ENTRY, NONE};
pub use paths::{backtracks, cost};

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

/// What journeys are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cost {
    pub unmet: usize,
    pub stops: usize,
    pub rank: usize,
    pub unknown: usize,
    pub months: usize,
    pub vague: usize,
    pub one_source: usize,
}

impl std::ops::Add for Cost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            unmet: self.unmet + other.unmet,
            stops: self.stops + other.stops,
            rank: self.rank + other.rank,
            unknown: self.unknown + other.unknown,
            months: self.months + other.months,
            vague: self.vague + other.vague,
            one_source: self.one_source + other.one_source,
        }
    }
}

/// A move into a role in the plain search.
#[derive(Clone, Debug)]
pub struct OracleEdge {
    pub to: usize,
    pub cost: Cost,
    pub earns: bool,
    pub degree: bool,
    /// What it asks for, before the study for it is added.
    pub asked: Qualification,
    pub class: u8,
    pub stated: Stated,
    pub starts_here: bool,
    pub number: Option<usize>,
    /// Whether it is open by a qualification and not by a role.
    pub is_open: bool,
    /// The roles that the entry routes of its target ask for, if it is unmet.
    pub lacks: Vec<usize>,
}

/// Who is on the way.
#[derive(Clone, Copy, Debug)]
pub struct Traveller {
    pub start: OracleNode,
    pub goal: usize,
    /// What they hold.
    pub held: Qualification,
    /// The lowest level of their stops.
    pub floor: Level,
    /// Whether they must be on a register where they begin.
    pub has_a_profession: bool,
}

/// A path: its start, and every move with the stop it leads to.
type Path = Vec<OracleEdge>;

impl SmallCatalogue {
    pub fn index(&self) -> JourneyIndex {
        JourneyIndex::with_limits(&self.graph, &self.lists, self.limits)
    }

    pub fn roles(&self) -> &[Role] {
        self.graph.roles()
    }

    /// What one holds who begins here.
    pub fn held_at_start(&self, start: OracleNode) -> Qualification {
        match start {
            OracleNode::Role(role) => self.held()[role],
            OracleNode::Holding(held) => held,
            OracleNode::Registered => self.professions().map(|role| self.held()[role]).min().unwrap_or(NONE),
        }
    }

    pub fn traveller(&self, start: OracleNode, goal: usize, relaxed: bool) -> Traveller {
        let has_a_profession = match start {
            OracleNode::Role(role) => self.is_registered(role),
            OracleNode::Registered => true,
            OracleNode::Holding(_) => false,
        };
        let own = match start {
            OracleNode::Role(role) => self.roles()[role].level(),
            OracleNode::Registered => self.professions().map(|role| self.roles()[role].level()).min().unwrap_or(ENTRY),
            OracleNode::Holding(_) => ENTRY,
        };
        let floor = if relaxed && !has_a_profession { ENTRY } else { own.min(self.roles()[goal].level()) };
        Traveller { start, goal, held: self.held_at_start(start), floor, has_a_profession }
    }

    /// The roles in which somebody is a registered professional: all that one must register for, but not those in which one may
    /// hold nothing, if there are others.
    pub fn professions(&self) -> impl Iterator<Item = usize> {
        let held = self.held();
        let registered = || (0..self.roles().len()).filter(|role| self.is_registered(*role));
        let is_any_qualified = registered().any(|role| held[role] > NONE);
        registered().filter(|role| !is_any_qualified || held[*role] > NONE).collect::<Vec<_>>().into_iter()
    }

    /// The same catalogue, its roles in another order.
    pub fn read_backwards(&self) -> Self {
        let last = self.roles().len() - 1;
        let turn = |role: &mut RoleIndex| *role = RoleIndex::at(last - role.position());
        let mut roles: Vec<Role> = self.roles().iter().rev().cloned().collect();
        for role in &mut roles {
            role.progressions.iter_mut().for_each(|progression| turn(&mut progression.to));
            role.family.iter_mut().for_each(turn);
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
