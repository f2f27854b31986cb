//! How many connections there are, and how they are asked to end.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{Instant, timeout_at};

/// The places for connections, and the word to end.
#[derive(Clone, Debug)]
pub struct Drain {
    places: Arc<Semaphore>,
    all: usize,
    ending: watch::Sender<bool>,
}

/// A connection's place. It is free again once this is dropped.
#[derive(Debug)]
pub struct Place {
    _permit: Option<OwnedSemaphorePermit>,
    ending: watch::Receiver<bool>,
}

impl Drain {
    /// Places for so many connections.
    #[must_use]
    pub fn new(connections: usize) -> Self {
        let all = connections.clamp(1, Semaphore::MAX_PERMITS.min(u32::MAX as usize));
        Self { places: Arc::new(Semaphore::new(all)), all, ending: watch::Sender::new(false) }
    }

    /// A place, as soon as one is free.
    pub async fn place(&self) -> Place {
        // The semaphore is never closed.
        let permit = Arc::clone(&self.places).acquire_owned().await.ok();
        Place { _permit: permit, ending: self.ending.subscribe() }
    }

    /// How many connections there are.
    #[must_use]
    pub fn taken(&self) -> usize {
        self.all - self.places.available_permits()
    }

    /// Asks every connection to end after the request it is at, and waits. Says how many are left at the deadline.
    pub async fn finish(&self, deadline: Instant) -> usize {
        self.ending.send_replace(true);
        let all = u32::try_from(self.all).unwrap_or(u32::MAX);
        match timeout_at(deadline, self.places.acquire_many(all)).await {
            Ok(_) => 0,
            Err(_) => self.taken(),
        }
    }
}

impl Place {
    /// Resolves when connections should end.
    pub async fn ending(&mut self) {
        // If nobody is left to say so, the server has ended.
        let _ = self.ending.wait_for(|ending| *ending).await;
    }
}

/// Resolves when the operator says stop: SIGTERM, or Ctrl-C.
pub async fn told_to_stop() {
    let interrupt = async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::error!(%error, "cannot listen for Ctrl-C");
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupt => {}
        () = terminate() => {}
    }
}

#[cfg(unix)]
async fn terminate() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signal) => {
            signal.recv().await;
        }
        Err(error) => {
            tracing::error!(%error, "cannot listen for SIGTERM");
            std::future::pending().await
        }
    }
}

#[cfg(not(unix))]
async fn terminate() {
    std::future::pending().await
}
