//! The input and outputs of decoding a file.

use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::source::{SourceFile, Span, Spanned};

/// The input and outputs of decoding one file, besides its values.
pub struct DecodeContext<'n> {
    /// The file.
    pub source: &'n SourceFile,
    /// Its faults.
    pub sink: &'n mut DiagnosticSink,
    /// Its references to other files.
    pub references: &'n mut Vec<Reference>,
}

/// A reference from one file to an entity of another, checked when all files are decoded.
#[derive(Debug)]
pub struct Reference {
    /// The kind of the entity.
    pub to: ReferenceTarget,
    /// What refers to it.
    pub by: Referrer,
}

/// What refers to an entity.
#[derive(Debug)]
pub enum Referrer {
    /// An id, or the path of a page, with the words of the message before "that does not exist".
    Id(&'static str, Spanned<String>),
    /// The key of a list that needs an id and has none.
    EmptyList(&'static str, Span),
}

impl Reference {
    /// A reference by an id, or by the path of a page.
    pub fn by_id(to: ReferenceTarget, said: &'static str, id: Spanned<String>) -> Self {
        Self { to, by: Referrer::Id(said, id) }
    }

    /// A list that needs an id and has none.
    pub fn to_nothing(to: ReferenceTarget, key: &'static str, span: Span) -> Self {
        Self { to, by: Referrer::EmptyList(key, span) }
    }
}

/// The kinds of entities that can be referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReferenceTarget {
    /// A role.
    Role,
    /// A level.
    Level,
    /// A setting.
    Setting,
    /// A qualification.
    Qualification,
    /// A kind of contact.
    Contact,
    /// A role or a qualification.
    Beginning,
    /// A category.
    Category,
    /// A source.
    Source,
    /// An organisation.
    Organisation,
    /// A figure.
    Fact,
    /// A qualification, or the starting point of registered professionals.
    StartingPoint,
    /// A list of words of the matcher.
    WordList,
    /// A scheme of pay.
    PayScheme,
    /// A band of a scheme of pay, or a scheme without bands.
    PayChoice,
    /// A guide.
    Guide,
    /// A pathway.
    Pathway,
    /// A page of this site, by its path.
    Page,
}

impl ReferenceTarget {
    /// What such an entity is called, with its article; and the key of a role under which its id stands.
    #[must_use]
    pub fn name(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Role => ("a role", None),
            Self::Level => ("a level", Some("levels")),
            Self::Setting => ("a setting", Some("settings")),
            Self::Qualification | Self::StartingPoint => ("a qualification", None),
            Self::Contact => ("a kind of contact", Some("contact")),
            Self::Beginning => ("a role or qualification", None),
            Self::Category => ("a category", Some("categories")),
            Self::Source => ("a source", Some("sources")),
            Self::Organisation => ("an organisation", Some("more_at")),
            Self::Fact => ("a figure", None),
            Self::WordList => ("a word list", None),
            Self::PayScheme => ("a scheme of pay", None),
            Self::PayChoice => ("a band or scheme of pay", None),
            Self::Guide => ("a guide", None),
            Self::Pathway => ("a pathway", None),
            Self::Page => ("a page", None),
        }
    }
}
