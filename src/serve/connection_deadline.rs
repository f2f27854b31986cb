//! The deadline by which a connection must make progress.
//!
//! One timer a connection, checked every few seconds. hyper's own header timeout starts and stops a timer for each request,
//! and tells neither an idle connection from a slow one nor sees a client that connects and sends nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use crate::serve::limits::ConnectionLimits;
use crate::serve::places::Activity;

/// The progress of a connection, shared by its stream, its service and its timer. They run in one task, so relaxed memory
/// ordering is enough.
#[derive(Debug)]
pub(super) struct ConnectionDeadline {
    opened: Instant,
    limits: ConnectionLimits,
    activity: Arc<Activity>,
    /// Milliseconds after `opened`; [`NEVER`] while a request is in flight.
    deadline: AtomicU64,
    /// Whether no byte of the next request has arrived.
    idle: AtomicBool,
    /// Whether a request is in flight.
    running: AtomicBool,
}

const NEVER: u64 = u64::MAX;

impl ConnectionDeadline {
    /// The deadline of a connection that has just been opened: its first request is due.
    pub(super) fn new(limits: ConnectionLimits, activity: Arc<Activity>) -> Self {
        let deadline = Self {
            opened: Instant::now(),
            limits,
            activity,
            deadline: AtomicU64::new(NEVER),
            idle: AtomicBool::new(false),
            running: AtomicBool::new(false),
        };
        deadline.due_in(limits.head);
        deadline
    }

    /// Bytes were read. The first bytes of a request set its deadline; those that follow do not extend it.
    pub(super) fn read(&self) {
        if self.idle.load(Relaxed) {
            self.idle.store(false, Relaxed);
            self.due_in(self.limits.head);
        }
    }

    /// The client does not read as fast as its response is written.
    pub(super) fn write_pending(&self) {
        self.activity.set_busy();
    }

    /// Bytes of a response were written.
    pub(super) fn written(&self) {
        if !self.running.load(Relaxed) {
            self.activity.set_idle();
        }
        if self.idle.load(Relaxed) {
            self.due_in(self.idle_time());
        }
    }

    /// A whole request has arrived.
    pub(super) fn request_started(&self) {
        self.running.store(true, Relaxed);
        self.activity.set_busy();
        self.idle.store(false, Relaxed);
        self.deadline.store(NEVER, Relaxed);
    }

    /// Its response is ready, or was cancelled.
    pub(super) fn request_ended(&self) {
        self.running.store(false, Relaxed);
        self.activity.set_idle();
        self.idle.store(true, Relaxed);
        self.due_in(self.idle_time());
    }

    /// Whether a request is in flight, or its response waits to be read.
    pub(super) fn is_busy(&self) -> bool {
        self.activity.is_busy()
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
        if self.activity.is_crowded() { self.limits.idle.min(self.limits.head) } else { self.limits.idle }
    }

    fn due_in(&self, time: Duration) {
        let time = u64::try_from(time.as_millis()).unwrap_or(NEVER);
        self.deadline.store(self.elapsed().saturating_add(time), Relaxed);
    }

    fn elapsed(&self) -> u64 {
        u64::try_from(self.opened.elapsed().as_millis()).unwrap_or(NEVER - 1)
    }
}
