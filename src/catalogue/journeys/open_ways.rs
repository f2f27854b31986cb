//! The ways in that ask for a qualification, ordered so that all that are open to a standing, and as somebody wishes, are a few
//! slices.

use std::array::from_fn;

use super::super::graph::RoleGraph;
use super::super::role::Role;
use super::super::vocabulary::{Level, Qualification};
use super::rows::Rows;
use super::standing::{Standing, Standings};
use super::traits::Traits;
use super::wishes::Rule;

/// A way in that asks for a qualification.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    /// The role it leads to.
    pub(super) head: u32,
    pub(super) asked: Qualification,
    /// Which of the role's entry routes it is.
    pub(super) route: u32,
    pub(super) traits: Traits,
}

/// How many sorts of ways in the wishes tell apart.
const SORTS: usize = 4;

/// What the ways in of a sort have in common: those that pay come first, those with a degree last.
fn common_to(sort: usize) -> Traits {
    Traits::default().with(Traits::EARNS, sort.is_multiple_of(2)).with(Traits::DEGREE, sort >= SORTS / 2)
}

fn sort_of(traits: Traits) -> usize {
    usize::from(!traits.has(Traits::EARNS)) + if traits.has(Traits::DEGREE) { SORTS / 2 } else { 0 }
}

/// All of them.
#[derive(Debug)]
pub(super) struct OpenWays {
    ways: Vec<Open>,
    into: Rows<u32>,
    levels: Vec<Level>,
    /// For all families, and then for each: its ways in by level, then by sort, then those that ask for most first.
    of_family: Rows<u32>,
    /// Where in its row each level begins, within it each sort, and within that each qualification.
    starts: Vec<[[[u32; 7]; SORTS]; 4]>,
}

impl OpenWays {
    pub(super) fn new(graph: &RoleGraph, mut ways: Vec<Open>, standings: &Standings) -> Self {
        let levels: Vec<Level> = graph.roles().iter().map(Role::level).collect();
        let order = |way: &Open| (rank(levels[way.head as usize]), sort_of(way.traits), 5 - way.asked as usize);
        ways.sort_by_key(|way| (order(way), way.head, way.route));
        let numbered = || ways.iter().zip(0_u32..);
        let in_families = |(way, id): (&Open, u32)| {
            let families = standings.families(way.head).iter().map(|family| family + 1);
            std::iter::once(0).chain(families).map(move |family| (family, id)).collect::<Vec<_>>()
        };
        let of_family = Rows::sorted(standings.family_count() as usize + 1, numbered().flat_map(in_families));
        let start = |family: u32, place: (usize, usize, usize)| {
            let (first, ids) = of_family.row(family);
            first + ids.partition_point(|id| order(&ways[*id as usize]) < place) as u32
        };
        let of_level = |family, level| from_fn(|sort| from_fn(|asked| start(family, (level, sort, asked))));
        let starts = (0..=standings.family_count()).map(|family| from_fn(|level| of_level(family, level))).collect();
        let into = Rows::sorted(graph.roles().len(), numbered().map(|(way, id)| (way.head, id)));
        Self { starts, into, of_family, levels, ways }
    }

    pub(super) fn len(&self) -> u32 {
        self.ways.len() as u32
    }

    pub(super) fn get(&self, id: u32) -> Option<&Open> {
        self.ways.get(id as usize)
    }

    /// The ways in that are open to a standing and look as a rule asks, with their numbers.
    pub(super) fn open_to(&self, standing: Standing, rule: Rule) -> impl Iterator<Item = (u32, &Open)> {
        let slices = self.slices(standing, rule).filter_map(|(from, to)| self.of_family.slice(from, to));
        slices.flatten().filter_map(|id| Some((*id, self.get(*id)?)))
    }

    /// How many they are.
    pub(super) fn count_open_to(&self, standing: Standing, rule: Rule) -> usize {
        self.slices(standing, rule).map(|(from, to)| (to - from) as usize).sum()
    }

    fn slices(&self, standing: Standing, rule: Rule) -> impl Iterator<Item = (u32, u32)> {
        let of_family = self.starts.get(standing.family.map_or(0, |family| family as usize + 1));
        let levels = of_family.into_iter().flat_map(move |levels| levels.iter().skip(rank(standing.floor)));
        let sorts = levels.flat_map(|sorts| sorts.iter().enumerate());
        let allowed = sorts.filter(move |(sort, _)| rule.allows(common_to(*sort)));
        allowed.map(move |(_, starts)| (starts[5 - standing.held as usize], starts[6]))
    }

    /// The ways into a role, with their numbers.
    pub(super) fn ways_into(&self, role: u32) -> impl Iterator<Item = (u32, &Open)> {
        self.into.row(role).1.iter().filter_map(|id| Some((*id, self.get(*id)?)))
    }

    /// The level that a role stands on.
    pub(super) fn level(&self, role: u32) -> Option<Level> {
        self.levels.get(role as usize).copied()
    }

    pub(super) fn bytes(&self) -> usize {
        size_of_val(self.ways.as_slice())
            + self.into.bytes()
            + self.levels.len()
            + self.of_family.bytes()
            + size_of_val(self.starts.as_slice())
    }
}

/// The place of a level among those on which roles stand.
fn rank(level: Level) -> usize {
    Level::OF_ROLES.iter().position(|other| *other == level).unwrap_or(0)
}
