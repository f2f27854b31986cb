//! The deadline by which a connection must make progress.
//!
//! One timer a connection, checked every few seconds. hyper's own header timeout starts and stops a timer for each request,
//! and tells neither an idle connection from a slow one nor sees a client that connects and sends nothing.

use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use crate::serve::drain::ConnectionLoad;
use crate::serve::limits::ConnectionLimits;

/// The progress of a connection, shared by its stream, its service and its timer. They run in one task, so relaxed memory
/// ordering is enough.
#[derive(Debug)]
pub(super) struct ConnectionDeadline {
    opened: Instant,
    limits: ConnectionLimits,
    load: ConnectionLoad,
    /// Milliseconds after `opened`; [`NEVER`] while a request is in flight.
    deadline: AtomicU64,
    /// Whether no byte of the next request has arrived.
    idle: AtomicBool,
    /// Requests in flight: several at once on HTTP/2.
    running: AtomicUsize,
    multiplexed: AtomicBool,
}

const NEVER: u64 = u64::MAX;

impl ConnectionDeadline {
    /// The deadline of a connection that has just been opened: its first request is due.
    pub(super) fn new(limits: ConnectionLimits, load: ConnectionLoad) -> Self {
        let deadline = Self {
            opened: Instant::now(),
            limits,
            load,
            deadline: AtomicU64::new(NEVER),
            idle: AtomicBool::new(false),
            running: AtomicUsize::new(0),
            multiplexed: AtomicBool::new(false),
        };
        deadline.due_in(limits.head);
        deadline
    }

    /// Bytes were read. The first bytes of a request set its deadline; those that follow do not extend it.
    pub(super) fn read(&self) {
        // On HTTP/2 they may belong to any frame; there, pings detect a dead client.
        if self.idle.load(Relaxed) && !self.multiplexed.load(Relaxed) {
            self.idle.store(false, Relaxed);
            self.due_in(self.limits.head);
        }
    }

    /// Bytes of a response were written.
    pub(super) fn written(&self) {
        if self.idle.load(Relaxed) {
            self.due_in(self.idle_time());
        }
    }

    /// A whole request has arrived.
    pub(super) fn request_started(&self, version: http::Version) {
        if version == http::Version::HTTP_2 {
            self.multiplexed.store(true, Relaxed);
        }
        self.running.fetch_add(1, Relaxed);
        self.idle.store(false, Relaxed);
        self.deadline.store(NEVER, Relaxed);
    }

    /// Its response is ready, or was cancelled.
    pub(super) fn request_ended(&self) {
        if self.running.fetch_sub(1, Relaxed) == 1 {
            self.idle.store(true, Relaxed);
            self.due_in(self.idle_time());
        }
    }

    /// Resolves when the deadline has passed; `true` if the connection was idle.
    pub(super) async fn missed(&self) -> bool {
        loop {
            let deadline = self.deadline.load(Relaxed);
            if deadline != NEVER && self.elapsed() >= deadline {
                return self.idle.load(Relaxed);
            }
            // A deadline set from now on is at least this far away, so none can pass during this sleep.
            let next_check = Instant::now() + self.limits.head.min(self.limits.idle);
            let due = self.opened + Duration::from_millis(if deadline == NEVER { u32::MAX.into() } else { deadline });
            sleep_until(next_check.min(due)).await;
        }
    }

    /// How long a connection may idle: less under high load.
    fn idle_time(&self) -> Duration {
        if self.load.is_high() { self.limits.idle.min(self.limits.head) } else { self.limits.idle }
    }

    fn due_in(&self, time: Duration) {
        let time = u64::try_from(time.as_millis()).unwrap_or(NEVER);
        self.deadline.store(self.elapsed().saturating_add(time), Relaxed);
    }

    fn elapsed(&self) -> u64 {
        u64::try_from(self.opened.elapsed().as_millis()).unwrap_or(NEVER - 1)
    }
}
