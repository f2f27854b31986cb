//! What somebody may have meant who named a role that does not exist.

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::model::reference::{RoleId, slug};
use crate::catalogue::model::role::Role;

/// Names less alike than this are not worth offering.
const ALIKE: f64 = 0.72;

impl RoleGraph {
    /// The role that a text names: its id, its title or another of its titles, however it is written.
    #[must_use]
    pub fn named(&self, text: &str) -> Option<&Role> {
        let id = RoleId(slug(text));
        self.get(&id).or_else(|| self.by_other_title(id.as_str()))
    }

    /// The roles whose id or titles are most like a text, best first.
    ///
    /// Likeness is Jaro-Winkler's of the slugs; a title that contains the whole text counts as much alike.
    #[must_use]
    pub fn nearest(&self, text: &str, most: usize) -> Vec<&Role> {
        let asked: String = slug(text).chars().take(100).collect();
        if asked.is_empty() {
            return vec![];
        }
        let mut alike: Vec<(f64, &Role)> = self
            .roles()
            .iter()
            .map(|role| (role.all_titles().map(|title| likeness(&asked, &slug(title))).fold(0.0, f64::max), role))
            .filter(|(score, _)| *score >= ALIKE)
            .collect();
        alike.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        alike.into_iter().take(most).map(|(_, role)| role).collect()
    }
}

fn likeness(asked: &str, title: &str) -> f64 {
    let contained = if asked.len() >= 4 && title.contains(asked) { 0.9 } else { 0.0 };
    strsim::jaro_winkler(asked, title).max(contained)
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
    fn a_slip_of_the_pen_finds_the_role() {
        let graph = graph_of(vec![role("Nurse"), role("Physiotherapist"), role("Cook")]);
        let near = |text| graph.nearest(text, 3).iter().map(|role| role.title.as_str()).collect::<Vec<_>>();
        assert_eq!(near("nusre"), ["Nurse"]);
        assert_eq!(near("Physioterapist"), ["Physiotherapist"]);
        assert_eq!(near("therapist"), ["Physiotherapist"]);
        assert!(near("zzzz").is_empty());
        assert!(near("").is_empty());
    }
}
