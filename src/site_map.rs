//! The addresses of the site that do not depend on the data, and the patterns of those that do.
//!
//! This is the one list of them: `web` routes by it and fills its patterns, `content` checks against it the links that
//! people write into data. In a pattern, `{…}` stands for one segment of the path, as in axum's router.

/// The start page.
pub const START: &str = "/";
/// Every role: searched, filtered, arranged.
pub const ROLES: &str = "/roles";
/// The planner of journeys.
pub const JOURNEYS: &str = "/journeys";
/// The career map.
pub const MAP: &str = "/map";
/// The questions that lead to roles.
pub const MATCH: &str = "/match";
/// Roles side by side.
pub const COMPARE: &str = "/compare";
/// Roles as a handout.
pub const PACK: &str = "/pack";
/// The key of each role of a comparison and of a handout.
pub const ROLE_KEY: &str = "role";
/// Every family of careers.
pub const CATEGORIES: &str = "/categories";
/// Every guide.
pub const GUIDES: &str = "/guides";
/// Every pathway.
pub const PATHWAYS: &str = "/pathways";
/// Sources, coverage and reviews.
pub const ABOUT_THE_DATA: &str = "/about-the-data";
/// What changed in the content.
pub const CHANGES: &str = "/changes";
/// The accessibility statement.
pub const ACCESSIBILITY: &str = "/accessibility";
/// How to take the data, for those who build on it.
pub const DEVELOPERS: &str = "/developers";
/// What is known of visitors.
pub const PRIVACY: &str = "/privacy";

/// The pages whose address does not depend on the data, in the order of the sitemap.
pub const PAGES: [&str; 15] = [
    START,
    ROLES,
    JOURNEYS,
    MAP,
    MATCH,
    COMPARE,
    PACK,
    CATEGORIES,
    GUIDES,
    PATHWAYS,
    ABOUT_THE_DATA,
    CHANGES,
    DEVELOPERS,
    ACCESSIBILITY,
    PRIVACY,
];

/// A career level.
pub const LEVEL: &str = "/levels/{level}";
/// A setting.
pub const SETTING: &str = "/settings/{setting}";
/// A family of careers.
pub const CATEGORY: &str = "/categories/{category}";
/// A role.
pub const ROLE: &str = "/roles/{role}";
/// A pathway.
pub const PATHWAY: &str = "/pathways/{pathway}";
/// A guide.
pub const GUIDE: &str = "/guides/{guide}";

/// A handout as a file for a Braille embosser.
pub const PACK_BRAILLE: &str = "/pack.brf";
/// The roles as a table.
pub const ROLES_CSV: &str = "/roles.csv";
/// What changed in the content, as a feed (RFC 4287).
pub const CHANGES_FEED: &str = "/changes.atom";
/// The moves from role to role as a table.
pub const PROGRESSIONS_CSV: &str = "/progressions.csv";
/// The ways into roles as a table.
pub const ENTRY_ROUTES_CSV: &str = "/entry-routes.csv";
/// The description of the tables, as a Frictionless data package.
pub const DATA_PACKAGE: &str = "/datapackage.json";
/// The description of the data for catalogues of open data (DCAT 3 as JSON-LD).
pub const DCAT: &str = "/dcat.jsonld";
/// The list of pages for search engines.
pub const SITEMAP: &str = "/sitemap.xml";
/// What robots may visit.
pub const ROBOTS: &str = "/robots.txt";
/// Whom to tell of a vulnerability (RFC 9116).
pub const SECURITY: &str = "/.well-known/security.txt";

/// What is put before the path of a page for its small view.
pub const EMBED: &str = "/embed";
/// A role, for a frame on another page.
pub const EMBED_ROLE: &str = "/embed/roles/{role}";
/// A journey, for a frame on another page.
pub const EMBED_JOURNEYS: &str = "/embed/journeys";

/// What the address of every picture that goes with a shared link begins with.
pub const OG_PICTURES: &str = "/og/";
/// The picture that goes with a shared link to any page but a role's.
pub const OG_SITE: &str = "/og/site.png";
/// The picture that goes with a shared link to a role: its id and `.png`.
pub const OG_ROLE: &str = "/og/roles/{file}";

/// The icon of the site for browsers and feed readers that ask for it by name.
pub const FAVICON: &str = "/favicon.ico";
/// The icon of the site on the screen of a phone.
pub const TOUCH_ICON: &str = "/apple-touch-icon.png";

/// What every address of the JSON API begins with.
pub const API: &str = "/api/";
/// What the JSON API has.
pub const API_INDEX: &str = "/api/v1";
/// The description of the API.
pub const API_DESCRIPTION: &str = "/api/v1/openapi.json";
/// The roles as JSON.
pub const API_ROLES: &str = "/api/v1/roles";
/// A role as JSON.
pub const API_ROLE: &str = "/api/v1/roles/{role}";
/// Journeys as JSON.
pub const API_JOURNEYS: &str = "/api/v1/journeys";
/// Roles and the moves between them as JSON.
pub const API_GRAPH: &str = "/api/v1/graph";
/// What is asked of the API by a name of its own: neither the index nor a list of the data.
pub const API_ANSWERS: [&str; 3] = [API_ROLES, API_JOURNEYS, API_GRAPH];
/// A list of the data as JSON: levels, sources, guides.
pub const API_LIST: &str = "/api/v1/{list}";
/// An entry of such a list.
pub const API_ENTRY: &str = "/api/v1/{list}/{entry}";

/// Whether the site is well.
pub const HEALTH: &str = "/healthz";
/// Whether the site takes new visitors.
pub const READY: &str = "/readyz";
/// Which program and which data run.
pub const VERSION: &str = "/version";
/// What the program counts of itself; for the operator alone.
pub const METRICS: &str = "/metrics";
/// How often each page was shown; for the operator alone.
pub const PAGE_COUNTS: &str = "/page-counts.csv";

/// Whether a path is one that load balancers and the operator ask.
#[must_use]
pub fn is_of_operator(path: &str) -> bool {
    [HEALTH, READY, VERSION, METRICS, PAGE_COUNTS].contains(&path)
}

/// What the address of every static file begins with.
pub const ASSETS: &str = "/assets/";
/// What the address of a style sheet begins with, before its fingerprint.
pub const STYLESHEET: &str = "/assets/look.";
/// A static file, by its fingerprinted name.
pub const ASSET: &str = "/assets/{*name}";

/// Whether a path is that of a view for a frame, or would be if there were such a view.
#[must_use]
pub fn is_embedded(path: &str) -> bool {
    path.strip_prefix(EMBED).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The tables and the descriptions of the data, which other sites may read like the JSON API.
const EXPORTS: [&str; 6] = [ROLES_CSV, PROGRESSIONS_CSV, ENTRY_ROUTES_CSV, DATA_PACKAGE, DCAT, CHANGES_FEED];

/// Whether scripts of other sites may read what is at a path, and errors there are JSON; with slashes behind it, too.
#[must_use]
pub fn is_open_data(path: &str) -> bool {
    let path = path.trim_end_matches('/');
    path == API.trim_end_matches('/') || path.starts_with(API) || EXPORTS.contains(&path)
}

/// A page, as its path names it. Whether there is such an entry is for the data to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SitePage<'p> {
    /// One of [`PAGES`].
    Fixed,
    /// The level of this id.
    Level(&'p str),
    /// The setting of this id.
    Setting(&'p str),
    /// The family of careers of this id.
    Category(&'p str),
    /// The role of this id.
    Role(&'p str),
    /// The pathway of this id.
    Pathway(&'p str),
    /// The guide of this id.
    Guide(&'p str),
}

/// Makes a page of the id in its address.
type PageOfId<'p> = fn(&'p str) -> SitePage<'p>;

/// The page at a path without query and fragment; `None` where the site has no such kind of page.
#[must_use]
pub fn page_at<'p>(path: &'p str) -> Option<SitePage<'p>> {
    if PAGES.contains(&path) {
        return Some(SitePage::Fixed);
    }
    let kinds: [(&str, PageOfId<'p>); 6] = [
        (LEVEL, SitePage::Level),
        (SETTING, SitePage::Setting),
        (CATEGORY, SitePage::Category),
        (ROLE, SitePage::Role),
        (PATHWAY, SitePage::Pathway),
        (GUIDE, SitePage::Guide),
    ];
    kinds.into_iter().find_map(|(pattern, page)| {
        let (folder, _) = pattern.split_once('{')?;
        path.strip_prefix(folder).map(page)
    })
}

#[cfg(test)]
mod tests {
    use super::{SitePage, page_at};

    #[test]
    fn a_path_names_a_fixed_page_or_an_entry() {
        assert_eq!(page_at("/"), Some(SitePage::Fixed));
        assert_eq!(page_at("/about-the-data"), Some(SitePage::Fixed));
        assert_eq!(page_at("/roles/nurse"), Some(SitePage::Role("nurse")));
        assert_eq!(page_at("/levels/entry"), Some(SitePage::Level("entry")));
    }

    #[test]
    fn a_path_without_a_route_names_no_page() {
        for path in ["/levels", "/settings", "/rolesX", "", "roles", "/og/site.png"] {
            assert_eq!(page_at(path), None, "{path}");
        }
    }
}
