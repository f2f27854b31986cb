//! What changed between two folders, the record of it, and the page and the feed that tell it.

use serde_json::Value;

use crate::program::{copy_of, run, text};
use crate::support::{TestSite, catalogue_of, files_of};

/// Changes of a copy of the town: one role of each kind of change.
fn changed_town() -> (tempfile::TempDir, tempfile::TempDir) {
    let (old, new) = (copy_of(crate::DATA), copy_of(crate::DATA));
    let data = new.path().to_str().unwrap();
    for command in
        [vec!["rename", "role", "surgery-nurse", "practice-nurse"], vec!["remove", "role", "volunteer-guide"]]
    {
        let output = run(&[&command[..], &["--data", data]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    }
    let edit = |path: &str, edit: &dyn Fn(String) -> String| {
        let path = new.path().join(path);
        std::fs::write(&path, edit(std::fs::read_to_string(&path).unwrap())).unwrap();
    };
    edit("roles/ward-nurse.yaml", &|role| role.replace("\nsummary: ", "\nlook_for: [staff nurse]\nsummary: Now: "));
    edit("roles/ward-nurse.yaml", &|role| role.replace("summary: Now: ", "summary: Today, "));
    // A review alone is no news.
    edit("roles/bonesetter.yaml", &|role| role.replace("review_by: 20", "review_by: 21"));
    let copy = std::fs::read_to_string(new.path().join("roles/listener.yaml")).unwrap();
    let lines = copy.lines().filter(|line| !line.starts_with("other_titles"));
    let copy: String = lines
        .map(|line| match line.split_once(": ") {
            Some(("id", _)) => "id: night-listener\n".to_owned(),
            Some(("title", _)) => "title: Night & Day <Listener>\n".to_owned(),
            _ => format!("{line}\n"),
        })
        .collect();
    std::fs::write(new.path().join("roles/night-listener.yaml"), copy).unwrap();
    (old, new)
}

#[test]
fn two_folders_are_compared_key_by_key() {
    let (old, new) = changed_town();
    let (old, new) = (old.path().to_str().unwrap(), new.path().to_str().unwrap());
    let said = text(&run(&["diff", old, new]).stdout);
    for line in [
        "added role night-listener: Night & Day <Listener>\n",
        "renamed role practice-nurse from surgery-nurse: ",
        "removed role volunteer-guide: ",
        "changed role ward-nurse: Ward Nurse\n",
        "  look_for\n    + staff nurse\n",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    assert!(said.contains("1 renamed, 1 removed\n"), "{said}");
    // Whoever only names a role that has another id has not changed.
    assert!(!said.contains("+ practice-nurse\n") && !said.contains("    - to: surgery-nurse"), "{said}");

    let json: Value = serde_json::from_slice(&run(&["diff", old, new, "--format", "json"]).stdout).unwrap();
    let changes = json["changes"].as_array().unwrap();
    let renamed = changes.iter().find(|change| change["change"] == "renamed").unwrap();
    assert_eq!((&renamed["id"], &renamed["from"]), (&"practice-nurse".into(), &"surgery-nurse".into()));
    let ward_nurse = changes.iter().find(|change| change["id"] == "ward-nurse").unwrap();
    let keys: Vec<&str> =
        ward_nurse["keys"].as_array().unwrap().iter().map(|key| key["key"].as_str().unwrap()).collect();
    assert!(keys.contains(&"look_for") && keys.contains(&"summary"), "{keys:?}");

    assert_eq!(text(&run(&["diff", old, old]).stdout), "0 added, 0 changed, 0 renamed, 0 removed\n");
    assert_eq!(run(&["diff", old, "nowhere"]).status.code(), Some(1));
}

#[tokio::test]
async fn what_is_recorded_is_told_on_a_page_and_in_a_feed() {
    let (old, new) = changed_town();
    let data = new.path().to_str().unwrap();
    let output = run(&["diff", old.path().to_str().unwrap(), data, "--record"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let written = std::fs::read_to_string(new.path().join("changes.yaml")).unwrap();
    assert!(!written.contains("id: bonesetter\n"), "{written}");
    // A day before it.
    std::fs::write(
        new.path().join("changes.yaml"),
        format!("{written}- day: 2020-02-29\n  changes:\n    - {{kind: guide, id: gone, title: A guide that is gone, change: removed}}\n"),
    )
    .unwrap();
    assert_eq!(run(&["check", data]).status.code(), Some(0), "{}", text(&run(&["check", data]).stdout));

    let site = TestSite::of(catalogue_of(files_of(data)));
    let page = site.get("/changes").await.ok().main();
    for part in [
        "<li>New: <a href=\"/roles/night-listener\">",
        "<li>New name: <a href=\"/roles/practice-nurse\">",
        "<li>Changed: <a href=\"/roles/ward-nurse\">Ward Nurse</a></li>",
        "<li>Taken away: A guide that is gone</li>",
        "<h2 id=\"day-2020-02-29\">29 February 2020</h2>",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let feed = site.get("/changes.atom").await.ok();
    assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
    let feed = feed.text();
    for part in [
        "<id>https://saltmarsh.test/changes#day-2020-02-29</id>",
        "<updated>2020-02-29T00:00:00Z</updated>",
        "&lt;a href=&quot;https://saltmarsh.test/roles/ward-nurse&quot;&gt;Ward Nurse&lt;/a&gt;",
        "Night &amp;amp; Day &amp;lt;Listener&amp;gt;",
    ] {
        assert!(feed.contains(part), "{part}: {feed}");
    }
    assert_eq!(feed.matches("<entry>").count(), 2);

    // A second record stands before the first, under its day.
    let again = run(&["diff", data, old.path().to_str().unwrap(), "--record"]);
    assert_eq!(again.status.code(), Some(0));
    let first = std::fs::read_to_string(old.path().join("changes.yaml")).unwrap();
    assert!(first.starts_with("# yaml-language-server: $schema=schema/changes.json\n# What changed"), "{first}");
}

#[tokio::test]
async fn before_anything_is_recorded_the_page_says_so_and_the_feed_is_empty() {
    let site = TestSite::new();
    assert!(site.get("/changes").await.ok().main().contains("No change has been recorded yet."));
    let feed = site.get("/changes.atom").await.ok().text();
    assert!(feed.contains("<updated>") && !feed.contains("<entry>"), "{feed}");
    assert!(site.get("/about-the-data").await.ok().main().contains("<a href=\"/changes\">"));
}

#[tokio::test]
async fn many_changes_of_one_day_are_folded_by_what_became_of_the_pages_and_none_is_left_out() {
    let mut files = files_of(crate::DATA);
    let line = |number: usize, change: &str| {
        format!("    - {{kind: role, id: r-{number}, title: Role {number}, change: {change}}}\n")
    };
    let changes: String =
        (0..40).map(|number| line(number, if number % 4 == 0 { "changed" } else { "added" })).collect();
    files.insert("changes.yaml".to_owned(), format!("- day: 2026-11-20\n  changes:\n{changes}").into_bytes());
    let site = TestSite::of(catalogue_of(files));
    let page = site.get("/changes").await.ok().main();
    assert!(page.contains("<summary>Changed: 10</summary>") && page.contains("<summary>New: 30</summary>"), "{page}");
    for number in 0..40 {
        assert_eq!(page.matches(&format!("<li>Role {number}</li>")).count(), 1, "Role {number}: {page}");
    }
    let feed = site.get("/changes.atom").await.ok().text();
    assert!(feed.contains("&lt;li&gt;New: Role 39&lt;/li&gt;"), "{feed}");
}

/// Lists that people wrote in their own style stay sound, and what is recorded is recorded once.
#[test]
fn a_record_is_added_to_a_list_of_any_style_and_only_once() {
    let day = "2020-01-02";
    for list in [
        format!("[{{day: {day}, changes: [{{kind: guide, id: start, title: How, change: changed}}]}}]\n"),
        format!("---\n- day: {day}\n  changes:\n    - {{kind: guide, id: start, title: How, change: changed}}\n"),
        format!("  - day: {day}\n    changes:\n      - {{kind: guide, id: start, title: How, change: changed}}\n"),
        format!("\u{feff}- day: {day}\n  changes:\n    - {{kind: guide, id: start, title: How, change: changed}}\n"),
        "# None yet\n[]\n".to_owned(),
    ] {
        let (old, new) = (copy_of("tests/fixtures/base"), copy_of("tests/fixtures/base"));
        let (changes, nurse) = (new.path().join("changes.yaml"), new.path().join("roles/nurse.yaml"));
        std::fs::write(&changes, &list).unwrap();
        let words =
            std::fs::read_to_string(&nurse).unwrap().replace("You care for people who", "You look after people who");
        std::fs::write(&nurse, words).unwrap();
        let (old, data) = (old.path().to_str().unwrap(), new.path().to_str().unwrap());
        let record = || assert_eq!(run(&["diff", old, data, "--record"]).status.code(), Some(0), "{list}");
        record();
        let once = std::fs::read_to_string(&changes).unwrap();
        assert_eq!(once.matches("id: nurse").count(), 1, "{once}");
        assert_eq!(once.contains("title: How"), list.contains("How"), "{once}");
        let checked = run(&["check", data]);
        assert_eq!(checked.status.code(), Some(0), "{list}: {}", text(&checked.stdout));
        record();
        assert_eq!(std::fs::read_to_string(&changes).unwrap(), once);
    }
}
