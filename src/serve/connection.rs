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

use crate::serve::connection_deadline::ConnectionDeadline;
use crate::serve::drain::ConnectionPermit;
use crate::serve::limits::ConnectionLimits;
use crate::serve::parse_error_page::ParseErrorPages;
use crate::serve::write_timeout::WriteTimeout;
use crate::web::http::request_limits::LARGEST_HEAD;
use crate::web::http::service::{ResponseFuture, SiteService};

/// The settings of hyper.
fn builder(limits: ConnectionLimits) -> Builder<TokioExecutor> {
    // Larger than our own limit, so that a head that is only somewhat too large gets our own error page.
    const HEAD: usize = LARGEST_HEAD * 4;
    let mut builder = Builder::new(TokioExecutor::new());
    // `ConnectionDeadline` bounds the time of heads.
    builder.http1().timer(TokioTimer::new()).header_read_timeout(None).max_buf_size(HEAD);
    // An HTTP/2 client must answer pings within the time limit of a head.
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

/// Serves one connection until it closes, misses its deadline, or the server shuts down.
pub async fn serve<S>(stream: S, site: Arc<SiteService>, limits: ConnectionLimits, mut permit: ConnectionPermit)
where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let deadline = Arc::new(ConnectionDeadline::new(limits, permit.load()));
    let stream = WriteTimeout::new(stream, Arc::clone(&deadline), limits.write);
    let stream = TokioIo::new(ParseErrorPages::new(stream, Arc::clone(&site)));
    let service = service_fn(|request: Request<Incoming>| {
        deadline.request_started(request.version());
        let in_flight = InFlight(Arc::clone(&deadline));
        respond(site.receive(request), in_flight)
    });
    let builder = builder(limits);
    let mut connection = pin!(builder.serve_connection(stream, service));
    let mut missed = pin!(deadline.missed());
    let mut shutdown = pin!(permit.shutdown());
    let mut is_shutting_down = false;
    loop {
        tokio::select! {
            biased;
            ended = connection.as_mut() => {
                if let Err(error) = ended {
                    tracing::debug!(error = %WithSources(&*error), "connection ended");
                }
                return;
            }
            idle = missed.as_mut() => {
                tracing::debug!(idle, "connection dropped: the client was too slow");
                return;
            }
            () = shutdown.as_mut(), if !is_shutting_down => {
                is_shutting_down = true;
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}

async fn respond(response: ResponseFuture, in_flight: InFlight) -> Result<Response<Body>, Infallible> {
    let response = response.await;
    drop(in_flight);
    response
}

/// A request in flight, until this is dropped: then it is answered or cancelled.
struct InFlight(Arc<ConnectionDeadline>);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.request_ended();
    }
}

/// An error with its sources: hyper's own message is only the first half.
struct WithSources<'a>(&'a (dyn std::error::Error + 'static));

impl std::fmt::Display for WithSources<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)?;
        let mut source = self.0.source();
        while let Some(error) = source {
            write!(f, ": {error}")?;
            source = error.source();
        }
        Ok(())
    }
}
