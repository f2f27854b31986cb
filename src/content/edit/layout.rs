//! Where the parts of a YAML tree stand in their text, and the edits that take parts away.

use std::ops::Range;

use crate::content::edit::text_edit::TextEdit;
use crate::content::source::Spanned;
use crate::content::yaml::{YamlNode, YamlValue};

/// An entry of a map.
pub type KeyAndValue = (Spanned<String>, YamlNode);

/// The end of a value, without what follows it. Unlike its span, that of a block ends with its last part.
pub fn end(text: &str, node: &YamlNode) -> usize {
    match &node.kind {
        _ if is_flow(text, node) => Some(node.span.range().end),
        YamlValue::List(items) => items.last().map(|item| end(text, item)),
        YamlValue::Map(entries) => entries.last().map(|(key, value)| end(text, value).max(key.span.range().end)),
        YamlValue::Scalar { .. } | YamlValue::Refused => None,
    }
    .unwrap_or_else(|| node.span.range().end)
}

/// Whether a list or map is written in brackets.
pub fn is_flow(text: &str, node: &YamlNode) -> bool {
    matches!(node.kind, YamlValue::List(_) | YamlValue::Map(_))
        && text.get(node.span.range()).is_some_and(|written| written.starts_with(['[', '{']))
}

/// The edits that take these items, by their position, out of a list that keeps others.
pub fn without_items(text: &str, list: &YamlNode, gone: &[usize]) -> Vec<TextEdit> {
    let YamlValue::List(items) = &list.kind else { return Vec::new() };
    let parts: Vec<Range<usize>> = items.iter().map(|item| item.span.range().start..end(text, item)).collect();
    if is_flow(text, list) {
        return without_parts(&parts, gone);
    }
    let edits = gone.iter().filter_map(|at| {
        let part = parts.get(*at)?;
        Some(TextEdit::new(line_start(text, part.start)..after_line(text, part.end), ""))
    });
    edits.collect()
}

/// The edits that take these keys, by their position, out of a map that keeps others.
pub fn without_keys(text: &str, map: &YamlNode, gone: &[usize]) -> Vec<TextEdit> {
    let YamlValue::Map(entries) = &map.kind else { return Vec::new() };
    let parts: Vec<Range<usize>> = entries.iter().map(|entry| entry_range(text, entry)).collect();
    if is_flow(text, map) {
        return without_parts(&parts, gone);
    }
    let edits = gone.iter().filter_map(|at| {
        let part = parts.get(*at)?;
        let start = line_start(text, part.start);
        let stands_alone = text.get(start..part.start).is_some_and(|before| before.trim().is_empty());
        // The first key of an item of a list stands behind a dash, where the next key then stands.
        let next_kept = (at + 1..parts.len()).find(|next| !gone.contains(next)).and_then(|next| parts.get(next));
        Some(match next_kept {
            Some(next) if !stands_alone => TextEdit::new(part.start..next.start, ""),
            _ => TextEdit::new(start..after_line(text, part.end), ""),
        })
    });
    edits.collect()
}

/// The range of a key and its value.
pub fn entry_range(text: &str, (key, value): &KeyAndValue) -> Range<usize> {
    let start = key.span.range();
    start.start..end(text, value).max(start.end)
}

/// The edits that take parts between commas away.
fn without_parts(parts: &[Range<usize>], gone: &[usize]) -> Vec<TextEdit> {
    let last_kept = (0..parts.len()).rev().find(|at| !gone.contains(at));
    let cut = |at: usize| -> Option<TextEdit> {
        let part = parts.get(at)?;
        match last_kept {
            Some(last) if last > at => Some(TextEdit::new(part.start..parts.get(at + 1)?.start, "")),
            // Those behind the last that is kept go with the comma before them.
            Some(last) => Some(TextEdit::new(parts.get(last)?.end..parts.last()?.end, "")),
            None => None,
        }
    };
    gone.iter().filter_map(|at| cut(*at)).collect()
}

/// The start of the line of an offset.
pub fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// The start of the line after that of an offset.
pub fn after_line(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|after| after.find('\n')).map_or(text.len(), |newline| at + newline + 1)
}
