//! Newer data: shown when it is sound, named when it is not, and never mixed with what was there before.

use std::convert::Infallible;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::routing::get;
use career_pathways::catalogue::Catalogue;
use career_pathways::catalogue::search::engine::SearchError;
use career_pathways::content::{self, report};
use career_pathways::serve::reload::{DataError, Folder, Load, Pace};
use career_pathways::web::http::headers::CachePolicy;
use career_pathways::web::state::{AppState, CurrentCatalogue};
use tantivy::TantivyError;
use tempfile::TempDir;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

use crate::support::{TODAY, TestSite, catalogue};

/// The data in a folder that may be spoiled.
fn copy() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_into(Path::new(crate::DATA), folder.path());
    folder
}

fn copy_into(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_into(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn load(folder: &Path) -> Result<Catalogue, DataError> {
    let loaded = content::load_folder(folder, TODAY).into_result();
    loaded.map_err(|problems| report::render(&problems, report::ReportOptions::default()).into())
}

/// A site that follows this folder.
fn following(folder: &Path) -> TestSite {
    let path = folder.to_owned();
    let loading: Load = Arc::new(move || load(&path));
    let mut data = Folder::new(folder.to_owned(), loading);
    let site = TestSite::of(data.load().unwrap());
    let pace = Pace { quiet: Duration::from_millis(20), look: Duration::from_millis(100), ..Pace::default() };
    tokio::spawn(data.follow(site.state.clone(), pace, mpsc::channel(1).1));
    site
}

/// Waits until the site is as it should be; fails if it is not within a good while.
#[track_caller]
fn until(mut holds: impl FnMut() -> bool) -> impl Future<Output = ()> {
    let place = std::panic::Location::caller();
    async move {
        let end = Instant::now() + Duration::from_secs(30);
        while !holds() {
            assert!(Instant::now() < end, "it never came to be: {place}");
            sleep(Duration::from_millis(10)).await;
        }
    }
}

fn title(site: &TestSite) -> Option<String> {
    site.state.snapshot().catalogue().role("ward-nurse").map(|role| role.title.clone())
}

fn rename(file: &Path, title: &str) {
    let text = fs::read_to_string(file).unwrap();
    let lines = text
        .lines()
        .map(|line| if line.starts_with("title:") { format!("title: {title}\n") } else { format!("{line}\n") });
    fs::write(file, lines.collect::<String>()).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn sound_data_is_shown_and_other_data_is_named_while_the_last_good_stays() {
    let folder = copy();
    let nurse = folder.path().join("roles/ward-nurse.yaml");
    let site = following(folder.path());
    let good = fs::read_to_string(&nurse).unwrap();

    rename(&nurse, "Ward Nurse of another kind");
    until(|| title(&site).as_deref() == Some("Ward Nurse of another kind")).await;
    assert_eq!(site.get("/roles/ward-nurse").await.ok().text_of("h1"), "Ward Nurse of another kind");

    fs::write(&nurse, "title: [half of a").unwrap();
    until(|| site.state.reload_error().is_some()).await;
    assert_eq!(site.get("/roles/ward-nurse").await.ok().text_of("h1"), "Ward Nurse of another kind");
    let health = site.for_operator().get("/healthz").await.ok().json();
    assert_eq!(health["status"], "degraded");
    assert!(health["problem"].as_str().unwrap().contains("roles/ward-nurse.yaml"), "{health}");
    let _ = site.get("/readyz").await.ok();

    fs::write(&nurse, good).unwrap();
    until(|| site.state.reload_error().is_none()).await;
    assert_eq!(site.get("/roles/ward-nurse").await.ok().text_of("h1"), "Ward Nurse");
}

#[tokio::test(flavor = "multi_thread")]
async fn data_that_is_put_back_as_it_is_shown_is_well_again() {
    let folder = copy();
    let nurse = folder.path().join("roles/ward-nurse.yaml");
    let site = following(folder.path());
    let (good, revision) = (fs::read(&nurse).unwrap(), site.state.snapshot().catalogue().revision().to_owned());
    fs::write(&nurse, "title: [half of a").unwrap();
    until(|| site.state.reload_error().is_some()).await;
    fs::write(&nurse, good).unwrap();
    until(|| site.state.reload_error().is_none()).await;
    assert_eq!(site.state.snapshot().catalogue().revision(), revision);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_vanishes_is_taken_up_again_when_it_is_back() {
    let outer = tempfile::tempdir().unwrap();
    let (folder, away) = (outer.path().join("data"), outer.path().join("away"));
    copy_into(Path::new(crate::DATA), &folder);
    let site = following(&folder);

    fs::rename(&folder, &away).unwrap();
    until(|| site.state.reload_error().is_some()).await;
    let _ = site.get("/roles/ward-nurse").await.ok();

    rename(&away.join("roles/ward-nurse.yaml"), "Ward Nurse who was away");
    fs::rename(&away, &folder).unwrap();
    until(|| title(&site).as_deref() == Some("Ward Nurse who was away")).await;

    // And it is followed as before.
    rename(&folder.join("roles/ward-nurse.yaml"), "Ward Nurse who stayed");
    until(|| title(&site).as_deref() == Some("Ward Nurse who stayed")).await;
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_is_turned_to_another_folder_is_followed() {
    let outer = tempfile::tempdir().unwrap();
    let (one, two, current) = (outer.path().join("1"), outer.path().join("2"), outer.path().join("current"));
    copy_into(Path::new(crate::DATA), &one);
    copy_into(Path::new(crate::DATA), &two);
    rename(&two.join("roles/ward-nurse.yaml"), "Ward Nurse of version two");
    std::os::unix::fs::symlink(&one, &current).unwrap();
    let site = following(&current);
    std::os::unix::fs::symlink(&two, outer.path().join("new")).unwrap();
    fs::rename(outer.path().join("new"), &current).unwrap();
    until(|| title(&site).as_deref() == Some("Ward Nurse of version two")).await;
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_file_at_all_does_not_hold_the_site_up() {
    let folder = copy();
    let site = following(folder.path());
    let nurse = folder.path().join("roles/ward-nurse.yaml");
    let good = fs::read(&nurse).unwrap();
    fs::remove_file(&nurse).unwrap();
    rustix::fs::mknodat(rustix::fs::CWD, &nurse, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
    std::os::unix::fs::symlink("..", folder.path().join("roles/circle")).unwrap();
    until(|| site.state.reload_error().is_some()).await;
    let _ = site.get("/roles/ward-nurse").await.ok();
    fs::remove_file(&nurse).unwrap();
    fs::remove_file(folder.path().join("roles/circle")).unwrap();
    fs::write(&nurse, good).unwrap();
    until(|| site.state.reload_error().is_none()).await;
}

#[tokio::test]
async fn a_folder_that_changes_while_it_is_read_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.yaml");
    fs::write(&file, "1").unwrap();
    let reads = Arc::new(std::sync::Mutex::new(Vec::new()));
    let (path, seen) = (file.clone(), Arc::clone(&reads));
    let loading: Load = Arc::new(move || {
        let text = fs::read_to_string(&path).unwrap();
        seen.lock().unwrap().push(text.clone());
        if text == "1" {
            fs::write(&path, "2, and longer").unwrap();
        }
        Err(text.into())
    });
    assert_eq!(Folder::new(folder.path().to_owned(), loading).load().unwrap_err().to_string(), "2, and longer");
    assert_eq!(reads.lock().unwrap().len(), 2);
}

/// Swaps the data in the middle of a request.
struct Swap;

impl FromRequestParts<AppState> for Swap {
    type Rejection = Infallible;

    async fn from_request_parts(_: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        state.replace(catalogue());
        Ok(Self)
    }
}

#[tokio::test]
async fn a_request_never_sees_two_versions() {
    async fn page(before: CurrentCatalogue, _: Swap, after: CurrentCatalogue) -> (CachePolicy, String) {
        (CachePolicy::Page, std::ptr::eq(before.snapshot(), after.snapshot()).to_string())
    }
    let site = TestSite::serving(Router::new().route("/page", get(page)));
    // The answer is kept with the version that it was made from, so the next request makes its own.
    for _ in 0..3 {
        assert_eq!(site.get("/page").await.ok().text(), "true");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_swaps_under_load_cost_no_request() {
    let folder = copy();
    let one = Arc::new(load(folder.path()).unwrap());
    rename(&folder.path().join("roles/ward-nurse.yaml"), "Ward Nurse of version two");
    let two = Arc::new(load(folder.path()).unwrap());
    let site = Arc::new(TestSite::new());
    let visitors: Vec<_> = (0..4)
        .map(|_| {
            let site = Arc::clone(&site);
            tokio::spawn(async move {
                for _ in 0..100 {
                    // Read as text: a hundred documents would take longer than all other tests together.
                    let page = site.get("/roles/ward-nurse").await.ok().text();
                    let in_title = page.contains("<title>Ward Nurse of version two");
                    let in_heading = page.contains(">Ward Nurse of version two</h1>");
                    assert_eq!(in_title, in_heading, "{page}");
                }
            })
        })
        .collect();
    for turn in 0..100 {
        site.state.replace(Arc::clone(if turn % 2 == 0 { &two } else { &one }));
        tokio::task::yield_now().await;
    }
    for visitor in visitors {
        visitor.await.unwrap();
    }
}

#[test]
fn data_that_cannot_be_searched_is_not_shown() {
    let folder = copy();
    let path = folder.path().to_owned();
    let unsearchable = || Err(SearchError::Build(TantivyError::InternalError("planted by a test".to_owned())));
    let loading: Load = Arc::new(move || Ok(load(&path)?.with_search(unsearchable())));
    let refused = Folder::new(folder.path().to_owned(), loading).load().unwrap_err();
    assert_eq!(refused.to_string(), "the search index could not be built: Internal error: 'planted by a test'");
}
