//! What a role leads to, and what leads to it, by breadth-first search over progressions and entry routes.

use std::collections::{BTreeSet, VecDeque};

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::model::indexes::Qualification;
use crate::catalogue::model::role::{EntryRoute, Role};

/// The depth at which [`RoleGraph::ways_to_become`] stops.
pub const DEEPEST: usize = 4;

/// A node of the tree of ways to become a role.
#[derive(Clone, Debug)]
pub struct WayTo<'a> {
    /// The role.
    pub role: &'a Role,
    /// The qualifications that are enough to begin here, lowest first, with the entry route.
    pub starts: Vec<(Qualification, &'a EntryRoute)>,
    /// The roles from which one gets here.
    pub from: Vec<WayTo<'a>>,
    /// Whether this role is another node of the tree, which has its ways.
    pub told_elsewhere: bool,
}

impl RoleGraph {
    /// Roles grouped by BFS depth: those one step from a role, those two steps from it, and so on, each group by title. A step
    /// is a progression or an entry route that asks for a role. O(roles + edges reached).
    #[must_use]
    pub fn leads_to_in_steps(&self, role: &Role) -> Vec<Vec<&Role>> {
        let start = role.index.position();
        let mut seen = vec![false; self.roles.len()];
        seen[start] = true;
        let mut steps: Vec<Vec<&Role>> = Vec::new();
        let mut frontier = vec![start];
        while !frontier.is_empty() {
            let onward = frontier.iter().flat_map(|from| self.forward[*from].iter().chain(&self.entries[*from]));
            let new = onward.map(|edge| edge.role).filter(|to| !std::mem::replace(&mut seen[*to], true));
            let mut next: Vec<usize> = new.collect();
            next.sort_unstable();
            if !next.is_empty() {
                steps.push(next.iter().map(|at| &self.roles[*at]).collect());
            }
            frontier = next;
        }
        steps
    }

    /// All the ways to become something, as a tree whose leaves are starting points: a breadth-first search backward, at most
    /// [`DEEPEST`] steps deep. Each role has its ways at its least depth only.
    #[must_use]
    pub fn ways_to_become<'a>(&'a self, role: &'a Role) -> WayTo<'a> {
        let mut parent: Vec<(&Role, Option<usize>, usize)> = vec![(role, None, 0)];
        let mut seen = BTreeSet::from([role.index]);
        let mut queue = VecDeque::from([0]);
        let mut repeats: Vec<(usize, &Role)> = Vec::new();
        while let Some(at) = queue.pop_front() {
            let (role, _, depth) = parent[at];
            if depth == DEEPEST {
                continue;
            }
            for from in self.origins(role) {
                if seen.insert(from.index) {
                    parent.push((from, Some(at), depth + 1));
                    queue.push_back(parent.len() - 1);
                } else {
                    repeats.push((at, from));
                }
            }
        }
        // Children come after their parents: building from the end, every node's children are ready when it is built.
        let mut children: Vec<Vec<WayTo<'a>>> = vec![Vec::new(); parent.len()];
        for (at, from) in repeats {
            children[at].push(WayTo { role: from, starts: vec![], from: vec![], told_elsewhere: true });
        }
        let mut root = None;
        for (at, (role, above, _)) in parent.iter().enumerate().rev() {
            let mut from = std::mem::take(&mut children[at]);
            from.sort_by_key(|way| way.role.index);
            let node = WayTo { role, starts: starts(role), from, told_elsewhere: false };
            match above {
                Some(above) => children[*above].push(node),
                None => root = Some(node),
            }
        }
        root.unwrap_or(WayTo { role, starts: starts(role), from: vec![], told_elsewhere: false })
    }

    /// The roles one step before a role, by title.
    #[must_use]
    pub fn origins<'a>(&'a self, role: &'a Role) -> Vec<&'a Role> {
        let asked = role.entry_routes.iter().flat_map(EntryRoute::roles_asked).map(|from| self.role(from));
        let mut origins: Vec<&Role> = self.predecessors(role).map(|step| step.from).chain(asked).collect();
        origins.sort_by_key(|role| role.index);
        origins.dedup_by_key(|role| role.index);
        origins
    }
}

/// The entry routes of a role that a qualification is enough for, lowest first; of one kind the first alone.
fn starts(role: &Role) -> Vec<(Qualification, &EntryRoute)> {
    let mut starts: Vec<(Qualification, &EntryRoute)> =
        role.entry_routes.iter().filter_map(|route| Some((route.qualification_asked()?, route))).collect();
    starts.sort_by_key(|(asked, _)| *asked);
    let mut known = BTreeSet::new();
    starts.retain(|(asked, route)| known.insert((*asked, route.kind)));
    starts
}

#[cfg(test)]
mod tests {
    use crate::catalogue::sample::{graph, role};

    fn titles<'a>(roles: impl IntoIterator<Item = &'a crate::catalogue::model::role::Role>) -> Vec<&'a str> {
        roles.into_iter().map(|role| role.title.as_str()).collect()
    }

    #[test]
    fn roles_are_grouped_by_their_least_number_of_steps() {
        let graph = graph(&[("a", "b"), ("b", "c"), ("a", "c"), ("c", "d"), ("d", "a")]);
        let a = graph.get(&role("a").id).unwrap();
        let steps = graph.leads_to_in_steps(a);
        assert_eq!(
            steps.iter().map(|roles| titles(roles.iter().copied())).collect::<Vec<_>>(),
            [vec!["b", "c"], vec!["d"]]
        );
    }

    #[test]
    fn the_ways_to_become_something_tell_each_role_once_and_end_in_spite_of_cycles() {
        let graph = graph(&[("a", "b"), ("b", "c"), ("a", "c"), ("c", "a")]);
        let c = graph.get(&role("c").id).unwrap();
        let tree = graph.ways_to_become(c);
        assert_eq!(titles(tree.from.iter().map(|way| way.role)), ["a", "b"]);
        let b = &tree.from[1];
        assert_eq!(titles(b.from.iter().map(|way| way.role)), ["a"]);
        assert!(b.from[0].told_elsewhere);
    }
}
