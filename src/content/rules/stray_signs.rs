//! Signs that came along when a text was copied from a word processor, from a page, or through a wrong encoding.

use std::ops::Range;

use crate::content::code::Code;
use crate::content::decode::SpanMap;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::manifest::DataFile;
use crate::content::rules::texts::{Text, words};
use crate::content::source::SourceFile;
use crate::content::yaml::{YamlNode, bullet, is_private, named};

/// Keys of titles, in which nobody speaks.
const TITLES: [&str; 4] = ["title", "other_titles", "name", "short"];
/// Quotes of word processors and of keyboards. A single one may be an apostrophe.
const QUOTES: [char; 7] = ['"', '“', '”', '„', '«', '»', '‟'];
/// What is left of signs outside ASCII when UTF-8 is read as Windows-1252.
const BROKEN: [&str; 8] = ["â€", "Ã©", "Ã¨", "Ã¡", "Ã¼", "Ã¶", "Â£", "Â "];

/// A sign in a text that does not belong there.
struct Stray {
    range: Range<usize>,
    message: String,
    help: String,
}

/// No text has signs that only a word processor needs, and none that a wrong encoding made.
pub fn no_text_has_stray_signs(root: &YamlNode, file: DataFile, source: &SourceFile, sink: &mut DiagnosticSink) {
    for text in words(root, file) {
        if let Some(Stray { range, message, help }) = stray(&text) {
            let span = SpanMap::new(source, text.node.span, text.text).of(&range);
            sink.add(Diagnostic::new(Code::StraySign, span, message).label("does not belong here").help(help));
        }
    }
}

fn stray(text: &Text<'_>) -> Option<Stray> {
    wordless(text)
        .or_else(|| broken(text.text))
        .or_else(|| bullet_of_line(text))
        .or_else(|| private(text.text))
        .or_else(|| if TITLES.contains(&text.key) { quotes(text.text) } else { around(text) })
}

/// A text without a letter or a digit.
fn wordless(text: &Text<'_>) -> Option<Stray> {
    // A key without a value is said to be empty.
    let text = text.node.text()?;
    let is_wordless = !text.trim().is_empty() && !text.chars().any(char::is_alphanumeric);
    is_wordless.then(|| Stray {
        range: 0..text.len(),
        message: format!("there is no word in {}", quoted(text)),
        help: "write what is meant, or leave it out".to_owned(),
    })
}

/// A sign that was read in a wrong encoding.
fn broken(text: &str) -> Option<Stray> {
    let (at, part) = BROKEN.iter().find_map(|part| Some((text.find(part)?, *part)))?;
    Some(Stray {
        range: at..at + part.len(),
        message: format!("{} is a sign that was read in a wrong encoding", quoted(part)),
        help: "type the sign that is meant: an apostrophe, a dash or a letter with an accent; save files as UTF-8"
            .to_owned(),
    })
}

/// A bullet at the beginning of a text, or of a line of one with Markdown.
fn bullet_of_line(text: &Text<'_>) -> Option<Stray> {
    let mut at = 0;
    for line in text.text.split_inclusive('\n') {
        let words = line.trim_start();
        // In Markdown some of these begin a list.
        let found = bullet(words).filter(|sign| !(text.is_markdown() && sign.is_ascii()));
        if let Some(sign) = found {
            let start = at + line.len() - words.len();
            let help = if text.is_markdown() {
                format!(
                    "begin each item with a dash and a blank, and leave an empty line before the first: `- {}`",
                    words[sign.len_utf8()..].trim()
                )
            } else {
                format!("leave it out: `{}`", words[sign.len_utf8()..].trim())
            };
            return Some(Stray {
                range: start..start + sign.len_utf8(),
                message: format!("{} stands before the words", named(sign)),
                help,
            });
        }
        if !text.is_markdown() {
            return None;
        }
        at += line.len();
    }
    None
}

/// A sign of a symbol font, which other fonts do not have.
fn private(text: &str) -> Option<Stray> {
    let (at, sign) = text.char_indices().find(|(_, sign)| is_private(*sign))?;
    Some(Stray {
        range: at..at + sign.len_utf8(),
        message: format!("there is a sign that only one font has (U+{:04X})", u32::from(sign)),
        help: "take it out: readers see an empty box".to_owned(),
    })
}

/// Quotes in a title.
fn quotes(text: &str) -> Option<Stray> {
    let (at, sign) =
        text.char_indices().find(|(at, sign)| QUOTES.contains(sign) || *sign == '‘' || *at == 0 && *sign == '’')?;
    let is_quote = |sign: char| QUOTES.contains(&sign) || matches!(sign, '‘' | '’' | '\'');
    let without = text.trim_matches(is_quote);
    Some(Stray {
        range: at..at + sign.len_utf8(),
        message: format!("{} stands in a title", quoted(&sign.to_string())),
        help: if without.contains(QUOTES) {
            "write the title without quotes".to_owned()
        } else {
            format!("write the title without quotes: `{without}`")
        },
    })
}

/// Typographic quotes around a whole text: the quotes of YAML are straight.
fn around(text: &Text<'_>) -> Option<Stray> {
    let words = text.text.trim();
    let inside = words.strip_prefix(['“', '„', '”']).and_then(|rest| rest.strip_suffix(['”', '“']))?;
    let at = text.text.find(words)?;
    let first = words.chars().next()?;
    (!inside.contains(['“', '”', '„'])).then(|| Stray {
        range: at..at + first.len_utf8(),
        message: "quotes of a word processor stand around this text".to_owned(),
        help: "leave them out, or use straight quotes, which readers do not see".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::{broken, quotes};

    #[test]
    fn apostrophes_and_accents_are_no_stray_signs() {
        for title in ["Children’s Nurse", "Children's Nurse", "O'Brien", "Café Âme", "Nurse (R.N.)"] {
            assert!(quotes(title).is_none() && broken(title).is_none(), "{title}");
        }
    }
}
