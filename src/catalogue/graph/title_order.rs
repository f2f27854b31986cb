//! The order of lists of roles, and the renumbering of references that goes with it.

use std::fmt;

use crate::catalogue::model::indexes::RoleIndex;
use crate::catalogue::model::letters::fold;
use crate::catalogue::model::role::{EntryFrom, Role};

/// For each role of a list, its position once the list is ordered by title, ignoring case, then by id.
pub struct TitleOrder {
    new_positions: Vec<RoleIndex>,
}

/// A reference to a role that is not there: whoever made the list left it out, or counted wrongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnresolvedRole(pub RoleIndex);

impl fmt::Display for UnresolvedRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no role at index {}", self.0.0)
    }
}

impl std::error::Error for UnresolvedRole {}

fn folded(title: &str) -> String {
    title.split_whitespace().map(fold).collect::<Vec<_>>().join(" ")
}

impl TitleOrder {
    /// Orders a list. Accents do not decide.
    pub fn of(roles: &[Role]) -> Self {
        let mut order: Vec<usize> = (0..roles.len()).collect();
        order.sort_by_cached_key(|&at| (folded(&roles[at].title), &roles[at].id));
        let mut new_positions = vec![RoleIndex::default(); roles.len()];
        for (position, old) in order.into_iter().enumerate() {
            new_positions[old] = RoleIndex::at(position);
        }
        Self { new_positions }
    }

    /// Makes a reference to a position of the list one to a role of the ordered list.
    pub fn renumber(&self, role: &mut RoleIndex) -> Result<(), UnresolvedRole> {
        *role = *self.new_positions.get(role.position()).ok_or(UnresolvedRole(*role))?;
        Ok(())
    }

    /// The same for several references.
    pub fn renumber_all<'r>(&self, roles: impl IntoIterator<Item = &'r mut RoleIndex>) -> Result<(), UnresolvedRole> {
        roles.into_iter().try_for_each(|role| self.renumber(role))
    }

    /// The roles in order, each with its own index and with its references renumbered.
    pub fn sorted(&self, mut roles: Vec<Role>) -> Result<Vec<Role>, UnresolvedRole> {
        for (at, role) in roles.iter_mut().enumerate() {
            role.index = RoleIndex::at(at);
            let asked = role.entry_routes.iter_mut().flat_map(|route| &mut route.from);
            let asked = asked.filter_map(|from| match from {
                EntryFrom::Role(role) => Some(role),
                EntryFrom::Qualification(_) | EntryFrom::Experience | EntryFrom::NotKnown => None,
            });
            let next = role.progressions.iter_mut().map(|progression| &mut progression.to);
            self.renumber_all(std::iter::once(&mut role.index).chain(next).chain(asked).chain(&mut role.family))?;
        }
        roles.sort_unstable_by_key(|role| role.index);
        Ok(roles)
    }
}
