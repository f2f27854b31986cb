//! Requests that are too large, too long, or want something done.

use axum::body::Body;
use axum::http::{Method, Request};

use crate::support::TestSite;

#[tokio::test]
async fn an_address_over_2_kib_is_refused_with_a_page() {
    let site = TestSite::new();
    let of_length = |length: usize| format!("/roles?q={}", "a".repeat(length - "/roles?q=".len()));
    let _ = site.get(&of_length(2048)).await.ok();
    let answer = site.get(&of_length(2049)).await.status(414);
    assert!(answer.main_text().contains("address is too long"), "{}", answer.main());
}

#[tokio::test]
async fn more_than_32_parameters_are_refused_with_a_page() {
    let site = TestSite::new();
    let with = |parameters: usize| format!("/roles?{}", vec!["level=entry"; parameters].join("&"));
    let _ = site.get(&with(32)).await.ok();
    let answer = site.get(&with(33)).await.status(400);
    assert!(answer.main_text().contains("at most 32"), "{}", answer.main());
}

#[tokio::test]
async fn headers_over_16_kib_are_refused_with_a_page() {
    let site = TestSite::new();
    let _ = site.get_with("/", &[("x-a", &"a".repeat(8000)), ("x-b", &"b".repeat(8000))]).await.ok();
    let answer = site.get_with("/", &[("x-a", &"a".repeat(8300)), ("x-b", &"b".repeat(8300))]).await.status(431);
    assert!(answer.main_text().contains("16 KiB"), "{}", answer.main());
}

#[tokio::test]
async fn any_body_is_refused_with_a_page() {
    let site = TestSite::new();
    for method in [Method::GET, Method::POST, Method::PUT] {
        let request = Request::builder().method(method).uri("/roles").body(Body::from("a=b")).unwrap();
        let answer = site.send(request).await.status(413);
        assert!(answer.main_text().contains("Nothing can be sent"), "{}", answer.main());
    }
}

#[tokio::test]
async fn only_get_and_head_are_answered() {
    let site = TestSite::new();
    for method in ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"] {
        for address in ["/", "/nowhere", "/healthz"] {
            let answer = site.ask(Method::from_bytes(method.as_bytes()).unwrap(), address, &[]).await.status(405);
            assert_eq!(answer.header("allow"), "GET, HEAD");
        }
    }
}

#[tokio::test]
async fn a_refusal_of_the_api_is_json() {
    let site = TestSite::new();
    let answer = site.ask(Method::DELETE, "/api/v1/roles", &[]).await.status(405);
    assert_eq!(answer.json()["error"]["code"], "method-not-allowed");
}

#[tokio::test]
async fn an_address_that_is_not_text_gets_a_clear_page_or_is_read_as_well_as_can_be() {
    let site = TestSite::new();
    let answer = site.get("/roles/%ff%fe").await.status(400);
    assert!(answer.main_text().contains("cannot be read"), "{}", answer.main());
    for query in ["q=%ff", "q=%", "q=%zz", "q=%00", "level=%ff%fe", "%ff=%ff", "=", "&&&", "q=a=b", "q=%F0%9F%98%80"] {
        let answer = site.get(&format!("/roles?{query}")).await;
        assert!(answer.code.as_u16() < 500, "{query}: {}", answer.code);
        assert!(!answer.main().is_empty(), "{query}");
    }
}
