//! What every request shares: the current catalogue behind one swap, and what the operator asks about it.

use std::convert::Infallible;
use std::ops::Deref;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use arc_swap::{ArcSwap, Guard};
use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use jiff::Timestamp;

use crate::braille::liblouis::Liblouis;
use crate::catalogue::Catalogue;
use crate::web::http::response_cache::ResponseCache;

/// The state of the whole site. Cheap to clone; all clones are the same site.
#[derive(Clone, Debug)]
pub struct AppState(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    current: ArcSwap<Snapshot>,
    lasting: ResponseCache,
    problem: RwLock<Option<String>>,
    draining: AtomicBool,
    settings: Settings,
}

/// What the command line says about the site.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Whether visitors reach the site over TLS, which something in front of it ends.
    pub behind_tls: bool,
    /// What contracts Braille; without it there is uncontracted Braille alone.
    pub braille: Option<Liblouis>,
}

/// One version of the data, and the answers made from it. They come and go together.
#[derive(Debug)]
pub struct Snapshot {
    catalogue: Arc<Catalogue>,
    answers: ResponseCache,
    loaded_at: Timestamp,
}

impl AppState {
    /// A site that shows this catalogue.
    #[must_use]
    pub fn new(catalogue: Arc<Catalogue>, settings: Settings) -> Self {
        Self(Arc::new(Shared {
            current: ArcSwap::from_pointee(Snapshot::new(catalogue)),
            lasting: ResponseCache::for_assets(),
            problem: RwLock::new(None),
            draining: AtomicBool::new(false),
            settings,
        }))
    }

    /// Shows this catalogue from now on. Requests that run already keep the one with which they began.
    pub fn replace(&self, catalogue: Arc<Catalogue>) {
        self.0.current.store(Arc::new(Snapshot::new(catalogue)));
        self.set_problem(None);
    }

    /// The current version, to look at briefly.
    pub(super) fn peek(&self) -> Guard<Arc<Snapshot>> {
        self.0.current.load()
    }

    /// The current version, to keep.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.0.current.load_full()
    }

    /// Finished answers that no change of the data touches.
    pub(super) fn lasting(&self) -> &ResponseCache {
        &self.0.lasting
    }

    /// What the command line says.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// Remembers why newer data is not shown; nothing, once all is well again.
    pub fn set_problem(&self, problem: Option<String>) {
        *self.0.problem.write().unwrap_or_else(PoisonError::into_inner) = problem;
    }

    /// Why newer data is not shown.
    #[must_use]
    pub fn problem(&self) -> Option<String> {
        self.0.problem.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Says to balancers that no new work should come.
    pub fn start_draining(&self) {
        self.0.draining.store(true, Ordering::Relaxed);
    }

    /// Whether the site is about to stop.
    #[must_use]
    pub fn is_draining(&self) -> bool {
        self.0.draining.load(Ordering::Relaxed)
    }
}

impl Snapshot {
    fn new(catalogue: Arc<Catalogue>) -> Self {
        Self { catalogue, answers: ResponseCache::for_pages(), loaded_at: Timestamp::now() }
    }

    /// The data.
    #[must_use]
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// The answers made from it so far.
    pub(super) fn answers(&self) -> &ResponseCache {
        &self.answers
    }

    /// When it was loaded.
    #[must_use]
    pub fn loaded_at(&self) -> Timestamp {
        self.loaded_at
    }
}

/// The catalogue that this request shows, from its first line to its last.
///
/// However often a request asks, and whatever is swapped meanwhile, it is the same one: the snapshot is taken once, before
/// the handler, and travels with the request.
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
