//! The pages that changed, by day, as the page and the feed tell them.

use jiff::civil::Date;

use crate::catalogue::Catalogue;
use crate::catalogue::model::content_change::{ChangedPage, ContentChange};
use crate::catalogue::model::ids::{GuideId, PathwayId};
use crate::web::links;

/// So many days are told.
const MOST_DAYS: usize = 100;
/// From so many pages on, those of a day are folded, each kind of change by itself.
const MANY_PAGES: usize = 30;

/// What changed on one day.
#[derive(Debug)]
pub struct ChangedDay<'a> {
    /// The day.
    pub date: Date,
    /// The day, as a reader says it.
    pub day: String,
    /// The pages.
    pub pages: Vec<ChangedPageLine<'a>>,
}

/// A page that changed.
#[derive(Debug)]
pub struct ChangedPageLine<'a> {
    /// What became of it.
    pub change: &'a str,
    /// Its title on that day.
    pub title: &'a str,
    /// Its address, if it is still there.
    pub href: Option<String>,
}

/// The pages of a day with which the same was done.
#[derive(Debug)]
pub struct ChangedPageGroup<'d, 'a> {
    /// What became of them.
    pub change: &'a str,
    /// The pages, in the order of the day.
    pub pages: Vec<&'d ChangedPageLine<'a>>,
}

impl<'a> ChangedDay<'a> {
    /// Whether so many pages changed that their list is folded.
    #[must_use]
    pub fn is_long(&self) -> bool {
        self.pages.len() >= MANY_PAGES
    }

    /// The pages by what became of them, in the order in which the day first says each.
    #[must_use]
    pub fn groups(&self) -> Vec<ChangedPageGroup<'_, 'a>> {
        let mut groups: Vec<ChangedPageGroup<'_, 'a>> = Vec::new();
        for page in &self.pages {
            match groups.iter_mut().find(|group| group.change == page.change) {
                Some(group) => group.pages.push(page),
                None => groups.push(ChangedPageGroup { change: page.change, pages: vec![page] }),
            }
        }
        groups
    }
}

/// The latest days on which the content changed.
#[must_use]
pub fn changed_days(catalogue: &Catalogue) -> Vec<ChangedDay<'_>> {
    let days = catalogue.change_days().iter().take(MOST_DAYS).map(|day| ChangedDay {
        date: day.day,
        day: catalogue.interface().day(day.day),
        pages: day.changes.iter().map(|change| line(catalogue, change)).collect(),
    });
    days.collect()
}

fn line<'a>(catalogue: &'a Catalogue, change: &'a ContentChange) -> ChangedPageLine<'a> {
    ChangedPageLine {
        change: change.change.label(catalogue.interface()),
        title: &change.title,
        href: address(catalogue, change),
    }
}

/// The address of the page, if it is there under the id that it had.
fn address(catalogue: &Catalogue, change: &ContentChange) -> Option<String> {
    let id = change.id.clone();
    match change.page {
        ChangedPage::Role => catalogue.role(&id).map(|role| links::role(&role.id)),
        ChangedPage::Guide => catalogue.guide(&GuideId(id)).map(|guide| links::guide(&guide.id)),
        ChangedPage::Pathway => catalogue.pathway(&PathwayId(id)).map(|pathway| links::pathway(&pathway.id)),
    }
}
