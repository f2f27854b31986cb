//! Eligibilities: what people hold who look for an entry route, down to which level they look, and in which category.
//!
//! They are nodes between the people and the routes. With h people and r routes that are open to all of them, that is h + r
//! edges in place of h * r.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::network::csr::Csr;
use crate::catalogue::model::indexes::{CategoryIndex, Level, Qualification};
use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::role::Role;
use crate::catalogue::model::vocabulary::RegistrationNeed;

/// What decides which qualification edges are open: those that ask for no more than `held`, lead no lower than `floor`, and
/// stay in the category, if there is one. Ordered so that the general ones come first, by qualification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Eligibility {
    /// The number of the category to which edges are bound; none for all.
    pub category: Option<u32>,
    /// What they hold.
    pub held: Qualification,
    /// The lowest level to which edges may lead.
    pub floor: Level,
}

impl Eligibility {
    /// Whether every edge that is open to the other is open to this one.
    pub fn covers(self, other: Self) -> bool {
        (self.category.is_none() || self.category == other.category)
            && self.held >= other.held
            && self.floor <= other.floor
    }
}

/// Every eligibility, and which roles have which. The first are general, one for each qualification; their floor is that of the
/// traveller.
#[derive(Debug)]
pub struct EligibilityTable {
    /// Sorted.
    all: Vec<Eligibility>,
    /// The eligibilities of each role.
    of_role: Csr<u32>,
    /// The roles of each eligibility.
    members: Csr<u32>,
    /// The eligibilities of each category.
    in_category: Csr<u32>,
    /// The categories of each role.
    categories: Csr<u32>,
}

impl EligibilityTable {
    /// Numbers the categories in the order of their list, and finds the eligibilities of the roles.
    pub fn new(graph: &RoleGraph, lists: &Lists, held: &[Qualification]) -> Self {
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
        let is_professional = |role: &Role| {
            role.registration_need() == RegistrationNeed::Needed || lists.levels.is_profession(role.level())
        };
        let lines: Vec<(u32, u32)> = (graph.roles().iter().zip(0..))
            .filter(|(role, _)| !is_professional(role))
            .filter_map(|(role, index)| Some((index, *numbers.get(&role.line()?)?)))
            .collect();
        let of_categories: BTreeSet<Eligibility> = lines.iter().copied().map(in_role).collect();
        let of_all =
            lists.qualifications.all().map(|held| Eligibility { category: None, held, floor: Level::default() });
        let all: Vec<Eligibility> = of_all.chain(of_categories).collect();
        let number = |eligibility: Eligibility| all.partition_point(|other| *other < eligibility) as u32;
        let of_role: Vec<(u32, u32)> = lines.iter().map(|&line| (line.0, number(in_role(line)))).collect();
        let members: Vec<(u32, u32)> = of_role.iter().map(|&(role, eligibility)| (eligibility, role)).collect();
        let in_category = all.iter().zip(0..).filter_map(|(eligibility, number)| Some((eligibility.category?, number)));
        Self {
            of_role: Csr::sorted(count, of_role.iter().copied()),
            members: Csr::sorted(all.len(), members.iter().copied()),
            in_category: Csr::sorted(numbers.len(), in_category),
            categories: Csr::sorted(count, categories.iter().copied()),
            all,
        }
    }

    /// The number of eligibilities.
    pub fn len(&self) -> u32 {
        self.all.len() as u32
    }

    /// The eligibility with this number.
    pub fn get(&self, number: u32) -> Option<Eligibility> {
        self.all.get(number as usize).copied()
    }

    /// The eligibilities of those in a role on the way: what they hold counts within the line of the role. Those in a profession,
    /// registered or not, have none: nobody passes through it for its degree alone.
    pub fn of_role(&self, role: u32) -> &[u32] {
        self.of_role.row(role).1
    }

    /// The roles whose people have an eligibility within a category.
    pub fn members(&self, number: u32) -> &[u32] {
        self.members.row(number).1
    }

    /// The categories of a role, by number.
    pub fn categories(&self, role: u32) -> &[u32] {
        self.categories.row(role).1
    }

    /// The number of categories.
    pub fn category_count(&self) -> u32 {
        self.in_category.rows()
    }

    /// The eligibilities within a category that are open to an edge on this level that asks for this qualification.
    pub fn admitting(&self, category: u32, level: Level, asked: Qualification) -> impl Iterator<Item = u32> {
        let seen = move |number: &u32| self.get(*number).is_some_and(|it| it.held >= asked && it.floor <= level);
        self.in_category.row(category).1.iter().copied().filter(seen)
    }

    /// The size of the arrays in bytes.
    pub fn bytes(&self) -> usize {
        size_of_val(self.all.as_slice())
            + self.of_role.bytes()
            + self.members.bytes()
            + self.in_category.bytes()
            + self.categories.bytes()
    }
}
