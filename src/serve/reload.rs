//! Following a data folder: what is sound is shown, what is not is named while the last good version stays.

use std::error::Error;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::task::{JoinError, spawn_blocking};
use tokio::time::{Instant, sleep, timeout, timeout_at};

use crate::catalogue::Catalogue;
use crate::serve::folder_watcher::{FolderFingerprint, FolderWatcher};
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

/// How soon a change is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How long a folder must be quiet: an editor, or `git pull`, writes many times.
    pub quiet: Duration,
    /// How long it is waited for at most.
    pub patience: Duration,
    /// How often every file is looked at, in case the system said nothing.
    pub look: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self { quiet: Duration::from_millis(200), patience: Duration::from_secs(2), look: Duration::from_secs(2) }
    }
}

/// How often a folder that changes while it is read is read again, before it is taken as it is.
const TRIES: usize = 5;

/// A data folder, and how to load it.
#[derive(Clone)]
pub struct Folder {
    path: PathBuf,
    load: Load,
    print: Option<FolderFingerprint>,
}

impl fmt::Debug for Folder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Folder").field("path", &self.path).field("print", &self.print).finish_non_exhaustive()
    }
}

impl Folder {
    /// A folder that has not been read yet.
    #[must_use]
    pub fn new(path: PathBuf, load: Load) -> Self {
        Self { path, load, print: None }
    }

    /// Reads the folder; again, if it changed meanwhile: half of one version and half of another may look sound.
    pub fn load(&mut self) -> Result<Catalogue, DataError> {
        let mut print = FolderFingerprint::of(&self.path);
        for _ in 1..TRIES {
            let loaded = (self.load)();
            let after = FolderFingerprint::of(&self.path);
            if after == print {
                self.print = Some(print);
                return loaded;
            }
            print = after;
        }
        self.print = Some(print);
        (self.load)()
    }

    /// Shows every sound version of the folder from now on. Never ends.
    pub async fn follow(mut self, state: AppState, pace: Pace) {
        let mut watch = FolderWatcher::new(self.path.clone());
        loop {
            let told = timeout(pace.look, watch.changed()).await.is_ok();
            if told {
                quiet(&watch, pace).await;
            } else {
                let path = self.path.clone();
                let print = spawn_blocking(move || FolderFingerprint::of(&path)).await.ok();
                if print == self.print {
                    continue;
                }
                // The system said nothing, so the watch is on a folder that is gone.
                watch.renew();
                sleep(pace.quiet).await;
            }
            self = self.reload(&state).await;
        }
    }

    /// Reads the folder away from the threads that answer requests, and shows it if it is sound.
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
                // Not read again until it changes.
                let path = self.path.clone();
                Self { print: spawn_blocking(move || FolderFingerprint::of(&path)).await.ok(), ..self }
            }
        }
    }
}

/// Waits until nothing has been reported for a while.
async fn quiet(watch: &FolderWatcher, pace: Pace) {
    let end = Instant::now() + pace.patience;
    while Instant::now() < end && timeout_at(end.min(Instant::now() + pace.quiet), watch.changed()).await.is_ok() {}
}

fn show(state: &AppState, loaded: Result<Catalogue, ReloadError>) {
    match loaded {
        Err(problem) => {
            tracing::error!(%problem, "the data changed and is not sound: the last good version stays");
            state.set_problem(Some(problem.to_string()));
        }
        Ok(catalogue) if catalogue.revision() == state.snapshot().catalogue().revision() => {
            if state.problem().is_some() {
                tracing::info!(revision = catalogue.revision(), "the data is again as it is shown");
                state.set_problem(None);
            }
        }
        Ok(catalogue) => {
            let (roles, revision) = (catalogue.roles().len(), catalogue.revision().to_owned());
            state.replace(Arc::new(catalogue));
            tracing::info!(roles, revision, "the data changed: the new version is shown");
        }
    }
}
