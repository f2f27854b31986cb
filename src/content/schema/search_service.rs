//! `links.yaml`: searches of other sites.

use crate::catalogue::model::search_service::{SearchPattern, SearchPurpose};
use crate::content::decode::{ClosedWord, Fields, IdText, PlainText, Record, SearchAddress};
use crate::content::source::Spanned;

/// An entry of `links.yaml`.
#[derive(Debug)]
pub struct SearchServiceEntry {
    pub id: Spanned<String>,
    pub name: Spanned<String>,
    pub finds: Spanned<SearchPurpose>,
    pub address: Spanned<SearchPattern>,
}

impl Record for SearchServiceEntry {
    const NAME: &'static str = "search of another site";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required("id", &IdText),
            name: fields.required("name", &PlainText),
            finds: fields.required("finds", &ClosedWord::new()),
            address: fields.required("address", &SearchAddress),
        }
    }
}
