//! What the person who runs the site asks: is it well, is it ready, which version is it.

use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Serialize;

use crate::web::state::{AppState, CurrentCatalogue};

/// `/healthz`. Always `200`: a site that shows its last good data works.
#[derive(Serialize)]
struct Health {
    /// `ok`, or `degraded` while newer data is refused.
    status: &'static str,
    revision: String,
    roles: usize,
    loaded_at: String,
    problem: Option<String>,
}

/// Whether all is well, and what is not.
pub async fn healthz(state: AppState, catalogue: CurrentCatalogue) -> impl IntoResponse {
    let problem = state.problem();
    Json(Health {
        status: if problem.is_none() { "ok" } else { "degraded" },
        revision: catalogue.revision().to_owned(),
        roles: catalogue.roles().len(),
        loaded_at: catalogue.snapshot().loaded_at().to_string(),
        problem,
    })
}

/// Whether new visitors should be sent here.
pub async fn readyz(state: AppState) -> impl IntoResponse {
    if state.is_draining() { (StatusCode::SERVICE_UNAVAILABLE, "draining\n") } else { (StatusCode::OK, "ready\n") }
}

#[derive(Serialize)]
struct Version {
    name: &'static str,
    version: &'static str,
    revision: String,
}

/// Which program this is, and which data it shows.
pub async fn version(catalogue: CurrentCatalogue) -> impl IntoResponse {
    Json(Version {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        revision: catalogue.revision().to_owned(),
    })
}
