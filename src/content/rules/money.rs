//! Amounts of money.

use std::ops::Range;

use crate::content::code::Code;
use crate::content::decode::{LONGEST_TEXT, SpanMap};
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::manifest::DataFile;
use crate::content::rules::texts::{Text, texts};
use crate::content::source::SourceFile;
use crate::content::yaml::YamlNode;

/// Currency signs without another meaning.
const SIGNS: [char; 4] = ['£', '€', '¥', '₹'];
/// Codes of currencies, which stand before or behind a number.
const CODES: [&str; 3] = ["gbp", "eur", "usd"];
/// Words that make a number before them an amount of money.
const WORDS: [&str; 8] = ["pounds", "pound", "pence", "quid", "euros", "euro", "dollars", "dollar"];
/// Numbers in words, as they stand before these.
const NUMBERS: [&str; 23] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand",
];
/// Beginnings of words of a sentence in which pounds weigh.
const WEIGHT: [&str; 8] = ["lift", "carr", "weigh", "heav", "push", "pull", "load", "lose"];
/// Beginnings of words of a sentence in which they are paid all the same.
const PAY: [&str; 12] =
    ["earn", "pay", "paid", "salar", "wage", "cost", "fee", "pric", "charg", "bonus", "grant", "allowance"];
/// Beginnings of words that make "10k" a distance.
const DISTANCE: [&str; 9] = ["run", "ran", "walk", "race", "swim", "cycl", "jog", "hik", "marathon"];
/// Words after which "24k" is an amount; before any other word it counts something.
const AFTER_THOUSANDS: [&str; 24] = [
    "a", "after", "an", "and", "as", "at", "basic", "before", "by", "each", "for", "gross", "if", "in", "net", "on",
    "once", "or", "pa", "per", "plus", "salary", "to", "when",
];
/// What stands behind a sum that is paid for a year.
const YEARLY: [&str; 6] = ["a year", "per year", "per annum", "pa", "p.a", "annually"];
/// From here on, a number with such words is a sum.
const LARGE: f64 = 5_000.0;

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
    for Text { node, text, .. } in texts(root).filter(|it| it.text.len() <= LONGEST_TEXT) {
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
    let sign = text.char_indices().find(|(at, c)| {
        // "â€" is what a wrong encoding makes of a quote.
        SIGNS.contains(c) && !(*c == '€' && text[..*at].ends_with('â')) || (*c == '$' && digit_at(text, at + 1))
    });
    if let Some((start, sign)) = sign {
        let number = start + sign.len_utf8();
        return Some(start..number + number_len(&text[number..]));
    }
    let mut from = 0;
    while let Some(start) = text[from..].find(|c: char| c.is_ascii_digit()).map(|at| from + at) {
        let end = start + number_len(&text[start..]);
        if let Some(range) = number_of_money(text, start..end) {
            return Some(range);
        }
        from = end.max(start + 1);
    }
    in_words(text)
}

/// The byte range of an amount of money whose number stands in `number`.
fn number_of_money(text: &str, number: Range<usize>) -> Option<Range<usize>> {
    let Range { start, end } = number;
    let value: f64 = text[start..end].replace(',', "").parse().unwrap_or_default();
    let before = text[..start].trim_end();
    let code = CODES.iter().find(|code| {
        let at = before.len().checked_sub(code.len());
        at.and_then(|at| before.get(at..)).is_some_and(|word| word.eq_ignore_ascii_case(code))
    });
    if let Some(code) = code {
        return Some(before.len() - code.len()..end);
    }
    let rest = text[end..].trim_start();
    let unit = first_word(rest);
    let after_unit = text.len() - rest.len() + unit.len();
    let is_tight = rest.len() == text.len() - end;
    let unit = unit.to_ascii_lowercase();
    if CODES.contains(&unit.as_str()) || WORDS.contains(&unit.as_str()) && !is_weight(text, start, &unit) {
        return Some(start..after_unit);
    }
    let is_pence = unit == "p" && is_tight && end - start <= 2 && !text[after_unit..].starts_with(".a");
    if is_pence || unit == "k" && is_thousands_of_money(text, start, after_unit, value) {
        return Some(start..after_unit);
    }
    let decimals = text[start..end].rsplit_once('.').is_some_and(|(_, decimals)| decimals.len() == 2);
    let is_rate = ["an hour", "per hour", "a day", "per day"].iter().any(|rate| rest.starts_with(rate));
    let is_yearly = value >= LARGE && YEARLY.iter().any(|yearly| rest.starts_with(yearly));
    (decimals && is_rate || is_yearly).then_some(start..end)
}

/// Whether "24k", which ends at `end`, is money: not a distance, not a count of something.
fn is_thousands_of_money(text: &str, start: usize, end: usize, value: f64) -> bool {
    let sentence = sentence(text, start);
    if any_begins(sentence, &DISTANCE) || value < 10.0 && !any_begins(sentence, &PAY) {
        return false;
    }
    // "a 10k" is a race.
    if matches!(text[..start].trim_end().rsplit(' ').next(), Some("a" | "the" | "A" | "The"))
        && !any_begins(sentence, &PAY)
    {
        return false;
    }
    let rest = text[end..].trim_start();
    let next = first_word(rest).to_ascii_lowercase();
    next.is_empty() || AFTER_THOUSANDS.contains(&next.as_str())
}

/// Whether pounds are a weight here.
fn is_weight(text: &str, at: usize, unit: &str) -> bool {
    let sentence = sentence(text, at);
    unit.starts_with("pound") && any_begins(sentence, &WEIGHT) && !any_begins(sentence, &PAY)
}

/// The byte range of an amount of money whose number is in words: "twenty thousand pounds".
fn in_words(text: &str) -> Option<Range<usize>> {
    let mut before: Option<(usize, &str)> = None;
    for (at, word) in words(text) {
        if let Some((start, number)) = before
            && WORDS.contains(&word.to_ascii_lowercase().as_str())
            && NUMBERS.contains(&number.to_ascii_lowercase().as_str())
            && !is_weight(text, start, &word.to_ascii_lowercase())
        {
            return Some(start..at + word.len());
        }
        before = Some((at, word));
    }
    None
}

/// The words of a text with their byte offsets.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
}

/// The letters and digits that a text begins with. Longer than any word that is looked for, they are cut, which keeps the search
/// linear where a whole text is one word.
fn first_word(text: &str) -> &str {
    let end = text.char_indices().take(16).find(|(_, c)| !c.is_alphanumeric()).map(|(at, _)| at);
    let whole = || text.char_indices().nth(16).map_or(text.len(), |(at, _)| at);
    &text[..end.unwrap_or_else(whole)]
}

/// The sentence around a place, at most 200 bytes to either side.
fn sentence(text: &str, at: usize) -> &str {
    const REACH: usize = 200;
    let from = text.ceil_char_boundary(at.saturating_sub(REACH).min(text.len()));
    let to = text.floor_char_boundary((at + REACH).min(text.len()));
    let start = text[from..at].rfind(". ").map_or(from, |end| from + end + 2);
    let end = text[at..to].find(". ").map_or(to, |end| at + end);
    &text[start..end]
}

fn any_begins(text: &str, beginnings: &[&str]) -> bool {
    words(text).any(|(_, word)| {
        let word = word.to_ascii_lowercase();
        beginnings.iter().any(|beginning| word.starts_with(beginning))
    })
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
            ("About 30k a year", "30k"),
            ("You start on 24k", "24k"),
            ("From 24K to 28K.", "24K"),
            ("24k-30k", "24k"),
            ("GBP 24000", "GBP 24000"),
            ("gbp24,000", "gbp24,000"),
            ("24,000 GBP", "24,000 GBP"),
            ("EUR 50", "EUR 50"),
            ("It costs 50p.", "50p"),
            ("50p an hour more", "50p"),
            ("50 pence", "50 pence"),
            ("A salary of 24,000 a year", "24,000"),
            ("24000 pa", "24000"),
            ("twenty thousand pounds a year", "thousand pounds"),
            ("You are paid to lift for 20 pounds an hour.", "20 pounds"),
            ("It weighs 5 kg. It costs 20 pounds.", "20 pounds"),
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
            "You lift 20 pounds at a time.",
            "Carry loads of up to 20 pounds.",
            "The ward sees 24k patients.",
            "Run a 10k race, or a 5k.",
            "Work with 4K cameras and 1080p screens.",
            "You work 1,500 hours a year.",
            "Push twenty pounds.",
            "See 4 people per hour",
        ] {
            assert_eq!(amount(text), None, "{text}");
        }
    }
}
