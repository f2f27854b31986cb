//! The only writer of cache and security headers.
//!
//! A handler never writes such a header. It names an intention, [`CachePolicy`] or [`FramePolicy`], as part of its response;
//! [`write()`] turns it into headers, on every response of the site.

use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, HeaderValue,
    REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::response::{IntoResponseParts, ResponseParts};

/// How long a response may be cached, and by whom. The default is not at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CachePolicy {
    /// A page: fresh for a minute; an older copy may be shown while a new one is fetched, or while the site is down.
    Page,
    /// Open data, and pictures for shared links: cached like a page, and open to other sites (CORS).
    Api,
    /// A file whose name changes with its content: immutable.
    Asset,
    /// Never cached.
    #[default]
    NoStore,
}

impl CachePolicy {
    /// The value of `Cache-Control`.
    #[must_use]
    pub fn cache_control(self) -> &'static str {
        match self {
            Self::Page | Self::Api => "public, max-age=60, stale-while-revalidate=86400, stale-if-error=604800",
            Self::Asset => "public, max-age=31536000, immutable",
            Self::NoStore => "no-store",
        }
    }

    /// Whether the server itself may cache the response.
    #[must_use]
    pub fn is_cacheable(self) -> bool {
        self != Self::NoStore
    }
}

/// Which sites may show the response in a frame. The default is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FramePolicy {
    /// None.
    #[default]
    Nowhere,
    /// Any: a view that is made to be embedded.
    Anywhere,
}

impl IntoResponseParts for CachePolicy {
    type Error = std::convert::Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Self::Error> {
        parts.extensions_mut().insert(self);
        Ok(parts)
    }
}

impl IntoResponseParts for FramePolicy {
    type Error = std::convert::Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Self::Error> {
        parts.extensions_mut().insert(self);
        Ok(parts)
    }
}

const CSP: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
                   frame-ancestors 'none'";
/// `*` does not match `file:`, where people try the snippet that they copied.
const CSP_IN_FRAMES: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
                             base-uri 'none'; frame-ancestors * file:";
/// Only features that all browsers know: an unknown name logs a warning in the console.
const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const RESOURCE: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");

/// Writes the headers that every response has, by the two policies.
///
/// `behind_tls` comes from the command line, never from the request: nothing here depends on what a client sends.
pub fn write(headers: &mut HeaderMap, cache: CachePolicy, frames: FramePolicy, behind_tls: bool) {
    debug_assert!(!headers.contains_key(CACHE_CONTROL), "name a CachePolicy, do not write the header");
    let mut set = |name: HeaderName, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
    set(CACHE_CONTROL, cache.cache_control());
    set(X_CONTENT_TYPE_OPTIONS, "nosniff");
    // A query can say what a visitor has and wants; other sites must not see it.
    set(REFERRER_POLICY, "same-origin");
    set(OPENER, "same-origin");
    set(PERMISSIONS_POLICY, PERMISSIONS);
    match frames {
        FramePolicy::Nowhere => {
            set(CONTENT_SECURITY_POLICY, CSP);
            set(X_FRAME_OPTIONS, "DENY");
        }
        FramePolicy::Anywhere => {
            set(CONTENT_SECURITY_POLICY, CSP_IN_FRAMES);
        }
    }
    if cache == CachePolicy::Api {
        set(ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
    let open = cache == CachePolicy::Api || frames == FramePolicy::Anywhere;
    set(RESOURCE, if open { "cross-origin" } else { "same-origin" });
    if behind_tls {
        set(STRICT_TRANSPORT_SECURITY, "max-age=63072000");
    }
}
