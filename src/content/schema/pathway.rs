//! A pathway file.

use crate::catalogue::model::text::Prose;
use crate::catalogue::model::vocabulary::{PathwayKind, Qualification};
use crate::content::decode::{Fields, ReferenceTarget};
use crate::content::schema::ReviewKeys;
use crate::content::source::Spanned;

/// `pathways/<id>.yaml`.
#[derive(Debug)]
pub struct PathwayFile {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub summary: Spanned<String>,
    pub role: Spanned<String>,
    pub assembled: bool,
    pub routes: Vec<PathwayRouteKeys>,
    pub sources: Vec<Spanned<String>>,
    pub review: ReviewKeys,
}

impl PathwayFile {
    /// Reads one.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.id("id"),
            title: fields.text("title"),
            summary: fields.text("summary"),
            role: fields.refer("role", ReferenceTarget::Role, "the pathway leads to a role"),
            assembled: fields.flag("assembled"),
            routes: fields.some_records("routes", "route", PathwayRouteKeys::read),
            sources: fields.sources(),
            review: ReviewKeys::read(fields),
        }
    }
}

/// One way through a pathway.
#[derive(Debug)]
pub struct PathwayRouteKeys {
    pub kind: Option<Spanned<PathwayKind>>,
    pub steps: Vec<StepKeys>,
}

impl PathwayRouteKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { kind: fields.word("kind"), steps: fields.some_records("steps", "step", StepKeys::read) }
    }
}

/// One step of a pathway.
#[derive(Debug)]
pub struct StepKeys {
    pub title: Spanned<String>,
    pub role: Option<Spanned<String>>,
    pub qualification: Option<Spanned<Qualification>>,
    pub level: Option<Spanned<i64>>,
    pub entry_level: bool,
    pub text: Spanned<Prose>,
    pub sources: Vec<Spanned<String>>,
}

impl StepKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            title: fields.text("title"),
            role: fields.optional_refer("role", ReferenceTarget::Role, "the step is a role"),
            qualification: fields.optional_word("qualification"),
            level: fields.optional_number("level"),
            entry_level: fields.optional_flag("entry_level").unwrap_or_default(),
            text: fields.markdown("text"),
            sources: fields.sources(),
        }
    }
}
