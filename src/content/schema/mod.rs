//! What authors may write, file by file. These types never leave `content`: what leaves it is checked.

pub mod guide;
pub mod pathway;
pub mod role;
pub mod site;
pub mod synonym;
pub mod vocabulary;

use jiff::civil::Date;

use crate::content::decode::Fields;
use crate::content::source::Spanned;

/// `reviewed` and `review_by`.
#[derive(Debug)]
pub struct ReviewKeys {
    pub reviewed: Spanned<Date>,
    pub review_by: Spanned<Date>,
}

impl ReviewKeys {
    /// Reads both. What stands in for a faulty date breaks no rule.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { reviewed: fields.date("reviewed", Date::MIN), review_by: fields.date("review_by", Date::MAX) }
    }
}

/// A printed address.
#[derive(Debug)]
pub struct LinkKeys {
    pub title: Spanned<String>,
    pub url: Spanned<String>,
    pub sources: Vec<Spanned<String>>,
}

impl LinkKeys {
    /// Reads one.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { title: fields.text("title"), url: fields.address("url"), sources: fields.sources() }
    }
}

/// A length of time in months.
#[derive(Debug)]
pub struct MonthsKeys {
    pub from: Spanned<i64>,
    pub to: Option<Spanned<i64>>,
}

impl MonthsKeys {
    /// Reads one.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { from: fields.number("from"), to: fields.optional_number("to") }
    }
}
