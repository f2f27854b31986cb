//! What systemd is told, and what it hands over. Without it nothing of this does anything.

#[cfg(unix)]
use std::io;

#[cfg(unix)]
use listenfd::ListenFd;
#[cfg(unix)]
use sd_notify::NotifyState;
#[cfg(unix)]
use tokio::net::{TcpListener, UnixListener};

use crate::serve::listen::Listener;
#[cfg(unix)]
use crate::serve::unix_socket::UnixSocket;

/// The sockets that systemd has opened for us (`LISTEN_FDS`), in the order of its unit.
#[cfg(unix)]
#[must_use]
pub fn listeners() -> Vec<Listener> {
    let mut handed = ListenFd::from_env();
    let listeners = (0..handed.len()).filter_map(|place| {
        let taken = take(&mut handed, place);
        taken.inspect_err(|error| tracing::warn!(%error, place, "a socket from systemd is of no use")).ok().flatten()
    });
    listeners.collect()
}

#[cfg(unix)]
fn take(handed: &mut ListenFd, place: usize) -> io::Result<Option<Listener>> {
    if let Ok(tcp) = handed.take_tcp_listener(place) {
        let Some(tcp) = tcp else { return Ok(None) };
        tcp.set_nonblocking(true)?;
        return Ok(Some(Listener::Tcp(TcpListener::from_std(tcp)?)));
    }
    let Some(unix) = handed.take_unix_listener(place)? else { return Ok(None) };
    unix.set_nonblocking(true)?;
    Ok(Some(Listener::Unix(UnixSocket::inherited(UnixListener::from_std(unix)?))))
}

/// Tells that visitors are served.
#[cfg(unix)]
pub(super) fn ready() {
    tell(&[NotifyState::Ready]);
}

/// Tells that the data is read again; [`ready`] follows.
#[cfg(unix)]
pub(super) fn reloading() {
    let now = NotifyState::monotonic_usec_now();
    tell(&[vec![NotifyState::Reloading], now.into_iter().collect()].concat());
}

/// Tells that the server ends.
#[cfg(unix)]
pub(super) fn stopping() {
    tell(&[NotifyState::Stopping]);
}

#[cfg(unix)]
fn tell(state: &[NotifyState<'_>]) {
    if let Err(error) = sd_notify::notify(state) {
        tracing::warn!(%error, "systemd cannot be told how the server is");
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use super::Listener;

    /// There is no systemd.
    #[must_use]
    pub fn listeners() -> Vec<Listener> {
        Vec::new()
    }

    pub(in crate::serve) fn ready() {}

    pub(in crate::serve) fn reloading() {}

    pub(in crate::serve) fn stopping() {}
}

#[cfg(not(unix))]
pub use elsewhere::*;
