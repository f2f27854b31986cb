//! The one list of all pages. The sitemap, the export and the tests of links and of accessibility read it, so that they
//! cannot disagree.

use crate::catalogue::Catalogue;
use crate::web::og_images;

/// The pages that are there whatever the data say.
const ALWAYS: &[&str] = &[
    "/",
    "/roles",
    "/journeys",
    "/map",
    "/match",
    "/compare",
    "/pack",
    "/categories",
    "/guides",
    "/pathways",
    "/about-the-data",
    "/accessibility",
    "/privacy",
];

/// The address of every page that stands for itself. A filter's result is not one: it stands for `/roles`.
#[must_use]
pub fn pages(catalogue: &Catalogue) -> Vec<String> {
    let always = ALWAYS.iter().map(|path| (*path).to_owned());
    let levels = catalogue.levels().iter().map(|info| format!("/levels/{}", info.level.id()));
    let settings = catalogue.settings().iter().map(|info| format!("/settings/{}", info.setting.id()));
    let categories = catalogue.categories().iter().map(|category| format!("/categories/{}", category.id));
    let guides = catalogue.guides().iter().map(|guide| format!("/guides/{}", guide.id));
    let pathways = catalogue.pathways().iter().map(|pathway| format!("/pathways/{}", pathway.id));
    let roles = catalogue.roles().iter().map(|role| format!("/roles/{}", role.id));
    always.chain(levels).chain(settings).chain(categories).chain(guides).chain(pathways).chain(roles).collect()
}

/// Everything beside the pages that a copy of the site needs: views for frames, pictures, and what machines read.
#[must_use]
pub fn beside_pages(catalogue: &Catalogue) -> Vec<String> {
    let machines =
        ["/sitemap.xml", "/robots.txt", "/roles.csv", "/api/v1/openapi.json", "/api/v1/roles", og_images::OF_SITE];
    let security = catalogue.site().contact.is_some().then(|| "/.well-known/security.txt".to_owned());
    let of_roles = catalogue.roles().iter().flat_map(|role| {
        [og_images::of_role(role), format!("/embed/roles/{}", role.id), format!("/api/v1/roles/{}", role.id)]
    });
    machines.into_iter().map(str::to_owned).chain(security).chain(of_roles).collect()
}
