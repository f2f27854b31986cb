//! Where visitors find the site, as the command line says it.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

use http::Uri;
use url::Url;

use crate::catalogue::model::reference::Site;
use crate::web::http::path_prefix::PathPrefix;

/// Scheme and host of the site, such as `https://careers.example`.
#[derive(Clone, Debug)]
pub(super) struct BaseUrl(String);

/// A text that is not scheme and host.
#[derive(Debug)]
pub(super) struct InvalidBaseUrl;

impl fmt::Display for InvalidBaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("write scheme and host, and nothing after it: https://careers.example; --path-prefix says the rest")
    }
}

impl Error for InvalidBaseUrl {}

impl FromStr for BaseUrl {
    type Err = InvalidBaseUrl;

    fn from_str(text: &str) -> Result<Self, InvalidBaseUrl> {
        let url: Uri = text.parse().map_err(|_| InvalidBaseUrl)?;
        // What no browser can go to is no address: a port too large, numbers that are no IPv4 address.
        let host = url.authority().filter(|host| !host.host().is_empty() && !host.as_str().contains('@'));
        let host = host.filter(|_| Url::parse(text).is_ok());
        match (url.scheme_str(), host, url.path_and_query().map_or("/", |rest| rest.as_str())) {
            (Some(scheme @ ("http" | "https")), Some(host), "/") if !text.contains('#') => {
                Ok(Self(format!("{scheme}://{}", host.as_str().to_ascii_lowercase())))
            }
            _ => Err(InvalidBaseUrl),
        }
    }
}

/// Where visitors find the site.
#[derive(Clone, Debug)]
pub(super) struct SiteAddress {
    /// Scheme and host; without it, those that the data says.
    pub(super) base_url: Option<BaseUrl>,
    /// The path on that host.
    pub(super) path_prefix: PathPrefix,
}

impl SiteAddress {
    /// The address of the start page, without the slash at its end.
    pub(super) fn of(&self, site: &Site) -> String {
        let base = self.base_url.as_ref().map_or(&site.base_url, |base| &base.0);
        format!("{base}{}", self.path_prefix.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn a_base_url_is_scheme_and_host() {
        for (text, url) in [
            ("https://careers.example", "https://careers.example"),
            ("HTTPS://Careers.Example/", "https://careers.example"),
            ("http://127.0.0.1:3000", "http://127.0.0.1:3000"),
            ("http://[::1]:80/", "http://[::1]:80"),
        ] {
            assert_eq!(text.parse::<BaseUrl>().unwrap().0, url);
        }
        for text in [
            "",
            "careers.example",
            "/careers",
            "ftp://a",
            "https://",
            "https://a/b",
            "https://a?b",
            "https://u@a",
            "https://a#b",
            "https://a b",
            "https://a.example:99999",
            "https://1.2.3.4.5",
        ] {
            assert!(text.parse::<BaseUrl>().is_err(), "{text}");
        }
    }
}
