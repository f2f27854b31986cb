//! When a connection must have done its next step.
//!
//! One clock a connection, looked at every few seconds: hyper's own starts and stops a timer for each request, and knows
//! neither an idle connection from a slow one nor a client that opens a connection and says nothing.

use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use crate::serve::Limits;
use crate::serve::drain::ConnectionLoad;

/// What a connection is at, seen by its stream, its service and its clock. They are parts of one task, so no order is
/// needed between them.
#[derive(Debug)]
pub(super) struct ConnectionDeadline {
    opened: Instant,
    limits: Limits,
    crowd: ConnectionLoad,
    /// Milliseconds after `opened`; [`NEVER`] while a request is being answered.
    deadline: AtomicU64,
    /// Whether the next request has not begun to arrive.
    idle: AtomicBool,
    /// Requests being answered: several at once on HTTP/2.
    running: AtomicUsize,
    multiplexed: AtomicBool,
}

const NEVER: u64 = u64::MAX;

impl ConnectionDeadline {
    /// A connection that has just been opened: its first request is due.
    pub(super) fn new(limits: Limits, crowd: ConnectionLoad) -> Self {
        let pulse = Self {
            opened: Instant::now(),
            limits,
            crowd,
            deadline: AtomicU64::new(NEVER),
            idle: AtomicBool::new(false),
            running: AtomicUsize::new(0),
            multiplexed: AtomicBool::new(false),
        };
        pulse.due_in(limits.head);
        pulse
    }

    /// Bytes came. The first of a request start its time; those that follow do not start it again.
    pub(super) fn read(&self) {
        // On HTTP/2 they may belong to anything; there, pings tell a living client.
        if self.idle.load(Relaxed) && !self.multiplexed.load(Relaxed) {
            self.idle.store(false, Relaxed);
            self.due_in(self.limits.head);
        }
    }

    /// Bytes of an answer were taken.
    pub(super) fn written(&self) {
        if self.idle.load(Relaxed) {
            self.due_in(self.idle_time());
        }
    }

    /// A request is here, whole.
    pub(super) fn asked(&self, version: http::Version) {
        if version == http::Version::HTTP_2 {
            self.multiplexed.store(true, Relaxed);
        }
        self.running.fetch_add(1, Relaxed);
        self.idle.store(false, Relaxed);
        self.deadline.store(NEVER, Relaxed);
    }

    /// Its answer is ready, or nobody waits for it any more.
    pub(super) fn answered(&self) {
        if self.running.fetch_sub(1, Relaxed) == 1 {
            self.idle.store(true, Relaxed);
            self.due_in(self.idle_time());
        }
    }

    /// Resolves when the connection has missed its deadline; says whether it was idle.
    pub(super) async fn missed(&self) -> bool {
        loop {
            let deadline = self.deadline.load(Relaxed);
            if deadline != NEVER && self.elapsed() >= deadline {
                return self.idle.load(Relaxed);
            }
            // A deadline set from now on is at least the time for a head away, so none is passed in this sleep.
            let soon = Instant::now() + self.limits.head.min(self.limits.idle);
            let due = self.opened + Duration::from_millis(if deadline == NEVER { u32::MAX.into() } else { deadline });
            sleep_until(soon.min(due)).await;
        }
    }

    /// How long nothing need be asked: less, when places become few.
    fn idle_time(&self) -> Duration {
        if self.crowd.is_here() { self.limits.idle.min(self.limits.head) } else { self.limits.idle }
    }

    fn due_in(&self, time: Duration) {
        let time = u64::try_from(time.as_millis()).unwrap_or(NEVER);
        self.deadline.store(self.elapsed().saturating_add(time), Relaxed);
    }

    fn elapsed(&self) -> u64 {
        u64::try_from(self.opened.elapsed().as_millis()).unwrap_or(NEVER - 1)
    }
}
