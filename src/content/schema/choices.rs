//! Choices of filters, one key for each facet: what a synonym means and what an answer of the matcher looks for.

use crate::catalogue::filter::Facet;
use crate::catalogue::model::job_check::JobCheckKind;
use crate::catalogue::model::vocabulary::{EntryKind, MarkKind, RegistrationNeed, Term};
use crate::catalogue::model::working_time::WorkPattern;
use crate::content::decode::{ClosedWord, Fields, OneOrMore, ReferenceTarget, ReferenceTo};
use crate::content::source::Spanned;

/// How a reference to each list is called in a diagnostic, to stand before "that does not exist".
#[derive(Debug)]
pub struct ChoicePhrases {
    pub level: &'static str,
    pub setting: &'static str,
    pub category: &'static str,
    pub contact: &'static str,
    pub start: &'static str,
    pub pay: &'static str,
}

/// The choices of each facet whose key is there: one, or a list of alternatives.
pub fn choices(fields: &mut Fields<'_, '_>, said: &ChoicePhrases) -> Vec<(Facet, Spanned<String>)> {
    let mut choices = Vec::new();
    for facet in Facet::ALL {
        let mut refer = |to, said| fields.optional(facet.key(), &OneOrMore(ReferenceTo(to, said)));
        let chosen = match facet {
            Facet::Level => refer(ReferenceTarget::Level, said.level),
            Facet::Setting => refer(ReferenceTarget::Setting, said.setting),
            Facet::Category => refer(ReferenceTarget::Category, said.category),
            Facet::Contact => refer(ReferenceTarget::Contact, said.contact),
            Facet::Start => refer(ReferenceTarget::StartingPoint, said.start),
            Facet::Route => words::<EntryKind>(fields, facet),
            Facet::Registration => words::<RegistrationNeed>(fields, facet),
            Facet::Pay => refer(ReferenceTarget::PayChoice, said.pay),
            Facet::Hours => words::<WorkPattern>(fields, facet),
            Facet::Checks => words::<JobCheckKind>(fields, facet),
            Facet::Mark => words::<MarkKind>(fields, facet),
        };
        choices.extend(chosen.into_iter().flatten().map(|choice| (facet, choice)));
    }
    choices
}

fn words<T: Term>(fields: &mut Fields<'_, '_>, facet: Facet) -> Option<Vec<Spanned<String>>> {
    let words = fields.optional(facet.key(), &OneOrMore(ClosedWord::<T>::new()))?;
    Some(words.into_iter().map(|word| word.with(word.value.id().to_owned())).collect())
}
