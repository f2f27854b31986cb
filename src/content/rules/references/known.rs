//! Every id that files can refer to, and where the entities of each kind are.

use std::collections::BTreeSet;

use crate::catalogue::filter::REGISTERED;
use crate::catalogue::model::indexes::MOST_TERMS;
use crate::catalogue::model::role::EntryFrom;
use crate::content::decode::ReferenceTarget;
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::raw_data::{RawList, RawPage};
use crate::content::rules::context::RuleContext;
use crate::content::schema::pay::PaySchemeEntry;
use crate::content::source::Spanned;

/// The ids of one kind of entity.
pub(super) struct Ids<'a> {
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

    /// Whether no entity has this id, as far as is known.
    pub(super) fn lacks(&self, id: &str) -> bool {
        self.complete && !self.ids.contains(id)
    }

    /// Whether an entity has this id.
    pub(super) fn has(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// The label of a reference to an id that does not exist.
    pub(super) fn label(&self, id: &str) -> String {
        match &self.home {
            Home::File(path) => format!("{path} has no such id"),
            Home::Folder(path) => format!("no file {path}/{id}.yaml"),
        }
    }

    /// Every id but some, if there are few enough to be read.
    pub(super) fn choices(&self, is_none: impl Fn(&str) -> bool) -> Option<String> {
        let few = (1..=MOST_TERMS).contains(&self.ids.len());
        few.then(|| self.ids.iter().copied().filter(|id| !is_none(id)).collect::<Vec<_>>().join(", "))
    }

    /// Where its entities are, as a path.
    pub(super) fn home(&self) -> &str {
        match &self.home {
            Home::File(path) | Home::Folder(path) => path,
        }
    }

    /// The help that names the id that is meant.
    pub(super) fn hint(&self, id: &str, sink: &mut DiagnosticSink) -> Option<String> {
        sink.hint_among_ids(id, self.ids.iter().copied())
    }

    /// The help that names the id that is meant, or says what could be done.
    pub(super) fn help(&self, id: &str, sink: &mut DiagnosticSink) -> String {
        if let Some(hint) = self.hint(id, sink) {
            return hint;
        }
        match (&self.home, self.choices(|_| false)) {
            (Home::File(_), Some(choices)) if self.ids.len() > 1 => format!("write one of {choices}"),
            _ => "mend the id, or add what it should name".to_owned(),
        }
    }
}

fn shown(data: &RuleContext<'_>, path: &str) -> String {
    if data.raw.root.is_empty() { path.to_owned() } else { format!("{}/{path}", data.raw.root) }
}

/// Every id there is.
pub(super) struct Known<'a> {
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
    /// Collects them.
    pub(super) fn of(data: &RuleContext<'a>) -> Self {
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

    /// The ids of one kind of entity; `None` for pages, whose paths have ids of several kinds.
    pub(super) fn ids(&self, of: ReferenceTarget) -> Option<&Ids<'a>> {
        Some(match of {
            ReferenceTarget::Page => return None,
            ReferenceTarget::Role => &self.roles,
            ReferenceTarget::Level => &self.levels,
            ReferenceTarget::Setting => &self.settings,
            ReferenceTarget::Qualification => &self.qualifications,
            ReferenceTarget::StartingPoint => &self.starting_points,
            ReferenceTarget::Contact => &self.contacts,
            ReferenceTarget::Beginning => &self.beginnings,
            ReferenceTarget::Category => &self.categories,
            ReferenceTarget::Source => &self.sources,
            ReferenceTarget::Organisation => &self.organisations,
            ReferenceTarget::WordList => &self.word_lists,
            ReferenceTarget::PayChoice => &self.pay_choices,
            ReferenceTarget::PayScheme => &self.pay_schemes,
            ReferenceTarget::Fact => &self.facts,
            ReferenceTarget::Guide => &self.guides,
            ReferenceTarget::Pathway => &self.pathways,
        })
    }

    /// The kind of entity that has an id which was written where another kind is asked for.
    pub(super) fn kind_of(&self, id: &str) -> Option<ReferenceTarget> {
        const KINDS: [ReferenceTarget; 9] = [
            ReferenceTarget::Category,
            ReferenceTarget::Setting,
            ReferenceTarget::Level,
            ReferenceTarget::Contact,
            ReferenceTarget::Qualification,
            ReferenceTarget::Role,
            ReferenceTarget::Source,
            ReferenceTarget::Organisation,
            ReferenceTarget::PayScheme,
        ];
        KINDS.into_iter().find(|kind| self.ids(*kind).is_some_and(|ids| ids.has(id)))
    }
}
