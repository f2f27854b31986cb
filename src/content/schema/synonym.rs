//! `synonyms.yaml`: the words people say.

use crate::catalogue::filter::Facet;
use crate::catalogue::model::vocabulary::{
    Contact, EntryKind, Level, MarkKind, Qualification, RegistrationNeed, Setting, Term,
};
use crate::content::decode::{Fields, ReferenceTarget};
use crate::content::source::Spanned;

/// An entry of `synonyms.yaml`.
#[derive(Debug)]
pub struct SynonymEntry {
    pub say: Vec<Spanned<String>>,
    pub roles: Vec<Spanned<String>>,
    pub words: Vec<Spanned<String>>,
    pub filter: Vec<(Facet, Spanned<String>)>,
}

impl SynonymEntry {
    /// Reads one.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            say: fields.some_texts("say"),
            roles: fields.refer_each("roles", ReferenceTarget::Role, "people say this for a role"),
            words: fields.texts("words"),
            filter: fields.optional_record("filter", "filter", choices).unwrap_or_default(),
        }
    }
}

/// One choice for each facet that is named.
fn choices(fields: &mut Fields<'_, '_>) -> Vec<(Facet, Spanned<String>)> {
    let choices = Facet::ALL.map(|facet| {
        let choice = match facet {
            Facet::Level => word::<Level>(fields, facet),
            Facet::Setting => word::<Setting>(fields, facet),
            Facet::Category => {
                fields.optional_refer(facet.key(), ReferenceTarget::Category, "people say this for a category")
            }
            Facet::Contact => word::<Contact>(fields, facet),
            Facet::Start => word::<Qualification>(fields, facet),
            Facet::Route => word::<EntryKind>(fields, facet),
            Facet::Registration => word::<RegistrationNeed>(fields, facet),
            Facet::Mark => word::<MarkKind>(fields, facet),
        };
        choice.map(|choice| (facet, choice))
    });
    choices.into_iter().flatten().collect()
}

fn word<T: Term>(fields: &mut Fields<'_, '_>, facet: Facet) -> Option<Spanned<String>> {
    fields.optional_word::<T>(facet.key()).map(|word| word.with(word.value.id().to_owned()))
}
