//! A guide file.

use super::{LinkKeys, ReviewKeys};
use crate::content::reader::Fields;
use crate::content::source::{At, Place};

/// `guides/<id>.yaml`.
#[derive(Debug)]
pub struct GuideFile {
    pub grip: Place,
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
            grip: fields.grip,
            id: fields.id("id"),
            title: fields.text("title"),
            summary: fields.text("summary"),
            order: fields.number("order"),
            sections: fields.some_records("sections", "section", SectionKeys::read),
            roles: fields.ids("roles"),
            sources: fields.sources(),
            review: ReviewKeys::read(fields),
        }
    }
}

/// A part of a guide.
#[derive(Debug)]
pub struct SectionKeys {
    pub title: At<String>,
    pub body: At<String>,
    pub more_at: Vec<At<String>>,
    pub links: Vec<LinkKeys>,
    pub sources: Vec<At<String>>,
}

impl SectionKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            title: fields.text("title"),
            body: fields.markdown("body"),
            more_at: fields.ids("more_at"),
            links: fields.records("links", "link", LinkKeys::read),
            sources: fields.sources(),
        }
    }
}
