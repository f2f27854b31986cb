//! Names: of files, ids and titles.

use std::collections::BTreeMap;

use crate::catalogue::filter::REGISTERED;
use crate::catalogue::model::reference::slug;
use crate::catalogue::model::role::EntryFrom;
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::raw_data::RawPage;
use crate::content::rules::context::RuleContext;
use crate::content::source::{Span, Spanned};

/// A file is called as the id in it.
pub fn a_file_is_called_as_its_id(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for (stem, id) in page_ids(data).into_iter().flat_map(|(_, ids)| ids) {
        if id.as_str() != stem {
            let message = format!("this file is called `{stem}.yaml` and its id is {}", quoted(id.as_str()));
            let help = if slug(stem) == stem {
                format!("rename the file to `{}.yaml`, or write `id: {stem}`", id.as_str())
            } else {
                format!("rename the file to `{}.yaml`; if it is a copy, take it away", id.as_str())
            };
            sink.add(
                Diagnostic::new(Code::FileNameDiffers, id.span, message).label("not the name of the file").help(help),
            );
        }
    }
}

/// An id is used once.
pub fn an_id_is_used_once(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let raw = data.raw;
    let listed: [(&str, Vec<&Spanned<String>>); 10] = [
        ("level", raw.levels.entries.iter().map(|entry| &entry.id).collect()),
        ("setting", raw.settings.entries.iter().map(|entry| &entry.id).collect()),
        ("qualification", raw.qualifications.entries.iter().map(|entry| &entry.id).collect()),
        ("kind of contact", raw.contacts.entries.iter().map(|entry| &entry.id).collect()),
        ("category", raw.categories.entries.iter().map(|entry| &entry.id).collect()),
        ("source", raw.sources.entries.iter().map(|entry| &entry.id).collect()),
        ("organisation", raw.organisations.entries.iter().map(|entry| &entry.id).collect()),
        ("figure", raw.facts.entries.iter().map(|entry| &entry.id).collect()),
        ("scheme of pay", raw.pay_schemes.entries.iter().map(|entry| &entry.id).collect()),
        ("search of another site", raw.search_services.entries.iter().map(|entry| &entry.id).collect()),
    ];
    let pages = page_ids(data).into_iter().map(|(what, ids)| (what, ids.into_iter().map(|(_, id)| id).collect()));
    for (what, ids) in listed.into_iter().chain(pages) {
        once(what, ids.into_iter().filter(|id| !id.is_placeholder()).map(|id| (id.as_str(), id.span)), sink);
    }
}

/// Reports every id that came before.
pub(super) fn once<'a>(what: &str, ids: impl Iterator<Item = (&'a str, Span)>, sink: &mut DiagnosticSink) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for (id, span) in ids {
        match seen.get(id) {
            Some(first) => sink.add(
                Diagnostic::new(Code::DuplicateId, span, format!("two {} have the id {}", plural(what), quoted(id)))
                    .label("the second")
                    .related(*first, "the first")
                    .help("give one of them another id, or take it away"),
            ),
            None => {
                seen.insert(id, span);
            }
        }
    }
}

/// The starts that every site has, and what each stands for.
const RESERVED: [(&str, &str); 3] = [
    (REGISTERED, "any registered profession"),
    (EntryFrom::EXPERIENCE, "experience that fits the job"),
    (EntryFrom::NOT_KNOWN, "what no source says"),
];

/// Where one can start from is known by its id: no role has a qualification's, and neither has one that every site has.
pub fn a_starting_point_has_an_id_of_its_own(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let roles: Vec<&Spanned<String>> = data.raw.role_files().map(|role| &role.id).collect();
    let qualifications: Vec<&Spanned<String>> = data.raw.qualifications.entries.iter().map(|entry| &entry.id).collect();
    for id in &qualifications {
        let Some(role) = roles.iter().find(|role| role.value == id.value) else { continue };
        let message = format!("a qualification and a role have the id {}", quoted(id.as_str()));
        sink.add(
            Diagnostic::new(Code::DuplicateId, id.span, message)
                .label("the qualification")
                .related(role.span, "the role")
                .help("a way in says by such an id where it begins: give one of them another"),
        );
    }
    for id in roles.into_iter().chain(qualifications) {
        let Some((reserved, meaning)) = RESERVED.iter().find(|(reserved, _)| id.as_str() == *reserved) else {
            continue;
        };
        let message = format!("{} is the id of a starting point that every site has", quoted(reserved));
        sink.add(
            Diagnostic::new(Code::DuplicateId, id.span, message)
                .label("taken")
                .help(format!("it stands for {meaning}: choose another id")),
        );
    }
}

fn plural(what: &str) -> String {
    if let Some((one, of)) = what.split_once(" of ") {
        return format!("{} of {of}", plural(one));
    }
    if let Some(stem) = what.strip_suffix("ch") {
        return format!("{stem}ches");
    }
    what.strip_suffix('y').map_or_else(|| format!("{what}s"), |stem| format!("{stem}ies"))
}

/// No two roles share a title, another title or an address: no title of a role leads to the address of another.
pub fn a_title_is_used_once(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let roles = || data.raw.role_files().enumerate();
    let mut seen: BTreeMap<String, (usize, Span)> = BTreeMap::new();
    for (index, role) in roles() {
        seen.entry(role.id.value.clone()).or_insert((index, role.id.span));
    }
    for (index, role) in roles() {
        // The id is the address of one of the role's own titles, which is no second use.
        let mut own_id = seen.get(role.id.as_str()).filter(|(first, _)| *first == index).map(|_| role.id.as_str());
        for title in std::iter::once(&role.title).chain(&role.other_titles).filter(|title| !title.is_placeholder()) {
            let key = key(title.as_str());
            if own_id == Some(key.as_str()) {
                own_id = None;
                seen.insert(key, (index, title.span));
                continue;
            }
            match seen.get(&key) {
                Some((_, first)) => sink.add(
                    Diagnostic::new(
                        Code::DuplicateTitle,
                        title.span,
                        format!("{} names two roles", quoted(title.as_str())),
                    )
                    .label("the second time")
                    .related(*first, "the first time")
                    .help("people find roles by their titles: say how the two differ, or make them one role"),
                ),
                None => {
                    seen.insert(key, (index, title.span));
                }
            }
        }
    }
}

/// No two entries of one list, and no two guides or pathways, have the same title: readers could not tell them apart.
pub fn a_title_of_a_list_is_used_once(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let raw = data.raw;
    let lists: [(&str, Vec<Named<'_>>); 7] = [
        ("level", raw.levels.entries.iter().map(|entry| (entry.id.as_str(), &entry.title)).collect()),
        ("setting", raw.settings.entries.iter().map(|entry| (entry.id.as_str(), &entry.title)).collect()),
        ("qualification", raw.qualifications.entries.iter().map(|entry| (entry.id.as_str(), &entry.title)).collect()),
        ("kind of contact", raw.contacts.entries.iter().map(|entry| (entry.id.as_str(), &entry.title)).collect()),
        ("category", raw.categories.entries.iter().map(|entry| (entry.id.as_str(), &entry.title)).collect()),
        ("guide", raw.guide_files().map(|guide| (guide.id.as_str(), &guide.title)).collect()),
        ("pathway", raw.pathways.iter().map(|page| (page.content.id.as_str(), &page.content.title)).collect()),
    ];
    for (what, titles) in lists {
        let mut seen: BTreeMap<String, (&str, Span)> = BTreeMap::new();
        for (id, title) in titles.into_iter().filter(|(_, title)| !title.is_placeholder()) {
            let Some((first_id, first)) = seen.insert(key(title.as_str()), (id, title.span)) else { continue };
            // Of a whole entry that stands twice the id is said already.
            if first_id == id {
                continue;
            }
            let message = format!("two {} are called {}", plural(what), quoted(title.as_str()));
            sink.add(
                Diagnostic::new(Code::DuplicateTitle, title.span, message)
                    .label("the second time")
                    .related(first, "the first time")
                    .help("say how the two differ, or make them one"),
            );
        }
    }
}

/// What two titles have in common that lead to one address.
fn key(title: &str) -> String {
    let slug = slug(title);
    if slug.is_empty() { title.to_lowercase() } else { slug }
}

/// A name, and what it belongs to: that of a file and the id in it, or an id and a title.
type Named<'a> = (&'a str, &'a Spanned<String>);

/// The ids within the files of each folder, with the name of the file.
fn page_ids<'a>(data: &RuleContext<'a>) -> [(&'static str, Vec<Named<'a>>); 3] {
    let raw = data.raw;
    [
        ("role", raw.roles.iter().filter_map(|page| pair(page, &page.content.id)).collect()),
        ("guide", raw.guides.iter().filter_map(|page| pair(page, &page.content.id)).collect()),
        ("pathway", raw.pathways.iter().filter_map(|page| pair(page, &page.content.id)).collect()),
    ]
}

/// A file's name and the id in it, unless that is faulty.
fn pair<'a, T>(page: &'a RawPage<T>, id: &'a Spanned<String>) -> Option<Named<'a>> {
    (!id.is_placeholder()).then_some((page.stem.as_str(), id))
}
