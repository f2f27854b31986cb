//! Reloading a data folder: a valid version replaces the one shown; for an invalid one the last valid version stays.

use std::error::Error;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::task::{JoinError, spawn_blocking};
use tokio::time::{Instant, sleep, timeout, timeout_at};

use crate::catalogue::Catalogue;
use crate::serve::folder_watcher::{FolderFingerprint, FolderWatcher};
use crate::serve::signals::ReloadSignal;
use crate::serve::systemd;
use crate::web::state::AppState;

/// Why a folder gives no catalogue. Displayed, it is a report for people.
pub type DataError = Box<dyn Error + Send + Sync>;

/// Loads a catalogue from the folder as it is now.
pub type Load = Arc<dyn Fn() -> Result<Catalogue, DataError> + Send + Sync>;

/// Why a new version of a folder is not shown.
#[derive(Debug)]
enum ReloadError {
    Data(DataError),
    Panic(JoinError),
}

impl fmt::Display for ReloadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Data(error) => error.fmt(f),
            Self::Panic(error) => write!(f, "the data could not be read, which is a fault of this program: {error}"),
        }
    }
}

/// How soon a change is noticed: debouncing and polling.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How long the folder must be unchanged: an editor, or `git pull`, writes many times.
    pub quiet: Duration,
    /// How long to wait for that at most.
    pub patience: Duration,
    /// How often the fingerprint of the folder is taken, in case no event arrived.
    pub look: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self { quiet: Duration::from_millis(200), patience: Duration::from_secs(2), look: Duration::from_secs(2) }
    }
}

impl Pace {
    /// For an editor who looks at the page after each change: it is there within a second.
    #[must_use]
    pub fn of_preview() -> Self {
        let [quiet, patience, look] = [50, 500, 250].map(Duration::from_millis);
        Self { quiet, patience, look }
    }
}

/// How often a folder that changes while it is read is read, before the last read counts.
const TRIES: usize = 5;

/// A data folder, and how to load it.
#[derive(Clone)]
pub struct Folder {
    path: PathBuf,
    load: Load,
    fingerprint: Option<FolderFingerprint>,
}

impl fmt::Debug for Folder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Folder")
            .field("path", &self.path)
            .field("fingerprint", &self.fingerprint)
            .finish_non_exhaustive()
    }
}

impl Folder {
    /// A folder that has not been read yet.
    #[must_use]
    pub fn new(path: PathBuf, load: Load) -> Self {
        Self { path, load, fingerprint: None }
    }

    /// Loads the folder; again, if it changed meanwhile: half of one version and half of another may look valid.
    ///
    /// # Errors
    ///
    /// When the data are not valid.
    pub fn load(&mut self) -> Result<Catalogue, DataError> {
        let mut fingerprint = FolderFingerprint::of(&self.path);
        for _ in 1..TRIES {
            let loaded = self.load_complete();
            let after = FolderFingerprint::of(&self.path);
            if after == fingerprint {
                self.fingerprint = Some(fingerprint);
                return loaded;
            }
            fingerprint = after;
        }
        self.fingerprint = Some(fingerprint);
        self.load_complete()
    }

    /// Loads, and builds the indexes that a catalogue would otherwise build at the first search.
    fn load_complete(&self) -> Result<Catalogue, DataError> {
        let catalogue = (self.load)()?;
        catalogue.build_indexes()?;
        Ok(catalogue)
    }

    /// Shows every valid version of the folder from now on: when it changes, and when a signal says so. Never returns.
    pub async fn follow(mut self, state: AppState, pace: Pace, mut told: ReloadSignal) {
        let mut watcher = FolderWatcher::new(self.path.clone());
        loop {
            let was_notified = tokio::select! {
                Some(()) = told.recv() => {
                    tracing::info!("the data is read again, as told by SIGHUP");
                    systemd::reloading();
                    self = self.reload(&state).await;
                    tracing::info!(revision = state.snapshot().catalogue().revision(), "the data was read again");
                    systemd::ready();
                    continue;
                }
                notified = timeout(pace.look, watcher.changed()) => notified.is_ok(),
            };
            if was_notified {
                say_that_it_is_read(&state);
                quiet(&watcher, pace).await;
            } else {
                let path = self.path.clone();
                let fingerprint = spawn_blocking(move || FolderFingerprint::of(&path)).await.ok();
                if fingerprint == self.fingerprint {
                    continue;
                }
                say_that_it_is_read(&state);
                // No event arrived for this change, so the folder that is watched is gone.
                watcher.renew();
                sleep(pace.quiet).await;
            }
            self = self.reload(&state).await;
        }
    }

    /// Loads the folder on a blocking thread, and shows it if it is valid.
    async fn reload(self, state: &AppState) -> Self {
        let mut read = self.clone();
        let loaded = spawn_blocking(move || {
            let loaded = read.load();
            (read, loaded)
        });
        match loaded.await {
            Ok((folder, loaded)) => {
                show(state, loaded.map_err(ReloadError::Data));
                folder
            }
            Err(error) => {
                show(state, Err(ReloadError::Panic(error)));
                // Not loaded again until it changes.
                let path = self.path.clone();
                Self { fingerprint: spawn_blocking(move || FolderFingerprint::of(&path)).await.ok(), ..self }
            }
        }
    }
}

/// Waits until no event has arrived for a while.
async fn quiet(watcher: &FolderWatcher, pace: Pace) {
    let end = Instant::now() + pace.patience;
    while Instant::now() < end && timeout_at(end.min(Instant::now() + pace.quiet), watcher.changed()).await.is_ok() {}
}

/// Lets the pages of a preview wait for what is about to be read.
fn say_that_it_is_read(state: &AppState) {
    if let Some(preview) = &state.settings().preview {
        preview.begin_reading();
    }
}

fn show(state: &AppState, loaded: Result<Catalogue, ReloadError>) {
    let refused = loaded.as_ref().err().map(ToString::to_string);
    match loaded {
        Err(problem) => {
            tracing::error!(%problem, "the data changed and is not sound: the last good version stays");
            state.set_reload_error(refused.clone());
        }
        Ok(catalogue) if catalogue.revision() == state.snapshot().catalogue().revision() => {
            if state.reload_error().is_some() {
                tracing::info!(revision = catalogue.revision(), "the data is again as it is shown");
                state.set_reload_error(None);
            }
        }
        Ok(catalogue) => {
            let (roles, revision) = (catalogue.roles().len(), catalogue.revision().to_owned());
            state.replace(Arc::new(catalogue));
            tracing::info!(roles, revision, "the data changed: the new version is shown");
        }
    }
    if let Some(preview) = &state.settings().preview {
        preview.publish(refused);
    }
}
