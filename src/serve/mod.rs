//! The server: accepts connections within limits, reloads changed data, and shuts down gracefully.

pub mod connection;
mod connection_deadline;
pub mod drain;
mod folder_watcher;
pub mod limits;
pub mod listen;
pub mod log;
mod parse_error_page;
pub mod reload;
mod write_timeout;

use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::time::{Instant, timeout};

use crate::web;
use crate::web::state::AppState;
use drain::{Drain, StopSignal};
use limits::ConnectionLimits;

/// Serves until a stop signal, then lets running requests end within the grace time.
pub async fn serve(listener: TcpListener, state: AppState, limits: ConnectionLimits, mut stop: StopSignal) {
    let site = Arc::new(web::router(state.clone()));
    let drain = Drain::new(limits.connections);
    match listener.local_addr() {
        Ok(address) => tracing::info!(target: log::ALWAYS, address = %format_args!("http://{address}"), "listening"),
        Err(error) => tracing::warn!(target: log::ALWAYS, %error, "listening, but on an unknown address"),
    }
    let stop_signal = async {
        stop.recv().await;
        let end = Instant::now() + limits.grace;
        state.start_draining();
        tracing::info!(delay = ?limits.drain_delay, "stopping: no longer ready");
        // New requests are still answered: a load balancer learns of the end from /readyz.
        let _ = timeout(limits.drain_delay, stop.recv()).await;
        end
    };
    let end = tokio::select! {
        end = stop_signal => end,
        () = listen::accept(&listener, &site, &drain, limits) => return,
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
