//! The site under a path of its host.

use career_pathways::web::addresses;
use career_pathways::web::state::Settings;

use crate::support::{TestSite, catalogue_of, files_of};

const PREFIX: &str = "/careers/pathways";

fn site() -> TestSite {
    let settings = Settings { path_prefix: PREFIX.parse().unwrap(), ..Settings::default() };
    let catalogue = catalogue_of(files_of(crate::DATA));
    TestSite::of_with(catalogue.with_base_url(format!("https://example.org{PREFIX}")), settings)
}

#[tokio::test]
async fn every_address_of_every_page_has_the_prefix_and_leads_somewhere() {
    let site = site();
    let catalogue = std::sync::Arc::clone(site.state.snapshot().catalogue());
    let pages = addresses::pages(&catalogue);
    let others =
        ["/roles?level=entry&q=nurse", "/journeys?from=home-helper&to=ward-nurse", "/map?view=table", "/nowhere"];
    let mut targets = std::collections::BTreeSet::new();
    for page in pages.iter().map(String::as_str).chain(others) {
        let answer = site.get(&format!("{PREFIX}{page}")).await;
        for link in answer.links() {
            assert!(link.starts_with(&format!("{PREFIX}/")), "{page} leads to {link}");
            assert!(!link[1..].contains(PREFIX), "{page} leads to {link}");
            targets.insert(link);
        }
    }
    for target in targets.iter().filter(|target| !target.contains("/og/")) {
        let answer = site.get(target).await;
        assert!(answer.code.is_success() || answer.code.is_redirection(), "{target}: {}", answer.code);
    }
    assert!(targets.iter().any(|target| target.starts_with(&format!("{PREFIX}/assets/"))));
}

#[tokio::test]
async fn absolute_addresses_redirects_and_open_data_have_the_prefix() {
    let site = site();
    let page = site.get(&format!("{PREFIX}/roles/ward-nurse")).await.ok();
    assert_eq!(
        page.attribute_of("link[rel=canonical]", "href"),
        format!("https://example.org{PREFIX}/roles/ward-nurse")
    );
    assert!(page.text_of(".snippet").contains(&format!("https://example.org{PREFIX}/embed/roles/ward-nurse")));
    for (from, to) in [("/roles/Ward%20Nurse", "/roles/ward-nurse"), ("/guides/", "/guides")] {
        let answer = site.get(&format!("{PREFIX}{from}")).await.status(308);
        assert_eq!(answer.header("location"), format!("{PREFIX}{to}"));
    }
    let map = site.get(&format!("{PREFIX}/sitemap.xml")).await.ok().text();
    assert!(map.contains(&format!("<loc>https://example.org{PREFIX}/roles/ward-nurse</loc>")), "{map}");
    let found = site.get(&format!("{PREFIX}/api/v1/roles?q=guide+pathway+nurse")).await.ok();
    for page in found.json()["also_found"].as_array().unwrap().iter().filter_map(|page| page["url"].as_str()) {
        assert!(page.starts_with(PREFIX) || page.starts_with("https://"), "{page}");
    }
}

#[tokio::test]
async fn what_is_outside_is_not_found_but_probes_are_answered() {
    let site = site();
    for outside in ["/", "/roles", "/careers", "/careers/pathwaysX/roles", "/sitemap.xml", "/api/v1/roles"] {
        let answer = site.get(outside).await.status(404);
        assert!(answer.links().iter().all(|link| link.starts_with(PREFIX)), "{outside}");
    }
    assert_eq!(site.get("/api/v1/roles").await.json()["error"]["code"], "not-found");
    for probe in ["/healthz", "/readyz", "/version", &format!("{PREFIX}/healthz")] {
        let _ = site.get(probe).await.ok();
    }
    let _ = site.get(PREFIX).await.ok();
}
