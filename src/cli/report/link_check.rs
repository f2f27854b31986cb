//! Asks other sites whether their pages are still there.
//!
//! It asks with the program curl: the site itself has no client in it, and asks nobody anything.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crate::cli::console::print_error;

/// Most addresses that are asked for; a folder that has more is refused.
const MOST: usize = 20_000;
/// Hosts that are asked at the same time.
const HOSTS_AT_ONCE: usize = 8;
/// Seconds until an answer is given up.
const PATIENCE: &str = "20";
/// Redirects that are followed.
const MOST_REDIRECTS: &str = "5";
/// What hosts are told of who asks.
const AGENT: &str = concat!("career-pathways/", env!("CARGO_PKG_VERSION"), " (link check)");

/// How addresses are asked for.
#[derive(Debug)]
pub(super) struct LinkCheck<'a> {
    /// The program curl.
    pub(super) curl: &'a Path,
    /// The time between two addresses of a host.
    pub(super) pause: Duration,
}

/// An address that fails.
#[derive(Debug)]
pub(super) struct LinkFault {
    /// The address.
    pub(super) address: String,
    /// How it fails.
    pub(super) says: String,
}

/// Why nothing was asked for.
#[derive(Debug)]
pub(super) enum LinkCheckError {
    /// The program does not run.
    NoCurl(PathBuf, io::Error),
    /// There are too many addresses.
    TooMany(usize),
}

impl fmt::Display for LinkCheckError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCurl(program, error) => {
                write!(f, "{} does not run, so no link was asked for: {error}", program.display())
            }
            Self::TooMany(count) => write!(f, "{count} links are too many to ask for: {MOST} is the most"),
        }
    }
}

impl Error for LinkCheckError {}

impl LinkCheck<'_> {
    /// Asks for each address: those of a host one after the other, several hosts at the same time.
    pub(super) fn run(&self, addresses: &[&str]) -> Result<Vec<LinkFault>, LinkCheckError> {
        if addresses.len() > MOST {
            return Err(LinkCheckError::TooMany(addresses.len()));
        }
        let works = Command::new(self.curl).arg("--version").stdin(Stdio::null()).output();
        works.map_err(|error| LinkCheckError::NoCurl(self.curl.to_owned(), error))?;
        let mut hosts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for address in addresses {
            hosts.entry(address.split('/').nth(2).unwrap_or_default()).or_default().push(address);
        }
        let mut hosts: Vec<Vec<&str>> = hosts.into_values().collect();
        // The host with most pages takes longest, so it begins first.
        hosts.sort_by_key(Vec::len);
        let (hosts, faults, asked) = (Mutex::new(hosts), Mutex::new(Vec::new()), AtomicUsize::new(0));
        let next = || hosts.lock().ok().and_then(|mut hosts| hosts.pop());
        thread::scope(|scope| {
            for _ in 0..HOSTS_AT_ONCE {
                scope.spawn(|| {
                    while let Some(host) = next() {
                        for (at, address) in host.iter().enumerate() {
                            if at > 0 {
                                thread::sleep(self.pause);
                            }
                            if let (Some(fault), Ok(mut faults)) = (self.fault(address), faults.lock()) {
                                faults.push(fault);
                            }
                            progress(asked.fetch_add(1, Ordering::Relaxed) + 1, addresses.len());
                        }
                    }
                });
            }
        });
        let mut faults = faults.into_inner().unwrap_or_default();
        faults.sort_by(|one, other| one.address.cmp(&other.address));
        Ok(faults)
    }

    /// How an address fails; `None` if it answers. A server that does not know HEAD is asked again with GET.
    fn fault(&self, address: &str) -> Option<LinkFault> {
        let fault = |says: String| Some(LinkFault { address: address.to_owned(), says });
        let head = self.ask(address, &["--head"]);
        let answer = match head {
            Ok(200..300) => return None,
            // Not every server that answers HEAD answers it as it would GET.
            _ => self.ask(address, &["--range", "0-1023"]),
        };
        match answer {
            Ok(200..300 | 416) => None,
            Ok(status) => fault(format!("answers {status}")),
            Err(says) => fault(says.0),
        }
    }

    /// The status with which an address answers at the end of its redirects.
    fn ask(&self, address: &str, how: &[&str]) -> Result<u16, NoAnswer> {
        let output = Command::new(self.curl)
            .args(["--silent", "--show-error", "--location", "--max-redirs", MOST_REDIRECTS, "--max-time", PATIENCE])
            .args([
                "--proto",
                "=http,https",
                "--user-agent",
                AGENT,
                "--output",
                "/dev/null",
                "--write-out",
                "%{http_code}",
            ])
            .args(how)
            // What follows is an address, whatever it begins with.
            .args(["--url", address])
            .stdin(Stdio::null())
            .output()
            .map_err(|error| NoAnswer(error.to_string()))?;
        let status = String::from_utf8_lossy(&output.stdout).trim().parse::<u16>().ok().filter(|status| *status > 0);
        match status {
            Some(status) if output.status.success() => Ok(status),
            _ => {
                let says = String::from_utf8_lossy(&output.stderr);
                let says = says.lines().next().unwrap_or("does not answer");
                // "curl: (6) Could not resolve host: …"
                Err(NoAnswer(says.split_once(") ").map_or(says, |(_, says)| says).to_owned()))
            }
        }
    }
}

/// What curl says where there is no answer.
#[derive(Debug)]
struct NoAnswer(String);

/// Says on a terminal how far the work is.
fn progress(done: usize, all: usize) {
    if io::stderr().is_terminal() {
        let end = if done == all { "\n" } else { "" };
        print_error(&format!("\r{done} of {all} links asked for{end}"));
    }
}
