//! The edges that ask for a qualification, sorted so that all that are open to an eligibility, and allowed by constraints,
//! are a few slices.

use std::cmp::Reverse;

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::network::constraints::Constraints;
use crate::catalogue::journeys::network::csr::Csr;
use crate::catalogue::journeys::network::edge::Edge;
use crate::catalogue::journeys::network::eligibility::{Eligibility, EligibilityTable};
use crate::catalogue::journeys::network::flags::EdgeFlags;
use crate::catalogue::model::indexes::{Level, Qualification};
use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::role::Role;
use crate::catalogue::model::vocabulary::Stated;

/// An entry route that asks for a qualification, or for what nobody is known to have.
#[derive(Clone, Copy, Debug)]
pub struct QualificationEdge {
    /// The move.
    pub edge: Edge,
    /// Its index among the entry routes of the role it leads to.
    pub route: u32,
    /// How strongly the source states it, the strongest first.
    pub stated: Stated,
}

impl QualificationEdge {
    /// What makes it the better of two: that it is met, that it builds on more of what one holds, that it is stated more strongly,
    /// that it is less vague.
    fn order(&self) -> impl Ord + use<> {
        let Edge { flags, asked, months, .. } = self.edge;
        let vagueness = flags.vagueness();
        (flags.has(EdgeFlags::UNMET), Reverse(asked), self.stated, vagueness, flags.stops(), months == 0, months)
    }
}

/// The number of classes that constraints tell apart: paid or not, times with a degree or not, times met or not.
const CLASSES: usize = 8;

/// What tells the classes apart, by the bit of the number of a class that is set where edges have it.
const CLASS_FLAGS: [EdgeFlags; 3] = [EdgeFlags::EARNS, EdgeFlags::DEGREE, EdgeFlags::UNMET];

/// What the edges of a class have in common.
fn common_to(class: usize) -> EdgeFlags {
    let bits = CLASS_FLAGS.into_iter().enumerate();
    bits.fold(EdgeFlags::default(), |flags, (bit, flag)| flags.with(flag, class >> bit & 1 == 1))
}

/// The class of an edge.
fn class_of(flags: EdgeFlags) -> usize {
    CLASS_FLAGS.into_iter().enumerate().map(|(bit, flag)| usize::from(flags.has(flag)) << bit).sum()
}

/// The edges, sorted by level, class and falling qualification.
#[derive(Debug)]
pub struct QualificationEdges {
    edges: Vec<QualificationEdge>,
    /// The edges into each role.
    into: Csr<u32>,
    /// The level of each role.
    levels: Vec<Level>,
    /// The edges into all categories, then those into each category, in sorted order.
    of_category: Csr<u32>,
    /// The index in `of_category` at which the edges begin that ask for a qualification or less. Rows of `qualifications + 1`, by
    /// falling qualification and with the end of the class last; a row for each category, level and class.
    starts: Vec<u32>,
    /// The number of levels, so that the row of a level is its position.
    levels_len: usize,
    /// The number of qualifications.
    qualifications: usize,
}

impl QualificationEdges {
    /// Sorts and indexes the edges, in O(e log e).
    pub fn new(
        graph: &RoleGraph,
        lists: &Lists,
        mut edges: Vec<QualificationEdge>,
        eligibilities: &EligibilityTable,
    ) -> Self {
        let (levels_len, qualifications) = (lists.levels.len().max(1), lists.qualifications.len().max(1));
        let levels: Vec<Level> = graph.roles().iter().map(Role::level).collect();
        let order = |edge: &QualificationEdge| {
            let Edge { head, flags, asked, .. } = edge.edge;
            (levels[head as usize].position(), class_of(flags), qualifications - 1 - asked.position())
        };
        edges.sort_by_key(|edge| (order(edge), edge.edge.head, edge.route));
        let numbered = || edges.iter().zip(0_u32..);
        let in_categories = |(edge, id): (&QualificationEdge, u32)| {
            let categories = eligibilities.categories(edge.edge.head).iter().map(|category| category + 1);
            std::iter::once(0).chain(categories).map(move |category| (category, id)).collect::<Vec<_>>()
        };
        let of_category = Csr::sorted(eligibilities.category_count() as usize + 1, numbered().flat_map(in_categories));
        let mut starts = Vec::new();
        for category in 0..=eligibilities.category_count() {
            let (first, ids) = of_category.row(category);
            for (level, class) in (0..levels_len).flat_map(|level| (0..CLASSES).map(move |class| (level, class))) {
                let start = |asked| ids.partition_point(|id| order(&edges[*id as usize]) < (level, class, asked));
                starts.extend((0..=qualifications).map(|asked| first + start(asked) as u32));
            }
        }
        let into = Csr::sorted(graph.roles().len(), numbered().map(|(edge, id)| (edge.edge.head, id)));
        Self { starts, levels_len, qualifications, into, of_category, levels, edges }
    }

    /// The edge with this number.
    pub fn get(&self, id: u32) -> Option<&QualificationEdge> {
        self.edges.get(id as usize)
    }

    /// The edges that are open to an eligibility and whose class is allowed, with their numbers: a few slices.
    pub fn open_to(
        &self,
        eligibility: Eligibility,
        constraints: Constraints,
    ) -> impl Iterator<Item = (u32, &QualificationEdge)> {
        let slices = self.slices(eligibility, constraints).filter_map(|(from, to)| self.of_category.slice(from, to));
        slices.flatten().filter_map(|id| Some((*id, self.get(*id)?)))
    }

    /// The number of them, without visiting any.
    pub fn count_open_to(&self, eligibility: Eligibility, constraints: Constraints) -> usize {
        self.slices(eligibility, constraints).map(|(from, to)| (to - from) as usize).sum()
    }

    /// The bounds of the slices, in O(levels * classes).
    fn slices(&self, eligibility: Eligibility, constraints: Constraints) -> impl Iterator<Item = (u32, u32)> {
        let category = eligibility.category.map_or(0, |category| category as usize + 1);
        let (first, end) =
            (category * self.levels_len + eligibility.floor.position(), (category + 1) * self.levels_len);
        let row = self.qualifications + 1;
        let rows = self.starts.get(first * CLASSES * row..end * CLASSES * row).unwrap_or_default().chunks_exact(row);
        let allowed = rows.enumerate().filter(move |(index, _)| constraints.allows(common_to(index % CLASSES)));
        let open = self.qualifications - 1 - eligibility.held.position();
        allowed.filter_map(move |(_, starts)| Some((*starts.get(open)?, *starts.last()?)))
    }

    /// The edges into a role, with their numbers.
    pub fn edges_into(&self, role: u32) -> impl Iterator<Item = (u32, &QualificationEdge)> {
        self.into.row(role).1.iter().filter_map(|id| Some((*id, self.get(*id)?)))
    }

    /// The edges into a role that are open to those who hold a qualification and that constraints allow, each with its number and
    /// with its place among them, the best first.
    pub fn open_into(
        &self,
        role: u32,
        held: Qualification,
        constraints: Constraints,
    ) -> impl Iterator<Item = (u32, Edge)> {
        let open = move |edge: &QualificationEdge| edge.edge.asked <= held && constraints.allows(edge.edge.flags);
        let all = move || self.edges_into(role).filter(move |(_, edge)| open(edge));
        all().map(move |(id, edge)| {
            let rank = all().filter(|(_, other)| other.order() < edge.order()).count();
            (id, Edge { rank: rank.min(usize::from(u8::MAX)) as u8, ..edge.edge })
        })
    }

    /// The lowest level of a role.
    pub fn level(&self, role: u32) -> Option<Level> {
        self.levels.get(role as usize).copied()
    }

    /// The size of the arrays in bytes.
    pub fn bytes(&self) -> usize {
        size_of_val(self.edges.as_slice())
            + self.into.bytes()
            + self.levels.len()
            + self.of_category.bytes()
            + size_of_val(self.starts.as_slice())
    }
}
