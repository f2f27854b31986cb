//! Figures that age: shares in per cent and large counts.

use std::ops::Range;

use crate::content::code::Code;
use crate::content::decode::{LONGEST_TEXT, SpanMap};
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::manifest::DataFile;
use crate::content::rules::money::amount;
use crate::content::rules::texts::{Text, texts};
use crate::content::source::SourceFile;
use crate::content::yaml::YamlNode;

/// Words that make a number before them a share or a large count.
const AGEING: [&str; 6] = ["%", "per cent", "percent", "percentage point", "million", "billion"];
/// A number from here on is taken for a count that ages.
const LARGE: u64 = 1_000;

/// A text outside `facts.yaml` and `pay.yaml` that has a share in per cent or a count of a thousand or more names a year too. In
/// `facts.yaml`, each figure has `as_of`.
pub fn figures_that_age_name_their_year(
    root: &YamlNode,
    file: DataFile,
    source: &SourceFile,
    sink: &mut DiagnosticSink,
) {
    if matches!(file, DataFile::Facts | DataFile::Pay) {
        return;
    }
    for Text { node, text, .. } in texts(root).filter(|it| it.text.len() <= LONGEST_TEXT) {
        // Money is reported as such.
        let Some(range) = ageing_figure(text).filter(|_| amount(text).is_none()) else { continue };
        let span = SpanMap::new(source, node.span, text).of(&range);
        let message = format!("a figure stands here without its year: {}", quoted(&text[range]));
        sink.add(
            Diagnostic::new(Code::FigureWithoutYear, span, message)
                .label("figures age")
                .help("say in the same text of which year it is, or keep it in facts.yaml and write {fact:its-id}"),
        );
    }
}

/// The byte range of the first figure that ages, in a text that names no year.
fn ageing_figure(text: &str) -> Option<Range<usize>> {
    let is_address = text.starts_with("https:") || text.starts_with("mailto:");
    let numbers = || numbers(text).filter(|_| !is_address);
    if numbers().any(|range| is_year(&text[range])) {
        return None;
    }
    numbers().find_map(|range| {
        let after = text[range.end..].trim_start();
        let word = AGEING.iter().find(|word| after.starts_with(**word));
        let end = word.map(|word| text.len() - after.len() + word.len());
        let is_large = || text[range.clone()].contains(',') && count(&text[range.clone()]) >= LARGE;
        end.or_else(|| is_large().then_some(range.end)).map(|end| range.start..end)
    })
}

/// The byte ranges of the numbers in a text, such as `12,000` and `11.5`.
fn numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(|c: char| c.is_ascii_digit())?;
        let rest = &text[start..];
        let len = rest.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).unwrap_or(rest.len());
        let end = start + rest[..len].trim_end_matches([',', '.']).len();
        from = end;
        Some(start..end)
    })
}

fn is_year(number: &str) -> bool {
    number.len() == 4 && number.bytes().all(|digit| digit.is_ascii_digit()) && ["19", "20"].contains(&&number[..2])
}

fn count(number: &str) -> u64 {
    number.replace(',', "").parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::ageing_figure;

    #[test]
    fn shares_and_large_counts_without_a_year_are_found() {
        for (text, found) in [
            ("About 41% of jobs are here.", "41%"),
            ("The rate is 11.5 per cent.", "11.5 per cent"),
            ("There are 121,000 open jobs.", "121,000"),
            ("It sees 1.5 million people a day.", "1.5 million"),
        ] {
            assert_eq!(ageing_figure(text).map(|range| &text[range]), Some(found), "{text}");
        }
    }

    #[test]
    fn other_numbers_and_figures_with_a_year_pass() {
        for text in [
            "In 2025, 41% of jobs were here.",
            "You need 5 GCSEs at grade 4 and 37.5 hours a week.",
            "More than 350 careers, 45 days, level 3.",
            "https://www.example.org/a%20b/1,000",
        ] {
            assert_eq!(ageing_figure(text), None, "{text}");
        }
    }
}
