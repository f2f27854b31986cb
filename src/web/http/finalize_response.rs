//! What every answer gets on its way out: a name for its content, a smaller body, and its headers.

use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::header::{
    ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue, VARY,
};
use axum::http::{Response, StatusCode};

use crate::web::http::compression::{CompressionLevel, compress};
use crate::web::http::content_negotiation::{Encoding, etag, is_compressible};
use crate::web::http::headers;
use crate::web::http::headers::{CachePolicy, FramePolicy};
use crate::web::http::response_cache::{CachedResponse, ResponseCache};
use crate::web::state::Settings;

/// What of a request shapes the outside of its answer.
pub(super) struct RequestInfo {
    /// The encoding that suits it best.
    pub encoding: Encoding,
    /// Whether it wants the headers alone.
    pub head: bool,
    /// Its path and query.
    pub target: String,
    /// Its headers.
    pub headers: HeaderMap,
}

/// Finishes what a handler made; keeps it, if it is a `200` that may be kept.
pub(super) async fn finish(
    response: Response<Body>,
    asked: &RequestInfo,
    answers: &ResponseCache,
    settings: &Settings,
) -> Response<Body> {
    let (mut parts, body) = response.into_parts();
    let policy = parts.extensions.remove::<CachePolicy>().unwrap_or_default();
    let frames = parts.extensions.remove::<FramePolicy>().unwrap_or_default();
    let plain = to_bytes(body, usize::MAX).await.unwrap_or_else(|error| {
        tracing::error!(%error, "the body of an answer could not be made");
        parts.status = StatusCode::INTERNAL_SERVER_ERROR;
        Bytes::new()
    });
    let kept = parts.status == StatusCode::OK && policy.is_kept();

    headers::write(&mut parts.headers, policy, frames, settings.behind_tls);
    let mut body = plain.clone();
    if is_compressible(parts.headers.get(CONTENT_TYPE), plain.len()) {
        parts.headers.append(VARY, HeaderValue::from(ACCEPT_ENCODING));
        if let Some(name) = asked.encoding.name()
            && let Some(small) = compress(&plain, asked.encoding, effort(policy, kept, &asked.target))
        {
            body = small;
            parts.headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
        }
    }
    if kept {
        let etag = etag(&plain);
        parts.headers.insert(ETAG, etag.clone());
        let ready = Arc::new(CachedResponse::new(parts.headers, etag, &body));
        answers.keep(asked.encoding, &asked.target, &ready);
        return ready.answer(&asked.headers, asked.head);
    }
    parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
    Response::from_parts(parts, if asked.head { Body::empty() } else { Body::from(body) })
}

/// An address without a query is one of few and is asked for again; one with a query may never be.
fn effort(policy: CachePolicy, kept: bool, target: &str) -> CompressionLevel {
    match policy {
        CachePolicy::Asset => CompressionLevel::Always,
        _ if kept && !target.contains('?') => CompressionLevel::Often,
        _ => CompressionLevel::Once,
    }
}
