//! `report`: what an editor plans by: gaps, reviews that are due, and outside links that fail.

mod link_check;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::FalseyValueParser;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::cli::clock::today;
use crate::cli::console::print;
use crate::cli::progress::Working;
use crate::cli::readable::readable_files;
use crate::content::inventory::{Inventory, inventory};
use link_check::{LinkCheck, LinkFault};

const EXAMPLES: &str = "\
Examples:
  career-pathways report data
  career-pathways report data --links
  career-pathways report data --format json";

/// Say what a data folder lacks, when its reviews are due and, if asked, which outside links fail
///
/// Nobody is asked anything without --links. With it, each address is asked for once with the program curl: one at a time of
/// a host, a second apart, and 20 seconds at most. Exits with 1 if a link fails.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Report {
    /// The data folder
    #[arg(env = "CAREER_PATHWAYS_DATA")]
    dir: PathBuf,
    /// Ask whether the addresses of other sites answer
    #[arg(long, env = "CAREER_PATHWAYS_LINKS", value_parser = FalseyValueParser::new())]
    links: bool,
    /// The program curl, by name or path
    #[arg(long, value_name = "PROGRAM", env = "CAREER_PATHWAYS_CURL", default_value = "curl")]
    curl: PathBuf,
    /// Milliseconds between two addresses of a host
    #[arg(long, value_name = "MILLISECONDS", env = "CAREER_PATHWAYS_PAUSE", default_value_t = 1000)]
    #[arg(value_parser = clap::value_parser!(u64).range(0..=60_000))]
    pause: u64,
    /// For people, or one JSON object
    #[arg(long, env = "CAREER_PATHWAYS_FORMAT", default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Json,
}

impl Report {
    /// Says it.
    pub(super) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        let working = Working::on(format!("reading {}", self.dir.display()));
        let found = inventory(&readable_files(&self.dir)?);
        drop(working);
        let faults = if self.links {
            let check = LinkCheck { curl: &self.curl, pause: std::time::Duration::from_millis(self.pause) };
            Some(check.run(&found.links.keys().map(String::as_str).collect::<Vec<_>>())?)
        } else {
            None
        };
        print(&match self.format {
            Format::Text => as_text(&found, faults.as_deref()),
            Format::Json => format!("{:#}\n", as_json(&found, faults.as_deref())),
        });
        let fails = faults.is_some_and(|faults| !faults.is_empty());
        Ok(if fails { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}

fn as_text(found: &Inventory, faults: Option<&[LinkFault]>) -> String {
    let mut text = format!("Gaps: {} of {} roles lack what readers look for\n", found.gaps.len(), found.roles);
    let mut by_key: BTreeMap<&str, usize> = BTreeMap::new();
    found.gaps.iter().flat_map(|(_, keys)| keys).for_each(|key| *by_key.entry(key).or_default() += 1);
    for (key, count) in &by_key {
        let _ = writeln!(text, "  {count:>4} without {key}");
    }
    for (role, keys) in &found.gaps {
        let _ = writeln!(text, "  roles/{role}.yaml: {}", keys.join(", "));
    }
    let _ = writeln!(text, "\nReviews due, by month");
    let this_month = today().strftime("%Y-%m").to_string();
    for (month, places) in &found.due {
        let overdue = if *month < this_month { " (overdue)" } else { "" };
        let _ = writeln!(text, "  {month}{overdue}: {}", places.len());
        places.iter().for_each(|place| _ = writeln!(text, "    {place}"));
    }
    match faults {
        None => {
            let _ = writeln!(text, "\nOutside links: {}, not asked for (--links asks)", found.links.len());
        }
        Some(faults) => {
            let _ = writeln!(text, "\nOutside links: {} of {} fail", faults.len(), found.links.len());
            for fault in faults {
                let _ = writeln!(text, "  {}: {}", fault.address, fault.says);
                for place in found.links.get(&fault.address).into_iter().flatten() {
                    let _ = writeln!(text, "    {place}");
                }
            }
        }
    }
    text
}

fn as_json(found: &Inventory, faults: Option<&[LinkFault]>) -> Value {
    let gaps = found.gaps.iter().map(|(role, keys)| json!({"role": role, "without": keys}));
    let faults = faults.map(|faults| {
        let faults = faults
            .iter()
            .map(|fault| json!({"url": fault.address, "says": fault.says, "places": found.links.get(&fault.address)}));
        faults.collect::<Vec<_>>()
    });
    json!({
        "roles": found.roles,
        "gaps": gaps.collect::<Vec<_>>(),
        "reviews_due": found.due,
        "links": found.links.len(),
        "links_that_fail": faults,
    })
}
