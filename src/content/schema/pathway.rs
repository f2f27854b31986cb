//! A pathway file.

use super::ReviewKeys;
use crate::catalogue::vocabulary::{PathwayKind, Qualification};
use crate::content::reader::Fields;
use crate::content::source::{At, Place};

/// `pathways/<id>.yaml`.
#[derive(Debug)]
pub struct PathwayFile {
    pub grip: Place,
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
            grip: fields.grip,
            id: fields.id("id"),
            title: fields.text("title"),
            summary: fields.text("summary"),
            role: fields.id("role"),
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
    pub text: At<String>,
    pub sources: Vec<At<String>>,
}

impl StepKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            title: fields.text("title"),
            role: fields.optional_id("role"),
            qualification: fields.optional_word("qualification"),
            level: fields.optional_number("level"),
            entry_level: fields.optional_flag("entry_level").unwrap_or_default(),
            text: fields.markdown("text"),
            sources: fields.sources(),
        }
    }
}
