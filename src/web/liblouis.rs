//! The Braille translator: `lou_translate` of liblouis, as a process.
//!
//! Every Linux distribution has it. Each translation is a process of its own, with fixed arguments: print goes in at stdin,
//! Braille comes out at stdout, within limits of time and size.

use std::ffi::OsString;
use std::fmt;
use std::io;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::process::{Child, Command};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::braille::contracted::{TABLES, TranslatorLines};

/// The limit for waiting and translating together. The largest pack takes about a second.
const TIME: Duration = Duration::from_secs(10);
/// How many translations run at once.
const MOST_PROCESSES: usize = 2;
/// The most output that is read, in bytes; the largest pack has a tenth of it.
const LARGEST: u64 = 8 << 20;

/// A translator that has been tried. Clones share the limit of processes.
#[derive(Clone, Debug)]
pub struct Liblouis {
    program: Arc<OsString>,
    processes: Arc<Semaphore>,
}

/// Why a translation failed.
#[derive(Debug)]
pub enum TranslatorError {
    /// The process cannot be run.
    Process(io::Error),
    /// It took too long, or waited too long for other translations.
    Timeout,
    /// The output is not the Braille of the input.
    Output,
}

impl fmt::Display for TranslatorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Process(error) => write!(f, "the Braille translator does not run: {error}"),
            Self::Timeout => write!(f, "the Braille translator did not answer within {} seconds", TIME.as_secs()),
            Self::Output => write!(f, "the Braille translator did not answer with Braille by its tables {TABLES}"),
        }
    }
}

impl std::error::Error for TranslatorError {}

impl Liblouis {
    /// The program of this name or path, after a trial translation.
    ///
    /// # Errors
    ///
    /// When it cannot be run, or has not the tables.
    pub async fn start(program: impl Into<OsString>) -> Result<Self, TranslatorError> {
        let found = Self { program: Arc::new(program.into()), processes: Arc::new(Semaphore::new(MOST_PROCESSES)) };
        let trial = found.contracted(&["People can do more."]).await?;
        if trial == [",P C D M4"] { Ok(found) } else { Err(TranslatorError::Output) }
    }

    /// Texts in contracted Braille, each on one line.
    ///
    /// # Errors
    ///
    /// When the process cannot be run, takes too long, or its output is not Braille.
    pub async fn contracted(&self, texts: &[&str]) -> Result<Vec<String>, TranslatorError> {
        let lines = TranslatorLines::of(texts);
        let output = timeout(TIME, self.run(lines.input())).await.map_err(|_| TranslatorError::Timeout)??;
        lines.read(&output).ok_or(TranslatorError::Output)
    }

    async fn run(&self, input: String) -> Result<String, TranslatorError> {
        let _permit = self.processes.acquire().await.map_err(|_| TranslatorError::Timeout)?;
        let mut child = self.spawn().await.map_err(TranslatorError::Process)?;
        let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(TranslatorError::Output);
        };
        let write = async move {
            // A program that stops early closes the pipe; its output shows that.
            let _ = stdin.write_all(input.as_bytes()).await;
        };
        let read = async move {
            let mut output = Vec::new();
            stdout.take(LARGEST).read_to_end(&mut output).await.map(|_| output)
        };
        let ((), output) = tokio::join!(write, read);
        String::from_utf8(output.map_err(TranslatorError::Process)?).map_err(|_| TranslatorError::Output)
    }

    /// Starts the process, on a blocking thread, since that waits for the kernel. It is killed when the handle is dropped.
    async fn spawn(&self) -> io::Result<Child> {
        let mut command = Command::new(&*self.program);
        command.args(["--forward", TABLES]).kill_on_drop(true);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        tokio::task::spawn_blocking(move || command.spawn()).await.map_err(io::Error::other)?
    }
}

#[cfg(test)]
mod tests {
    use super::{Liblouis, TranslatorError};

    async fn start(program: &str) -> Result<Liblouis, TranslatorError> {
        Liblouis::start(program).await
    }

    #[tokio::test]
    async fn a_program_that_is_not_there_is_no_translator() {
        assert!(matches!(start("/there/is/no/such/program").await, Err(TranslatorError::Process(_))));
    }

    #[tokio::test]
    async fn a_program_that_says_nothing_or_says_too_much_is_no_translator() {
        assert!(matches!(start("false").await, Err(TranslatorError::Output)));
        assert!(matches!(start("yes").await, Err(TranslatorError::Output)));
    }
}
