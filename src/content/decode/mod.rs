//! Decodes YAML trees into typed values and reports every fault of a file in one pass.
//!
//! A [`Decoder`] turns one node into one value. [`Fields`] applies decoders to the keys of a map with the combinators
//! `required`, `optional`, `list`, `required_list` and `non_empty`; a [`Record`] is a type that is decoded from such a map.
//! A faulty required value is reported once and replaced by a placeholder. Files with a fault are never built from, so no
//! placeholder reaches the catalogue.

mod context;
mod date_notation;
mod decoder;
mod fields;
mod form;
mod group;
mod link_choices;
mod look;
mod notations;
mod nothing;
mod numbers;
mod one_or_more;
mod references;
mod severities;
mod signs;
mod span_map;
mod values;

pub use context::{DecodeContext, Reference, ReferenceTarget, Referrer};
pub use fields::Fields;
pub use form::{GroupForm, KeyForm, ValueForm};
pub use group::{Group, Record};
pub use look::{HexColour, IconData};
pub use notations::{APPRENTICESHIP, ONET, SOC_2020, SearchAddress, YearMonthOrDay};
pub use numbers::{HourCount, Integer, MonthCount, Points, QualificationLevel, WholeNumber};
pub use one_or_more::OneOrMore;
pub use references::{MarkdownText, PageAddress, ReferenceTo, WebAddress};
pub use severities::SeverityChoices;
pub use span_map::SpanMap;
pub use values::{AsWritten, CalendarDate, ClosedWord, Flag, IdText, LONGEST_TEXT, PlainText, wrong_type};
