//! How long a client may take, and how many may come.

use std::time::Duration;

/// The length of the queue of connections that the kernel has accepted and we have not.
pub(super) const BACKLOG: u32 = 4096;

/// How much of a response the kernel may hold for a client that does not read, in bytes. Left to itself it takes megabytes, in
/// which a slow client goes unnoticed; this is more than the largest page, and enough for the fastest far one.
pub(super) const SEND_BUFFER: u32 = 256 << 10;

/// Time and number limits of the connections of one server.
#[derive(Clone, Copy, Debug)]
pub struct ConnectionLimits {
    /// For the whole head of a request, from its first byte or from the opening of the connection.
    pub head: Duration,
    /// For a connection without a request.
    pub idle: Duration,
    /// For a client to accept a single byte of a pending response.
    pub write: Duration,
    /// Bytes of a response that a client must accept a second, over the whole response, once it has had the time above.
    pub least_rate: u32,
    /// Connections at the same time.
    pub connections: usize,
    /// Connections at the same time from one address.
    pub connections_per_address: usize,
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
            // A tenth of what the slowest mobile networks carry.
            least_rate: 500,
            connections: 4096,
            // A proxy in front is one address for all.
            connections_per_address: 2048,
            drain_delay: Duration::from_secs(1),
            grace: Duration::from_secs(20),
        }
    }
}
