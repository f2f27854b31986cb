//! Names: of files, ids and titles.

use std::collections::BTreeMap;

use crate::catalogue::model::reference::slug;
use crate::catalogue::model::vocabulary::Term;
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::raw_data::RawPage;
use crate::content::rules::RuleContext;
use crate::content::source::{Span, Spanned};

/// A file is called as the id in it.
pub fn a_file_is_called_as_its_id(data: &RuleContext<'_>, findings: &mut DiagnosticSink) {
    for (stem, id) in page_ids(data).into_iter().flat_map(|(_, ids)| ids) {
        if id.as_str() != stem {
            let message = format!("this file is called `{stem}.yaml` and its id is {}", quoted(id.as_str()));
            let help = format!("rename the file to `{0}.yaml`, or write `id: {stem}`", id.as_str());
            findings.add(
                Diagnostic::new(Code::FileNameDiffers, id.place, message).label("not the name of the file").help(help),
            );
        }
    }
}

/// An id is used once.
pub fn an_id_is_used_once(data: &RuleContext<'_>, findings: &mut DiagnosticSink) {
    let draft = data.draft;
    let listed: [(&str, Vec<&Spanned<String>>); 4] = [
        ("category", draft.categories.entries.iter().map(|entry| &entry.id).collect()),
        ("source", draft.sources.entries.iter().map(|entry| &entry.id).collect()),
        ("organisation", draft.organisations.entries.iter().map(|entry| &entry.id).collect()),
        ("figure", draft.facts.entries.iter().map(|entry| &entry.id).collect()),
    ];
    let pages = page_ids(data).into_iter().map(|(what, ids)| (what, ids.into_iter().map(|(_, id)| id).collect()));
    for (what, ids) in listed.into_iter().chain(pages) {
        once(what, ids.into_iter().filter(|id| !id.value.is_empty()).map(|id| (id.as_str(), id.place)), findings);
    }
    once("level", draft.levels.entries.iter().filter_map(|entry| word(&entry.id)), findings);
    once("setting", draft.settings.entries.iter().filter_map(|entry| word(&entry.id)), findings);
    once("qualification", draft.qualifications.entries.iter().filter_map(|entry| word(&entry.id)), findings);
}

fn word<T: Term>(id: &Option<Spanned<T>>) -> Option<(&'static str, Span)> {
    id.as_ref().map(|id| (id.value.id(), id.place))
}

fn once<'a>(what: &str, ids: impl Iterator<Item = (&'a str, Span)>, findings: &mut DiagnosticSink) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for (id, place) in ids {
        match seen.get(id) {
            Some(first) => findings.add(
                Diagnostic::new(Code::DuplicateId, place, format!("two {} have the id {}", plural(what), quoted(id)))
                    .label("the second")
                    .related(*first, "the first")
                    .help("give one of them another id, or take it away"),
            ),
            None => {
                seen.insert(id, place);
            }
        }
    }
}

fn plural(what: &str) -> String {
    what.strip_suffix('y').map_or_else(|| format!("{what}s"), |stem| format!("{stem}ies"))
}

/// No two roles share a title, another title or an address, capitals aside.
pub fn a_title_is_used_once(data: &RuleContext<'_>, findings: &mut DiagnosticSink) {
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    for (_, role) in data.draft.role_files() {
        for title in std::iter::once(&role.title).chain(&role.other_titles).filter(|title| !title.value.is_empty()) {
            match seen.get(&key(title.as_str())) {
                Some(first) => findings.add(
                    Diagnostic::new(
                        Code::DuplicateTitle,
                        title.place,
                        format!("{} names two roles", quoted(title.as_str())),
                    )
                    .label("the second time")
                    .related(*first, "the first time")
                    .help("people find roles by their titles: say how the two differ, or make them one role"),
                ),
                None => {
                    seen.insert(key(title.as_str()), title.place);
                }
            }
        }
    }
}

/// What two titles have in common that lead to one address.
fn key(title: &str) -> String {
    let slug = slug(title);
    if slug.is_empty() { title.to_lowercase() } else { slug }
}

/// The name of a file, and the id in it.
type Named<'a> = (&'a str, &'a Spanned<String>);

/// The ids within the files of each folder, with the name of the file.
fn page_ids<'a>(data: &RuleContext<'a>) -> [(&'static str, Vec<Named<'a>>); 3] {
    let draft = data.draft;
    [
        ("role", draft.role_files().filter_map(|(page, role)| pair(page, &role.id)).collect()),
        ("guide", draft.guide_files().filter_map(|(page, guide)| pair(page, &guide.id)).collect()),
        ("pathway", draft.pathway_files().filter_map(|(page, pathway)| pair(page, &pathway.id)).collect()),
    ]
}

/// A file's name and the id in it, unless that is faulty.
fn pair<'a, T>(page: &'a RawPage<T>, id: &'a Spanned<String>) -> Option<Named<'a>> {
    (!id.value.is_empty()).then_some((page.stem.as_str(), id))
}
