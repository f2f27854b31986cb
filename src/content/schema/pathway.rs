//! A pathway file.

use super::ReviewKeys;
use crate::catalogue::text::Prose;
use crate::catalogue::vocabulary::{PathwayKind, Qualification};
use crate::content::reader::{Fields, To};
use crate::content::source::At;

/// `pathways/<id>.yaml`.
#[derive(Debug)]
pub struct PathwayFile {
    pub id: At<String>,
    pub title: At<String>,
    pub summary: At<String>,
    pub role: At<String>,
    pub assembled: bool,
    pub routes: Vec<PathwayRouteKeys>,
    pub sources: Vec<At<String>>,
    pub review: ReviewKeys,
}

impl PathwayFile {
    /// Reads one.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.id("id"),
            title: fields.text("title"),
            summary: fields.text("summary"),
            role: fields.refer("role", To::Role, "the pathway leads to a role"),
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
    pub kind: Option<At<PathwayKind>>,
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
    pub title: At<String>,
    pub role: Option<At<String>>,
    pub qualification: Option<At<Qualification>>,
    pub level: Option<At<i64>>,
    pub entry_level: bool,
    pub text: At<Prose>,
    pub sources: Vec<At<String>>,
}

impl StepKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            title: fields.text("title"),
            role: fields.optional_refer("role", To::Role, "the step is a role"),
            qualification: fields.optional_word("qualification"),
            level: fields.optional_number("level"),
            entry_level: fields.optional_flag("entry_level").unwrap_or_default(),
            text: fields.markdown("text"),
            sources: fields.sources(),
        }
    }
}
