//! `static/`, inside the binary, under names that change with the content.
//!
//! `icon.svg` is served as `/assets/icon.<fingerprint>.svg`, so a browser may keep it for ever. A template asks for
//! [`asset_path`]. Under another fingerprint there is the same file, which may not be kept for long: a page that was kept from
//! before a release asks for the old one, and during a release two versions of the program answer.
//!
//! The files of `static/look/` are no assets of their own: [`crate::web::stylesheet`] joins them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use axum::body::{Body, Bytes};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha256};

use crate::site_map::ASSETS;
use crate::web::http::headers::CachePolicy;

#[derive(RustEmbed)]
#[folder = "static/"]
struct Static;

/// The folder of the parts of style sheets.
const LOOK: &str = "look/";

/// One file of `static/`.
struct Asset {
    path: String,
    content_type: String,
    bytes: Bytes,
}

/// What tells contents apart in addresses: the first bytes of a SHA-256, in hexadecimal.
#[derive(Clone, Copy, Debug)]
pub struct Fingerprint([u8; 5]);

impl Fingerprint {
    /// The fingerprint of what was hashed.
    #[must_use]
    pub fn of(hash: Sha256) -> Self {
        let [one, two, three, four, five, ..] = <[u8; 32]>::from(hash.finalize());
        Self([one, two, three, four, five])
    }

    /// Whether a text has the form of a fingerprint.
    #[must_use]
    pub fn has_form(text: &str) -> bool {
        text.len() == 10 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

static BY_NAME: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    Static::iter()
        .filter(|name| !name.starts_with('.') && !name.starts_with(LOOK))
        .filter_map(|name| Some((name.to_string(), file(&name)?)))
        .map(|(name, bytes)| {
            let fingerprint = Fingerprint::of(Sha256::new().chain_update(&bytes));
            let path = format!("{ASSETS}{}", fingerprinted(&name, fingerprint));
            let asset = Asset { path, content_type: content_type(&name), bytes };
            (name, asset)
        })
        .collect()
});

/// The text of a part of a style sheet: a file of `static/look/`, by its name without the extension.
#[must_use]
pub fn part_of_look(name: &str) -> Option<Bytes> {
    file(&format!("{LOOK}{name}.css"))
}

/// What is in one file of the folder.
fn file(name: &str) -> Option<Bytes> {
    Some(match Static::get(name)?.data {
        Cow::Borrowed(bytes) => Bytes::from_static(bytes),
        Cow::Owned(bytes) => Bytes::from(bytes),
    })
}

/// The address of a file of `static/`, for a template: `asset_path("icon.svg")`.
///
/// A name that is not there gives an address that is not found, so the test of all links names it.
#[must_use]
pub fn asset_path(name: &str) -> &'static str {
    BY_NAME.get(name).map_or("/assets/there-is-no-such-file-in-static", |asset| &asset.path)
}

/// The content of a file of `static/`.
#[must_use]
pub fn contents(name: &str) -> Option<&'static [u8]> {
    BY_NAME.get(name).map(|asset| &*asset.bytes)
}

/// The file with this name and any fingerprint, if there is one. The router gives what is under [`ASSETS`].
#[must_use]
pub fn response(name: &str) -> Option<Response> {
    let asset = BY_NAME.get(&without_fingerprint(name)?)?;
    let is_current = asset.path.strip_prefix(ASSETS) == Some(name);
    let policy = if is_current { CachePolicy::Asset } else { CachePolicy::Page };
    let body = Body::from(asset.bytes.clone());
    Some((policy, [(CONTENT_TYPE, asset.content_type.as_str())], body).into_response())
}

/// `icon.svg` with the fingerprint of its content becomes `icon.0123456789.svg`.
fn fingerprinted(name: &str, fingerprint: Fingerprint) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) if !extension.contains('/') => format!("{stem}.{fingerprint}.{extension}"),
        _ => format!("{name}.{fingerprint}"),
    }
}

/// The reverse of [`fingerprinted`], for any fingerprint; `None` if the name has none.
fn without_fingerprint(name: &str) -> Option<String> {
    let (rest, last) = name.rsplit_once('.')?;
    if Fingerprint::has_form(last) {
        return Some(rest.to_owned());
    }
    let (stem, fingerprint) = rest.rsplit_once('.')?;
    Fingerprint::has_form(fingerprint).then(|| format!("{stem}.{last}"))
}

fn content_type(name: &str) -> String {
    let mime = mime_guess::from_path(name).first_or_octet_stream();
    let is_text = mime.type_() == mime_guess::mime::TEXT || mime.essence_str() == "application/manifest+json";
    if is_text { format!("{mime}; charset=utf-8") } else { mime.to_string() }
}

#[cfg(test)]
mod tests {
    use super::{Fingerprint, asset_path, content_type, fingerprinted, without_fingerprint};

    #[test]
    fn the_fingerprint_stands_before_the_extension() {
        let ones = Fingerprint([1; 5]);
        assert_eq!(fingerprinted("look.css", Fingerprint([0, 1, 2, 3, 255])), "look.00010203ff.css");
        assert_eq!(fingerprinted("icons/nurse.svg", ones), "icons/nurse.0101010101.svg");
        assert_eq!(fingerprinted("LICENCE", ones), "LICENCE.0101010101");
        assert_eq!(fingerprinted("v1.2/LICENCE", ones), "v1.2/LICENCE.0101010101");
        assert!(
            Fingerprint::has_form(&ones.to_string())
                && !Fingerprint::has_form("010101010")
                && !Fingerprint::has_form("01010101FF")
        );
    }

    #[test]
    fn a_name_is_found_again_under_any_fingerprint() {
        for name in ["look.css", "icons/nurse.svg", "LICENCE", "v1.2/LICENCE"] {
            assert_eq!(without_fingerprint(&fingerprinted(name, Fingerprint([7; 5]))).as_deref(), Some(name));
        }
        for name in ["look.css", "look", "look.0123.css", "look.01234567890.css", ""] {
            assert_eq!(without_fingerprint(name), None, "{name}");
        }
    }

    #[test]
    fn a_type_is_told_by_the_name() {
        assert_eq!(content_type("look.css"), "text/css; charset=utf-8");
        assert_eq!(content_type("icon.svg"), "image/svg+xml");
        assert_eq!(content_type("site.webmanifest"), "application/manifest+json; charset=utf-8");
        assert_eq!(content_type("favicon.ico"), "image/x-icon");
        assert_eq!(content_type("unknown"), "application/octet-stream");
    }

    #[test]
    fn a_name_that_is_not_there_gives_an_address_that_is_not_found() {
        assert!(asset_path("no.css").starts_with("/assets/there-is-no"));
    }
}
