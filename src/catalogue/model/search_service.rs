//! Searches of other sites, which a page links to with the words of a role filled in.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::catalogue::model::vocabulary::terms;

terms! {
    /// What a search of another site finds.
    SearchPurpose, "kind of search" {
        /// Jobs.
        Jobs = "jobs", search_for_jobs;
        /// Apprenticeships.
        Apprenticeships = "apprenticeships", search_for_apprenticeships;
        /// Courses below degree level.
        Courses = "courses", search_for_courses;
        /// Courses at universities.
        Degrees = "degrees", search_for_degrees;
    }
}

/// All but the unreserved characters (RFC 3986, section 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A search of another site.
#[derive(Clone, Debug)]
pub struct SearchService {
    /// Its id.
    pub id: String,
    /// The name of the site.
    pub name: String,
    /// What it finds.
    pub purpose: SearchPurpose,
    /// The address of a search.
    pub pattern: SearchPattern,
}

/// A part of a [`SearchPattern`] that is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchVariable {
    /// The words to look for.
    Words,
    /// The place to look near.
    Place,
    /// How far from it, in miles.
    Miles,
}

impl SearchVariable {
    /// Every placeholder.
    pub const ALL: [Self; 3] = [Self::Words, Self::Place, Self::Miles];

    /// Its name between the braces.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Place => "place",
            Self::Miles => "miles",
        }
    }
}

/// The address of a search, with what is to be filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchPattern(Vec<PatternPart>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum PatternPart {
    Fixed(String),
    Filled(SearchVariable),
}

/// Why a text is no [`SearchPattern`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatternError {
    /// It does not begin with `https://` and a host.
    NotHttps,
    /// It has no `{words}`.
    NoWords,
    /// It has a placeholder of another name, or a brace without its counterpart.
    UnknownPlaceholder(String),
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotHttps => f.write_str("the address does not begin with `https://`"),
            Self::NoWords => f.write_str("the address has no place for the words to look for"),
            Self::UnknownPlaceholder(name) => write!(f, "nothing is filled in for `{name}`"),
        }
    }
}

impl fmt::Display for SearchPattern {
    /// The pattern as it was written.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|part| match part {
            PatternPart::Fixed(text) => f.write_str(text),
            PatternPart::Filled(variable) => write!(f, "{{{}}}", variable.name()),
        })
    }
}

impl SearchPattern {
    /// Parses an address with `{words}`, and perhaps `{place}` and `{miles}`, in its path or query.
    ///
    /// # Errors
    /// Why it is none.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        let host = text.strip_prefix("https://").and_then(|rest| rest.split(['/', '?']).next());
        if !host.is_some_and(|host| host.contains('.') && !host.contains(['{', '}', ' ', '@'])) {
            return Err(PatternError::NotHttps);
        }
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(open) = rest.find(['{', '}']) {
            let unknown = || PatternError::UnknownPlaceholder(rest[open..].chars().take(20).collect());
            let inner = rest[open..].strip_prefix('{').ok_or_else(unknown)?;
            let (name, after) = inner.split_once('}').ok_or_else(unknown)?;
            let variable = SearchVariable::ALL
                .into_iter()
                .find(|known| known.name() == name)
                .ok_or_else(|| PatternError::UnknownPlaceholder(format!("{{{name}}}")))?;
            parts.push(PatternPart::Fixed(rest[..open].to_owned()));
            parts.push(PatternPart::Filled(variable));
            rest = after;
        }
        parts.push(PatternPart::Fixed(rest.to_owned()));
        if !parts.contains(&PatternPart::Filled(SearchVariable::Words)) {
            return Err(PatternError::NoWords);
        }
        Ok(Self(parts))
    }

    /// The address with each placeholder replaced by its value, percent-encoded.
    #[must_use]
    pub fn address(&self, value: impl Fn(SearchVariable) -> String) -> String {
        let part = |part: &PatternPart| match part {
            PatternPart::Fixed(text) => text.clone(),
            PatternPart::Filled(variable) => utf8_percent_encode(&value(*variable), RESERVED).to_string(),
        };
        self.0.iter().map(part).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{PatternError, SearchPattern, SearchVariable};

    #[test]
    fn the_words_and_the_place_are_filled_in_and_encoded() {
        let pattern = SearchPattern::parse("https://jobs.test/find?q={words}&near={place}&miles={miles}").unwrap();
        let address = pattern.address(|variable| match variable {
            SearchVariable::Words => "health & care".to_owned(),
            SearchVariable::Place => "Camden".to_owned(),
            SearchVariable::Miles => "10".to_owned(),
        });
        assert_eq!(address, "https://jobs.test/find?q=health%20%26%20care&near=Camden&miles=10");
        assert_eq!(pattern.to_string(), "https://jobs.test/find?q={words}&near={place}&miles={miles}");
    }

    #[test]
    fn an_address_without_https_or_words_or_with_another_placeholder_is_refused() {
        let refused = |text: &str| SearchPattern::parse(text).unwrap_err();
        assert_eq!(refused("http://jobs.test/?q={words}"), PatternError::NotHttps);
        assert_eq!(refused("https://{words}.test/"), PatternError::NotHttps);
        assert_eq!(refused("https://jobs.test/?q=nurse"), PatternError::NoWords);
        assert_eq!(refused("https://jobs.test/?q={word}"), PatternError::UnknownPlaceholder("{word}".to_owned()));
        assert_eq!(refused("https://jobs.test/?q={words"), PatternError::UnknownPlaceholder("{words".to_owned()));
    }
}
