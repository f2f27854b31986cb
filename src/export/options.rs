//! What is exported, and how.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::site_map;

/// What is exported, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder that is replaced: missing, empty, or an earlier export.
    pub dest: PathBuf,
    /// Whether the copy is read without a server.
    pub offline: bool,
    /// Whether files lie beside themselves compressed.
    pub compress: bool,
    /// What is left out.
    pub without: BTreeSet<Part>,
    /// How many threads work.
    pub threads: usize,
}

/// A part of the site that an export can leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Part {
    /// Addresses with a query: filters, journeys, comparisons, packs
    Queries,
    /// Pictures that go with shared links
    Pictures,
    /// Small views for frames on other sites
    Frames,
    /// The JSON API
    Api,
}

impl Options {
    /// Whether an address belongs to the export.
    pub(super) fn accepts(&self, address: &str) -> bool {
        let path = address.split('?').next().unwrap_or(address);
        let is_frame = path.starts_with(site_map::EMBED);
        // Views for frames on other sites are of no use without a server.
        if site_map::is_of_operator(path) || self.offline && is_frame {
            return false;
        }
        !self.without.iter().any(|part| match part {
            Part::Queries => address.len() > path.len(),
            Part::Pictures => path.starts_with(site_map::OG_PICTURES),
            Part::Frames => is_frame,
            Part::Api => path.starts_with(site_map::API),
        })
    }
}
