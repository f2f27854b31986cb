//! The signals of the operating system.

use std::io;

use tokio::sync::mpsc;
use tokio::sync::mpsc::{Receiver, Sender};

/// Stop signals: the first asks for a graceful shutdown, a second for an immediate one.
pub type StopSignal = Receiver<()>;
/// Signals to read the data again.
pub type ReloadSignal = Receiver<()>;

/// The signals that mean something.
#[derive(Debug)]
pub struct Signals {
    /// SIGTERM, SIGINT (Ctrl-C) and SIGQUIT.
    pub stop: StopSignal,
    /// SIGHUP.
    pub reload: ReloadSignal,
}

/// Listens from now on. SIGUSR1 and SIGUSR2, which would end the program, are logged and do nothing.
///
/// # Errors
/// When a signal handler cannot be installed.
pub fn listen() -> io::Result<Signals> {
    let ((stop, stop_signal), (reload, reload_signal)) = (mpsc::channel(2), mpsc::channel(1));
    watch(stop, reload)?;
    Ok(Signals { stop: stop_signal, reload: reload_signal })
}

#[cfg(unix)]
fn watch(stop: Sender<()>, reload: Sender<()>) -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut quit = signal(SignalKind::quit())?;
    let mut hang_up = signal(SignalKind::hangup())?;
    let mut user = (signal(SignalKind::user_defined1())?, signal(SignalKind::user_defined2())?);
    tokio::spawn(async move {
        loop {
            let told = tokio::select! {
                _ = terminate.recv() => &stop,
                _ = interrupt.recv() => &stop,
                _ = quit.recv() => &stop,
                _ = hang_up.recv() => &reload,
                _ = user.0.recv() => { ignored("SIGUSR1"); continue },
                _ = user.1.recv() => { ignored("SIGUSR2"); continue },
            };
            // Where as many already wait to be seen to, one more says nothing new.
            let _ = told.try_send(());
        }
    });
    Ok(())
}

#[cfg(unix)]
fn ignored(signal: &str) {
    tracing::info!(signal, "this signal means nothing here: SIGHUP reads the data again, SIGTERM stops");
}

#[cfg(not(unix))]
fn watch(stop: Sender<()>, _: Sender<()>) -> io::Result<()> {
    tokio::spawn(async move { while tokio::signal::ctrl_c().await.is_ok() && stop.send(()).await.is_ok() {} });
    Ok(())
}
