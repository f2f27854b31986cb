//! What is counted and logged of each request, and what is not: the query, which can say what a visitor has and wants, and the
//! address it came from.

use std::time::Instant;

use axum::body::Body;
use axum::http::{HeaderValue, Method, Request, Response, Uri};
use http_body::Body as _;

use crate::site_map;
use crate::web::http::metrics::RouteInfo;
use crate::web::http::request_id;
use crate::web::state::AppState;

/// The length to which a path is cut in the log.
const LONGEST_LOGGED: usize = 200;

/// What is remembered of a request until its response is there.
#[derive(Debug)]
pub(super) struct RequestLog {
    pub method: Method,
    pub uri: Uri,
    /// What the proxy in front calls the request.
    id: Option<HeaderValue>,
    started: Instant,
}

impl RequestLog {
    /// A request that came at this time.
    pub fn begun<B>(request: &Request<B>, started: Instant) -> Self {
        let id = request.headers().get(&request_id::HEADER).filter(|id| request_id::is_valid(id)).cloned();
        Self { method: request.method().clone(), uri: request.uri().clone(), id, started }
    }

    /// Counts the request, and writes one line for it; names it in the response, if that is an error.
    pub fn finish(self, state: &AppState, response: &mut Response<Body>) {
        let took = self.started.elapsed();
        let status = response.status();
        let path = self.uri.path();
        let info = response.extensions_mut().remove::<RouteInfo>().unwrap_or_default();
        state.metrics().answered(&info.route, status.as_u16(), took);
        if info.is_page && self.method == Method::GET {
            state.page_counts().count(path);
        }
        let id = self.id.unwrap_or_else(request_id::next);
        if status.is_client_error() || status.is_server_error() {
            response.headers_mut().insert(request_id::HEADER, id.clone());
        }
        let (request_id, method, status) = (id.to_str().unwrap_or_default(), &self.method, status.as_u16());
        let bytes = response.body().size_hint().exact().unwrap_or_default();
        let duration_ms = took.as_secs_f64() * 1000.0;
        // An encoded path is ASCII, so it can be cut anywhere.
        let path = path.get(..LONGEST_LOGGED).unwrap_or(path);
        if site_map::is_of_operator(path) {
            tracing::debug!(request_id, %method, path, status, duration_ms, bytes, "request");
        } else {
            tracing::info!(request_id, %method, path, status, duration_ms, bytes, "request");
        }
    }
}
