//! `synonyms.yaml`: the words people say.

use crate::catalogue::filter::Facet;
use crate::catalogue::model::vocabulary::{EntryKind, MarkKind, RegistrationNeed, Term};
use crate::content::decode::{ClosedWord, Fields, Group, PlainText, Record, ReferenceTarget, ReferenceTo};
use crate::content::source::Spanned;

/// An entry of `synonyms.yaml`.
#[derive(Debug)]
pub struct SynonymEntry {
    pub say: Vec<Spanned<String>>,
    pub roles: Vec<Spanned<String>>,
    pub words: Vec<Spanned<String>>,
    pub filter: Vec<(Facet, Spanned<String>)>,
}

impl Record for SynonymEntry {
    const NAME: &'static str = "synonym";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            say: fields.non_empty("say", &PlainText),
            roles: fields.list("roles", &ReferenceTo(ReferenceTarget::Role, "people say this for a role")),
            words: fields.list("words", &PlainText),
            filter: fields.optional("filter", &Group::new()).map_or_else(Vec::new, |FilterKeys(choices)| choices),
        }
    }
}

/// One choice for each facet that is named.
struct FilterKeys(Vec<(Facet, Spanned<String>)>);

impl Record for FilterKeys {
    const NAME: &'static str = "filter";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let choices = Facet::ALL.map(|facet| {
            let mut refer = |to, said| fields.optional(facet.key(), &ReferenceTo(to, said));
            let choice = match facet {
                Facet::Level => refer(ReferenceTarget::Level, "people say this for a level"),
                Facet::Setting => refer(ReferenceTarget::Setting, "people say this for a setting"),
                Facet::Category => refer(ReferenceTarget::Category, "people say this for a category"),
                Facet::Contact => refer(ReferenceTarget::Contact, "people say this for a kind of contact"),
                Facet::Start => refer(ReferenceTarget::Qualification, "people say this for a qualification"),
                Facet::Route => word::<EntryKind>(fields, facet),
                Facet::Registration => word::<RegistrationNeed>(fields, facet),
                Facet::Mark => word::<MarkKind>(fields, facet),
            };
            choice.map(|choice| (facet, choice))
        });
        Self(choices.into_iter().flatten().collect())
    }
}

fn word<T: Term>(fields: &mut Fields<'_, '_>, facet: Facet) -> Option<Spanned<String>> {
    fields.optional(facet.key(), &ClosedWord::<T>::new()).map(|word| word.with(word.value.id().to_owned()))
}
