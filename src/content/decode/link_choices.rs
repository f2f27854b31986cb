//! What a link to a page of this site chooses there: the values of its query.

use crate::catalogue::filter::{Facet, REGISTERED};
use crate::catalogue::model::job_check::JobCheckKind;
use crate::catalogue::model::vocabulary::{EntryKind, MarkKind, RegistrationNeed, Term};
use crate::catalogue::model::working_time::WorkPattern;
use crate::content::decode::context::ReferenceTarget;
use crate::site_map::{EMBED_JOURNEYS, JOURNEYS, MAP, ROLE_KEY};

/// One value of a query.
pub(super) enum LinkChoice<'h> {
    /// The id of an entity of the data.
    Of(ReferenceTarget, &'h str),
    /// A word that is not in the closed list of its key, with those that are.
    Unknown { key: &'static str, value: &'h str, known: String },
}

/// The values of the query of a link whose keys name something: facets, roles and the ends of a journey. A value that is empty or has
/// escapes is not looked at, and neither are words that are searched for.
pub(super) fn choices(href: &str) -> impl Iterator<Item = LinkChoice<'_>> {
    let (path, query) = href.split('#').next().unwrap_or_default().split_once('?').unwrap_or((href, ""));
    let has_ends = [JOURNEYS, EMBED_JOURNEYS, MAP].contains(&path);
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(_, value)| !value.is_empty() && !value.contains(['%', '+'])).filter_map(
        move |(key, value)| match key {
            "from" if has_ends => (value != REGISTERED).then_some(LinkChoice::Of(ReferenceTarget::Beginning, value)),
            "to" if has_ends => Some(LinkChoice::Of(ReferenceTarget::Role, value)),
            ROLE_KEY => Some(LinkChoice::Of(ReferenceTarget::Role, value)),
            _ => of_facet(Facet::from_key(key)?, value),
        },
    )
}

fn of_facet(facet: Facet, value: &str) -> Option<LinkChoice<'_>> {
    let refers = |to| Some(LinkChoice::Of(to, value));
    match facet {
        Facet::Level => refers(ReferenceTarget::Level),
        Facet::Setting => refers(ReferenceTarget::Setting),
        Facet::Category => refers(ReferenceTarget::Category),
        Facet::Contact => refers(ReferenceTarget::Contact),
        Facet::Start => refers(ReferenceTarget::StartingPoint),
        Facet::Pay => refers(ReferenceTarget::PayChoice),
        Facet::Route => of_words::<EntryKind>(facet, value),
        Facet::Registration => of_words::<RegistrationNeed>(facet, value),
        Facet::Hours => of_words::<WorkPattern>(facet, value),
        Facet::Checks => of_words::<JobCheckKind>(facet, value),
        Facet::Mark => of_words::<MarkKind>(facet, value),
    }
}

fn of_words<T: Term>(facet: Facet, value: &str) -> Option<LinkChoice<'_>> {
    let known = || T::ALL.iter().map(|word| word.id()).collect::<Vec<_>>().join(", ");
    T::from_id(value).is_none().then(|| LinkChoice::Unknown { key: facet.key(), value, known: known() })
}
