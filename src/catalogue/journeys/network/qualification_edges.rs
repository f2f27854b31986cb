//! The ways in that ask for a qualification, ordered so that all that are open to a standing, and as somebody wishes, are a few
//! slices.

use std::array::from_fn;

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::network::csr::Csr;
use crate::catalogue::journeys::network::eligibility::{Eligibility, EligibilityTable};
use crate::catalogue::journeys::network::flags::EdgeFlags;
use crate::catalogue::journeys::preferences::Constraints;
use crate::catalogue::model::role::Role;
use crate::catalogue::model::vocabulary::{Level, Qualification};

/// A way in that asks for a qualification.
#[derive(Clone, Copy, Debug)]
pub(in crate::catalogue::journeys) struct QualificationEdge {
    /// The role it leads to.
    pub(in crate::catalogue::journeys) head: u32,
    pub(in crate::catalogue::journeys) asked: Qualification,
    /// Which of the role's entry routes it is.
    pub(in crate::catalogue::journeys) route: u32,
    pub(in crate::catalogue::journeys) traits: EdgeFlags,
}

/// How many sorts of ways in the wishes tell apart.
const SORTS: usize = 4;

/// What the ways in of a sort have in common: those that pay come first, those with a degree last.
fn common_to(sort: usize) -> EdgeFlags {
    EdgeFlags::default().with(EdgeFlags::EARNS, sort.is_multiple_of(2)).with(EdgeFlags::DEGREE, sort >= SORTS / 2)
}

fn sort_of(traits: EdgeFlags) -> usize {
    usize::from(!traits.has(EdgeFlags::EARNS)) + if traits.has(EdgeFlags::DEGREE) { SORTS / 2 } else { 0 }
}

/// All of them.
#[derive(Debug)]
pub(in crate::catalogue::journeys) struct QualificationEdges {
    ways: Vec<QualificationEdge>,
    into: Csr<u32>,
    levels: Vec<Level>,
    /// For all families, and then for each: its ways in by level, then by sort, then those that ask for most first.
    of_family: Csr<u32>,
    /// Where in its row each level begins, within it each sort, and within that each qualification.
    starts: Vec<[[[u32; 7]; SORTS]; 4]>,
}

impl QualificationEdges {
    pub(in crate::catalogue::journeys) fn new(
        graph: &RoleGraph,
        mut ways: Vec<QualificationEdge>,
        standings: &EligibilityTable,
    ) -> Self {
        let levels: Vec<Level> = graph.roles().iter().map(Role::level).collect();
        let order =
            |way: &QualificationEdge| (rank(levels[way.head as usize]), sort_of(way.traits), 5 - way.asked as usize);
        ways.sort_by_key(|way| (order(way), way.head, way.route));
        let numbered = || ways.iter().zip(0_u32..);
        let in_families = |(way, id): (&QualificationEdge, u32)| {
            let families = standings.families(way.head).iter().map(|family| family + 1);
            std::iter::once(0).chain(families).map(move |family| (family, id)).collect::<Vec<_>>()
        };
        let of_family = Csr::sorted(standings.family_count() as usize + 1, numbered().flat_map(in_families));
        let start = |family: u32, place: (usize, usize, usize)| {
            let (first, ids) = of_family.row(family);
            first + ids.partition_point(|id| order(&ways[*id as usize]) < place) as u32
        };
        let of_level = |family, level| from_fn(|sort| from_fn(|asked| start(family, (level, sort, asked))));
        let starts = (0..=standings.family_count()).map(|family| from_fn(|level| of_level(family, level))).collect();
        let into = Csr::sorted(graph.roles().len(), numbered().map(|(way, id)| (way.head, id)));
        Self { starts, into, of_family, levels, ways }
    }

    pub(in crate::catalogue::journeys) fn len(&self) -> u32 {
        self.ways.len() as u32
    }

    pub(in crate::catalogue::journeys) fn get(&self, id: u32) -> Option<&QualificationEdge> {
        self.ways.get(id as usize)
    }

    /// The ways in that are open to a standing and look as a rule asks, with their numbers.
    pub(in crate::catalogue::journeys) fn open_to(
        &self,
        standing: Eligibility,
        rule: Constraints,
    ) -> impl Iterator<Item = (u32, &QualificationEdge)> {
        let slices = self.slices(standing, rule).filter_map(|(from, to)| self.of_family.slice(from, to));
        slices.flatten().filter_map(|id| Some((*id, self.get(*id)?)))
    }

    /// How many they are.
    pub(in crate::catalogue::journeys) fn count_open_to(&self, standing: Eligibility, rule: Constraints) -> usize {
        self.slices(standing, rule).map(|(from, to)| (to - from) as usize).sum()
    }

    fn slices(&self, standing: Eligibility, rule: Constraints) -> impl Iterator<Item = (u32, u32)> {
        let of_family = self.starts.get(standing.family.map_or(0, |family| family as usize + 1));
        let levels = of_family.into_iter().flat_map(move |levels| levels.iter().skip(rank(standing.floor)));
        let sorts = levels.flat_map(|sorts| sorts.iter().enumerate());
        let allowed = sorts.filter(move |(sort, _)| rule.allows(common_to(*sort)));
        allowed.map(move |(_, starts)| (starts[5 - standing.held as usize], starts[6]))
    }

    /// The ways into a role, with their numbers.
    pub(in crate::catalogue::journeys) fn ways_into(
        &self,
        role: u32,
    ) -> impl Iterator<Item = (u32, &QualificationEdge)> {
        self.into.row(role).1.iter().filter_map(|id| Some((*id, self.get(*id)?)))
    }

    /// The level that a role stands on.
    pub(in crate::catalogue::journeys) fn level(&self, role: u32) -> Option<Level> {
        self.levels.get(role as usize).copied()
    }

    pub(in crate::catalogue::journeys) fn bytes(&self) -> usize {
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
