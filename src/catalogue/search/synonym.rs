//! The words people say for roles, from `data/synonyms.yaml`.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::filter::{Facet, FilterIndex};
use crate::catalogue::model::ids::{GuideId, OrganisationId, PathwayId};
use crate::catalogue::model::indexes::RoleIndex;
use crate::catalogue::search::words;

/// Phrases that mean the same, and what they stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synonym {
    /// What people say: any one of these.
    pub say: Vec<String>,
    /// The language that they are in, as HTML writes it, where it is not the site's.
    pub language: Option<String>,
    /// The roles they may mean, the likeliest first.
    pub roles: Vec<RoleIndex>,
    /// Other words to look for in every text.
    pub words: Vec<String>,
    /// Choices of filters, which a search for it makes. A role must meet one of each facet.
    pub filter: Vec<(Facet, String)>,
    /// Guides, pathways and organisations that it may mean, the likeliest first.
    pub pages: Vec<PageId>,
    /// What is said to whoever searches for it, where the data cannot answer.
    pub note: Option<String>,
}

impl Synonym {
    fn means_pages_alone(&self) -> bool {
        let Self { roles, words, filter, pages, note, .. } = self;
        !pages.is_empty() && roles.is_empty() && words.is_empty() && filter.is_empty() && note.is_none()
    }
}

/// The id of something other than a role that a search can find.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageId {
    /// A guide.
    Guide(GuideId),
    /// A pathway.
    Pathway(PathwayId),
    /// An organisation.
    Organisation(OrganisationId),
}

/// What one phrase stands for.
#[derive(Clone, Debug, Default)]
pub struct SynonymTarget {
    /// The phrase, as written in the data.
    pub say: String,
    /// The language of the phrase, where it is not the site's.
    pub language: Option<String>,
    /// The documents it names, the likeliest first: roles, or pages.
    pub documents: Vec<usize>,
    /// The further roles that meet its filters.
    pub filtered: BTreeSet<usize>,
    /// The stems of its other words, phrase by phrase.
    pub phrases: Vec<Vec<String>>,
    /// The choices that it makes.
    pub filter: Vec<(Facet, String)>,
    /// What is said to whoever searches for it.
    pub note: Option<String>,
}

/// The targets of all phrases, by key (see [`words::key`]).
#[derive(Clone, Debug, Default)]
pub struct SynonymIndex {
    by_key: BTreeMap<String, SynonymTarget>,
    /// The keys of the phrases that are instructions, by all their words: "learn on the job" is not "learn".
    instructions: BTreeMap<String, String>,
    /// All words of the phrases that stand for pages and for nothing else.
    of_pages_alone: BTreeSet<String>,
    words: BTreeSet<String>,
}

impl SynonymIndex {
    /// Resolves the synonyms of roles. A phrase that is listed twice stands for both targets.
    #[must_use]
    pub fn of_roles(filters: &FilterIndex, synonyms: &[Synonym]) -> Self {
        Self::new(synonyms, |target, synonym| target.add(filters, synonym))
    }

    /// Resolves the synonyms of pages, which are numbered by their order.
    #[must_use]
    pub fn of_pages(pages: &[PageId], synonyms: &[Synonym]) -> Self {
        let position = |page: &PageId| pages.iter().position(|known| known == page);
        let meant = synonyms.iter().filter(|synonym| !synonym.pages.is_empty());
        let mut index = Self::new(meant, |target, synonym| {
            add_new(&mut target.documents, synonym.pages.iter().filter_map(position))
        });
        let alone = synonyms.iter().filter(|synonym| synonym.means_pages_alone());
        index.of_pages_alone =
            alone.flat_map(|synonym| &synonym.say).map(|say| words::whole_key(&words(say))).collect();
        index
    }

    fn new<'s>(
        synonyms: impl IntoIterator<Item = &'s Synonym>,
        resolve: impl Fn(&mut SynonymTarget, &Synonym),
    ) -> Self {
        let mut index = Self::default();
        for synonym in synonyms {
            for (say, written) in synonym.say.iter().flat_map(forms) {
                let target = index.by_key.entry(words::key(&written)).or_default();
                if target.say.is_empty() {
                    target.say.clone_from(say);
                    target.language.clone_from(&synonym.language);
                }
                resolve(target, synonym);
                if target.is_instruction() {
                    index.instructions.insert(words::whole_key(&words(&written)), words::key(&written));
                }
                index
                    .words
                    .extend(words::content_words(&written).into_iter().flat_map(|word| [word.stem(), word.spelling]));
            }
        }
        index
    }

    /// The target of a phrase, by its key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&SynonymTarget> {
        self.by_key.get(key)
    }

    /// The target of a phrase that makes choices or is told something, by all its words (see [`words::whole_key`]).
    #[must_use]
    pub fn instruction(&self, whole_key: &str) -> Option<&SynonymTarget> {
        self.get(self.instructions.get(whole_key)?)
    }

    /// The targets of all phrases whose key begins so.
    pub fn with_prefix(&self, prefix: &str) -> impl Iterator<Item = &SynonymTarget> {
        let from = self.by_key.range(prefix.to_owned()..);
        from.take_while(move |(key, _)| key.starts_with(prefix)).map(|(_, target)| target)
    }

    /// Whether a whole text is a phrase that stands for pages and for nothing else.
    #[must_use]
    pub fn means_pages_alone(&self, text: &str) -> bool {
        self.of_pages_alone.contains(&words::whole_key(&words(text)))
    }

    /// Whether a spelling or a stem occurs in a phrase.
    #[must_use]
    pub fn has_word(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// The phrases that stand for each document.
    #[must_use]
    pub fn by_document(&self) -> BTreeMap<usize, Vec<String>> {
        let mut by_document: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for target in self.by_key.values() {
            for (document, _) in target.fits() {
                by_document.entry(document).or_default().push(target.say.clone());
            }
        }
        by_document
    }
}

/// A phrase as it is listed, with each form in which people type it: an abbreviation also in small letters with the "s" of a plural,
/// which the stemmer takes for a part of the word.
fn forms(say: &String) -> impl Iterator<Item = (&String, String)> {
    let is_abbreviation = matches!(words(say).as_slice(), [word] if word.is_abbreviation);
    let plural = is_abbreviation.then(|| format!("{}s", say.to_lowercase()));
    std::iter::once(say.clone()).chain(plural).map(move |written| (say, written))
}

impl SynonymTarget {
    fn add(&mut self, filters: &FilterIndex, synonym: &Synonym) {
        add_new(&mut self.documents, synonym.roles.iter().map(|role| role.position()));
        if !synonym.filter.is_empty() {
            let met = filters.meeting(&synonym.filter);
            self.filtered.extend(met.ones().filter(|role| !self.documents.contains(role)));
        }
        add_new(&mut self.filter, synonym.filter.iter().cloned());
        self.note = self.note.take().or_else(|| synonym.note.clone());
        let stems = |phrase: &String| words::content_words(phrase).iter().map(words::Word::stem).collect();
        add_new(&mut self.phrases, synonym.words.iter().map(stems));
    }

    /// Whether a search for it makes a choice, or is told something, in place of looking for its words.
    #[must_use]
    pub fn is_instruction(&self) -> bool {
        !self.filter.is_empty() || self.note.is_some()
    }

    /// Every document it stands for, with a factor: 1 for the likeliest, falling to 0.1 for those that only meet its filters.
    pub fn fits(&self) -> impl Iterator<Item = (usize, f32)> {
        let factors = (0_u16..).map(|rank| 1.0 / (1.0 + 0.25 * f32::from(rank)));
        self.documents.iter().copied().zip(factors).chain(self.filtered.iter().map(|&role| (role, 0.1)))
    }

    /// Whether it stands for a document.
    #[must_use]
    pub fn has(&self, document: usize) -> bool {
        self.documents.contains(&document) || self.filtered.contains(&document)
    }
}

/// Adds the items that a list does not have: two forms of one phrase may come from one entry.
fn add_new<T: PartialEq>(list: &mut Vec<T>, items: impl Iterator<Item = T>) {
    for item in items {
        if !list.contains(&item) {
            list.push(item);
        }
    }
}
