//! The words of the interface, in one language, from a Fluent file.
//!
//! `data/interface/en-GB.ftl` is the reference: the build script makes a method of [`Interface`] of each of its messages,
//! so that a template or code that uses a message that does not exist does not compile. A data folder may bring a file of
//! its own, in any language; `content` checks that it says all that the reference says.
//!
//! # How to add a message
//!
//! Write it into `data/interface/en-GB.ftl`, under an id that reads like the phrase (`no-way-in`, not `role-17`), and call
//! the method of that name, with `_` for `-`. In templates the interface is called `t`: a page's struct has a field
//! `t: &'a Interface`, filled with `catalogue.interface()`.
//!
//! ```text
//! ways-in = Ways in                                         {{ t.ways_in() }}
//! also-called = Also called: { $titles }.                   {{ t.also_called(titles) }}
//! roles = { $count -> [one] 1 role *[other] { $count } roles }   {{ t.roles(roles.len()) }}
//! see-the-ways-in = No one says. <a>See the ways in</a>.    {{ t.see_the_ways_in("#ways-in") }}
//! ```
//!
//! Variables become parameters, in the order in which they first appear; one that chooses a plural takes a number. A link
//! adds a parameter for its address, after the variables. Text in `<a>`, `<a download>`, `<strong>`, `<em>` and `<code>` is
//! marked, and the method then returns [`Markup`]; no other tag exists. A message without variables is formatted once, when the
//! catalogue is loaded.

mod argument;
mod dates;
mod lists;
mod markup;
pub mod shape;

use std::borrow::Cow;
use std::fmt;

pub use argument::{Argument, Count};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
pub use markup::Markup;
pub use unic_langid::LanguageIdentifier as Language;

/// The language of the reference.
pub const REFERENCE_LANGUAGE: &str = "en-GB";
/// The text of the reference.
pub const REFERENCE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/interface/en-GB.ftl"));

/// What the reference says of one message.
#[derive(Clone, Copy, Debug)]
pub struct MessageSpec {
    /// Its id.
    pub id: &'static str,
    /// The names of its variables.
    pub variables: &'static [&'static str],
    /// How often each tag stands in it.
    pub tags: shape::TagCounts,
    /// Its text, as it stands in the file.
    pub text: &'static str,
}

/// The words of the interface, in one language.
pub struct Interface {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// The messages without variables, by their index in [`MESSAGES`]; the others are empty here.
    fixed: Vec<String>,
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

impl Interface {
    /// The words of a file. What it does not say, or says in a way that is no Fluent, is said in English.
    #[must_use]
    pub fn new(language: Language, text: &str) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.clone()]);
        // The marks would surround each variable in the HTML, in titles and in files for embossers.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource(REFERENCE));
        bundle.add_resource_overriding(resource(text));
        let mut interface = Self { language, bundle, fixed: Vec::new() };
        let fixed = |(index, spec): (usize, &MessageSpec)| {
            if spec.variables.is_empty() { interface.format(index, None).0 } else { String::new() }
        };
        interface.fixed = MESSAGES.iter().enumerate().map(fixed).collect();
        interface
    }

    /// The words inside the program.
    #[must_use]
    pub fn built_in() -> Self {
        Self::new(REFERENCE_LANGUAGE.parse().unwrap_or_default(), "")
    }

    /// The language, as HTML names it.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// What goes wrong when a message is formatted with sample values: references to what is not there, or in a circle.
    #[must_use]
    pub fn faults_of(&self, index: usize) -> Vec<String> {
        let mut arguments = FluentArgs::new();
        for name in MESSAGES.get(index).map_or(&[] as &[&str], |spec| spec.variables) {
            arguments.set(*name, FluentValue::from(1));
        }
        self.format(index, Some(&arguments)).1.iter().map(ToString::to_string).collect()
    }

    /// A message without variables.
    fn fixed(&self, index: usize) -> &str {
        self.fixed.get(index).map_or("", String::as_str)
    }

    /// A message with variables.
    fn filled<const N: usize>(&self, index: usize, values: [(&'static str, FluentValue<'_>); N]) -> String {
        self.format(index, Some(&values.into_iter().collect())).0
    }

    /// A message with markup.
    fn marked<const N: usize, const L: usize>(
        &self,
        index: usize,
        values: [(&'static str, FluentValue<'_>); N],
        addresses: [String; L],
    ) -> Markup {
        let text = if N == 0 {
            self.fixed(index).to_owned()
        } else {
            self.filled(index, values.map(|(name, value)| (name, markup::without_tags(value))))
        };
        Markup::new(text, addresses.into())
    }

    /// A message by its index in [`MESSAGES`], and what went wrong.
    fn format(&self, index: usize, arguments: Option<&FluentArgs<'_>>) -> (String, Vec<FluentError>) {
        let mut faults = Vec::new();
        let pattern =
            MESSAGES.get(index).and_then(|spec| self.bundle.get_message(spec.id)).and_then(|message| message.value());
        let text = pattern.map_or(Cow::Borrowed(""), |it| self.bundle.format_pattern(it, arguments, &mut faults));
        (text.into_owned(), faults)
    }
}

impl fmt::Debug for Interface {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Interface").field("language", &self.language).finish_non_exhaustive()
    }
}

/// What can be read of a file.
fn resource(text: &str) -> FluentResource {
    FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partial, _)| partial)
}

#[cfg(test)]
mod tests {
    use super::{Interface, MESSAGES};

    #[test]
    fn each_message_of_the_reference_can_be_said() {
        let interface = Interface::built_in();
        for (index, spec) in MESSAGES.iter().enumerate() {
            assert_eq!(interface.faults_of(index), Vec::<String>::new(), "{}", spec.id);
        }
    }

    #[test]
    fn a_language_says_what_it_knows_and_english_the_rest() {
        let welsh = Interface::new("cy".parse().unwrap(), "home = Hafan\n");
        assert_eq!(welsh.home(), "Hafan");
        assert_eq!(welsh.privacy(), "Privacy");
    }
}
