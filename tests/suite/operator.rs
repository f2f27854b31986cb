//! What the person who runs the site can ask.

use std::time::Duration;

use axum::http::Method;
use career_pathways::serve::keep_page_counts::keep_repeatedly;
use career_pathways::serve::page_counts_folder::PageCountsFolder;
use career_pathways::web::state::Settings;

use crate::support::{TestSite, catalogue, catalogue_of, files_of, stylesheet};

#[tokio::test]
async fn a_well_site_says_so() {
    let site = TestSite::new();
    let health = site.get("/healthz").await.ok().json();
    assert_eq!(health["status"], "ok");
    assert_eq!(health["revision"], catalogue().revision());
    assert_eq!(health["roles"], catalogue().roles().len());
    assert!(health["loaded_at"].as_str().unwrap().ends_with('Z'), "{health}");
    assert!(health["age_seconds"].as_u64().is_some_and(|age| age < 3600), "{health}");
    assert_eq!(health["warnings"], 0);
    assert!(health["problem"].is_null());
    let _ = site.get("/readyz").await.ok();
}

#[tokio::test]
async fn a_site_whose_data_has_warnings_says_how_many_and_not_where() {
    let site = TestSite::of(catalogue_of(files_of(crate::DATA)).with_warnings(7));
    let health = site.get("/healthz").await.ok().json();
    assert_eq!((&health["status"], &health["warnings"]), (&"ok".into(), &7.into()));
    assert!(health["problem"].is_null());
    assert_eq!(metric(&site.for_operator().get("/metrics").await.ok().text(), "career_pathways_data_warnings"), 7.0);
    site.state.replace(catalogue());
    assert_eq!(site.get("/healthz").await.ok().json()["warnings"], 0);
}

#[tokio::test]
async fn a_site_whose_newer_data_is_not_sound_says_what_is_wrong_and_stays_ready() {
    let site = TestSite::new();
    site.state.set_reload_error(Some("error[unknown-role]: …".to_owned()));
    let health = site.for_operator().get("/healthz").await.ok().json();
    assert_eq!(health["status"], "degraded");
    assert_eq!(health["problem"], "error[unknown-role]: …");
    let public = site.get("/healthz").await.ok().json();
    assert_eq!(public["status"], "degraded");
    assert!(!public.to_string().contains("unknown-role"), "the public sees no line of a file: {public}");
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

/// The value of a line of the metrics that begins so.
fn metric(text: &str, line: &str) -> f64 {
    let found = text.lines().find_map(|said| said.strip_prefix(line)?.strip_prefix(' '));
    found.unwrap_or_else(|| panic!("no {line} in\n{text}")).parse().unwrap()
}

#[tokio::test]
async fn the_operator_sees_what_was_asked_and_what_it_took() {
    let site = TestSite::new();
    let operator = site.for_operator();
    for _ in 0..3 {
        let _ = site.get("/roles/ward-nurse").await.ok();
    }
    let _ = site.get("/roles/nobody").await.status(404);
    let _ = site.get("/made/up/7").await.status(404);
    let text = operator.get("/metrics").await.ok().text();
    let of = |labels: &str| metric(&text, &format!("career_pathways_http_requests_total{{{labels}}}"));
    assert_eq!(of("route=\"/roles/{role}\",status=\"200\""), 3.0);
    assert_eq!(of("route=\"/roles/{role}\",status=\"404\""), 1.0);
    assert_eq!(of("route=\"none\",status=\"404\""), 1.0);
    let took = "career_pathways_http_request_duration_seconds_count{route=\"/roles/{role}\"}";
    assert_eq!(metric(&text, took), 4.0);
    assert_eq!(metric(&text, "career_pathways_response_cache_total{result=\"hit\"}"), 2.0);
    assert_eq!(metric(&text, "career_pathways_data_roles"), catalogue().roles().len() as f64);
    let revision = format!("career_pathways_data_revision{{revision=\"{}\"}}", catalogue().revision());
    assert_eq!(metric(&text, &revision), 1.0);
    assert!(text.ends_with("# EOF\n"));
    assert!(!text.contains("/made"), "nobody can make up a label");
}

#[tokio::test]
async fn the_operator_sees_how_often_the_data_was_read_again() {
    let site = TestSite::new();
    site.state.set_reload_error(Some("not sound".to_owned()));
    site.state.replace(catalogue());
    let text = site.for_operator().get("/metrics").await.ok().text();
    assert_eq!(metric(&text, "career_pathways_data_reloads_total{result=\"bad\"}"), 1.0);
    assert_eq!(metric(&text, "career_pathways_data_reloads_total{result=\"good\"}"), 1.0);
}

#[tokio::test]
async fn pages_are_counted_by_day_without_what_visitors_asked() {
    let site = TestSite::new();
    for address in ["/roles?q=something+private", "/roles", "/roles/ward-nurse", "/api/v1/roles", stylesheet()] {
        let _ = site.get(address).await.ok();
    }
    let _ = site.ask(Method::HEAD, "/map", &[]).await.ok();
    let _ = site.get("/roles/nobody").await.status(404);
    let table = site.for_operator().get("/page-counts.csv").await.ok().text();
    let rows: Vec<&str> = table.lines().skip(1).filter_map(|row| row.split_once(',')).map(|(_, rest)| rest).collect();
    assert_eq!(rows, ["/roles,2", "/roles/ward-nurse,1"]);
    assert!(table.starts_with("day,page,views\r\n2"), "{table}");
}

#[tokio::test]
async fn counts_are_kept_over_a_restart() {
    let state = tempfile::tempdir().unwrap();
    let folder = state.path().join("page-counts");
    let start = || {
        TestSite::with(Settings {
            page_counts_store: Some(PageCountsFolder::new(folder.clone()).into_store()),
            ..Settings::default()
        })
    };
    for run in 1..=3 {
        let site = start();
        for address in ["/roles?level=entry", "/roles/ward-nurse", "/roles"] {
            let _ = site.get(address).await.ok();
        }
        let rows = |table: String| -> Vec<String> {
            table.lines().skip(1).filter_map(|row| Some(row.split_once(',')?.1.to_owned())).collect()
        };
        let expected = [format!("/roles,{}", 2 * run), format!("/roles/ward-nurse,{run}")];
        assert_eq!(rows(site.for_operator().get("/page-counts.csv").await.ok().text()), expected);
        site.state.page_counts().keep().unwrap();
        assert_eq!(rows(start().for_operator().get("/page-counts.csv").await.ok().text()), expected);
    }
    let _ = start().get("/page-counts.csv").await.status(404);
}

#[tokio::test(start_paused = true)]
async fn counts_are_kept_while_the_site_is_served() {
    let state = tempfile::tempdir().unwrap();
    let folder = state.path().join("page-counts");
    let site = TestSite::with(Settings {
        page_counts_store: Some(PageCountsFolder::new(folder.clone()).into_store()),
        ..Settings::default()
    });
    let minute = Duration::from_secs(60);
    let keeper = tokio::spawn(keep_repeatedly(site.state.clone(), minute));
    let _ = site.get("/map").await.ok();
    let kept = || std::fs::read_dir(&folder).map_or(0, Iterator::count);
    tokio::time::sleep(minute / 2).await;
    assert_eq!(kept(), 0, "not with every page");
    // The clock of the test waits for work on the disk.
    tokio::time::sleep(minute).await;
    assert!(kept() > 0);
    keeper.abort();
}

#[tokio::test]
async fn what_is_for_the_operator_is_not_for_the_public() {
    let site = TestSite::new();
    for address in ["/metrics", "/page-counts.csv"] {
        let _ = site.get(address).await.status(404);
    }
}

#[tokio::test]
async fn whoever_reports_an_error_can_say_which_request_it_was() {
    let site = TestSite::new();
    let (one, other) = (site.get("/nowhere").await.status(404), site.get("/nowhere").await.status(404));
    assert!(!one.header("x-request-id").is_empty());
    assert_ne!(one.header("x-request-id"), other.header("x-request-id"));
    let named = site.get_with("/nowhere", &[("x-request-id", "proxy-7.a_B")]).await;
    assert_eq!(named.header("x-request-id"), "proxy-7.a_B");
    for bad in ["", "two words", "\"quoted\"", &"a".repeat(65)] {
        let answer = site.get_with("/nowhere", &[("x-request-id", bad)]).await;
        assert_ne!(answer.header("x-request-id"), bad);
    }
    // A page is kept by caches, so it has no name of one request.
    assert_eq!(site.get("/roles").await.ok().header("x-request-id"), "");
}

#[tokio::test]
async fn the_dashboard_asks_for_nothing_that_is_not_measured() {
    let site = TestSite::new();
    // A count by label appears with the first thing that is counted.
    let _ = site.get("/roles").await.ok();
    site.state.replace(catalogue());
    let text = site.for_operator().get("/metrics").await.ok().text();
    let dashboard = include_str!("../../deploy/grafana-dashboard.json");
    let _: serde_json::Value = serde_json::from_str(dashboard).unwrap();
    let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let mut names = 0;
    for asked in dashboard.match_indices("career_pathways_").map(|(at, _)| &dashboard[at..]) {
        let name = asked.split(|letter| !is_of_name(letter)).next().unwrap();
        let family = ["_total", "_bucket"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
        assert!(text.contains(&format!("# TYPE {family} ")), "{name} is not measured");
        names += 1;
    }
    assert!(names > 8, "{names}");
}
