//! All the ways to become something, as nested lists.

use askama::Template;

use crate::catalogue::graph::descendants::WayTo;
use crate::catalogue::model::role::EntryRoute;
use crate::catalogue::model::vocabulary::Qualification;

/// One role of the tree, with the ways to become it.
#[derive(Template)]
#[template(path = "_entry_tree.html")]
pub struct EntryTree<'a> {
    way: WayTo<'a>,
}

/// It writes only escaped text and its own kind.
impl askama::filters::HtmlSafe for EntryTree<'_> {}

impl<'a> EntryTree<'a> {
    /// The tree below a role.
    #[must_use]
    pub fn new(way: WayTo<'a>) -> Self {
        Self { way }
    }

    fn starts(&self) -> &[(Qualification, &'a EntryRoute)] {
        &self.way.starts
    }

    fn from(&self) -> Vec<Self> {
        self.way.from.iter().cloned().map(Self::new).collect()
    }
}
