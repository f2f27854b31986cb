//! What the forms and lists of roles ask of a question: its choices, and the ways on from it.

use crate::catalogue::filter::{Facet, RoleFilter};
use crate::catalogue::model::role::Role;
use crate::web::labels::legend;
use crate::web::links;
use crate::web::query::facets::{FacetView, facets};
use crate::web::query::role_query::{Relaxation, RoleQuery};

/// Titles offered where the words find nothing.
const MOST_NEAREST: usize = 5;

impl<'a> RoleQuery<'a> {
    /// Every kind of choice, with the counts that are right for what was asked.
    #[must_use]
    pub fn facets(&self) -> Vec<FacetView<'a>> {
        facets(self)
    }

    /// The words and each choice, with where one gets without it.
    #[must_use]
    pub fn chosen(&self) -> Vec<Relaxation> {
        let t = self.catalogue.interface();
        let words = self.words.iter().map(|words| self.fewer(t.in_quotes(words), &self.filter, false));
        let choices = self
            .filter
            .choices()
            .map(|(facet, value)| self.fewer(self.label(facet, value), &self.filter.without(facet, value), true));
        words.chain(choices).collect()
    }

    /// What a kind of choice is called.
    #[must_use]
    pub fn legend(&self, facet: &Facet) -> &'a str {
        legend(self.catalogue.interface(), *facet)
    }

    /// The options of a kind of choice, for whoever named one that does not exist.
    #[must_use]
    pub fn options_of(&self, facet: &Facet) -> Option<FacetView<'a>> {
        self.facets().into_iter().find(|view| view.facet == *facet)
    }

    /// Roles chosen as a starting point: they have no box of their own to keep them in the form.
    #[must_use]
    pub fn chosen_roles(&self) -> Vec<&str> {
        let options = |id: &str| self.catalogue.filters().options(Facet::Start).any(|option| option == id);
        self.filter.values(Facet::Start).filter(|id| !options(id)).collect()
    }

    /// What keeps order and view in the form.
    #[must_use]
    pub fn kept(&self) -> Vec<(&'static str, String)> {
        self.arrangement.at_first_page().pairs(self.words.is_some()).collect()
    }

    /// What the words were mended to, if they were.
    #[must_use]
    pub fn mended(&self) -> Option<&str> {
        let mended = self.result().and_then(|found| found.corrected.as_deref());
        mended.or(self.reading.corrected.as_deref())
    }

    /// Ways on from an empty list: without the words, or with a choice less.
    #[must_use]
    pub fn ways_on(&self) -> Vec<Relaxation> {
        self.chosen().into_iter().filter(|way| way.count > 0).collect()
    }

    /// A way on where no single choice less helps: the words without any choice.
    #[must_use]
    pub fn words_alone(&self) -> Option<Relaxation> {
        let words = self.words.as_ref().map(|words| self.catalogue.interface().words_alone(words));
        let alone = words.map(|words| self.fewer(words, &RoleFilter::default(), true));
        alone.filter(|way| way.count > 0)
    }

    /// Whether the page says why it has no role, or what it understood instead.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.protected().is_some() || !self.reading.notes.is_empty()
    }

    /// Where the first jobs are listed.
    #[must_use]
    pub fn first_jobs(&self) -> String {
        links::first_jobs(self.catalogue)
    }

    /// The titles that are nearest to words that find nothing.
    #[must_use]
    pub fn nearest(&self) -> Vec<&'a Role> {
        if self.is_answered() {
            return vec![];
        }
        let words = self.words.as_deref().filter(|_| self.result().is_some_and(|found| found.hits.is_empty()));
        words.map_or_else(Vec::new, |words| self.catalogue.graph().nearest(words, MOST_NEAREST))
    }
}
