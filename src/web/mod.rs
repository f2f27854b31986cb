//! Shows a catalogue: every address of the site, and what all answers have in common.

pub mod answers;
pub mod assets;
pub mod bounds;
mod finish;
pub mod front;
pub mod headers;
pub mod negotiate;
pub mod operator;
pub mod state;

use axum::Router;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;

use bounds::Refusal;
use front::Front;
use headers::CachePolicy;
use state::{AppState, CurrentCatalogue};

/// The whole site as one service: the same for the server, the tests and the export.
#[must_use]
pub fn router(state: AppState) -> Front {
    assemble(state, pages())
}

/// Puts around these pages what every site has: the operator's addresses, the assets, the page for what is not found, and
/// the front before all of it.
#[must_use]
pub fn assemble(state: AppState, pages: Router<AppState>) -> Front {
    let routes = pages
        .route("/healthz", get(operator::healthz))
        .route("/readyz", get(operator::readyz))
        .route("/version", get(operator::version))
        .route("/assets/{*name}", get(assets_or_not_found))
        .fallback(not_found)
        // A panic costs its own request a 500 and nothing else; the front writes the page.
        .layer(CatchPanicLayer::custom(|_| (Refusal::Panic, ()).into_response()))
        .with_state(state.clone());
    Front::new(state, routes)
}

/// The pages of the site.
fn pages() -> Router<AppState> {
    Router::new().route("/", get(demonstration))
}

async fn demonstration(catalogue: CurrentCatalogue) -> impl IntoResponse {
    let name = &catalogue.site().name;
    let roles: String = catalogue.roles().iter().map(|role| format!("<li>{}</li>", role.title)).collect();
    let look = assets::asset_path("look.css");
    (
        CachePolicy::Page,
        Html(format!(
            "<!doctype html><html lang=en-GB><title>{name}</title><link rel=stylesheet href={look}>\
             <main><h1>{name}</h1><ul>{roles}</ul></main></html>"
        )),
    )
}

async fn assets_or_not_found(catalogue: CurrentCatalogue, path: axum::extract::Path<String>) -> Response {
    match assets::asset(path).await {
        Some(asset) => asset,
        None => not_found(catalogue).await,
    }
}

async fn not_found(_: CurrentCatalogue) -> Response {
    (StatusCode::NOT_FOUND, plain_page("Page not found", "There is nothing at this address.")).into_response()
}

/// The page that says why a request is refused.
fn refused(_: &CurrentCatalogue, _path: &str, refusal: Refusal) -> Response {
    (refusal.status(), plain_page(refusal.title(), refusal.message())).into_response()
}

fn plain_page(title: &str, message: &str) -> Html<String> {
    Html(format!(
        "<!doctype html><html lang=en-GB><title>{title}</title><main><h1>{title}</h1><p>{message}</p></main></html>"
    ))
}
