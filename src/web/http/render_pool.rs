//! Where responses that are not cached are made: off the threads that serve connections, a few at a time.
//!
//! Making a page takes a thousand times as long as sending a cached one. On the threads that serve connections it would
//! delay every other visitor by as much, so it is done on blocking threads of lower priority, as many at once as there are
//! processors. Those that wait have a bounded number of places; whoever finds none is told at once to come back.

use std::future::Future;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread::available_parallelism;

use tokio::runtime::Handle;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::spawn_blocking;

/// Requests that may wait, for each one that is made. At 5 ms each, the last one waits a third of a second.
const WAITING_EACH: usize = 64;

/// Makes responses, a bounded number at once. Cheap to clone; all clones share the bounds.
#[derive(Clone, Debug)]
pub struct RenderPool {
    /// One permit for each request that waits or is made.
    places: Arc<Semaphore>,
    total: usize,
    /// One permit for each request that is made.
    running: Arc<Semaphore>,
}

/// A place in the pool, to wait and then to be made.
#[derive(Debug)]
pub struct RenderPlace {
    place: OwnedSemaphorePermit,
    running: Arc<Semaphore>,
}

/// The pool closed while the work waited: the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolClosed;

impl Default for RenderPool {
    fn default() -> Self {
        let at_once = available_parallelism().map_or(1, usize::from);
        Self::bounded(at_once, at_once * WAITING_EACH)
    }
}

impl RenderPool {
    /// A pool that does so much at once, while so much waits.
    #[must_use]
    pub fn bounded(at_once: usize, waiting: usize) -> Self {
        Self {
            places: Arc::new(Semaphore::new(at_once + waiting)),
            total: at_once + waiting,
            running: Arc::new(Semaphore::new(at_once)),
        }
    }

    /// How many requests wait or are made.
    #[must_use]
    pub fn in_use(&self) -> usize {
        self.total.saturating_sub(self.places.available_permits())
    }

    /// A place, unless as many requests wait as may.
    #[must_use]
    pub fn place(&self) -> Option<RenderPlace> {
        let place = Arc::clone(&self.places).try_acquire_owned().ok()?;
        Some(RenderPlace { place, running: Arc::clone(&self.running) })
    }
}

impl RenderPlace {
    /// Does this work on a thread of the pool when its turn comes. Work that has begun goes on to its end, though nobody
    /// waits for it any more, and its place is free only then. A panic of the work goes on in the caller.
    ///
    /// # Errors
    ///
    /// [`PoolClosed`] where the work was not done since the program ends.
    pub async fn run<T, W>(self, work: W) -> Result<T, PoolClosed>
    where
        T: Send + 'static,
        W: Future<Output = T> + Send + 'static,
    {
        let Self { place, running } = self;
        let turn = running.acquire_owned().await.map_err(|_| PoolClosed)?;
        let runtime = Handle::current();
        let made = spawn_blocking(move || {
            lower_priority();
            let made = runtime.block_on(work);
            drop((turn, place));
            made
        });
        made.await.map_err(|error| match error.try_into_panic() {
            Ok(panic) => resume_unwind(panic),
            Err(_) => PoolClosed,
        })
    }
}

/// Lets threads that serve connections go first. Where the system refuses it, all threads are equal.
#[cfg(target_os = "linux")]
fn lower_priority() {
    /// Half of the range below normal: a tenth of the time of a normal thread that is busy too.
    const NICENESS: i32 = 10;
    thread_local! {
        /// Linux keeps the niceness of each thread, and a thread that has lowered it cannot raise it again.
        static LOWERED: () = {
            let _ = rustix::process::setpriority_process(None, NICENESS);
        };
    }
    LOWERED.with(|()| ());
}

#[cfg(not(target_os = "linux"))]
fn lower_priority() {}
