//! Roles by name: the one that a text names, or those it may stand for.

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::model::did_you_mean::Misspelt;
use crate::catalogue::model::reference::{RoleId, slug};
use crate::catalogue::model::role::Role;

impl RoleGraph {
    /// The role that a text names: its id, its title or another of its titles, compared as slugs.
    #[must_use]
    pub fn named(&self, text: &str) -> Option<&Role> {
        let id = RoleId(slug(text));
        self.get(&id).or_else(|| self.by_other_title(id.as_str()))
    }

    /// The roles that a misspelt id or title may stand for, the nearest first; equally near ones by title. Linear in the length of
    /// all titles.
    #[must_use]
    pub fn nearest(&self, text: &str, most: usize) -> Vec<&Role> {
        let Some(misspelt) = Misspelt::new(text) else { return vec![] };
        let nearness = |role: &Role| role.all_titles().filter_map(|title| misspelt.nearness(&slug(title))).min();
        let mut near: Vec<_> = self.roles().iter().filter_map(|role| Some((nearness(role)?, role))).collect();
        near.sort_by_key(|(nearness, _)| *nearness);
        near.into_iter().take(most).map(|(_, role)| role).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::sample::{graph_of, role};

    #[test]
    fn a_role_is_named_by_its_id_or_by_any_of_its_titles() {
        let mut worker = role("care-worker");
        worker.title = "Care Worker".to_owned();
        worker.other_titles = vec!["Carer".to_owned()];
        let graph = graph_of(vec![worker]);
        let named = |text| graph.named(text).map(|role| role.id.as_str());
        assert_eq!(named("care-worker"), Some("care-worker"));
        assert_eq!(named(" care  WORKER "), Some("care-worker"));
        assert_eq!(named("carer"), Some("care-worker"));
        assert_eq!(named("care"), None);
        assert_eq!(named(""), None);
    }

    #[test]
    fn a_misspelled_title_finds_the_role() {
        let graph = graph_of(vec![role("Nurse"), role("Physiotherapist"), role("Cook")]);
        let near = |text| graph.nearest(text, 3).iter().map(|role| role.title.as_str()).collect::<Vec<_>>();
        assert_eq!(near("nusre"), ["Nurse"]);
        assert_eq!(near("Physioterapist"), ["Physiotherapist"]);
        assert_eq!(near("therapist"), ["Physiotherapist"]);
        assert!(near("zzzz").is_empty());
        assert!(near("").is_empty());
    }
}
