//! The words people say for roles, from `data/synonyms.yaml`.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::filter::{Facet, FilterIndex};
use crate::catalogue::model::indexes::RoleIndex;
use crate::catalogue::search::words;

/// Phrases that mean the same, and what they stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synonym {
    /// What people say: any one of these.
    pub say: Vec<String>,
    /// The roles they may mean, the likeliest first.
    pub roles: Vec<RoleIndex>,
    /// Other words to look for in every text.
    pub words: Vec<String>,
    /// Choices of filters; a role must meet all of them.
    pub filter: Vec<(Facet, String)>,
}

/// What one phrase stands for.
#[derive(Clone, Debug, Default)]
pub struct SynonymTarget {
    /// The phrase, as written in the data.
    pub say: String,
    /// The roles it names, the likeliest first.
    pub roles: Vec<usize>,
    /// The further roles that meet its filters.
    pub filtered: BTreeSet<usize>,
    /// The stems of its other words.
    pub stems: Vec<String>,
}

/// The targets of all phrases, by key (see [`words::key`]).
#[derive(Clone, Debug, Default)]
pub struct SynonymIndex {
    by_key: BTreeMap<String, SynonymTarget>,
    words: BTreeSet<String>,
}

impl SynonymIndex {
    /// Resolves the synonyms. A phrase that is listed twice stands for both targets.
    #[must_use]
    pub fn new(filters: &FilterIndex, synonyms: &[Synonym]) -> Self {
        let mut index = Self::default();
        for synonym in synonyms {
            for say in &synonym.say {
                let target = index.by_key.entry(words::key(say)).or_default();
                if target.say.is_empty() {
                    target.say.clone_from(say);
                }
                target.add(filters, synonym);
                index.words.extend(words::content_words(say).into_iter().flat_map(|word| [word.stem(), word.spelling]));
            }
        }
        index
    }

    /// The target of a phrase, by its key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&SynonymTarget> {
        self.by_key.get(key)
    }

    /// The targets of all phrases whose key begins so.
    pub fn with_prefix(&self, prefix: &str) -> impl Iterator<Item = &SynonymTarget> {
        let from = self.by_key.range(prefix.to_owned()..);
        from.take_while(move |(key, _)| key.starts_with(prefix)).map(|(_, target)| target)
    }

    /// Whether a spelling or a stem occurs in a phrase.
    #[must_use]
    pub fn has_word(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// The phrases that stand for each role.
    #[must_use]
    pub fn by_role(&self) -> BTreeMap<usize, Vec<String>> {
        let mut by_role: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for target in self.by_key.values() {
            for (role, _) in target.fits() {
                by_role.entry(role).or_default().push(target.say.clone());
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
        let filtered = sets.reduce(|mut all, more| {
            all.intersect_with(&more);
            all
        });
        self.filtered.extend(filtered.iter().flat_map(|roles| roles.ones()).filter(|role| !self.roles.contains(role)));
        for word in &synonym.words {
            self.stems.extend(words::content_words(word).iter().map(words::Word::stem));
        }
    }

    /// Every role it stands for, with a factor: 1 for the likeliest, falling to 0.1 for those that only meet its filters.
    pub fn fits(&self) -> impl Iterator<Item = (usize, f32)> {
        let factors = (0_u16..).map(|rank| 1.0 / (1.0 + 0.25 * f32::from(rank)));
        self.roles.iter().copied().zip(factors).chain(self.filtered.iter().map(|&role| (role, 0.1)))
    }

    /// Whether it stands for a role.
    #[must_use]
    pub fn has(&self, role: usize) -> bool {
        self.roles.contains(&role) || self.filtered.contains(&role)
    }
}
