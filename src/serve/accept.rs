//! Accepting connections.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use crate::serve::connection;
use crate::serve::limits::ConnectionLimits;
use crate::serve::listen::{Listener, Stream};
use crate::serve::places::Places;
use crate::web::http::service::SiteService;

/// How long accepting pauses after an error that an immediate retry would repeat: longer each time, within these bounds.
const SHORTEST_PAUSE: Duration = Duration::from_millis(10);
const LONGEST_PAUSE: Duration = Duration::from_millis(500);

/// Accepts connections for ever. While no place is free and no connection idles, the next ones wait in the kernel's queue.
pub(super) async fn accept(listener: &Listener, site: &Arc<SiteService>, places: &Places, limits: ConnectionLimits) {
    let mut pause = SHORTEST_PAUSE;
    loop {
        match listener.accept().await {
            Ok((stream, address)) => {
                pause = SHORTEST_PAUSE;
                let Some(place) = places.take(address).await else {
                    tracing::debug!("connection refused: its address has its share, and all of them are busy");
                    continue;
                };
                let site = Arc::clone(site);
                tokio::spawn(async move {
                    let _open = site.metrics().connected();
                    match stream {
                        Stream::Tcp(stream) => connection::serve(stream, Arc::clone(&site), limits, place).await,
                        #[cfg(unix)]
                        Stream::Unix(stream) => connection::serve(stream, Arc::clone(&site), limits, place).await,
                    }
                });
            }
            Err(error) if concerns_one_client(&error) => {}
            Err(error) => {
                // Most likely no file descriptor is left. Logged once, not with every attempt.
                if pause == SHORTEST_PAUSE {
                    tracing::error!(%error, connections = places.taken(), "no connection can be taken for now");
                }
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
        }
    }
}

fn concerns_one_client(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted)
}
