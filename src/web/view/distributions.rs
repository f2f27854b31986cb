//! The forms in which the data can be taken: what the page for developers, its JSON-LD and the catalogue entry of the data list.

use jiff::civil::Date;

use crate::catalogue::Entities;
use crate::interface::Interface;
use crate::site_map;

/// A form of the data.
#[derive(Clone, Copy, Debug)]
pub struct Distribution<'t> {
    /// Where it is.
    pub path: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// What it is, in a few words.
    pub title: &'t str,
}

/// The tables, and the description of them.
#[must_use]
pub fn tables(t: &Interface) -> [Distribution<'_>; 4] {
    let csv = |path, title| Distribution { path, media_type: "text/csv", title };
    [
        csv(site_map::ROLES_CSV, t.table_of_roles()),
        csv(site_map::PROGRESSIONS_CSV, t.table_of_progressions()),
        csv(site_map::ENTRY_ROUTES_CSV, t.table_of_ways_in()),
        Distribution {
            path: site_map::DATA_PACKAGE,
            media_type: "application/vnd.datapackage+json",
            title: t.description_of_the_tables(),
        },
    ]
}

/// The files that programs take as a whole.
#[must_use]
pub fn whole_lists(t: &Interface) -> [Distribution<'_>; 2] {
    let json = |path, title| Distribution { path, media_type: "application/json", title };
    [json(site_map::API_ROLES, t.every_role_as_json()), json(site_map::API_GRAPH, t.the_map_as_json())]
}

/// The latest day on which somebody compared something with its sources.
#[must_use]
pub fn last_reviewed(entities: &Entities) -> Option<Date> {
    let roles = entities.roles().iter().map(|role| role.review);
    let guides = entities.guides().iter().map(|guide| guide.review);
    let pathways = entities.pathways().iter().map(|pathway| pathway.review);
    roles.chain(guides).chain(pathways).map(|review| review.reviewed).max()
}

/// Words under which the data is found: the families of careers.
pub fn keywords(entities: &Entities) -> impl Iterator<Item = &str> {
    entities.categories().iter().map(|category| category.title.as_str())
}
