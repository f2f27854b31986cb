//! What a role can lead to, and all that leads to it: by the moves of the graph, step by step.

use std::collections::{BTreeSet, VecDeque};

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::model::indexes::Qualification;
use crate::catalogue::model::role::{EntryRoute, Role};

/// How many steps back the ways to become something are followed.
pub const DEEPEST: usize = 4;

/// A role among the ways to become another: what it leads from, and the ways to become it in turn.
#[derive(Clone, Debug)]
pub struct WayTo<'a> {
    /// The role.
    pub role: &'a Role,
    /// The qualifications with which one can begin here, lowest first, with the way in.
    pub starts: Vec<(Qualification, &'a EntryRoute)>,
    /// The roles from which one gets here.
    pub from: Vec<WayTo<'a>>,
    /// Whether the ways to become it stand elsewhere in the tree.
    pub told_elsewhere: bool,
}

impl RoleGraph {
    /// Everything a role can lead to, by the number of steps: progressions, and entry routes that start in a role.
    ///
    /// A breadth-first search, so each role stands at its least number of steps.
    #[must_use]
    pub fn leads_to_in_steps(&self, role: &Role) -> Vec<Vec<&Role>> {
        let mut seen = BTreeSet::from([role.index]);
        let mut steps: Vec<Vec<&Role>> = Vec::new();
        let mut edge: Vec<&Role> = vec![self.role(role.index)];
        while !edge.is_empty() {
            let mut next: Vec<&Role> = Vec::new();
            for from in edge {
                let onward =
                    self.successors(from).map(|step| step.to).chain(self.entry_successors(from).map(|(to, _)| to));
                next.extend(onward.filter(|to| seen.insert(to.index)));
            }
            next.sort_by_key(|role| role.index);
            if !next.is_empty() {
                steps.push(next.clone());
            }
            edge = next;
        }
        steps
    }

    /// All the ways to become something, as a tree whose leaves are starting points.
    ///
    /// Each role is told once, at its least number of steps, at most [`DEEPEST`] steps back.
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

    /// The roles from which one gets to a role in one step, once each, by title.
    fn origins<'a>(&'a self, role: &'a Role) -> Vec<&'a Role> {
        let asked = role.entry_routes.iter().flat_map(EntryRoute::roles_asked).map(|from| self.role(from));
        let mut origins: Vec<&Role> = self.predecessors(role).map(|step| step.from).chain(asked).collect();
        origins.sort_by_key(|role| role.index);
        origins.dedup_by_key(|role| role.index);
        origins
    }
}

fn starts(role: &Role) -> Vec<(Qualification, &EntryRoute)> {
    let mut starts: Vec<(Qualification, &EntryRoute)> =
        role.entry_routes.iter().filter_map(|route| Some((route.qualification_asked()?, route))).collect();
    starts.sort_by_key(|(asked, _)| *asked);
    starts
}

#[cfg(test)]
mod tests {
    use crate::catalogue::sample::{graph, role};

    fn titles<'a>(roles: impl IntoIterator<Item = &'a crate::catalogue::model::role::Role>) -> Vec<&'a str> {
        roles.into_iter().map(|role| role.title.as_str()).collect()
    }

    #[test]
    fn each_role_stands_at_its_least_number_of_steps() {
        let graph = graph(&[("a", "b"), ("b", "c"), ("a", "c"), ("c", "d"), ("d", "a")]);
        let a = graph.get(&role("a").id).unwrap();
        let steps = graph.leads_to_in_steps(a);
        assert_eq!(
            steps.iter().map(|roles| titles(roles.iter().copied())).collect::<Vec<_>>(),
            [vec!["b", "c"], vec!["d"]]
        );
    }

    #[test]
    fn the_ways_to_become_something_tell_each_role_once_and_end_in_spite_of_circles() {
        let graph = graph(&[("a", "b"), ("b", "c"), ("a", "c"), ("c", "a")]);
        let c = graph.get(&role("c").id).unwrap();
        let tree = graph.ways_to_become(c);
        assert_eq!(titles(tree.from.iter().map(|way| way.role)), ["a", "b"]);
        let b = &tree.from[1];
        assert_eq!(titles(b.from.iter().map(|way| way.role)), ["a"]);
        assert!(b.from[0].told_elsewhere);
    }
}
