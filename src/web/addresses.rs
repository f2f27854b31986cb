//! The one list of all pages. The sitemap, the export and the tests of links and of accessibility read it, so that they
//! cannot disagree.

use crate::catalogue::Catalogue;
use crate::catalogue::filter::Facet;
use crate::catalogue::model::ids::RoleId;
use crate::site_map;
use crate::web::links;

/// The address of every page that stands for itself. A filter's result is not one: it stands for `/roles`.
#[must_use]
pub fn pages(catalogue: &Catalogue) -> Vec<String> {
    let always = site_map::PAGES.iter().map(|path| (*path).to_owned());
    let levels = catalogue.levels().iter().map(|info| links::level(&info.id));
    let settings = catalogue.settings().iter().map(|info| links::setting(&info.id));
    let categories = catalogue.categories().iter().map(|category| links::category(&category.id));
    let guides = catalogue.guides().iter().map(|guide| links::guide(&guide.id));
    let pathways = catalogue.pathways().iter().map(|pathway| links::pathway(&pathway.id));
    let roles = catalogue.roles().iter().map(|role| links::role(&role.id));
    always.chain(levels).chain(settings).chain(categories).chain(guides).chain(pathways).chain(roles).collect()
}

/// Every filter of the list of roles and of the map with one choice made.
#[must_use]
pub fn single_choices(catalogue: &Catalogue) -> Vec<String> {
    let choices = Facet::ALL
        .into_iter()
        .flat_map(|facet| catalogue.filters().options(facet).map(move |value| (facet.key(), value)));
    choices.flat_map(|choice| [site_map::ROLES, site_map::MAP].map(|path| links::with_query(path, [choice]))).collect()
}

/// Where pages were before; each of these addresses redirects.
#[must_use]
pub fn former_addresses(catalogue: &Catalogue) -> Vec<String> {
    let former = catalogue.roles().iter().flat_map(|role| &role.former_ids);
    former.map(|id| links::role(&RoleId(id.clone()))).collect()
}

/// Everything beside the pages that a copy of the site needs: views for frames, pictures, and what machines read.
#[must_use]
pub fn beside_pages(catalogue: &Catalogue) -> Vec<String> {
    let machines = [
        site_map::SITEMAP,
        site_map::ROBOTS,
        site_map::ROLES_CSV,
        site_map::CHANGES_FEED,
        site_map::API_DESCRIPTION,
        site_map::API_ROLES,
        site_map::API_GRAPH,
        site_map::OG_SITE,
        site_map::FAVICON,
        site_map::TOUCH_ICON,
    ];
    let security = links::security_until(catalogue.site()).map(|_| site_map::SECURITY.to_owned());
    let of_roles = catalogue
        .roles()
        .iter()
        .flat_map(|role| [links::og_role(&role.id), links::embed_role(&role.id), links::api_role(&role.id)]);
    machines.into_iter().map(str::to_owned).chain(security).chain(of_roles).collect()
}
