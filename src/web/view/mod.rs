//! What several pages share: the frame, cards, the facts of a role in words, the error page.

pub mod api_error;
pub mod asks;
pub mod changed_pages;
pub mod coverage;
pub mod distributions;
pub mod durations;
pub mod entry_tree;
pub mod error_body;
pub mod error_page;
pub mod frame;
pub mod item;
pub mod job_facts;
pub mod journey_answer;
pub mod journey_names;
pub mod journey_on_map;
pub mod json_ld;
pub mod key_facts;
pub mod match_reasons;
pub mod near;
pub mod one_end;
pub mod outside_search;
pub mod qr;
pub mod role_card;
pub mod role_facts;
pub mod search_answer;
pub mod similar_roles;
pub mod snippet;
pub mod suggested_titles;
pub mod trip;
pub mod way_in;

use askama::Template;
use axum::response::{Html, IntoResponse as _, Response};

use crate::web::http::headers::CachePolicy;
use crate::web::view::error_page::PageError;

/// Renders a page into a response.
///
/// # Errors
///
/// When the template cannot be rendered.
pub fn html(page: &impl Template) -> Result<Response, PageError> {
    Ok((CachePolicy::Page, Html(page.render()?)).into_response())
}
