//! HTTP: the service, limits, negotiation, the response cache and the headers of every answer.

pub mod assets;
pub mod compression;
pub mod content_negotiation;
pub mod control_characters;
pub mod day_counts;
pub mod finalize_response;
pub mod headers;
pub mod message_form;
pub mod metrics;
pub mod open_data;
pub mod page_counts;
pub mod path_prefix;
pub mod preview;
pub mod render_pool;
pub mod request_id;
pub mod request_limits;
mod request_log;
pub mod response_cache;
pub mod service;
