//! The server: listens, bounds every connection, follows the data, and ends in good order.

pub mod connection;
mod connection_deadline;
pub mod drain;
mod folder_watcher;
pub mod listen;
pub mod log;
mod parse_error_page;
pub mod reload;
mod write_timeout;

use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::time::{Instant, timeout};

use crate::web;
use crate::web::state::AppState;
use drain::{Drain, StopSignal};

/// How long a client may take, and how many may come.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For the whole head of a request, from its first byte or from the opening of the connection.
    pub head: Duration,
    /// For a connection on which nothing is asked.
    pub idle: Duration,
    /// For a client to take a single byte of an answer that waits for it.
    pub write: Duration,
    /// Connections at the same time.
    pub connections: usize,
    /// From the word to stop until no new connection is taken, so that balancers can look away.
    pub drain_delay: Duration,
    /// From the word to stop until every connection is dropped.
    pub grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            idle: Duration::from_secs(60),
            write: Duration::from_secs(15),
            connections: 4096,
            drain_delay: Duration::from_secs(1),
            grace: Duration::from_secs(20),
        }
    }
}

/// Serves until it is told to stop, then lets running requests end.
pub async fn serve(listener: TcpListener, state: AppState, limits: Limits, mut stop: StopSignal) {
    let front = Arc::new(web::router(state.clone()));
    let drain = Drain::new(limits.connections);
    match listener.local_addr() {
        Ok(address) => tracing::info!(target: log::ALWAYS, address = %format_args!("http://{address}"), "listening"),
        Err(error) => tracing::warn!(target: log::ALWAYS, %error, "listening, but on an unknown address"),
    }
    let told = async {
        stop.recv().await;
        let end = Instant::now() + limits.grace;
        state.start_draining();
        tracing::info!(delay = ?limits.drain_delay, "stopping: no longer ready");
        // New requests go on being answered: a balancer learns only by asking that none should come.
        let _ = timeout(limits.drain_delay, stop.recv()).await;
        end
    };
    let end = tokio::select! {
        end = told => end,
        () = listen::accept(&listener, &front, &drain, limits) => return,
    };
    drop(listener);
    tokio::select! {
        left = drain.finish(end) => match left {
            0 => tracing::info!("stopped"),
            left => tracing::warn!(connections = left, "stopped: some clients did not end in time"),
        },
        _ = stop.recv() => tracing::warn!("stopped at once, as told"),
    }
}
