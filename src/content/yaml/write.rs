//! Texts as YAML scalars.

use crate::content::yaml::plain::PlainScalar;

/// A text as a scalar in a block: plain where every parser reads it as this text, else in double quotes.
#[must_use]
pub fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted_scalar(text) }
}

/// A text in double quotes.
#[must_use]
pub fn quoted_scalar(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            c if !is_printable(c) => quoted.push_str(&format!("\\U{:08x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

/// Whether a text may stand without quotes on one line of a block.
fn is_plain(text: &str) -> bool {
    const INDICATORS: &str = "-?:,[]{}#&*!|>'\"%@`";
    let begins_well = text.starts_with(|c: char| !INDICATORS.contains(c) && !c.is_whitespace());
    begins_well
        && !text.ends_with(|c: char| c == ':' || c.is_whitespace())
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.starts_with("...")
        && text.chars().all(is_printable)
        && PlainScalar::of(text) == PlainScalar::Text
}

/// Whether a character means itself in every scalar: no control character, no line break of any version, no mark of order.
pub(super) fn is_printable(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn a_title_stays_what_it_is() {
        assert_eq!(scalar("Cook / Kitchen Assistant"), "Cook / Kitchen Assistant");
        assert_eq!(scalar("24/7, all week"), "24/7, all week");
        for (text, written) in [
            ("no", "\"no\""),
            ("A: \"b\"", "\"A: \\\"b\\\"\""),
            ("*x", "\"*x\""),
            ("Care Worker #1", "\"Care Worker #1\""),
            ("2026-11-22", "\"2026-11-22\""),
            ("", "\"\""),
            ("a\nb", "\"a\\nb\""),
        ] {
            assert_eq!(scalar(text), written);
        }
    }
}
