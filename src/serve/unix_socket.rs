//! A Unix socket that is listened on.

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use tokio::net::{UnixListener, UnixStream};

use crate::serve::limits::BACKLOG;

/// A Unix socket. Its file goes with it, unless systemd has made it.
#[derive(Debug)]
pub struct UnixSocket {
    listener: UnixListener,
    path: PathBuf,
    is_own: bool,
}

impl UnixSocket {
    /// Makes a socket at a path. One that a dead process has left there is replaced.
    ///
    /// Everybody may connect who may reach the file: the proxy most likely runs as another user. The folder bounds that.
    pub(super) fn bind(path: PathBuf) -> io::Result<Self> {
        let socket = tokio::net::UnixSocket::new_stream()?;
        match socket.bind(&path) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && is_abandoned(&path) => {
                fs::remove_file(&path)?;
                socket.bind(&path)?;
            }
            bound => bound?,
        }
        let listener = socket.listen(BACKLOG)?;
        fs::set_permissions(&path, Permissions::from_mode(0o666))?;
        Ok(Self { listener, path, is_own: true })
    }

    /// A socket that somebody else has made.
    pub(super) fn inherited(listener: UnixListener) -> Self {
        let address = listener.local_addr().ok();
        let path = address.as_ref().and_then(|address| address.as_pathname()).map(Path::to_owned).unwrap_or_default();
        Self { listener, path, is_own: false }
    }

    pub(super) async fn accept(&self) -> io::Result<UnixStream> {
        Ok(self.listener.accept().await?.0)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for UnixSocket {
    fn drop(&mut self) {
        if self.is_own {
            // Left behind, it would be replaced at the next start.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Whether a path is a socket on which nobody listens.
fn is_abandoned(path: &Path) -> bool {
    let is_socket = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.file_type().is_socket());
    let refused = |error: io::Error| error.kind() == io::ErrorKind::ConnectionRefused;
    is_socket && std::os::unix::net::UnixStream::connect(path).err().is_some_and(refused)
}
