//! `ready`: whether a running server would take visitors.

use std::error::Error;
use std::fmt;
use std::io;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs as _};
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use crate::site_map;

const EXAMPLES: &str = "\
Examples:
  career-pathways ready
  career-pathways ready 127.0.0.1:9100";

/// The time for connecting, and for each read and write.
const PATIENCE: Duration = Duration::from_secs(2);
/// The status line of an answer, and little more.
const LONGEST_READ: u64 = 64;

/// Ask a running server whether it is ready for visitors
///
/// Exits with 0 if it is, else with 1: for the health check of a container that has no other program in it.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Ready {
    /// Where the server listens for the operator
    #[arg(env = "CAREER_PATHWAYS_ADMIN_LISTEN", default_value = "127.0.0.1:9100")]
    address: String,
}

/// Why a server counts as not ready.
#[derive(Debug)]
pub(super) enum NotReady {
    /// It cannot be asked.
    NoAnswer(String, io::Error),
    /// It says no.
    Refused(String),
}

impl fmt::Display for NotReady {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoAnswer(address, error) => write!(f, "no answer from {address}: {error}"),
            Self::Refused(said) => write!(f, "not ready: {said}"),
        }
    }
}

impl Error for NotReady {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::NoAnswer(_, error) => Some(error),
            Self::Refused(_) => None,
        }
    }
}

impl Ready {
    /// Asks the server.
    ///
    /// # Errors
    /// When it is not ready, or does not answer.
    pub(super) fn run(self) -> Result<ExitCode, NotReady> {
        let status = self.status().map_err(|error| NotReady::NoAnswer(self.address, error))?;
        if status.split(' ').nth(1) == Some("200") { Ok(ExitCode::SUCCESS) } else { Err(NotReady::Refused(status)) }
    }

    /// The status line of the answer.
    fn status(&self) -> io::Result<String> {
        let mut stream = TcpStream::connect_timeout(&self.reachable()?, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        write!(stream, "GET {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", site_map::READY)?;
        let mut said = Vec::new();
        stream.take(LONGEST_READ).read_to_end(&mut said)?;
        Ok(String::from_utf8_lossy(&said).lines().next().unwrap_or_default().to_owned())
    }

    /// The address of the server. Who listens on all addresses of the machine, such as 0.0.0.0, is asked on its own.
    fn reachable(&self) -> io::Result<SocketAddr> {
        let mut address = self.address.to_socket_addrs()?.next().ok_or(io::ErrorKind::AddrNotAvailable)?;
        if address.ip().is_unspecified() {
            let own = if address.is_ipv4() { [127, 0, 0, 1].into() } else { std::net::Ipv6Addr::LOCALHOST.into() };
            address.set_ip(own);
        }
        Ok(address)
    }
}
