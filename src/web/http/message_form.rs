//! The form of a request as it came over a connection: its target, and the host that it names (RFC 9112, section 3).
//!
//! hyper leaves both to its users. No answer depends on the host, but a proxy in front may choose by it, and must not read it
//! otherwise than this server does.

use std::net::Ipv6Addr;

use axum::http::header::{HOST, HeaderMap};
use axum::http::uri::Authority;
use axum::http::{Method, Request, Uri, Version};

use crate::web::http::request_limits::HttpError;

/// Checks the target and the host.
///
/// # Errors
///
/// [`HttpError::NotHttp`] if the target has not the form that the method asks for, or there is not one valid host.
pub fn check<B>(request: &Request<B>) -> Result<(), HttpError> {
    let is_well_formed = has_form_of_method(request.method(), request.uri())
        && names_one_host(request.headers(), request.version())
        && request.uri().authority().is_none_or(is_valid_authority);
    if is_well_formed { Ok(()) } else { Err(HttpError::NotHttp) }
}

/// Whether a target is a path or a whole address. An authority belongs to CONNECT, an asterisk to OPTIONS.
fn has_form_of_method(method: &Method, target: &Uri) -> bool {
    let is_authority = target.authority().is_some() && target.scheme().is_none();
    let is_asterisk = target.path() == "*";
    is_authority == (method == Method::CONNECT) && (!is_asterisk || method == Method::OPTIONS)
}

/// Whether there is one `Host`, as HTTP/1.1 requires, or none, as HTTP/1.0 allows.
fn names_one_host(headers: &HeaderMap, version: Version) -> bool {
    let mut hosts = headers.get_all(HOST).iter();
    match (hosts.next(), hosts.next()) {
        (None, _) => version < Version::HTTP_11,
        (Some(host), None) => host.to_str().is_ok_and(is_valid_host),
        (Some(_), Some(_)) => false,
    }
}

/// An address with a user in it deceives whoever reads it (RFC 9110, section 4.2.4).
fn is_valid_authority(authority: &Authority) -> bool {
    is_valid_host(authority.as_str())
}

/// Whether a text is a host with or without a port (RFC 3986, sections 3.2.2 and 3.2.3). The host may not be empty (RFC 9110,
/// section 4.2.1).
fn is_valid_host(text: &str) -> bool {
    let (is_host, port) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, port)) => (is_ip_literal(address), port),
        None => {
            let (name, port) = text.split_at(text.find(':').unwrap_or(text.len()));
            (!name.is_empty() && is_name(name), port)
        }
    };
    is_host && (port.is_empty() || port.strip_prefix(':').is_some_and(is_port))
}

fn is_ip_literal(address: &str) -> bool {
    match address.strip_prefix(['v', 'V']).and_then(|future| future.split_once('.')) {
        Some((version, rest)) => {
            let is_rest = |byte: u8| is_unreserved(byte) || is_sub_delimiter(byte) || byte == b':';
            !version.is_empty()
                && version.bytes().all(|digit| digit.is_ascii_hexdigit())
                && !rest.is_empty()
                && rest.bytes().all(is_rest)
        }
        None => address.parse::<Ipv6Addr>().is_ok(),
    }
}

/// A registered name or an IPv4 address.
fn is_name(name: &str) -> bool {
    let mut parts = name.split('%');
    let is_plain = |text: &str| text.bytes().all(|byte| is_unreserved(byte) || is_sub_delimiter(byte));
    let is_encoded = |part: &str| {
        part.split_at_checked(2)
            .is_some_and(|(digits, rest)| digits.bytes().all(|digit| digit.is_ascii_hexdigit()) && is_plain(rest))
    };
    parts.next().is_some_and(is_plain) && parts.all(is_encoded)
}

fn is_port(port: &str) -> bool {
    port.is_empty() || port.bytes().all(|digit| digit.is_ascii_digit()) && port.parse::<u16>().is_ok()
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

fn is_sub_delimiter(byte: u8) -> bool {
    b"!$&'()*+,;=".contains(&byte)
}

#[cfg(test)]
mod tests {
    use axum::http::{Method, Request, Version};

    use super::{check, is_valid_host};

    #[test]
    fn a_host_is_a_name_or_an_address_with_or_without_a_port() {
        for host in [
            "a",
            "example.org",
            "example.org.",
            "EXAMPLE.org:8080",
            "a_b",
            "127.0.0.1:3000",
            "[::1]",
            "[::1]:80",
            "[v1.a:b]",
            "a:",
            "x%C3%A9",
            "a:65535",
            "a,b",
        ] {
            assert!(is_valid_host(host), "{host}");
        }
        for host in [
            "",
            ":80",
            "a b",
            "a/b",
            "a@b",
            "a:b",
            "a:1:2",
            "a:65536",
            "a:+1",
            "::1",
            "[::1",
            "[::1]80",
            "[1.2.3.4]",
            "a\\b",
            "[2001:db8::1%25]",
            "a?b",
            "a#b",
            "x%C",
            "x%zz",
            "é",
            "http://a",
            "[v.a]",
            "[vx.a]",
            "[]",
        ] {
            assert!(!is_valid_host(host), "{host}");
        }
    }

    #[test]
    fn a_request_names_one_host_and_a_target_of_its_form() {
        let form = |method: Method, target: &str, version: Version, hosts: &[&str]| {
            let mut request = Request::builder().method(method).uri(target).version(version);
            for host in hosts {
                request = request.header("host", *host);
            }
            check(&request.body(()).unwrap()).is_ok()
        };
        let (new, old) = (Version::HTTP_11, Version::HTTP_10);
        assert!(form(Method::GET, "/a?b", new, &["a"]));
        assert!(!form(Method::GET, "/", new, &[]));
        assert!(form(Method::GET, "/", old, &[]));
        for version in [new, old] {
            assert!(!form(Method::GET, "/", version, &["a", "a"]));
            assert!(!form(Method::GET, "/", version, &["a b"]));
        }
        assert!(form(Method::GET, "http://other.test/a", new, &["a"]));
        assert!(!form(Method::GET, "http://other.test/a", new, &[]));
        assert!(!form(Method::GET, "http://user@other.test/a", new, &["a"]));
        assert!(!form(Method::GET, "other.test", new, &["a"]));
        assert!(!form(Method::GET, "other.test:80", new, &["a"]));
        assert!(form(Method::CONNECT, "other.test:80", new, &["a"]), "it is refused for its method");
        assert!(!form(Method::GET, "*", new, &["a"]));
        assert!(form(Method::OPTIONS, "*", new, &["a"]));
    }
}
