//! The one list of all pages. The sitemap, the export and the tests of links and of accessibility read it, so that they
//! cannot disagree.

use jiff::civil::Date;

use crate::catalogue::Catalogue;
use crate::catalogue::filter::Facet;
use crate::catalogue::model::ids::RoleId;
use crate::site_map;
use crate::web::links;
use crate::web::query::data_list::DataList;

/// The address of every page that stands for itself. A filter's result is not one: it stands for `/roles`.
#[must_use]
pub fn pages(catalogue: &Catalogue) -> Vec<String> {
    dated_pages(catalogue).into_iter().map(|(address, _)| address).collect()
}

/// The same, each with the day on which somebody last looked it over, where the data has one.
#[must_use]
pub fn dated_pages(catalogue: &Catalogue) -> Vec<(String, Option<Date>)> {
    let statement = catalogue.site().accessibility.reviewed;
    let always = site_map::PAGES.iter().map(|&path| (path, (path == site_map::ACCESSIBILITY).then_some(statement)));
    let always = always.map(|(path, reviewed)| (path.to_owned(), reviewed));
    let levels = catalogue.levels().iter().map(|info| links::level(&info.id));
    let settings = catalogue.settings().iter().map(|info| links::setting(&info.id));
    let categories = catalogue.categories().iter().map(|category| links::category(&category.id));
    let lists = levels.chain(settings).chain(categories).map(|address| (address, None));
    let guides = catalogue.guides().iter().map(|guide| (links::guide(&guide.id), guide.review));
    let pathways = catalogue.pathways().iter().map(|pathway| (links::pathway(&pathway.id), pathway.review));
    let roles = catalogue.roles().iter().map(|role| (links::role(&role.id), role.review));
    let reviewed = guides.chain(pathways).chain(roles).map(|(address, review)| (address, Some(review.reviewed)));
    always.chain(lists).chain(reviewed).collect()
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
        site_map::PROGRESSIONS_CSV,
        site_map::ENTRY_ROUTES_CSV,
        site_map::DATA_PACKAGE,
        site_map::DCAT,
        site_map::API_INDEX,
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
    let of_list = |list: DataList| {
        let entries = list.ids(catalogue).into_iter().map(move |id| links::api_entry(list.name(), id));
        std::iter::once(links::api_list(list.name())).chain(entries)
    };
    let lists = DataList::ALL.into_iter().flat_map(of_list);
    machines.into_iter().map(str::to_owned).chain(security).chain(lists).chain(of_roles).collect()
}
