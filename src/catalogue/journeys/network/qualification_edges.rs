//! The ways in that ask for a qualification, ordered so that all that are open to one eligibility, and as somebody preferences, are a few
//! slices.

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::network::csr::Csr;
use crate::catalogue::journeys::network::eligibility::{Eligibility, EligibilityTable};
use crate::catalogue::journeys::network::flags::EdgeFlags;
use crate::catalogue::journeys::preferences::Constraints;
use crate::catalogue::model::indexes::{Level, Qualification};
use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::role::Role;

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
    /// Where in its row each class of each level begins, within it each qualification, and where it ends: rows of
    /// `qualifications + 1`, by category, then level, then class.
    starts: Vec<u32>,
    /// The number of levels on which roles may be: all of them, so that an index is a position.
    level_count: usize,
    qualifications: usize,
}

impl QualificationEdges {
    pub(in crate::catalogue::journeys) fn new(
        graph: &RoleGraph,
        lists: &Lists,
        mut ways: Vec<QualificationEdge>,
        eligibilities: &EligibilityTable,
    ) -> Self {
        let (level_count, qualifications) = (lists.levels.len().max(1), lists.qualifications.len().max(1));
        let levels: Vec<Level> = graph.roles().iter().map(Role::level).collect();
        let order = |way: &QualificationEdge| {
            let level = levels[way.head as usize].position();
            (level, class_of(way.flags), qualifications - 1 - way.asked.position())
        };
        ways.sort_by_key(|way| (order(way), way.head, way.route));
        let numbered = || ways.iter().zip(0_u32..);
        let in_categories = |(way, id): (&QualificationEdge, u32)| {
            let categories = eligibilities.categories(way.head).iter().map(|category| category + 1);
            std::iter::once(0).chain(categories).map(move |category| (category, id)).collect::<Vec<_>>()
        };
        let of_category = Csr::sorted(eligibilities.category_count() as usize + 1, numbered().flat_map(in_categories));
        let mut starts = Vec::new();
        for category in 0..=eligibilities.category_count() {
            let (first, ids) = of_category.row(category);
            for (level, class) in (0..level_count).flat_map(|level| (0..CLASSES).map(move |class| (level, class))) {
                let start = |asked| ids.partition_point(|id| order(&ways[*id as usize]) < (level, class, asked));
                starts.extend((0..=qualifications).map(|asked| first + start(asked) as u32));
            }
        }
        let into = Csr::sorted(graph.roles().len(), numbered().map(|(way, id)| (way.head, id)));
        Self { starts, level_count, qualifications, into, of_category, levels, ways }
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
        let category = eligibility.category.map_or(0, |category| category as usize + 1);
        let row = self.qualifications + 1;
        let (from, to) =
            (category * self.level_count + eligibility.floor.position(), (category + 1) * self.level_count);
        let classes = self.starts.get(from * CLASSES * row..to * CLASSES * row).unwrap_or_default().chunks_exact(row);
        let most = self.qualifications - 1 - eligibility.held.position();
        let allowed = classes.enumerate().filter(move |(at, _)| constraints.allows(common_to(at % CLASSES)));
        allowed.filter_map(move |(_, starts)| Some((*starts.get(most)?, *starts.last()?)))
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
