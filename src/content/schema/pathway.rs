//! A pathway file.

use crate::catalogue::model::text::Prose;
use crate::catalogue::model::vocabulary::PathwayKind;
use crate::content::decode::{
    ClosedWord, Fields, Flag, Group, IdText, MarkdownText, PlainText, QualificationLevel, Record, ReferenceTarget,
    ReferenceTo,
};
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

impl Record for PathwayFile {
    const NAME: &'static str = "pathway";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required("id", &IdText),
            title: fields.required("title", &PlainText),
            summary: fields.required("summary", &PlainText),
            role: fields.required("role", &ReferenceTo(ReferenceTarget::Role, "the pathway leads to a role")),
            assembled: fields.required("assembled", &Flag),
            routes: fields.non_empty("routes", &Group::new()),
            sources: fields.sources(),
            review: ReviewKeys::read(fields),
        }
    }
}

/// One way through a pathway.
#[derive(Debug)]
pub struct PathwayRouteKeys {
    pub kind: Spanned<PathwayKind>,
    pub steps: Vec<StepKeys>,
}

impl Record for PathwayRouteKeys {
    const NAME: &'static str = "route";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { kind: fields.required("kind", &ClosedWord::new()), steps: fields.non_empty("steps", &Group::new()) }
    }
}

/// One step of a pathway.
#[derive(Debug)]
pub struct StepKeys {
    pub title: Spanned<String>,
    pub role: Option<Spanned<String>>,
    pub qualification: Option<Spanned<String>>,
    pub level: Option<Spanned<u8>>,
    pub entry_level: bool,
    pub text: Spanned<Prose>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for StepKeys {
    const NAME: &'static str = "step";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            title: fields.required("title", &PlainText),
            role: fields.optional("role", &ReferenceTo(ReferenceTarget::Role, "the step is a role")),
            qualification: fields.optional(
                "qualification",
                &ReferenceTo(ReferenceTarget::Qualification, "the step ends with a qualification"),
            ),
            level: fields.optional("level", &QualificationLevel),
            entry_level: fields.optional("entry_level", &Flag).unwrap_or_default(),
            text: fields.required("text", &MarkdownText),
            sources: fields.sources(),
        }
    }
}
