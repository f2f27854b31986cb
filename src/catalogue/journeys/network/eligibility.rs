//! Standings: what people hold who look for a way in, from which level, and in which category.
//!
//! A eligibility is no stop of a journey. It stands between a place and all the ways in that are open there, so that 100,000 people
//! who may start 50,000 jobs are 150,000 edges.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::network::csr::Csr;
use crate::catalogue::model::indexes::{CategoryIndex, Level, Qualification};
use crate::catalogue::model::lists::QualificationLadder;

/// All who share one eligibility see the same open ways in: those that ask for no more than they hold, lead to no lower level, and
/// stay in the category, if one is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::catalogue::journeys) struct Eligibility {
    pub(in crate::catalogue::journeys) category: Option<u32>,
    pub(in crate::catalogue::journeys) held: Qualification,
    pub(in crate::catalogue::journeys) floor: Level,
}

impl Eligibility {
    /// Whether every way in that is open to the other is open to this one.
    pub(in crate::catalogue::journeys) fn covers(self, other: Self) -> bool {
        (self.category.is_none() || self.category == other.category)
            && self.held >= other.held
            && self.floor <= other.floor
    }
}

/// Every eligibility of people in roles, and who has which.
///
/// The first are of all categories: one for each qualification. On which level they begin is said by whoever asks.
#[derive(Debug)]
pub(in crate::catalogue::journeys) struct EligibilityTable {
    all: Vec<Eligibility>,
    of_role: Csr<u32>,
    members: Csr<u32>,
    in_category: Csr<u32>,
    categories: Csr<u32>,
}

impl EligibilityTable {
    pub(in crate::catalogue::journeys) fn new(
        graph: &RoleGraph,
        ladder: &QualificationLadder,
        held: &[Qualification],
    ) -> Self {
        let numbers: BTreeMap<CategoryIndex, u32> = graph
            .roles()
            .iter()
            .flat_map(|role| role.categories.iter().copied())
            .collect::<BTreeSet<_>>()
            .into_iter()
            .zip(0..)
            .collect();
        let categories: Vec<(u32, u32)> = graph
            .roles()
            .iter()
            .zip(0..)
            .flat_map(|(role, index)| {
                role.categories.iter().copied().collect::<BTreeSet<_>>().into_iter().map(move |id| (index, id))
            })
            .filter_map(|(index, id)| Some((index, *numbers.get(&id)?)))
            .collect();
        let count = graph.roles().len();
        let in_role = |(role, category): (u32, u32)| {
            let (held, floor) = (held[role as usize], graph.roles()[role as usize].level());
            Eligibility { category: Some(category), held, floor }
        };
        let of_categories: BTreeSet<Eligibility> = categories.iter().copied().map(in_role).collect();
        let of_all = ladder.all().map(|held| Eligibility { category: None, held, floor: Level::default() });
        let all: Vec<Eligibility> = of_all.chain(of_categories).collect();
        let number = |eligibility: Eligibility| all.partition_point(|other| *other < eligibility) as u32;
        let of_role: Vec<(u32, u32)> =
            categories.iter().map(|&(role, category)| (role, number(in_role((role, category))))).collect();
        let holders = held.iter().zip(0..).map(|(held, role)| (u32::from(held.0), role));
        let members: Vec<(u32, u32)> =
            holders.chain(of_role.iter().map(|&(role, eligibility)| (eligibility, role))).collect();
        let in_category = all.iter().zip(0..).filter_map(|(eligibility, number)| Some((eligibility.category?, number)));
        Self {
            of_role: Csr::sorted(count, of_role.iter().copied()),
            members: Csr::sorted(all.len(), members.iter().copied()),
            in_category: Csr::sorted(numbers.len(), in_category),
            categories: Csr::sorted(count, categories.iter().copied()),
            all,
        }
    }

    pub(in crate::catalogue::journeys) fn len(&self) -> u32 {
        self.all.len() as u32
    }

    pub(in crate::catalogue::journeys) fn get(&self, number: u32) -> Option<Eligibility> {
        self.all.get(number as usize).copied()
    }

    /// The eligibilities of people in a role, one for each of its categories.
    pub(in crate::catalogue::journeys) fn of_role(&self, role: u32) -> &[u32] {
        self.of_role.row(role).1
    }

    /// The roles in which people have one eligibility; of all categories, those in which all hold its qualification and some no more.
    pub(in crate::catalogue::journeys) fn members(&self, number: u32) -> &[u32] {
        self.members.row(number).1
    }

    /// The categories that a role belongs to.
    pub(in crate::catalogue::journeys) fn categories(&self, role: u32) -> &[u32] {
        self.categories.row(role).1
    }

    /// How many categories there are.
    pub(in crate::catalogue::journeys) fn category_count(&self) -> u32 {
        self.in_category.rows()
    }

    /// The eligibilities within one category that see a way in on this level that asks for this qualification.
    pub(in crate::catalogue::journeys) fn admitting(
        &self,
        category: u32,
        level: Level,
        asked: Qualification,
    ) -> impl Iterator<Item = u32> {
        let seen = move |number: &u32| self.get(*number).is_some_and(|it| it.held >= asked && it.floor <= level);
        self.in_category.row(category).1.iter().copied().filter(seen)
    }

    pub(in crate::catalogue::journeys) fn bytes(&self) -> usize {
        size_of_val(self.all.as_slice())
            + self.of_role.bytes()
            + self.members.bytes()
            + self.in_category.bytes()
            + self.categories.bytes()
    }
}
