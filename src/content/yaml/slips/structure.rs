//! Mistakes in what holds a line together: its indentation, its key and its colon.

use crate::content::yaml::slips::certain::no_blank;
use crate::content::yaml::slips::line::{Parts, SourceLine, is_word};
use crate::content::yaml::slips::slip::{LineSlip, Slip};

/// The mistake that a line shows by itself.
pub(super) fn of_line(line: &SourceLine<'_>) -> Option<LineSlip> {
    tab(line).or_else(|| colon(line)).or_else(|| other_colon(line)).or_else(|| no_colon(line))
}

/// A tab before the first letter.
fn tab(line: &SourceLine<'_>) -> Option<LineSlip> {
    let at = line.text.find('\t').filter(|at| line.text[..*at].trim().is_empty())?;
    Some(LineSlip {
        range: at..at + 1,
        message: "this line is indented with a tab".to_owned(),
        label: "a tab".to_owned(),
        help: "put spaces in its place: two for each step".to_owned(),
    })
}

/// A key whose colon has no blank behind it.
fn colon(line: &SourceLine<'_>) -> Option<LineSlip> {
    let Parts { key: None, value, value_at, .. } = line.parts() else { return None };
    let (key, rest) = value.split_once(':')?;
    let next = rest.chars().next()?;
    // `https://`, and times of the day
    if !is_word(key) || key.contains('-') || rest.starts_with("//") || matches!(next, ':' | ' ') {
        return None;
    }
    let dash = line.text[..value_at].trim_start();
    let at = value_at + key.len();
    Some(LineSlip {
        range: at..at + 1,
        message: format!("the colon of `{key}` has no blank behind it"),
        label: no_blank(next).to_owned(),
        help: format!("write `{dash}{key}: {}`", rest.trim_start()),
    })
}

/// A sign in place of the colon of a key.
fn other_colon(line: &SourceLine<'_>) -> Option<LineSlip> {
    let Parts { key: None, value, value_at, .. } = line.parts() else { return None };
    let at = value.find(['=', '：', ';', '꞉', '︓'])?;
    let key = value[..at].trim_end();
    let sign = value[at..].chars().next()?;
    if !is_word(key) || key.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let rest = value[at + sign.len_utf8()..].trim();
    Some(LineSlip {
        range: value_at + at..value_at + at + sign.len_utf8(),
        message: format!("`{sign}` is not the colon of a key"),
        label: "no colon".to_owned(),
        help: format!("write `{key}: {rest}`"),
    })
}

/// A key at the margin without its colon: a text that goes on stands further in.
fn no_colon(line: &SourceLine<'_>) -> Option<LineSlip> {
    let Parts { key: None, is_item: false, value, .. } = line.parts() else { return None };
    let (first, rest) = value.split_once(' ').filter(|_| line.indent() == 0)?;
    let is_key = is_word(first) && first.starts_with(|c: char| c.is_ascii_lowercase()) && !rest.contains(": ");
    is_key.then(|| LineSlip {
        range: 0..first.len(),
        message: format!("`{first}` has no colon behind it"),
        label: "no colon".to_owned(),
        help: format!("a key ends with a colon and a blank: is `{first}: {}` meant?", rest.trim()),
    })
}

/// What is wrong with the place of the last of these lines among those above it.
pub(super) fn of_place(lines: &[SourceLine<'_>]) -> Option<Slip> {
    let (line, before) = lines.split_last()?;
    // At the end of a file the last line with words is meant.
    if line.is_blank() {
        return of_place(before);
    }
    let above = before.iter().rev().find(|line| !line.is_blank() && !line.is_block_text)?;
    let (parts, above_parts) = (line.parts(), above.parts());
    let slip = |message: String, label: &str, help: String| {
        let range = line.indent()..line.text.trim_end().len();
        Some(LineSlip { range, message, label: label.to_owned(), help }.in_line(line))
    };
    let same = line.indent() == above.indent();
    if same && above_parts.is_item && !parts.is_item {
        let message = "this line has no dash, and the items above it have one".to_owned();
        let help = format!("begin it with a dash and a blank: `- {}`", parts.value);
        return slip(message, "no item", help);
    }
    if parts.key.is_none() && !parts.is_item {
        let mut words = parts.value.splitn(2, ' ');
        let (first, rest) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let help = if is_word(first) && first.starts_with(|c: char| c.is_ascii_lowercase()) && !rest.is_empty() {
            format!("a key ends with a colon and a blank: is `{first}: {rest}` meant?")
        } else {
            "if it belongs to the text above, indent it further; else begin it with a key and a colon, or a dash"
                .to_owned()
        };
        return slip("this line is neither a key with its value nor an item".to_owned(), "no colon", help);
    }
    if same {
        return None;
    }
    let is_under_text =
        above_parts.key.is_some() && !above_parts.value.is_empty() && line.indent() > above_parts.column;
    if let (true, Some(key)) = (is_under_text, parts.key) {
        let message = format!("`{key}:` looks like a key here, and stands under a text");
        let help = "if it goes on with the text, put the whole text in quotes; if it is a key, begin it in the column of the keys above";
        return slip(message, "a colon with a blank behind it", help.to_owned());
    }
    let message = "this line is not indented like its neighbours".to_owned();
    let help = format!(
        "lines that belong together begin in one column: this one begins in column {}, the one above in column {}",
        line.indent() + 1,
        above_parts.column + 1
    );
    slip(message, "its column fits nothing above", help)
}
