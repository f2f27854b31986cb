//! What a browser needs before it shows a page: HTML, style sheets and icon, compressed and with their headers.

use std::collections::BTreeMap;

use career_pathways::web::addresses;

use crate::support::{Answer, TestSite, catalogue};

/// What TCP sends at once: ten segments (RFC 6928).
const FIRST_FLIGHT: usize = 14_600;
const MOST_REQUESTS: usize = 3;
/// What a browser asks for besides: it takes the drawing of the icon where there is one.
const PARTS: &str = "link[rel=stylesheet], link[rel=icon][type='image/svg+xml']";
/// A day and a status line, which the connection adds.
const ADDED: usize = 60;

/// Pages with much to say that no list has.
const ASKED: [&str; 17] = [
    "/roles?view=levels&page=2",
    "/roles?q=nurse&level=entry",
    "/match?start=gcse&with=people&care=talking&who=older&science=no",
    "/compare?role=nurse&role=paramedic&role=midwife",
    "/journeys?from=none&to=paramedic",
    "/pack?role=nurse",
    "/map?category=nursing",
    "/map?category=management",
    "/map?category=allied-health-professions",
    "/map?level=entry",
    "/map?from=none&to=paramedic",
    "/map?view=words",
    "/map?view=table",
    "/about-the-data?sites=1",
    "/journeys?to=paramedic",
    "/journeys?from=care-worker",
    "/match?start=none",
];

/// The bytes of an answer on the wire.
fn sent(answer: &Answer) -> usize {
    let head: usize = answer.headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
    head + ADDED + answer.body.len()
}

/// `/roles/nurse` is one of `/roles/…`.
fn kind(address: &str) -> String {
    match address.rsplit_once('/').filter(|(above, _)| !above.is_empty()) {
        Some((above, _)) => format!("{above}/…"),
        None => address.to_owned(),
    }
}

#[tokio::test]
async fn the_first_view_of_each_kind_of_page_comes_in_the_first_flight() {
    let site = TestSite::new();
    let catalogue = catalogue();
    let mut largest: BTreeMap<String, (usize, usize, String)> = BTreeMap::new();
    let pages = addresses::pages(&catalogue);
    for address in pages.iter().map(String::as_str).chain(ASKED) {
        let compressed = [("accept-encoding", "br")];
        let mut bytes = sent(&site.get_with(address, &compressed).await);
        let page = site.get(address).await.ok();
        let parts = page.attributes_of(PARTS, "href");
        for part in &parts {
            bytes += sent(&site.get_with(part, &compressed).await);
        }
        let entry = largest.entry(kind(address)).or_default();
        if bytes > entry.0 {
            *entry = (bytes, parts.len() + 1, address.to_owned());
        }
    }
    let mut faults = Vec::new();
    for (kind, (bytes, requests, address)) in largest {
        println!("{kind}: {bytes} bytes in {requests} requests, at {address}");
        if bytes > FIRST_FLIGHT || requests > MOST_REQUESTS {
            faults.push(format!("{kind}: {bytes} bytes in {requests} requests, at {address}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
