//! The state that all requests share: the current catalogue behind one atomic swap, and the response caches.

use std::convert::Infallible;
use std::ops::Deref;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use arc_swap::{ArcSwap, Guard};
use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use jiff::Timestamp;

use crate::catalogue::Catalogue;
use crate::web::http::metrics::Metrics;
use crate::web::http::page_counts::{PageCounts, PageCountsStore};
use crate::web::http::path_prefix::PathPrefix;
use crate::web::http::preview::Preview;
use crate::web::http::render_pool::RenderPool;
use crate::web::http::response_cache::ResponseCache;
use crate::web::liblouis::Liblouis;

/// The state of the whole site. Cheap to clone; all clones are the same site.
#[derive(Clone, Debug)]
pub struct AppState(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    current: ArcSwap<Snapshot>,
    asset_cache: ResponseCache,
    reload_error: RwLock<Option<String>>,
    draining: AtomicBool,
    render_pool: RenderPool,
    metrics: Metrics,
    page_counts: PageCounts,
    settings: Settings,
}

/// What the command line says about the site.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Whether visitors reach the site over TLS, which something in front of it ends.
    pub behind_tls: bool,
    /// Whether search engines are asked to leave the whole site out: a copy to try things on.
    pub noindex: bool,
    /// The path before every address of the site.
    pub path_prefix: PathPrefix,
    /// The translator into contracted Braille; without it there is uncontracted Braille alone.
    pub braille: Option<Liblouis>,
    /// What those who edit the data see beside the site: nothing is cached then.
    pub preview: Option<Preview>,
    /// Where counts of pages are kept; without it they end with the process.
    pub page_counts_store: Option<Arc<dyn PageCountsStore>>,
}

/// One version of the data, and the responses made from it. They are dropped together.
#[derive(Debug)]
pub struct Snapshot {
    catalogue: Arc<Catalogue>,
    response_cache: ResponseCache,
    loaded_at: Timestamp,
}

impl AppState {
    /// A site that shows this catalogue.
    #[must_use]
    pub fn new(catalogue: Arc<Catalogue>, settings: Settings) -> Self {
        Self::with_render_pool(catalogue, settings, RenderPool::default())
    }

    /// The same, with pages made in this pool.
    #[must_use]
    pub fn with_render_pool(catalogue: Arc<Catalogue>, settings: Settings, render_pool: RenderPool) -> Self {
        Self(Arc::new(Shared {
            current: ArcSwap::from_pointee(Snapshot::new(catalogue)),
            asset_cache: ResponseCache::for_assets(),
            reload_error: RwLock::new(None),
            draining: AtomicBool::new(false),
            render_pool,
            metrics: Metrics::default(),
            page_counts: PageCounts::new(settings.page_counts_store.clone()),
            settings,
        }))
    }

    /// Shows this catalogue from now on. Requests in flight keep the one with which they began.
    pub fn replace(&self, catalogue: Arc<Catalogue>) {
        self.0.current.store(Arc::new(Snapshot::new(catalogue)));
        self.0.metrics.reloaded(true);
        self.set_reload_error(None);
    }

    /// The current version, borrowed for less than a request.
    pub(super) fn peek(&self) -> Guard<Arc<Snapshot>> {
        self.0.current.load()
    }

    /// The current version.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.0.current.load_full()
    }

    /// The responses that do not depend on the data.
    pub(super) fn asset_cache(&self) -> &ResponseCache {
        &self.0.asset_cache
    }

    /// Where pages are made.
    pub(super) fn render_pool(&self) -> &RenderPool {
        &self.0.render_pool
    }

    /// What the program counts of itself.
    #[must_use]
    pub fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    /// How often each page was shown.
    #[must_use]
    pub fn page_counts(&self) -> &PageCounts {
        &self.0.page_counts
    }

    /// What the command line says.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// Records why newer data is not shown; `None` once the current data is shown again.
    pub fn set_reload_error(&self, error: Option<String>) {
        if error.is_some() {
            self.0.metrics.reloaded(false);
        }
        *self.0.reload_error.write().unwrap_or_else(PoisonError::into_inner) = error;
    }

    /// Why newer data is not shown.
    #[must_use]
    pub fn reload_error(&self) -> Option<String> {
        self.0.reload_error.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Tells load balancers, by `/readyz`, to send no new requests.
    pub fn start_draining(&self) {
        self.0.draining.store(true, Ordering::Relaxed);
    }

    /// Whether the site is shutting down.
    #[must_use]
    pub fn is_draining(&self) -> bool {
        self.0.draining.load(Ordering::Relaxed)
    }
}

impl Snapshot {
    fn new(catalogue: Arc<Catalogue>) -> Self {
        Self { catalogue, response_cache: ResponseCache::for_pages(), loaded_at: Timestamp::now() }
    }

    /// The data.
    #[must_use]
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// The responses made from it so far.
    pub(super) fn response_cache(&self) -> &ResponseCache {
        &self.response_cache
    }

    /// When it was loaded.
    #[must_use]
    pub fn loaded_at(&self) -> Timestamp {
        self.loaded_at
    }
}

/// The catalogue that this request shows.
///
/// It is the same one however often a request extracts it, and whatever is swapped meanwhile: the snapshot is taken once,
/// before the handler, and kept in the extensions of the request.
#[derive(Clone, Debug)]
pub struct CurrentCatalogue(Arc<Snapshot>);

impl CurrentCatalogue {
    /// The whole snapshot.
    #[must_use]
    pub fn snapshot(&self) -> &Snapshot {
        &self.0
    }
}

impl From<Arc<Snapshot>> for CurrentCatalogue {
    fn from(snapshot: Arc<Snapshot>) -> Self {
        Self(snapshot)
    }
}

impl Deref for CurrentCatalogue {
    type Target = Catalogue;

    fn deref(&self) -> &Catalogue {
        &self.0.catalogue
    }
}

impl<S> FromRequestParts<S> for CurrentCatalogue
where
    S: Send + Sync,
    AppState: FromRef<S>,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        if let Some(taken) = parts.extensions.get::<Self>() {
            return Ok(taken.clone());
        }
        let taken = Self(AppState::from_ref(state).snapshot());
        parts.extensions.insert(taken.clone());
        Ok(taken)
    }
}

impl<S> FromRequestParts<S> for AppState
where
    S: Send + Sync,
    Self: FromRef<S>,
{
    type Rejection = Infallible;

    async fn from_request_parts(_: &mut Parts, state: &S) -> Result<Self, Infallible> {
        Ok(Self::from_ref(state))
    }
}
