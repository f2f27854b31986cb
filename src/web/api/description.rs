//! `/api/v1/openapi.json`: what the API takes and gives, in the words of OpenAPI 3.1.

use std::sync::LazyLock;

use axum::response::Response;
use serde_json::Value;

use crate::web::api::answer;

/// The paths and their parameters, with the shapes of the answers put into their place.
static DESCRIPTION: LazyLock<Value> = LazyLock::new(|| {
    let mut description: Value = serde_json::from_str(include_str!("openapi.json")).unwrap_or_default();
    description["components"]["schemas"] = serde_json::from_str(include_str!("schemas.json")).unwrap_or_default();
    description
});

/// Describes the API.
pub async fn show() -> Response {
    answer(&*DESCRIPTION)
}
