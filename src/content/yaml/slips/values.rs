//! Mistakes in how a value is written: quotes, brackets, and signs that mean something to YAML.

use crate::content::yaml::quoting::in_quotes;
use crate::content::yaml::slips::elements;
use crate::content::yaml::slips::line::{Parts, SourceLine, begins_block, is_word};
use crate::content::yaml::slips::signs::{RESERVED, closing};
use crate::content::yaml::slips::slip::{LineSlip, Slip};

/// The mistake in the value of a line; `after` is the next line.
pub(super) fn of_line(line: &SourceLine<'_>, after: Option<&SourceLine<'_>>) -> Option<LineSlip> {
    let parts = line.parts();
    let first = parts.value.chars().next()?;
    match first {
        '"' | '\'' => quoted(&parts, after),
        '[' | '{' => bracketed(&parts, after),
        '#' => None,
        '|' | '>' if begins_block(parts.value) => flat_block(&parts, after),
        _ => plain(line, &parts, first, after),
    }
}

/// How the value is to be written: `key: "value"`.
fn in_place(parts: &Parts<'_>, value: &str) -> String {
    match (parts.key, parts.is_item) {
        (Some(key), _) => format!("{key}: {value}"),
        (None, true) => format!("- {value}"),
        (None, false) => value.to_owned(),
    }
}

/// A text in quotes that does not end, or goes on after them, or has an escape that means nothing.
fn quoted(parts: &Parts<'_>, after: Option<&SourceLine<'_>>) -> Option<LineSlip> {
    let value = parts.value;
    let quote = value.chars().next()?;
    let range = |from: usize, to: usize| parts.value_at + from..parts.value_at + to;
    let Some(end) = closing(value) else {
        return begins_anew(parts, after).then(|| unclosed(parts, quote));
    };
    let rest = value[end + 1..].trim();
    if !rest.is_empty() && !rest.starts_with('#') {
        return Some(LineSlip {
            range: range(end + 1, value.len()),
            message: "this text goes on after its closing quote".to_owned(),
            label: "after the text has ended".to_owned(),
            help: format!("put the whole text in quotes: `{}`", in_place(parts, &in_quotes(value))),
        });
    }
    let escape = value.find('\\').filter(|_| quote == '"')?;
    let sign = value[escape + 1..].chars().next()?;
    // These are followed by the number of a character, in so many digits.
    let digits = match sign {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    let has_number =
        value[escape + 1 + sign.len_utf8()..].bytes().take(digits).filter(u8::is_ascii_hexdigit).count() == digits;
    let is_known = "0abtnvfre \"/\\N_LPxuU\t".contains(sign) && (digits == 0 || has_number);
    (!is_known).then(|| LineSlip {
        range: range(escape, escape + 1 + sign.len_utf8()),
        message: format!("`\\{sign}` means nothing in double quotes"),
        label: "a backslash begins a special sign".to_owned(),
        help: "write `\\\\` for a backslash, or take it out".to_owned(),
    })
}

fn unclosed(parts: &Parts<'_>, quote: char) -> LineSlip {
    LineSlip {
        range: parts.value_at..parts.value_at + 1,
        message: "this text has no closing quote".to_owned(),
        label: "opened here".to_owned(),
        help: format!("end it with a quote: `{}`", in_place(parts, &format!("{}{quote}", parts.value))),
    }
}

/// Whether the line after this one begins something new rather than going on with the value.
fn begins_anew(parts: &Parts<'_>, after: Option<&SourceLine<'_>>) -> bool {
    after.is_none_or(|after| {
        let next = after.parts();
        after.indent() <= parts.column && (next.key.is_some() || next.is_item) || after.indent() < parts.column
    })
}

/// A text in quotes of a line further above that does not end: the nearest one.
pub(super) fn open_quote(lines: &[SourceLine<'_>]) -> Option<Slip> {
    let open = |line: &&SourceLine<'_>| {
        let value = line.parts().value;
        !line.is_block_text && value.starts_with(['"', '\'']) && closing(value).is_none()
    };
    let line = lines.iter().rev().find(open)?;
    let parts = line.parts();
    let quote = parts.value.chars().next()?;
    // Further lines follow that look like keys or items of their own.
    let goes_on = lines[line.number + 1..].iter().filter(|line| !line.is_blank()).map(SourceLine::parts);
    goes_on.clone().any(|next| next.key.is_some() || next.is_item).then(|| unclosed(&parts, quote).in_line(line))
}

/// A block of text that is not indented.
fn flat_block(parts: &Parts<'_>, after: Option<&SourceLine<'_>>) -> Option<LineSlip> {
    let after = after.filter(|after| {
        after.indent() <= parts.column
            && after.parts().key.is_none()
            && !after.text.trim_start_matches(' ').starts_with('\t')
    })?;
    let steps = " ".repeat(parts.column + 2);
    Some(LineSlip {
        range: parts.value_at..parts.value_at + 1,
        message: "the text of this block is not indented".to_owned(),
        label: "begins a block of text".to_owned(),
        help: format!("begin each of its lines with {} spaces: `{steps}{}`", steps.len(), after.text.trim()),
    })
}

/// A list or a group in brackets that does not end, or with words behind it.
fn bracketed(parts: &Parts<'_>, after: Option<&SourceLine<'_>>) -> Option<LineSlip> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut signs = parts.value.char_indices();
    let mut before = ' ';
    let mut cut = false;
    while let Some((at, sign)) = signs.next() {
        match sign {
            '#' if before == ' ' => {
                cut = true;
                break;
            }
            '"' | '\'' if " [{,:".contains(before) => {
                let Some(end) = closing(&parts.value[at..]) else {
                    return begins_anew(parts, after).then(|| open_quote_in_brackets(parts, at, sign));
                };
                signs.by_ref().take_while(|(place, _)| *place < at + end).for_each(drop);
            }
            '[' | '{' => open.push((at, sign)),
            ']' | '}' => {
                let fits = |open: char| (open == '[') == (sign == ']');
                match open.pop() {
                    Some((_, bracket)) if fits(bracket) => {}
                    Some((from, bracket)) => return Some(open_bracket(parts, from, bracket, false)),
                    None => return Some(surplus(parts, at, sign)),
                }
            }
            _ => {}
        }
        before = sign;
    }
    let Some(&(at, bracket)) = open.last() else {
        let end = parts.value.find([']', '}'])? + 1;
        let rest = parts.value[end..].trim_start();
        if rest == "," && begins_anew(parts, after) {
            return Some(surplus(parts, parts.value.len() - 1, ','));
        }
        if rest.is_empty() || rest.starts_with([',', '#', ']', '}']) {
            return elements::of_brackets(parts.value).map(|slip| slip.at(parts.value_at));
        }
        return Some(LineSlip {
            range: parts.value_at + end..parts.value_at + parts.value.len(),
            message: "this value goes on after its closing bracket".to_owned(),
            label: "after the list has ended".to_owned(),
            help: format!("if it is a text, put it in quotes: `{}`", in_place(parts, &in_quotes(parts.value))),
        });
    };
    begins_anew(parts, after).then(|| open_bracket(parts, at, bracket, cut))
}

/// A sign behind a value that closes or divides nothing.
fn surplus(parts: &Parts<'_>, at: usize, sign: char) -> LineSlip {
    LineSlip {
        range: parts.value_at + at..parts.value_at + at + 1,
        message: format!("there is a `{sign}` too many"),
        label: "belongs to nothing".to_owned(),
        help: "take it away".to_owned(),
    }
}

/// A text in quotes within brackets that does not end on its line.
fn open_quote_in_brackets(parts: &Parts<'_>, at: usize, quote: char) -> LineSlip {
    LineSlip {
        range: parts.value_at + at..parts.value_at + at + 1,
        message: "this text has no closing quote".to_owned(),
        label: "opened here".to_owned(),
        help: format!("end it with `{quote}`"),
    }
}

fn open_bracket(parts: &Parts<'_>, at: usize, bracket: char, cut: bool) -> LineSlip {
    let (what, end) = if bracket == '[' { ("list", ']') } else { ("group", '}') };
    let help = if cut {
        "` #` begins a comment: put the item that has it in quotes".to_owned()
    } else {
        format!("end it with `{end}`")
    };
    LineSlip {
        range: parts.value_at + at..parts.value_at + at + 1,
        message: format!("this {what} has no closing bracket"),
        label: "opened here".to_owned(),
        help,
    }
}

/// An item that begins with a key without its colon: other keys follow in its column.
fn key_without_colon(parts: &Parts<'_>, after: Option<&SourceLine<'_>>) -> Option<LineSlip> {
    let after = after.filter(|after| parts.is_item && parts.key.is_none() && after.indent() > parts.column)?;
    let next = after.parts();
    let (first, rest) = parts.value.split_once(' ')?;
    let is_key = is_word(first) && first.starts_with(|c: char| c.is_ascii_lowercase());
    (is_key && next.key.is_some() && !next.is_item).then(|| LineSlip {
        range: parts.value_at..parts.value_at + first.len(),
        message: format!("`{first}` has no colon behind it"),
        label: "no colon".to_owned(),
        help: format!("a key ends with a colon and a blank: is `{first}: {}` meant?", rest.trim()),
    })
}

/// A text without quotes that has a sign which means something to YAML.
fn plain(line: &SourceLine<'_>, parts: &Parts<'_>, first: char, after: Option<&SourceLine<'_>>) -> Option<LineSlip> {
    let value = parts.value;
    let quoted = format!("put it in quotes: `{}`", in_place(parts, &in_quotes(value)));
    let slip = |at: usize, len: usize, message: String, label: &str| {
        let range = parts.value_at + at..parts.value_at + at + len;
        Some(LineSlip { range, message, label: label.to_owned(), help: quoted.clone() })
    };
    if let (Some(key), true) = (parts.key, value == "-" || value.starts_with("- ")) {
        let message = "an item of a list stands on the line of its key".to_owned();
        let help = format!("begin a new line for it, two spaces further in than `{key}:`: `{value}`");
        let range = parts.value_at..parts.value_at + 1;
        return Some(LineSlip { range, message, label: "no item here".to_owned(), help });
    }
    if let Some(slip) = key_without_colon(parts, after) {
        return Some(slip);
    }
    if RESERVED.contains(first) {
        let message = format!("a text without quotes cannot begin with `{first}`");
        return slip(0, first.len_utf8(), message, "means something else to YAML");
    }
    // A key with an unusual name, such as "a key: x", is a text with a colon too.
    let colon = value.find(": ").or_else(|| value.ends_with(':').then(|| value.len() - 1));
    if let Some(at) = colon.filter(|_| parts.key.is_some() || line.indent() > 0) {
        let message = "this text has a colon that YAML takes for the end of a key".to_owned();
        return slip(at, 1, message, "a colon with a blank behind it");
    }
    let goes_on = after.is_some_and(|after| after.indent() > parts.column);
    if let Some(at) = value.find(" #").filter(|_| goes_on) {
        let message = "this text is cut off: ` #` begins a comment, and its next line is lost".to_owned();
        return slip(at + 1, 1, message, "a comment begins here");
    }
    None
}
