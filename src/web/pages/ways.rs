//! All the ways to become something, as nested lists.

use askama::Template;

use crate::catalogue::reach::WayTo;
use crate::catalogue::role::EntryRoute;
use crate::catalogue::vocabulary::Qualification;

/// One role of the tree, with the ways to become it.
#[derive(Template)]
#[template(path = "_ways.html")]
pub struct Ways<'a> {
    way: WayTo<'a>,
}

/// It writes only escaped text and its own kind.
impl askama::filters::HtmlSafe for Ways<'_> {}

impl<'a> Ways<'a> {
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
