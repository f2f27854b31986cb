//! Visitors whose page is ready never wait for pages that have to be made.

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use axum::routing::get;
use career_pathways::web::health::readyz;
use career_pathways::web::http::headers::CachePolicy;
use career_pathways::web::http::render_pool::RenderPool;
use tokio::sync::Notify;

use crate::support::TestSite;

/// A site with a page that is made when it is told to, one that is made at once, and a probe.
fn site(begun: &Arc<Notify>, go_on: &Arc<Notify>, pool: RenderPool) -> TestSite {
    let (begun, go_on) = (Arc::clone(begun), Arc::clone(go_on));
    let slow = move || async move {
        begun.notify_one();
        go_on.notified().await;
        StatusCode::OK
    };
    let ready = || async { (CachePolicy::Page, "made before").into_response() };
    let routes = Router::new().route("/slow", get(slow)).route("/ready", get(ready)).route("/readyz", get(readyz));
    TestSite::serving_in(routes, pool)
}

#[tokio::test]
async fn whoever_finds_no_place_to_wait_is_told_when_to_come_back_and_ready_pages_go_on() {
    let (begun, go_on) = <(Arc<Notify>, Arc<Notify>)>::default();
    let site = site(&begun, &go_on, RenderPool::bounded(1, 0));
    let _ = site.get("/ready").await.ok();
    let others = async {
        begun.notified().await;
        let refused = site.get("/slow?x=2").await.status(503);
        assert_eq!(refused.header("retry-after"), "1");
        assert_eq!(refused.header("cache-control"), "no-store");
        assert!(refused.text_of("h1").contains("Many people"), "{}", refused.text_of("h1"));
        assert_eq!(site.get("/ready").await.ok().plain(), b"made before");
        let _ = site.get("/readyz").await.ok();
        go_on.notify_one();
    };
    let (made, ()) = tokio::join!(site.get("/slow"), others);
    let _ = made.ok();
    go_on.notify_one();
    let _ = site.get("/slow").await.ok();
}

#[tokio::test]
async fn whoever_finds_a_place_waits_for_its_turn() {
    let (begun, go_on) = <(Arc<Notify>, Arc<Notify>)>::default();
    let site = site(&begun, &go_on, RenderPool::bounded(1, 1));
    let release = async {
        begun.notified().await;
        go_on.notify_one();
        begun.notified().await;
        go_on.notify_one();
    };
    let (one, other, ()) = tokio::join!(site.get("/slow"), site.get("/slow"), release);
    let _ = (one.ok(), other.ok());
}

#[tokio::test]
async fn whoever_goes_away_while_waiting_gives_its_place_back() {
    let (begun, go_on) = <(Arc<Notify>, Arc<Notify>)>::default();
    let site = site(&begun, &go_on, RenderPool::bounded(1, 1));
    let others = async {
        begun.notified().await;
        let impatient = site.get("/slow");
        tokio::select! {
            biased;
            _ = impatient => panic!("there was no turn"),
            () = std::future::ready(()) => {}
        }
        // The place is free again, so this one waits for its turn and is not refused.
        go_on.notify_one();
        let waited = tokio::join!(site.get("/slow"), async {
            begun.notified().await;
            go_on.notify_one()
        })
        .0;
        let _ = waited.ok();
    };
    let (made, ()) = tokio::join!(site.get("/slow"), others);
    let _ = made.ok();
}
