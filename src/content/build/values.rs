//! Conversions of decoded values that several parts share.

use crate::catalogue::model::months::Months;
use crate::catalogue::model::reference::{Change, Link, Review};
use crate::content::build::resolver::{Resolver, UnresolvedName};
use crate::content::schema::{ChangeKeys, LinkKeys, MonthsKeys, ReviewKeys};
use crate::content::source::Spanned;

/// A link.
pub fn link(names: &Resolver, link: LinkKeys) -> Result<Link, UnresolvedName> {
    Ok(Link { title: link.title.value, url: link.url.value, sources: names.sources(&link.sources)? })
}

/// A change.
pub fn change(names: &Resolver, change: ChangeKeys) -> Result<Change, UnresolvedName> {
    Ok(Change {
        text: change.text.value,
        url: change.url.value,
        published: optional(change.published),
        read: change.read.value,
        sources: names.sources(&change.sources)?,
    })
}

/// Builds each item of a list.
pub fn each<T, U>(items: Vec<T>, build: impl Fn(T) -> Result<U, UnresolvedName>) -> Result<Vec<U>, UnresolvedName> {
    items.into_iter().map(build).collect()
}

/// Builds each item of a list, which is told its position.
pub fn numbered<T, U>(
    items: Vec<T>,
    build: impl Fn(usize, T) -> Result<U, UnresolvedName>,
) -> Result<Vec<U>, UnresolvedName> {
    items.into_iter().enumerate().map(|(position, item)| build(position, item)).collect()
}

/// A length of time.
pub fn months(months: MonthsKeys) -> Months {
    Months { from: months.from.value, to: optional(months.to) }
}

/// The dates of a review.
pub fn review(review: &ReviewKeys) -> Review {
    Review { reviewed: review.reviewed.value, review_by: review.review_by.value }
}

/// An optional value without its span.
pub fn optional<T>(value: Option<Spanned<T>>) -> Option<T> {
    value.map(|value| value.value)
}

/// Values without their spans.
pub fn values<T>(values: Vec<Spanned<T>>) -> Vec<T> {
    values.into_iter().map(|value| value.value).collect()
}
