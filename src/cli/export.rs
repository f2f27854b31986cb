//! `export`: the whole site as static files.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread::available_parallelism;

use clap::Args;
use clap::builder::FalseyValueParser;
use indicatif::{ProgressBar, ProgressStyle};

use crate::cli::console::{print, print_error};
use crate::cli::progress::Working;
use crate::cli::site_address::{BaseUrl, SiteAddress};
use crate::cli::site_data::SiteData;
use crate::export::{Options, Part, Progress, Summary};
use crate::web;
use crate::web::http::path_prefix::PathPrefix;
use crate::web::state::{AppState, Settings};

const EXAMPLES: &str = "\
Examples:
  career-pathways export site --compress
  career-pathways export /media/stick/careers --offline
  career-pathways export site --data ~/our-data --without pictures,frames";

/// Write the whole site as static files
///
/// The folder is replaced in one step: whoever looks sees the last export or this one, also when this one is killed. A file that
/// is as it was stays untouched. manifest.json in the folder says which file answers which address, with its type and headers.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Export {
    /// The folder to write: a new or empty one, or an earlier export
    #[arg(env = "CAREER_PATHWAYS_DEST")]
    dest: PathBuf,
    /// The data folder [default: the data inside the program]
    #[arg(long, value_name = "DIR", env = "CAREER_PATHWAYS_DATA")]
    data: Option<PathBuf>,
    /// For reading without a server, such as from a memory stick: links lead from file to file
    #[arg(long, env = "CAREER_PATHWAYS_OFFLINE", value_parser = FalseyValueParser::new())]
    offline: bool,
    /// Scheme and host of the site, for links from elsewhere [default: base_url in site.yaml]
    #[arg(long, value_name = "URL", env = "CAREER_PATHWAYS_BASE_URL")]
    base_url: Option<BaseUrl>,
    /// The path of that host under which the site is, such as /careers; the files are for that path
    #[arg(long, value_name = "PATH", env = "CAREER_PATHWAYS_PATH_PREFIX", default_value = "")]
    #[arg(hide_default_value = true)]
    path_prefix: PathPrefix,
    /// Say in the manifest that search engines should leave the site out
    #[arg(long, env = "CAREER_PATHWAYS_NOINDEX", value_parser = FalseyValueParser::new())]
    noindex: bool,
    /// Say in the manifest that the site is reached over https alone: Strict-Transport-Security
    #[arg(long, env = "CAREER_PATHWAYS_BEHIND_TLS", value_parser = FalseyValueParser::new())]
    behind_tls: bool,
    /// Write each text compressed too, beside itself: .gz and .br
    #[arg(long, env = "CAREER_PATHWAYS_COMPRESS", value_parser = FalseyValueParser::new())]
    compress: bool,
    /// Leave these parts out
    #[arg(long, value_name = "PART", value_delimiter = ',', env = "CAREER_PATHWAYS_WITHOUT")]
    without: Vec<Part>,
    /// How many threads work [default: one for each processor]
    #[arg(long, value_name = "NUMBER", env = "CAREER_PATHWAYS_THREADS")]
    #[arg(value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,
}

impl Export {
    /// Writes the files.
    pub(super) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        let address = SiteAddress { base_url: self.base_url, path_prefix: self.path_prefix.clone() };
        let working = Working::on("reading the data".to_owned());
        let loaded = (SiteData { folder: self.data, last_good: None, address, preview: None }).load();
        drop(working);
        let catalogue = match loaded {
            Ok(first) => first.catalogue,
            Err(problem) => {
                print_error(&problem.to_string());
                return Ok(ExitCode::FAILURE);
            }
        };
        // From file to file there is no path of a host.
        let path_prefix = if self.offline { PathPrefix::default() } else { self.path_prefix };
        let settings =
            Settings { behind_tls: self.behind_tls, noindex: self.noindex, path_prefix, ..Settings::default() };
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let options = Options {
            threads: self.threads.map_or_else(|| available_parallelism().map_or(1, Into::into), usize::from),
            dest: self.dest,
            offline: self.offline,
            compress: self.compress,
            without: self.without.into_iter().collect(),
        };
        let service = web::router(AppState::new(Arc::new(catalogue), settings));
        let bar = bar();
        let show = |Progress { done, known }| {
            bar.set_length(known as u64);
            bar.set_position(done as u64);
        };
        let done = crate::export::export(service, runtime.handle().clone(), &options, &show);
        bar.finish_and_clear();
        let Summary { changes, broken } = done?;
        for address in broken {
            print_error(&format!("warning: a page links to {address}, which is not there\n"));
        }
        let (files, written, removed) = (changes.files, changes.written, changes.removed);
        print(&format!("{}: {files} files, {written} new or changed, {removed} removed\n", options.dest.display()));
        Ok(ExitCode::SUCCESS)
    }
}

/// A progress bar, on a terminal only.
fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} addresses, {elapsed}");
    style.map_or_else(|_| ProgressBar::hidden(), |style| ProgressBar::new(0).with_style(style))
}
