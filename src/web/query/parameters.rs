//! The parameters of open data, read strictly: a script should hear of a slip, where a visitor is shown the nearest page.

use std::collections::BTreeSet;

use crate::catalogue::Catalogue;
use crate::catalogue::filter::Facet;
use crate::catalogue::journeys::Preference;
use crate::catalogue::model::did_you_mean::Misspelt;
use crate::catalogue::search::LONGEST_SEARCH;
use crate::web::links;
use crate::web::query::arrangement::Sort;
use crate::web::query::paging;
use crate::web::query::{AS_TYPED, WORDS};

/// The value of a parameter that is either there or not.
const YES: &str = "yes";
/// A longer title or id names no role.
const LONGEST_NAME: usize = 200;
/// So many words are suggested.
const MOST_MEANT: usize = 3;
/// A wrong text is shown so far.
const LONGEST_SHOWN: usize = 100;

/// A parameter that an address takes.
#[derive(Clone, Debug)]
pub struct Parameter<'a> {
    /// Its name.
    pub name: &'static str,
    /// Its values.
    pub takes: Takes<'a>,
    /// Whether it may be given more than once, each time with another value.
    pub repeats: bool,
}

/// The values of a parameter.
#[derive(Clone, Debug)]
pub enum Takes<'a> {
    /// One of these.
    Choice(Vec<&'a str>),
    /// One of these, or the id of a role.
    ChoiceOrRole(Vec<&'a str>),
    /// Words, at most so many letters; none are as good as no parameter.
    Words(usize),
    /// A name, at most so many letters.
    Name(usize),
    /// A whole number from the first to the last.
    Number(usize, usize),
}

/// What is wrong with a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongParameter {
    /// The parameter, as given.
    pub parameter: String,
    /// Its value, as given.
    pub value: String,
    /// What is wrong.
    pub fault: ParameterFault,
    /// The names or values there are, where they are few.
    pub choose_from: Vec<String>,
    /// Those that may have been meant, the nearest first.
    pub did_you_mean: Vec<String>,
}

/// Why a parameter is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterFault {
    /// The address takes no parameter of this name.
    UnknownName,
    /// It is none of the values.
    UnknownValue,
    /// It has no value.
    Empty,
    /// It has more letters than this.
    TooLong(usize),
    /// It is no whole number from the first to the last.
    NoNumber(usize, usize),
    /// It is given twice, or twice with one value.
    Repeated,
}

impl ParameterFault {
    /// Its name in JSON.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownName => "unknown-parameter",
            Self::UnknownValue | Self::Empty | Self::TooLong(_) | Self::NoNumber(..) => "unknown-value",
            Self::Repeated => "repeated-parameter",
        }
    }
}

/// The parameters of a list of roles.
#[must_use]
pub fn of_roles(catalogue: &Catalogue) -> Vec<Parameter<'_>> {
    let facet = |facet: Facet| {
        let options = catalogue.filters().options(facet).collect();
        let takes = if facet == Facet::Start { Takes::ChoiceOrRole(options) } else { Takes::Choice(options) };
        Parameter { name: facet.key(), takes, repeats: true }
    };
    let words = Parameter { name: WORDS, takes: Takes::Words(LONGEST_SEARCH), repeats: false };
    let as_typed = Parameter { name: AS_TYPED, takes: Takes::Choice(vec![YES]), repeats: false };
    let sort = Parameter { name: Sort::KEY, takes: Takes::Choice(Sort::ids().collect()), repeats: false };
    [words, as_typed].into_iter().chain(Facet::ALL.map(facet)).chain([sort]).chain(of_pages()).collect()
}

/// The parameters of a list that comes in pages.
#[must_use]
pub fn of_pages() -> Vec<Parameter<'static>> {
    let number = |name, least, most| Parameter { name, takes: Takes::Number(least, most), repeats: false };
    vec![number(paging::LIMIT, 1, paging::MOST), number(paging::OFFSET, 0, paging::LAST)]
}

/// The parameters of a question for journeys.
#[must_use]
pub fn of_journeys(catalogue: &Catalogue) -> Vec<Parameter<'_>> {
    let end = |name| Parameter { name, takes: Takes::Name(LONGEST_NAME), repeats: false };
    let wish = |wish: Preference| match wish {
        Preference::KeepEarning | Preference::NoDegree => {
            Parameter { name: wish.key(), takes: Takes::Choice(vec![YES]), repeats: false }
        }
        Preference::Settings => {
            let settings = catalogue.settings().iter().map(|info| info.id.as_str()).collect();
            Parameter { name: wish.key(), takes: Takes::Choice(settings), repeats: true }
        }
    };
    [links::FROM, links::TO].map(end).into_iter().chain(Preference::ALL.map(wish)).collect()
}

/// Checks every pair of a query against the parameters that its address takes.
///
/// # Errors
///
/// What is wrong, in the order of the query, each name and value once.
pub fn check(
    catalogue: &Catalogue,
    pairs: &[(String, String)],
    parameters: &[Parameter<'_>],
) -> Result<(), Vec<WrongParameter>> {
    let (mut wrong, mut seen_names, mut seen_pairs) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for (name, value) in pairs {
        let parameter = parameters.iter().find(|parameter| parameter.name == name);
        let (is_first_of_name, is_first) = (seen_names.insert(name), seen_pairs.insert((name, value)));
        let fault = match parameter {
            None => Some(ParameterFault::UnknownName),
            Some(parameter) if !is_first || !is_first_of_name && !parameter.repeats => Some(ParameterFault::Repeated),
            Some(parameter) => parameter.takes.fault(catalogue, value),
        };
        let Some(fault) = fault else { continue };
        let (choose_from, did_you_mean) = match (parameter, fault) {
            (_, ParameterFault::UnknownName) => {
                let names: Vec<&str> = parameters.iter().map(|parameter| parameter.name).collect();
                (owned(&names), nearest(name, &names))
            }
            (Some(parameter), ParameterFault::UnknownValue) => parameter.takes.suggestions(catalogue, value),
            _ => (vec![], vec![]),
        };
        let found = WrongParameter { parameter: shown(name), value: shown(value), fault, choose_from, did_you_mean };
        if !wrong.contains(&found) {
            wrong.push(found);
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

impl Takes<'_> {
    fn fault(&self, catalogue: &Catalogue, value: &str) -> Option<ParameterFault> {
        let is_longer_than = |most: usize| value.chars().count() > most;
        match self {
            Self::Words(most) | Self::Name(most) if is_longer_than(*most) => Some(ParameterFault::TooLong(*most)),
            Self::Words(_) => None,
            _ if value.trim().is_empty() => Some(ParameterFault::Empty),
            Self::Name(_) => None,
            Self::Choice(choices) => (!choices.contains(&value)).then_some(ParameterFault::UnknownValue),
            Self::ChoiceOrRole(choices) => {
                let is_known = choices.contains(&value) || catalogue.graph().named(value).is_some();
                (!is_known).then_some(ParameterFault::UnknownValue)
            }
            Self::Number(least, most) => {
                let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
                let number = value.parse().ok().filter(|number| is_number && (least..=most).contains(&number));
                number.is_none().then_some(ParameterFault::NoNumber(*least, *most))
            }
        }
    }

    /// The values there are, and those that may have been meant.
    fn suggestions(&self, catalogue: &Catalogue, value: &str) -> (Vec<String>, Vec<String>) {
        match self {
            Self::Choice(choices) => (owned(choices), nearest(value, choices)),
            Self::ChoiceOrRole(choices) => {
                let roles = catalogue.graph().nearest(value, MOST_MEANT);
                let roles = roles.into_iter().map(|role| role.id.to_string());
                (owned(choices), nearest(value, choices).into_iter().chain(roles).take(MOST_MEANT).collect())
            }
            Self::Words(_) | Self::Name(_) | Self::Number(..) => (vec![], vec![]),
        }
    }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

fn shown(text: &str) -> String {
    text.chars().take(LONGEST_SHOWN).collect()
}

/// The words that may have been meant by another, the nearest first.
#[must_use]
pub fn nearest(written: &str, words: &[&str]) -> Vec<String> {
    let Some(misspelt) = Misspelt::new(written) else { return vec![] };
    let mut near: Vec<_> = words.iter().filter_map(|&word| Some((misspelt.nearness(word)?, word))).collect();
    near.sort();
    near.into_iter().take(MOST_MEANT).map(|(_, word)| word.to_owned()).collect()
}
