//! Every link on every page leads somewhere, and the list of pages is the list of what links lead to.

use std::collections::{BTreeMap, BTreeSet};

use career_pathways::web::addresses;
use scraper::Selector;
use tokio::sync::OnceCell;

use crate::support::{TestSite, catalogue};

/// What other sites may be linked with.
const SCHEMES: [&str; 3] = ["https://", "mailto:", "tel:"];

/// A page, as far as links are concerned.
struct Seen {
    status: u16,
    /// What a link with a `#` may lead to.
    ids: BTreeSet<String>,
    /// Where it leads, as written.
    links: BTreeSet<String>,
}

impl Seen {
    async fn at(site: &TestSite, address: &str) -> Self {
        let answer = site.get(address).await;
        let (mut ids, mut links) = (BTreeSet::new(), BTreeSet::new());
        if answer.header("content-type").starts_with("text/html") {
            let document = answer.document();
            for element in document.select(&Selector::parse("*").unwrap()) {
                let attribute = |name| element.value().attr(name).map(str::to_owned);
                ids.extend(attribute("id"));
                links.extend(["href", "src", "action"].into_iter().filter_map(attribute));
            }
        }
        Self { status: answer.code.as_u16(), ids, links }
    }

    /// The addresses of this site among its links, without what stands behind a `#`.
    fn inside(&self) -> impl Iterator<Item = &str> {
        self.links.iter().filter(|link| link.starts_with('/')).filter_map(|link| link.split('#').next())
    }
}

/// Every page, and all that a page leads to. What stands behind a `?` is asked for, but not followed: choices are endless.
/// They are walked once for all tests.
async fn crawl() -> &'static BTreeMap<String, Seen> {
    static SEEN: OnceCell<BTreeMap<String, Seen>> = OnceCell::const_new();
    SEEN.get_or_init(walk).await
}

async fn walk() -> BTreeMap<String, Seen> {
    let site = TestSite::new();
    let mut seen = BTreeMap::new();
    let mut next = addresses::pages(&catalogue());
    while let Some(address) = next.pop() {
        if seen.contains_key(&address) {
            continue;
        }
        let page = Seen::at(&site, &address).await;
        if !address.contains('?') {
            next.extend(page.inside().map(str::to_owned));
        }
        seen.insert(address, page);
    }
    seen
}

#[tokio::test]
async fn every_link_within_the_site_leads_to_a_page_at_once() {
    let seen = crawl().await;
    assert!(seen.len() > 200, "only {} addresses", seen.len());
    let site = TestSite::new();
    let mut faults = Vec::new();
    for (from, page) in seen {
        for to in page.inside() {
            let status = match seen.get(to) {
                Some(page) => page.status,
                None => site.get(to).await.code.as_u16(),
            };
            if status != 200 {
                faults.push(format!("{from} leads to {to}, which answers {status}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn every_link_to_a_part_of_a_page_finds_the_part() {
    let seen = crawl().await;
    let mut faults = Vec::new();
    for (from, page) in seen {
        for link in &page.links {
            let Some((to, part)) = link.split_once('#') else { continue };
            let target = if to.is_empty() { Some(page) } else { seen.get(to) };
            if target.is_some_and(|target| !target.ids.contains(part)) {
                faults.push(format!("{from} leads to {link}, and there is no such part"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn a_link_out_of_the_site_is_of_a_kind_that_is_allowed() {
    let own = catalogue().site().base_url.clone();
    let mut faults = Vec::new();
    for (from, page) in crawl().await {
        for link in &page.links {
            let is_inside = link.starts_with('#') || (link.starts_with('/') && !link.starts_with("//"));
            let is_own = link.starts_with(&own);
            if !is_inside && !is_own && !SCHEMES.iter().any(|scheme| link.starts_with(scheme)) {
                faults.push(format!("{from} leads to {link}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn the_list_of_pages_is_what_links_lead_to() {
    let listed: BTreeSet<String> = addresses::pages(&catalogue()).into_iter().collect();
    assert_eq!(listed.len(), addresses::pages(&catalogue()).len(), "an address stands twice in the list");
    let site = TestSite::new();
    let mut linked = BTreeSet::from(["/".to_owned()]);
    let mut next = vec!["/".to_owned()];
    while let Some(address) = next.pop() {
        for link in Seen::at(&site, &address).await.inside() {
            // A page that is only ever linked with choices stands for itself without them.
            let link = link.split('?').next().unwrap_or_default();
            if let Some(path) = site.get(link).await.own_path()
                && linked.insert(path.clone())
            {
                next.push(path);
            }
        }
    }
    let unlisted: Vec<_> = linked.difference(&listed).collect();
    assert!(
        unlisted.is_empty(),
        "add to PAGES of src/site_map.rs, or where they depend on the data to src/web/addresses.rs: {unlisted:?}"
    );
    let unlinked: Vec<_> = listed.difference(&linked).collect();
    assert!(unlinked.is_empty(), "no link leads from the start page to: {unlinked:?}");
}
