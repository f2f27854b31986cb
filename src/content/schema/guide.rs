//! A guide file.

use crate::catalogue::model::text::Prose;
use crate::content::decode::{Fields, ReferenceTarget};
use crate::content::schema::{LinkKeys, ReviewKeys};
use crate::content::source::Spanned;

/// `guides/<id>.yaml`.
#[derive(Debug)]
pub struct GuideFile {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub summary: Spanned<String>,
    pub order: Spanned<i64>,
    pub sections: Vec<SectionKeys>,
    pub roles: Vec<Spanned<String>>,
    pub sources: Vec<Spanned<String>>,
    pub review: ReviewKeys,
}

impl GuideFile {
    /// Reads one.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.id("id"),
            title: fields.text("title"),
            summary: fields.text("summary"),
            order: fields.number("order"),
            sections: fields.some_records("sections", "section", SectionKeys::read),
            roles: fields.refer_each("roles", ReferenceTarget::Role, "the guide names a role"),
            sources: fields.sources(),
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

impl SectionKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            title: fields.text("title"),
            body: fields.markdown("body"),
            more_at: fields.refer_each(
                "more_at",
                ReferenceTarget::Organisation,
                "this sends readers to an organisation",
            ),
            links: fields.records("links", "link", LinkKeys::read),
            sources: fields.sources(),
        }
    }
}
