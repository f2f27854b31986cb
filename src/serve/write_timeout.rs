//! A stream that is not kept waiting for ever by a client that does not read.

use std::future::Future;
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

use crate::serve::connection_deadline::ConnectionDeadline;
use crate::serve::parse_error_page;

/// A stream whose writes end in an error when nothing of them is taken for a while.
#[derive(Debug)]
pub(super) struct WriteTimeout<S> {
    stream: S,
    pulse: Arc<ConnectionDeadline>,
    patience: Duration,
    behind_tls: bool,
    /// What is written in the place of what the caller wants written, and how much of it is.
    instead: Option<(Vec<u8>, usize)>,
    /// Only there while a write waits: most never do.
    waiting: Option<Pin<Box<Sleep>>>,
}

impl<S> WriteTimeout<S> {
    pub(super) fn new(stream: S, pulse: Arc<ConnectionDeadline>, patience: Duration, behind_tls: bool) -> Self {
        Self { stream, pulse, patience, behind_tls, instead: None, waiting: None }
    }

    /// Passes on what a write gave, unless it has waited too long.
    fn bound<T>(&mut self, written: Poll<io::Result<T>>, cx: &mut Context<'_>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.waiting = None;
            self.pulse.written();
            return written;
        }
        let patience = self.patience;
        let waiting = self.waiting.get_or_insert_with(|| Box::pin(sleep(patience)));
        waiting.as_mut().poll(cx).map(|()| Err(io::Error::new(io::ErrorKind::TimedOut, "the client does not read")))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for WriteTimeout<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(cx, buf);
        if buf.filled().len() > before {
            self.pulse.read();
        }
        read
    }
}

impl<S: AsyncWrite + Unpin> WriteTimeout<S> {
    /// Writes our own words, if these bytes are to be replaced. To the caller they count as the bytes themselves.
    fn poll_instead(&mut self, cx: &mut Context<'_>, bytes: &[u8]) -> Option<Poll<io::Result<usize>>> {
        if self.instead.is_none() {
            self.instead = Some((parse_error_page::instead_of(bytes, self.behind_tls)?, 0));
        }
        while let Some((words, done)) = &mut self.instead {
            match Pin::new(&mut self.stream).poll_write(cx, &words[*done..]) {
                Poll::Ready(Ok(written)) if written > 0 && *done + written < words.len() => *done += written,
                Poll::Ready(Ok(_)) => self.instead = None,
                other => return Some(other),
            }
        }
        Some(Poll::Ready(Ok(bytes.len())))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for WriteTimeout<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let written = match self.poll_instead(cx, buf) {
            Some(instead) => instead,
            None => Pin::new(&mut self.stream).poll_write(cx, buf),
        };
        self.bound(written, cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = match bufs.first().and_then(|first| self.poll_instead(cx, first)) {
            Some(instead) => instead,
            None => Pin::new(&mut self.stream).poll_write_vectored(cx, bufs),
        };
        self.bound(written, cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(cx);
        if flushed.is_pending() { self.bound(flushed, cx) } else { flushed }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let shut = Pin::new(&mut self.stream).poll_shutdown(cx);
        if shut.is_pending() { self.bound(shut, cx) } else { shut }
    }
}
