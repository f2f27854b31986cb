//! Random bytes and random slips: whatever stands in a file, loading it and saying what is wrong ends without a panic, and what is shown
//! of it is in bounds.
//!
//! `PROPTEST_CASES` says how many; `tests/proof/fuzz` runs millions.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use career_pathways::content::{Loaded, report};
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_oneof, proptest};
use proptest::sample::select;
use scraper::{Html, Selector};

use crate::checks::base;
use crate::support::{TestSite, load_all};

/// Pieces that mean something to YAML, to Markdown or to the checks.
const PIECES: &[&str] = &[
    ": ",
    "- ",
    "\n",
    "\n  ",
    "\n    ",
    "\t",
    "#",
    "&a",
    "*a",
    "!t",
    "{",
    "}",
    "[",
    "]",
    ",",
    "'",
    "\"",
    "|",
    ">",
    "---",
    "%",
    "?",
    "<<",
    "\\",
    "\u{feff}",
    "\r\n",
    "\u{85}",
    "é",
    "£1",
    "no",
    "1.10",
    "~",
    "**",
    "*x*",
    "[a](/roles/x)",
    "{fact:x}",
    "{fact:",
    "<b>",
    "`",
    "1. ",
    "> ",
    "![i](j)",
    "2026-11-22",
    "-1",
    "99999999999999999999",
    "nurse",
    "id",
    "to",
    "from",
    "sources",
    "\u{1b}[31m",
    "\u{202e}",
];

/// Everything that a load does.
fn load(path: &str, bytes: Vec<u8>) -> Loaded {
    static BASE: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(base);
    let mut files = BASE.clone();
    files.insert(path.to_owned(), bytes);
    let loaded = load_all(files);
    let said = report::render(&loaded.diagnostics, report::ReportOptions { colour: true });
    assert!(!said.is_empty());
    assert_eq!(report::json_lines(&loaded.diagnostics).lines().count(), loaded.diagnostics.iter().count());
    assert_eq!(loaded.catalogue.is_none(), loaded.diagnostics.has_errors());
    // No file has so many faults that a person would stop reading, and none can speak to the terminal.
    assert!(loaded.diagnostics.iter().count() <= 14 * 100);
    let plain = report::render(&loaded.diagnostics, report::ReportOptions::default());
    assert!(!plain.contains('\u{1b}') && !plain.contains('\u{202e}'), "{plain:?}");
    loaded
}

/// A place to spoil, how many bytes to take away there, and what to put in their place.
fn slip() -> impl Strategy<Value = (usize, usize, String)> {
    let piece = prop_oneof![select(PIECES).prop_map(str::to_owned), "\\PC{0,8}"];
    (any::<usize>(), 0..12_usize, piece)
}

/// The text with this slip in it.
fn spoil(text: &str, (at, take, put): (usize, usize, String)) -> String {
    let at = text.floor_char_boundary(at % (text.len() + 1));
    let end = text.ceil_char_boundary((at + take).min(text.len()));
    format!("{}{put}{}", &text[..at], &text[end..])
}

/// A load takes longer than a request.
fn fewer() -> ProptestConfig {
    let all = ProptestConfig::default();
    ProptestConfig { cases: (all.cases / 3).max(1), ..all }
}

/// What no text of an editor may bring into a page.
fn assert_harmless(page: &Html) {
    let all = Selector::parse("*").unwrap();
    for element in page.select(&all).map(|found| found.value()) {
        let is_data = element.name() == "script" && element.attr("type") == Some("application/ld+json");
        assert!(
            is_data || !matches!(element.name(), "script" | "iframe" | "object" | "embed" | "style" | "base"),
            "{element:?}"
        );
        assert!(element.attrs().all(|(name, _)| !name.starts_with("on") && name != "style"), "{element:?}");
        let address = element.attr("href").or(element.attr("src")).or(element.attr("action")).unwrap_or("/");
        let scheme = address.split_once(':').map_or("", |(scheme, _)| scheme);
        let is_own = address.starts_with(['/', '#', '?']) && !address.starts_with("//");
        assert!(is_own || matches!(scheme, "https" | "http" | "mailto" | "tel" | "data"), "{address}");
    }
}

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn random_bytes_do_no_harm(bytes in vec(any::<u8>(), 0..2000)) {
        load("roles/nurse.yaml", bytes);
    }

    #[test]
    fn a_file_that_ends_anywhere_does_no_harm(
        path in select(vec!["roles/nurse.yaml", "site.yaml", "levels.yaml"]),
        at in any::<usize>(),
        last in select(vec!["", "\n", "\0", "\n\0", "\n\n", "\"", "\n\"\n", "[\n", "\r\n", "\u{2028}"]),
    ) {
        let good = String::from_utf8(base()[path].clone()).unwrap();
        let start = &good[..good.floor_char_boundary(at % (good.len() + 1))];
        load(path, format!("{start}{last}").into_bytes());
    }

    #[test]
    fn random_pieces_of_yaml_do_no_harm(pieces in vec(select(PIECES), 0..200), path in select(vec!["roles/nurse.yaml", "site.yaml", "levels.yaml", "qualifications.yaml"])) {
        load(path, pieces.concat().into_bytes());
    }

    #[test]
    fn slips_in_a_good_file_do_no_harm(
        path in select(vec!["roles/nurse.yaml", "guides/start.yaml", "pathways/nurse.yaml", "site.yaml", "facts.yaml", "qualifications.yaml"]),
        slips in vec(slip(), 1..8),
    ) {
        let good = String::from_utf8(base()[path].clone()).unwrap();
        load(path, slips.into_iter().fold(good, |text, slip| spoil(&text, slip)).into_bytes());
    }

    #[test]
    fn a_text_with_random_marks_does_no_harm(pieces in vec(select(PIECES), 0..60)) {
        let text: String = pieces.concat().lines().map(|line| format!("  {line}\n")).collect();
        let good = String::from_utf8(base()["roles/matron.yaml"].clone()).unwrap();
        let text = format!("what_it_is: |\n  x\n{text}");
        let loaded = load("roles/matron.yaml", good.replace("what_it_is: You lead the nurses.\n", &text).into_bytes());
        if let Some(catalogue) = loaded.catalogue {
            let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
            let page = runtime.block_on(TestSite::of(catalogue).get("/roles/matron")).ok();
            assert_harmless(&page.document());
        }
    }
}
