//! The only writer of cache and security headers.
//!
//! A handler never writes such a header. It names an intention, [`CachePolicy`] or [`FramePolicy`], as part of its response;
//! [`Policies::write`] turns it into headers, on every response of the site.

use axum::http::Extensions;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_MAX_AGE,
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, HeaderValue, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::response::{IntoResponseParts, ResponseParts};

use crate::site_map;
use crate::web::state::Settings;

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

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");
const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const RESOURCE: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");

/// Who may do what with a response.
#[derive(Clone, Copy, Debug, Default)]
pub struct Policies {
    /// How long it may be cached.
    pub cache: CachePolicy,
    /// Who may show it in a frame.
    pub frames: FramePolicy,
    /// Whether scripts of other sites may read it.
    pub is_open: bool,
}

impl Policies {
    /// The policies of any response at this path, such as an error: what is made for other sites is so when it fails, too.
    #[must_use]
    pub fn at(path: &str) -> Self {
        let frames = if site_map::is_embedded(path) { FramePolicy::Anywhere } else { FramePolicy::Nowhere };
        Self { cache: CachePolicy::default(), frames, is_open: site_map::is_open_data(path) }
    }

    /// The policies of a response at this path, with those that its handler named; these are taken out of the extensions.
    #[must_use]
    pub fn taken_from(extensions: &mut Extensions, path: &str) -> Self {
        let of_path = Self::at(path);
        let cache = extensions.remove::<CachePolicy>().unwrap_or_default();
        let frames = extensions.remove::<FramePolicy>().unwrap_or(of_path.frames);
        Self { cache, frames, is_open: of_path.is_open || cache == CachePolicy::Api }
    }

    /// Writes the headers that every response has.
    ///
    /// What the settings add comes from the command line, never from the request: nothing here depends on what a client sends.
    pub fn write(self, headers: &mut HeaderMap, settings: &Settings) {
        debug_assert!(!headers.contains_key(CACHE_CONTROL), "name a CachePolicy, do not write the header");
        let mut set = |name: HeaderName, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
        let cache = if settings.preview.is_some() { CachePolicy::NoStore } else { self.cache };
        set(CACHE_CONTROL, cache.cache_control());
        set(X_CONTENT_TYPE_OPTIONS, "nosniff");
        // A query can say what a visitor has and wants; other sites must not see it.
        set(REFERRER_POLICY, "same-origin");
        set(OPENER, "same-origin");
        set(PERMISSIONS_POLICY, PERMISSIONS);
        match self.frames {
            FramePolicy::Nowhere => {
                set(CONTENT_SECURITY_POLICY, CSP);
                set(X_FRAME_OPTIONS, "DENY");
            }
            FramePolicy::Anywhere => {
                set(CONTENT_SECURITY_POLICY, CSP_IN_FRAMES);
            }
        }
        if self.is_open {
            set(ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        }
        let open = self.is_open || self.frames == FramePolicy::Anywhere;
        set(RESOURCE, if open { "cross-origin" } else { "same-origin" });
        if settings.noindex {
            set(ROBOTS, "noindex");
        }
        if settings.behind_tls {
            set(STRICT_TRANSPORT_SECURITY, "max-age=63072000");
        }
    }

    /// Writes what a browser asks for before a script of another site may ask with headers of its own (Fetch, 3.3).
    pub fn write_preflight(self, headers: &mut HeaderMap) {
        if self.is_open {
            let mut set = |name: HeaderName, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
            set(ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD");
            set(ACCESS_CONTROL_ALLOW_HEADERS, "*");
            set(ACCESS_CONTROL_MAX_AGE, "86400");
        }
    }
}
