//! The files that hold one list each.

use jiff::civil::Date;

use crate::catalogue::model::text::Prose;
use crate::catalogue::model::vocabulary::{Qualification, Term};
use crate::content::decode::{Fields, ReferenceTarget};
use crate::content::schema::MonthsKeys;
use crate::content::source::Spanned;

/// An entry of `levels.yaml` or `settings.yaml`.
#[derive(Debug)]
pub struct TermEntry<T> {
    pub id: Option<Spanned<T>>,
    pub title: Spanned<String>,
    pub short: Spanned<String>,
    pub summary: Spanned<String>,
    pub intro: Spanned<Prose>,
    pub sources: Vec<Spanned<String>>,
}

impl<T: Term> TermEntry<T> {
    /// Reads one.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.word("id"),
            title: fields.text("title"),
            short: fields.text("short"),
            summary: fields.text("summary"),
            intro: fields.markdown("intro"),
            sources: fields.sources(),
        }
    }
}

/// An entry of `categories.yaml`.
#[derive(Debug)]
pub struct CategoryEntry {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub short: Spanned<String>,
    pub meaning: Spanned<String>,
    pub printed_in: Option<Spanned<String>>,
    pub sources: Vec<Spanned<String>>,
}

impl CategoryEntry {
    /// Reads one.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.id("id"),
            title: fields.text("title"),
            short: fields.text("short"),
            meaning: fields.text("meaning"),
            printed_in: fields.optional_refer(
                "printed_in",
                ReferenceTarget::Source,
                "the category is printed in a source",
            ),
            sources: fields.sources(),
        }
    }
}

/// An entry of `qualifications.yaml`.
#[derive(Debug)]
pub struct QualificationEntry {
    pub id: Option<Spanned<Qualification>>,
    pub title: Spanned<String>,
    pub short: Spanned<String>,
    pub meaning: Spanned<String>,
    pub climbs: Vec<ClimbKeys>,
    pub sources: Vec<Spanned<String>>,
}

impl QualificationEntry {
    /// Reads one.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.word("id"),
            title: fields.text("title"),
            short: fields.text("short"),
            meaning: fields.text("meaning"),
            climbs: fields.records("climbs", "climb", ClimbKeys::read),
            sources: fields.sources(),
        }
    }
}

/// A way of study up to a qualification.
#[derive(Debug)]
pub struct ClimbKeys {
    pub from: Option<Spanned<Qualification>>,
    pub title: Spanned<String>,
    pub how: Spanned<String>,
    pub months: Option<MonthsKeys>,
    pub earn: Option<bool>,
    pub sources: Vec<Spanned<String>>,
}

impl ClimbKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            from: fields.word("from"),
            title: fields.text("title"),
            how: fields.text("how"),
            months: fields.optional_record("months", "length of time", MonthsKeys::read),
            earn: fields.optional_flag("earn"),
            sources: fields.sources(),
        }
    }
}

/// An entry of `sources.yaml`.
#[derive(Debug)]
pub struct SourceEntry {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub publisher: Spanned<String>,
    pub year: Option<Spanned<i64>>,
    pub about: Spanned<String>,
}

impl SourceEntry {
    /// Reads one.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.id("id"),
            title: fields.text("title"),
            publisher: fields.text("publisher"),
            year: fields.optional_number("year"),
            about: fields.text("about"),
        }
    }
}

/// An entry of `organisations.yaml`.
#[derive(Debug)]
pub struct OrganisationEntry {
    pub id: Spanned<String>,
    pub name: Spanned<String>,
    pub short: Option<Spanned<String>>,
    pub url: Option<Spanned<String>>,
    pub about: Option<Spanned<String>>,
    pub sources: Vec<Spanned<String>>,
}

impl OrganisationEntry {
    /// Reads one.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.id("id"),
            name: fields.text("name"),
            short: fields.optional_text("short"),
            url: fields.optional_address("url"),
            about: fields.optional_text("about"),
            sources: fields.sources(),
        }
    }
}

/// An entry of `facts.yaml`.
#[derive(Debug)]
pub struct FactEntry {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub value: Spanned<String>,
    pub means: Spanned<String>,
    pub as_of: Option<Spanned<String>>,
    pub sources: Vec<Spanned<String>>,
    pub review_by: Spanned<Date>,
}

impl FactEntry {
    /// Reads one.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.id("id"),
            title: fields.text("title"),
            value: fields.text("value"),
            means: fields.text("means"),
            as_of: fields.optional_as_written("as_of"),
            sources: fields.sources(),
            review_by: fields.date("review_by", Date::MAX),
        }
    }
}
