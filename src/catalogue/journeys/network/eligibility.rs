//! Standings: what people hold who look for a way in, from which level, and in which family of careers.
//!
//! A standing is no stop of a journey. It stands between a place and all the ways in that are open there, so that 100,000 people
//! who may start 50,000 jobs are 150,000 arrows.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::network::csr::Csr;
use crate::catalogue::model::reference::CategoryId;
use crate::catalogue::model::vocabulary::{Level, Qualification, Term};

/// All who share a standing see the same open ways in: those that ask for no more than they hold, lead to no lower level, and
/// stay in the family of careers, if one is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::catalogue::journeys) struct Eligibility {
    pub(in crate::catalogue::journeys) family: Option<u32>,
    pub(in crate::catalogue::journeys) held: Qualification,
    pub(in crate::catalogue::journeys) floor: Level,
}

impl Eligibility {
    /// Whether every way in that is open to the other is open to this one.
    pub(in crate::catalogue::journeys) fn covers(self, other: Self) -> bool {
        (self.family.is_none() || self.family == other.family) && self.held >= other.held && self.floor <= other.floor
    }
}

/// Every standing of people in roles, and who has which.
///
/// The first six are of all families: one for each qualification. On which level they begin is said by whoever asks.
#[derive(Debug)]
pub(in crate::catalogue::journeys) struct EligibilityTable {
    all: Vec<Eligibility>,
    of_role: Csr<u32>,
    members: Csr<u32>,
    in_family: Csr<u32>,
    families: Csr<u32>,
}

impl EligibilityTable {
    pub(in crate::catalogue::journeys) fn new(graph: &RoleGraph, held: &[Qualification]) -> Self {
        let numbers: BTreeMap<&CategoryId, u32> = graph
            .roles()
            .iter()
            .flat_map(|role| &role.categories)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .zip(0..)
            .collect();
        let families: Vec<(u32, u32)> = graph
            .roles()
            .iter()
            .zip(0..)
            .flat_map(|(role, index)| {
                role.categories.iter().collect::<BTreeSet<_>>().into_iter().map(move |id| (index, id))
            })
            .filter_map(|(index, id)| Some((index, *numbers.get(id)?)))
            .collect();
        let count = graph.roles().len();
        let in_role = |(role, family): (u32, u32)| {
            let (held, floor) = (held[role as usize], graph.roles()[role as usize].level());
            Eligibility { family: Some(family), held, floor }
        };
        let of_families: BTreeSet<Eligibility> = families.iter().copied().map(in_role).collect();
        let of_all =
            Qualification::ALL.iter().map(|held| Eligibility { family: None, held: *held, floor: Level::Entry });
        let all: Vec<Eligibility> = of_all.chain(of_families).collect();
        let number = |standing: Eligibility| all.partition_point(|other| *other < standing) as u32;
        let of_role: Vec<(u32, u32)> =
            families.iter().map(|&(role, family)| (role, number(in_role((role, family))))).collect();
        let holders = held.iter().zip(0..).map(|(held, role)| (*held as u32, role));
        let members: Vec<(u32, u32)> =
            holders.chain(of_role.iter().map(|&(role, standing)| (standing, role))).collect();
        let in_family = all.iter().zip(0..).filter_map(|(standing, number)| Some((standing.family?, number)));
        Self {
            of_role: Csr::sorted(count, of_role.iter().copied()),
            members: Csr::sorted(all.len(), members.iter().copied()),
            in_family: Csr::sorted(numbers.len(), in_family),
            families: Csr::sorted(count, families.iter().copied()),
            all,
        }
    }

    pub(in crate::catalogue::journeys) fn len(&self) -> u32 {
        self.all.len() as u32
    }

    pub(in crate::catalogue::journeys) fn get(&self, number: u32) -> Option<Eligibility> {
        self.all.get(number as usize).copied()
    }

    /// The standings of people in a role, one for each of its families of careers.
    pub(in crate::catalogue::journeys) fn of_role(&self, role: u32) -> &[u32] {
        self.of_role.row(role).1
    }

    /// The roles in which people have a standing; of all families, those in which all hold its qualification and some no more.
    pub(in crate::catalogue::journeys) fn members(&self, number: u32) -> &[u32] {
        self.members.row(number).1
    }

    /// The families of careers that a role belongs to.
    pub(in crate::catalogue::journeys) fn families(&self, role: u32) -> &[u32] {
        self.families.row(role).1
    }

    /// How many families of careers there are.
    pub(in crate::catalogue::journeys) fn family_count(&self) -> u32 {
        self.in_family.rows()
    }

    /// The standings within one family that see a way in on this level that asks for this qualification.
    pub(in crate::catalogue::journeys) fn that_see(
        &self,
        family: u32,
        level: Level,
        asked: Qualification,
    ) -> impl Iterator<Item = u32> {
        let seen = move |number: &u32| self.get(*number).is_some_and(|it| it.held >= asked && it.floor <= level);
        self.in_family.row(family).1.iter().copied().filter(seen)
    }

    pub(in crate::catalogue::journeys) fn bytes(&self) -> usize {
        size_of_val(self.all.as_slice())
            + self.of_role.bytes()
            + self.members.bytes()
            + self.in_family.bytes()
            + self.families.bytes()
    }
}
