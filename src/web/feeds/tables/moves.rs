//! The tables of moves from role to role, and of ways into roles.

use crate::catalogue::model::role::EntryRoute;
use crate::catalogue::model::table_columns::{ENTRY_ROUTES, PROGRESSIONS};
use crate::catalogue::{Catalogue, MoveRef, RoleRef, RouteStart};
use crate::web::feeds::tables::csv::{joined, known};

/// Every printed move, by the title of the role it leads on from.
pub(super) fn progressions(catalogue: &Catalogue) -> impl Iterator<Item = [String; PROGRESSIONS.len()]> {
    catalogue.role_refs().flat_map(RoleRef::successors).map(progression)
}

fn progression(step: MoveRef<'_>) -> [String; PROGRESSIONS.len()] {
    [
        step.from.id.to_string(),
        step.from.title.clone(),
        step.to.id.to_string(),
        step.to.title.clone(),
        step.direction().id().to_owned(),
        known(step.progression.how.as_ref()),
        joined(step.entities().sources_at(&step.progression.sources).map(|source| source.id.as_str())),
    ]
}

/// Every way in, by the title of the role it leads into.
pub(super) fn entry_routes(catalogue: &Catalogue) -> impl Iterator<Item = [String; ENTRY_ROUTES.len()]> {
    catalogue.role_refs().flat_map(|role| role.role().entry_routes.iter().map(move |route| entry_route(role, route)))
}

fn entry_route<'a>(role: RoleRef<'a>, route: &'a EntryRoute) -> [String; ENTRY_ROUTES.len()] {
    let entities = role.entities();
    [
        role.id.to_string(),
        role.title.clone(),
        route.kind.id().to_owned(),
        joined(role.starts(route).map(RouteStart::id)),
        route.stated.id().to_owned(),
        route.summary.clone(),
        joined(&route.requires),
        joined(&route.also),
        joined(&route.subjects),
        known(route.level),
        known(route.months.map(|months| months.from)),
        known(route.months.and_then(|months| months.to)),
        known(route.experience.map(|months| months.from)),
        known(route.experience.and_then(|months| months.to)),
        known(route.earn),
        joined(entities.organisations_at(&route.run_by).map(|it| it.id.as_str())),
        route.inferred.to_string(),
        joined(entities.sources_at(&route.sources).map(|source| source.id.as_str())),
    ]
}
