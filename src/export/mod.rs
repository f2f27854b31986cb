//! Export: the whole site as static files, through the service that answers visitors.
//!
//! Every file is, byte for byte, what the site answers to its address, and `manifest.json` says which that is. Only a copy for reading
//! without a server differs: there, links lead from file to file.

mod crawl;
mod error;
mod file_name;
mod folder;
mod html;
mod manifest;
mod offline;
mod options;
mod site;
mod writer;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use tokio::runtime::Handle;

use crate::site_map;
use crate::web::http::service::SiteService;
use crate::web::{addresses, links};
use crawl::Crawl;
pub use crawl::Progress;
pub use error::ExportError;
use file_name::file_of;
pub use folder::Changes;
use folder::Replacement;
use offline::{Rewriter, Target};
pub use options::{Options, Part};
use site::{Answer, ExportedSite};
use writer::Writer;

/// An address that no site has.
const NOWHERE: &str = "/404";

/// What an export did.
#[derive(Clone, Debug)]
pub struct Summary {
    /// What changed in the folder.
    pub changes: Changes,
    /// Addresses that a page links to and that answer with an error.
    pub broken: Vec<String>,
}

/// Writes the site of a service to a folder. What answers later, such as drawing, runs on `runtime`.
///
/// # Errors
///
/// When the folder is not one to replace, or cannot be written, or the site has a fault. The folder is then as it was.
pub fn export(
    service: SiteService,
    runtime: Handle,
    options: &Options,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Summary, ExportError> {
    let replacement = Replacement::begin(&options.dest)?;
    let site = ExportedSite {
        prefix: service.settings().path_prefix.as_str().to_owned(),
        service: service.without_pool(),
        runtime,
    };
    let snapshot = site.service.snapshot();
    let catalogue = snapshot.catalogue();
    let writer = Writer::new(&replacement, &site, options);
    let accepts = |address: &str| options.accepts(address);
    // The lines to copy into another page name the view of the journey that they are shown with.
    let has_frames = links::is_public(catalogue.site());
    let beside = |address: &str| {
        let is_journey =
            address.starts_with(site_map::JOURNEYS) && address.contains("from=") && address.contains("to=");
        (has_frames && is_journey).then(|| links::embed(address))
    };
    let crawl = Crawl { site: &site, threads: options.threads, accepts: &accepts, beside: &beside, progress };
    let mut seeds = addresses::pages(catalogue);
    seeds.extend(addresses::single_choices(catalogue));
    if options.offline {
        let targets = find(&crawl, seeds)?;
        let pages: Vec<(&String, &str)> = targets
            .iter()
            .filter_map(|(address, target)| match target {
                Target::File(file) => Some((address, file.as_str())),
                Target::Elsewhere(_) => None,
            })
            .collect();
        let rewriter = Rewriter::new(&targets, catalogue);
        crawl::each(&pages, options.threads, |(address, file), (): &mut ()| {
            let answer = site.ask(address)?;
            match answer.page() {
                Some(page) => writer.add(address, &answer, rewriter.rewrite(page, file).as_bytes()),
                None => writer.add(address, &answer, &answer.body),
            }
        })?;
    } else {
        seeds.extend(addresses::beside_pages(catalogue));
        seeds.extend(addresses::former_addresses(catalogue));
        crawl.run(seeds, &|address, answer| writer.add(address, &answer, &answer.body))?;
        writer.add_not_found(&site.ask(NOWHERE)?)?;
    }
    let broken = writer.finish()?;
    Ok(Summary { changes: replacement.commit()?, broken })
}

/// Which file will answer each address.
fn find(crawl: &Crawl<'_>, seeds: Vec<String>) -> Result<BTreeMap<String, Target>, ExportError> {
    let targets = Mutex::new(BTreeMap::new());
    crawl.run(seeds, &|address, answer: Answer| {
        let target = match answer.location() {
            Some(location) => Target::Elsewhere(crawl.site.within(location).unwrap_or(location).to_owned()),
            None if answer.status.is_success() => Target::File(file_of(address, answer.content_type())),
            None => return Ok(()),
        };
        targets.lock().unwrap_or_else(PoisonError::into_inner).insert(address.to_owned(), target);
        Ok(())
    })?;
    Ok(targets.into_inner().unwrap_or_else(PoisonError::into_inner))
}
