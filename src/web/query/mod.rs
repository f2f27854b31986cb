//! What a visitor asks for, parsed from the query of an address and written back in canonical order.

pub mod arrangement;
pub mod data_list;
pub mod facets;
pub mod journey_query;
pub mod paging;
pub mod parameters;
pub mod relaxations;
pub mod role_query;
pub mod role_selection;

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
