//! Amounts of money.

use std::ops::Range;

use crate::content::code::Code;
use crate::content::decode::{LONGEST_TEXT, SpanMap};
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::manifest::DataFile;
use crate::content::rules::texts::texts;
use crate::content::source::SourceFile;
use crate::content::yaml::YamlNode;

/// Currency signs without another meaning.
const SIGNS: [char; 4] = ['£', '€', '¥', '₹'];
/// Words that make a number before them an amount of money.
const WORDS: [&str; 9] = ["pounds", "pound", "pence", "quid", "gbp", "euros", "euro", "dollars", "dollar"];

/// Amounts of money are written in `facts.yaml` and `pay.yaml` only.
pub fn only_figures_and_pay_have_amounts_of_money(
    root: &YamlNode,
    file: DataFile,
    source: &SourceFile,
    sink: &mut DiagnosticSink,
) {
    if matches!(file, DataFile::Facts | DataFile::Pay) {
        return;
    }
    // Longer texts are an error already.
    for (node, text) in texts(root).filter(|(_, text)| text.len() <= LONGEST_TEXT) {
        let Some(range) = amount(text) else { continue };
        let span = SpanMap::new(source, node.span, text).of(&range);
        let message = format!("an amount of money stands here: {}", quoted(&text[range]));
        sink.add(
            Diagnostic::new(Code::MoneyOutsideFacts, span, message)
                .label("money ages quickly")
                .help("name the band of pay.yaml, or keep it in facts.yaml and write {fact:its-id}, or leave it out"),
        );
    }
}

/// The byte range of the first amount of money in a text.
pub(super) fn amount(text: &str) -> Option<Range<usize>> {
    let sign = text.char_indices().find(|(at, c)| SIGNS.contains(c) || (*c == '$' && digit_at(text, at + 1)));
    if let Some((start, sign)) = sign {
        let number = start + sign.len_utf8();
        return Some(start..number + number_len(&text[number..]));
    }
    let mut from = 0;
    while let Some(start) = text[from..].find(|c: char| c.is_ascii_digit()).map(|at| from + at) {
        let end = start + number_len(&text[start..]);
        let rest = text[end..].trim_start();
        // Longer than any of WORDS; the limit keeps this linear where a whole text is one word.
        let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).take(10).collect();
        let decimals = text[start..end].rsplit_once('.').is_some_and(|(_, decimals)| decimals.len() == 2);
        let rate = ["an hour", "per hour", "a day", "per day"].iter().any(|rate| rest.starts_with(rate));
        let thousands = ["k a year", "k per year", "k per annum"].iter().any(|rate| rest.starts_with(rate));
        if WORDS.contains(&word.to_ascii_lowercase().as_str()) {
            return Some(start..text.len() - rest.len() + word.len());
        }
        if (decimals && rate) || thousands {
            return Some(start..end);
        }
        from = end;
    }
    None
}

fn digit_at(text: &str, at: usize) -> bool {
    text.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
}

/// Length in bytes of the number at the start of a text, such as `12,000.50`.
fn number_len(text: &str) -> usize {
    let len = text.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).unwrap_or(text.len());
    text[..len].trim_end_matches([',', '.']).len()
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn amounts_of_money_are_found() {
        for (text, found) in [
            ("You earn £12,000 a year.", "£12,000"),
            ("You earn 12,000 pounds.", "12,000 pounds"),
            ("It pays 12.50 an hour.", "12.50"),
            ("About 30k a year", "30"),
            ("$20 each", "$20"),
            ("Pay in €.", "€"),
        ] {
            assert_eq!(amount(text).map(|range| &text[range]), Some(found), "{text}");
        }
    }

    #[test]
    fn ordinary_numbers_are_no_money() {
        for text in [
            "You have 5 GCSEs at grade 4.",
            "37.5 hours a week, 1,500 beds, 24/7, level 3.",
            "It takes 2.5 years, 12 hours a day.",
            "Push and pound the drum; lift pounds of flour; a variable called $name.",
            "Run 10k.",
            "See 4 people per hour",
        ] {
            assert_eq!(amount(text), None, "{text}");
        }
    }
}
