//! The error page and its JSON form: what is wrong, and ways on.

use std::borrow::Cow;

use askama::Template;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};

use crate::catalogue::search::engine::SearchError;
use crate::interface::Interface;
use crate::site_map;
use crate::web::http::headers::CachePolicy;
use crate::web::http::request_limits::{HttpError, LARGEST_HEAD, MOST_PARAMETERS};
use crate::web::state::CurrentCatalogue;
use crate::web::view::error_body::ErrorBody;
use crate::web::view::frame::Frame;
use crate::web::view::near::{Near, near_pages, near_roles};

/// Why there is no page.
#[derive(Debug)]
pub enum PageError {
    /// There is nothing at this address, or no such role.
    NotFound(Box<NotFound>),
    /// The site could not make it.
    Failed(ServerError),
    /// The page is at another address of this site.
    Elsewhere(String),
}

/// Why the site could not make a response, though the request is a good one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerError {
    /// A handler panicked.
    Panic,
    /// A template or a picture could not be rendered.
    Rendering,
    /// The Braille translator does not respond.
    Braille,
    /// The search has no answer.
    Search,
}

/// Something that does not exist, and what may have been meant.
#[derive(Debug)]
pub struct NotFound {
    pub(super) catalogue: CurrentCatalogue,
    form: Form,
    pub(super) code: &'static str,
    pub(super) message: String,
    near: Vec<Near>,
}

impl NotFound {
    /// The ids of what may have been meant.
    pub(super) fn did_you_mean(&self) -> Vec<String> {
        self.near.iter().map(|near| near.id.clone()).collect()
    }
}

impl PageError {
    /// There is nothing at this address.
    #[must_use]
    pub fn not_found(catalogue: &CurrentCatalogue, path: &str) -> Self {
        let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        Self::NotFound(Box::new(NotFound {
            catalogue: catalogue.clone(),
            form: Form::at(path),
            code: "not-found",
            message: catalogue.interface().there_is_nothing_at_this_address().to_owned(),
            near: near_pages(catalogue, last),
        }))
    }

    /// There is no role of this name, which the address at this path asks for.
    #[must_use]
    pub fn unknown_role(catalogue: &CurrentCatalogue, path: &str, asked: &str) -> Self {
        let shown: String = asked.chars().filter(|c| !c.is_control()).take(100).collect();
        Self::NotFound(Box::new(NotFound {
            catalogue: catalogue.clone(),
            form: Form::at(path),
            code: "unknown-role",
            message: catalogue.interface().there_is_no_role_called(shown),
            near: near_roles(catalogue, asked),
        }))
    }
}

impl From<SearchError> for PageError {
    fn from(error: SearchError) -> Self {
        tracing::error!(%error, "a search has no answer");
        Self::Failed(ServerError::Search)
    }
}

impl From<askama::Error> for PageError {
    fn from(error: askama::Error) -> Self {
        tracing::error!(%error, "a page could not be rendered");
        Self::Failed(ServerError::Rendering)
    }
}

/// A placeholder without a page, which [`render_server_errors`] replaces.
impl IntoResponse for ServerError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Middleware: renders the page of a [`ServerError`], which is made where neither path nor catalogue is known.
pub async fn render_server_errors(catalogue: CurrentCatalogue, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let response = next.run(request).await;
    match response.extensions().get::<ServerError>() {
        Some(error) => {
            let words = ErrorWords::of_failed(catalogue.interface(), *error);
            explained(&catalogue, &path, error.status(), &words)
        }
        None => response,
    }
}

/// The response to a refused request.
pub fn refused(catalogue: &CurrentCatalogue, path: &str, error: HttpError) -> Response {
    explained(catalogue, path, error.status(), &ErrorWords::of_refused(catalogue.interface(), error))
}

/// The page of a request that no HTTP could be read from: without the frame, as nothing is known of it.
#[must_use]
pub fn standalone(t: &Interface, error: HttpError) -> String {
    let ErrorWords { title, message, .. } = ErrorWords::of_refused(t, error);
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<main>\n\
         <h1>{title}</h1>\n<p>{message}</p>\n<p><a href=\"{start}\">{start_page}</a></p>\n</main>\n</html>\n",
        language = t.language(),
        start = site_map::START,
        start_page = t.start_page(),
    )
}

/// What is said of an error.
struct ErrorWords<'t> {
    /// Its name in JSON.
    code: &'static str,
    /// What is wrong, as a heading.
    title: &'t str,
    /// What to do about it.
    message: Cow<'t, str>,
}

impl<'t> ErrorWords<'t> {
    fn new(code: &'static str, title: &'t str, message: impl Into<Cow<'t, str>>) -> Self {
        Self { code, title, message: message.into() }
    }

    fn of_refused(t: &'t Interface, error: HttpError) -> Self {
        match error {
            HttpError::Body => Self::new("body-not-allowed", t.this_page_takes_no_data(), t.nothing_can_be_sent()),
            HttpError::Method => Self::new("method-not-allowed", t.this_page_can_only_be_read(), t.use_get_or_head()),
            HttpError::LongTarget => {
                Self::new("address-too-long", t.this_address_is_too_long(), t.choose_fewer_options())
            }
            HttpError::ManyParameters => {
                let message = t.choose_fewer(MOST_PARAMETERS);
                Self::new("too-many-parameters", t.this_address_asks_for_too_much(), message)
            }
            HttpError::LargeHead => {
                let message = t.headers_may_have(LARGEST_HEAD >> 10);
                Self::new("headers-too-large", t.your_browser_sent_too_much(), message)
            }
            HttpError::PathNotText => Self::new("bad-address", t.this_address_cannot_be_read(), t.check_the_link()),
            HttpError::Outside => Self::new("not-found", t.page_not_found(), t.there_is_nothing_at_this_address()),
            HttpError::NotHttp => Self::new("bad-request", t.this_request_cannot_be_read(), t.open_it_in_a_browser()),
            HttpError::Busy => Self::new("busy", t.many_people_are_here_now(), t.wait_and_try_again()),
        }
    }

    fn of_failed(t: &'t Interface, error: ServerError) -> Self {
        match error {
            ServerError::Panic | ServerError::Rendering => {
                Self::new("internal-error", t.something_went_wrong(), t.the_fault_is_ours())
            }
            ServerError::Braille => {
                Self::new("no-braille-now", t.there_is_no_braille_file_now(), t.try_uncontracted_braille())
            }
            ServerError::Search => {
                Self::new("search-failed", t.the_search_does_not_work_now(), t.the_list_works_without_a_search())
            }
        }
    }
}

impl ServerError {
    fn status(self) -> StatusCode {
        match self {
            Self::Panic | Self::Rendering | Self::Search => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Braille => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

/// The form that an error takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Page,
    /// A small page, for a frame on another site.
    Embedded,
    Json,
}

impl Form {
    /// The form that the path of an address asks for.
    fn at(path: &str) -> Self {
        if site_map::is_open_data(path) {
            Self::Json
        } else if site_map::is_embedded(path) {
            Self::Embedded
        } else {
            Self::Page
        }
    }
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    frame: Frame<'a>,
    message: &'a str,
    near: &'a [Near],
}

#[derive(Template)]
#[template(path = "embed_error.html")]
struct EmbedErrorPage<'a> {
    frame: Frame<'a>,
    message: &'a str,
    near: &'a [Near],
}

/// The page with this heading and message, and the ways on.
fn page(
    catalogue: &CurrentCatalogue,
    form: Form,
    status: StatusCode,
    (title, message): (&str, &str),
    near: &[Near],
) -> Response {
    let frame = Frame::new(catalogue, title, site_map::START);
    let body = match form {
        Form::Embedded => EmbedErrorPage { frame, message, near }.render(),
        Form::Page | Form::Json => ErrorPage { frame, message, near }.render(),
    };
    match body {
        Ok(body) => (status, Html(body)).into_response(),
        Err(error) => {
            tracing::error!(%error, "the error page could not be rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// A response that says what is wrong, in the form that the path asks for.
fn explained(catalogue: &CurrentCatalogue, path: &str, status: StatusCode, words: &ErrorWords<'_>) -> Response {
    match Form::at(path) {
        Form::Json => ErrorBody::new(words.code, &*words.message).response(catalogue, status),
        form => page(catalogue, form, status, (words.title, &words.message), &[]),
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        match self {
            Self::NotFound(missing) => {
                let title = missing.catalogue.interface().page_not_found();
                let words = (title, missing.message.as_str());
                page(&missing.catalogue, missing.form, StatusCode::NOT_FOUND, words, &missing.near)
            }
            Self::Failed(error) => error.into_response(),
            Self::Elsewhere(to) => {
                (StatusCode::PERMANENT_REDIRECT, CachePolicy::Page, [(LOCATION, to)]).into_response()
            }
        }
    }
}
