//! The moves on from a role: printed progressions, and entry routes of other roles that ask for it.

use crate::catalogue::graph::{Direction, RoleGraph};
use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::model::role::{EntryRoute, Progression, Role};

/// What a move rests on.
#[derive(Clone, Copy, Debug)]
pub enum MoveBasis<'a> {
    /// A progression that a source prints.
    Progression(&'a Progression),
    /// An entry route of the role it leads to.
    EntryRoute(&'a EntryRoute),
}

/// A move from a role to another.
#[derive(Clone, Copy, Debug)]
pub struct OnwardMove<'a> {
    /// The role it starts from.
    pub from: &'a Role,
    /// The role it leads to.
    pub to: &'a Role,
    /// What it rests on.
    pub basis: MoveBasis<'a>,
}

impl<'a> OnwardMove<'a> {
    /// Which way it goes, between the lowest level of either role.
    #[must_use]
    pub fn direction(&self) -> Direction {
        Direction::between(self.from.level(), self.to.level())
    }

    /// The sources that have it.
    #[must_use]
    pub fn sources(&self) -> &'a [SourceIndex] {
        match self.basis {
            MoveBasis::Progression(progression) => &progression.sources,
            MoveBasis::EntryRoute(route) => &route.sources,
        }
    }
}

impl RoleGraph {
    /// The entry routes of other roles that ask for this one, where no progression leads to the role anyway.
    pub fn entry_only_successors<'a>(&'a self, role: &'a Role) -> impl Iterator<Item = (&'a Role, &'a EntryRoute)> {
        let has_progression = |to: &Role| role.progressions.iter().any(|progression| progression.to == to.index);
        self.entry_successors(role).filter(move |(to, _)| !has_progression(to))
    }

    /// The moves on from a role: its progressions as written, then one for each further role with an entry route that asks for
    /// it. None leads back to the role itself by an entry route.
    #[must_use]
    pub fn onward_moves<'a>(&'a self, role: &'a Role) -> Vec<OnwardMove<'a>> {
        let printed = self.successors(role);
        let mut moves: Vec<OnwardMove<'a>> = printed
            .map(|step| OnwardMove { from: step.from, to: step.to, basis: MoveBasis::Progression(step.progression) })
            .collect();
        for (to, route) in self.entry_only_successors(role) {
            if to.index != role.index && !moves.iter().any(|known| known.to.index == to.index) {
                moves.push(OnwardMove { from: role, to, basis: MoveBasis::EntryRoute(route) });
            }
        }
        moves
    }
}

#[cfg(test)]
mod tests {
    use super::MoveBasis;
    use crate::catalogue::graph::Direction;
    use crate::catalogue::model::reference::RoleId;
    use crate::catalogue::model::role::{EntryFrom, EntryRoute, Role};
    use crate::catalogue::model::vocabulary::EntryKind;
    use crate::catalogue::sample::{EARLY, NONE, entry, graph_of, named, progression, role};

    fn asking_for(title: &str, ids: &[&str]) -> Role {
        let from = ids.iter().map(|id| EntryFrom::Role(named(id))).collect();
        let route = EntryRoute { from, ..entry(EntryKind::OnTheJob, NONE) };
        Role { entry_routes: vec![route], ..role(title) }
    }

    #[test]
    fn progressions_come_first_and_an_entry_route_is_a_move_only_where_no_progression_is() {
        let carer = Role { progressions: vec![progression("senior")], ..role("carer") };
        let senior = Role { levels: vec![EARLY], ..asking_for("senior", &["carer"]) };
        let graph = graph_of(vec![asking_for("assistant", &["carer"]), carer, senior]);
        let moves = graph.onward_moves(graph.get(&RoleId("carer".to_owned())).unwrap());
        let seen: Vec<_> = moves
            .iter()
            .map(|step| (step.to.title.as_str(), step.direction(), matches!(step.basis, MoveBasis::Progression(_))))
            .collect();
        assert_eq!(seen, [("senior", Direction::Up, true), ("assistant", Direction::SameLevel, false)]);
    }

    #[test]
    fn a_role_that_asks_twice_is_one_move_and_one_that_asks_for_itself_is_none() {
        let mut twice = asking_for("twice", &["carer"]);
        twice.entry_routes.push(twice.entry_routes[0].clone());
        let graph = graph_of(vec![asking_for("carer", &["carer"]), twice]);
        let moves = graph.onward_moves(graph.get(&RoleId("carer".to_owned())).unwrap());
        assert_eq!(moves.iter().map(|step| step.to.title.as_str()).collect::<Vec<_>>(), ["twice"]);
    }
}
