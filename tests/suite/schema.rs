//! The JSON Schemas of the data files: current, true of every sound file, and untrue of files with a fault in their shape.

use std::collections::BTreeMap;

use career_pathways::content::DataFiles;
use career_pathways::content::json_schema::{IDS, modeline, schema_files};
use serde_json::Value;

use crate::program::{copy_of, run, text};
use crate::support::files_of;

/// The faults that a schema can see: those of shape.
const OF_SHAPE: [&str; 12] = [
    "bad-code",
    "bad-colour",
    "bad-date",
    "bad-id",
    "empty-list",
    "level-out-of-range",
    "missing-field",
    "missing-source",
    "text-turned",
    "unknown-field",
    "unknown-word",
    "wrong-type",
];

fn data_files(folder: &str) -> DataFiles {
    let mut files = files_of(folder);
    files.retain(|path, _| path.ends_with(".yaml"));
    DataFiles::from_memory("data", files.into_iter().collect())
}

/// The schemas by their names, with the ids where they are referred to.
fn schemas(files: &DataFiles) -> BTreeMap<String, Value> {
    let parsed = |(path, text): (String, String)| {
        (path.trim_start_matches("schema/").to_owned(), serde_json::from_str::<Value>(&text).unwrap())
    };
    let mut all: BTreeMap<String, Value> = schema_files(files).into_iter().map(parsed).collect();
    let ids = all.remove(IDS).unwrap();
    all.values_mut().for_each(|schema| resolve(schema, &ids));
    all
}

fn resolve(schema: &mut Value, ids: &Value) {
    let target = schema.get("$ref").and_then(Value::as_str).and_then(|target| target.strip_prefix("ids.json#"));
    if let Some(target) = target {
        *schema = ids.pointer(target).unwrap().clone();
    }
    match schema {
        Value::Array(items) => items.iter_mut().for_each(|item| resolve(item, ids)),
        Value::Object(entries) => entries.values_mut().for_each(|value| resolve(value, ids)),
        _ => {}
    }
}

/// What the schema of a file says is wrong with it.
fn faults(path: &str, bytes: &[u8], schemas: &BTreeMap<String, Value>) -> Vec<String> {
    let name = modeline(path).unwrap().trim().rsplit('/').next().unwrap().to_owned();
    let value: Value = match serde_yaml::from_slice(bytes) {
        Ok(value) => value,
        Err(error) => return vec![error.to_string()],
    };
    let validator = jsonschema::draft7::new(&schemas[&name]).unwrap();
    validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_schemas_of_the_shipped_data_are_current() {
    let shipped = files_of("data");
    let current = schema_files(&data_files("data"));
    for (path, written) in current.iter().filter(|(path, _)| !path.ends_with(IDS)) {
        let there = shipped.get(path).map(|bytes| String::from_utf8_lossy(bytes));
        assert_eq!(there.as_deref(), Some(written.as_str()), "run `career-pathways schema data`");
    }
    let names =
        |paths: Vec<&String>| paths.into_iter().filter(|path| path.starts_with("schema/")).cloned().collect::<Vec<_>>();
    let mut expected = names(current.iter().map(|(path, _)| path).collect());
    expected.sort();
    assert_eq!(names(shipped.keys().collect()), expected, "one for each kind of file, and the ids");
}

#[test]
fn every_sound_file_is_as_its_schema_says() {
    for folder in [crate::DATA, "tests/fixtures/base", "tests/fixtures/other-hub", "data"] {
        let files = data_files(folder);
        let schemas = schemas(&files);
        for (path, bytes) in files.iter() {
            assert_eq!(faults(path, bytes, &schemas), Vec::<String>::new(), "{folder}/{path}");
        }
    }
}

#[test]
fn every_fault_of_shape_is_seen() {
    let schemas = schemas(&data_files("tests/fixtures/base"));
    for code in OF_SHAPE {
        let fixture = files_of(&format!("tests/fixtures/checks/{code}"));
        let files = fixture.iter().filter(|(path, _)| path.ends_with(".yaml"));
        let seen = files.flat_map(|(path, bytes)| faults(path, bytes, &schemas)).count();
        assert!(seen > 0, "{code}");
    }
}

#[test]
fn an_id_that_is_newer_than_the_list_is_no_fault() {
    let files = data_files(crate::DATA);
    let role = files.text("roles/ward-nurse.yaml").unwrap();
    let more = role.replace("\nsources:", "\nfamily: a-newer-role\nsources:");
    assert_eq!(faults("roles/x.yaml", more.as_bytes(), &schemas(&files)), Vec::<String>::new());
}

#[test]
fn the_program_writes_the_schemas_and_says_whether_they_are_current() {
    let folder = copy_of(crate::DATA);
    let data = folder.path().to_str().unwrap();
    assert_eq!(run(&["schema", data, "--check"]).status.code(), Some(1));
    let output = run(&["schema", data]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("/schema/role.json\n"));
    for (path, bytes) in files_of(data).iter().filter(|(path, _)| path.ends_with(".yaml")) {
        let line = modeline(path).unwrap();
        let written = String::from_utf8_lossy(bytes);
        assert_eq!(written.strip_prefix(&line).unwrap().as_bytes(), files_of(crate::DATA)[path], "{path}");
    }
    let output = run(&["schema", data, "--check"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), String::new()));
    assert_eq!(run(&["check", data]).status.code(), Some(0));

    let output = run(&["new", "role", "Night porter", "--data", data]);
    let path = text(&output.stdout);
    let first = std::fs::read_to_string(path.trim()).unwrap();
    assert!(first.starts_with("# yaml-language-server: $schema=../schema/role.json\n"), "{first}");
    let ids: Value = serde_json::from_slice(&std::fs::read(folder.path().join("schema/ids.json")).unwrap()).unwrap();
    let roles = ids["definitions"]["role"]["anyOf"][0]["enum"].as_array().unwrap();
    assert!(roles.contains(&"night-porter".into()), "what is new is offered at once");
}

#[test]
fn the_form_in_the_browser_is_current() {
    let checked = run(&["editing-config", "editing", "--check"]);
    assert!(checked.status.success(), "run `career-pathways editing-config editing`");
}

#[test]
fn the_form_has_every_key_of_every_kind_of_file() {
    let folder = tempfile::tempdir().unwrap();
    let written = run(&["editing-config", folder.path().to_str().unwrap(), "--data-path", "content/data"]);
    assert!(written.status.success(), "{}", text(&written.stderr));
    let config: Value = serde_json::from_slice(&std::fs::read(folder.path().join("config.json")).unwrap()).unwrap();
    let collections = config["collections"].as_array().unwrap();
    for (name, schema) in schemas(&data_files(crate::DATA)) {
        let name = name.trim_end_matches(".json");
        let lists = collections.iter().filter_map(|collection| collection["files"].as_array()).flatten();
        let form =
            collections.iter().chain(lists).find(|form| form["name"] == name || form["name"] == format!("{name}s"));
        let form = form.unwrap_or_else(|| panic!("the form has no {name}"));
        let place = form["file"].as_str().or(form["folder"].as_str()).unwrap();
        assert!(place.starts_with("content/data/"), "{place}");
        let is_list = schema["type"] == "array";
        let (fields, keys) =
            if is_list { (&form["fields"][0]["fields"], &schema["items"]) } else { (&form["fields"], &schema) };
        same_keys(name, fields, keys);
    }
}

/// Holds that the fields of a form are the keys of a schema, each with its meaning, in it and in all groups within.
fn same_keys(place: &str, fields: &Value, schema: &Value) {
    let keys = schema["properties"].as_object().unwrap();
    let fields = fields.as_array().unwrap();
    let named: std::collections::BTreeSet<&str> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
    assert_eq!(named, keys.keys().map(String::as_str).collect(), "{place}");
    for field in fields {
        let name = field["name"].as_str().unwrap();
        let key = &keys[name];
        assert_eq!(field["hint"], key["description"], "{place}.{name}");
        if field["fields"].is_array() {
            let group = if key["items"].is_object() { &key["items"] } else { key };
            same_keys(&format!("{place}.{name}"), &field["fields"], group);
        }
    }
}

/// Notepad begins a file with a mark of byte order, and ends lines in two signs.
#[test]
fn a_file_of_another_editor_stays_sound_when_its_schema_is_named() {
    let folder = copy_of("tests/fixtures/base");
    let path = folder.path().join("roles/nurse.yaml");
    let nurse = std::fs::read_to_string(&path).unwrap().replace('\n', "\r\n");
    std::fs::write(&path, format!("\u{feff}{nurse}")).unwrap();
    let data = folder.path().to_str().unwrap();
    let written = run(&["schema", data]);
    assert_eq!(written.status.code(), Some(0), "{}", text(&written.stderr));
    let after = std::fs::read_to_string(&path).unwrap();
    assert!(after.starts_with("\u{feff}# yaml-language-server:") && after.ends_with(&nurse), "{after}");
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
    let checked = run(&["check", data]);
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
}
