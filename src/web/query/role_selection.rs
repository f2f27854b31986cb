//! The roles that an address names one by one: `role=nurse&role=paramedic`.

use crate::catalogue::Catalogue;
use crate::catalogue::model::role::Role;
use crate::web::links;
use crate::web::query;

const MOST_NEAR: usize = 5;

/// Roles by name, and names that no role has.
#[derive(Clone, Debug)]
pub struct RoleSelection<'a> {
    /// The roles, in the order in which they were chosen, each once.
    pub roles: Vec<&'a Role>,
    /// Names that no role has.
    pub unknown: Vec<UnknownRole<'a>>,
}

/// A name that no role has.
#[derive(Clone, Debug)]
pub struct UnknownRole<'a> {
    /// The name as given.
    pub name: String,
    /// The roles that may have been meant.
    pub near: Vec<&'a Role>,
}

impl<'a> RoleSelection<'a> {
    /// Reads the roles of a query. Each may be named by its id, its title or another of its titles.
    #[must_use]
    pub fn parse(catalogue: &'a Catalogue, pairs: &[(String, String)]) -> Self {
        let mut chosen = Self { roles: vec![], unknown: vec![] };
        let names = query::borrowed(pairs).filter(|(key, _)| *key == links::ROLE).map(|(_, name)| name.trim());
        for name in names.filter(|name| !name.is_empty()) {
            match catalogue.graph().named(name) {
                Some(role) if chosen.has(role) => {}
                Some(role) => chosen.roles.push(role),
                None => chosen.unknown.push(UnknownRole {
                    name: name.chars().take(100).collect(),
                    near: catalogue.graph().nearest(name, MOST_NEAR),
                }),
            }
        }
        chosen
    }

    /// Whether this role is among them.
    #[must_use]
    pub fn has(&self, role: &Role) -> bool {
        self.roles.iter().any(|chosen| chosen.id == role.id)
    }

    /// The same without the names that no role has, and with this role too.
    #[must_use]
    pub fn with(&self, role: &'a Role) -> Self {
        Self { roles: self.roles.iter().copied().chain([role]).collect(), unknown: vec![] }
    }

    /// The same without this role.
    #[must_use]
    pub fn without(&self, role: &Role) -> Self {
        Self { roles: self.roles.iter().copied().filter(|chosen| chosen.id != role.id).collect(), unknown: vec![] }
    }

    /// The address of these roles under a path.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        links::with_roles(path, self.roles.iter().map(|role| &role.id))
    }

    /// The pairs of a query that name these roles.
    pub fn pairs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.roles.iter().map(|role| (links::ROLE, role.id.as_str()))
    }
}
