//! Asking the site for all its addresses, on a bounded number of threads.
//!
//! Every page without a query is asked, from the list of pages and from links. Addresses with a query are endless, so they are
//! followed for [`QUERY_STEPS`]: the first are those that pages without a query link to, such as a role's journeys.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use crate::export::error::ExportError;
use crate::export::site::{Answer, ExportedSite};

/// How many links to addresses with a query are followed one after the other.
const QUERY_STEPS: usize = 2;
/// The most addresses: 10,000 roles have a tenth of them.
const MOST: usize = 1_000_000;

/// How far an export is.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// How many addresses were asked.
    pub done: usize,
    /// How many are known.
    pub known: usize,
}

/// Which addresses are asked, and by how many threads.
pub(super) struct Crawl<'s> {
    pub site: &'s ExportedSite,
    pub threads: usize,
    /// Whether an address belongs to the export.
    pub accepts: &'s (dyn Fn(&str) -> bool + Sync),
    /// Addresses that belong to an address although no page links to them.
    pub beside: &'s (dyn Fn(&str) -> Option<String> + Sync),
    /// Told now and then.
    pub progress: &'s (dyn Fn(Progress) + Sync),
}

/// Addresses to be asked, by how many queries lie between them and a page without one. The last are asked, not read for links.
#[derive(Default)]
struct Frontier {
    known: BTreeSet<String>,
    waiting: [BTreeSet<String>; QUERY_STEPS + 1],
    done: BTreeSet<String>,
}

impl Frontier {
    fn add(&mut self, address: String, steps: usize) {
        let steps = if address.contains('?') { steps } else { 0 };
        if steps <= QUERY_STEPS && !self.done.contains(&address) {
            self.known.insert(address.clone());
            self.waiting[steps].insert(address);
        }
    }

    /// The addresses to ask next, and how many queries led to them.
    fn next(&mut self) -> Option<(Vec<String>, usize)> {
        let steps = self.waiting.iter().position(|waiting| !waiting.is_empty())?;
        let wave = std::mem::take(&mut self.waiting[steps]);
        let wave: Vec<String> = wave.into_iter().filter(|address| self.done.insert(address.clone())).collect();
        Some((wave, steps))
    }
}

impl Crawl<'_> {
    /// Asks these addresses and all that they lead to; hands each answer over, on the thread that asked.
    pub(super) fn run(
        &self,
        seeds: Vec<String>,
        take: &(dyn Fn(&str, Answer) -> Result<(), ExportError> + Sync),
    ) -> Result<(), ExportError> {
        let mut frontier = Frontier::default();
        seeds.into_iter().filter(|seed| (self.accepts)(seed)).for_each(|seed| frontier.add(seed, 1));
        let done = AtomicUsize::new(0);
        while let Some((wave, steps)) = frontier.next() {
            if frontier.known.len() > MOST {
                return Err(ExportError::Endless(MOST));
            }
            let report = || {
                let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                (self.progress)(Progress { done, known: frontier.known.len() });
            };
            let found = each(&wave, self.threads, |address: &String, found: &mut BTreeMap<String, usize>| {
                let answer = self.site.ask(address)?;
                if steps < QUERY_STEPS {
                    self.site.links(&answer, |link| {
                        if !found.contains_key(link) && (self.accepts)(link) {
                            found.insert(link.to_owned(), steps + 1);
                        }
                    });
                }
                let beside = (self.beside)(address).filter(|beside| (self.accepts)(beside));
                found.extend(beside.map(|beside| (beside, steps)));
                take(address, answer)?;
                report();
                Ok(())
            })?;
            found.into_iter().flatten().for_each(|(address, steps)| frontier.add(address, steps));
        }
        Ok(())
    }
}

/// Does something with each item, on so many threads; gives what each thread collected. The first error ends it.
pub(super) fn each<T: Sync, C: Default + Send>(
    items: &[T],
    threads: usize,
    work: impl Fn(&T, &mut C) -> Result<(), ExportError> + Sync,
) -> Result<Vec<C>, ExportError> {
    let (next, failed) = (AtomicUsize::new(0), AtomicBool::new(false));
    let run = || {
        let mut collected = C::default();
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
            if failed.load(Ordering::Relaxed) {
                break;
            }
            work(item, &mut collected).inspect_err(|_| failed.store(true, Ordering::Relaxed))?;
        }
        Ok(collected)
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..threads.clamp(1, items.len().max(1))).map(|_| scope.spawn(run)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or(Err(ExportError::Panic))).collect()
    })
}
