//! One form for all addresses that mean the same, so that they share one cached response.
//!
//! A page reads the parameters it knows and no others, in any order. The canonical form of a target keeps just those, without
//! empty ones, sorted by key; the values of a filter are a set, so they are sorted too. Handlers see the canonical form
//! alone, so what is left out cannot change a response.

use std::borrow::Cow;

use axum::http::Uri;

use crate::catalogue::Catalogue;
use crate::catalogue::filter::Facet;
use crate::site_map;
use crate::web::links;
use crate::web::pages::{about_data, map, matcher, pack};
use crate::web::query;
use crate::web::query::journey_query::JourneyQuery;
use crate::web::query::role_query::RoleQuery;

/// The canonical form of the path and query of a request. Open data says of an unknown parameter that it is unknown, so
/// its addresses stay as they are.
#[must_use]
pub fn canonical_target<'u>(catalogue: &Catalogue, uri: &'u Uri) -> Cow<'u, str> {
    let path = uri.path();
    let as_given = || uri.path_and_query().map_or(site_map::START, |target| target.as_str());
    if uri.query().is_none() || site_map::is_open_data(path) {
        return Cow::Borrowed(as_given());
    }
    let mut pairs = query::pairs(uri.query());
    pairs.retain(|(key, value)| !value.trim().is_empty() && reads(catalogue, path, key));
    pairs.sort_by(|(key, value), (other, of_other)| {
        let in_set = || if Facet::from_key(key).is_some() { value.cmp(of_other) } else { std::cmp::Ordering::Equal };
        key.cmp(other).then_with(in_set)
    });
    pairs.dedup_by(|pair, before| pair == before && Facet::from_key(&pair.0).is_some());
    Cow::Owned(links::with_query(path, &pairs))
}

/// Whether what the page at a path shows depends on the parameter with this key.
fn reads(catalogue: &Catalogue, path: &str, key: &str) -> bool {
    match path.trim_end_matches('/') {
        site_map::ROLES => RoleQuery::reads(key),
        site_map::MAP => map::reads(key),
        site_map::ABOUT_THE_DATA => about_data::reads(key),
        site_map::JOURNEYS | site_map::EMBED_JOURNEYS => JourneyQuery::reads(key),
        site_map::COMPARE => key == links::ROLE,
        site_map::PACK | site_map::PACK_BRAILLE => pack::reads(key),
        site_map::MATCH => matcher::reads(catalogue, key),
        _ => false,
    }
}
