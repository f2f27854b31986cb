//! How many connections there are, and how they are asked to end.

use std::io;
use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, watch};
use tokio::time::{Instant, timeout_at};

/// The places for connections, and the word to end.
#[derive(Clone, Debug)]
pub struct Drain {
    places: Arc<Semaphore>,
    all: usize,
    ending: watch::Sender<bool>,
}

/// Tells whether most places are taken.
#[derive(Clone, Debug)]
pub struct ConnectionLoad {
    places: Arc<Semaphore>,
    all: usize,
}

/// A connection's place. It is free again once this is dropped.
#[derive(Debug)]
pub struct ConnectionPermit {
    _permit: Option<OwnedSemaphorePermit>,
    ending: watch::Receiver<bool>,
    crowd: ConnectionLoad,
}

impl Drain {
    /// Places for so many connections.
    #[must_use]
    pub fn new(connections: usize) -> Self {
        let all = connections.clamp(1, Semaphore::MAX_PERMITS.min(u32::MAX as usize));
        Self { places: Arc::new(Semaphore::new(all)), all, ending: watch::Sender::new(false) }
    }

    /// A place, as soon as one is free.
    pub async fn place(&self) -> ConnectionPermit {
        // The semaphore is never closed.
        let permit = Arc::clone(&self.places).acquire_owned().await.ok();
        let crowd = ConnectionLoad { places: Arc::clone(&self.places), all: self.all };
        ConnectionPermit { _permit: permit, ending: self.ending.subscribe(), crowd }
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

impl ConnectionLoad {
    /// Whether most places are taken.
    #[must_use]
    pub fn is_here(&self) -> bool {
        self.places.available_permits() < self.all / 2
    }
}

impl ConnectionPermit {
    /// Tells how many others there are.
    #[must_use]
    pub fn crowd(&self) -> ConnectionLoad {
        self.crowd.clone()
    }

    /// Resolves when connections should end.
    pub async fn ending(&mut self) {
        // If nobody is left to say so, the server has ended.
        let _ = self.ending.wait_for(|ending| *ending).await;
    }
}

/// Words to stop: the first asks for a good end, a second for a quick one.
pub type StopSignal = mpsc::Receiver<()>;

/// Listens from now on for the operator's words to stop: SIGTERM and Ctrl-C.
///
/// # Errors
/// When the system does not let us listen for them.
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
