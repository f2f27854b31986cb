//! A guide: a page of guidance.

use crate::catalogue::model::indexes::{FigureIndex, OrganisationIndex, RoleIndex, SourceIndex};
use crate::catalogue::model::reference::{Change, GuideId, Link, Review};
use crate::catalogue::model::text::Prose;
use crate::catalogue::model::vocabulary::GuidePurpose;

/// A page of guidance.
#[derive(Clone, Debug)]
pub struct Guide {
    /// Its id.
    pub id: GuideId,
    /// Its title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Where it stands in the list of guides.
    pub order: i64,
    /// What else the site links to it for.
    pub purpose: Option<GuidePurpose>,
    /// Its parts, in order.
    pub sections: Vec<GuideSection>,
    /// Roles to look at next.
    pub roles: Vec<RoleIndex>,
    /// The figures that its texts use, once each, by id.
    pub figures: Vec<FigureIndex>,
    /// Where its facts come from.
    pub sources: Vec<SourceIndex>,
    /// What has changed since the sources.
    pub changed: Vec<Change>,
    /// When it was looked over.
    pub review: Review,
}

/// A part of a guide.
#[derive(Clone, Debug)]
pub struct GuideSection {
    /// Its heading.
    pub title: String,
    /// Its text.
    pub body: Prose,
    /// Organisations to turn to.
    pub more_at: Vec<OrganisationIndex>,
    /// Printed addresses.
    pub links: Vec<Link>,
    /// Where its facts come from.
    pub sources: Vec<SourceIndex>,
}
