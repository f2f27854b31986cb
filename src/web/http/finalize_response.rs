//! The last step of every response: headers, compression, entity tag, cache.

use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::header::{
    ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue, LOCATION, VARY,
};
use axum::http::{Response, StatusCode};

use crate::web::http::assets;
use crate::web::http::compression::{CompressionLevel, compress};
use crate::web::http::content_negotiation::{Encoding, etag, is_compressible};
use crate::web::http::headers::{CachePolicy, Policies};
use crate::web::http::metrics::RouteInfo;
use crate::web::http::response_cache::{CachedResponse, ResponseCache};
use crate::web::state::Settings;

/// What of a request its response depends on beside the route.
pub(super) struct RequestInfo {
    /// The best encoding that it accepts.
    pub encoding: Encoding,
    /// Whether its method is HEAD.
    pub head: bool,
    /// Its path and query.
    pub target: String,
    /// Its headers.
    pub headers: HeaderMap,
    /// Whether a page of a preview is to stay as it is.
    pub is_still: bool,
}

impl RequestInfo {
    fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }
}

/// Finalizes what a handler made; caches it, if it is a `200` that may be cached.
pub(super) async fn finalize(
    response: Response<Body>,
    info: &RequestInfo,
    cache: &ResponseCache,
    settings: &Settings,
) -> Response<Body> {
    let (mut parts, body) = response.into_parts();
    let policies = Policies::taken_from(&mut parts.extensions, info.path());
    let plain = to_bytes(body, usize::MAX).await.unwrap_or_else(|error| {
        tracing::error!(%error, "the body of a response could not be read");
        parts.status = StatusCode::INTERNAL_SERVER_ERROR;
        Bytes::new()
    });
    let is_ok = parts.status == StatusCode::OK;
    let is_cached = is_ok && policies.cache.is_cacheable() && settings.preview.is_none();
    let route = parts.extensions.remove().unwrap_or_default();
    let route_info = RouteInfo { route, is_page: is_ok && is_html(&parts.headers) };

    policies.write(&mut parts.headers, settings);
    let plain = match &settings.preview {
        Some(preview) => {
            let sheet = assets::asset_path("preview.css");
            preview.add_to(&mut parts.headers, plain, &info.target, sheet, info.is_still)
        }
        None => plain,
    };
    let plain = settings.path_prefix.before_links(parts.headers.get(CONTENT_TYPE), plain);
    if let Some(location) = parts.headers.get(LOCATION).and_then(|it| settings.path_prefix.before_location(it)) {
        parts.headers.insert(LOCATION, location);
    }
    let mut body = plain.clone();
    if is_compressible(parts.headers.get(CONTENT_TYPE), plain.len()) {
        parts.headers.append(VARY, HeaderValue::from(ACCEPT_ENCODING));
        if let Some(name) = info.encoding.name()
            && let Some(compressed) = compress(&plain, info.encoding, level(policies.cache, is_cached, &info.target))
        {
            body = compressed;
            parts.headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
        }
    }
    if is_cached {
        let etag = etag(&plain);
        parts.headers.insert(ETAG, etag.clone());
        let cached = Arc::new(CachedResponse::new(parts.headers, etag, route_info, &body));
        cache.insert(info.encoding, &info.target, &cached);
        return cached.respond(&info.headers, info.head);
    }
    parts.extensions.insert(route_info);
    parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
    Response::from_parts(parts, if info.head { Body::empty() } else { Body::from(body) })
}

fn is_html(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"text/html"))
}

/// There are few targets without a query, and each is requested again; one with a query may never be.
fn level(policy: CachePolicy, is_cached: bool, target: &str) -> CompressionLevel {
    match policy {
        CachePolicy::Asset => CompressionLevel::Always,
        _ if is_cached && !target.contains('?') => CompressionLevel::Often,
        _ => CompressionLevel::Once,
    }
}
