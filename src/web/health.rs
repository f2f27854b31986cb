//! Health, readiness and version, for the operator and for load balancers.

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

/// `/healthz`: liveness, and why newer data is not shown.
pub async fn healthz(state: AppState, catalogue: CurrentCatalogue) -> impl IntoResponse {
    let problem = state.reload_error();
    Json(Health {
        status: if problem.is_none() { "ok" } else { "degraded" },
        revision: catalogue.revision().to_owned(),
        roles: catalogue.roles().len(),
        loaded_at: catalogue.snapshot().loaded_at().to_string(),
        problem,
    })
}

/// `/readyz`: whether a load balancer should send requests.
pub async fn readyz(state: AppState) -> impl IntoResponse {
    if state.is_draining() { (StatusCode::SERVICE_UNAVAILABLE, "draining\n") } else { (StatusCode::OK, "ready\n") }
}

#[derive(Serialize)]
struct Version {
    name: &'static str,
    version: &'static str,
    revision: String,
}

/// `/version`: the version of the program, and the revision of the data.
pub async fn version(catalogue: CurrentCatalogue) -> impl IntoResponse {
    Json(Version {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        revision: catalogue.revision().to_owned(),
    })
}
