//! All the ways to become something, as nested lists.

use askama::Template;

use crate::catalogue::Entities;
use crate::catalogue::graph::descendants::WayTo;
use crate::catalogue::model::reference::QualificationInfo;
use crate::catalogue::model::role::EntryRoute;
use crate::web::labels;
use crate::web::links;

/// One role of the tree, with the ways to become it.
#[derive(Template)]
#[template(path = "_entry_tree.html")]
pub struct EntryTree<'a> {
    entities: &'a Entities,
    way: WayTo<'a>,
}

/// It writes only escaped text and its own kind.
impl askama::filters::HtmlSafe for EntryTree<'_> {}

impl<'a> EntryTree<'a> {
    /// The tree below a role.
    #[must_use]
    pub fn new(entities: &'a Entities, way: WayTo<'a>) -> Self {
        Self { entities, way }
    }

    /// How many rows its lists have.
    #[must_use]
    pub fn rows(&self) -> usize {
        rows(&self.way)
    }

    fn starts(&self) -> Vec<(&'a QualificationInfo, &'a EntryRoute)> {
        self.way.starts.iter().map(|(held, route)| (self.entities.qualification(*held), *route)).collect()
    }

    fn from(&self) -> Vec<Self> {
        self.way.from.iter().cloned().map(|way| Self::new(self.entities, way)).collect()
    }
}

fn rows(way: &WayTo<'_>) -> usize {
    way.starts.len() + way.from.iter().map(|from| 1 + rows(from)).sum::<usize>()
}
