//! Choices of filters, one key for each facet: what a synonym means and what an answer of the matcher looks for.

use crate::catalogue::filter::Facet;
use crate::catalogue::model::vocabulary::{EntryKind, MarkKind, RegistrationNeed, Term};
use crate::content::decode::{ClosedWord, Fields, ReferenceTarget, ReferenceTo};
use crate::content::source::Spanned;

/// How a reference to each list is called in a diagnostic, to stand before "that does not exist".
#[derive(Debug)]
pub struct ChoicePhrases {
    pub level: &'static str,
    pub setting: &'static str,
    pub category: &'static str,
    pub contact: &'static str,
    pub start: &'static str,
}

/// One choice for each facet whose key is there.
pub fn choices(fields: &mut Fields<'_, '_>, said: &ChoicePhrases) -> Vec<(Facet, Spanned<String>)> {
    let choices = Facet::ALL.map(|facet| {
        let mut refer = |to, said| fields.optional(facet.key(), &ReferenceTo(to, said));
        let choice = match facet {
            Facet::Level => refer(ReferenceTarget::Level, said.level),
            Facet::Setting => refer(ReferenceTarget::Setting, said.setting),
            Facet::Category => refer(ReferenceTarget::Category, said.category),
            Facet::Contact => refer(ReferenceTarget::Contact, said.contact),
            Facet::Start => refer(ReferenceTarget::StartingPoint, said.start),
            Facet::Route => word::<EntryKind>(fields, facet),
            Facet::Registration => word::<RegistrationNeed>(fields, facet),
            Facet::Mark => word::<MarkKind>(fields, facet),
        };
        choice.map(|choice| (facet, choice))
    });
    choices.into_iter().flatten().collect()
}

fn word<T: Term>(fields: &mut Fields<'_, '_>, facet: Facet) -> Option<Spanned<String>> {
    fields.optional(facet.key(), &ClosedWord::<T>::new()).map(|word| word.with(word.value.id().to_owned()))
}
