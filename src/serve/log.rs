//! Where log lines go.
//!
//! They are handed to a thread that writes them to stderr. If whoever reads that stops reading, lines are lost, but no
//! request ever waits for a log.

use std::io::{self, IsTerminal as _, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::prelude::*;

/// How log lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// The target of lines that are written at every level: where the site listens, which nobody can know otherwise if the
/// port was left to the system.
pub const ALWAYS: &str = "always";

/// Lines that wait to be written.
const WAITING: usize = 8192;
/// How long the end of the program waits for the last of them.
const LAST: Duration = Duration::from_secs(1);

enum Message {
    Line(Vec<u8>),
    /// Answered once all lines before it are written.
    Flush(SyncSender<()>),
}

/// Writes the last lines when it is dropped.
#[must_use]
#[derive(Debug)]
pub struct Log(Lines);

#[derive(Clone, Debug)]
struct Lines(SyncSender<Message>);

/// Starts logging. To be called once.
pub fn start(format: Format, level: LevelFilter) -> Log {
    let (sender, receiver) = sync_channel(WAITING);
    std::thread::spawn(move || write_lines(&receiver));
    let lines = Lines(sender);
    let filter = Targets::new().with_default(level).with_target(ALWAYS, LevelFilter::INFO);
    let layer = tracing_subscriber::fmt::layer().with_writer(lines.clone()).with_target(false);
    let started = match format {
        Format::Text => {
            let layer = layer.with_ansi(io::stderr().is_terminal());
            tracing_subscriber::registry().with(layer.with_filter(filter)).try_init()
        }
        Format::Json => {
            let layer = layer.json().flatten_event(true).with_current_span(false).with_span_list(false);
            tracing_subscriber::registry().with(layer.with_filter(filter)).try_init()
        }
    };
    // Only a second call fails, and then there is a log already.
    drop(started);
    Log(lines)
}

fn write_lines(receiver: &Receiver<Message>) {
    for message in receiver {
        match message {
            // There is nobody to tell that the log cannot be written.
            Message::Line(line) => drop(io::stderr().write_all(&line)),
            Message::Flush(done) => drop(done.send(())),
        }
    }
}

impl Drop for Log {
    fn drop(&mut self) {
        let (done, written) = sync_channel(1);
        if self.0.0.try_send(Message::Flush(done)).is_ok() {
            let _ = written.recv_timeout(LAST);
        }
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Write for Lines {
    /// The formatter hands over one whole line at a time.
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let _ = self.0.try_send(Message::Line(line.to_vec()));
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
