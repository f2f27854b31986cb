//! What the shipped data names stands in no code and no template: another region has other levels, settings and sources.

use std::collections::BTreeSet;

use crate::support::{catalogue, files_of};

/// Ids that code has for something of its own too: a kind of move, keys of data files, what YAML and SVG call nothing.
const HOMONYMS: [&str; 5] = ["apprenticeships", "degree", "entry", "law", "none"];

/// The code, the templates and the style sheets by their path, without tests and what only they use.
fn code() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in ["src", "templates", "static"] {
        for (name, bytes) in files_of(folder) {
            let is_test = name.ends_with("tests.rs") || name.contains("sample") || name.contains("/properties/");
            // What a new data folder begins with is data.
            let is_data = name.contains("starter/files/");
            if let (false, Ok(text)) = (is_test || is_data, String::from_utf8(bytes)) {
                let own = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
                found.push((format!("{folder}/{name}"), own.to_owned()));
            }
        }
    }
    found
}

/// Where a word stands in a line by itself: what is before it, and what after.
fn places<'l>(line: &'l str, word: &str) -> Vec<(&'l str, &'l str)> {
    let is_within = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let all = line.match_indices(word).map(|(at, _)| (&line[..at], &line[at + word.len()..]));
    all.filter(|(before, after)| !is_within(before.chars().next_back()) && !is_within(after.chars().next())).collect()
}

/// Whether a line has an id as a text, in an address or in a list of ids. A homonym may be a text.
fn names_id(line: &str, id: &str) -> bool {
    places(line, id).into_iter().any(|(before, after)| {
        let is_text = before.ends_with('"') && after.starts_with('"') && !HOMONYMS.contains(&id);
        let in_address =
            before.ends_with(['/', '=']) && (after.is_empty() || after.starts_with(['"', '`', '&', '?', '#', ' ']));
        let in_list = before.ends_with(": [") && after.starts_with([',', ']']);
        is_text || in_address || in_list
    })
}

fn faults(code: &[(String, String)], ids: &BTreeSet<String>, names: &BTreeSet<String>) -> Vec<String> {
    let mut faults = Vec::new();
    for (file, text) in code {
        for (number, line) in text.lines().enumerate() {
            let found_ids = ids.iter().filter(|id| names_id(line, id));
            let found_names = names.iter().filter(|name| !places(line, name).is_empty());
            let found: Vec<_> = found_ids.chain(found_names).map(String::as_str).collect();
            if !found.is_empty() {
                faults.push(format!("{file}:{}: {}: {}", number + 1, found.join(", "), line.trim()));
            }
        }
    }
    faults
}

#[test]
fn what_the_data_names_stands_in_no_code_and_no_template() {
    let data = catalogue();
    let mut ids = BTreeSet::new();
    ids.extend(data.levels().iter().map(|it| it.id.clone()));
    ids.extend(data.settings().iter().map(|it| it.id.clone()));
    ids.extend(data.qualifications().iter().map(|it| it.id.clone()));
    ids.extend(data.contacts().iter().map(|it| it.id.clone()));
    ids.extend(data.categories().iter().map(|it| it.id.to_string()));
    ids.extend(data.sources().iter().map(|it| it.id.to_string()));
    ids.extend(data.organisations().iter().map(|it| it.id.to_string()));
    ids.extend(data.figures().iter().map(|it| it.id.to_string()));
    ids.extend(data.guides().iter().map(|it| it.id.to_string()));
    let mut names: BTreeSet<String> = data.site().region.clone().into_iter().collect();
    names.extend(data.sources().iter().flat_map(|it| [it.title.clone(), it.publisher.clone()]));
    names.extend(data.organisations().iter().map(|it| it.name.clone()));
    names.extend(data.levels().iter().map(|it| it.title.clone()));
    names.extend(data.settings().iter().map(|it| it.title.clone()));
    names.extend(data.qualifications().iter().map(|it| it.title.clone()));
    names.extend(data.categories().iter().map(|it| it.title.clone()));
    // One word alone may be anybody's: a level is called "Leadership", a family "Nursing".
    names.retain(|name| name.contains(' ') || name.chars().all(char::is_uppercase));
    let found = faults(&code(), &ids, &names);
    assert!(found.is_empty(), "put into data/:\n{}", found.join("\n"));
}

#[test]
fn an_id_and_a_name_are_found_in_code_and_nothing_like_them() {
    let ids = BTreeSet::from(["entry".to_owned(), "social".to_owned()]);
    let names = BTreeSet::from(["Primary care".to_owned()]);
    let found = |line: &str| !faults(&[(String::new(), line.to_owned())], &ids, &names).is_empty();
    for line in
        ["<a href=\"/levels/entry\">", "?level=entry&", "`settings: [social]`", "f(\"social\")", "/// In Primary care."]
    {
        assert!(found(line), "{line}");
    }
    for line in ["kind: \"entry\"", "an entry, social care", "\"social-care\"", "Primary carer", "list[entry]"] {
        assert!(!found(line), "{line}");
    }
}
