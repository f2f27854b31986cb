//! One file a page: its parameters, its view struct and methods, its handler.

pub mod about_data;
pub mod category;
pub mod compare;
pub mod guide;
pub mod journeys;
pub mod level;
pub mod map;
pub mod matcher;
pub mod pack;
pub mod pathway;
pub mod role;
pub mod roles;
pub mod setting;
pub mod start;
pub mod statement;

use askama::Template;
use axum::response::{Html, IntoResponse, Response};

use crate::web::http::headers::CachePolicy;
use crate::web::view::error_page::PageError;

/// A rendered page as an answer.
///
/// # Errors
///
/// An internal error when the template cannot be rendered.
pub fn html(page: &impl Template) -> Result<Response, PageError> {
    Ok((CachePolicy::Page, Html(page.render()?)).into_response())
}
