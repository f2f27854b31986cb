//! What a browser suggests for the name of a role.

use crate::catalogue::Catalogue;
use crate::catalogue::model::role::Role;

/// The most names that a page carries: with more it would not come at once.
const MOST: usize = 300;

/// The titles of roles to suggest: all, with the other titles; without these, or without the kinds of wider roles, where they
/// are too many; none where even so there are more than a page can carry. Any name is understood, suggested or not.
#[must_use]
pub fn suggested_titles(catalogue: &Catalogue) -> Vec<&str> {
    let roles = || catalogue.roles().iter();
    let wider = || roles().filter(|role| role.family.is_none());
    let choices: [Vec<&str>; 3] =
        [roles().flat_map(Role::all_titles).collect(), roles().map(title).collect(), wider().map(title).collect()];
    choices.into_iter().find(|titles| titles.len() <= MOST).unwrap_or_default()
}

fn title(role: &Role) -> &str {
    &role.title
}
