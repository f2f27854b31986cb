//! A guide file.

use super::{LinkKeys, ReviewKeys};
use crate::catalogue::text::Prose;
use crate::content::reader::{Fields, To};
use crate::content::source::At;

/// `guides/<id>.yaml`.
#[derive(Debug)]
pub struct GuideFile {
    pub id: At<String>,
    pub title: At<String>,
    pub summary: At<String>,
    pub order: At<i64>,
    pub sections: Vec<SectionKeys>,
    pub roles: Vec<At<String>>,
    pub sources: Vec<At<String>>,
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
            roles: fields.refer_each("roles", To::Role, "the guide names a role"),
            sources: fields.sources(),
            review: ReviewKeys::read(fields),
        }
    }
}

/// A part of a guide.
#[derive(Debug)]
pub struct SectionKeys {
    pub title: At<String>,
    pub body: At<Prose>,
    pub more_at: Vec<At<String>>,
    pub links: Vec<LinkKeys>,
    pub sources: Vec<At<String>>,
}

impl SectionKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            title: fields.text("title"),
            body: fields.markdown("body"),
            more_at: fields.refer_each("more_at", To::Organisation, "this sends readers to an organisation"),
            links: fields.records("links", "link", LinkKeys::read),
            sources: fields.sources(),
        }
    }
}
