//! Protected titles that no role has: a search for one is told so, and given no other job as if it were the same.

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::model::indexes::OrganisationIndex;
use crate::catalogue::model::regulator::{Regulators, protected_by};
use crate::catalogue::model::role::Role;
use crate::catalogue::search::synonym::SynonymIndex;
use crate::catalogue::search::words::key;

/// A title that a law protects, and that no role has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProtectedTitle {
    /// The title, in small letters.
    pub title: String,
    /// Who keeps the register.
    pub register: OrganisationIndex,
    /// Roles in the same kind of work, which are other jobs.
    pub related: Vec<usize>,
    except: Vec<String>,
}

impl ProtectedTitle {
    /// The titles that no role has as its own, and that are no synonym of a role on the same register.
    #[must_use]
    pub fn all(regulators: &Regulators, graph: &RoleGraph, synonyms: &SynonymIndex) -> Vec<Self> {
        let mut all = Vec::new();
        for regulator in regulators.iter() {
            for title in &regulator.titles {
                let has_title = |role: &Role| {
                    role.all_titles()
                        .any(|called| protected_by(std::slice::from_ref(title), &regulator.except, called).is_some())
                };
                let is_on_register = |&role: &usize| {
                    let role = graph.roles().get(role);
                    role.is_some_and(|role| role.registration.iter().any(|item| item.with == regulator.register))
                };
                let related = synonyms.get(&key(title)).map(|target| target.documents.clone()).unwrap_or_default();
                if !graph.roles().iter().any(has_title) && !related.iter().any(is_on_register) {
                    let (register, except) = (regulator.register, regulator.except.clone());
                    all.push(Self { title: title.to_lowercase(), register, related, except });
                }
            }
        }
        all
    }

    /// Whether a text asks for a job of this title.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        protected_by(std::slice::from_ref(&self.title), &self.except, text).is_some()
    }
}
