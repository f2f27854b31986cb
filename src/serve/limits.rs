//! How long a client may take, and how many may come.

use std::time::Duration;

/// Time and number limits of the connections of one server.
#[derive(Clone, Copy, Debug)]
pub struct ConnectionLimits {
    /// For the whole head of a request, from its first byte or from the opening of the connection.
    pub head: Duration,
    /// For a connection without a request.
    pub idle: Duration,
    /// For a client to accept a single byte of a pending response.
    pub write: Duration,
    /// Connections at the same time.
    pub connections: usize,
    /// From the stop signal until no new connection is accepted, so that load balancers can look away.
    pub drain_delay: Duration,
    /// From the stop signal until every connection is dropped.
    pub grace: Duration,
}

impl Default for ConnectionLimits {
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
