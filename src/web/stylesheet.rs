//! The style sheet: the files of `static/look/`, with the colours of the data before them.
//!
//! It is served as `/assets/look.<fingerprint>.css`. The fingerprint covers the files and the colours, so a browser may keep
//! the sheet for ever. A page that somebody loaded before the data changed asks for an older one: it gets the current sheet,
//! which it may not keep for long.

use std::fmt::Write as _;

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use sha2::{Digest as _, Sha256};

use crate::catalogue::Catalogue;
use crate::catalogue::model::colour::ThemeColour;
use crate::site_map::{ASSETS, STYLESHEET};
use crate::web::http::assets::{Fingerprint, LOOK};
use crate::web::http::headers::CachePolicy;

/// What stands behind the fingerprint in the address.
const EXTENSION: &str = ".css";

/// The address of the style sheet with the colours of this catalogue. Costs about as much as hashing the colours.
#[must_use]
pub fn address(catalogue: &Catalogue) -> String {
    address_with(&colours(catalogue))
}

fn address_with(colours: &str) -> String {
    let fingerprint = Fingerprint::of(Sha256::new().chain_update(LOOK.digest).chain_update(colours));
    format!("{STYLESHEET}{fingerprint}{EXTENSION}")
}

/// The style sheet, if it or an older one has this name under [`ASSETS`].
#[must_use]
pub fn response(catalogue: &Catalogue, name: &str) -> Option<Response> {
    let colours = colours(catalogue);
    let path = format!("{ASSETS}{name}");
    let is_fingerprint = path.strip_prefix(STYLESHEET)?.strip_suffix(EXTENSION).is_some_and(Fingerprint::has_form);
    let policy = if path == address_with(&colours) { CachePolicy::Asset } else { CachePolicy::Page };
    let body = Body::from([colours.as_bytes(), &LOOK.text].concat());
    is_fingerprint.then(|| (policy, [(CONTENT_TYPE, "text/css; charset=utf-8")], body).into_response())
}

/// The custom properties that the data sets: the brand, and the line of each family of careers.
fn colours(catalogue: &Catalogue) -> String {
    let ThemeColour { light, dark } = catalogue.site().brand;
    let mut css = format!(":root {{ --brand-light: {light}; --brand-dark: {dark}; }}\n");
    // Browsers that do not know light-dark() stay light.
    for category in catalogue.categories() {
        // Writing to a string does not fail.
        let _ = writeln!(css, "[data-line=\"{}\"] {{ --line: {}; }}", category.id, category.colour.light);
    }
    css.push_str("@supports (color: light-dark(#000, #fff)) {\n");
    for category in catalogue.categories() {
        let ThemeColour { light, dark } = category.colour;
        let _ = writeln!(css, "[data-line=\"{}\"] {{ --line: light-dark({light}, {dark}); }}", category.id);
    }
    css.push_str("}\n");
    css
}
