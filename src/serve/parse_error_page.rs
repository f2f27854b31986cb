//! The error page for a request that hyper cannot parse.
//!
//! hyper answers such a request by itself, before any of our code sees it, with a bare status line. Every response of this
//! site has the site's headers and says what is wrong, so a layer between hyper and the stream recognises hyper's bytes as
//! they are written and replaces them. This is the only place that knows what those bytes look like.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::http::{HeaderMap, HeaderValue, StatusCode};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use crate::web::http::headers::Policies;
use crate::web::http::request_limits::HttpError;
use crate::web::http::service::SiteService;
use crate::web::state::Settings;
use crate::web::view::error_page;

/// What an error page is.
const HTML: &str = "text/html; charset=utf-8";

/// A stream on which hyper's own error responses are replaced by the site's.
#[derive(Debug)]
pub(super) struct ParseErrorPages<S> {
    stream: S,
    site: Arc<SiteService>,
    /// A replacement that is being written, and how many of its bytes are.
    replacement: Option<(Vec<u8>, usize)>,
}

impl<S> ParseErrorPages<S> {
    pub(super) fn new(stream: S, site: Arc<SiteService>) -> Self {
        Self { stream, site, replacement: None }
    }
}

impl<S: AsyncWrite + Unpin> ParseErrorPages<S> {
    /// Writes the replacement of these bytes, if they have one. To the caller it counts as the bytes themselves.
    fn poll_replacement(&mut self, cx: &mut Context<'_>, bytes: &[u8]) -> Option<Poll<io::Result<usize>>> {
        if self.replacement.is_none() {
            let error = parse_error(bytes)?;
            let settings = self.site.settings();
            let body = error_page::standalone(self.site.snapshot().catalogue().interface(), error).into();
            let body = settings.path_prefix.before_links(Some(&HeaderValue::from_static(HTML)), body);
            self.replacement = Some((response(error, &body, settings), 0));
        }
        while let Some((page, done)) = &mut self.replacement {
            match Pin::new(&mut self.stream).poll_write(cx, &page[*done..]) {
                Poll::Ready(Ok(written)) if written > 0 && *done + written < page.len() => *done += written,
                Poll::Ready(Ok(_)) => self.replacement = None,
                other => return Some(other),
            }
        }
        Some(Poll::Ready(Ok(bytes.len())))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for ParseErrorPages<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for ParseErrorPages<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        match self.poll_replacement(cx, buf) {
            Some(replaced) => replaced,
            None => Pin::new(&mut self.stream).poll_write(cx, buf),
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match bufs.first().and_then(|first| self.poll_replacement(cx, first)) {
            Some(replaced) => replaced,
            None => Pin::new(&mut self.stream).poll_write_vectored(cx, bufs),
        }
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// Why the request could not be parsed, if these bytes are hyper's own error response.
fn parse_error(written: &[u8]) -> Option<HttpError> {
    // The first digit of the status tells nearly every other response apart.
    let status = written.strip_prefix(b"HTTP/1.1 4")?.first_chunk::<2>()?;
    let head = std::str::from_utf8(written).ok()?;
    let is_ours = head.contains("\r\ncontent-security-policy: ");
    if is_ours || !head.contains("\r\ncontent-length: 0\r\n") {
        return None;
    }
    Some(match status {
        b"31" => HttpError::LargeHead,
        b"14" => HttpError::LongTarget,
        _ => HttpError::NotHttp,
    })
}

/// A whole HTTP/1.1 response, as bytes: there is no hyper left to write it.
fn response(error: HttpError, body: &[u8], settings: &Settings) -> Vec<u8> {
    let mut headers = HeaderMap::new();
    Policies::default().write(&mut headers, settings);
    let mut response = status_line(error.status()).into_bytes();
    for (name, value) in &headers {
        response.extend_from_slice(name.as_str().as_bytes());
        response.extend_from_slice(b": ");
        response.extend_from_slice(value.as_bytes());
        response.extend_from_slice(b"\r\n");
    }
    let length = body.len();
    let rest = format!("content-type: {HTML}\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n");
    response.extend_from_slice(rest.as_bytes());
    response.extend_from_slice(body);
    response
}

fn status_line(status: StatusCode) -> String {
    format!("HTTP/1.1 {} {}\r\n", status.as_u16(), status.canonical_reason().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{parse_error, response};
    use crate::web::http::request_limits::HttpError;
    use crate::web::state::Settings;

    #[test]
    fn only_a_response_of_hyper_is_replaced() {
        let bare = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
        assert_eq!(parse_error(bare), Some(HttpError::LargeHead));
        let ours = String::from_utf8(response(HttpError::LargeHead, b"<p>No</p>", &Settings::default())).unwrap();
        assert!(ours.starts_with("HTTP/1.1 431 Request Header Fields Too Large\r\n"), "{ours}");
        assert!(ours.contains("\r\ncontent-security-policy: default-src 'none'"), "{ours}");
        assert!(ours.ends_with("\r\ncontent-length: 9\r\n\r\n<p>No</p>"), "{ours}");
        assert_eq!(parse_error(ours.as_bytes()), None);
        assert_eq!(parse_error(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"), None);
        assert_eq!(parse_error(b"HTTP/1.1 4"), None);
    }
}
