//! Contracted Unified English Braille (grade 2), by the table of liblouis.
//!
//! The rules of contraction fill a table of four thousand lines, which the makers of liblouis keep. Its command
//! `lou_translate` is in every Linux distribution. It runs as a process of its own, with fixed arguments: print goes in at
//! one end, Braille comes out at the other, within bounds of time and size.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::process::{Child, Command};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::braille::signs;

/// The table of contractions, and the one that writes cells as North American ASCII Braille.
const TABLES: &str = "en-us-brf.dis,en-ueb-g2.ctb";
/// Waiting for a seat and translating together. The largest pack takes about a second.
const TIME: Duration = Duration::from_secs(10);
/// How many translations run at once.
const SEATS: usize = 2;
/// The most Braille that is taken, in bytes; the largest pack has a tenth of it.
const LARGEST: u64 = 8 << 20;
/// `lou_translate` cuts lines of more than 2,043 bytes, and a character has at most four.
const LONGEST_LINE: usize = 500;

/// The command of liblouis, tried out and ready. Clones share its seats.
#[derive(Clone, Debug)]
pub struct Liblouis {
    program: Arc<PathBuf>,
    seats: Arc<Semaphore>,
}

/// Why there is no Braille.
#[derive(Debug)]
pub enum Failure {
    /// The program does not run.
    Program(io::Error),
    /// It took too long, or too many asked at once.
    Time,
    /// What came back is not the Braille of what went in.
    Answer,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Program(error) => write!(f, "the Braille translator does not run: {error}"),
            Self::Time => write!(f, "the Braille translator did not answer within {} seconds", TIME.as_secs()),
            Self::Answer => write!(f, "the Braille translator did not answer with Braille by its tables {TABLES}"),
        }
    }
}

impl std::error::Error for Failure {}

impl Liblouis {
    /// The program of this name or path, once it has shown that it can contract.
    ///
    /// # Errors
    ///
    /// When it does not run, or does not know the table.
    pub async fn start(program: PathBuf) -> Result<Self, Failure> {
        let found = Self { program: Arc::new(program), seats: Arc::new(Semaphore::new(SEATS)) };
        let shown = found.contracted(&["People can do more."]).await?;
        if shown == [",P C D M4"] { Ok(found) } else { Err(Failure::Answer) }
    }

    /// Texts in contracted Braille, each on one line.
    ///
    /// # Errors
    ///
    /// When the program does not run, takes too long, or answers with something else.
    pub async fn contracted(&self, texts: &[&str]) -> Result<Vec<String>, Failure> {
        let pieces: Vec<Vec<String>> = texts.iter().map(|text| pieces(text)).collect();
        let input: String = pieces.iter().flatten().map(|piece| format!("{piece}\n")).collect();
        let output = timeout(TIME, self.run(input)).await.map_err(|_| Failure::Time)??;
        let mut lines = output.lines();
        let mut joined = Vec::with_capacity(texts.len());
        for of_text in &pieces {
            let braille: Vec<&str> = lines.by_ref().take(of_text.len()).collect();
            let is_whole = braille.len() == of_text.len() && braille.iter().all(|line| is_braille(line));
            if !is_whole {
                return Err(Failure::Answer);
            }
            joined.push(braille.join(" "));
        }
        if lines.next().is_some() { Err(Failure::Answer) } else { Ok(joined) }
    }

    async fn run(&self, input: String) -> Result<String, Failure> {
        let _seat = self.seats.acquire().await.map_err(|_| Failure::Time)?;
        let mut child = self.spawn().await.map_err(Failure::Program)?;
        let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(Failure::Answer);
        };
        let write = async move {
            // A program that stops early closes the pipe; what it answered is looked at below.
            let _ = stdin.write_all(input.as_bytes()).await;
        };
        let read = async move {
            let mut output = Vec::new();
            stdout.take(LARGEST).read_to_end(&mut output).await.map(|_| output)
        };
        let ((), output) = tokio::join!(write, read);
        String::from_utf8(output.map_err(Failure::Program)?).map_err(|_| Failure::Answer)
    }

    /// Starting a process waits for the system, so it is not done on a thread that serves. It ends with its handle.
    async fn spawn(&self) -> io::Result<Child> {
        let mut command = Command::new(&*self.program);
        command.args(["--forward", TABLES]).kill_on_drop(true);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        tokio::task::spawn_blocking(move || command.spawn()).await.map_err(io::Error::other)?
    }
}

/// A text as lines that `lou_translate` takes: none too long, none that it would read as an escape.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut taken = 0;
    for word in text.split_whitespace() {
        for part in split_every(word, LONGEST_LINE) {
            let length = part.chars().count();
            if taken > 0 && taken + length >= LONGEST_LINE {
                pieces.push(String::new());
                taken = 0;
            }
            if let Some(piece) = pieces.last_mut() {
                if taken > 0 {
                    piece.push(' ');
                }
                part.chars().for_each(|print| push(piece, print));
            }
            taken += length + 1;
        }
    }
    pieces
}

fn push(piece: &mut String, print: char) {
    let small = print.to_lowercase().next().unwrap_or(print);
    match print {
        '\\' => piece.push_str("\\\\"),
        '’' => piece.push(print),
        _ if print.is_ascii_graphic() || signs::sign(print).is_some() || signs::letter(small).is_some() => {
            piece.push(print);
        }
        _ => piece.push_str(signs::UNKNOWN_PATTERN),
    }
}

/// A word in parts of at most so many characters.
fn split_every(word: &str, most: usize) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let end = rest.char_indices().nth(most).map_or(rest.len(), |(end, _)| end);
        let (part, later) = rest.split_at_checked(end)?;
        rest = later;
        (!part.is_empty()).then_some(part)
    })
}

fn is_braille(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b' '..=b'_'))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Failure, LONGEST_LINE, Liblouis, pieces};

    async fn start(program: &str) -> Result<Liblouis, Failure> {
        Liblouis::start(PathBuf::from(program)).await
    }

    #[tokio::test]
    async fn a_program_that_is_not_there_is_no_translator() {
        assert!(matches!(start("/there/is/no/such/program").await, Err(Failure::Program(_))));
    }

    #[tokio::test]
    async fn a_program_that_says_nothing_or_says_too_much_is_no_translator() {
        assert!(matches!(start("false").await, Err(Failure::Answer)));
        assert!(matches!(start("yes").await, Err(Failure::Answer)));
    }

    #[test]
    fn a_long_text_becomes_lines_that_the_program_takes_whole() {
        let text = format!("{} {}", "word ".repeat(300), "x".repeat(2000));
        let lines = pieces(&text);
        assert!(lines.iter().all(|line| line.chars().count() <= LONGEST_LINE));
        assert_eq!(lines.join(" ").replace(' ', ""), text.replace(' ', ""));
    }

    #[test]
    fn what_the_program_would_not_understand_is_changed() {
        assert_eq!(pieces("a\\b"), ["a\\\\b"]);
        assert_eq!(pieces("a\nb\tc"), ["a b c"]);
        assert_eq!(pieces("a ☃"), ["a ⠼⠿"]);
        assert_eq!(pieces(""), [""]);
    }
}
