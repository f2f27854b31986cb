//! A stream whose writes time out when the client does not read, or reads too slowly.

use std::future::Future;
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

use crate::serve::connection_deadline::ConnectionDeadline;
use crate::serve::limits::ConnectionLimits;

/// A stream whose writes fail with `TimedOut` once the peer has accepted no byte for the timeout, or too few for the least rate.
///
/// It reports bytes read and written to the deadline of the connection.
#[derive(Debug)]
pub(super) struct WriteTimeout<S> {
    stream: S,
    deadline: Arc<ConnectionDeadline>,
    limits: ConnectionLimits,
    /// The response that the peer did not accept at once.
    pending: Option<PendingResponse>,
    /// Only there while a write is pending: most writes never are.
    timer: Option<Pin<Box<Sleep>>>,
}

#[derive(Debug)]
struct PendingResponse {
    since: Instant,
    accepted: usize,
}

impl PendingResponse {
    /// When the client has been too slow over the whole response, if it accepts nothing more until then.
    fn due(&self, limits: &ConnectionLimits) -> Instant {
        let earned = Duration::from_secs_f64(self.accepted as f64 / f64::from(limits.least_rate.max(1)));
        self.since + limits.write.max(earned)
    }
}

impl<S> WriteTimeout<S> {
    pub(super) fn new(stream: S, deadline: Arc<ConnectionDeadline>, limits: ConnectionLimits) -> Self {
        Self { stream, deadline, limits, pending: None, timer: None }
    }

    /// Passes on the result of a write, or times it out.
    fn bound(&mut self, written: Poll<io::Result<usize>>, cx: &mut Context<'_>) -> Poll<io::Result<usize>> {
        if let Poll::Ready(written) = written {
            self.timer = None;
            if let (Some(pending), Ok(bytes)) = (&mut self.pending, &written) {
                pending.accepted = pending.accepted.saturating_add(*bytes);
            }
            self.deadline.written();
            return Poll::Ready(written);
        }
        self.deadline.write_pending();
        let pending = self.pending.get_or_insert_with(|| PendingResponse { since: Instant::now(), accepted: 0 });
        let due = pending.due(&self.limits).min(Instant::now() + self.limits.write);
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep_until(due)));
        timer.as_mut().poll(cx).map(|()| Err(io::Error::new(io::ErrorKind::TimedOut, "the client does not read")))
    }

    /// The same for what writes no bytes of its own.
    fn bound_end(&mut self, done: Poll<io::Result<()>>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if done.is_pending() { self.bound(Poll::Pending, cx).map_ok(drop) } else { done }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for WriteTimeout<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(cx, buf);
        if buf.filled().len() > before {
            self.deadline.read();
        }
        read
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for WriteTimeout<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.bound(written, cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, bufs);
        self.bound(written, cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(cx);
        if flushed.is_ready() {
            // hyper flushes when it has written a whole response.
            self.pending = None;
        }
        self.bound_end(flushed, cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let shut = Pin::new(&mut self.stream).poll_shutdown(cx);
        self.bound_end(shut, cx)
    }
}
