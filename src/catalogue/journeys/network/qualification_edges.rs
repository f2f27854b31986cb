//! The ways in that ask for a qualification, ordered so that all that are open to one eligibility, and as somebody preferences, are a few
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
    pub(in crate::catalogue::journeys) flags: EdgeFlags,
}

/// How many classes of ways in the preferences tell apart.
const CLASSES: usize = 4;

/// What the ways in of a class have in common: those that pay come first, those with a degree last.
fn common_to(class: usize) -> EdgeFlags {
    EdgeFlags::default().with(EdgeFlags::EARNS, class.is_multiple_of(2)).with(EdgeFlags::DEGREE, class >= CLASSES / 2)
}

fn class_of(flags: EdgeFlags) -> usize {
    usize::from(!flags.has(EdgeFlags::EARNS)) + if flags.has(EdgeFlags::DEGREE) { CLASSES / 2 } else { 0 }
}

/// All of them.
#[derive(Debug)]
pub(in crate::catalogue::journeys) struct QualificationEdges {
    ways: Vec<QualificationEdge>,
    into: Csr<u32>,
    levels: Vec<Level>,
    /// For all categories, and then for each: its ways in by level, then by class, then those that ask for most first.
    of_category: Csr<u32>,
    /// Where in its row each level begins, within it each class, and within that each qualification.
    starts: Vec<[[[u32; 7]; CLASSES]; 4]>,
}

impl QualificationEdges {
    pub(in crate::catalogue::journeys) fn new(
        graph: &RoleGraph,
        mut ways: Vec<QualificationEdge>,
        eligibilities: &EligibilityTable,
    ) -> Self {
        let levels: Vec<Level> = graph.roles().iter().map(Role::level).collect();
        let order =
            |way: &QualificationEdge| (rank(levels[way.head as usize]), class_of(way.flags), 5 - way.asked as usize);
        ways.sort_by_key(|way| (order(way), way.head, way.route));
        let numbered = || ways.iter().zip(0_u32..);
        let in_categories = |(way, id): (&QualificationEdge, u32)| {
            let categories = eligibilities.categories(way.head).iter().map(|category| category + 1);
            std::iter::once(0).chain(categories).map(move |category| (category, id)).collect::<Vec<_>>()
        };
        let of_category = Csr::sorted(eligibilities.category_count() as usize + 1, numbered().flat_map(in_categories));
        let start = |category: u32, place: (usize, usize, usize)| {
            let (first, ids) = of_category.row(category);
            first + ids.partition_point(|id| order(&ways[*id as usize]) < place) as u32
        };
        let of_level = |category, level| from_fn(|class| from_fn(|asked| start(category, (level, class, asked))));
        let starts =
            (0..=eligibilities.category_count()).map(|category| from_fn(|level| of_level(category, level))).collect();
        let into = Csr::sorted(graph.roles().len(), numbered().map(|(way, id)| (way.head, id)));
        Self { starts, into, of_category, levels, ways }
    }

    pub(in crate::catalogue::journeys) fn len(&self) -> u32 {
        self.ways.len() as u32
    }

    pub(in crate::catalogue::journeys) fn get(&self, id: u32) -> Option<&QualificationEdge> {
        self.ways.get(id as usize)
    }

    /// The ways in that are open to one eligibility and look as constraints asks, with their numbers.
    pub(in crate::catalogue::journeys) fn open_to(
        &self,
        eligibility: Eligibility,
        constraints: Constraints,
    ) -> impl Iterator<Item = (u32, &QualificationEdge)> {
        let slices = self.slices(eligibility, constraints).filter_map(|(from, to)| self.of_category.slice(from, to));
        slices.flatten().filter_map(|id| Some((*id, self.get(*id)?)))
    }

    /// How many they are.
    pub(in crate::catalogue::journeys) fn count_open_to(
        &self,
        eligibility: Eligibility,
        constraints: Constraints,
    ) -> usize {
        self.slices(eligibility, constraints).map(|(from, to)| (to - from) as usize).sum()
    }

    fn slices(&self, eligibility: Eligibility, constraints: Constraints) -> impl Iterator<Item = (u32, u32)> {
        let of_category = self.starts.get(eligibility.category.map_or(0, |category| category as usize + 1));
        let levels = of_category.into_iter().flat_map(move |levels| levels.iter().skip(rank(eligibility.floor)));
        let classes = levels.flat_map(|classes| classes.iter().enumerate());
        let allowed = classes.filter(move |(class, _)| constraints.allows(common_to(*class)));
        allowed.map(move |(_, starts)| (starts[5 - eligibility.held as usize], starts[6]))
    }

    /// The ways into a role, with their numbers.
    pub(in crate::catalogue::journeys) fn edges_into(
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
            + self.of_category.bytes()
            + size_of_val(self.starts.as_slice())
    }
}

/// The place of a level among those on which roles stand.
fn rank(level: Level) -> usize {
    Level::OF_ROLES.iter().position(|other| *other == level).unwrap_or(0)
}
