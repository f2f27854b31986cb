//! Conversions of decoded values that several parts share.

use crate::catalogue::model::ids::{OrganisationId, RoleId, SourceId};
use crate::catalogue::model::months::Months;
use crate::catalogue::model::reference::{Link, Review};
use crate::content::schema::{LinkKeys, MonthsKeys, ReviewKeys};
use crate::content::source::Spanned;

/// A link.
pub fn link(link: LinkKeys) -> Link {
    Link { title: link.title.value, url: link.url.value, sources: sources(link.sources) }
}

/// A length of time.
pub fn months(months: MonthsKeys) -> Months {
    Months { from: months.from.value, to: optional(months.to) }
}

/// The dates of a review.
pub fn review(review: &ReviewKeys) -> Review {
    Review { reviewed: review.reviewed.value, review_by: review.review_by.value }
}

/// Ids of sources.
pub fn sources(ids: Vec<Spanned<String>>) -> Vec<SourceId> {
    ids.into_iter().map(|id| SourceId(id.value)).collect()
}

/// Ids of organisations.
pub fn organisations(ids: Vec<Spanned<String>>) -> Vec<OrganisationId> {
    ids.into_iter().map(|id| OrganisationId(id.value)).collect()
}

/// Ids of roles.
pub fn roles(ids: Vec<Spanned<String>>) -> Vec<RoleId> {
    ids.into_iter().map(|id| RoleId(id.value)).collect()
}

/// An optional value without its span.
pub fn optional<T>(value: Option<Spanned<T>>) -> Option<T> {
    value.map(|value| value.value)
}

/// Values without their spans.
pub fn values<T>(values: Vec<Spanned<T>>) -> Vec<T> {
    values.into_iter().map(|value| value.value).collect()
}
