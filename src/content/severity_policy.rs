//! Severities that a site sets in place of those of the codes, under `severity` of `site.yaml`.

use std::collections::BTreeMap;

use crate::content::code::Code;
use crate::content::severity::Severity;

/// What a site may set for a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeverityChoice {
    /// It is reported with this severity.
    Is(Severity),
    /// It is not reported.
    Off,
}

impl SeverityChoice {
    /// Every choice, with its name.
    pub const ALL: [(&str, Self); 3] =
        [("error", Self::Is(Severity::Error)), ("warning", Self::Is(Severity::Warning)), ("off", Self::Off)];

    /// The choice with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == id).map(|(_, choice)| *choice)
    }

    /// Whether a site may set it for this code.
    #[must_use]
    pub fn is_allowed(self, code: Code) -> bool {
        !code.is_binding() || self == Self::Is(Severity::Error)
    }
}

/// The severities that a site sets.
#[derive(Clone, Debug, Default)]
pub struct SeverityPolicy(BTreeMap<Code, SeverityChoice>);

impl SeverityPolicy {
    /// The policy with these choices, without those that no site may make.
    #[must_use]
    pub fn new(choices: impl IntoIterator<Item = (Code, SeverityChoice)>) -> Self {
        Self(choices.into_iter().filter(|(code, choice)| choice.is_allowed(*code)).collect())
    }

    /// The severity of a code; `None` if it is not reported.
    #[must_use]
    pub fn severity(&self, code: Code) -> Option<Severity> {
        match self.0.get(&code) {
            None => Some(code.severity()),
            Some(SeverityChoice::Is(severity)) => Some(*severity),
            Some(SeverityChoice::Off) => None,
        }
    }
}
