//! The canonical style: what files say does not change, comments stay, and a second time nothing changes.

use std::collections::BTreeMap;

use career_pathways::content::canonical::canonical;
use career_pathways::content::{DataFiles, load};
use proptest::prelude::*;

use crate::program::{copy_of, run, text};
use crate::support::{TODAY, files_of};

/// The text of a role file in the canonical style; `None` if it is not changed for its faults.
fn canonical_of(text: &str) -> Option<String> {
    let files = DataFiles::from_memory("", vec![("roles/x.yaml".to_owned(), text.as_bytes().to_vec())]);
    let found = canonical(&files);
    let after = found.changes.applied_to(&files);
    found.faulty.is_empty().then(|| after.text("roles/x.yaml").unwrap().to_owned())
}

#[test]
fn each_notation_has_one_form() {
    let before = "\u{feff}# Head\r\n---\r\nid: 'nurse' # its id\nlevels: [ mid,\n  # of two\n  lead ] # both\n\n\n\
                  hours: {per_week: {from: 37.5, to: 40}, sources: []}\nsummary: >-\n  You care\n  for people.\n\
                  what_it_is: | # words\n    One.\n\n    Two.\nnotes: \"a\\nb\"\nlong: plain\n  goes on\n\
                  list:\n- a: 1   # one\n  b: \"2\"\n\n-   - x\n    # the end of the inner list\nnone:\nflag: yes\n# Foot\n";
    let after = "# Head\nid: nurse  # its id\nlevels:\n  - mid\n  # of two\n  - lead  # both\n\n\
                 hours:\n  per_week:\n    from: 37.5\n    to: 40\n  sources: []\nsummary: You care for people.\n\
                 what_it_is: |  # words\n  One.\n\n  Two.\nnotes: |-\n  a\n  b\nlong: plain goes on\n\
                 list:\n  - a: 1  # one\n    b: \"2\"\n\n  - - x\n    # the end of the inner list\nnone:\nflag: yes\n# Foot\n";
    assert_eq!(canonical_of(before).unwrap(), after);
    assert_eq!(canonical_of(after).unwrap(), after);
    assert_eq!(canonical_of("# None\n[ ]").unwrap(), "# None\n[]\n");
}

#[test]
fn a_file_with_a_fault_is_left_as_it_is() {
    for text in ["a: [b", "a: 1\na: 2\n", "a: &x 1\nb: *x\n", "", "# only a comment\n"] {
        assert_eq!(canonical_of(text), None, "{text}");
    }
}

/// The comments of a text, sorted: whatever follows a `#` that begins a comment in the fixtures.
fn comments(text: &str) -> BTreeMap<&str, usize> {
    let mut found = BTreeMap::new();
    for line in text.lines().map(str::trim).filter_map(|line| line.strip_prefix("# ")) {
        *found.entry(line).or_default() += 1;
    }
    found
}

#[test]
fn every_folder_means_the_same_after_as_before_and_changes_once() {
    for folder in [crate::DATA, "tests/fixtures/base", "tests/fixtures/other-hub", "data"] {
        let mut files = files_of(folder);
        files.retain(|path, _| path.ends_with(".yaml") || path.ends_with(".ftl"));
        let files = DataFiles::from_memory("data", files.into_iter().collect());
        let found = canonical(&files);
        assert_eq!(found.faulty, Vec::<String>::new(), "{folder}");
        for change in found.changes.iter() {
            let (before, after) = (change.before.as_deref().unwrap(), change.after.as_deref().unwrap());
            assert_eq!(comments(before), comments(after), "{folder}/{}", change.path);
        }
        let after = found.changes.applied_to(&files);
        assert!(canonical(&after).changes.is_empty(), "{folder}");
        let messages = |files: DataFiles| -> Vec<String> {
            let mut said: Vec<String> =
                load(files, TODAY).diagnostics.iter().map(|item| item.message.clone()).collect();
            said.sort();
            said
        };
        assert_eq!(messages(after), messages(files), "{folder}");
    }
}

#[test]
fn the_program_writes_the_style_or_says_what_is_not_in_it() {
    let folder = copy_of(crate::DATA);
    let data = folder.path().to_str().unwrap();
    let before = files_of(data);
    let output = run(&["fmt", data, "--check"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("/site.yaml\n") || text(&output.stdout).contains("/sources.yaml\n"));
    assert_eq!(files_of(data), before);
    assert_eq!(run(&["fmt", data]).status.code(), Some(0));
    assert_ne!(files_of(data), before);
    let output = run(&["fmt", data, "--check"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), String::new()));
    assert_eq!(run(&["check", data]).status.code(), Some(0));

    std::fs::write(folder.path().join("roles/half.yaml"), "a: [b").unwrap();
    let output = run(&["fmt", data]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("roles/half.yaml was left as it is"), "{}", text(&output.stderr));
}

/// A value of YAML in one of several notations, on one line.
fn flow_value() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-z]{1,6}( [a-z]{1,6}){0,2}",
        "[0-9]{1,4}",
        Just("\"a: b # c\"".to_owned()),
        Just("'it''s'".to_owned()),
        Just("\"\\u00e9\\ttab\"".to_owned()),
        Just("no".to_owned()),
        Just("2026-11-22".to_owned()),
        Just("\"\"".to_owned()),
    ];
    word.prop_recursive(3, 12, 4, |inner| {
        let keyed = prop::collection::vec(inner.clone(), 0..4).prop_map(|values| {
            let entries = values.iter().enumerate().map(|(at, value)| format!("k{at}: {value}"));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        });
        prop_oneof![prop::collection::vec(inner, 0..4).prop_map(|values| format!("[{}]", values.join(", "))), keyed]
    })
}

proptest! {
    #[test]
    fn whatever_can_be_read_has_a_form_that_stays(values in prop::collection::vec(flow_value(), 1..5), noted in any::<bool>()) {
        let note = if noted { "  # note\n" } else { "\n" };
        let text: String = values.iter().enumerate().map(|(at, value)| format!("key{at}: {value}{note}")).collect();
        let once = canonical_of(&text);
        prop_assert!(once.is_some(), "{}", text);
        let once = once.unwrap();
        prop_assert_eq!(canonical_of(&once).unwrap(), once.clone());
        prop_assert_eq!(once.matches("# note").count(), if noted { values.len() } else { 0 });
    }
}
