//! `serve`: the site, on an address.

use std::error::Error;
use std::fmt;
use std::io;
use std::path;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use clap::builder::FalseyValueParser;
use tracing::level_filters::LevelFilter;

use crate::catalogue::Catalogue;
use crate::cli::console::print_error;
use crate::cli::site_address::{BaseUrl, SiteAddress};
use crate::cli::site_data::SiteData;
use crate::serve::last_good::LastGood;
use crate::serve::limits::ConnectionLimits;
use crate::serve::listen::{BindError, Listener};
use crate::serve::log;
use crate::serve::log::Format;
use crate::serve::page_counts_folder::PageCountsFolder;
use crate::serve::reload::Pace;
use crate::serve::signals::ReloadSignal;
use crate::serve::{Listeners, descriptors, listen, signals, systemd};
use crate::web::http::path_prefix::PathPrefix;
use crate::web::http::preview::Preview;
use crate::web::liblouis::{Liblouis, TranslatorError};
use crate::web::links;
use crate::web::state::{AppState, Settings};

/// The folder within `--state` that has the counts of pages.
const PAGE_COUNTS: &str = "page-counts";

const EXAMPLES: &str = "\
Examples:
  career-pathways serve --listen 0.0.0.0:8080 --behind-tls
  career-pathways serve --data data --state /var/lib/career-pathways --log-format json
  career-pathways serve --data data --preview
  career-pathways serve --base-url https://example.org --path-prefix /careers
  career-pathways serve --listen unix:/run/career-pathways/site.sock --admin-listen 127.0.0.1:9100
  career-pathways serve --braille-translator lou_translate
  CAREER_PATHWAYS_LISTEN=127.0.0.1:0 career-pathways serve";

/// Serve the site
///
/// Stops on SIGTERM, SIGQUIT or Ctrl-C, after the requests that run, in 20 seconds at most. Reads the data again on SIGHUP. Takes the
/// sockets that systemd hands over (LISTEN_FDS), first that of the site, then that of the operator, and tells it when it is ready.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Serve {
    /// Where to listen: an address, or unix:PATH; with port 0 the system chooses one, and the log's "listening" line says which
    #[arg(long, value_name = "ADDRESS", env = "CAREER_PATHWAYS_LISTEN", default_value = "127.0.0.1:3000")]
    listen: String,
    /// Where to listen for the operator alone: /healthz in full, /readyz, /version, /metrics and /page-counts.csv, which no crowd of visitors can then hold up
    #[arg(long, value_name = "ADDRESS", env = "CAREER_PATHWAYS_ADMIN_LISTEN")]
    admin_listen: Option<String>,
    /// Show this folder, and show it anew when a file in it changes [default: the data inside the program]
    #[arg(long, value_name = "DIR", env = "CAREER_PATHWAYS_DATA")]
    data: Option<PathBuf>,
    /// For editors: nothing is cached, each page says what is wrong with the files of the folder as they are, and shows itself
    /// anew when one is saved. Refused where others could reach it
    #[arg(long, env = "CAREER_PATHWAYS_PREVIEW", value_parser = FalseyValueParser::new())]
    preview: bool,
    /// Keep the last good version of the folder here, to show it where the folder is broken at the next start, and the counts of pages
    #[arg(long, value_name = "DIR", env = "CAREER_PATHWAYS_STATE")]
    state: Option<PathBuf>,
    /// Scheme and host of the site, for links from elsewhere [default: base_url in site.yaml]
    #[arg(long, value_name = "URL", env = "CAREER_PATHWAYS_BASE_URL")]
    base_url: Option<BaseUrl>,
    /// The path of that host under which the site is, such as /careers; a proxy in front passes it on
    #[arg(long, value_name = "PATH", env = "CAREER_PATHWAYS_PATH_PREFIX", default_value = "")]
    #[arg(hide_default_value = true)]
    path_prefix: PathPrefix,
    /// Ask search engines to leave the site out: for a copy to try things on
    #[arg(long, env = "CAREER_PATHWAYS_NOINDEX", value_parser = FalseyValueParser::new())]
    noindex: bool,
    /// How log lines are written
    #[arg(long, env = "CAREER_PATHWAYS_LOG_FORMAT", default_value = "text")]
    log_format: Format,
    /// Which log lines are written: off, error, warn, info (with one line for each request), debug
    #[arg(long, value_name = "LEVEL", env = "CAREER_PATHWAYS_LOG_LEVEL", default_value = "info")]
    log_level: LevelFilter,
    /// Visitors reach the site over https, which something in front of it ends: send Strict-Transport-Security
    #[arg(long, env = "CAREER_PATHWAYS_BEHIND_TLS", value_parser = FalseyValueParser::new())]
    behind_tls: bool,
    /// The program lou_translate of liblouis, by name or path: packs can then be had in contracted Braille too
    #[arg(long, value_name = "PROGRAM", env = "CAREER_PATHWAYS_BRAILLE_TRANSLATOR")]
    braille_translator: Option<PathBuf>,
    /// Most connections at the same time; for one more, the one that has idled longest is closed
    #[arg(long, value_name = "NUMBER", env = "CAREER_PATHWAYS_MAX_CONNECTIONS", default_value_t = 4096)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    max_connections: u32,
    /// Most connections at the same time from one address, or one IPv6 network; a proxy in front is one for all
    #[arg(long, value_name = "NUMBER", env = "CAREER_PATHWAYS_MAX_CONNECTIONS_PER_ADDRESS", default_value_t = 2048)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    max_connections_per_address: u32,
    /// Seconds from SIGTERM, when /readyz turns 503, until no new connection is taken
    #[arg(long, value_name = "SECONDS", env = "CAREER_PATHWAYS_DRAIN_DELAY", default_value_t = 1)]
    #[arg(value_parser = clap::value_parser!(u64).range(0..=15))]
    drain_delay: u64,
}

/// Why the site cannot be served.
#[derive(Debug)]
pub(super) enum ServeError {
    /// The threads cannot be started.
    Runtime(io::Error),
    /// The signals to stop cannot be received.
    Signals(io::Error),
    /// The address cannot be listened on.
    Bind(BindError),
    /// There is no folder to preview.
    PreviewOfNothing,
    /// Others could reach the preview.
    PreviewForOthers(String),
    /// The Braille translator does not work.
    Braille(TranslatorError),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Runtime(error) => write!(f, "the program cannot start: {error}"),
            Self::Signals(error) => write!(f, "cannot listen for signals: {error}"),
            Self::Bind(error) => error.fmt(f),
            Self::PreviewOfNothing => f.write_str("--preview shows a folder that is edited: name it with --data"),
            Self::PreviewForOthers(address) => write!(
                f,
                "--preview shows paths and lines of files, so it is for this machine alone: {address} is an address that others may reach; listen on 127.0.0.1 or [::1]"
            ),
            Self::Braille(error) => error.fmt(f),
        }
    }
}

impl Error for ServeError {}

impl Serve {
    /// Serves until told to stop.
    pub(super) fn run(self) -> Result<ExitCode, ServeError> {
        let _log = log::start(self.log_format, self.log_level);
        std::panic::set_hook(Box::new(|panic| tracing::error!(%panic, "a request failed: this is a fault")));
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(ServeError::Runtime)?;
        let code = runtime.block_on(self.serve());
        // What still reads a data folder need not end first.
        runtime.shutdown_background();
        code
    }

    async fn serve(self) -> Result<ExitCode, ServeError> {
        let signals = signals::listen().map_err(ServeError::Signals)?;
        // Before the data, so that a taken port is said at once.
        let listeners = self.listeners()?;
        let preview = self.preview(&listeners.site)?;
        let first = match self.site_data(preview.clone()).load() {
            Ok(first) => first,
            Err(problem) => {
                print_error(&problem.to_string());
                return Ok(ExitCode::FAILURE);
            }
        };
        warn_of_address(&first.catalogue, self.behind_tls);
        let braille = match self.braille_translator {
            Some(program) => Some(Liblouis::start(program).await.map_err(ServeError::Braille)?),
            None => None,
        };
        let pace = if preview.is_some() { Pace::of_preview() } else { Pace::default() };
        let settings = Settings {
            behind_tls: self.behind_tls,
            noindex: self.noindex,
            path_prefix: self.path_prefix,
            braille,
            preview,
            page_counts_store: self.state.map(|folder| PageCountsFolder::new(folder.join(PAGE_COUNTS)).into_store()),
        };
        let state = AppState::new(Arc::new(first.catalogue), settings);
        state.set_reload_error(first.problem);
        match first.folder {
            Some(folder) => tokio::spawn(folder.follow(state.clone(), pace, signals.reload)),
            None => tokio::spawn(say_that_nothing_is_read(signals.reload)),
        };
        let limits = ConnectionLimits {
            connections: descriptors::connections_possible(self.max_connections as usize),
            connections_per_address: self.max_connections_per_address as usize,
            drain_delay: Duration::from_secs(self.drain_delay),
            ..ConnectionLimits::default()
        };
        crate::serve::serve(listeners, state, limits, signals.stop).await;
        Ok(ExitCode::SUCCESS)
    }

    /// What is shown to an editor, if this is a preview.
    fn preview(&self, listener: &Listener) -> Result<Option<Preview>, ServeError> {
        if !self.preview {
            return Ok(None);
        }
        let folder = self.data.as_ref().ok_or(ServeError::PreviewOfNothing)?;
        if !listener.is_loopback() {
            return Err(ServeError::PreviewForOthers(listener.to_string()));
        }
        let folder = path::absolute(folder).unwrap_or_else(|_| folder.clone());
        Ok(Some(Preview::new(folder.to_string_lossy().replace('\\', "/"))))
    }

    fn site_data(&self, preview: Option<Preview>) -> SiteData {
        let address = SiteAddress { base_url: self.base_url.clone(), path_prefix: self.path_prefix.clone() };
        SiteData { folder: self.data.clone(), last_good: self.state.clone().map(LastGood::in_folder), address, preview }
    }

    /// The sockets from systemd, or those of the command line.
    fn listeners(&self) -> Result<Listeners, ServeError> {
        let bind = |address: &str| listen::bind(address).map_err(ServeError::Bind);
        let operator = self.admin_listen.as_deref();
        let mut handed = systemd::listeners().into_iter();
        let site: Listener = match handed.next() {
            Some(listener) => listener,
            None => bind(&self.listen)?,
        };
        let operator = match handed.next() {
            Some(listener) => Some(listener),
            None => operator.map(bind).transpose()?,
        };
        Ok(Listeners { site, operator })
    }
}

/// Says where the address of the site is of no use to anybody else: in links on paper, in QR codes, for search engines.
fn warn_of_address(catalogue: &Catalogue, behind_tls: bool) {
    let address = &catalogue.site().base_url;
    if !links::is_public(catalogue.site()) {
        tracing::warn!(%address, "only this machine can reach the address that the site gives of itself: set --base-url, or base_url in site.yaml");
    } else if behind_tls && address.starts_with("http://") {
        tracing::warn!(%address, "visitors come over https, and the address that the site gives of itself says http");
    }
}

/// Answers SIGHUP where there is no folder.
async fn say_that_nothing_is_read(mut told: ReloadSignal) {
    while told.recv().await.is_some() {
        tracing::info!("SIGHUP: the data inside the program does not change; --data shows a folder");
    }
}
