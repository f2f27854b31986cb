//! Which roles there is a road to, for somebody who starts with nothing.

use std::collections::BTreeSet;

use super::graph::RoleGraph;
use super::reference::{QualificationInfo, RoleId};
use super::role::Role;
use super::vocabulary::Qualification;

/// The roles that can be reached from no qualification and no role.
///
/// A road is made of climbs from a qualification to a higher one, of entry routes that begin at a qualification held (or a
/// lower one) or at a role held, and of progressions. Whoever is in a role also holds
/// [`Role::least_qualification`]. Nothing once gained is lost, so the set only grows until no road adds to it.
#[must_use]
pub fn reachable_from_nothing<'a>(graph: &'a RoleGraph, qualifications: &[QualificationInfo]) -> BTreeSet<&'a RoleId> {
    let mut reached: BTreeSet<&RoleId> = BTreeSet::new();
    let mut held = Qualification::None;
    // Roles that were reached and whose ways on are still to be followed.
    let mut fresh: Vec<&Role> = Vec::new();
    loop {
        held = climb(held, qualifications);
        // What a higher qualification opens is looked for among all roles; that happens once for each of the six.
        let open = graph.roles().iter().filter(|role| asks_at_most(role, held));
        fresh.extend(open.filter(|role| reached.insert(&role.id)));
        let before = held;
        while let Some(role) = fresh.pop() {
            held = held.max(role.least_qualification());
            let on = graph.next_from(role).map(|step| step.to).chain(graph.entries_from(role).map(|(to, _)| to));
            fresh.extend(on.filter(|to| reached.insert(&to.id)));
        }
        if held == before {
            return reached;
        }
    }
}

/// The highest qualification that study leads to from this one.
fn climb(held: Qualification, qualifications: &[QualificationInfo]) -> Qualification {
    let mut held = held;
    loop {
        let open = |info: &&QualificationInfo| info.climbs.iter().any(|climb| climb.from <= held);
        let highest = qualifications.iter().filter(open).map(|info| info.qualification).max();
        match highest.filter(|highest| *highest > held) {
            Some(higher) => held = higher,
            None => return held,
        }
    }
}

/// Whether a way into the role is open to somebody with this qualification.
fn asks_at_most(role: &Role, held: Qualification) -> bool {
    role.entry_routes.iter().any(|route| route.qualification_asked().is_some_and(|asked| asked <= held))
}

#[cfg(test)]
mod tests {
    use super::super::reference::{Climb, QualificationInfo, RoleId};
    use super::super::role::{EntryFrom, Role};
    use super::super::sample::{entry, progression, role};
    use super::super::vocabulary::{EntryKind, Qualification};
    use super::*;

    /// The ids of what can be reached, given the climbs.
    fn reach(roles: Vec<Role>, climbs: &[(Qualification, Qualification)]) -> Vec<String> {
        let study = |from| Climb {
            from,
            title: "Study".to_owned(),
            how: "You study.".to_owned(),
            months: None,
            earn: None,
            sources: vec![],
        };
        let infos: Vec<QualificationInfo> = climbs
            .iter()
            .map(|&(from, to)| QualificationInfo {
                qualification: to,
                title: String::new(),
                short: String::new(),
                meaning: String::new(),
                climbs: vec![study(from)],
                sources: vec![],
            })
            .collect();
        let graph = RoleGraph::new(roles);
        reachable_from_nothing(&graph, &infos).into_iter().map(|id| id.0.clone()).collect()
    }

    fn from(title: &str, asked: Qualification) -> Role {
        Role { entry_routes: vec![entry(EntryKind::College, asked)], ..role(title) }
    }

    #[test]
    fn a_role_with_no_way_in_is_not_reached() {
        assert!(reach(vec![role("a")], &[]).is_empty());
    }

    #[test]
    fn a_way_in_from_nothing_and_what_it_leads_to_are_reached() {
        let mut first = from("a", Qualification::None);
        first.progressions = vec![progression("b")];
        assert_eq!(reach(vec![first, role("b"), role("c")], &[]), ["a", "b"]);
    }

    #[test]
    fn a_climb_opens_what_asks_for_its_qualification_and_no_more() {
        let roles = vec![from("a", Qualification::Gcse), from("b", Qualification::Degree)];
        assert!(reach(roles.clone(), &[]).is_empty());
        assert_eq!(reach(roles.clone(), &[(Qualification::None, Qualification::Gcse)]), ["a"]);
        let climbs = [(Qualification::Gcse, Qualification::Degree), (Qualification::None, Qualification::Gcse)];
        assert_eq!(reach(roles, &climbs), ["a", "b"]);
    }

    #[test]
    fn a_role_gives_the_qualification_that_everybody_in_it_has() {
        let mut trainee = from("trainee", Qualification::None);
        trainee.entry_routes[0].level = Some(5);
        assert_eq!(reach(vec![trainee, from("next", Qualification::Level5)], &[]), ["next", "trainee"]);
    }

    #[test]
    fn a_way_in_from_a_role_is_a_road() {
        let mut next = role("next");
        next.entry_routes = vec![entry(EntryKind::Experience, Qualification::None)];
        next.entry_routes[0].from = vec![EntryFrom::Role(RoleId("first".to_owned()))];
        assert_eq!(reach(vec![from("first", Qualification::None), next.clone()], &[]), ["first", "next"]);
        assert!(reach(vec![role("first"), next], &[]).is_empty());
    }

    #[test]
    fn two_roles_that_lead_only_to_each_other_are_not_reached() {
        let mut a = role("a");
        a.progressions = vec![progression("b")];
        let mut b = role("b");
        b.progressions = vec![progression("a")];
        assert!(reach(vec![a, b], &[]).is_empty());
    }
}
