//! The server: accepts connections within limits, reloads changed data, and shuts down gracefully.

mod accept;
pub mod connection;
mod connection_deadline;
pub mod descriptors;
mod folder_watcher;
pub mod keep_page_counts;
pub mod last_good;
pub mod limits;
pub mod listen;
pub mod log;
pub mod page_counts_folder;
mod parse_error_page;
pub mod places;
pub mod reload;
pub mod signals;
mod state_file;
pub mod systemd;
#[cfg(unix)]
pub mod unix_socket;
mod write_timeout;

use std::sync::Arc;

use tokio::time::{Instant, timeout};

use crate::web;
use crate::web::state::AppState;
use limits::ConnectionLimits;
use listen::Listener;
use places::Places;
use signals::StopSignal;

/// Connections to the operator's listener at the same time.
const OPERATORS: usize = 64;

/// What is listened on.
#[derive(Debug)]
pub struct Listeners {
    /// Where visitors come.
    pub site: Listener,
    /// Where only probes and the operator come: what visitors do cannot keep them out.
    pub operator: Option<Listener>,
}

/// Serves until a stop signal, then lets running requests end within the grace time.
pub async fn serve(listeners: Listeners, state: AppState, limits: ConnectionLimits, mut stop: StopSignal) {
    let Listeners { site: listener, operator } = listeners;
    let site = Arc::new(web::router(state.clone()));
    let places = Places::new(limits.connections, limits.connections_per_address);
    tracing::info!(target: log::ALWAYS, address = %listener, "listening");
    let operator = operator.map(|listener| {
        tracing::info!(target: log::ALWAYS, address = %listener, "listening for the operator");
        let site = Arc::new(web::operator(state.clone()));
        tokio::spawn(async move {
            accept::accept(&listener, &site, &Places::new(OPERATORS, OPERATORS), limits).await;
        })
    });
    let keeper = state
        .page_counts()
        .are_kept()
        .then(|| tokio::spawn(keep_page_counts::keep_repeatedly(state.clone(), keep_page_counts::INTERVAL)));
    systemd::ready();
    let stop_signal = async {
        stop.recv().await;
        let end = Instant::now() + limits.grace;
        state.start_draining();
        systemd::stopping();
        tracing::info!(delay = ?limits.drain_delay, "stopping: no longer ready");
        // New requests are still answered: a load balancer learns of the end from /readyz.
        let _ = timeout(limits.drain_delay, stop.recv()).await;
        end
    };
    let end = tokio::select! {
        end = stop_signal => end,
        () = accept::accept(&listener, &site, &places, limits) => return,
    };
    drop(listener);
    tokio::select! {
        left = places.finish(end) => match left {
            0 => tracing::info!("stopped"),
            left => tracing::warn!(connections = left, "stopped: some clients did not end in time"),
        },
        _ = stop.recv() => tracing::warn!("stopped at once, as told"),
    }
    if let Some(operator) = operator {
        operator.abort();
    }
    if let Some(keeper) = keeper {
        keeper.abort();
        keep_page_counts::keep(&state, false).await;
    }
}
