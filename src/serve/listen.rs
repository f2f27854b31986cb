//! Binding an address, and accepting connections.

use std::error::Error;
use std::fmt;
use std::io;
use std::net::{SocketAddr, ToSocketAddrs as _};
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket};

use crate::serve::connection;
use crate::serve::drain::Drain;
use crate::serve::limits::ConnectionLimits;
use crate::web::http::service::SiteService;

/// The length of the queue of connections that the kernel has accepted and we have not.
const BACKLOG: u32 = 4096;
/// How long accepting pauses after an error that an immediate retry would repeat.
const PAUSE: Duration = Duration::from_millis(100);

/// Why an address cannot be listened on.
#[derive(Debug)]
pub struct BindError {
    address: String,
    cause: BindCause,
}

#[derive(Debug)]
enum BindCause {
    /// It cannot be resolved.
    Invalid(io::Error),
    /// It resolves to nothing.
    Nothing,
    /// The system refuses it.
    Refused(io::Error),
}

impl fmt::Display for BindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use io::ErrorKind::{AddrInUse, AddrNotAvailable, PermissionDenied};
        let address = &self.address;
        match &self.cause {
            BindCause::Invalid(error) => write!(
                f,
                "address {address} is not one that can be listened on ({error}): give an address and a port, such as 127.0.0.1:3000"
            ),
            BindCause::Nothing => write!(f, "address {address} stands for nothing that can be listened on"),
            BindCause::Refused(error) if error.kind() == AddrInUse => {
                write!(f, "address {address} is already in use: stop the other program or choose another with --listen")
            }
            BindCause::Refused(error) if error.kind() == PermissionDenied => {
                write!(f, "address {address} may not be used by this user: choose a port of 1024 or more with --listen")
            }
            BindCause::Refused(error) if error.kind() == AddrNotAvailable => {
                write!(f, "address {address} is not an address of this machine: choose another with --listen")
            }
            BindCause::Refused(error) => write!(f, "address {address} cannot be listened on: {error}"),
        }
    }
}

impl Error for BindError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.cause {
            BindCause::Invalid(error) | BindCause::Refused(error) => Some(error),
            BindCause::Nothing => None,
        }
    }
}

/// Binds an address such as `127.0.0.1:3000`, `[::1]:3000` or `localhost:3000`: the first it resolves to that is free.
///
/// # Errors
///
/// When it does not resolve, or no socket address that it resolves to can be bound; then the first error.
pub fn bind(address: &str) -> Result<TcpListener, BindError> {
    let failed = |cause| BindError { address: address.to_owned(), cause };
    let resolved = address.to_socket_addrs().map_err(|error| failed(BindCause::Invalid(error)))?;
    let mut first = None;
    for candidate in resolved {
        match bind_one(candidate) {
            Ok(listener) => return Ok(listener),
            Err(error) => first = first.or(Some(error)),
        }
    }
    Err(failed(first.map_or(BindCause::Nothing, BindCause::Refused)))
}

fn bind_one(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // A restart must not wait for connections in TIME_WAIT.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Accepts connections for ever. When all permits are taken, the next connection waits in the kernel's queue.
pub(super) async fn accept(listener: &TcpListener, site: &Arc<SiteService>, drain: &Drain, limits: ConnectionLimits) {
    let mut failing = false;
    loop {
        let permit = drain.permit().await;
        match listener.accept().await {
            Ok((stream, _)) => {
                failing = false;
                // Without Nagle's algorithm small responses leave at once; if the option fails, they leave a little later.
                let _ = stream.set_nodelay(true);
                tokio::spawn(connection::serve(stream, Arc::clone(site), limits, permit));
            }
            Err(error) if concerns_one_client(&error) => {}
            Err(error) => {
                // Most likely no file descriptor is left. Logged once, not ten times a second.
                if !failing {
                    tracing::error!(%error, connections = drain.taken(), "no connection can be taken for now");
                }
                failing = true;
                drop(permit);
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

fn concerns_one_client(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted)
}

/// How many of the wished connections the limit of open files (RLIMIT_NOFILE) allows: each needs a descriptor, and the rest
/// of the program a few.
#[must_use]
pub fn connections_possible(wished: usize) -> usize {
    const OTHERS: usize = 32;
    let Some(limit) = raise_descriptors(wished + OTHERS) else { return wished };
    let possible = limit.saturating_sub(OTHERS).max(limit / 2).max(1);
    if possible < wished {
        tracing::warn!(wished, possible, "fewer connections than wished for: the limit of open files is low");
    }
    possible.min(wished)
}

/// Raises the soft limit of open files as far as needed and allowed; the limit then, `None` if there is none.
#[cfg(unix)]
fn raise_descriptors(needed: usize) -> Option<usize> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let needed = u64::try_from(needed).unwrap_or(u64::MAX);
    let limit = getrlimit(Resource::Nofile);
    let current = limit.current?;
    let mut reached = current;
    if current < needed {
        let raised = limit.maximum.map_or(needed, |maximum| maximum.min(needed));
        if setrlimit(Resource::Nofile, Rlimit { current: Some(raised), maximum: limit.maximum }).is_ok() {
            reached = raised;
        }
    }
    usize::try_from(reached).ok()
}

#[cfg(not(unix))]
fn raise_descriptors(_: usize) -> Option<usize> {
    None
}
