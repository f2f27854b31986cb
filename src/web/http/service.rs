//! The front of the house: every request comes in here, and every answer goes out.
//!
//! It refuses what is out of bounds, gives a finished answer if there is one, and else asks the routes. It is one service and
//! not a pile of layers because the finished answer is the common case: it costs one look-up, and no routing.

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::http::header::ALLOW;
use axum::http::request::Parts;
use axum::http::{Method, Request, Response, Uri};
use http_body::Body as _;
use tower::{Service, ServiceExt as _};

use crate::site_map;
use crate::web::http::content_negotiation::Encoding;
use crate::web::http::finalize_response::{RequestInfo, finish};
use crate::web::http::request_limits;
use crate::web::http::request_limits::HttpError;
use crate::web::http::response_cache::ResponseCache;
use crate::web::state::{AppState, CurrentCatalogue, Settings, Snapshot};
use crate::web::view::error_page::refused;

/// The whole site as one service.
#[derive(Clone, Debug)]
pub struct SiteService {
    state: AppState,
    routes: Router,
}

/// A path that is longer is cut in the log.
const LONGEST_LOGGED: usize = 200;

/// An answer on its way.
pub enum ResponseFuture {
    /// It is there.
    Now(Option<Response<Body>>),
    /// It is being made.
    Later(Pin<Box<dyn Future<Output = Response<Body>> + Send>>),
}

impl SiteService {
    /// Puts the front before the routes.
    #[must_use]
    pub fn new(state: AppState, routes: Router) -> Self {
        Self { state, routes }
    }

    /// What the command line says.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        self.state.settings()
    }

    /// Answers one request.
    pub fn answer<B>(&self, request: Request<B>) -> ResponseFuture
    where
        B: http_body::Body<Error: Send> + Send + Unpin + 'static,
    {
        let started = Instant::now();
        let checked = request_limits::check(&request);
        if checked.is_ok() {
            let target = target(request.uri());
            let encoding = Encoding::preferred(request.headers());
            if let Some(ready) = answers(&self.state, &self.state.peek(), target).get(encoding, target) {
                let response = ready.answer(request.headers(), request.method() == Method::HEAD);
                log(request.method(), request.uri().path(), &response, started);
                return ResponseFuture::Now(Some(response));
            }
        }
        let front = self.clone();
        ResponseFuture::Later(Box::pin(async move {
            let (parts, body) = request.into_parts();
            let (method, uri) = (parts.method.clone(), parts.uri.clone());
            if checked == Err(HttpError::Body) {
                request_limits::drain(body).await;
            }
            let response = front.make(parts, checked).await;
            log(&method, uri.path(), &response, started);
            response
        }))
    }

    /// Makes an answer that is not there yet.
    async fn make(self, mut parts: Parts, checked: Result<(), HttpError>) -> Response<Body> {
        let snapshot = self.state.snapshot();
        let catalogue = CurrentCatalogue::from(Arc::clone(&snapshot));
        let asked = RequestInfo {
            encoding: Encoding::preferred(&parts.headers),
            head: parts.method == Method::HEAD,
            target: target(&parts.uri).to_owned(),
            headers: parts.headers.clone(),
        };
        let mut response = match checked {
            Err(refusal) => refused(&catalogue, parts.uri.path(), refusal),
            Ok(()) => {
                // The routes always give the whole body, so that it can be kept; HEAD leaves it out at the end.
                parts.method = Method::GET;
                parts.extensions.insert(catalogue.clone());
                let path = parts.uri.path().to_owned();
                let request = Request::from_parts(parts, Body::empty());
                let response = self.routes.oneshot(request).await.unwrap_or_else(|never: Infallible| match never {});
                match response.extensions().get::<HttpError>() {
                    Some(refusal) => refused(&catalogue, &path, *refusal),
                    None => response,
                }
            }
        };
        if checked == Err(HttpError::Method) || checked == Err(HttpError::Body) {
            response.headers_mut().insert(ALLOW, request_limits::ALLOWED);
        }
        let answers = answers(&self.state, &snapshot, &asked.target);
        finish(response, &asked, answers, self.state.settings()).await
    }
}

/// Where finished answers to this address are kept: a file of `static/` does not change with the data.
fn answers<'a>(state: &'a AppState, snapshot: &'a Snapshot, target: &str) -> &'a ResponseCache {
    if target.starts_with(site_map::ASSETS) { state.lasting() } else { snapshot.answers() }
}

fn target(uri: &Uri) -> &str {
    uri.path_and_query().map_or(site_map::START, |target| target.as_str())
}

/// One line for each request. The query is left out: it can say what a visitor has and wants.
fn log(method: &Method, path: &str, response: &Response<Body>, started: Instant) {
    let is_probe = matches!(path, site_map::HEALTH | site_map::READY);
    let status = response.status().as_u16();
    let bytes = response.body().size_hint().exact().unwrap_or_default();
    let duration_ms = started.elapsed().as_secs_f64() * 1000.0;
    // A path is ASCII until it is decoded, so it can be cut anywhere.
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
        self.answer(request)
    }
}

impl Future for ResponseFuture {
    type Output = Result<Response<Body>, Infallible>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match self.get_mut() {
            // As with any future, nothing comes of asking again after the answer.
            Self::Now(response) => response.take().map_or(Poll::Pending, |response| Poll::Ready(Ok(response))),
            Self::Later(making) => making.as_mut().poll(cx).map(Ok),
        }
    }
}
