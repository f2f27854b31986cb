//! Finished answers, ready to be given again.
//!
//! A page is a pure function of one catalogue and its address, so it is rendered, hashed and compressed once and then only
//! copied out. The answers of a catalogue are dropped with it, so that no page outlives its data.

use std::hash::Hash;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderValue};
use axum::http::{Response, StatusCode};
use quick_cache::sync::Cache;
use quick_cache::{Equivalent, Weighter};

use crate::web::http::content_negotiation::{Encoding, none_matches};

/// Twice what the shipped pages take in two encodings; small beside what a server process may take.
const PAGES_BYTES: u64 = 8 << 20;
/// Every file of `static/` in three encodings; it is never full.
const ASSETS_BYTES: u64 = 4 << 20;
/// A printed pack of everything would push out hundreds of pages: it is made anew each time.
const LARGEST: usize = 256 << 10;
/// What a kept answer costs beside its body and key: most of it is the room of its headers.
const OVERHEAD: usize = 4 << 10;

/// A bounded collection of finished answers.
#[derive(Debug)]
pub struct ResponseCache(Cache<Key, Arc<CachedResponse>, ByWeight>);

/// A finished `200`, in one encoding.
#[derive(Debug)]
pub struct CachedResponse {
    headers: HeaderMap,
    etag: HeaderValue,
    body: Bytes,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    encoding: Encoding,
    target: Box<str>,
}

/// A [`Key`] that borrows; it must hash as that does.
#[derive(Hash)]
struct KeyRef<'a> {
    encoding: Encoding,
    target: &'a str,
}

impl Equivalent<Key> for KeyRef<'_> {
    fn equivalent(&self, key: &Key) -> bool {
        self.encoding == key.encoding && self.target == &*key.target
    }
}

#[derive(Clone, Debug)]
struct ByWeight;

impl Weighter<Key, Arc<CachedResponse>> for ByWeight {
    fn weight(&self, key: &Key, ready: &Arc<CachedResponse>) -> u64 {
        (key.target.len() + ready.body.len() + OVERHEAD) as u64
    }
}

impl ResponseCache {
    /// For the answers of one catalogue.
    #[must_use]
    pub fn for_pages() -> Self {
        Self::bounded(PAGES_BYTES)
    }

    /// For the files of `static/`.
    #[must_use]
    pub fn for_assets() -> Self {
        Self::bounded(ASSETS_BYTES)
    }

    fn bounded(bytes: u64) -> Self {
        Self(Cache::with_weighter(1024, bytes, ByWeight))
    }

    /// The finished answer to this path and query, if there is one.
    #[must_use]
    pub fn get(&self, encoding: Encoding, target: &str) -> Option<Arc<CachedResponse>> {
        self.0.get(&KeyRef { encoding, target })
    }

    /// Keeps a finished answer, unless it is too large.
    pub fn keep(&self, encoding: Encoding, target: &str, ready: &Arc<CachedResponse>) {
        if ready.body.len() <= LARGEST {
            self.0.insert(Key { encoding, target: target.into() }, Arc::clone(ready));
        }
    }
}

impl CachedResponse {
    /// An answer with all its headers but the length.
    #[must_use]
    pub fn new(mut headers: HeaderMap, etag: HeaderValue, body: &Bytes) -> Self {
        headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
        // A body that was just made holds on to all the room that it was made in, which can be several times its size.
        Self { headers, etag, body: Bytes::copy_from_slice(body) }
    }

    /// The answer to one request: `304` if its sender has the same already, and no body if it asked for none.
    #[must_use]
    pub fn answer(&self, if_none_match: &HeaderMap, head: bool) -> Response<Body> {
        let mut response = Response::new(Body::empty());
        *response.headers_mut() = self.headers.clone();
        if none_matches(if_none_match, &self.etag) {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            for name in [CONTENT_TYPE, CONTENT_LENGTH, CONTENT_ENCODING] {
                response.headers_mut().remove(name);
            }
        } else if !head {
            *response.body_mut() = Body::from(self.body.clone());
        }
        response
    }
}
