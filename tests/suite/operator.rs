//! What the person who runs the site can ask.

use crate::support::{TestSite, catalogue};

#[tokio::test]
async fn a_well_site_says_so() {
    let site = TestSite::new();
    let health = site.get("/healthz").await.ok().json();
    assert_eq!(health["status"], "ok");
    assert_eq!(health["revision"], catalogue().revision());
    assert_eq!(health["roles"], catalogue().roles().len());
    assert!(health["loaded_at"].as_str().unwrap().ends_with('Z'), "{health}");
    assert!(health["problem"].is_null());
    let _ = site.get("/readyz").await.ok();
}

#[tokio::test]
async fn a_site_whose_newer_data_is_not_sound_says_what_is_wrong_and_stays_ready() {
    let site = TestSite::new();
    site.state.set_reload_error(Some("error[unknown-role]: …".to_owned()));
    let health = site.get("/healthz").await.ok().json();
    assert_eq!(health["status"], "degraded");
    assert_eq!(health["problem"], "error[unknown-role]: …");
    let _ = site.get("/readyz").await.ok();
    site.state.replace(catalogue());
    assert_eq!(site.get("/healthz").await.ok().json()["status"], "ok");
}

#[tokio::test]
async fn a_site_that_is_about_to_stop_is_not_ready_but_answers() {
    let site = TestSite::new();
    site.state.start_draining();
    let _ = site.get("/readyz").await.status(503);
    let _ = site.get("/roles").await.ok();
}

#[tokio::test]
async fn the_version_names_the_program_and_the_data() {
    let version = TestSite::new().get("/version").await.ok().json();
    assert_eq!(version["name"], "career-pathways");
    assert_eq!(version["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(version["revision"], catalogue().revision());
}
