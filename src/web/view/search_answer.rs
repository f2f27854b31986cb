//! What a search is told besides the roles it finds: what was understood, what has no answer, and the pages found beside them.

use crate::catalogue::model::reference::Organisation;
use crate::catalogue::model::role::Role;
use crate::catalogue::search::reading::ReadChoice;
use crate::catalogue::search::synonym::PageId;
use crate::catalogue::{Catalogue, Entities};
use crate::interface::Markup;
use crate::web::labels::{choice_label, lower_first};
use crate::web::links;
use crate::web::query::role_query::RoleQuery;

/// A guide, pathway or organisation that a search found.
#[derive(Clone, Debug)]
pub struct FoundPage<'a> {
    /// What it is, for the API.
    pub kind: &'static str,
    /// What it is, for a reader.
    pub called: &'a str,
    /// Its id.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// One sentence about it.
    pub summary: Option<&'a str>,
    /// Where it is: a page of this site, or the organisation's own.
    pub href: Option<String>,
}

/// The pages that a search found, best first.
#[must_use]
pub fn found_pages<'a>(entities: &'a Entities, pages: &[PageId]) -> Vec<FoundPage<'a>> {
    let t = entities.interface();
    let found = |page: &PageId| match page {
        PageId::Guide(id) => entities.guide(id).map(|guide| FoundPage {
            kind: "guide",
            called: t.guide(),
            id: guide.id.as_str(),
            title: &guide.title,
            summary: Some(&guide.summary),
            href: Some(links::guide(&guide.id)),
        }),
        PageId::Pathway(id) => entities.pathway(id).map(|pathway| FoundPage {
            kind: "pathway",
            called: t.pathway(),
            id: pathway.id.as_str(),
            title: &pathway.title,
            summary: Some(&pathway.summary),
            href: Some(links::pathway(&pathway.id)),
        }),
        PageId::Organisation(id) => {
            let organisation = entities.organisations().iter().find(|organisation| organisation.id == *id);
            organisation.map(|organisation| FoundPage {
                kind: "organisation",
                called: t.organisation(),
                id: organisation.id.as_str(),
                title: &organisation.name,
                summary: organisation.about.as_deref(),
                href: organisation.url.clone(),
            })
        }
    };
    pages.iter().filter_map(found).collect()
}

/// A protected title that no role has, to a reader.
#[derive(Clone, Debug)]
pub struct ProtectedAnswer<'a> {
    /// The title, in small letters.
    pub title: &'a str,
    /// Who keeps the register.
    pub register: &'a Organisation,
    /// What is said.
    pub sentence: Markup,
    /// Other jobs in the same kind of work.
    pub related: Vec<&'a Role>,
}

/// What a search for a protected title without a page is told.
#[must_use]
pub fn protected_answer<'a>(asked: &'a RoleQuery<'a>) -> Option<ProtectedAnswer<'a>> {
    let (catalogue, protected) = (asked.catalogue(), asked.protected()?);
    let (t, register) = (catalogue.interface(), catalogue.organisation(protected.register));
    let sentence = match &register.url {
        Some(url) => t.no_page_for_protected_title(&protected.title, &register.name, url),
        None => t.no_page_for_protected_title_of(&protected.title, &register.name),
    };
    let related = protected.related.iter().filter_map(|&role| catalogue.roles().get(role)).collect();
    Some(ProtectedAnswer { title: &protected.title, register, sentence, related })
}

/// The choices that were read in the words, a sentence each.
#[must_use]
pub fn understood(catalogue: &Catalogue, choices: &[ReadChoice]) -> Vec<String> {
    let t = catalogue.interface();
    let sentence = |read: &ReadChoice| {
        let labels = read.choices.iter().map(|(facet, id)| lower_first(&choice_label(catalogue, *facet, id)));
        t.understood_as(&read.said, t.or_list(&labels.collect::<Vec<_>>()))
    };
    choices.iter().map(sentence).collect()
}
