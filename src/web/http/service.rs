//! The outermost service: limits, response cache, routes.
//!
//! It is one service and not a stack of layers because a cache hit is the common case: that costs one look-up and no routing,
//! and its response is ready without an allocated future.

use std::convert::Infallible;
use std::future::{Future, Ready, ready};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::http::header::ALLOW;
use axum::http::request::Parts;
use axum::http::{Method, Request, Response, Uri};
use futures_util::future::Either;
use http_body::Body as _;
use tower::{Service, ServiceExt as _};

use crate::site_map;
use crate::web::http::content_negotiation::Encoding;
use crate::web::http::finalize_response::{RequestInfo, finalize};
use crate::web::http::request_limits;
use crate::web::http::request_limits::HttpError;
use crate::web::http::response_cache::ResponseCache;
use crate::web::state::{AppState, CurrentCatalogue, Settings, Snapshot};

/// The whole site as one service.
#[derive(Clone, Debug)]
pub struct SiteService {
    state: AppState,
    routes: Router,
    error_page: ErrorPage,
}

/// Renders the response to a refused request, in the form that its path asks for.
pub type ErrorPage = fn(&CurrentCatalogue, path: &str, HttpError) -> Response<Body>;

/// The length to which a path is cut in the log.
const LONGEST_LOGGED: usize = 200;

/// A response: ready for a cache hit, else to be made.
pub type ResponseFuture = Either<
    Ready<Result<Response<Body>, Infallible>>,
    Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>,
>;

impl SiteService {
    /// The service of these routes.
    #[must_use]
    pub fn new(state: AppState, routes: Router, error_page: ErrorPage) -> Self {
        Self { state, routes, error_page }
    }

    /// The settings of the command line.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        self.state.settings()
    }

    /// The current version of the data.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.state.snapshot()
    }

    /// Responds to one request.
    pub fn respond<B>(&self, request: Request<B>) -> ResponseFuture
    where
        B: http_body::Body<Error: Send> + Send + Unpin + 'static,
    {
        let started = Instant::now();
        let checked = request_limits::check(&request);
        if checked.is_ok() {
            let target = target(request.uri());
            let encoding = Encoding::preferred(request.headers());
            if let Some(cached) = cache(&self.state, &self.state.peek(), target).get(encoding, target) {
                let response = cached.respond(request.headers(), request.method() == Method::HEAD);
                log(request.method(), request.uri().path(), &response, started);
                return Either::Left(ready(Ok(response)));
            }
        }
        let site = self.clone();
        Either::Right(Box::pin(async move {
            let (parts, body) = request.into_parts();
            let (method, uri) = (parts.method.clone(), parts.uri.clone());
            if checked == Err(HttpError::Body) {
                request_limits::drain(body).await;
            }
            let response = site.make(parts, checked).await;
            log(&method, uri.path(), &response, started);
            Ok(response)
        }))
    }

    /// Makes a response that is not cached.
    async fn make(self, mut parts: Parts, checked: Result<(), HttpError>) -> Response<Body> {
        let snapshot = self.state.snapshot();
        let catalogue = CurrentCatalogue::from(Arc::clone(&snapshot));
        let info = RequestInfo {
            encoding: Encoding::preferred(&parts.headers),
            head: parts.method == Method::HEAD,
            target: target(&parts.uri).to_owned(),
            headers: parts.headers.clone(),
        };
        let mut response = match checked {
            Err(error) => (self.error_page)(&catalogue, parts.uri.path(), error),
            Ok(()) => {
                // The routes always make the whole body, so that it can be cached; a response to HEAD drops it at the end.
                parts.method = Method::GET;
                parts.extensions.insert(catalogue);
                let request = Request::from_parts(parts, Body::empty());
                self.routes.oneshot(request).await.unwrap_or_else(|never: Infallible| match never {})
            }
        };
        if checked == Err(HttpError::Method) || checked == Err(HttpError::Body) {
            response.headers_mut().insert(ALLOW, request_limits::ALLOWED);
        }
        let cache = cache(&self.state, &snapshot, &info.target);
        finalize(response, &info, cache, self.state.settings()).await
    }
}

/// The cache of responses to this target: a file of `static/` does not change with the data, the style sheet does.
fn cache<'a>(state: &'a AppState, snapshot: &'a Snapshot, target: &str) -> &'a ResponseCache {
    let is_fixed = target.starts_with(site_map::ASSETS) && !target.starts_with(site_map::STYLESHEET);
    if is_fixed { state.asset_cache() } else { snapshot.response_cache() }
}

fn target(uri: &Uri) -> &str {
    uri.path_and_query().map_or(site_map::START, |target| target.as_str())
}

/// Logs one line for each request, without the query: it can say what a visitor has and wants.
fn log(method: &Method, path: &str, response: &Response<Body>, started: Instant) {
    let is_probe = matches!(path, site_map::HEALTH | site_map::READY);
    let status = response.status().as_u16();
    let bytes = response.body().size_hint().exact().unwrap_or_default();
    let duration_ms = started.elapsed().as_secs_f64() * 1000.0;
    // An encoded path is ASCII, so it can be cut anywhere.
    let path = path.get(..LONGEST_LOGGED).unwrap_or(path);
    if is_probe {
        tracing::debug!(%method, path, status, duration_ms, bytes, "request");
    } else {
        tracing::info!(%method, path, status, duration_ms, bytes, "request");
    }
}

impl<B> Service<Request<B>> for SiteService
where
    B: http_body::Body<Error: Send> + Send + Unpin + 'static,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = ResponseFuture;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> ResponseFuture {
        self.respond(request)
    }
}
