//! References: what one file says of another.

use std::collections::BTreeSet;

use crate::catalogue::filter::REGISTERED;
use crate::catalogue::model::indexes::MOST_TERMS;
use crate::catalogue::model::role::EntryFrom;
use crate::content::code::Code;
use crate::content::decode::{Reference, ReferenceTarget};
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::raw_data::{RawList, RawPage};
use crate::content::rules::context::RuleContext;
use crate::content::schema::pay::PaySchemeEntry;
use crate::content::source::Spanned;
use crate::site_map::{self, SitePage};

/// Everything that a file refers to is there.
pub fn every_reference_leads_somewhere(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let known = Known::of(data);
    for reference in data.raw.references.iter().filter(|reference| !reference.id.is_placeholder()) {
        let id = reference.id.as_str();
        match reference.to {
            ReferenceTarget::Page => known.page(reference, sink),
            ReferenceTarget::Role => known.roles.expect(id, reference, Code::UnknownRole, sink),
            ReferenceTarget::Level => known.levels.expect(id, reference, Code::UnknownLevel, sink),
            ReferenceTarget::Setting => known.settings.expect(id, reference, Code::UnknownSetting, sink),
            ReferenceTarget::Qualification => {
                known.qualifications.expect(id, reference, Code::UnknownQualification, sink);
            }
            ReferenceTarget::StartingPoint => {
                known.starting_points.expect(id, reference, Code::UnknownQualification, sink);
            }
            ReferenceTarget::Contact => known.contacts.expect(id, reference, Code::UnknownContact, sink),
            ReferenceTarget::Beginning => known.beginnings.expect(id, reference, Code::UnknownRole, sink),
            ReferenceTarget::Category => known.categories.expect(id, reference, Code::UnknownCategory, sink),
            ReferenceTarget::Source => known.sources.expect(id, reference, Code::UnknownSource, sink),
            ReferenceTarget::Organisation => known.organisations.expect(id, reference, Code::UnknownOrganisation, sink),
            ReferenceTarget::WordList => known.word_lists.expect(id, reference, Code::UnknownWordList, sink),
            ReferenceTarget::PayChoice => known.pay_choices.expect(id, reference, Code::UnknownPayBand, sink),
            ReferenceTarget::PayScheme => known.pay_schemes.expect(id, reference, Code::UnknownPayScheme, sink),
            ReferenceTarget::Fact => known.facts.expect(id, reference, Code::UnknownFact, sink),
            ReferenceTarget::Guide => known.guides.expect(id, reference, Code::UnknownGuide, sink),
            ReferenceTarget::Pathway => known.pathways.expect(id, reference, Code::UnknownPathway, sink),
        }
    }
}

/// The ids of one kind of entity.
struct Ids<'a> {
    ids: BTreeSet<&'a str>,
    /// Whether these are all: where a file cannot be read, an id that is not among them may be in it.
    complete: bool,
    home: Home,
}

/// Where the entities of one kind are, as a path to show.
enum Home {
    /// All in one file.
    File(String),
    /// In a folder, one file each.
    Folder(String),
}

impl Home {
    /// The label of a reference to an id that does not exist.
    fn label(&self, id: &str) -> String {
        match self {
            Self::File(path) => format!("{path} has no such id"),
            Self::Folder(path) => format!("no file {path}/{id}.yaml"),
        }
    }
}

impl<'a> Ids<'a> {
    fn listed<T>(
        data: &RuleContext<'a>,
        list: &'a RawList<T>,
        path: &str,
        id: impl Fn(&'a T) -> &'a Spanned<String>,
    ) -> Self {
        let faulty = list.entries.iter().any(|entry| id(entry).is_placeholder());
        let ids: BTreeSet<&str> = list.entries.iter().map(|entry| id(entry).as_str()).collect();
        // Where an id is there twice, one of the two is likely to be the one that others refer to.
        let doubled = ids.len() < list.entries.len();
        Self {
            ids,
            complete: !data.raw.cut_short && list.file.is_some() && list.complete && !faulty && !doubled,
            home: Home::File(shown(data, path)),
        }
    }

    /// The ids of a file that a folder may lack: without it there are none.
    fn in_optional_file<T>(
        data: &RuleContext<'a>,
        list: &'a RawList<T>,
        path: &str,
        id: impl Fn(&'a T) -> &'a Spanned<String>,
    ) -> Self {
        let mut ids = Self::listed(data, list, path, id);
        ids.complete |= list.file.is_none() && !data.raw.cut_short && !data.raw.unread.contains(path);
        ids
    }

    /// The bands of `pay.yaml` and its schemes without a scale: what a filter of pay can be set to.
    fn pay_choices(data: &RuleContext<'a>) -> Self {
        let schemes = || data.raw.pay_schemes.entries.iter();
        let bands = schemes().flat_map(PaySchemeEntry::bands).map(|band| band.band.as_str());
        let without = schemes().filter(|scheme| scheme.scale.is_none()).map(|scheme| scheme.id.as_str());
        let ids = bands.chain(without).collect();
        Self { ids, ..Self::in_optional_file(data, &data.raw.pay_schemes, "pay.yaml", |entry| &entry.id) }
    }

    /// The names of the files and the ids in them. Where they differ, that is reported, and a reference may use either.
    fn pages<T>(
        data: &RuleContext<'a>,
        pages: &'a [RawPage<T>],
        folder: &'a str,
        id: impl Fn(&'a T) -> &'a Spanned<String>,
    ) -> Self {
        let readable = pages.iter().flat_map(|page| [page.stem.as_str(), id(&page.content).as_str()]);
        Self {
            ids: readable.chain(data.raw.unread_stems(folder)).collect(),
            complete: !data.raw.cut_short && !data.raw.unread.contains(folder),
            home: Home::Folder(shown(data, folder)),
        }
    }

    /// The word lists of `matcher.yaml`, which alone refers to them.
    fn word_lists(data: &RuleContext<'a>) -> Self {
        let lists = || data.raw.matcher.iter().flat_map(|matcher| &matcher.words);
        Self {
            ids: lists().map(|list| list.id.as_str()).collect(),
            complete: !lists().any(|list| list.id.is_placeholder()),
            home: Home::File(format!("`words` of {}", shown(data, "matcher.yaml"))),
        }
    }

    fn help(&self) -> String {
        match self.home {
            Home::File(_) if (2..=MOST_TERMS).contains(&self.ids.len()) => {
                format!("write one of {}", self.ids.iter().copied().collect::<Vec<_>>().join(", "))
            }
            _ => "mend the id, or add what it should name".to_owned(),
        }
    }

    fn expect(&self, id: &str, reference: &Reference, code: Code, sink: &mut DiagnosticSink) {
        if !self.complete || self.ids.contains(id) {
            return;
        }
        let hint = sink.hint_among_ids(id, self.ids.iter().copied());
        let message = format!("{} that does not exist", reference.said);
        let unknown = Diagnostic::new(code, reference.id.span, message).label(self.home.label(id));
        sink.add(unknown.help(hint.unwrap_or_else(|| self.help())));
    }
}

fn shown(data: &RuleContext<'_>, path: &str) -> String {
    if data.raw.root.is_empty() { path.to_owned() } else { format!("{}/{path}", data.raw.root) }
}

/// Every id there is.
struct Known<'a> {
    levels: Ids<'a>,
    settings: Ids<'a>,
    qualifications: Ids<'a>,
    starting_points: Ids<'a>,
    contacts: Ids<'a>,
    roles: Ids<'a>,
    beginnings: Ids<'a>,
    guides: Ids<'a>,
    pathways: Ids<'a>,
    categories: Ids<'a>,
    sources: Ids<'a>,
    organisations: Ids<'a>,
    facts: Ids<'a>,
    word_lists: Ids<'a>,
    pay_schemes: Ids<'a>,
    pay_choices: Ids<'a>,
}

impl<'a> Known<'a> {
    fn of(data: &RuleContext<'a>) -> Self {
        let raw = data.raw;
        let roles = || Ids::pages(data, &raw.roles, "roles", |role| &role.id);
        let listed_qualifications = || Ids::listed(data, &raw.qualifications, "qualifications.yaml", |entry| &entry.id);
        let qualifications = listed_qualifications();
        let mut beginnings = roles();
        beginnings.ids.extend(&qualifications.ids);
        beginnings.ids.extend([EntryFrom::EXPERIENCE, EntryFrom::NOT_KNOWN]);
        beginnings.complete &= qualifications.complete;
        let mut starting_points = listed_qualifications();
        starting_points.ids.insert(REGISTERED);
        Self {
            levels: Ids::listed(data, &raw.levels, "levels.yaml", |entry| &entry.id),
            settings: Ids::listed(data, &raw.settings, "settings.yaml", |entry| &entry.id),
            qualifications,
            starting_points,
            contacts: Ids::listed(data, &raw.contacts, "contact.yaml", |entry| &entry.id),
            roles: roles(),
            beginnings,
            guides: Ids::pages(data, &raw.guides, "guides", |guide| &guide.id),
            pathways: Ids::pages(data, &raw.pathways, "pathways", |pathway| &pathway.id),
            categories: Ids::listed(data, &raw.categories, "categories.yaml", |entry| &entry.id),
            sources: Ids::listed(data, &raw.sources, "sources.yaml", |entry| &entry.id),
            organisations: Ids::listed(data, &raw.organisations, "organisations.yaml", |entry| &entry.id),
            word_lists: Ids::word_lists(data),
            facts: Ids::listed(data, &raw.facts, "facts.yaml", |entry| &entry.id),
            pay_choices: Ids::pay_choices(data),
            pay_schemes: Ids::in_optional_file(data, &raw.pay_schemes, "pay.yaml", |entry| &entry.id),
        }
    }

    /// A link to a page of this site.
    fn page(&self, reference: &Reference, sink: &mut DiagnosticSink) {
        let path = reference.id.as_str().split(['?', '#']).next().unwrap_or_default();
        match site_map::page_at(path) {
            Some(SitePage::Fixed) => {}
            Some(SitePage::Role(id)) => self.roles.expect(id, reference, Code::UnknownRole, sink),
            Some(SitePage::Guide(id)) => self.guides.expect(id, reference, Code::UnknownGuide, sink),
            Some(SitePage::Pathway(id)) => self.pathways.expect(id, reference, Code::UnknownPathway, sink),
            Some(SitePage::Category(id)) => self.categories.expect(id, reference, Code::UnknownCategory, sink),
            Some(SitePage::Level(id)) => self.levels.expect(id, reference, Code::UnknownLevel, sink),
            Some(SitePage::Setting(id)) => self.settings.expect(id, reference, Code::UnknownSetting, sink),
            None => broken(reference, sink),
        }
    }
}

fn broken(reference: &Reference, sink: &mut DiagnosticSink) {
    let help = "pages are at /roles/…, /guides/…, /pathways/…, /levels/…, /settings/…, /categories/…";
    let broken =
        Diagnostic::new(Code::BrokenOwnLink, reference.id.span, "the text links to a page that this site has not");
    sink.add(broken.label(format!("there is no {}", quoted(reference.id.as_str()))).help(help));
}
