//! The files that hold one list each.

use jiff::civil::Date;

use super::MonthsKeys;
use crate::catalogue::text::Prose;
use crate::catalogue::vocabulary::{Qualification, Term};
use crate::content::reader::{Fields, To};
use crate::content::source::At;

/// An entry of `levels.yaml` or `settings.yaml`.
#[derive(Debug)]
pub struct TermEntry<T> {
    pub id: Option<At<T>>,
    pub title: At<String>,
    pub short: At<String>,
    pub summary: At<String>,
    pub intro: At<Prose>,
    pub sources: Vec<At<String>>,
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
    pub id: At<String>,
    pub title: At<String>,
    pub short: At<String>,
    pub meaning: At<String>,
    pub printed_in: Option<At<String>>,
    pub sources: Vec<At<String>>,
}

impl CategoryEntry {
    /// Reads one.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.id("id"),
            title: fields.text("title"),
            short: fields.text("short"),
            meaning: fields.text("meaning"),
            printed_in: fields.optional_refer("printed_in", To::Source, "the category is printed in a source"),
            sources: fields.sources(),
        }
    }
}

/// An entry of `qualifications.yaml`.
#[derive(Debug)]
pub struct QualificationEntry {
    pub id: Option<At<Qualification>>,
    pub title: At<String>,
    pub short: At<String>,
    pub meaning: At<String>,
    pub climbs: Vec<ClimbKeys>,
    pub sources: Vec<At<String>>,
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
    pub from: Option<At<Qualification>>,
    pub title: At<String>,
    pub how: At<String>,
    pub months: Option<MonthsKeys>,
    pub earn: Option<bool>,
    pub sources: Vec<At<String>>,
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
    pub id: At<String>,
    pub title: At<String>,
    pub publisher: At<String>,
    pub year: Option<At<i64>>,
    pub about: At<String>,
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
    pub id: At<String>,
    pub name: At<String>,
    pub short: Option<At<String>>,
    pub url: Option<At<String>>,
    pub about: Option<At<String>>,
    pub sources: Vec<At<String>>,
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
    pub id: At<String>,
    pub title: At<String>,
    pub value: At<String>,
    pub means: At<String>,
    pub as_of: Option<At<String>>,
    pub sources: Vec<At<String>>,
    pub review_by: At<Date>,
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
