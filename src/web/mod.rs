//! The web site of a catalogue: its routes, and the service that all of them share.

pub mod addresses;
pub mod api;
pub mod canonical_target;
pub mod embed;
pub mod extractors;
pub mod feeds;
pub mod health;
pub mod http;
pub mod labels;
pub mod liblouis;
pub mod links;
pub mod map;
pub mod og_images;
pub mod pages;
pub mod query;
pub mod state;
pub mod stylesheet;
pub mod view;

use axum::Router;
use axum::extract::{MatchedPath, Path, Request};
use axum::http::Uri;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;

use crate::site_map;
use canonical_target::canonical_target;
use http::metrics::RouteName;
use http::service::SiteService;
use pages::{
    about_data, category, changes, compare, developers, guide, journeys, level, map as map_page, matcher, pack,
    pathway, role, roles, setting, start, statement,
};
use state::{AppState, CurrentCatalogue};
use view::api_error::ApiError;
use view::error_page::{PageError, ServerError, refused, render_server_errors};

/// The whole site as one service: the same for the server, the tests and the export.
#[must_use]
pub fn router(state: AppState) -> SiteService {
    assemble(state, routes())
}

/// What the operator and load balancers ask, as a service of its own.
#[must_use]
pub fn operator(state: AppState) -> SiteService {
    assemble(state, operator_routes()).without_cache()
}

/// The service of these routes, with what every site has: pages for errors, an end to panics, limits and the cache.
#[must_use]
pub fn assemble(state: AppState, routes: Router<AppState>) -> SiteService {
    let routes = routes
        .fallback(not_found)
        // A panic costs its own request a 500 and nothing else.
        .layer(CatchPanicLayer::custom(|_| ServerError::Panic.into_response()))
        .layer(from_fn_with_state(state.clone(), render_server_errors))
        .layer(from_fn(name_route))
        .with_state(state.clone());
    SiteService::new(state, routes, refused, canonical_target)
}

/// Every address of the site.
fn routes() -> Router<AppState> {
    Router::new()
        .route(site_map::START, get(start::show))
        .route(site_map::LEVEL, get(level::show))
        .route(site_map::SETTING, get(setting::show))
        .route(site_map::CATEGORIES, get(category::list))
        .route(site_map::CATEGORY, get(category::show))
        .route(site_map::ROLES, get(roles::show))
        .route(site_map::ROLE, get(role::show))
        .route(site_map::COMPARE, get(compare::show))
        .route(site_map::MAP, get(map_page::show))
        .route(site_map::PACK, get(pack::show))
        .route(site_map::PACK_BRAILLE, get(pack::braille))
        .route(site_map::PATHWAYS, get(pathway::list))
        .route(site_map::PATHWAY, get(pathway::show))
        .route(site_map::JOURNEYS, get(journeys::show))
        .route(site_map::GUIDES, get(guide::list))
        .route(site_map::GUIDE, get(guide::show))
        .route(site_map::MATCH, get(matcher::show))
        .route(site_map::OG_SITE, get(og_images::site))
        .route(site_map::OG_ROLE, get(og_images::role))
        .route(site_map::FAVICON, get(og_images::site_icons::favicon))
        .route(site_map::TOUCH_ICON, get(og_images::site_icons::touch_icon))
        .route(site_map::ABOUT_THE_DATA, get(about_data::show))
        .route(site_map::CHANGES, get(changes::show))
        .route(site_map::CHANGES_FEED, get(feeds::changes::show))
        .route(site_map::DEVELOPERS, get(developers::show))
        .route(site_map::ACCESSIBILITY, get(statement::accessibility))
        .route(site_map::PRIVACY, get(statement::privacy))
        .route(site_map::EMBED_ROLE, get(embed::role))
        .route(site_map::EMBED_JOURNEYS, get(embed::journey))
        .route(site_map::SITEMAP, get(feeds::discovery::sitemap))
        .route(site_map::ROBOTS, get(feeds::discovery::robots))
        .route(site_map::SECURITY, get(feeds::discovery::security))
        .route(site_map::ROLES_CSV, get(feeds::tables::roles))
        .route(site_map::PROGRESSIONS_CSV, get(feeds::tables::progressions))
        .route(site_map::ENTRY_ROUTES_CSV, get(feeds::tables::entry_routes))
        .route(site_map::DATA_PACKAGE, get(feeds::data_package::show))
        .route(site_map::DCAT, get(feeds::dcat::show))
        .route(site_map::API_INDEX, get(api::index::show))
        .route(site_map::API_DESCRIPTION, get(api::description::show))
        .route(site_map::API_ROLES, get(api::roles::roles))
        .route(site_map::API_ROLE, get(api::roles::role))
        .route(site_map::API_JOURNEYS, get(api::journeys::journeys))
        .route(site_map::API_GRAPH, get(api::graph::graph))
        .route(site_map::API_LIST, get(api::lists::list))
        .route(site_map::API_ENTRY, get(api::lists::entry))
        .route(site_map::ASSET, get(asset_or_not_found))
        .route(site_map::HEALTH, get(health::healthz))
        .merge(probe_routes())
}

/// What the operator is told: more than the public.
fn operator_routes() -> Router<AppState> {
    Router::new()
        .route(site_map::HEALTH, get(health::healthz_in_full))
        .route(site_map::METRICS, get(health::metrics))
        .route(site_map::PAGE_COUNTS, get(health::page_counts))
        .merge(probe_routes())
}

/// What load balancers ask.
fn probe_routes() -> Router<AppState> {
    Router::new().route(site_map::READY, get(health::readyz)).route(site_map::VERSION, get(health::version))
}

/// Middleware: says which route a response comes from, for the metrics.
async fn name_route(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map(|path| RouteName::new(path.as_str()));
    let mut response = next.run(request).await;
    if let Some(route) = route {
        response.extensions_mut().insert(route);
    }
    response
}

async fn asset_or_not_found(catalogue: CurrentCatalogue, uri: Uri, Path(name): Path<String>) -> Response {
    match stylesheet::response(&catalogue, &name).or_else(|| http::assets::response(&name)) {
        Some(asset) => asset,
        None => not_found(catalogue, uri).await,
    }
}

async fn not_found(catalogue: CurrentCatalogue, uri: Uri) -> Response {
    let error = PageError::not_found(&catalogue, uri.path());
    if site_map::is_open_data(uri.path()) { ApiError::from(error).into_response() } else { error.into_response() }
}
