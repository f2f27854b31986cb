//! What a cache in front, or a browser, may rely on.

use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::http::Method;
use axum::routing::get;
use career_pathways::web::http::assets::asset_path;
use career_pathways::web::http::headers::CachePolicy;

use crate::support::{TestSite, catalogue, stylesheet};

const BROWSER: &str = "gzip, deflate, br, zstd";

#[tokio::test]
async fn what_a_client_has_already_is_not_sent_again() {
    let site = TestSite::new();
    for address in ["/roles/ward-nurse", "/roles?level=entry", "/api/v1/roles", stylesheet(), asset_path("icon.svg")] {
        let first = site.get_with(address, &[("accept-encoding", BROWSER)]).await.ok();
        let etag = first.header("etag").to_owned();
        assert!(!etag.is_empty(), "{address}");
        let again = site.get_with(address, &[("accept-encoding", BROWSER), ("if-none-match", &etag)]).await.status(304);
        assert!(again.body.is_empty());
        for header in ["etag", "cache-control", "vary"] {
            assert_eq!(again.header(header), first.header(header), "{address}");
        }
        for header in ["content-length", "content-encoding", "content-type"] {
            assert_eq!(again.header(header), "", "{address}");
        }
        let list = format!("\"another\", {}", etag.trim_start_matches("W/"));
        let _ = site.get_with(address, &[("if-none-match", &list)]).await.status(304);
        let _ = site.get_with(address, &[("if-none-match", "*")]).await.status(304);
        let _ = site.get_with(address, &[("if-none-match", "\"another\"")]).await.ok();
    }
}

/// The tags are weak, and If-Match compares strongly: no tag is ours (RFC 9110, section 13.1.1).
#[tokio::test]
async fn who_wants_one_representation_and_no_other_is_told_that_there_is_none() {
    let site = TestSite::new();
    let etag = site.get("/roles/ward-nurse").await.ok().header("etag").to_owned();
    for wanted in ["\"another\"", etag.as_str()] {
        let refused = site.get_with("/roles/ward-nurse", &[("if-match", wanted)]).await.status(412);
        assert!(refused.body.is_empty(), "{wanted}");
    }
    let _ = site.get_with("/roles/ward-nurse", &[("if-match", "*")]).await.ok();
}

#[tokio::test]
async fn a_page_asked_for_with_its_tag_before_it_was_ever_made_is_not_sent() {
    let etag = TestSite::new().get("/roles/ward-nurse").await.ok().header("etag").to_owned();
    let _ = TestSite::new().get_with("/roles/ward-nurse", &[("if-none-match", &etag)]).await.status(304);
}

#[tokio::test]
async fn every_encoding_gives_the_same_bytes_under_the_same_tag() {
    let site = TestSite::new();
    for address in
        ["/", "/roles", "/roles?level=entry", "/roles/ward-nurse", "/api/v1/roles/ward-nurse", stylesheet(), "/nowhere"]
    {
        let plain = site.get(address).await;
        assert_eq!(plain.header("content-encoding"), "");
        for (accepted, encoding) in [
            ("gzip", "gzip"),
            ("br", "br"),
            (BROWSER, "br"),
            ("deflate", ""),
            ("identity", ""),
            ("br;Q=0, gzip", "gzip"),
            ("identity;q=1, gzip;q=0.5", ""),
        ] {
            // The second is from the store.
            for _ in 0..2 {
                let answer = site.get_with(address, &[("accept-encoding", accepted)]).await;
                assert_eq!(answer.header("content-encoding"), encoding, "{address} as {accepted}");
                assert_eq!(answer.header("vary"), "accept-encoding", "{address}");
                assert_eq!(answer.header("content-length"), answer.body.len().to_string());
                assert_eq!(answer.header("etag"), plain.header("etag"), "{address}");
                assert!(answer.plain() == plain.body, "{address} as {accepted}");
                assert!(encoding.is_empty() || answer.body.len() < plain.body.len(), "{address} as {accepted}");
            }
        }
    }
}

#[tokio::test]
async fn head_gives_the_headers_of_get_and_no_body() {
    let site = TestSite::new();
    for address in ["/roles/ward-nurse", "/healthz", "/nowhere", stylesheet()] {
        for accepted in ["gzip", "identity"] {
            let headers = [("accept-encoding", accepted), ("x-request-id", "same")];
            // First, so that it makes the answer that GET then finds.
            let head = site.ask(Method::HEAD, address, &headers).await;
            let get = site.get_with(address, &headers).await;
            assert_eq!(head.code, get.code);
            assert_eq!(head.headers, get.headers, "{address}");
            assert!(head.body.is_empty());
            assert!(!get.body.is_empty());
        }
    }
}

#[tokio::test]
async fn errors_have_no_tag_and_are_never_not_modified() {
    let site = TestSite::new();
    let answer = site.get_with("/nowhere", &[("if-none-match", "*")]).await.status(404);
    assert_eq!(answer.header("etag"), "");
}

#[tokio::test]
async fn an_asset_may_be_kept_for_ever_only_under_the_fingerprint_of_its_content() {
    let site = TestSite::new();
    let path = asset_path("icon.svg");
    assert!(
        path.starts_with("/assets/icon.")
            && path.ends_with(".svg")
            && path.len() == "/assets/icon.0123456789.svg".len()
    );
    let current = site.get(path).await.ok();
    assert!(current.header("cache-control").contains("immutable"));
    for wrong in [
        "/assets/icon.svg",
        "/assets/other.0000000000.css",
        "/assets/icon.000000000.svg",
        "/assets/",
        "/assets/..%2fCargo.toml",
    ] {
        let _ = site.get(wrong).await.status(404);
    }
}

#[tokio::test]
async fn a_page_kept_from_another_release_still_finds_its_files() {
    let site = TestSite::new();
    let page = site.get("/pack?role=ward-nurse").await.ok();
    let assets: Vec<String> = page.links().into_iter().filter(|link| link.starts_with("/assets/")).collect();
    assert!(assets.len() > 1, "{assets:?}");
    for asset in assets {
        let current = site.get(&asset).await.ok();
        let [.., fingerprint, _] = asset.split('.').collect::<Vec<_>>()[..] else { panic!("{asset}") };
        let old = site.get(&asset.replace(fingerprint, "0123456789")).await.ok();
        assert_eq!(old.header("content-type"), current.header("content-type"));
        // Of style sheets there is one for each kind of page, and the one with all rules for older pages.
        let has_all = old.text().contains(".pack") && old.text().contains(".ways-in");
        assert!(old.body == current.body || asset.ends_with(".css") && has_all, "{asset}");
        assert!(!old.header("cache-control").contains("immutable"), "{asset}: {}", old.header("cache-control"));
    }
}

#[tokio::test]
async fn every_asset_of_a_page_is_there() {
    let site = TestSite::new();
    let links = site.get("/roles/ward-nurse").await.ok().links();
    let assets: Vec<_> = links.iter().filter(|link| link.starts_with("/assets/")).collect();
    assert!(!assets.is_empty());
    for asset in assets {
        let _ = site.get(asset).await.ok();
    }
}

#[tokio::test]
async fn a_page_is_made_once_for_each_version_of_the_data() {
    static MADE: AtomicUsize = AtomicUsize::new(0);
    async fn page() -> (CachePolicy, String) {
        (CachePolicy::Page, format!("made {} times", MADE.fetch_add(1, Ordering::Relaxed)))
    }
    let site = TestSite::serving(Router::new().route("/page", get(page)).route("/other", get(page)));
    for _ in 0..3 {
        assert_eq!(site.get("/page").await.ok().text(), "made 0 times");
    }
    assert_eq!(site.get("/other").await.ok().text(), "made 1 times");
    site.state.replace(catalogue());
    assert_eq!(site.get("/page").await.ok().text(), "made 2 times");
}

#[tokio::test]
async fn what_is_not_to_be_kept_is_made_each_time() {
    static MADE: AtomicUsize = AtomicUsize::new(0);
    async fn page() -> String {
        format!("made {} times", MADE.fetch_add(1, Ordering::Relaxed))
    }
    let site = TestSite::serving(Router::new().route("/page", get(page)));
    assert_eq!(site.get("/page").await.ok().text(), "made 0 times");
    assert_eq!(site.get("/page").await.ok().text(), "made 1 times");
}
