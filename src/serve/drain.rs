//! Permits for connections, and graceful shutdown.

use std::io;
use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, watch};
use tokio::time::{Instant, timeout_at};

/// A fixed number of permits for connections, and the signal to shut down.
#[derive(Clone, Debug)]
pub struct Drain {
    permits: Arc<Semaphore>,
    total: usize,
    shutdown: watch::Sender<bool>,
}

/// How many of the permits are taken, seen by a connection.
#[derive(Clone, Debug)]
pub struct ConnectionLoad {
    permits: Arc<Semaphore>,
    total: usize,
}

/// A permit for one connection, returned when this is dropped.
#[derive(Debug)]
pub struct ConnectionPermit {
    _permit: Option<OwnedSemaphorePermit>,
    shutdown: watch::Receiver<bool>,
    load: ConnectionLoad,
}

impl Drain {
    /// Permits for so many connections, at least one.
    #[must_use]
    pub fn new(connections: usize) -> Self {
        let total = connections.clamp(1, Semaphore::MAX_PERMITS.min(u32::MAX as usize));
        Self { permits: Arc::new(Semaphore::new(total)), total, shutdown: watch::Sender::new(false) }
    }

    /// A permit, as soon as one is free.
    pub async fn permit(&self) -> ConnectionPermit {
        // The semaphore is never closed.
        let permit = Arc::clone(&self.permits).acquire_owned().await.ok();
        let load = ConnectionLoad { permits: Arc::clone(&self.permits), total: self.total };
        ConnectionPermit { _permit: permit, shutdown: self.shutdown.subscribe(), load }
    }

    /// How many permits are taken.
    #[must_use]
    pub fn taken(&self) -> usize {
        self.total - self.permits.available_permits()
    }

    /// Tells every connection to close after its current request, and waits. Returns how many are open at the deadline.
    pub async fn finish(&self, deadline: Instant) -> usize {
        self.shutdown.send_replace(true);
        let all = u32::try_from(self.total).unwrap_or(u32::MAX);
        match timeout_at(deadline, self.permits.acquire_many(all)).await {
            Ok(_) => 0,
            Err(_) => self.taken(),
        }
    }
}

impl ConnectionLoad {
    /// Whether more than half of the permits are taken.
    #[must_use]
    pub fn is_high(&self) -> bool {
        self.permits.available_permits() < self.total / 2
    }
}

impl ConnectionPermit {
    /// The load of the server that gave this permit.
    #[must_use]
    pub fn load(&self) -> ConnectionLoad {
        self.load.clone()
    }

    /// Resolves when the server shuts down.
    pub async fn shutdown(&mut self) {
        // An error means that the sender is gone, and with it the server.
        let _ = self.shutdown.wait_for(|shutdown| *shutdown).await;
    }
}

/// Stop signals: the first asks for a graceful shutdown, a second for an immediate one.
pub type StopSignal = mpsc::Receiver<()>;

/// Listens from now on for SIGTERM and Ctrl-C.
///
/// # Errors
/// When a signal handler cannot be installed.
pub fn signals() -> io::Result<StopSignal> {
    let (told, stop) = mpsc::channel(2);
    let mut signals = Signals::new()?;
    tokio::spawn(async move { while signals.next().await && told.send(()).await.is_ok() {} });
    Ok(stop)
}

#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    async fn next(&mut self) -> bool {
        tokio::select! {
            told = self.interrupt.recv() => told.is_some(),
            told = self.terminate.recv() => told.is_some(),
        }
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn new() -> io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) -> bool {
        tokio::signal::ctrl_c().await.is_ok()
    }
}
