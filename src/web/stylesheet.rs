//! The style sheets: the files of `static/look/` that a kind of page needs, with the colours of the data before them.
//!
//! Each is served as `/assets/look.<fingerprint>.css`. The fingerprint covers the files and the colours, so a browser may keep
//! the sheet for ever. A page that somebody loaded before the data or the program changed asks for a fingerprint that is no
//! more: it gets the rules of every kind of page, which it may not keep for long.
//!
//! A page has one sheet, without the rules of other kinds of page: its HTML, the sheet and the icon come in the ten segments
//! that TCP sends at once (RFC 6928), in three requests.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use sha2::{Digest as _, Sha256};

use crate::catalogue::Catalogue;
use crate::catalogue::model::colour::ThemeColour;
use crate::site_map::{ASSETS, STYLESHEET};
use crate::web::http::assets::{Fingerprint, part_of_look};
use crate::web::http::headers::CachePolicy;

/// What stands behind the fingerprint in the address.
const EXTENSION: &str = ".css";

/// The part that follows all that are for screens alone.
const MODES: &str = "modes";

/// The style sheet of some kinds of page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum StyleSheet {
    /// Of lists and of text: most pages.
    #[default]
    Text,
    /// Of a level or a family, which have a ladder or a line at their head.
    Place,
    /// Of the start page, which draws a piece of the map.
    Start,
    /// Of a role's own page.
    Role,
    /// Of the map.
    Map,
    /// Of journeys and pathways, which are drawn as stops on a line.
    Journey,
    /// Of roles side by side.
    Compare,
    /// Of packs to print.
    Pack,
    /// Of views for frames on other sites.
    Embed,
}

impl StyleSheet {
    /// Every style sheet.
    pub const ALL: [Self; 9] = [
        Self::Text,
        Self::Place,
        Self::Start,
        Self::Role,
        Self::Map,
        Self::Journey,
        Self::Compare,
        Self::Pack,
        Self::Embed,
    ];

    /// The files of `static/look/` it consists of, in the order of the cascade.
    pub fn parts(self) -> impl Iterator<Item = &'static str> {
        let (own, on_paper): (&[_], &[_]) = match self {
            Self::Text => (&["tables", "cards", "blocks", "ways", "filters"], &["print"]),
            Self::Place => (&["cards", "blocks", "heads", "ways", "filters"], &["print"]),
            Self::Start => (&["ways", "drawing", "large-drawing"], &["print"]),
            Self::Role => (&["cards", "blocks", "heads", "role", "drawing"], &["role-print"]),
            Self::Map => (&["tables", "blocks", "drawing", "large-drawing", "map", "filters"], &["print"]),
            Self::Journey => {
                (&["tables", "cards", "blocks", "journeys", "filters", "matcher"], &["print", "journeys-print"])
            }
            Self::Compare => (&["tables", "blocks", "filters", "compare"], &["print"]),
            Self::Pack => (&["blocks", "journeys", "filters"], &["print", "pack"]),
            Self::Embed => (&["cards", "blocks", "journeys", "embed"], &["print"]),
        };
        [&["properties", "base", "frame", "controls"], own, &[MODES], on_paper].concat().into_iter()
    }

    /// Its rules, the same for any data.
    #[must_use]
    pub fn rules(self) -> &'static str {
        RULES.get(&self).map_or("", |rules| &rules.text)
    }

    /// The address of the sheet with the colours of this catalogue. Costs about as much as hashing the colours.
    #[must_use]
    pub fn address(self, catalogue: &Catalogue) -> String {
        self.address_with(&colours(catalogue))
    }

    fn address_with(self, colours: &str) -> String {
        let digest = RULES.get(&self).map_or([0; 32], |rules| rules.digest);
        let fingerprint = Fingerprint::of(Sha256::new().chain_update(digest).chain_update(colours));
        format!("{STYLESHEET}{fingerprint}{EXTENSION}")
    }
}

/// The rules of a sheet.
struct Rules {
    text: String,
    /// Their SHA-256.
    digest: [u8; 32],
}

static RULES: LazyLock<BTreeMap<StyleSheet, Rules>> = LazyLock::new(|| {
    let rules = |sheet: StyleSheet| {
        let text = joined(sheet.parts());
        (sheet, Rules { digest: Sha256::digest(&text).into(), text })
    };
    StyleSheet::ALL.into_iter().map(rules).collect()
});

/// Every part once, in an order that keeps that of each sheet.
static EVERYTHING: LazyLock<String> = LazyLock::new(|| {
    let of_screens = StyleSheet::ALL.into_iter().flat_map(|sheet| sheet.parts().take_while(|part| *part != MODES));
    let of_paper = StyleSheet::ALL.into_iter().flat_map(|sheet| sheet.parts().skip_while(|part| *part != MODES));
    let mut parts: Vec<&str> = Vec::new();
    for part in of_screens.chain(of_paper) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    joined(parts.into_iter())
});

fn joined(parts: impl Iterator<Item = &'static str>) -> String {
    parts.filter_map(part_of_look).map(|file| compact(&String::from_utf8_lossy(&file))).collect()
}

/// The style sheet of this name under [`ASSETS`], if the name is that of one of today or might be that of an older one.
#[must_use]
pub fn response(catalogue: &Catalogue, name: &str) -> Option<Response> {
    let path = format!("{ASSETS}{name}");
    path.strip_prefix(STYLESHEET)?.strip_suffix(EXTENSION).filter(|text| Fingerprint::has_form(text))?;
    let colours = colours(catalogue);
    let current = StyleSheet::ALL.into_iter().find(|sheet| path == sheet.address_with(&colours));
    let (policy, rules) = match current {
        Some(sheet) => (CachePolicy::Asset, sheet.rules()),
        None => (CachePolicy::Page, EVERYTHING.as_str()),
    };
    let body = Body::from([&colours, rules].concat());
    Some((policy, [(CONTENT_TYPE, "text/css; charset=utf-8")], body).into_response())
}

/// The custom properties that the data sets: the brand, and the two colours of the line of each family of careers.
fn colours(catalogue: &Catalogue) -> String {
    let ThemeColour { light, dark } = catalogue.site().brand;
    let mut css = format!(":root {{ --brand-light: {light}; --brand-dark: {dark}; }}\n");
    for category in catalogue.categories() {
        let ThemeColour { light, dark } = category.colour;
        // Writing to a string does not fail.
        let _ = writeln!(css, "[data-line=\"{}\"]{{--light:{light};--dark:{dark}}}", category.id);
    }
    css
}

/// A style sheet without comments, indentation and line ends, of which none may stand in a string: a fifth less to send, compressed.
fn compact(css: &str) -> String {
    let mut text = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find("/*") {
        text.push_str(&rest[..at]);
        rest = rest[at..].find("*/").map_or("", |end| &rest[at + end + 2..]);
    }
    text.push_str(rest);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let joined = lines.fold(String::with_capacity(text.len()), |mut whole, line| {
        // The end of a line separates words, but none is needed behind these.
        if !whole.is_empty() && !whole.ends_with(['{', '}', ';', ',']) {
            whole.push(' ');
        }
        whole + line
    });
    // What stands in quotes is kept.
    joined
        .split('"')
        .enumerate()
        .map(|(at, part)| if at % 2 == 0 { tight(part) } else { format!("\"{part}\"") })
        .collect()
}

/// No space around what parts the words of a rule, and no semicolon behind the last of its declarations.
fn tight(css: &str) -> String {
    let spaced =
        [(" {", "{"), ("{ ", "{"), (" }", "}"), ("; ", ";"), (";}", "}"), (", ", ","), (": ", ":"), (" > ", ">")];
    spaced.into_iter().fold(css.to_owned(), |text, (spaced, tight)| text.replace(spaced, tight))
}
