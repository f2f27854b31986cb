//! `static/`, inside the binary, under names that change with the content.
//!
//! `look.css` is served as `/assets/look.<fingerprint>.css`, so a browser may keep it for ever. A template asks for
//! [`asset_path`]. An address with another fingerprint is not found: it would be kept for ever with the wrong content.
//!
//! `look.css` is put together from the files of `static/look/`, so that a page needs one request for its look.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha256};

use crate::site_map::ASSETS;
use crate::web::http::headers::CachePolicy;

#[derive(RustEmbed)]
#[folder = "static/"]
struct Static;

/// One file of `static/`.
struct Asset {
    path: String,
    content_type: String,
    bytes: Bytes,
}

/// The parts of `look.css`, in the order of the cascade.
const LOOK: [&str; 15] = [
    "look/properties.css",
    "look/lines.css",
    "look/base.css",
    "look/frame.css",
    "look/controls.css",
    "look/cards.css",
    "look/roles.css",
    "look/journeys.css",
    "look/ways.css",
    "look/map.css",
    "look/filters.css",
    "look/matcher.css",
    "look/embed.css",
    "look/modes.css",
    "look/print.css",
];

static BY_NAME: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let single = Static::iter()
        .filter(|name| !name.starts_with('.') && !LOOK.contains(&name.as_ref()))
        .filter_map(|name| Some((name.to_string(), file(&name)?)));
    let look: Vec<u8> = LOOK.into_iter().filter_map(file).flatten().collect();
    single
        .chain([("look.css".to_owned(), Bytes::from(look))])
        .map(|(name, bytes)| {
            let path = format!("{ASSETS}{}", fingerprinted(&name, &Sha256::digest(&bytes)));
            let asset = Asset { path, content_type: content_type(&name), bytes };
            (name, asset)
        })
        .collect()
});

static BY_PATH: LazyLock<BTreeMap<&'static str, &'static Asset>> =
    LazyLock::new(|| BY_NAME.values().map(|asset| (asset.path.as_str(), asset)).collect());

/// What is in one file of the folder.
fn file(name: &str) -> Option<Bytes> {
    Some(match Static::get(name)?.data {
        Cow::Borrowed(bytes) => Bytes::from_static(bytes),
        Cow::Owned(bytes) => Bytes::from(bytes),
    })
}

/// The address of a file of `static/`, for a template: `asset_path("look.css")`.
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

/// The file with this fingerprinted name, if there is one. The router gives what is under [`ASSETS`].
pub async fn asset(Path(name): Path<String>) -> Option<Response> {
    let asset = BY_PATH.get(format!("{ASSETS}{name}").as_str())?;
    let body = Body::from(asset.bytes.clone());
    Some((CachePolicy::Asset, [(CONTENT_TYPE, asset.content_type.as_str())], body).into_response())
}

/// `look.css` with the hash of its content becomes `look.0123456789.css`.
fn fingerprinted(name: &str, sha256: &[u8]) -> String {
    let hash: String = sha256.iter().take(5).map(|byte| format!("{byte:02x}")).collect();
    match name.rsplit_once('.') {
        Some((stem, extension)) if !extension.contains('/') => format!("{stem}.{hash}.{extension}"),
        _ => format!("{name}.{hash}"),
    }
}

fn content_type(name: &str) -> String {
    let mime = mime_guess::from_path(name).first_or_octet_stream();
    let is_text = mime.type_() == mime_guess::mime::TEXT || mime.essence_str() == "application/manifest+json";
    if is_text { format!("{mime}; charset=utf-8") } else { mime.to_string() }
}

#[cfg(test)]
mod tests {
    use super::{asset_path, content_type, fingerprinted};

    #[test]
    fn the_fingerprint_stands_before_the_extension() {
        assert_eq!(fingerprinted("look.css", &[0, 1, 2, 3, 255, 9]), "look.00010203ff.css");
        assert_eq!(fingerprinted("icons/nurse.svg", &[1; 32]), "icons/nurse.0101010101.svg");
        assert_eq!(fingerprinted("LICENCE", &[1; 32]), "LICENCE.0101010101");
        assert_eq!(fingerprinted("v1.2/LICENCE", &[1; 32]), "v1.2/LICENCE.0101010101");
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
