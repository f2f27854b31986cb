//! `changes.yaml`: what changed in the content, day by day.

use jiff::civil::Date;

use crate::catalogue::model::content_change::{ChangedPage, PageChange};
use crate::content::decode::{CalendarDate, ClosedWord, Fields, Group, IdText, PlainText, Record};
use crate::content::source::Spanned;

/// An entry of `changes.yaml`.
#[derive(Debug)]
pub struct ChangeDayEntry {
    pub day: Spanned<Date>,
    pub changes: Vec<ContentChangeKeys>,
}

impl Record for ChangeDayEntry {
    const NAME: &'static str = "day of changes";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { day: fields.required("day", &CalendarDate), changes: fields.non_empty("changes", &Group::new()) }
    }
}

/// One page that changed.
#[derive(Debug)]
pub struct ContentChangeKeys {
    pub kind: Spanned<ChangedPage>,
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub change: Spanned<PageChange>,
}

impl Record for ContentChangeKeys {
    const NAME: &'static str = "page that changed";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            kind: fields.required("kind", &ClosedWord::new()),
            id: fields.required("id", &IdText),
            title: fields.required("title", &PlainText),
            change: fields.required("change", &ClosedWord::new()),
        }
    }
}
