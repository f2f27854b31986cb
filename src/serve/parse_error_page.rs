//! Our own words for a request that cannot be read.
//!
//! hyper answers such a request by itself, before any of our code sees it, with a bare status. Every answer of this site has
//! its headers and says what is wrong, so these words take the place of hyper's.

use axum::http::{HeaderMap, StatusCode};

use crate::web::http::headers;
use crate::web::http::headers::{CachePolicy, FramePolicy};
use crate::web::http::request_limits::HttpError;

/// What takes the place of these bytes, if they are hyper's own answer.
pub(super) fn instead_of(written: &[u8], behind_tls: bool) -> Option<Vec<u8>> {
    // Nearly every answer is told apart by its first digit.
    let status = written.strip_prefix(b"HTTP/1.1 4")?.first_chunk::<2>()?;
    let head = std::str::from_utf8(written).ok()?;
    let is_ours = head.contains("\r\ncontent-security-policy: ");
    if is_ours || !head.contains("\r\ncontent-length: 0\r\n") {
        return None;
    }
    let refusal = match status {
        b"31" => HttpError::LargeHead,
        b"14" => HttpError::LongTarget,
        _ => HttpError::NotHttp,
    };
    Some(answer(refusal, behind_tls))
}

fn answer(refusal: HttpError, behind_tls: bool) -> Vec<u8> {
    let (status, title, message) = (refusal.status(), refusal.title(), refusal.message());
    let body = format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<main>\n\
         <h1>{title}</h1>\n<p>{message}</p>\n<p><a href=\"/\">Start page</a></p>\n</main>\n</html>\n"
    );
    let mut headers = HeaderMap::new();
    headers::write(&mut headers, CachePolicy::NoStore, FramePolicy::Nowhere, behind_tls);
    let mut answer = head_line(status).into_bytes();
    for (name, value) in &headers {
        answer.extend_from_slice(name.as_str().as_bytes());
        answer.extend_from_slice(b": ");
        answer.extend_from_slice(value.as_bytes());
        answer.extend_from_slice(b"\r\n");
    }
    let rest = "content-type: text/html; charset=utf-8\r\nconnection: close\r\ncontent-length: ";
    answer.extend_from_slice(format!("{rest}{}\r\n\r\n{body}", body.len()).as_bytes());
    answer
}

fn head_line(status: StatusCode) -> String {
    format!("HTTP/1.1 {} {}\r\n", status.as_u16(), status.canonical_reason().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::instead_of;

    #[test]
    fn only_an_answer_that_is_not_ours_is_replaced() {
        let bare = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
        let ours = String::from_utf8(instead_of(bare, false).unwrap()).unwrap();
        assert!(ours.starts_with("HTTP/1.1 431 Request Header Fields Too Large\r\n"), "{ours}");
        assert!(ours.contains("\r\ncontent-security-policy: default-src 'none'"), "{ours}");
        assert!(ours.ends_with("</html>\n"), "{ours}");
        assert_eq!(instead_of(ours.as_bytes(), false), None);
        assert_eq!(instead_of(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n", false), None);
        assert_eq!(instead_of(b"HTTP/1.1 4", false), None);
    }
}
