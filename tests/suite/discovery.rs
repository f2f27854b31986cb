//! What machines read to find their way.

use std::collections::BTreeSet;

use career_pathways::web::addresses;

use crate::support::{TestSite, catalogue};

#[tokio::test]
async fn the_sitemap_has_every_page_with_its_whole_address_and_nothing_else() {
    let answer = TestSite::new().get("/sitemap.xml").await.ok();
    assert_eq!(answer.header("content-type"), "application/xml");
    let text = answer.text();
    let base = catalogue().site().base_url.clone();
    let listed: Vec<String> = text
        .split("<loc>")
        .skip(1)
        .map(|rest| rest.split("</loc>").next().unwrap().strip_prefix(base.as_str()).unwrap().to_owned())
        .collect();
    assert_eq!(listed, addresses::pages(&catalogue()));
    let reviewed = |path: &str| format!("<loc>{base}{path}</loc><lastmod>2026-11-22</lastmod>");
    assert!(text.contains(&reviewed("/roles/ward-nurse")) && text.contains(&reviewed("/accessibility")), "{text}");
    assert!(text.contains(&format!("<loc>{base}/levels/entry</loc></url>")), "a level has no day of its own");
    assert!(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset"));
}

#[tokio::test]
async fn robots_may_look_at_everything_and_are_shown_the_sitemap() {
    let answer = TestSite::new().get("/robots.txt").await.ok();
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    let text = answer.text();
    assert!(text.contains("User-agent: *\nAllow: /\n") && !text.contains("Disallow"), "{text}");
    assert!(text.contains(&format!("Sitemap: {}/sitemap.xml\n", catalogue().site().base_url)));
}

#[tokio::test]
async fn whom_to_tell_of_a_fault_is_said_where_the_site_names_somebody() {
    let _ = TestSite::new().get("/.well-known/security.txt").await.status(404);
    let site = TestSite::after("site.yaml", |text| format!("{text}\ncontact: help@example.org\n"));
    let answer = site.get("/.well-known/security.txt").await.ok();
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    let text = answer.text();
    assert!(text.starts_with("Contact: mailto:help@example.org\nExpires: 2027-11-22T00:00:00Z\n"), "{text}");
    assert!(text.contains(&format!("Canonical: {}/.well-known/security.txt\n", catalogue().site().base_url)));
}

#[tokio::test]
async fn everything_beside_the_pages_answers_and_is_no_page() {
    let site = TestSite::new();
    let catalogue = catalogue();
    let pages: BTreeSet<String> = addresses::pages(&catalogue).into_iter().collect();
    let beside = addresses::beside_pages(&catalogue);
    assert_eq!(beside.iter().collect::<BTreeSet<_>>().len(), beside.len(), "an address stands twice");
    for address in beside {
        assert!(!pages.contains(&address), "{address}");
        if !address.starts_with("/og/") {
            let _ = site.get(&address).await.ok();
        }
    }
}

#[tokio::test]
async fn the_icon_is_there_under_the_names_by_which_it_is_asked_for() {
    let site = TestSite::new();
    let icon = site.get("/favicon.ico").await.ok();
    assert_eq!(icon.header("content-type"), "image/x-icon");
    assert_eq!(icon.body[..6], [0, 0, 1, 0, 3, 0]);
    // Each entry tells the width, and where the picture is.
    for (entry, width) in icon.body[6..].chunks(16).zip([16, 32, 48]) {
        let number = |at: usize| u32::from_le_bytes(entry[at..at + 4].try_into().unwrap()) as usize;
        let png = &icon.body[number(12)..number(12) + number(8)];
        assert_eq!((u32::from(entry[0]), width_of_png(png)), (width, width));
    }
    let touch = site.get("/apple-touch-icon.png").await.ok();
    assert_eq!((touch.header("content-type"), width_of_png(&touch.body)), ("image/png", 180));
}

fn width_of_png(png: &[u8]) -> u32 {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    u32::from_be_bytes(png[16..20].try_into().unwrap())
}
