//! One connection: HTTP/1.1 or HTTP/2, with every step of it bounded.

use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::io::{AsyncRead, AsyncWrite};

use crate::serve::Limits;
use crate::serve::connection_deadline::ConnectionDeadline;
use crate::serve::drain::ConnectionPermit;
use crate::serve::write_timeout::WriteTimeout;
use crate::web::http::request_limits::LARGEST_HEAD;
use crate::web::http::service::{ResponseFuture, SiteService};

/// How a connection is spoken to.
fn builder(limits: Limits) -> Builder<TokioExecutor> {
    // Larger than what we allow, so that a head that is only somewhat too large gets our own page.
    const HEAD: usize = LARGEST_HEAD * 4;
    let mut builder = Builder::new(TokioExecutor::new());
    // `Pulse` keeps the time of heads.
    builder.http1().timer(TokioTimer::new()).header_read_timeout(None).max_buf_size(HEAD);
    // A client that holds an HTTP/2 connection open must answer pings within the time for a head.
    let half = limits.head / 2;
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(half)
        .keep_alive_timeout(half)
        .max_concurrent_streams(64)
        .max_header_list_size(u32::try_from(HEAD).unwrap_or(u32::MAX));
    builder
}

/// Serves one client until it leaves, is too slow, or the server ends.
pub async fn serve<S>(stream: S, front: Arc<SiteService>, limits: Limits, mut place: ConnectionPermit)
where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let pulse = Arc::new(ConnectionDeadline::new(limits, place.crowd()));
    let behind_tls = front.settings().behind_tls;
    let stream = TokioIo::new(WriteTimeout::new(stream, Arc::clone(&pulse), limits.write, behind_tls));
    let service = service_fn(|request: Request<Incoming>| {
        pulse.asked(request.version());
        let running = Running(Arc::clone(&pulse));
        let answering = front.answer(request);
        answer(answering, running)
    });
    let builder = builder(limits);
    let mut connection = pin!(builder.serve_connection(stream, service));
    let mut missed = pin!(pulse.missed());
    let mut ending = pin!(place.ending());
    let mut told = false;
    loop {
        tokio::select! {
            biased;
            ended = connection.as_mut() => {
                if let Err(error) = ended {
                    tracing::debug!(error = %Chain(&*error), "connection ended");
                }
                return;
            }
            idle = missed.as_mut() => {
                tracing::debug!(idle, "connection dropped: the client was too slow");
                return;
            }
            () = ending.as_mut(), if !told => {
                told = true;
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}

async fn answer(answering: ResponseFuture, running: Running) -> Result<Response<Body>, Infallible> {
    let response = answering.await;
    drop(running);
    response
}

/// A request that is being answered, until it is dropped.
struct Running(Arc<ConnectionDeadline>);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.answered();
    }
}

/// An error with its causes: hyper's own words are only the first half.
struct Chain<'a>(&'a (dyn std::error::Error + 'static));

impl std::fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)?;
        let mut cause = self.0.source();
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}
