//! The cache of finished responses.
//!
//! A page is a pure function of one catalogue and its target, so it is rendered, hashed and compressed once. The cache of a
//! catalogue is dropped with it, so that no page outlives its data.

use std::hash::Hash;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderValue};
use axum::http::{Response, StatusCode};
use quick_cache::sync::Cache;
use quick_cache::{Equivalent, Weighter};

use crate::web::http::content_negotiation::{Encoding, none_matches, precondition_fails};
use crate::web::http::metrics::RouteInfo;

/// All shipped pages in two encodings, or 2,000 answers to filters, searches and journeys; small beside what a server process may take.
const PAGES_BYTES: u64 = 32 << 20;
/// Every file of `static/` in three encodings; it is never full.
const ASSETS_BYTES: u64 = 4 << 20;
/// The largest body that is cached: a pack of every role would evict hundreds of pages.
const LARGEST: usize = 256 << 10;
/// What an entry takes beside its body and key, most of it for the headers.
const OVERHEAD: usize = 4 << 10;

/// A cache of finished responses, bounded by their weight in bytes.
#[derive(Debug)]
pub struct ResponseCache(Cache<Key, Arc<CachedResponse>, ByWeight>);

/// A finished `200`, in one encoding.
#[derive(Debug)]
pub struct CachedResponse {
    headers: HeaderMap,
    etag: HeaderValue,
    info: RouteInfo,
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
    fn weight(&self, key: &Key, response: &Arc<CachedResponse>) -> u64 {
        (key.target.len() + response.body.len() + OVERHEAD) as u64
    }
}

impl ResponseCache {
    /// The cache of the responses of one catalogue.
    #[must_use]
    pub fn for_pages() -> Self {
        Self::bounded(PAGES_BYTES)
    }

    /// The cache of the files of `static/`.
    #[must_use]
    pub fn for_assets() -> Self {
        Self::bounded(ASSETS_BYTES)
    }

    fn bounded(bytes: u64) -> Self {
        Self(Cache::with_weighter(1024, bytes, ByWeight))
    }

    /// The response to this path and query, if it is cached.
    #[must_use]
    pub fn get(&self, encoding: Encoding, target: &str) -> Option<Arc<CachedResponse>> {
        self.0.get(&KeyRef { encoding, target })
    }

    /// Caches a response, unless it is too large.
    pub fn insert(&self, encoding: Encoding, target: &str, response: &Arc<CachedResponse>) {
        if response.body.len() <= LARGEST {
            self.0.insert(Key { encoding, target: target.into() }, Arc::clone(response));
        }
    }
}

impl CachedResponse {
    /// A response with all its headers but the length.
    #[must_use]
    pub fn new(mut headers: HeaderMap, etag: HeaderValue, info: RouteInfo, body: &Bytes) -> Self {
        headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
        // The buffer of a body can be several times its size; the copy is exact.
        Self { headers, etag, info, body: Bytes::copy_from_slice(body) }
    }

    /// The response to one request: `412` if it asks for another representation, `304` if its entity tag matches, without a body
    /// for HEAD.
    #[must_use]
    pub fn respond(&self, request: &HeaderMap, head: bool) -> Response<Body> {
        let mut response = Response::new(Body::empty());
        *response.headers_mut() = self.headers.clone();
        response.extensions_mut().insert(self.info.clone());
        let without_content = match (precondition_fails(request), none_matches(request, &self.etag)) {
            (true, _) => Some(StatusCode::PRECONDITION_FAILED),
            (false, true) => Some(StatusCode::NOT_MODIFIED),
            (false, false) => None,
        };
        if let Some(status) = without_content {
            *response.status_mut() = status;
            for name in [CONTENT_TYPE, CONTENT_LENGTH, CONTENT_ENCODING] {
                response.headers_mut().remove(name);
            }
        } else if !head {
            *response.body_mut() = Body::from(self.body.clone());
        }
        response
    }
}
