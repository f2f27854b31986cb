//! The words people say for roles, from `data/synonyms.yaml`.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::filter::{Facet, FilterIndex};
use crate::catalogue::model::indexes::RoleIndex;
use crate::catalogue::search::words;

/// Some words people say, and what they stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synonym {
    /// What people say: any one of these.
    pub say: Vec<String>,
    /// The roles they may mean, the likeliest first.
    pub roles: Vec<RoleIndex>,
    /// Other words to look for in every text.
    pub words: Vec<String>,
    /// The choices of a filter that say the same; they narrow each other.
    pub filter: Vec<(Facet, String)>,
}

/// What one thing that people say leads to.
#[derive(Clone, Debug, Default)]
pub struct SynonymTarget {
    /// What people say, as it is written in the list.
    pub say: String,
    /// The roles it stands for, the likeliest first.
    pub roles: Vec<usize>,
    /// Further roles, which the choices of a filter give.
    pub chosen: BTreeSet<usize>,
    /// The stems of other words to look for.
    pub stems: Vec<String>,
}

/// Every meaning, by the key of what people say.
#[derive(Clone, Debug, Default)]
pub struct SynonymIndex {
    by_key: BTreeMap<String, SynonymTarget>,
    words: BTreeSet<String>,
}

impl SynonymIndex {
    /// Finds the roles behind each synonym. What is said twice means both.
    #[must_use]
    pub fn new(filters: &FilterIndex, synonyms: &[Synonym]) -> Self {
        let mut meanings = Self::default();
        for synonym in synonyms {
            for say in &synonym.say {
                let meaning = meanings.by_key.entry(words::key(say)).or_default();
                if meaning.say.is_empty() {
                    meaning.say.clone_from(say);
                }
                meaning.add(filters, synonym);
                meanings
                    .words
                    .extend(words::content_words(say).into_iter().flat_map(|word| [word.stem(), word.spelling]));
            }
        }
        meanings
    }

    /// What exactly these words mean.
    #[must_use]
    pub fn of(&self, key: &str) -> Option<&SynonymTarget> {
        self.by_key.get(key)
    }

    /// What everything that begins like this means.
    pub fn beginning(&self, key: &str) -> impl Iterator<Item = &SynonymTarget> {
        let from = self.by_key.range(key.to_owned()..);
        from.take_while(move |(said, _)| said.starts_with(key)).map(|(_, meaning)| meaning)
    }

    /// Whether a spelling or a stem is among the words that people say.
    #[must_use]
    pub fn has_word(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// What people say for each role.
    #[must_use]
    pub fn by_role(&self) -> BTreeMap<usize, Vec<String>> {
        let mut by_role: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for meaning in self.by_key.values() {
            for (role, _) in meaning.fits() {
                by_role.entry(role).or_default().push(meaning.say.clone());
            }
        }
        by_role
    }
}

impl SynonymTarget {
    fn add(&mut self, filters: &FilterIndex, synonym: &Synonym) {
        let roles = synonym.roles.iter().map(|role| role.position());
        self.roles.extend(roles);
        let sets = synonym.filter.iter().filter_map(|(facet, id)| filters.roles(*facet, id).cloned());
        let chosen = sets.reduce(|mut all, more| {
            all.intersect_with(&more);
            all
        });
        self.chosen.extend(chosen.iter().flat_map(|roles| roles.ones()).filter(|role| !self.roles.contains(role)));
        for word in &synonym.words {
            self.stems.extend(words::content_words(word).iter().map(words::Word::stem));
        }
    }

    /// Every role it stands for, with how well it fits: 1 for the likeliest, less for those after.
    pub fn fits(&self) -> impl Iterator<Item = (usize, f32)> {
        let places = (0_u16..).map(|place| 1.0 / (1.0 + 0.25 * f32::from(place)));
        self.roles.iter().copied().zip(places).chain(self.chosen.iter().map(|&role| (role, 0.1)))
    }

    /// Whether it stands for a role.
    #[must_use]
    pub fn has(&self, role: usize) -> bool {
        self.roles.contains(&role) || self.chosen.contains(&role)
    }
}
