//! Places for connections: how many there may be, in all and from one address; which goes when another needs its place; and the
//! signal to close all of them.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{Instant, timeout, timeout_at};

/// How soon a full server looks again for a connection that idles.
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// A fixed number of places.
#[derive(Clone, Debug)]
pub struct Places {
    permits: Arc<Semaphore>,
    total: usize,
    shutdown: watch::Sender<bool>,
    taken: Arc<Mutex<Taken>>,
    per_address: usize,
}

/// The places that are taken. A connection that has been told to go is no longer among them.
#[derive(Debug)]
struct Taken {
    since: Instant,
    next: u64,
    connections: BTreeMap<u64, Connection>,
    by_address: BTreeMap<AddressBlock, usize>,
}

#[derive(Debug)]
struct Connection {
    address: Option<AddressBlock>,
    activity: Arc<Activity>,
}

/// What one household or machine has: an IPv4 address, or the first half of an IPv6 address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct AddressBlock(u64);

impl AddressBlock {
    fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(v4) => Self(u64::from(v4.to_bits())),
            IpAddr::V6(v6) => Self((v6.to_bits() >> 64) as u64),
        }
    }
}

/// What a connection does, as the others see it.
#[derive(Debug)]
pub(super) struct Activity {
    since: Instant,
    /// Since when it idles, in microseconds after `since`; [`BUSY`] while a request runs or its answer waits to be read.
    idle_since: AtomicU64,
    must_go: Notify,
    permits: Arc<Semaphore>,
    total: usize,
}

const BUSY: u64 = u64::MAX;

impl Activity {
    /// A request runs, or its answer waits to be read.
    pub(super) fn set_busy(&self) {
        self.idle_since.store(BUSY, Relaxed);
    }

    /// The connection idles from now on.
    pub(super) fn set_idle(&self) {
        self.idle_since.store(micros_since(self.since), Relaxed);
    }

    pub(super) fn is_busy(&self) -> bool {
        self.idle_since.load(Relaxed) == BUSY
    }

    /// Whether more than half of the places are taken.
    pub(super) fn is_crowded(&self) -> bool {
        self.permits.available_permits() < self.total / 2
    }
}

/// A place for one connection, free again when this is dropped.
#[derive(Debug)]
pub struct Place {
    number: u64,
    activity: Arc<Activity>,
    shutdown: watch::Receiver<bool>,
    taken: Arc<Mutex<Taken>>,
    _permit: Option<OwnedSemaphorePermit>,
}

/// Why a connection is told to close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CloseReason {
    /// The server ends.
    Shutdown,
    /// Another connection needs the place.
    PlaceNeeded,
}

impl Places {
    /// So many places, at least one, and at most so many of them for one address.
    #[must_use]
    pub fn new(total: usize, per_address: usize) -> Self {
        let total = total.clamp(1, Semaphore::MAX_PERMITS.min(u32::MAX as usize));
        let taken = Taken { since: Instant::now(), next: 0, connections: BTreeMap::new(), by_address: BTreeMap::new() };
        Self {
            permits: Arc::new(Semaphore::new(total)),
            total,
            shutdown: watch::Sender::new(false),
            taken: Arc::new(Mutex::new(taken)),
            per_address: per_address.max(1),
        }
    }

    /// A place for a connection from this address. Where there is none, the connection that has idled longest goes: one from the
    /// same address, if that has its share. Waits while none idles; `None` if all of the address's own are busy. Looks at every
    /// connection when there is no place.
    pub async fn take(&self, address: Option<IpAddr>) -> Option<Place> {
        let address = address.map(AddressBlock::of);
        if let Some(address) = address {
            let mut taken = self.lock();
            let has_share = taken.by_address.get(&address).is_some_and(|count| *count >= self.per_address);
            if has_share && !taken.send_away(|connection| connection.address == Some(address)) {
                return None;
            }
        }
        let permit = self.permit().await;
        Some(self.lock().place(self, address, permit))
    }

    async fn permit(&self) -> Option<OwnedSemaphorePermit> {
        loop {
            if let Ok(permit) = Arc::clone(&self.permits).try_acquire_owned() {
                return Some(permit);
            }
            self.lock().send_away(|_| true);
            // It may take a while: one that is asked something at this very moment answers first.
            if let Ok(permit) = timeout(LOOK_AGAIN, Arc::clone(&self.permits).acquire_owned()).await {
                // The semaphore is never closed.
                return permit.ok();
            }
        }
    }

    /// How many places are taken.
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

    fn lock(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Taken {
    fn place(&mut self, places: &Places, address: Option<AddressBlock>, permit: Option<OwnedSemaphorePermit>) -> Place {
        let activity = Arc::new(Activity {
            since: self.since,
            idle_since: AtomicU64::new(micros_since(self.since)),
            must_go: Notify::new(),
            permits: Arc::clone(&places.permits),
            total: places.total,
        });
        self.next += 1;
        self.connections.insert(self.next, Connection { address, activity: Arc::clone(&activity) });
        if let Some(address) = address {
            *self.by_address.entry(address).or_default() += 1;
        }
        let (shutdown, taken) = (places.shutdown.subscribe(), Arc::clone(&places.taken));
        Place { number: self.next, activity, shutdown, taken, _permit: permit }
    }

    /// Tells the connection to go that has idled longest, of those of which this holds; false if all of them are busy.
    fn send_away(&mut self, of: impl Fn(&Connection) -> bool) -> bool {
        let candidates = self.connections.iter().filter(|(_, connection)| of(connection));
        let idle = candidates.map(|(number, connection)| (connection.activity.idle_since.load(Relaxed), *number));
        let Some((_, number)) = idle.filter(|(since, _)| *since != BUSY).min() else { return false };
        if let Some(connection) = self.remove(number) {
            connection.activity.must_go.notify_one();
        }
        true
    }

    fn remove(&mut self, number: u64) -> Option<Connection> {
        let connection = self.connections.remove(&number)?;
        if let Some(address) = connection.address
            && let Some(count) = self.by_address.get_mut(&address)
        {
            *count -= 1;
            if *count == 0 {
                self.by_address.remove(&address);
            }
        }
        Some(connection)
    }
}

impl Place {
    pub(super) fn activity(&self) -> Arc<Activity> {
        Arc::clone(&self.activity)
    }

    /// Resolves when the connection has to close.
    pub(super) async fn told_to_close(&mut self) -> CloseReason {
        tokio::select! {
            // An error means that the sender is gone, and with it the server.
            _ = self.shutdown.wait_for(|shutdown| *shutdown) => CloseReason::Shutdown,
            () = self.activity.must_go.notified() => CloseReason::PlaceNeeded,
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner).remove(self.number);
    }
}

fn micros_since(start: Instant) -> u64 {
    u64::try_from(start.elapsed().as_micros()).unwrap_or(BUSY - 1)
}
