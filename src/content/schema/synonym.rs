//! `synonyms.yaml`: the words people say.

use crate::catalogue::filter::Facet;
use crate::content::decode::{Fields, Group, PlainText, Record, ReferenceTarget, ReferenceTo};
use crate::content::schema::choices::{ChoicePhrases, choices};
use crate::content::source::Spanned;

/// An entry of `synonyms.yaml`.
#[derive(Debug)]
pub struct SynonymEntry {
    pub say: Vec<Spanned<String>>,
    pub language: Option<Spanned<String>>,
    pub roles: Vec<Spanned<String>>,
    pub words: Vec<Spanned<String>>,
    pub filter: Vec<(Facet, Spanned<String>)>,
    pub guides: Vec<Spanned<String>>,
    pub pathways: Vec<Spanned<String>>,
    pub organisations: Vec<Spanned<String>>,
    pub note: Option<Spanned<String>>,
}

impl Record for SynonymEntry {
    const NAME: &'static str = "synonym";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            say: fields.non_empty("say", &PlainText),
            language: fields.optional("language", &PlainText),
            roles: fields.list("roles", &ReferenceTo(ReferenceTarget::Role, "people say this for a role")),
            words: fields.list("words", &PlainText),
            filter: fields.optional("filter", &Group::new()).map_or_else(Vec::new, |FilterKeys(choices)| choices),
            guides: fields.list("guides", &ReferenceTo(ReferenceTarget::Guide, "people say this for a guide")),
            pathways: fields.list("pathways", &ReferenceTo(ReferenceTarget::Pathway, "people say this for a pathway")),
            organisations: fields.list(
                "organisations",
                &ReferenceTo(ReferenceTarget::Organisation, "people say this for an organisation"),
            ),
            note: fields.optional("note", &PlainText),
        }
    }
}

/// What a choice under `filter` is said to be where it does not exist.
const MEANINGS: ChoicePhrases = ChoicePhrases {
    level: "people say this for a level",
    setting: "people say this for a setting",
    category: "people say this for a category",
    contact: "people say this for a kind of contact",
    start: "people say this for a qualification",
    pay: "people say this for a pay band",
};

/// The choices under `filter`.
struct FilterKeys(Vec<(Facet, Spanned<String>)>);

impl Record for FilterKeys {
    const NAME: &'static str = "filter";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self(choices(fields, &MEANINGS))
    }
}
