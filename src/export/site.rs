//! The site that is exported: the same service that answers visitors, asked without a socket.

use std::collections::BTreeMap;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderMap, LOCATION};
use axum::http::{Request, StatusCode, Uri};
use tokio::runtime::Handle;
use tower::ServiceExt as _;

use crate::export::error::ExportError;
use crate::export::html;
use crate::web::http::request_id;
use crate::web::http::service::SiteService;

/// A site to ask.
pub(super) struct ExportedSite {
    /// Answers requests.
    pub service: SiteService,
    /// Drives what answers later, such as drawing.
    pub runtime: Handle,
    /// The path before each of its addresses; here, addresses are written without it.
    pub prefix: String,
}

/// What the site answers to an address.
pub(super) struct Answer {
    /// The status.
    pub status: StatusCode,
    /// Every header.
    pub headers: HeaderMap,
    /// The body, not compressed.
    pub body: Bytes,
}

impl ExportedSite {
    /// The answer to a path and query. A fault of the server is an error.
    pub(super) fn ask(&self, address: &str) -> Result<Answer, ExportError> {
        let fault = |status| ExportError::Fault(address.to_owned(), status);
        let uri: Uri = format!("{}{address}", self.prefix).parse().map_err(|_| fault(StatusCode::BAD_REQUEST))?;
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = uri;
        let answer = async {
            let (parts, body) = match self.service.clone().oneshot(request).await {
                Ok(response) => response.into_parts(),
                Err(never) => match never {},
            };
            let body = to_bytes(body, usize::MAX).await.map_err(|_| fault(StatusCode::INTERNAL_SERVER_ERROR))?;
            let mut headers = parts.headers;
            // The name of one request is no part of a file.
            headers.remove(request_id::HEADER);
            Ok(Answer { status: parts.status, headers, body })
        };
        let answer = self.runtime.block_on(answer)?;
        if answer.status.is_server_error() { Err(fault(answer.status)) } else { Ok(answer) }
    }

    /// Every address of this site that an answer leads to or is made of, without fragments. Where a form leads is left out: a page
    /// leads there too.
    pub(super) fn links(&self, answer: &Answer, mut tell: impl FnMut(&str)) {
        if let Some(address) = answer.location().and_then(|location| self.within(location)) {
            tell(address);
        }
        let Some(page) = answer.page() else { return };
        for tag in html::tags(page) {
            for attribute in tag.attributes().filter(|attribute| html::is_address(attribute.name)) {
                if let Some(address) = self.within(attribute.value) {
                    let address = html::unescape(address);
                    tell(address.split('#').next().unwrap_or_default());
                }
            }
        }
    }

    /// An address without the prefix of the site; `None` if it is not of this site.
    pub(super) fn within<'a>(&self, link: &'a str) -> Option<&'a str> {
        link.strip_prefix(self.prefix.as_str()).filter(|address| is_own(address))
    }
}

/// Whether an address is a path of this host.
pub(super) fn is_own(address: &str) -> bool {
    address.starts_with('/') && !address.starts_with("//")
}

impl Answer {
    /// Its content type.
    pub(super) fn content_type(&self) -> &str {
        self.header(CONTENT_TYPE.as_str())
    }

    /// Where it redirects to.
    pub(super) fn location(&self) -> Option<&str> {
        self.status.is_redirection().then(|| self.header(LOCATION.as_str()))
    }

    /// Its text, if it is a page.
    pub(super) fn page(&self) -> Option<&str> {
        self.content_type().starts_with("text/html").then(|| std::str::from_utf8(&self.body).ok()).flatten()
    }

    /// The headers that a server should send with it, beside those that follow from the content.
    pub(super) fn lasting_headers(&self) -> BTreeMap<String, String> {
        let follow = [CONTENT_TYPE, CONTENT_LENGTH, ETAG];
        let lasting = self.headers.iter().filter(|(name, _)| !follow.contains(name));
        lasting
            .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
            .collect()
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}
