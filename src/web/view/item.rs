//! One thing that is recorded of a role, in words.

use crate::catalogue::model::role::Role;
use crate::web::links;

/// One thing that is recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What.
    pub text: String,
    /// Where it leads: an own path, or an address elsewhere.
    pub href: Option<String>,
    /// Sentences on it.
    pub notes: Vec<String>,
}

impl Item {
    /// Words alone.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Words that lead somewhere, and sentences on them.
    #[must_use]
    pub fn link(text: impl Into<String>, href: impl Into<String>, notes: Vec<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), notes }
    }

    /// A role, and sentences on it.
    #[must_use]
    pub fn role(role: &Role, notes: Vec<String>) -> Self {
        Self::link(&role.title, links::role(&role.id), notes)
    }

    /// The address, where it is not of this site.
    #[must_use]
    pub fn outside(&self) -> Option<&str> {
        self.href.as_deref().filter(|href| !href.starts_with('/'))
    }
}
