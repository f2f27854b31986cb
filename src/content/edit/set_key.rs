//! Sets a key of a role file, in its place among the others.

use crate::catalogue::model::role_keys::RoleKey;
use crate::content::documents::Document;
use crate::content::edit::layout::{after_line, end, entry_range, is_flow, line_start};
use crate::content::edit::text_edit::TextEdit;
use crate::content::yaml::{YamlNode, YamlValue};

/// The edit that writes `entry` (the key, a colon, the value and a line break) in the place of the key, or where it belongs.
pub fn set_key(document: &Document, key: RoleKey, entry: &str) -> Option<TextEdit> {
    let YamlValue::Map(entries) = &document.root.kind else { return None };
    if let Some(there) = entries.iter().find(|(name, _)| name.as_str() == key.name()) {
        return Some(TextEdit::new(entry_range(&document.text, there), entry.trim_end()));
    }
    let place = |name: &str| RoleKey::ALL.iter().position(|key| key.name() == name);
    let before = |name: &str| place(name).is_some_and(|at| Some(at) < place(key.name()));
    let previous = entries.iter().rev().find(|(name, _)| before(name.as_str()));
    let at = previous.map_or(0, |previous| after_line(&document.text, entry_range(&document.text, previous).end));
    let line_break = if at > 0 && !document.text.get(..at)?.ends_with('\n') { "\n" } else { "" };
    Some(TextEdit::new(at..at, format!("{line_break}{entry}")))
}

/// The edit that adds ids to a list.
pub fn add_to_list(document: &Document, key: RoleKey, ids: &[&str]) -> Option<TextEdit> {
    let text = &document.text;
    match document.root.get(key.name()) {
        Some(list @ YamlNode { kind: YamlValue::List(items), .. }) if is_flow(text, list) => {
            let at = items.last().map_or(list.span.range().start + 1, |last| end(text, last));
            let comma = if items.is_empty() { "" } else { ", " };
            Some(TextEdit::new(at..at, format!("{comma}{}", ids.join(", "))))
        }
        Some(YamlNode { kind: YamlValue::List(items), .. }) => {
            let last = items.last()?;
            let start = last.span.range().start;
            let dash = text.get(line_start(text, start)..start)?;
            let at = end(text, last);
            Some(TextEdit::new(at..at, ids.iter().map(|id| format!("\n{dash}{id}")).collect::<String>()))
        }
        _ => {
            let items: String = ids.iter().map(|id| format!("  - {id}\n")).collect();
            set_key(document, key, &format!("{}:\n{items}", key.name()))
        }
    }
}
