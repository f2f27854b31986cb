//! Shows a catalogue: every address of the site, and what all answers have in common.

pub mod addresses;
pub mod api;
pub mod embed;
pub mod extractors;
pub mod feeds;
pub mod health;
pub mod http;
pub mod map;
pub mod og_images;
pub mod pages;
pub mod query;
pub mod state;
pub mod view;

use axum::Router;
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;

use http::request_limits::HttpError;
use http::service::SiteService;
use pages::{
    about_data, category, compare, guide, journeys, level, map as map_page, matcher, pack, pathway, role, roles,
    setting, start, statement,
};
use state::{AppState, CurrentCatalogue};
use view::error_page::{ApiError, PageError};

/// The whole site as one service: the same for the server, the tests and the export.
#[must_use]
pub fn router(state: AppState) -> SiteService {
    assemble(state, addresses())
}

/// Puts around these addresses what every site has: the page for what is not found, an end to a panic, and the front.
#[must_use]
pub fn assemble(state: AppState, addresses: Router<AppState>) -> SiteService {
    let routes = addresses
        .fallback(not_found)
        // A panic costs its own request a 500 and nothing else; the front writes the page.
        .layer(CatchPanicLayer::custom(|_| (HttpError::Panic, ()).into_response()))
        .with_state(state.clone());
    SiteService::new(state, routes)
}

/// Every address of the site.
fn addresses() -> Router<AppState> {
    Router::new()
        .route("/", get(start::show))
        .route("/levels/{level}", get(level::show))
        .route("/settings/{setting}", get(setting::show))
        .route("/categories", get(category::list))
        .route("/categories/{category}", get(category::show))
        .route("/roles", get(roles::show))
        .route("/roles/{role}", get(role::show))
        .route("/compare", get(compare::show))
        .route("/map", get(map_page::show))
        .route("/pack", get(pack::show))
        .route("/pack.brf", get(pack::braille))
        .route("/pathways", get(pathway::list))
        .route("/pathways/{pathway}", get(pathway::show))
        .route("/journeys", get(journeys::show))
        .route("/guides", get(guide::list))
        .route("/guides/{guide}", get(guide::show))
        .route("/match", get(matcher::show))
        .route("/og/site.png", get(og_images::site))
        .route("/og/roles/{file}", get(og_images::role))
        .route("/about-the-data", get(about_data::show))
        .route("/accessibility", get(statement::accessibility))
        .route("/privacy", get(statement::privacy))
        .route("/embed/roles/{role}", get(embed::role))
        .route("/embed/journeys", get(embed::journey))
        .route("/sitemap.xml", get(feeds::discovery::sitemap))
        .route("/robots.txt", get(feeds::discovery::robots))
        .route("/.well-known/security.txt", get(feeds::discovery::security))
        .route("/roles.csv", get(feeds::csv::roles))
        .route("/api/v1/openapi.json", get(api::description::show))
        .route("/api/v1/roles", get(api::roles))
        .route("/api/v1/roles/{role}", get(api::role))
        .route("/api/v1/journeys", get(api::journeys::journeys))
        .route("/api/v1/graph", get(api::journeys::graph))
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/version", get(health::version))
        .route("/assets/{*name}", get(asset_or_not_found))
}

async fn asset_or_not_found(catalogue: CurrentCatalogue, uri: Uri, path: axum::extract::Path<String>) -> Response {
    match http::assets::asset(path).await {
        Some(asset) => asset,
        None => not_found(catalogue, uri).await,
    }
}

async fn not_found(catalogue: CurrentCatalogue, uri: Uri) -> Response {
    let error = PageError::not_found(&catalogue, uri.path());
    if uri.path().starts_with("/api/") { ApiError(error).into_response() } else { error.into_response() }
}
