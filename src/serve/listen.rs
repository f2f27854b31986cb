//! What is listened on: an address, a Unix socket, or a socket that systemd has opened.

use std::error::Error;
use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs as _};

use tokio::net::{TcpListener, TcpSocket, TcpStream};

use crate::serve::limits::{BACKLOG, SEND_BUFFER};
#[cfg(unix)]
use crate::serve::unix_socket::UnixSocket;

/// What the path of a Unix socket begins with.
pub(super) const UNIX: &str = "unix:";

/// A socket that is listened on.
#[derive(Debug)]
pub enum Listener {
    /// An address.
    Tcp(TcpListener),
    /// A file.
    #[cfg(unix)]
    Unix(UnixSocket),
}

/// A connection as it comes.
pub(super) enum Stream {
    Tcp(TcpStream),
    #[cfg(unix)]
    Unix(tokio::net::UnixStream),
}

impl Listener {
    /// The address that is listened on; `None` for a Unix socket.
    #[must_use]
    pub fn local_addr(&self) -> Option<SocketAddr> {
        match self {
            Self::Tcp(listener) => listener.local_addr().ok(),
            #[cfg(unix)]
            Self::Unix(_) => None,
        }
    }

    /// Whether only this machine can reach it.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        self.local_addr().is_some_and(|address| address.ip().to_canonical().is_loopback())
    }

    /// The next connection, and the address that it comes from.
    pub(super) async fn accept(&self) -> io::Result<(Stream, Option<IpAddr>)> {
        match self {
            Self::Tcp(listener) => {
                let (stream, address) = listener.accept().await?;
                // Without Nagle's algorithm small responses leave at once; if the option fails, they leave a little later.
                let _ = stream.set_nodelay(true);
                Ok((Stream::Tcp(stream), Some(address.ip())))
            }
            #[cfg(unix)]
            Self::Unix(socket) => Ok((Stream::Unix(socket.accept().await?), None)),
        }
    }
}

/// As one writes it: `http://127.0.0.1:3000`, `unix:/run/site.sock`.
impl fmt::Display for Listener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tcp(listener) => match listener.local_addr() {
                Ok(address) => write!(f, "http://{address}"),
                Err(error) => write!(f, "an unknown address: {error}"),
            },
            #[cfg(unix)]
            Self::Unix(socket) => write!(f, "{UNIX}{}", socket.path().display()),
        }
    }
}

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
            BindCause::Refused(error) if address.starts_with(UNIX) => write!(f, "{address} cannot be made: {error}"),
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

/// Binds an address such as `127.0.0.1:3000`, `[::1]:3000` or `localhost:3000`: the first it resolves to that is free; or
/// a Unix socket such as `unix:/run/site.sock`.
///
/// # Errors
///
/// When it does not resolve, or no socket address that it resolves to can be bound; then the first error.
pub fn bind(address: &str) -> Result<Listener, BindError> {
    let failed = |cause| BindError { address: address.to_owned(), cause };
    #[cfg(unix)]
    if let Some(path) = address.strip_prefix(UNIX) {
        return UnixSocket::bind(path.into()).map(Listener::Unix).map_err(|error| failed(BindCause::Refused(error)));
    }
    let resolved = address.to_socket_addrs().map_err(|error| failed(BindCause::Invalid(error)))?;
    let mut first = None;
    for candidate in resolved {
        match bind_one(candidate) {
            Ok(listener) => return Ok(Listener::Tcp(listener)),
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
    // Connections have it from the socket that they come by. Without it they take more memory, and that is all.
    let _ = socket.set_send_buffer_size(SEND_BUFFER);
    socket.bind(address)?;
    socket.listen(BACKLOG)
}
