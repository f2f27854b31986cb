//! What a visitor gets where there is no page: what is wrong, and ways on. And its twin in JSON.

use askama::Template;
use axum::Json;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{Html, IntoResponse, Response};
use serde::Serialize;

use crate::catalogue::model::role::Role;
use crate::site_map;
use crate::web::http::headers::CachePolicy;
use crate::web::http::request_limits::HttpError;
use crate::web::links;
use crate::web::state::CurrentCatalogue;
use crate::web::view::frame::Frame;

/// Why there is no page.
#[derive(Debug)]
pub enum PageError {
    /// There is nothing at this address, or no such role.
    NotFound(Box<NotFound>),
    /// The request is refused, or the fault is ours.
    Refused(HttpError),
    /// The page stands at another address of this site.
    Elsewhere(String),
}

/// Something that does not exist, and what may have been meant.
#[derive(Debug)]
pub struct NotFound {
    catalogue: CurrentCatalogue,
    code: &'static str,
    message: String,
    near: Vec<Near>,
}

/// Something that may have been meant.
#[derive(Clone, Debug)]
struct Near {
    id: String,
    title: String,
    href: String,
}

impl Near {
    fn role(role: &Role) -> Self {
        Self { id: role.id.0.clone(), title: role.title.clone(), href: links::role(&role.id) }
    }
}

const MOST_NEAR: usize = 5;

impl PageError {
    /// There is nothing at this address.
    #[must_use]
    pub fn not_found(catalogue: &CurrentCatalogue, path: &str) -> Self {
        let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        Self::NotFound(Box::new(NotFound {
            catalogue: catalogue.clone(),
            code: "not-found",
            message: "There is nothing at this address.".to_owned(),
            near: catalogue.graph().nearest(last, MOST_NEAR).into_iter().map(Near::role).collect(),
        }))
    }

    /// There is no role of this name.
    #[must_use]
    pub fn unknown_role(catalogue: &CurrentCatalogue, asked: &str) -> Self {
        let shown: String = asked.chars().take(100).collect();
        Self::NotFound(Box::new(NotFound {
            catalogue: catalogue.clone(),
            code: "unknown-role",
            message: format!("There is no role called “{shown}”."),
            near: catalogue.graph().nearest(asked, MOST_NEAR).into_iter().map(Near::role).collect(),
        }))
    }
}

impl PageError {
    /// A picture could not be drawn.
    pub(in crate::web) fn undrawn() -> Self {
        tracing::error!("a picture could not be drawn");
        Self::Refused(HttpError::Panic)
    }
}

impl From<askama::Error> for PageError {
    fn from(error: askama::Error) -> Self {
        tracing::error!(%error, "a page could not be rendered");
        Self::Refused(HttpError::Panic)
    }
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    frame: Frame<'a>,
    message: &'a str,
    near: &'a [Near],
}

/// The page with this heading and message, and the ways on.
fn page(catalogue: &CurrentCatalogue, status: StatusCode, title: &str, message: &str, near: &[Near]) -> Response {
    let frame = Frame::new(catalogue, title, site_map::START);
    match (ErrorPage { frame, message, near }).render() {
        Ok(body) => (status, Html(body)).into_response(),
        Err(error) => {
            tracing::error!(%error, "the error page could not be rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Answers a refused request, in the form that its address asks for.
pub(in crate::web) fn refused(catalogue: &CurrentCatalogue, path: &str, refusal: HttpError) -> Response {
    if path.starts_with(site_map::API) {
        return json(refusal.status(), refusal.code(), refusal.message(), &[]);
    }
    page(catalogue, refusal.status(), refusal.title(), refusal.message(), &[])
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        match self {
            Self::NotFound(missing) => {
                page(&missing.catalogue, StatusCode::NOT_FOUND, "Page not found", &missing.message, &missing.near)
            }
            // `Front` writes the page: it knows the catalogue.
            Self::Refused(refusal) => (refusal, ()).into_response(),
            Self::Elsewhere(to) => {
                (StatusCode::PERMANENT_REDIRECT, CachePolicy::Page, [(LOCATION, to)]).into_response()
            }
        }
    }
}

/// The same, for the JSON API.
#[derive(Debug)]
pub struct ApiError(pub PageError);

impl From<PageError> for ApiError {
    fn from(error: PageError) -> Self {
        Self(error)
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        match self.0 {
            PageError::NotFound(missing) => json(StatusCode::NOT_FOUND, missing.code, &missing.message, &missing.near),
            other => other.into_response(),
        }
    }
}

#[derive(Serialize)]
struct ErrorBody<'a> {
    error: ErrorDetail<'a>,
}

#[derive(Serialize)]
struct ErrorDetail<'a> {
    code: &'a str,
    message: &'a str,
    did_you_mean: Vec<&'a str>,
}

/// Says which parameters a question to the API lacks.
#[must_use]
pub fn missing_parameter(message: &str) -> Response {
    json(StatusCode::BAD_REQUEST, "missing-parameter", message, &[])
}

fn json(status: StatusCode, code: &str, message: &str, near: &[Near]) -> Response {
    let did_you_mean = near.iter().map(|near| near.id.as_str()).collect();
    (status, Json(ErrorBody { error: ErrorDetail { code, message, did_you_mean } })).into_response()
}
