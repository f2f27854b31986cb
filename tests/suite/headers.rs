//! The headers that keep visitors safe and caches right, on every answer.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use axum::routing::get;
use career_pathways::web::http::headers::{CachePolicy, FramePolicy};
use career_pathways::web::state::Settings;

use crate::support::{Answer, TestSite, stylesheet};

const CSP: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
                   frame-ancestors 'none'";

#[track_caller]
fn assert_safe(answer: &Answer) {
    assert_eq!(answer.header("content-security-policy"), CSP);
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("referrer-policy"), "same-origin");
    assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
    assert_eq!(answer.header("x-frame-options"), "DENY");
    assert!(answer.header("permissions-policy").contains("camera=()"));
    assert!(!answer.header("cross-origin-resource-policy").is_empty());
    assert!(!answer.header("cache-control").is_empty());
    assert_eq!(answer.header("server"), "");
    assert_eq!(answer.header("set-cookie"), "");
    assert_eq!(answer.header("strict-transport-security"), "");
}

#[tokio::test]
async fn every_answer_is_safe() {
    let site = TestSite::new();
    let pages = ["/", "/roles", "/roles/ward-nurse", "/api/v1/roles", "/healthz", "/readyz", "/version", stylesheet()];
    for address in pages {
        let answer = site.get(address).await.ok();
        assert_safe(&answer);
        // From the store of finished answers, too.
        assert_safe(&site.get(address).await.ok());
        assert_safe(&site.ask(Method::HEAD, address, &[]).await.ok());
    }
    let etag = site.get("/roles").await.ok().header("etag").to_owned();
    assert_safe(&site.get_with("/roles", &[("if-none-match", &etag)]).await.status(304));
}

#[tokio::test]
async fn every_refusal_is_safe() {
    let site = TestSite::new();
    let long = format!("/{}", "a".repeat(3000));
    let many = format!("/roles?{}", "q=a&".repeat(33));
    for (address, status) in
        [("/nowhere", 404), ("/assets/other.0000000000.css", 404), ("/%ff", 400), (&long, 414), (&many, 400)]
    {
        assert_safe(&site.get(address).await.status(status));
    }
    assert_safe(&site.ask(Method::DELETE, "/", &[]).await.status(405));
    assert_safe(&site.get_with("/", &[("x-large", &"a".repeat(17_000))]).await.status(431));
    assert_safe(&site.send(Request::post("/").body(Body::from("a=b")).unwrap()).await.status(413));
}

async fn fails() -> &'static str {
    panic!("this test wants a page that fails")
}

#[tokio::test]
async fn a_panic_costs_one_safe_500_that_shows_no_internals() {
    let site = TestSite::serving(Router::new().route("/fails", get(fails)).route("/works", get("works")));
    let answer = site.get("/fails").await.status(500);
    assert_safe(&answer);
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(!answer.text().contains("this test wants"), "{}", answer.text());
    assert_eq!(site.get("/works").await.ok().text(), "works");
}

#[tokio::test]
async fn an_answer_says_how_long_it_may_be_kept() {
    let site = TestSite::new();
    let page = "public, max-age=60, stale-while-revalidate=86400, stale-if-error=604800";
    assert_eq!(site.get("/roles/ward-nurse").await.ok().header("cache-control"), page);
    assert_eq!(site.get("/api/v1/roles").await.ok().header("cache-control"), page);
    let asset = site.get(stylesheet()).await.ok();
    assert_eq!(asset.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(asset.header("content-type"), "text/css; charset=utf-8");
    for address in ["/nowhere", "/assets/other.0000000000.css", "/assets/look.css", "/healthz", "/readyz", "/version"] {
        assert_eq!(site.get(address).await.header("cache-control"), "no-store", "{address}");
    }
}

#[tokio::test]
async fn open_data_may_be_read_by_any_site_and_pages_may_not() {
    let site = TestSite::new();
    let data = site.get("/api/v1/roles").await.ok();
    assert_eq!(data.header("access-control-allow-origin"), "*");
    assert_eq!(data.header("cross-origin-resource-policy"), "cross-origin");
    let page = site.get("/roles").await.ok();
    assert_eq!(page.header("access-control-allow-origin"), "");
    assert_eq!(page.header("cross-origin-resource-policy"), "same-origin");
}

#[tokio::test]
async fn an_error_of_the_api_may_be_read_by_any_site() {
    let site = TestSite::new();
    let long = format!("/api/v1/roles?q={}", "a".repeat(3000));
    for (address, status) in
        [("/api/v1/roles/nobody", 404), ("/api/nothing", 404), ("/api/v1/journeys", 400), (&long, 414)]
    {
        let answer = site.get_with(address, &[("origin", "https://other.test")]).await.status(status);
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{address}");
        assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin", "{address}");
    }
    let page = site.get("/nowhere").await.status(404);
    assert_eq!(page.header("access-control-allow-origin"), "");
}

#[tokio::test]
async fn a_view_made_to_be_embedded_may_be_framed_anywhere() {
    async fn view() -> (FramePolicy, CachePolicy, &'static str) {
        (FramePolicy::Anywhere, CachePolicy::Page, "a view")
    }
    let site = TestSite::serving(Router::new().route("/embed", get(view)));
    let answer = site.get("/embed").await.ok();
    assert_eq!(
        answer.header("content-security-policy"),
        CSP.replace("frame-ancestors 'none'", "frame-ancestors * file:")
    );
    assert_eq!(answer.header("x-frame-options"), "");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
}

#[tokio::test]
async fn browsers_are_told_to_insist_on_tls_only_behind_tls() {
    let site = TestSite::with(Settings { behind_tls: true, ..Settings::default() });
    for address in ["/", "/nowhere", stylesheet()] {
        assert_eq!(site.get(address).await.header("strict-transport-security"), "max-age=63072000", "{address}");
    }
    // Whatever a client claims.
    let claims = [("x-forwarded-proto", "https"), ("x-forwarded-host", "evil.example"), ("host", "evil.example")];
    let answer = TestSite::new().get_with("/", &claims).await.ok();
    assert_eq!(answer.header("strict-transport-security"), "");
    assert!(!answer.text().contains("evil.example"));
}

#[tokio::test]
async fn a_copy_to_try_things_on_is_in_no_search_engine() {
    let site = TestSite::with(Settings { noindex: true, ..Settings::default() });
    for address in ["/", "/roles/ward-nurse", "/nowhere", "/api/v1/roles", stylesheet(), "/healthz"] {
        for _ in 0..2 {
            assert_eq!(site.get(address).await.header("x-robots-tag"), "noindex", "{address}");
        }
    }
    let robots = site.get("/robots.txt").await.ok().text();
    assert_eq!(robots, "User-agent: *\nDisallow: /\n");
    assert_eq!(TestSite::new().get("/").await.header("x-robots-tag"), "");
}
