//! The roles as a table that is written, edited and read back: nothing is lost, and nothing is overwritten unasked.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::program::{copy_of, run, text};
use crate::support::files_of;

/// What each role file says: texts without the line breaks at their ends.
fn roles(folder: &str) -> BTreeMap<String, Value> {
    fn trimmed(value: Value) -> Value {
        match value {
            Value::String(text) => text.trim().into(),
            Value::Array(items) => items.into_iter().map(trimmed).collect(),
            Value::Object(entries) => entries.into_iter().map(|(key, value)| (key, trimmed(value))).collect(),
            other => other,
        }
    }
    let files = files_of(folder).into_iter().filter(|(path, _)| path.starts_with("roles/"));
    files.map(|(path, bytes)| (path, trimmed(serde_yaml::from_slice(&bytes).unwrap()))).collect()
}

/// Runs a command that should work.
fn done(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

/// Runs a command that should be refused; gives what it says.
fn refused(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", text(&output.stdout));
    text(&output.stderr)
}

fn written(folder: &Path, name: &str, rows: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, rows).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn what_is_exported_and_imported_into_an_empty_hub_is_the_same_under_every_key() {
    for source in [crate::DATA, "tests/fixtures/base", "tests/fixtures/other-hub", "data"] {
        let folder = copy_of(source);
        let data = folder.path().to_str().unwrap();
        let outside = tempfile::tempdir().unwrap();
        let table = outside.path().join("roles.csv");
        let table = table.to_str().unwrap();
        done(&["export-csv", table, "--data", data]);
        let (before, bytes) = (roles(data), std::fs::read(table).unwrap());
        std::fs::remove_dir_all(folder.path().join("roles")).unwrap();
        done(&["import", table, "--data", data]);
        let after = roles(data);
        assert_eq!(after.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>(), "{source}");
        for (path, role) in before {
            assert_eq!(after[&path], role, "{source}/{path}");
        }
        assert_eq!(run(&["check", data]).status.code(), run(&["check", source]).status.code(), "{source}");
        done(&["export-csv", table, "--data", data]);
        assert_eq!(std::fs::read(table).unwrap(), bytes, "{source}");
        // Nothing is left to change.
        assert_eq!(done(&["import", table, "--update", "--data", data]), "0 files changed\n", "{source}");
    }
}

#[test]
fn a_row_of_a_spreadsheet_becomes_a_role_whatever_signs_it_uses() {
    let folder = copy_of(crate::DATA);
    let data = folder.path().to_str().unwrap();
    let table = written(
        folder.path(),
        "rows.csv",
        "\u{feff}Title;summary;levels;categories;what_it_is;what_you_do;entry_routes;notes;sources\r\n\
         Night Watch: 2;You watch.;entry;social-care, nursing;You watch at night.;\"Walk; look\r\nListen\";\
         \"- kind: on-the-job\r\n  from: [none]\r\n  stated: usual\r\n  summary: You start.\r\n  sources: [hub]\";'- a note;hub\r\n;;;;;;;;\r\n",
    );
    let shown = done(&["import", &table, "--data", data, "--dry-run"]);
    assert!(shown.contains("+title: \"Night Watch: 2\"\n") && !folder.path().join("roles/night-watch-2.yaml").exists());
    assert_eq!(done(&["import", &table, "--data", data]), "1 file changed\n");
    let role = &roles(data)["roles/night-watch-2.yaml"];
    assert_eq!(role["categories"], serde_json::json!(["social-care", "nursing"]));
    assert_eq!(role["what_you_do"], serde_json::json!(["Walk; look", "Listen"]));
    assert_eq!(role["entry_routes"][0]["kind"], "on-the-job");
    assert_eq!(role["notes"], serde_json::json!(["- a note"]));
    assert_eq!(run(&["check", data]).status.code(), Some(0));
}

#[test]
fn an_update_changes_only_what_differs_and_keeps_comments() {
    let folder = copy_of(crate::DATA);
    let data = folder.path().to_str().unwrap();
    let path = folder.path().join("roles/ward-nurse.yaml");
    let before = format!("# Ours\n{}", std::fs::read_to_string(&path).unwrap());
    std::fs::write(&path, &before).unwrap();
    let table = written(
        folder.path(),
        "rows.csv",
        "id,summary,look_for,contact\nward-nurse,You nurse.,\"staff nurse\nnurse\",\n",
    );
    let refusal = refused(&["import", &table, "--data", data]);
    assert!(refusal.contains("row 2: the role ward-nurse is there already; --update changes it"), "{refusal}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), before);
    done(&["import", &table, "--data", data, "--update"]);
    let after = std::fs::read_to_string(&path).unwrap();
    let kept = |line: &&str| !line.starts_with("summary:");
    let added = ["look_for:", "  - staff nurse", "  - nurse"];
    let (old, new): (Vec<&str>, Vec<&str>) = (
        before.lines().filter(kept).collect(),
        after.lines().filter(kept).filter(|line| !added.contains(line)).collect(),
    );
    assert_eq!(old, new);
    assert!(
        after.contains("summary: You nurse.\n") && after.contains("look_for:\n  - staff nurse\n  - nurse\n"),
        "{after}"
    );
}

#[test]
fn every_fault_of_a_table_is_said_and_nothing_is_written() {
    let folder = copy_of(crate::DATA);
    let data = folder.path().to_str().unwrap();
    let before = files_of(data);
    let outside = tempfile::tempdir().unwrap();
    for (rows, says) in [
        ("", "the table has no rows"),
        ("title\n", "the table has no rows"),
        ("title,sumary\nA,B\n", "a role has no key sumary: did you mean summary?"),
        ("title,title\nA,B\n", "two columns are called title"),
        ("summary\nA\n", "no column id or title"),
        ("title,summary\n,B\n", "row 2 has no title"),
        ("title\nNew One\nnew one\n", "row 3 is of the role new-one, as row 2 is"),
        ("title,hours\nA,\"{per_week: [\"\n", "row 2, hours: "),
        ("title,checks\nA,none\n", "row 2, checks: this must be groups of keys"),
        // What the folder would then lack is said as `check` says it.
        ("title\nHalf a Role\n", "roles/half-a-role.yaml"),
        ("id,title\nNot An Id,X\n", "is not an id"),
    ] {
        let table = written(outside.path(), "rows.csv", rows);
        let refusal = refused(&["import", &table, "--data", data]);
        assert!(refusal.contains(says), "{rows:?}: {refusal}");
        assert_eq!(files_of(data), before, "{rows:?}");
    }
    let latin = outside.path().join("latin.csv");
    std::fs::write(&latin, b"title\nCaf\xe9\n").unwrap();
    assert!(refused(&["import", latin.to_str().unwrap(), "--data", data]).contains("CSV UTF-8"));
    assert!(refused(&["import", "nowhere.csv", "--data", data]).contains("cannot be read"));
}

#[test]
fn no_cell_is_a_formula() {
    let folder = copy_of(crate::DATA);
    let data = folder.path().to_str().unwrap();
    let table = folder.path().join("out.csv");
    done(&["export-csv", table.to_str().unwrap(), "--data", data]);
    let mut reader = csv::Reader::from_path(table).unwrap();
    let cells: Vec<String> =
        reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect();
    assert!(cells.iter().any(|cell| cell.starts_with("'- kind: ")));
    assert!(cells.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t'])));
}

#[test]
fn a_table_that_would_lose_something_is_refused_with_the_row() {
    let folder = copy_of("tests/fixtures/base");
    let data = folder.path().to_str().unwrap();
    let before = files_of(data);
    for (rows, said) in [
        ("id,title,summary\nnurse,Nurse,New, more.\n", "row 2 has 4 cells, and the table has 3 columns"),
        (
            "id,title,summary\nnurse,Nurse,\"New.\nmatron,Matron,Lead.\n",
            "row 2: a quotation mark is opened here and never closed",
        ),
        (
            "id,title,summary\nnurse,Nurse,#N/A\n",
            "row 2, summary: #N/A is what a spreadsheet writes where a formula fails",
        ),
        ("id,title,\nnurse,Nurse,x\n", "column 3 has no name"),
        ("PK\u{3}\u{4}x", "save it as \"CSV UTF-8\""),
    ] {
        let table = tempfile::tempdir().unwrap();
        let table = written(table.path(), "roles.csv", rows);
        let message = refused(&["import", &table, "--update", "--data", data]);
        assert!(message.contains(said), "{rows}: {message}");
        assert_eq!(files_of(data), before, "{rows}");
    }
    // The empty columns that spreadsheets write are none.
    let table = tempfile::tempdir().unwrap();
    let table = written(table.path(), "roles.csv", "id,title,summary,,\nnurse,Nurse,You nurse.,,\n");
    done(&["import", &table, "--update", "--data", data]);
}

#[test]
fn no_command_takes_what_it_cannot_read_for_removed() {
    let (whole, broken) = (copy_of("tests/fixtures/base"), copy_of("tests/fixtures/base"));
    std::fs::write(broken.path().join("roles/nurse.yaml"), "title: [x\n").unwrap();
    let (whole, data) = (whole.path().to_str().unwrap(), broken.path().to_str().unwrap());
    let before = files_of(data);
    for command in [
        vec!["diff", whole, data],
        vec!["diff", whole, data, "--record"],
        vec!["report", data],
        vec!["export-csv", "roles.csv", "--data", data],
    ] {
        let message = refused(&command);
        assert!(message.contains("roles/nurse.yaml") && message.contains("career-pathways check"), "{message}");
        assert_eq!(files_of(data), before, "{command:?}");
    }
}
