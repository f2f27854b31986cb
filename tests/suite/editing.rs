//! Roles that get another id or are taken away: every file that names them is edited, or none.

use std::collections::BTreeMap;

use career_pathways::content::change_set::ChangeSet;
use career_pathways::content::code::Code;
use career_pathways::content::edit::{EditError, remove_role, rename_role};
use career_pathways::content::journal;
use career_pathways::content::{DataFiles, Loaded, load};

use crate::program::{copy_of, run, text};
use crate::support::{TODAY, TestSite, catalogue_of, files_of};

/// The files of the town, and one that names two roles in ways that the town does not.
fn files() -> BTreeMap<String, Vec<u8>> {
    let mut files = files_of(crate::DATA);
    let guide = "# Ours: keep this\nid: ward\ntitle: On the ward   # a comment\nsummary: What it is like.\norder: 90\nsections:\n\
                 - title: A day\n  body: >-\n    Ask a [nurse](/roles/ward-nurse#ways-in), or see\n    \
                 [both](/compare?role=ward-nurse&role=hospital-mover).\n  sources: ['booklet']\nroles:\n- \"ward-nurse\"\n- 'hospital-mover'\n\
                 sources: [booklet]\nreviewed: 2026-11-22\nreview_by: 2027-11-22\n";
    files.insert("guides/ward.yaml".to_owned(), guide.as_bytes().to_vec());
    files
}

fn data_files(files: BTreeMap<String, Vec<u8>>) -> DataFiles {
    DataFiles::from_memory("data", files.into_iter().collect())
}

fn loaded(files: &DataFiles, changes: &ChangeSet) -> Loaded {
    load(changes.applied_to(files), TODAY)
}

fn role_ids(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let stems = files.keys().filter_map(|path| path.strip_prefix("roles/")?.strip_suffix(".yaml"));
    stems.map(str::to_owned).collect()
}

fn errors(loaded: &Loaded) -> Vec<(Code, &str)> {
    let errors =
        loaded.diagnostics.iter().filter(|item| item.severity == career_pathways::content::severity::Severity::Error);
    errors.map(|item| (item.code, item.message.as_str())).collect()
}

#[test]
fn every_role_can_be_renamed_and_nothing_breaks() {
    let all = files();
    let data = data_files(all.clone());
    let before = load(data_files(all.clone()), TODAY);
    assert_eq!(errors(&before), []);
    for id in role_ids(&all) {
        let changes = rename_role(&data, &id, "quite-another").unwrap();
        let after = loaded(&data, &changes);
        assert_eq!(errors(&after), [], "{id}");
        assert_eq!(after.diagnostics.iter().count(), before.diagnostics.iter().count(), "{id}");
        let catalogue = after.catalogue.unwrap();
        assert!(catalogue.role("quite-another").unwrap().former_ids.iter().any(|former| former.as_str() == id), "{id}");
    }
}

#[test]
fn a_role_that_is_renamed_and_renamed_back_is_as_it_was_but_for_its_former_id() {
    let data = data_files(files());
    let there = rename_role(&data, "ward-nurse", "nurse-of-the-ward").unwrap().applied_to(&data);
    let back = rename_role(&there, "nurse-of-the-ward", "ward-nurse").unwrap().applied_to(&there);
    for ((path, before), (_, after)) in data.iter().zip(back.iter()) {
        let (before, after) = (String::from_utf8_lossy(before), String::from_utf8_lossy(after));
        let after = after.replace("former_ids:\n  - nurse-of-the-ward\n", "").replace(", nurse-of-the-ward]", "]");
        assert_eq!(after, before, "{path}");
    }
}

#[test]
fn what_is_renamed_is_said_in_each_notation_and_comments_stay() {
    let data = data_files(files());
    let after = rename_role(&data, "ward-nurse", "bedside-nurse").unwrap().applied_to(&data);
    let guide = after.text("guides/ward.yaml").unwrap();
    for kept in [
        "# Ours: keep this\n",
        "On the ward   # a comment\n",
        "[nurse](/roles/bedside-nurse#ways-in)",
        "/compare?role=bedside-nurse&role=hospital-mover)",
        "- \"bedside-nurse\"\n- 'hospital-mover'\n",
    ] {
        assert!(guide.contains(kept), "{kept}: {guide}");
    }
    assert_eq!(after.text("roles/ward-nurse.yaml"), None);
}

#[test]
fn every_role_can_be_removed_or_it_is_said_which_file_needs_it() {
    let all = files();
    let data = data_files(all.clone());
    let mut removed = 0;
    for id in role_ids(&all) {
        match remove_role(&data, &id, None) {
            Ok(changes) => {
                removed += 1;
                let after = loaded(&data, &changes);
                // What the graph then lacks is for a person to mend; no file breaks.
                let of_files =
                    errors(&after).into_iter().filter(|(code, _)| !matches!(code, Code::NoRoad | Code::ListIncomplete));
                assert_eq!(of_files.collect::<Vec<_>>(), [], "{id}");
                // An id of one word may be a word of a text.
                let is_named = |text: &str| {
                    id.contains('-') && text.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| word == id)
                };
                let named = changes.applied_to(&data);
                let left = named.iter().filter(|(_, bytes)| is_named(&String::from_utf8_lossy(bytes)));
                let left: Vec<&str> =
                    left.map(|(path, _)| path).filter(|path| !path.starts_with("pathways/")).collect();
                assert_eq!(left, Vec::<&str>::new(), "{id}");
            }
            Err(EditError::Needed { path, .. }) => assert!(path.starts_with("pathways/"), "{path}"),
            Err(error) => panic!("{id}: {error}"),
        }
    }
    assert!(removed > 10, "only {removed} could be removed");
}

#[test]
fn another_role_can_take_the_place_of_every_role() {
    let all = files();
    let data = data_files(all.clone());
    let ids = role_ids(&all);
    for (at, id) in ids.iter().enumerate() {
        // Those beside it in the list, and those it knows.
        let role = String::from_utf8_lossy(&all[&format!("roles/{id}.yaml")]).into_owned();
        let near = |other: &&String| role.contains(&format!("to: {other},")) || role.contains(&format!("[{other}]"));
        let next = &ids[(at + 1) % ids.len()];
        for instead in ids.iter().filter(|other| *other != id && (*other == next || near(other))).take(3) {
            let changes = remove_role(&data, id, Some(instead)).unwrap();
            let after = loaded(&data, &changes);
            let broken = [
                Code::YamlSyntax,
                Code::UnknownRole,
                Code::UnknownField,
                Code::MissingField,
                Code::WrongType,
                Code::DuplicateItem,
                Code::DuplicateProgression,
                Code::ProgressionToItself,
                Code::EntryFromItself,
                Code::FormerIdTaken,
                Code::BrokenOwnLink,
            ];
            let of_files: Vec<_> = errors(&after).into_iter().filter(|(code, _)| broken.contains(code)).collect();
            assert_eq!(of_files, [], "{id} -> {instead}");
        }
    }
}

#[tokio::test]
async fn the_old_address_leads_to_the_new_page() {
    let folder = copy_of(crate::DATA);
    let data = folder.path().to_str().unwrap();
    let before = files_of(data);
    let output = run(&["rename", "role", "ward-nurse", "bedside-nurse", "--data", data, "--dry-run"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let shown = text(&output.stdout);
    assert!(shown.contains("\n+id: bedside-nurse\n") && shown.contains("\n-id: ward-nurse\n"), "{shown}");
    assert!(shown.ends_with("nothing was written\n"), "{shown}");
    assert_eq!(files_of(data), before);

    let output = run(&["rename", "role", "ward-nurse", "bedside-nurse", "--data", data]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(run(&["check", data]).status.code(), Some(0));
    let site = TestSite::of(catalogue_of(files_of(data)));
    let answer = site.get("/roles/ward-nurse").await;
    assert_eq!(answer.status(308).header("location"), "/roles/bedside-nurse");

    let output = run(&["remove", "role", "bedside-nurse", "--instead", "enrolled-nurse", "--data", data]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let site = TestSite::of(catalogue_of(files_of(data)));
    for old in ["ward-nurse", "bedside-nurse"] {
        let answer = site.get(&format!("/roles/{old}")).await;
        assert_eq!(answer.status(308).header("location"), "/roles/enrolled-nurse");
    }
}

#[test]
fn what_cannot_be_done_is_said_and_nothing_is_written() {
    let folder = copy_of(crate::DATA);
    let data = folder.path().to_str().unwrap();
    let before = files_of(data);
    for (arguments, says) in [
        (vec!["rename", "role", "ward-nures", "x"], "did you mean ward-nurse?"),
        (vec!["rename", "role", "ward-nurse", "Ward Nurse"], "is not an id"),
        (vec!["rename", "role", "ward-nurse", "enrolled-nurse"], "there is a role enrolled-nurse already"),
        (vec!["remove", "role", "nobody"], "there is no role nobody"),
        (vec!["remove", "role", "ward-nurse", "--instead", "ward-nurse"], "its own place"),
        (vec!["remove", "role", "bonesetter"], "pathways/bonesetter.yaml cannot do without"),
    ] {
        let output = run(&[&arguments[..], &["--data", data]].concat());
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(text(&output.stderr).contains(says), "{arguments:?}: {}", text(&output.stderr));
        assert_eq!(files_of(data), before, "{arguments:?}");
    }
    std::fs::write(folder.path().join("guides/half.yaml"), "roles: [ward-nurse").unwrap();
    let output = run(&["rename", "role", "ward-nurse", "x", "--data", data]);
    assert_eq!(output.status.code(), Some(1));
    let says = text(&output.stderr);
    assert!(says.contains("mend them first") && says.contains("guides/half.yaml:1"), "{says}");
    assert_eq!(run(&["rename", "guide", "a", "b"]).status.code(), Some(2));
}

#[test]
fn a_change_that_was_cut_off_is_read_as_a_whole_and_check_finishes_it_and_says_so() {
    let folder = copy_of(crate::DATA);
    let before = DataFiles::folder(folder.path());
    let changes = rename_role(&before, "ward-nurse", "bedside-nurse").unwrap();
    assert!(changes.len() > 2, "{changes:?}");
    // As a kill leaves it between the first file and the second.
    let hidden = folder.path().join(journal::FOLDER);
    std::fs::create_dir(&hidden).unwrap();
    let all: Vec<_> = changes.iter().collect();
    std::fs::write(hidden.join(journal::FILE), journal::journal_text(&all).unwrap()).unwrap();
    let first = folder.path().join(&all[0].path);
    match &all[0].after {
        Some(text) => std::fs::write(&first, text).unwrap(),
        None => std::fs::remove_file(&first).unwrap(),
    }

    let read = DataFiles::folder(folder.path());
    assert_eq!(read.iter().collect::<Vec<_>>(), changes.applied_to(&before).iter().collect::<Vec<_>>());
    let data = folder.path().to_str().unwrap();
    let checked = run(&["check", data]);
    let said = text(&checked.stderr);
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
    assert!(said.contains(&format!("a change of {} files that was cut off has been finished", all.len())), "{said}");
    assert!(folder.path().join("roles/bedside-nurse.yaml").exists() && !hidden.exists());
    assert!(!folder.path().join("roles/ward-nurse.yaml").exists());
    assert_eq!(text(&run(&["check", data]).stderr), "");
}
