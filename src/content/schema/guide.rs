//! A guide file.

use crate::catalogue::model::text::Prose;
use crate::catalogue::model::vocabulary::GuidePurpose;
use crate::content::decode::{
    ClosedWord, Fields, Group, IdText, Integer, MarkdownText, PlainText, Record, ReferenceTarget, ReferenceTo,
};
use crate::content::schema::{ChangeKeys, LinkKeys, ReviewKeys};
use crate::content::source::Spanned;

/// `guides/<id>.yaml`.
#[derive(Debug)]
pub struct GuideFile {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub summary: Spanned<String>,
    pub order: Spanned<i64>,
    pub purpose: Option<Spanned<GuidePurpose>>,
    pub sections: Vec<SectionKeys>,
    pub roles: Vec<Spanned<String>>,
    pub sources: Vec<Spanned<String>>,
    pub changed: Vec<ChangeKeys>,
    pub review: ReviewKeys,
}

impl Record for GuideFile {
    const NAME: &'static str = "guide";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required("id", &IdText),
            title: fields.required("title", &PlainText),
            summary: fields.required("summary", &PlainText),
            order: fields.required("order", &Integer),
            purpose: fields.optional("purpose", &ClosedWord::new()),
            sections: fields.non_empty("sections", &Group::new()),
            roles: fields.list("roles", &ReferenceTo(ReferenceTarget::Role, "the guide names a role")),
            sources: fields.sources(),
            changed: fields.list("changed", &Group::new()),
            review: ReviewKeys::read(fields),
        }
    }
}

/// A part of a guide.
#[derive(Debug)]
pub struct SectionKeys {
    pub title: Spanned<String>,
    pub body: Spanned<Prose>,
    pub more_at: Vec<Spanned<String>>,
    pub links: Vec<LinkKeys>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for SectionKeys {
    const NAME: &'static str = "section";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            title: fields.required("title", &PlainText),
            body: fields.required("body", &MarkdownText),
            more_at: fields
                .list("more_at", &ReferenceTo(ReferenceTarget::Organisation, "this sends readers to an organisation")),
            links: fields.list("links", &Group::new()),
            sources: fields.sources(),
        }
    }
}
