//! `/about-the-data`: where the facts come from, how much is known, and what is due for review.

use askama::Template;
use axum::extract::RawQuery;
use axum::response::Response;
use jiff::civil::Date;

use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::model::pay::{PayScale, PayScheme};
use crate::catalogue::model::reference::{Figure, Source};
use crate::catalogue::model::role::Role;
use crate::catalogue::model::vocabulary::SourceKind;
use crate::catalogue::{Catalogue, RoleRef};
use crate::interface::Markup;
use crate::site_map;
use crate::web::links;
use crate::web::query;
use crate::web::query::data_list::DataList;
use crate::web::state::CurrentCatalogue;
use crate::web::view::coverage::{Coverage, coverage};
use crate::web::view::error_page::PageError;
use crate::web::view::frame::{Frame, NavLink};
use crate::web::view::html;
use crate::web::view::role_facts::changes;

/// So many of the pages that are due on a day, and of the roles that have changed, are named.
const MOST_NAMED: usize = 20;
/// What asks for a page of the list of sites.
const SITES: &str = "sites";
/// Sites on a page of their list: an entry is tall on a phone, where it says which facts come from the site.
const SITES_ON_A_PAGE: usize = 20;

#[derive(Template)]
#[template(path = "about_data.html")]
struct AboutDataPage<'a> {
    frame: Frame<'a>,
    catalogue: &'a Catalogue,
    /// The page of the list of sites, from 1, where that is asked for.
    sites: Option<usize>,
}

/// What one source gave.
struct Gift<'a> {
    source: &'a Source,
    roles: usize,
    progressions: usize,
    ways_in: usize,
    job_facts: usize,
    guides: usize,
    pathways: usize,
    figures: usize,
}

/// What is to be looked at again by the same day.
struct Due {
    by: Date,
    what: Vec<(String, String)>,
}

impl<'a> AboutDataPage<'a> {
    /// What each source gave that the page shows: the documents, or the sites of this page of their list.
    fn gifts(&self) -> Vec<Gift<'a>> {
        let (kind, page) = self.sites.map_or((SourceKind::Document, 1), |page| (SourceKind::Page, page));
        let sources = of_kind(self.catalogue, kind);
        let most = if self.sites.is_some() { SITES_ON_A_PAGE } else { sources.len() };
        sources.into_iter().skip((page - 1) * most).take(most).map(|(at, source)| self.gift(at, source)).collect()
    }

    /// The address of the list of sites, and how many they are; none where there are none.
    fn other_sources(&self) -> Option<(String, usize)> {
        let count = of_kind(self.catalogue, SourceKind::Page).len();
        (count > 0).then(|| (sites_address(1), count))
    }

    fn page_links(&self) -> Vec<NavLink> {
        let link = |page: usize| NavLink {
            label: page.to_string(),
            href: sites_address(page),
            is_current: self.sites == Some(page),
        };
        let pages = pages_of_sites(self.catalogue);
        (1..=pages).map(link).filter(|_| pages > 1).collect()
    }

    fn previous_page(&self) -> Option<String> {
        self.page_links().into_iter().nth(self.sites?.checked_sub(2)?).map(|link| link.href)
    }

    fn next_page(&self) -> Option<String> {
        self.page_links().into_iter().nth(self.sites?).map(|link| link.href)
    }

    fn gift(&self, index: SourceIndex, source: &'a Source) -> Gift<'a> {
        let catalogue = self.catalogue;
        let names = |sources: &[SourceIndex]| sources.contains(&index);
        let routes = catalogue.roles().iter().flat_map(|role| &role.entry_routes);
        Gift {
            source,
            roles: catalogue.roles().iter().filter(|role| names(&role.sources)).count(),
            progressions: catalogue.graph().moves().filter(|step| names(&step.progression.sources)).count(),
            ways_in: routes.filter(|route| names(&route.sources)).count(),
            job_facts: catalogue.roles().iter().filter(|role| job_fact_sources(role).any(&names)).count(),
            guides: catalogue.guides().iter().filter(|guide| names(&guide.sources)).count(),
            pathways: catalogue.pathways().iter().filter(|pathway| names(&pathway.sources)).count(),
            figures: catalogue.figures().iter().filter(|fact| names(&fact.sources)).count(),
        }
    }

    fn coverage(&self) -> Vec<Coverage<'a>> {
        coverage(self.catalogue)
    }

    /// The schemes of pay with a scale.
    fn scales(&self) -> Vec<(&'a PayScheme, &'a PayScale)> {
        self.catalogue.pay_schemes().iter().filter_map(|scheme| Some((scheme, scheme.scale.as_ref()?))).collect()
    }

    /// What has changed since its source, by role.
    fn changed(&self) -> Vec<(RoleRef<'a>, Vec<Markup>)> {
        let roles = self.catalogue.role_refs().map(|role| (role, changes(role)));
        roles.filter(|(_, changes)| !changes.is_empty()).collect()
    }

    fn due(&self) -> Vec<Due> {
        let catalogue = self.catalogue;
        let mut items: Vec<(Date, String, String)> = Vec::new();
        for role in catalogue.roles() {
            items.push((role.review.review_by, role.title.clone(), links::role(&role.id)));
        }
        for guide in catalogue.guides() {
            items.push((guide.review.review_by, guide.title.clone(), links::guide(&guide.id)));
        }
        for pathway in catalogue.pathways() {
            let title = catalogue.interface().pathway_into(&pathway.title);
            items.push((pathway.review.review_by, title, links::pathway(&pathway.id)));
        }
        items.sort();
        let mut due: Vec<Due> = Vec::new();
        for (by, title, href) in items {
            match due.last_mut().filter(|last| last.by == by) {
                Some(last) => last.what.push((title, href)),
                None => due.push(Due { by, what: vec![(title, href)] }),
            }
        }
        due
    }

    fn figures(&self) -> &'a [Figure] {
        self.catalogue.figures()
    }
}

/// The sources of what a role says of pay, hours and checks, a list for each fact.
fn job_fact_sources(role: &Role) -> impl Iterator<Item = &[SourceIndex]> {
    let pay = role.pay.iter().map(|pay| pay.sources.as_slice());
    let hours = role.hours.iter().map(|hours| hours.sources.as_slice());
    pay.chain(hours).chain(role.checks.iter().map(|check| check.sources.as_slice()))
}

/// The sources of a kind, each with its place.
fn of_kind(catalogue: &Catalogue, kind: SourceKind) -> Vec<(SourceIndex, &Source)> {
    let sources = catalogue.sources().iter().enumerate().filter(|(_, source)| source.kind == kind);
    sources.map(|(at, source)| (SourceIndex::at(at), source)).collect()
}

fn pages_of_sites(catalogue: &Catalogue) -> usize {
    of_kind(catalogue, SourceKind::Page).len().div_ceil(SITES_ON_A_PAGE)
}

/// The address of a page of the list of sites.
fn sites_address(page: usize) -> String {
    links::with_query(site_map::ABOUT_THE_DATA, [(SITES, page.to_string())])
}

/// Whether the page depends on the parameter with this key.
#[must_use]
pub fn reads(key: &str) -> bool {
    key == SITES
}

/// Shows where the facts come from, or a page of the list of sites that say some.
pub async fn show(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let t = catalogue.interface();
    let pages = pages_of_sites(&catalogue);
    let asked = query::first(&query::pairs(query.as_deref()), SITES).and_then(|page| page.parse::<usize>().ok());
    let sites = asked.filter(|page| (1..=pages).contains(page));
    let (title, address) = match sites {
        Some(page) => (t.sites_we_read(page, pages), sites_address(page)),
        None => (t.about_the_data().to_owned(), site_map::ABOUT_THE_DATA.to_owned()),
    };
    let mut frame = Frame::new(&catalogue, title, address)
        .described(t.where_the_facts_come_from())
        .as_json(links::api_list(DataList::Sources.name()));
    if sites.is_some() {
        frame = frame.under(t.about_the_data(), site_map::ABOUT_THE_DATA);
    }
    html(&AboutDataPage { frame, catalogue: &catalogue, sites })
}
