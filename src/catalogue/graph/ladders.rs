//! Ways up the career ladder by printed progressions alone.

use crate::catalogue::graph::{Direction, RoleGraph};
use crate::catalogue::model::role::Role;

impl RoleGraph {
    /// The longest chain of progressions, each to a higher level, that begins with this role; of equals the one written first.
    ///
    /// Depth-first; each step goes up, so a chain is no longer than there are levels.
    #[must_use]
    pub fn longest_ladder<'a>(&'a self, role: &'a Role) -> Vec<&'a Role> {
        let up = self.successors(role).filter(|step| step.direction() == Direction::Up);
        let mut best: Vec<&Role> = Vec::new();
        for step in up {
            let ladder = self.longest_ladder(step.to);
            if ladder.len() > best.len() {
                best = ladder;
            }
        }
        std::iter::once(role).chain(best).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::model::indexes::Level;
    use crate::catalogue::model::reference::RoleId;
    use crate::catalogue::model::role::Role;
    use crate::catalogue::sample::{EARLY, ENTRY, MID, graph_of, progression, role};

    fn on(title: &str, level: Level, next: &[&str]) -> Role {
        Role { levels: vec![level], progressions: next.iter().map(|id| progression(id)).collect(), ..role(title) }
    }

    fn ladder(roles: Vec<Role>, from: &str) -> Vec<String> {
        let graph = graph_of(roles);
        let start = graph.get(&RoleId(from.to_owned())).unwrap();
        graph.longest_ladder(start).into_iter().map(|role| role.title.clone()).collect()
    }

    #[test]
    fn the_longest_way_up_is_found_past_shorter_ones_and_moves_on_one_level() {
        let roles = vec![
            on("carer", ENTRY, &["manager", "porter", "senior"]),
            on("porter", ENTRY, &["carer"]),
            on("senior", EARLY, &["manager"]),
            on("manager", MID, &["carer"]),
        ];
        assert_eq!(ladder(roles, "carer"), ["carer", "senior", "manager"]);
    }

    #[test]
    fn of_two_ways_as_long_the_one_written_first_is_taken() {
        let roles = vec![on("carer", ENTRY, &["b", "a"]), on("a", EARLY, &[]), on("b", EARLY, &[])];
        assert_eq!(ladder(roles, "carer"), ["carer", "b"]);
    }
}
