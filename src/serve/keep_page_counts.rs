//! Keeping the counts of pages on disk while the site is served.

use std::time::Duration;

use tokio::task::spawn_blocking;
use tokio::time::{MissedTickBehavior, interval};

use crate::web::state::AppState;

/// How often counts are kept. A process that is killed loses what it counted since.
pub const INTERVAL: Duration = Duration::from_secs(60);

/// Keeps the counts again and again. Never returns.
pub async fn keep_repeatedly(state: AppState, every: Duration) {
    let mut interval = interval(every);
    interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // The first tick is at once.
    interval.tick().await;
    let mut failed = false;
    loop {
        interval.tick().await;
        failed = keep(&state, failed).await;
    }
}

/// Keeps the counts; true if that failed. Says so, unless it `failed` before.
pub(super) async fn keep(state: &AppState, failed: bool) -> bool {
    let state = state.clone();
    match spawn_blocking(move || state.page_counts().keep()).await {
        Ok(Ok(())) => false,
        Ok(Err(error)) => {
            if !failed {
                tracing::error!(%error, "the counts of pages cannot be kept; they wait in memory");
            }
            true
        }
        // The process ends, or a fault was logged by the panic hook.
        Err(_) => true,
    }
}
