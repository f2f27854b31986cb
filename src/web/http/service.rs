//! The outermost service: limits, response cache, routes.
//!
//! It is one service and not a stack of layers because a cache hit is the common case: that costs one look-up and no routing,
//! and its response is ready without an allocated future.

use std::borrow::Cow;
use std::convert::Infallible;
use std::future::{Future, Ready, ready};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Instant;

use arc_swap::Guard;
use axum::Router;
use axum::body::Body;
use axum::http::header::{ALLOW, HeaderValue, LOCATION, RETRY_AFTER};
use axum::http::request::Parts;
use axum::http::{Method, Request, Response, StatusCode, Uri};
use axum::response::IntoResponse as _;
use futures_util::future::Either;
use percent_encoding::{CONTROLS, utf8_percent_encode};
use tower::{Service, ServiceExt as _};

use crate::catalogue::Catalogue;
use crate::site_map;
use crate::web::http::content_negotiation::Encoding;
use crate::web::http::control_characters;
use crate::web::http::finalize_response::{RequestInfo, finalize};
use crate::web::http::headers::{CachePolicy, Policies};
use crate::web::http::message_form;
use crate::web::http::metrics::Metrics;
use crate::web::http::open_data;
use crate::web::http::preview;
use crate::web::http::render_pool::{PoolClosed, RenderPool};
use crate::web::http::request_limits;
use crate::web::http::request_limits::HttpError;
use crate::web::http::request_log::RequestLog;
use crate::web::http::response_cache::ResponseCache;
use crate::web::state::{AppState, CurrentCatalogue, Settings, Snapshot};

/// The whole site as one service.
#[derive(Clone, Debug)]
pub struct SiteService {
    state: AppState,
    routes: Router,
    error_page: ErrorPage,
    canonical_target: CanonicalTarget,
    /// `None` where the threads that ask have nobody else to serve.
    render_pool: Option<RenderPool>,
    is_cached: bool,
}

/// Renders the response to a refused request, in the form that its path asks for.
pub type ErrorPage = fn(&CurrentCatalogue, path: &str, HttpError) -> Response<Body>;
/// The one form of a target that all targets with the same meaning share.
pub type CanonicalTarget = for<'u> fn(&Catalogue, &'u Uri) -> Cow<'u, str>;

/// What `Retry-After` says to whom there is no place to wait for.
const SECONDS_TO_WAIT: HeaderValue = HeaderValue::from_static("1");

/// A response: ready for a cache hit, else to be made.
pub type ResponseFuture = Either<
    Ready<Result<Response<Body>, Infallible>>,
    Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>,
>;

impl SiteService {
    /// The service of these routes.
    #[must_use]
    pub fn new(state: AppState, routes: Router, error_page: ErrorPage, canonical_target: CanonicalTarget) -> Self {
        let render_pool = Some(state.render_pool().clone());
        let is_cached = state.settings().preview.is_none();
        Self { state, routes, error_page, canonical_target, render_pool, is_cached }
    }

    /// The same, without the responses that other routes of the same state have made.
    #[must_use]
    pub fn without_cache(self) -> Self {
        Self { is_cached: false, ..self }
    }

    /// The same, for callers with threads of their own: a response is made on the thread that asks for it.
    #[must_use]
    pub fn without_pool(self) -> Self {
        Self { render_pool: None, ..self }
    }

    /// The settings of the command line.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        self.state.settings()
    }

    /// Whether the server stops, so that a connection has had its last request.
    #[must_use]
    pub fn is_draining(&self) -> bool {
        self.state.is_draining()
    }

    /// What the program counts of itself.
    #[must_use]
    pub fn metrics(&self) -> &Metrics {
        self.state.metrics()
    }

    /// The current version of the data.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.state.snapshot()
    }

    /// Responds to a request as it came over a connection.
    pub fn receive<B>(&self, request: Request<B>) -> ResponseFuture
    where
        B: http_body::Body<Error: Send> + Send + Unpin + 'static,
    {
        let form = message_form::check(&request);
        self.respond_to(request, form)
    }

    /// Responds to a request that is well-formed.
    pub fn respond<B>(&self, request: Request<B>) -> ResponseFuture
    where
        B: http_body::Body<Error: Send> + Send + Unpin + 'static,
    {
        self.respond_to(request, Ok(()))
    }

    fn respond_to<B>(&self, mut request: Request<B>, form: Result<(), HttpError>) -> ResponseFuture
    where
        B: http_body::Body<Error: Send> + Send + Unpin + 'static,
    {
        let preview = self.settings().preview.as_ref();
        if let Some(preview) = preview.filter(|preview| preview.is_reading()).cloned() {
            let site = self.clone();
            return Either::Right(Box::pin(async move {
                preview.settled().await;
                site.respond_to(request, form).await
            }));
        }
        let is_still = preview.is_some() && preview::is_still(request.uri());
        let started = Instant::now();
        let entered = form.and_then(|()| self.enter(request.uri_mut()));
        let checked = entered.and_then(|()| request_limits::check(&request));
        without_control_characters(request.uri_mut());
        with_plain_letters(request.uri_mut());
        let snapshot = self.state.peek();
        let target = match checked {
            Ok(()) => (self.canonical_target)(snapshot.catalogue(), request.uri()),
            Err(_) => Cow::Borrowed(target(request.uri())),
        };
        let is_read = request.method() != Method::OPTIONS;
        if checked.is_ok() && self.is_cached && is_read && request.body().is_end_stream() {
            let encoding = Encoding::preferred(request.headers());
            if let Some(cached) = cache(&self.state, &snapshot, &target).get(encoding, &target) {
                let mut response = cached.respond(request.headers(), request.method() == Method::HEAD);
                self.state.metrics().looked_up(true);
                RequestLog::begun(&request, started).finish(&self.state, &mut response);
                return Either::Left(ready(Ok(response)));
            }
            self.state.metrics().looked_up(false);
        }
        let (target, snapshot) = (target.into_owned(), Guard::into_inner(snapshot));
        let site = self.clone();
        Either::Right(Box::pin(async move {
            let asked = RequestLog::begun(&request, started);
            let (parts, body) = request.into_parts();
            let empty = if body.is_end_stream() { Ok(()) } else { request_limits::read_empty(&parts, body).await };
            // What is not HTTP has no body that could be relied on.
            let checked = if checked == Err(HttpError::NotHttp) { checked } else { empty.and(checked) };
            let mut response = match checked {
                Ok(()) if asked.method == Method::OPTIONS => site.options(asked.uri.path()),
                checked => site.clone().respond_off_thread(Job { parts, target, snapshot, is_still, checked }).await,
            };
            asked.finish(&site.state, &mut response);
            Ok(response)
        }))
    }

    /// Takes the prefix of the site off an address.
    fn enter(&self, uri: &mut Uri) -> Result<(), HttpError> {
        if let Cow::Owned(within) = self.settings().path_prefix.within(uri).ok_or(HttpError::Outside)? {
            *uri = within;
        }
        Ok(())
    }

    /// Says which methods there are: the same for every address.
    fn options(&self, path: &str) -> Response<Body> {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NO_CONTENT;
        response.headers_mut().insert(ALLOW, request_limits::ALLOWED);
        let policies = Policies::at(path);
        policies.write(response.headers_mut(), self.settings());
        policies.write_preflight(response.headers_mut());
        response
    }

    /// Makes a response in the pool; a probe is answered where it arrives, however many wait.
    async fn respond_off_thread(self, job: Job) -> Response<Body> {
        let Some(pool) = &self.render_pool else { return self.make(job).await };
        match pool.place() {
            _ if site_map::is_of_operator(&job.target) => self.make(job).await,
            None => {
                self.state.metrics().refused_as_busy();
                self.make(Job { checked: Err(HttpError::Busy), ..job }).await
            }
            Some(place) => match place.run(self.make(job)).await {
                Ok(response) => response,
                Err(PoolClosed) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
            },
        }
    }

    /// Makes a response that is not cached.
    async fn make(self, job: Job) -> Response<Body> {
        let Job { mut parts, target, snapshot, is_still, checked } = job;
        let catalogue = CurrentCatalogue::from(Arc::clone(&snapshot));
        let info = RequestInfo {
            encoding: Encoding::preferred(&parts.headers),
            head: parts.method == Method::HEAD,
            target,
            headers: parts.headers.clone(),
            is_still,
        };
        let preview = self.settings().preview.as_ref();
        let without_data = preview.and_then(|preview| preview.page_without_data(parts.uri.path()));
        let is_open_data = site_map::is_open_data(parts.uri.path());
        let mut response = match (without_data, checked) {
            (Some(page), _) => page,
            (None, Err(error)) => (self.error_page)(&catalogue, parts.uri.path(), error),
            (None, Ok(())) => {
                // The routes always make the whole body, so that it can be cached; a response to HEAD drops it at the end.
                parts.method = Method::GET;
                // What the routes see is what the cache files the response under.
                if let Ok(uri) = info.target.parse() {
                    parts.uri = uri;
                }
                parts.extensions.insert(catalogue);
                self.route(parts).await
            }
        };
        match checked {
            Err(HttpError::Method | HttpError::Body) => {
                response.headers_mut().insert(ALLOW, request_limits::ALLOWED);
            }
            Err(HttpError::Busy) => {
                response.headers_mut().insert(RETRY_AFTER, SECONDS_TO_WAIT);
            }
            _ => {}
        }
        if is_open_data {
            open_data::write(response.headers_mut(), snapshot.catalogue());
        }
        let cache = cache(&self.state, &snapshot, &info.target);
        finalize(response, &info, cache, self.state.settings()).await
    }

    /// What the routes respond. An address with a slash behind it leads to the one without, if there is something there, and is
    /// answered like that one if there is nothing.
    async fn route(&self, parts: Parts) -> Response<Body> {
        let without = without_trailing_slash(&parts.uri).map(|uri| {
            let mut parts = parts.clone();
            parts.uri = uri;
            parts
        });
        let response = self.ask_routes(parts).await;
        let Some(parts) = without.filter(|_| response.status() == StatusCode::NOT_FOUND) else { return response };
        // A field has ASCII alone (RFC 9110, 5.5), and some clients send letters beyond it as they are.
        let location = utf8_percent_encode(target(&parts.uri), CONTROLS).to_string();
        let without_slash = self.ask_routes(parts).await;
        match without_slash.status() {
            StatusCode::OK | StatusCode::PERMANENT_REDIRECT | StatusCode::BAD_REQUEST => {
                (StatusCode::PERMANENT_REDIRECT, CachePolicy::Page, [(LOCATION, location)]).into_response()
            }
            StatusCode::NOT_FOUND => without_slash,
            _ => response,
        }
    }

    async fn ask_routes(&self, parts: Parts) -> Response<Body> {
        let routes = self.routes.clone();
        let request = Request::from_parts(parts, Body::empty());
        routes.oneshot(request).await.unwrap_or_else(|never: Infallible| match never {})
    }
}

/// The address without the slashes at the end of its path; `None` if there are none, or nothing else.
fn without_trailing_slash(uri: &Uri) -> Option<Uri> {
    let path = uri.path().trim_end_matches('/');
    // Two slashes at the beginning would lead to another host.
    if path.len() == uri.path().len() || path.is_empty() || path.starts_with("//") {
        return None;
    }
    let query = uri.query().map_or_else(String::new, |query| format!("?{query}"));
    format!("{path}{query}").parse().ok()
}

/// Writes letters, digits and marks of a path that stand as escapes as themselves: both are one address (RFC 3986, 6.2.2.2).
fn with_plain_letters(uri: &mut Uri) {
    let path = uri.path();
    if !path.contains('%') {
        return;
    }
    let mut plain = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, escaped)) = rest.split_once('%') {
        plain.push_str(before);
        let digits = escaped.get(..2).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()).map(char::from);
        match byte.filter(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '.' | '_' | '~')) {
            Some(sign) => {
                plain.push(sign);
                rest = &escaped[2..];
            }
            None => {
                plain.push('%');
                rest = escaped;
            }
        }
    }
    plain.push_str(rest);
    let query = uri.query().map_or_else(String::new, |query| format!("?{query}"));
    if let Ok(same) = format!("{plain}{query}").parse() {
        *uri = same;
    }
}

/// Takes the control characters out of the query of an address: whatever reads the query then repeats none.
fn without_control_characters(uri: &mut Uri) {
    if let Some(query) = uri.query().and_then(control_characters::removed_from)
        && let Ok(cleaned) = format!("{}?{query}", uri.path()).parse()
    {
        *uri = cleaned;
    }
}

/// A request whose response has to be made.
struct Job {
    parts: Parts,
    /// Its path and query, in canonical form.
    target: String,
    snapshot: Arc<Snapshot>,
    /// Whether a page of a preview is to stay as it is.
    is_still: bool,
    /// Whether it keeps to the limits.
    checked: Result<(), HttpError>,
}

/// The cache of responses to this target: a file of `static/` does not change with the data, the style sheet does.
fn cache<'a>(state: &'a AppState, snapshot: &'a Snapshot, target: &str) -> &'a ResponseCache {
    let is_fixed = target.starts_with(site_map::ASSETS) && !target.starts_with(site_map::STYLESHEET);
    if is_fixed { state.asset_cache() } else { snapshot.response_cache() }
}

fn target(uri: &Uri) -> &str {
    uri.path_and_query().map_or(site_map::START, |target| target.as_str())
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
