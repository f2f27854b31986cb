//! Finding roles by words.

use super::Catalogue;
use super::filter::RoleSet;

impl Catalogue {
    /// The roles whose title, other titles or summary contain a text, ignoring case.
    #[must_use]
    pub fn find(&self, text: &str) -> RoleSet {
        let wanted = text.to_lowercase();
        let mut found = RoleSet::with_capacity(self.roles().len());
        for (index, role) in self.roles().iter().enumerate() {
            let contains = |text: &str| text.to_lowercase().contains(&wanted);
            found.set(index, role.all_titles().any(contains) || contains(&role.summary));
        }
        found
    }
}
