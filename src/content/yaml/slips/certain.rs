//! Mistakes that the parser would not always stop at: it takes the line for a part of the one above.

use crate::content::code::Code;
use crate::content::unprintable::{control_name, is_control};
use crate::content::yaml::slips::line::SourceLine;
use crate::content::yaml::slips::slip::{LineSlip, Slip};

/// What people and word processors put in place of the dash of an item.
const BULLETS: [char; 22] =
    ['•', '·', '▪', '▫', '◦', '‣', '●', '○', '■', '□', '▸', '►', '➢', '➤', '✓', '✔', '*', '+', '–', '—', '−', '‐'];

/// Whether a text begins with a bullet: one of those signs, or one of the private signs of a word processor's fonts.
pub fn bullet(text: &str) -> Option<char> {
    let first = text.chars().next().filter(|first| BULLETS.contains(first) || is_private(*first))?;
    let rest = &text[first.len_utf8()..];
    // `*word*` and `+44` are no bullets, while a word processor's own sign is one wherever it stands.
    let is_free = rest.starts_with(char::is_whitespace) || !(first.is_ascii() || rest.is_empty());
    is_free.then_some(first)
}

/// A bullet as a message shows it.
pub fn named(sign: char) -> String {
    if is_private(sign) {
        format!("a bullet of a symbol font (U+{:04X})", u32::from(sign))
    } else {
        format!("`{sign}`")
    }
}

/// Whether a character belongs to an area for private use: Word writes the bullets of its symbol fonts so.
pub fn is_private(sign: char) -> bool {
    matches!(sign, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// The marks that version control leaves where two versions of a line differ.
const CONFLICT: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Every control character but line breaks and tabs.
pub(super) fn signs(text: &str) -> Vec<Slip> {
    text.char_indices().filter(|(_, sign)| is_control(*sign)).map(|(at, sign)| control(at, sign)).collect()
}

/// What is said of a control character that stands in a file.
fn control(at: usize, sign: char) -> Slip {
    let name = control_name(sign);
    Slip {
        code: Code::ControlCharacter,
        range: at..at + sign.len_utf8(),
        message: format!("there is {name} here, which no text has"),
        label: "nobody sees it".to_owned(),
        help: "take it out: delete this place and the letters beside it, and type the letters anew".to_owned(),
    }
}

/// A mark of version control. Of a whole conflict, only the first is named.
pub(super) fn conflict(line: &SourceLine<'_>, in_conflict: &mut bool) -> Option<LineSlip> {
    let mark = CONFLICT
        .into_iter()
        .find(|mark| line.text.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))?;
    let was_named = std::mem::replace(in_conflict, mark != CONFLICT[3]) && mark != CONFLICT[0];
    let (message, label) = if mark == CONFLICT[0] {
        ("two versions of these lines stand here", "the first version begins here")
    } else {
        ("a mark of version control was left here", "between two versions of these lines")
    };
    (!was_named).then(|| LineSlip {
        range: 0..mark.len(),
        message: message.to_owned(),
        label: label.to_owned(),
        help: "keep the lines that are right; take away the others and the lines with <<<<<<<, ======= and >>>>>>>"
            .to_owned(),
    })
}

/// White space before a line that looks like spaces and is none to YAML.
pub(super) fn indent(line: &SourceLine<'_>) -> Option<LineSlip> {
    let is_foreign = |c: char| (c.is_whitespace() && c != '\t') || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}');
    let rest = &line.text[line.indent()..];
    let sign = rest.chars().next().filter(|first| is_foreign(*first))?;
    // A byte order mark begins many files.
    if line.number == 0 && sign == '\u{feff}' || rest.chars().all(|c| c.is_whitespace() || is_foreign(c)) {
        return None;
    }
    let end = rest.find(|c: char| !(is_foreign(c) || c == ' ')).map_or(line.text.len(), |len| line.indent() + len);
    let name = if sign == '\u{a0}' { "a no-break space".to_owned() } else { format!("U+{:04X}", u32::from(sign)) };
    Some(LineSlip {
        range: line.indent()..end,
        message: format!("this line is indented with {name}"),
        label: "looks like spaces, and is none to YAML".to_owned(),
        help: "delete what stands before the first letter, and type spaces".to_owned(),
    })
}

/// How a line begins that is an item, or is meant to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    /// A dash and a blank.
    Dash,
    /// A dash with no blank behind it, but this sign.
    TightDash(char),
    /// A sign in place of the dash.
    Bullet(char),
}

/// Whether two lines begin with the same mistake.
fn is_alike(one: Opening, other: Opening) -> bool {
    std::mem::discriminant(&one) == std::mem::discriminant(&other)
}

fn opening(text: &str) -> Option<Opening> {
    if let Some(sign) = bullet(text) {
        return Some(Opening::Bullet(sign));
    }
    match text.strip_prefix('-')?.chars().next() {
        None | Some(' ' | '\t') => Some(Opening::Dash),
        // A mark between documents
        Some('-') => None,
        Some(next) => Some(Opening::TightDash(next)),
    }
}

/// A sign in place of a dash, or a dash without a blank behind it, where an item is expected: under a key without a value, or
/// beside another item. Of items in a row with the same mistake, the first is named.
pub(super) fn dash(line: &SourceLine<'_>, above: Option<&SourceLine<'_>>) -> Option<LineSlip> {
    let above = above?;
    let at = line.indent();
    let text = &line.text[at..];
    let parts = above.parts();
    let after_key = parts.key.is_some() && (parts.value.is_empty() || parts.value.starts_with('#'));
    let beside = opening(&above.text[above.indent()..]).filter(|_| above.indent() == at);
    let found = opening(text)
        .filter(|found| (after_key || beside.is_some()) && !beside.is_some_and(|beside| is_alike(beside, *found)))?;
    let item = |mark: usize| text[mark..].trim().to_owned();
    match found {
        Opening::Dash => None,
        Opening::Bullet(sign) => Some(LineSlip {
            range: at..at + sign.len_utf8(),
            message: format!("{} begins no item of a list", named(sign)),
            label: "not the dash of an item".to_owned(),
            help: format!("begin each item with a dash and a blank: `- {}`", item(sign.len_utf8())),
        }),
        Opening::TightDash(next) => Some(LineSlip {
            range: at..at + 1,
            message: "the dash of this item has no blank behind it".to_owned(),
            label: no_blank(next).to_owned(),
            help: format!("write `- {}`", item(1)),
        }),
    }
}

/// What stands where a blank is asked for.
pub(super) fn no_blank(next: char) -> &'static str {
    if next.is_whitespace() { "what follows is no blank to YAML" } else { "no blank behind it" }
}
