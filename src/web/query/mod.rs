//! The query of an address: read into pairs, and written in canonical order.

pub mod arrangement;
pub mod facets;
pub mod journey_query;
pub mod relaxations;
pub mod role_query;
pub mod role_selection;

use form_urlencoded::Serializer;

use crate::catalogue::filter::RoleFilter;

/// The key of the words to search for.
pub const WORDS: &str = "q";

/// The key that asks for the words just as they are spelled.
pub const AS_TYPED: &str = "as-typed";

/// The pairs of a query, in the order in which they came. Percent signs that mean nothing are taken as they are.
#[must_use]
pub fn pairs(query: Option<&str>) -> Vec<(String, String)> {
    form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect()
}

/// The first value of a key, without white space around it; none where it is empty.
#[must_use]
pub fn first<'p>(pairs: &'p [(String, String)], key: &str) -> Option<&'p str> {
    pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
}

/// The pairs as a list of borrowed texts.
pub fn borrowed(pairs: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    pairs.iter().map(|(key, value)| (key.as_str(), value.as_str()))
}

/// An address with the words and the choices of a filter, in canonical order.
#[must_use]
pub fn address(path: &str, words: Option<&str>, filter: &RoleFilter) -> String {
    let words = words.map(|words| (WORDS, words));
    written(path, words.into_iter().chain(filter.choices().map(|(facet, value)| (facet.key(), value))))
}

/// An address with these pairs as its query.
#[must_use]
pub fn written<'p>(path: &str, pairs: impl IntoIterator<Item = (&'p str, &'p str)>) -> String {
    let query = Serializer::new(String::new()).extend_pairs(pairs).finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// An address with more parameters.
#[must_use]
pub fn with(address: &str, parameters: &str) -> String {
    let joint = if address.contains('?') { '&' } else { '?' };
    format!("{address}{joint}{parameters}")
}
