//! Limits of requests, checked before routing.

use std::collections::BTreeSet;
use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use axum::http::{HeaderValue, Method, Request, StatusCode};
use bytes::Buf as _;
use http::header::EXPECT;
use http::request::Parts;
use http_body::Body;
use percent_encoding::percent_decode_str;
use tokio::time::timeout;

use crate::catalogue::filter::Facet;
use crate::site_map;

/// The longest path and query together, in bytes.
pub const LONGEST_TARGET: usize = 2 << 10;
/// The most parameters in a query.
pub const MOST_PARAMETERS: usize = 32;
/// The largest head of a request, in bytes.
pub const LARGEST_HEAD: usize = 16 << 10;

/// What `Allow` says.
pub const ALLOWED: HeaderValue = HeaderValue::from_static("GET, HEAD, OPTIONS");
/// How much of a body is read, and for how long: many clients read the response only after they have sent the body.
const READ_OF_BODY: usize = 1 << 20;
const TIME_FOR_BODY: Duration = Duration::from_secs(5);

/// Why a request is refused before it is routed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HttpError {
    /// It has a body.
    Body,
    /// Its method is none of [`ALLOWED`].
    Method,
    /// Its target is longer than [`LONGEST_TARGET`].
    LongTarget,
    /// Its query has more than [`MOST_PARAMETERS`] parameters, beside the choices of a filter and of a handout.
    ManyParameters,
    /// Its head is larger than [`LARGEST_HEAD`].
    LargeHead,
    /// Its path is not UTF-8.
    PathNotText,
    /// Its path is not within the site.
    Outside,
    /// It is not HTTP as RFC 9112 defines it.
    NotHttp,
    /// Too many others wait for pages that have to be made.
    Busy,
}

impl HttpError {
    /// The status of the response.
    #[must_use]
    pub fn status(self) -> StatusCode {
        match self {
            Self::Body => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::LongTarget => StatusCode::URI_TOO_LONG,
            Self::ManyParameters | Self::PathNotText | Self::NotHttp => StatusCode::BAD_REQUEST,
            Self::Outside => StatusCode::NOT_FOUND,
            Self::LargeHead => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

/// Reads a body to its end, within limits, and discards it. One without a byte is no body (RFC 9110, section 6.4).
///
/// # Errors
///
/// [`HttpError::Body`] if it has content, or does not end in time; [`HttpError::NotHttp`] if it cannot be read.
pub async fn read_empty<B: Body + Unpin>(parts: &Parts, mut body: B) -> Result<(), HttpError> {
    let mut has_content = body.size_hint().lower() > 0;
    if has_content && parts.headers.contains_key(EXPECT) {
        // The client waits to be told whether to send it.
        return Err(HttpError::Body);
    }
    let read = async {
        let mut left = READ_OF_BODY;
        while left > 0 {
            match poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
                Some(Ok(frame)) => {
                    let bytes = frame.data_ref().map_or(0, |data| data.remaining());
                    has_content |= bytes > 0;
                    left = left.saturating_sub(bytes);
                }
                Some(Err(_)) if !has_content => return Err(HttpError::NotHttp),
                _ => break,
            }
        }
        if has_content { Err(HttpError::Body) } else { Ok(()) }
    };
    timeout(TIME_FOR_BODY, read).await.unwrap_or(Err(HttpError::Body))
}

/// Checks the limits of all but the body.
///
/// # Errors
///
/// The first limit that the request exceeds.
pub fn check<B>(request: &Request<B>) -> Result<(), HttpError> {
    if ![Method::GET, Method::HEAD, Method::OPTIONS].contains(request.method()) {
        return Err(HttpError::Method);
    }
    let uri = request.uri();
    let query = uri.query().unwrap_or_default();
    if uri.path().len() + query.len() >= LONGEST_TARGET {
        return Err(HttpError::LongTarget);
    }
    // Each line also has ": " and a line end.
    let head: usize = request.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
    if head > LARGEST_HEAD {
        return Err(HttpError::LargeHead);
    }
    if has_many_parameters(query) {
        return Err(HttpError::ManyParameters);
    }
    if !is_text(uri.path()) {
        return Err(HttpError::PathNotText);
    }
    Ok(())
}

/// Whether a query has more than [`MOST_PARAMETERS`]. The choices of a filter and the roles of a handout do not count where each
/// stands once: a form sends one for each box that is ticked, and has more boxes than that.
fn has_many_parameters(query: &str) -> bool {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let is_choice = |pair: &&str| {
        pair.split('=').next().is_some_and(|key| key == site_map::ROLE_KEY || Facet::from_key(key).is_some())
    };
    let (choices, others): (Vec<&str>, Vec<&str>) = pairs.partition(is_choice);
    let distinct = choices.iter().collect::<BTreeSet<_>>().len();
    let counted = if distinct == choices.len() { 0 } else { choices.len() };
    others.len() + counted > MOST_PARAMETERS
}

/// Whether a percent-decoded path is UTF-8. A `%` without two hexadecimal digits is taken literally.
fn is_text(path: &str) -> bool {
    !path.contains('%') || percent_decode_str(path).decode_utf8().is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_text;

    #[test]
    fn a_path_is_text_when_its_bytes_are_utf8() {
        assert!(is_text("/roles/nurse"));
        assert!(is_text("/roles/caf%C3%A9"));
        assert!(is_text("/roles/100%"));
        assert!(is_text("/roles/%zz"));
        assert!(!is_text("/roles/%ff"));
        assert!(!is_text("/roles/%C3"));
    }
}
