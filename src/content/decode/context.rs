//! The input and outputs of decoding a file.

use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::source::{SourceFile, Spanned};

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
    /// The words of the message before "that does not exist".
    pub said: &'static str,
    /// The id, or the path of a page.
    pub id: Spanned<String>,
}

/// The kinds of entities that can be referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
