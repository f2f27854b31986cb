//! The role graph: every role, and every move between two of them, found from either end.

pub mod descendants;
pub mod ladders;
pub mod moves;
pub mod nearest;
mod title_order;

use std::collections::BTreeMap;

use crate::catalogue::model::indexes::{Level, RoleIndex, Setting};
use crate::catalogue::model::reference::RoleId;
use crate::catalogue::model::role::{EntryRoute, Progression, Role};
pub(super) use title_order::TitleOrder;
pub use title_order::UnresolvedRole;

/// All roles in the order of lists (by title, ignoring case), with their moves indexed both ways.
#[derive(Clone, Debug)]
pub struct RoleGraph {
    roles: Vec<Role>,
    by_id: BTreeMap<RoleId, usize>,
    by_other_slug: BTreeMap<String, usize>,
    forward: Vec<Vec<AdjacentRole>>,
    reverse: Vec<Vec<AdjacentRole>>,
    entries: Vec<Vec<AdjacentRole>>,
    members: Vec<Vec<usize>>,
}

/// Where an arrow of the graph leads, and which progression (or entry route) of its owner it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct AdjacentRole {
    pub(super) role: usize,
    pub(super) item: usize,
}

/// One move from a role to a role: a progression seen from either end.
#[derive(Clone, Copy, Debug)]
pub struct Move<'a> {
    /// Where one comes from.
    pub from: &'a Role,
    /// Where one gets to.
    pub to: &'a Role,
    /// The progression as it was written.
    pub progression: &'a Progression,
}

/// Which way a move goes on the career ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// To a higher level.
    Up,
    /// To another role on the same level.
    SameLevel,
    /// To a lower level.
    Down,
}

impl Direction {
    /// Its name in the JSON API.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::SameLevel => "same-level",
            Self::Down => "down",
        }
    }

    /// The direction from one level to another.
    #[must_use]
    pub fn between(from: Level, to: Level) -> Self {
        match to.cmp(&from) {
            std::cmp::Ordering::Greater => Self::Up,
            std::cmp::Ordering::Equal => Self::SameLevel,
            std::cmp::Ordering::Less => Self::Down,
        }
    }
}

impl<'a> Move<'a> {
    /// Which way it goes, counted from the lowest level of either role.
    #[must_use]
    pub fn direction(&self) -> Direction {
        Direction::between(self.from.level(), self.to.level())
    }

    /// How many levels lie between the two ends.
    #[must_use]
    pub fn levels_apart(&self) -> usize {
        self.from.level().position().abs_diff(self.to.level().position())
    }

    /// The settings one gains by it.
    pub fn settings_gained(&self) -> impl Iterator<Item = Setting> + 'a {
        self.to.settings_beyond(self.from)
    }

    /// The settings one loses by it.
    pub fn settings_lost(&self) -> impl Iterator<Item = Setting> + 'a {
        self.from.settings_beyond(self.to)
    }

    /// Whether it changes the settings where one may work. Unknown settings change nothing.
    #[must_use]
    pub fn changes_setting(&self) -> bool {
        !self.from.settings.is_empty()
            && !self.to.settings.is_empty()
            && (self.settings_gained().next().is_some() || self.settings_lost().next().is_some())
    }
}

impl RoleGraph {
    /// Orders the roles by title, ignoring case, and indexes their moves.
    ///
    /// The indexes in `roles` are positions in that list; they are renumbered with it.
    ///
    /// # Errors
    /// [`UnresolvedRole`] where a role refers to an index that the list does not have.
    pub fn new(roles: Vec<Role>) -> Result<Self, UnresolvedRole> {
        let order = TitleOrder::of(&roles);
        Self::in_order(roles, &order)
    }

    /// The same, where the order is known already.
    pub(super) fn in_order(roles: Vec<Role>, order: &TitleOrder) -> Result<Self, UnresolvedRole> {
        let roles = order.sorted(roles)?;
        let by_id: BTreeMap<RoleId, usize> =
            roles.iter().enumerate().map(|(index, role)| (role.id.clone(), index)).collect();
        let mut by_other_slug = BTreeMap::new();
        let mut forward = vec![Vec::new(); roles.len()];
        let mut reverse = vec![Vec::new(); roles.len()];
        let mut entries = vec![Vec::new(); roles.len()];
        let mut members = vec![Vec::new(); roles.len()];
        for (index, role) in roles.iter().enumerate() {
            for (item, progression) in role.progressions.iter().enumerate() {
                let to = progression.to.position();
                forward[index].push(AdjacentRole { role: to, item });
                reverse[to].push(AdjacentRole { role: index, item });
            }
            for (item, route) in role.entry_routes.iter().enumerate() {
                for from in route.roles_asked() {
                    entries[from.position()].push(AdjacentRole { role: index, item });
                }
            }
            if let Some(family) = role.family {
                members[family.position()].push(index);
            }
            for slug in role.other_slugs() {
                by_other_slug.entry(slug).or_insert(index);
            }
        }
        Ok(Self { roles, by_id, by_other_slug, forward, reverse, entries, members })
    }

    /// Every role, by title.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// The role at an index of this graph.
    #[must_use]
    pub fn role(&self, index: RoleIndex) -> &Role {
        &self.roles[index.position()]
    }

    /// The role with this id.
    #[must_use]
    pub fn get(&self, id: &RoleId) -> Option<&Role> {
        self.index(id).map(|index| &self.roles[index])
    }

    /// The place of a role in [`Self::roles`].
    #[must_use]
    pub fn index(&self, id: &RoleId) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The role that another of its titles, written as a slug, stands for.
    #[must_use]
    pub fn by_other_title(&self, slug: &str) -> Option<&Role> {
        self.by_other_slug.get(slug).map(|&index| &self.roles[index])
    }

    /// "Progression available to": the moves that lead on from a role, in the order in which they were written.
    pub fn successors(&self, role: &Role) -> impl Iterator<Item = Move<'_>> {
        let from = role.index.position();
        self.forward[from].iter().map(move |edge| self.at(from, edge.role, edge.item))
    }

    /// "You can get here from": the moves that lead to a role, by the title of where they start.
    pub fn predecessors(&self, role: &Role) -> impl Iterator<Item = Move<'_>> {
        let to = role.index.position();
        self.reverse[to].iter().map(move |edge| self.at(edge.role, to, edge.item))
    }

    /// The entry routes of other roles that are open to somebody in this one.
    pub fn entry_successors(&self, role: &Role) -> impl Iterator<Item = (&Role, &EntryRoute)> {
        self.entries[role.index.position()].iter().map(|edge| {
            let to = &self.roles[edge.role];
            (to, &to.entry_routes[edge.item])
        })
    }

    /// Every move, by the title of where it starts.
    pub fn moves(&self) -> impl Iterator<Item = Move<'_>> {
        self.roles.iter().flat_map(|role| self.successors(role))
    }

    /// The kinds of a wider role, by title.
    pub fn members_of(&self, role: &Role) -> impl Iterator<Item = &Role> {
        self.members[role.index.position()].iter().map(|&index| &self.roles[index])
    }

    /// The progressions that lead on from the role at this place.
    pub(super) fn forward_edges(&self, role: usize) -> &[AdjacentRole] {
        &self.forward[role]
    }

    /// The entry routes of other roles that ask for the role at this place, once for each time they ask.
    pub(super) fn entry_edges(&self, role: usize) -> &[AdjacentRole] {
        &self.entries[role]
    }

    fn at(&self, from: usize, to: usize, item: usize) -> Move<'_> {
        Move { from: &self.roles[from], to: &self.roles[to], progression: &self.roles[from].progressions[item] }
    }
}

#[cfg(test)]
mod tests {
    use super::Direction;
    use crate::catalogue::sample::{EARLY, ENTRY, PRIMARY, SECONDARY, SOCIAL, graph, graph_of, role};

    fn ids<'a>(moves: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
        moves.collect()
    }

    #[test]
    fn a_progression_is_found_from_both_ends() {
        let graph = graph(&[("a", "b"), ("c", "b")]);
        let b = graph.get(&role("b").id).unwrap();
        assert_eq!(ids(graph.predecessors(b).map(|to| to.from.title.as_str())), ["a", "c"]);
        assert_eq!(graph.successors(b).count(), 0);
        assert_eq!(graph.moves().count(), 2);
    }

    #[test]
    fn roles_stand_by_title_ignoring_case() {
        let graph = graph_of(vec![role("b"), role("C"), role("a")]);
        assert_eq!(ids(graph.roles().iter().map(|role| role.title.as_str())), ["a", "b", "C"]);
    }

    #[test]
    fn a_move_says_which_way_it_goes_and_which_settings_it_changes() {
        let mut from = role("from");
        from.levels = vec![EARLY];
        from.settings = vec![PRIMARY, SECONDARY];
        let mut to = role("to");
        to.levels = vec![ENTRY];
        to.settings = vec![SECONDARY, SOCIAL];
        from.progressions = vec![crate::catalogue::sample::progression("to")];
        let graph = graph_of(vec![from, to]);
        let step = graph.moves().next().unwrap();
        assert_eq!(step.direction(), Direction::Down);
        assert_eq!(step.levels_apart(), 1);
        assert_eq!(step.settings_gained().collect::<Vec<_>>(), [SOCIAL]);
        assert_eq!(step.settings_lost().collect::<Vec<_>>(), [PRIMARY]);
        assert!(step.changes_setting());
    }

    #[test]
    fn another_title_leads_to_the_role() {
        let mut nurse = role("nurse");
        nurse.other_titles = vec!["Registered Nurse".to_owned()];
        let graph = graph_of(vec![nurse]);
        assert_eq!(graph.by_other_title("registered-nurse").unwrap().title, "nurse");
        assert!(graph.by_other_title("nurse").is_none());
    }
}
