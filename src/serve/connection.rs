//! One connection: HTTP/1.1, with every step of it bounded. HTTP/2 and 3 belong to the proxy in front.

use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;

use axum::body::Body;
use axum::http::header::{CONNECTION, HeaderValue, TRANSFER_ENCODING};
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1::Builder;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};

use crate::serve::connection_deadline::ConnectionDeadline;
use crate::serve::limits::ConnectionLimits;
use crate::serve::parse_error_page::ParseErrorPages;
use crate::serve::places::{CloseReason, Place};
use crate::serve::write_timeout::WriteTimeout;
use crate::web::http::request_limits::LARGEST_HEAD;
use crate::web::http::service::{ResponseFuture, SiteService};

/// The settings of hyper.
fn builder() -> Builder {
    // Larger than our own limit, so that a head that is only somewhat too large gets our own error page.
    const HEAD: usize = LARGEST_HEAD * 4;
    let mut builder = Builder::new();
    // `ConnectionDeadline` bounds the time of heads.
    builder.timer(TokioTimer::new()).header_read_timeout(None).max_buf_size(HEAD);
    builder
}

/// Serves one connection until it closes, misses its deadline, has to make place for another, or the server shuts down.
pub async fn serve<S>(stream: S, site: Arc<SiteService>, limits: ConnectionLimits, mut place: Place)
where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let deadline = Arc::new(ConnectionDeadline::new(limits, place.activity()));
    let stream = WriteTimeout::new(stream, Arc::clone(&deadline), limits);
    let stream = TokioIo::new(ParseErrorPages::new(stream, Arc::clone(&site)));
    let service = service_fn(|request: Request<Incoming>| {
        deadline.request_started();
        let in_flight = InFlight(Arc::clone(&deadline));
        // Where a chunked body ends is what readers disagree on. No page needs one, so nothing is read behind it.
        let is_last = request.headers().contains_key(TRANSFER_ENCODING);
        respond(Arc::clone(&site), site.receive(request), in_flight, is_last)
    });
    let mut connection = pin!(builder().serve_connection(stream, service));
    let mut missed = pin!(deadline.missed());
    let mut told_to_close = pin!(place.told_to_close());
    let mut is_closing = false;
    loop {
        tokio::select! {
            biased;
            ended = connection.as_mut() => {
                if let Err(error) = ended {
                    tracing::debug!(error = %WithSources(&error), "connection ended");
                }
                return;
            }
            idle = missed.as_mut() => {
                tracing::debug!(idle, "connection dropped: the client was too slow");
                return;
            }
            reason = told_to_close.as_mut(), if !is_closing => {
                is_closing = true;
                if reason == CloseReason::PlaceNeeded && !deadline.is_busy() {
                    tracing::debug!("connection dropped: another needs its place");
                    return;
                }
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}

async fn respond(
    site: Arc<SiteService>,
    response: ResponseFuture,
    in_flight: InFlight,
    is_last: bool,
) -> Result<Response<Body>, Infallible> {
    let mut response = response.await?;
    drop(in_flight);
    if is_last || site.is_draining() {
        // Whoever keeps the connection for the next request learns in time that it ends (RFC 9112, section 9.6).
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(response)
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
