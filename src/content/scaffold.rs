//! A new role file, ready to fill in, made from the declaration of the keys.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::catalogue::model::reference::slug;
use crate::catalogue::model::role_keys::{Presence, RoleKey, RoleKeyInfo};
use crate::content::yaml::PlainScalar;

/// A file that is still to be written to disk.
#[derive(Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its name within the folder of its kind.
    pub name: String,
    /// Its content.
    pub text: String,
}

/// The comment at the head of a new role file.
const HEAD: &str = "\
# `career-pathways check` says what is still to fill in. Write what a source says, in your own words, and leave out what no
# source says: the page then tells readers \"not recorded\". To use a line that begins with `#` and a key, take the `#` away.
";

/// A role file for this title, to be filled in: optional keys are comments. `None` if no id can be made of the title.
#[must_use]
pub fn new_role_file(title: &str, today: Date) -> Option<NewFile> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let id = slug(&title);
    if !id.contains(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut text = HEAD.to_owned();
    for key in RoleKey::ALL {
        let filled = match key {
            RoleKey::Id => Some(id.clone()),
            RoleKey::Title => Some(as_yaml(&title)),
            // Until a source says otherwise.
            RoleKey::Judged => Some("[levels, settings, categories]".to_owned()),
            RoleKey::Reviewed => Some(today.to_string()),
            RoleKey::ReviewBy => Some(today.saturating_add(1.year()).to_string()),
            _ => None,
        };
        let key = key.info();
        text.push_str(&comment(key));
        text.push_str(&match filled {
            Some(value) => entry(key.name, &value),
            None if key.presence == Presence::Optional => {
                entry(key.name, key.example).lines().map(|line| format!("#{line}\n")).collect()
            }
            None => entry(key.name, if key.shape.is_list() { "[]" } else { "" }),
        });
    }
    Some(NewFile { name: format!("{id}.yaml"), text })
}

/// A role file in which every key has its example: what `data/README.md` shows.
#[must_use]
pub fn example_role_file() -> String {
    RoleKey::ALL.iter().map(|key| comment(key.info()) + &entry(key.info().name, key.info().example)).collect()
}

/// The comment on a key.
fn comment(key: &RoleKeyInfo) -> String {
    let presence = match key.presence {
        Presence::Optional => "",
        Presence::RequiredMaybeEmpty => ", required, may be []",
        Presence::Required => ", required",
    };
    format!("# {} ({}{presence})\n", key.meaning, key.shape)
}

/// A key and its value, which may be a block of lines.
fn entry(name: &str, value: &str) -> String {
    let space = if value.is_empty() || value.starts_with('\n') { "" } else { " " };
    format!("{name}:{space}{value}\n")
}

/// A text as a YAML scalar that no parser takes for another type.
fn as_yaml(text: &str) -> String {
    let safe = |c: char| c.is_alphanumeric() || " &'()/,.-".contains(c);
    if text.starts_with(char::is_alphabetic) && text.chars().all(safe) && PlainScalar::of(text) == PlainScalar::Text {
        return text.to_owned();
    }
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push_str(&format!("\\U{:08x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{as_yaml, new_role_file};
    use crate::content::code::Code;
    use crate::content::{DataFiles, load};

    /// The codes of the faults of a role file in an otherwise empty folder, without those of the missing files.
    fn faults(name: &str, text: &str) -> Vec<Code> {
        let files = vec![(format!("roles/{name}"), text.as_bytes().to_vec())];
        let loaded = load(DataFiles::from_memory("data", files), date(2026, 11, 22));
        let around = [Code::MissingFile, Code::UnknownRole, Code::RegisterNotByLaw, Code::UnknownPayScheme];
        loaded.diagnostics.iter().map(|item| item.code).filter(|code| !around.contains(code)).collect()
    }

    #[test]
    fn what_is_wrong_with_a_new_file_is_what_is_to_be_filled_in() {
        let file = new_role_file("Health & Wellbeing: Coach", date(2026, 11, 22)).unwrap();
        assert_eq!(file.name, "health-and-wellbeing-coach.yaml");
        let mut faults = faults(&file.name, &file.text);
        faults.sort();
        let (text, list) = (Code::EmptyText, Code::EmptyList);
        assert_eq!(faults, [Code::MissingSource, text, text, list, list, list]);
    }

    #[test]
    fn every_key_that_may_be_used_is_a_key() {
        let file = new_role_file("Coach", date(2026, 11, 22)).unwrap();
        let lines = file.text.lines().map(|line| match line.strip_prefix('#') {
            Some(key) if key.starts_with("  ") || !key.starts_with(' ') => key,
            _ => line,
        });
        let filled = lines.collect::<Vec<_>>().join("\n");
        let filled = filled.replace(": []", ": [x]").replace("levels: [x]", "levels: [entry]");
        let filled = filled.replace("settings: [x]", "settings: [social]");
        let filled = filled.replace("summary:\n", "summary: Words.\n").replace("what_it_is:\n", "what_it_is: Words.\n");
        assert_eq!(faults(&file.name, &filled), []);
        assert!(filled.contains("\nmore_at: [association-of-nurses]"));
    }

    #[test]
    fn a_title_stays_what_it_is() {
        assert_eq!(as_yaml("Cook / Kitchen Assistant"), "Cook / Kitchen Assistant");
        assert_eq!(as_yaml("no"), "\"no\"");
        assert_eq!(as_yaml("A: \"b\""), "\"A: \\\"b\\\"\"");
        assert_eq!(as_yaml("*x"), "\"*x\"");
    }

    #[test]
    fn a_title_without_a_letter_is_none() {
        assert_eq!(new_role_file("42 !", date(2026, 11, 22)), None);
        assert_eq!(new_role_file("", date(2026, 11, 22)), None);
    }
}
