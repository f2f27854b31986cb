//! Noticing that a folder changed: by events of the file system, and by a fingerprint of its files in case events are lost.

use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher as _};
use tokio::sync::Notify;

use crate::data_folder::{MAX_DEPTH, MAX_ENTRIES, is_hidden};

/// File system events of a folder.
#[derive(Debug)]
pub(super) struct FolderWatcher {
    folder: PathBuf,
    changed: Arc<Notify>,
    /// `None` if there is nothing to watch now. When the folder itself is replaced, the watch is lost without an event.
    watcher: Option<RecommendedWatcher>,
}

impl FolderWatcher {
    /// Watches a folder and all within it.
    pub(super) fn new(folder: PathBuf) -> Self {
        let mut watcher = Self { folder, changed: Arc::new(Notify::new()), watcher: None };
        watcher.renew();
        watcher
    }

    /// Watches anew: for when something changed and no event arrived.
    pub(super) fn renew(&mut self) {
        self.watcher = self.watcher().inspect_err(|error| tracing::debug!(%error, "the folder cannot be watched")).ok();
    }

    fn watcher(&self) -> notify::Result<RecommendedWatcher> {
        let changed = Arc::clone(&self.changed);
        let tell = move |event: notify::Result<Event>| {
            // An error can mean that events were lost, so it counts as a change.
            if event.is_ok_and(|event| is_read_access(event.kind)) {
                return;
            }
            changed.notify_one();
        };
        // A symbolic link to `/` must not make us watch the whole file system.
        let mut watcher = RecommendedWatcher::new(tell, Config::default().with_follow_symlinks(false))?;
        watcher.watch(&self.folder, RecursiveMode::Recursive)?;
        Ok(watcher)
    }

    /// Resolves when an event of a change arrives.
    pub(super) async fn changed(&self) {
        self.changed.notified().await;
    }
}

/// Whether an event is of reading: our own loading opens and closes every file.
fn is_read_access(kind: EventKind) -> bool {
    matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

/// A hash of the state of a folder: which files there are, their sizes and modification times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FolderFingerprint(u64);

impl FolderFingerprint {
    /// Reads the metadata of every file. It opens none, so that a FIFO in the folder cannot block it.
    pub(super) fn of(folder: &Path) -> Self {
        let mut hasher = DefaultHasher::new();
        match fs::metadata(folder) {
            Ok(metadata) => stamp(&metadata, &mut hasher),
            Err(error) => error.kind().hash(&mut hasher),
        }
        let mut left = MAX_ENTRIES;
        walk(folder, MAX_DEPTH, &mut left, &mut hasher);
        Self(hasher.finish())
    }
}

fn walk(folder: &Path, deeper: usize, left: &mut usize, hasher: &mut DefaultHasher) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let names = entries.flatten().map(|entry| entry.file_name());
    let mut names: Vec<OsString> = names.filter(|name| !is_hidden(name.as_encoded_bytes())).take(*left).collect();
    names.sort_unstable();
    *left -= names.len();
    for name in names {
        let path = folder.join(&name);
        name.hash(hasher);
        // What a link leads to counts, not the link.
        match fs::metadata(&path) {
            Ok(metadata) => {
                stamp(&metadata, hasher);
                if metadata.is_dir() && deeper > 0 {
                    walk(&path, deeper - 1, left, hasher);
                }
            }
            Err(error) => error.kind().hash(hasher),
        }
    }
}

fn stamp(metadata: &Metadata, hasher: &mut DefaultHasher) {
    (metadata.is_dir(), metadata.len()).hash(hasher);
    metadata.modified().ok().hash(hasher);
    #[cfg(unix)]
    std::os::unix::fs::MetadataExt::ino(metadata).hash(hasher);
}
