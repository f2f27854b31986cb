//! A pathway: a published step-by-step example into a profession.

use crate::catalogue::model::indexes::{Qualification, RoleIndex, SourceIndex};
use crate::catalogue::model::reference::{PathwayId, Review};
use crate::catalogue::model::text::Prose;
use crate::catalogue::model::vocabulary::PathwayKind;

/// A step-by-step example into a profession.
#[derive(Clone, Debug)]
pub struct Pathway {
    /// Its id.
    pub id: PathwayId,
    /// Its title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// The profession.
    pub role: RoleIndex,
    /// Whether it was put together for this site from what the sources say of the profession.
    pub assembled: bool,
    /// The ways through it.
    pub routes: Vec<PathwayRoute>,
    /// Where its facts come from.
    pub sources: Vec<SourceIndex>,
    /// When it was looked over.
    pub review: Review,
}

/// One way through a pathway.
#[derive(Clone, Debug)]
pub struct PathwayRoute {
    /// Work and learn, or study first.
    pub kind: PathwayKind,
    /// Its steps, in order.
    pub steps: Vec<PathwayStep>,
}

/// One step of a pathway.
#[derive(Clone, Debug)]
pub struct PathwayStep {
    /// What it is called.
    pub title: String,
    /// The role it is, if it is one of ours.
    pub role: Option<RoleIndex>,
    /// The qualification one leaves it with, if it is study.
    pub qualification: Option<Qualification>,
    /// The qualification level printed for it.
    pub level: Option<u8>,
    /// Whether the source prints "entry level" for it.
    pub entry_level: bool,
    /// What one does there.
    pub text: Prose,
    /// Where that is said.
    pub sources: Vec<SourceIndex>,
}
