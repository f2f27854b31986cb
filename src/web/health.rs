//! Health, readiness, version, metrics and counts, for the operator and for load balancers.

use axum::Json;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::Serialize;
use tokio::task::spawn_blocking;

use crate::web::http::metrics::DataInfo;
use crate::web::state::{AppState, CurrentCatalogue};

/// `/healthz`. Always `200`: a site that shows its last good data works.
#[derive(Serialize)]
struct Health {
    /// `ok`, or `degraded` while newer data is refused.
    status: &'static str,
    revision: String,
    roles: usize,
    loaded_at: String,
    /// For how long this version of the data has been shown.
    age_seconds: i64,
    /// How many warnings a check has for it. Which, the command `check` says.
    warnings: usize,
    problem: Option<String>,
}

/// What the public is told of data that is refused: no path and no line of a file.
const REFUSED: &str = "newer data is refused; the log and the operator's listener say why";

/// `/healthz`: liveness, and whether newer data is refused.
pub async fn healthz(state: AppState, catalogue: CurrentCatalogue) -> impl IntoResponse {
    health(&catalogue, state.reload_error().map(|_| REFUSED.to_owned()))
}

/// `/healthz` for the operator: why newer data is refused, too.
pub async fn healthz_in_full(state: AppState, catalogue: CurrentCatalogue) -> impl IntoResponse {
    health(&catalogue, state.reload_error())
}

fn health(catalogue: &CurrentCatalogue, problem: Option<String>) -> Json<Health> {
    let loaded_at = catalogue.snapshot().loaded_at();
    Json(Health {
        status: if problem.is_none() { "ok" } else { "degraded" },
        revision: catalogue.revision().to_owned(),
        roles: catalogue.roles().len(),
        loaded_at: loaded_at.to_string(),
        age_seconds: Timestamp::now().duration_since(loaded_at).as_secs().max(0),
        warnings: catalogue.warnings(),
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

/// `/metrics`: what the program counts of itself, for Prometheus.
pub async fn metrics(state: AppState, catalogue: CurrentCatalogue) -> Response {
    let data = DataInfo {
        revision: catalogue.revision(),
        roles: catalogue.roles().len(),
        warnings: catalogue.warnings(),
        loaded_at: catalogue.snapshot().loaded_at(),
        rendering: state.render_pool().in_use(),
    };
    match state.metrics().text(data) {
        Ok(text) => {
            ([(CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")], text).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "the metrics could not be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// `/page-counts.csv`: how often each page was shown, on each day that is kept.
pub async fn page_counts(state: AppState) -> Response {
    match spawn_blocking(move || state.page_counts().table()).await {
        Ok(Ok(table)) => ([(CONTENT_TYPE, "text/csv; charset=utf-8")], table).into_response(),
        Ok(Err(error)) => {
            tracing::error!(%error, "the counts of pages cannot be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
