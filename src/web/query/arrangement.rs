//! How a list of roles is arranged: its order, its view, its page.

use crate::interface::{Interface, Markup};
use crate::web::query;

/// Entries on a page, at most: so many rows are not too long for a phone.
pub const ON_A_PAGE: usize = 30;

const VIEW: &str = "view";
const PAGE: &str = "page";

/// The order of a list of roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// The best answer to the words first.
    Relevance,
    /// By title.
    Title,
    /// By level, then the best answer first, then by title.
    Level,
}

/// How a list of roles looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// One list.
    List,
    /// A list for each level.
    Levels,
}

/// Order, view and page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// The order.
    pub sort: Sort,
    /// The view.
    pub view: View,
    /// The page, from 1.
    pub page: usize,
}

/// A value of the arrangement that does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// The key it was given for.
    pub key: &'static str,
    /// The value as given.
    pub value: String,
    /// The values that do exist, where they are few.
    pub choose_from: Vec<&'static str>,
}

impl Misread {
    /// What is wrong, and where what there is can be found.
    #[must_use]
    pub fn message(&self, t: &Interface) -> Markup {
        match self.key {
            Sort::KEY => t.there_is_no_order(&self.value),
            VIEW => t.there_is_no_view(&self.value),
            _ => t.there_is_no_page(&self.value),
        }
    }

    /// A page that does not exist.
    #[must_use]
    pub fn page(value: impl Into<String>) -> Self {
        Self { key: PAGE, value: value.into(), choose_from: vec![] }
    }
}

impl Sort {
    const ALL: [Self; 3] = [Self::Relevance, Self::Title, Self::Level];

    /// Its key in addresses.
    pub const KEY: &str = "sort";

    /// The ids of all orders in addresses.
    pub fn ids() -> impl Iterator<Item = &'static str> {
        Self::ALL.into_iter().map(Self::id)
    }

    fn id(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Title => "title",
            Self::Level => "level",
        }
    }

    /// How it is said to a reader.
    #[must_use]
    pub fn label(self, t: &Interface) -> &str {
        match self {
            Self::Relevance => t.best_match(),
            Self::Title => t.a_to_z(),
            Self::Level => t.career_level(),
        }
    }

    /// The orders that can be chosen; without words, nothing is a better match than another.
    pub fn choices(has_words: bool) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |sort| has_words || *sort != Self::Relevance)
    }

    /// The order of a list that no order is chosen for.
    #[must_use]
    pub fn usual(has_words: bool) -> Self {
        if has_words { Self::Relevance } else { Self::Title }
    }
}

impl View {
    /// Every view.
    pub const ALL: [Self; 2] = [Self::List, Self::Levels];

    fn id(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Levels => "levels",
        }
    }

    /// How it is said to a reader.
    #[must_use]
    pub fn label(self, t: &Interface) -> &str {
        match self {
            Self::List => t.one_list(),
            Self::Levels => t.grouped_by_career_level(),
        }
    }
}

impl Arrangement {
    /// Whether the parameter with this key is part of the arrangement.
    #[must_use]
    pub fn reads(key: &str) -> bool {
        [Sort::KEY, VIEW, PAGE].contains(&key)
    }

    /// Reads the arrangement of a query; values that do not exist are returned beside it.
    #[must_use]
    pub fn parse(pairs: &[(String, String)], has_words: bool) -> (Self, Vec<Misread>) {
        let mut misread = Vec::new();
        let unknown = |key, value: &str, choose_from| Misread { key, value: value.to_owned(), choose_from };
        let mut read = Self { sort: Sort::usual(has_words), view: View::List, page: 1 };
        if let Some(value) = query::first(pairs, Sort::KEY) {
            match Sort::ALL.into_iter().find(|sort| sort.id() == value) {
                Some(Sort::Relevance) if !has_words => {}
                Some(sort) => read.sort = sort,
                None => misread.push(unknown(Sort::KEY, value, Sort::choices(has_words).map(Sort::id).collect())),
            }
        }
        if let Some(value) = query::first(pairs, VIEW) {
            match View::ALL.into_iter().find(|view| view.id() == value) {
                Some(view) => read.view = view,
                None => misread.push(unknown(VIEW, value, View::ALL.map(View::id).to_vec())),
            }
        }
        if let Some(value) = query::first(pairs, PAGE) {
            match value.parse() {
                Ok(page) if page > 0 => read.page = page,
                _ => misread.push(Misread::page(value)),
            }
        }
        (read, misread)
    }

    /// The same from the first page on.
    #[must_use]
    pub fn at_first_page(self) -> Self {
        Self { page: 1, ..self }
    }

    /// Its pairs in canonical order; what is usual is left out.
    pub fn pairs(self, has_words: bool) -> impl Iterator<Item = (&'static str, String)> {
        let is_usual = self.sort == Sort::usual(has_words) || self.sort == Sort::Relevance && !has_words;
        let sort = (!is_usual).then(|| (Sort::KEY, self.sort.id().to_owned()));
        let view = (self.view != View::List).then(|| (VIEW, self.view.id().to_owned()));
        let page = (self.page > 1).then(|| (PAGE, self.page.to_string()));
        [sort, view, page].into_iter().flatten()
    }
}
