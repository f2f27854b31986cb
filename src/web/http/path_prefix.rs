//! A site under a path of its host, such as `https://example.org/careers`.
//!
//! All code within writes and reads addresses as if the site had the whole host. The prefix is taken off each request, and put
//! before each address of a response, in this file alone: that covers links in templates, in code and in texts of the data.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::str::FromStr;

use axum::body::Bytes;
use axum::http::{HeaderValue, Uri};

use crate::site_map;

/// The path before every address of the site, such as `/careers`. The default is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathPrefix(String);

/// A text that is no path of whole segments.
#[derive(Debug)]
pub struct InvalidPathPrefix;

impl fmt::Display for InvalidPathPrefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("write a path that begins with a slash, of letters, digits, - . _ and ~: /careers")
    }
}

impl Error for InvalidPathPrefix {}

impl FromStr for PathPrefix {
    type Err = InvalidPathPrefix;

    fn from_str(text: &str) -> Result<Self, InvalidPathPrefix> {
        let path = text.strip_suffix('/').unwrap_or(text);
        let is_segment = |segment: &str| {
            !matches!(segment, "" | "." | "..")
                && segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
        };
        let is_path = path.is_empty() || path.strip_prefix('/').is_some_and(|rest| rest.split('/').all(is_segment));
        if is_path { Ok(Self(path.to_owned())) } else { Err(InvalidPathPrefix) }
    }
}

impl PathPrefix {
    /// The path, without a slash at its end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address within the site; `None` if it is outside. What load balancers ask is within, with the prefix and without.
    #[must_use]
    pub fn within<'u>(&self, uri: &'u Uri) -> Option<Cow<'u, Uri>> {
        if self.0.is_empty() || site_map::is_of_operator(uri.path()) || uri.path() == "*" {
            return Some(Cow::Borrowed(uri));
        }
        let path = uri.path().strip_prefix(self.0.as_str())?;
        let path = if path.is_empty() { site_map::START } else { path };
        let query = uri.query().map_or_else(String::new, |query| format!("?{query}"));
        path.starts_with('/').then(|| format!("{path}{query}").parse().ok().map(Cow::Owned))?
    }

    /// A body with the prefix before its addresses.
    #[must_use]
    pub fn before_links(&self, content_type: Option<&HeaderValue>, body: Bytes) -> Bytes {
        let essence = content_type.and_then(|value| value.to_str().ok()).and_then(|value| value.split(';').next());
        let is_address: fn(&str) -> bool = match essence {
            Some("text/html" | "image/svg+xml") => ends_with_attribute_of_address,
            Some("application/json") => |before| before.ends_with("\"url\":"),
            _ => return body,
        };
        match std::str::from_utf8(&body) {
            Ok(text) if !self.0.is_empty() => Bytes::from(self.before_paths(text, is_address)),
            _ => body,
        }
    }

    /// A `Location` with the prefix before it.
    #[must_use]
    pub fn before_location(&self, location: &HeaderValue) -> Option<HeaderValue> {
        let path = location.to_str().ok().filter(|path| path.starts_with('/') && !self.0.is_empty())?;
        HeaderValue::try_from(format!("{}{path}", self.0)).ok()
    }

    /// Puts the prefix into each quoted value that begins with one slash, where what is before the quote says that it is an address.
    fn before_paths(&self, text: &str, is_address: fn(&str) -> bool) -> String {
        let mut written = String::with_capacity(text.len() + text.len() / 8);
        let mut done = 0;
        for (at, quote) in text.match_indices("\"/") {
            let path = at + quote.len() - 1;
            if is_address(&text[..at]) && !text[path..].starts_with("//") {
                written.push_str(&text[done..path]);
                written.push_str(&self.0);
                done = path;
            }
        }
        written + &text[done..]
    }
}

/// Whether a text ends with an attribute that holds an address, and its equals sign.
fn ends_with_attribute_of_address(text: &str) -> bool {
    let Some(text) = text.strip_suffix('=') else { return false };
    let name = text.rsplit(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
    matches!(name, "href" | "src" | "action" | "formaction")
}

#[cfg(test)]
mod tests {
    use axum::body::Bytes;
    use axum::http::{HeaderValue, Uri};

    use super::PathPrefix;

    fn prefix(text: &str) -> PathPrefix {
        text.parse().unwrap()
    }

    #[test]
    fn a_prefix_is_a_path_of_whole_segments() {
        for (text, path) in [("/careers", "/careers"), ("/a/b-1/", "/a/b-1"), ("", ""), ("/", "")] {
            assert_eq!(prefix(text).as_str(), path);
        }
        for text in ["careers", "//", "/a//b", "/..", "/a/./b", "/a?b", "/a b", "/é", "https://a", "/%2e"] {
            assert!(text.parse::<PathPrefix>().is_err(), "{text}");
        }
    }

    #[test]
    fn an_address_is_within_or_outside() {
        let within = |text: &str| {
            let uri: Uri = text.parse().unwrap();
            prefix("/careers").within(&uri).map(|uri| uri.to_string())
        };
        assert_eq!(within("/careers/roles?q=a").as_deref(), Some("/roles?q=a"));
        assert_eq!(within("/careers").as_deref(), Some("/"));
        assert_eq!(within("/careers/").as_deref(), Some("/"));
        assert_eq!(within("/healthz").as_deref(), Some("/healthz"));
        for outside in ["/", "/roles", "/careersX", "/Careers/roles"] {
            assert_eq!(within(outside), None, "{outside}");
        }
    }

    #[test]
    fn each_address_in_a_body_gets_the_prefix_and_nothing_else_does() {
        let put = |content_type: &'static str, body: &'static str| {
            let content_type = HeaderValue::from_static(content_type);
            let body = prefix("/careers").before_links(Some(&content_type), Bytes::from_static(body.as_bytes()));
            String::from_utf8(body.to_vec()).unwrap()
        };
        assert_eq!(
            put(
                "text/html; charset=utf-8",
                r##"<a href="/">/ "/roles"</a><form action="/roles"><a href="//a"><a href="#/"><p data-href="/">é"##
            ),
            r##"<a href="/careers/">/ "/roles"</a><form action="/careers/roles"><a href="//a"><a href="#/"><p data-href="/">é"##
        );
        assert_eq!(put("application/json", r#"{"url":"/a","id":"/a"}"#), r#"{"url":"/careers/a","id":"/a"}"#);
        assert_eq!(put("text/css", r#"a{b:"/c"}"#), r#"a{b:"/c"}"#);
    }
}
