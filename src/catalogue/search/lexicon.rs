//! Every word of the roles as it is spelled, and the words that people say for them.

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::catalogue::search::words::{is_content, stem};

/// Words looked at for one beginning, at most.
const MOST_LOOKED_AT: usize = 2_000;

/// Every spelling.
#[derive(Debug, Default)]
pub struct Lexicon(BTreeMap<String, Entry>);

/// What is known of a spelling.
#[derive(Debug)]
pub struct Entry {
    /// Its stem.
    pub stem: String,
    /// Whether it says anything about a role.
    pub is_content: bool,
    /// How many roles use it.
    pub used: u32,
    /// The last role that used it, while they come.
    last: Option<usize>,
}

impl Lexicon {
    /// Meets a word in a role; roles come one after another. Says what is known of the word, and whether it is new.
    pub fn meet(&mut self, spelling: &str, role: usize) -> (&Entry, bool) {
        let entry = self.0.entry(spelling.to_owned()).or_insert_with_key(|spelling| Entry {
            stem: stem(spelling),
            is_content: is_content(spelling),
            used: 0,
            last: None,
        });
        let is_new = entry.last.is_none();
        if entry.last != Some(role) {
            entry.last = Some(role);
            entry.used += 1;
        }
        (entry, is_new)
    }

    /// How many roles use a spelling.
    #[must_use]
    pub fn used(&self, spelling: &str) -> u32 {
        self.0.get(spelling).map_or(0, |entry| entry.used)
    }

    /// Whether a longer word begins like this.
    #[must_use]
    pub fn has_longer(&self, start: &str) -> bool {
        self.longer(start).next().is_some()
    }

    /// The stems of the longer words that begin like this: those of the most used words, at most so many.
    #[must_use]
    pub fn stems_beginning<'l>(&'l self, start: &'l str, most: usize) -> Vec<&'l str> {
        let mut longer: Vec<(&str, &Entry)> = self.longer(start).take(MOST_LOOKED_AT).collect();
        longer.sort_by(|(a, a_entry), (b, b_entry)| b_entry.used.cmp(&a_entry.used).then_with(|| a.cmp(b)));
        let mut stems: Vec<&str> = longer.into_iter().take(most).map(|(_, entry)| entry.stem.as_str()).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    }

    fn longer<'l>(&'l self, start: &'l str) -> impl Iterator<Item = (&'l str, &'l Entry)> {
        let from = self.0.range::<str, _>((Bound::Excluded(start), Bound::Unbounded));
        from.map(|(spelling, entry)| (spelling.as_str(), entry))
            .take_while(move |(spelling, _)| spelling.starts_with(start))
    }
}
