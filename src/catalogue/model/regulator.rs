//! Protected job titles, and the registers that the law asks for.

use crate::catalogue::model::indexes::{OrganisationIndex, Qualification, SourceIndex};

/// Words that, beside a protected title, name a job that supports the profession or trains for it.
const SUPPORTING: [&str; 12] = [
    "aide",
    "apprentice",
    "apprenticeship",
    "assistant",
    "helper",
    "pre",
    "receptionist",
    "secretary",
    "student",
    "support",
    "trainee",
    "training",
];

/// Titles that a law protects together, and the register one must be on to use them.
#[derive(Clone, Debug)]
pub struct Regulator {
    /// Who keeps the register.
    pub register: OrganisationIndex,
    /// The name of the Act or Order.
    pub law: String,
    /// The protected titles.
    pub titles: Vec<String>,
    /// Titles that contain a protected one and are not protected by this law.
    pub except: Vec<String>,
    /// The least qualification of everybody who is on the register with one of these titles.
    pub floor: Qualification,
    /// Where that is said.
    pub sources: Vec<SourceIndex>,
}

impl Regulator {
    /// Whether a job title is protected by this law.
    #[must_use]
    pub fn covers(&self, title: &str) -> bool {
        protected_by(&self.titles, &self.except, title).is_some()
    }
}

/// All protected titles that the data knows.
#[derive(Clone, Debug, Default)]
pub struct Regulators(Vec<Regulator>);

impl Regulators {
    /// The list in the order of its file.
    #[must_use]
    pub fn new(regulators: Vec<Regulator>) -> Self {
        Self(regulators)
    }

    /// Every entry.
    pub fn iter(&self) -> impl Iterator<Item = &Regulator> {
        self.0.iter()
    }

    /// Whether the data knows no protected title.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entries that protect a job title.
    pub fn covering(&self, title: &str) -> impl Iterator<Item = &Regulator> {
        self.0.iter().filter(move |regulator| regulator.covers(title))
    }

    /// The least qualification of everybody on a register who has one of these job titles. If none of them is protected, it is
    /// the least of anybody on the register.
    #[must_use]
    pub fn floor<'t>(
        &self,
        register: OrganisationIndex,
        titles: impl Iterator<Item = &'t str> + Clone,
    ) -> Qualification {
        let entries = || self.0.iter().filter(|regulator| regulator.register == register);
        let covered = entries().filter(|regulator| titles.clone().any(|title| regulator.covers(title)));
        let least = || entries().map(|regulator| regulator.floor).min();
        covered.map(|regulator| regulator.floor).max().or_else(least).unwrap_or_default()
    }
}

/// The protected title that a job title contains as whole words, in any number and case.
///
/// `None` if one of `except` is in the job title too, or a word that makes it a job beside the profession: a physiotherapist
/// assistant is no physiotherapist.
pub fn protected_by<'t, T: AsRef<str>>(titles: &'t [T], except: &[T], title: &str) -> Option<&'t T> {
    let words = words(title);
    let contained = |phrase: &str| rest_of(&words, phrase);
    if except.iter().any(|phrase| contained(phrase.as_ref()).is_some()) {
        return None;
    }
    let is_supporting = |word: &&str| SUPPORTING.contains(&word.strip_suffix('s').unwrap_or(word));
    titles.iter().find(|phrase| contained(phrase.as_ref()).is_some_and(|rest| !rest.iter().any(is_supporting)))
}

/// The words of a job title besides those of a phrase, if it contains the phrase.
fn rest_of<'w>(title: &'w [String], phrase: &str) -> Option<Vec<&'w str>> {
    let phrase = words(phrase);
    let is_same = |word: &String, of_phrase: &String| word == of_phrase || word.strip_suffix('s') == Some(of_phrase);
    let len = phrase.len();
    let at = (0..=title.len().checked_sub(len)?).find(|&at| {
        len > 0 && title[at..at + len].iter().zip(&phrase).all(|(word, of_phrase)| is_same(word, of_phrase))
    })?;
    Some(title[..at].iter().chain(&title[at + len..]).map(String::as_str).collect())
}

fn words(text: &str) -> Vec<String> {
    let spelled = text.to_lowercase().replace(['\'', '’'], "");
    spelled.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::protected_by;

    const TITLES: [&str; 7] = [
        "nurse",
        "nursing associate",
        "physiotherapist",
        "dental technician",
        "pharmacy technician",
        "physician assistant",
        "doctor",
    ];

    fn is_protected(title: &str) -> bool {
        protected_by(&TITLES, &["nursery nurse"], title).is_some()
    }

    #[test]
    fn a_protected_title_is_found_among_other_words() {
        for title in [
            "Nurse",
            "General Practice Nurse",
            "Children's nurses",
            "Emergency Medicine Doctor",
            "Dental Technician",
            "First Contact Physiotherapist",
            "Physician Assistant in Anaesthesia",
        ] {
            assert!(is_protected(title), "{title}");
        }
    }

    #[test]
    fn jobs_beside_a_profession_have_no_protected_title() {
        for title in [
            "Nursing Assistant",
            "Pharmacy Assistant",
            "Physiotherapy Assistant",
            "Physiotherapist Assistant",
            "Trainee Nursing Associate",
            "Pre-reg Trainee Pharmacy Technician",
            "Nurse Support Worker",
            "Doctor’s Receptionist",
            "Nursery Nurse",
            "Witch Doctoring Lecturer",
        ] {
            assert!(!is_protected(title), "{title}");
        }
    }
}
