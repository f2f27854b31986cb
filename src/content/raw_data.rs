//! All decoded files of a data folder, before the rules that span files.

use std::collections::BTreeSet;

use crate::content::decode::{DecodeContext, Group, Record, Reference, wrong_type};
use crate::content::manifest::DataFile;
use crate::content::schema::change_day::ChangeDayEntry;
use crate::content::schema::guide::GuideFile;
use crate::content::schema::matcher::MatcherFile;
use crate::content::schema::pathway::PathwayFile;
use crate::content::schema::pay::PaySchemeEntry;
use crate::content::schema::role::RoleFile;
use crate::content::schema::search_service::SearchServiceEntry;
use crate::content::schema::site::SiteFile;
use crate::content::schema::synonym::SynonymEntry;
use crate::content::schema::vocabulary::{
    CategoryEntry, ContactEntry, FactEntry, LevelEntry, OrganisationEntry, QualificationEntry, RegulatorEntry,
    SettingEntry, SourceEntry,
};
use crate::content::source::FileId;
use crate::content::yaml::{YamlNode, YamlValue};

/// The entries of a file that holds one list.
#[derive(Debug)]
pub struct RawList<T> {
    /// The file; `None` if it is missing.
    pub file: Option<FileId>,
    /// The entries that could be decoded.
    pub entries: Vec<T>,
    /// Whether these are all entries of the file.
    pub complete: bool,
}

impl<T> Default for RawList<T> {
    fn default() -> Self {
        Self { file: None, entries: Vec::new(), complete: false }
    }
}

impl<T> RawList<T> {
    /// Replaces an empty list by another.
    fn or(&mut self, other: Self) {
        if self.file.is_none() {
            *self = other;
        }
    }
}

/// One file of a folder that holds one entity per file.
#[derive(Debug)]
pub struct RawPage<T> {
    /// The file name without extension.
    pub stem: String,
    /// The entity.
    pub content: T,
}

/// The words of the interface in one language.
#[derive(Debug)]
pub struct RawInterface {
    /// The file.
    pub file: FileId,
    /// The language, by the name of the file.
    pub language: String,
    /// The messages, as Fluent.
    pub text: String,
}

/// All decoded files.
#[derive(Debug, Default)]
pub struct RawData {
    /// The path of the folder, as the caller gave it.
    pub root: String,
    /// `site.yaml`; `None` if it is missing or could not be read.
    pub site: Option<SiteFile>,
    /// `levels.yaml`
    pub levels: RawList<LevelEntry>,
    /// `settings.yaml`
    pub settings: RawList<SettingEntry>,
    /// `categories.yaml`
    pub categories: RawList<CategoryEntry>,
    /// `contact.yaml`
    pub contacts: RawList<ContactEntry>,
    /// `qualifications.yaml`
    pub qualifications: RawList<QualificationEntry>,
    /// `sources.yaml`
    pub sources: RawList<SourceEntry>,
    /// `organisations.yaml`
    pub organisations: RawList<OrganisationEntry>,
    /// `facts.yaml`
    pub facts: RawList<FactEntry>,
    /// `regulators.yaml`
    pub regulators: RawList<RegulatorEntry>,
    /// `pay.yaml`
    pub pay_schemes: RawList<PaySchemeEntry>,
    /// `links.yaml`
    pub search_services: RawList<SearchServiceEntry>,
    /// `changes.yaml`
    pub change_days: RawList<ChangeDayEntry>,
    /// `synonyms.yaml`
    pub synonyms: RawList<SynonymEntry>,
    /// `matcher.yaml`; `None` if it is missing or could not be read.
    pub matcher: Option<MatcherFile>,
    /// The readable files of `roles/`.
    pub roles: Vec<RawPage<RoleFile>>,
    /// The readable files of `pathways/`.
    pub pathways: Vec<RawPage<PathwayFile>>,
    /// The readable files of `guides/`.
    pub guides: Vec<RawPage<GuideFile>>,
    /// The files of `interface/`, whose messages are checked as they are.
    pub interface: Vec<RawInterface>,
    /// The references between files.
    pub references: Vec<Reference>,
    /// The paths of files and folders that exist and could not be read: a reference to one of them is no fault.
    pub unread: BTreeSet<String>,
    /// Whether not even all file names are known, because there are too many.
    pub cut_short: bool,
}

impl RawData {
    /// Decodes a file and adds it.
    pub fn decode<'n>(&mut self, file: FileId, kind: DataFile, root: &'n YamlNode, context: &mut DecodeContext<'n>) {
        match kind {
            DataFile::Categories => self.categories = list(file, "id", root, context),
            DataFile::Changes => self.change_days = list(file, "day", root, context),
            DataFile::Contact => self.contacts = list(file, "id", root, context),
            DataFile::Facts => self.facts = list(file, "id", root, context),
            DataFile::Levels => self.levels = list(file, "id", root, context),
            DataFile::Organisations => self.organisations = list(file, "id", root, context),
            DataFile::Links => self.search_services = list(file, "id", root, context),
            DataFile::Pay => self.pay_schemes = list(file, "id", root, context),
            DataFile::Qualifications => self.qualifications = list(file, "id", root, context),
            DataFile::Regulators => self.regulators = list(file, "register", root, context),
            DataFile::Settings => self.settings = list(file, "id", root, context),
            DataFile::Sources => self.sources = list(file, "id", root, context),
            DataFile::Synonyms => self.synonyms = list(file, "say", root, context),
            DataFile::Matcher => self.matcher = Group::read(root, context),
            DataFile::Site => self.site = Group::read(root, context),
            // It is no YAML: its text was kept when it was added to the sources.
            DataFile::Interface => {}
            DataFile::Role => match page(root, context) {
                Some(page) => self.roles.push(page),
                None => self.add_unread(&context.source.path),
            },
            DataFile::Guide => match page(root, context) {
                Some(page) => self.guides.push(page),
                None => self.add_unread(&context.source.path),
            },
            DataFile::Pathway => match page(root, context) {
                Some(page) => self.pathways.push(page),
                None => self.add_unread(&context.source.path),
            },
        }
    }

    /// Records a file or folder that exists and could not be read; the empty path is the data folder itself.
    pub fn add_unread(&mut self, path: &str) {
        self.cut_short |= path.is_empty();
        self.unread.insert(path.to_owned());
    }

    /// The names, without extension, of unreadable files in a folder.
    pub fn unread_stems(&self, folder: &str) -> impl Iterator<Item = &str> {
        let within = move |path: &'_ String| path.split_once('/').is_some_and(|(parent, _)| parent == folder);
        let paths = self.unread.iter().filter(move |path| within(path));
        paths.filter_map(|path| path.split_once('/')).map(|(_, name)| name.strip_suffix(".yaml").unwrap_or(name))
    }

    /// Whether there is no role file, readable or not.
    pub fn has_no_role(&self) -> bool {
        self.roles.is_empty() && self.unread_stems("roles").next().is_none()
    }

    /// Adds the data of further files.
    pub fn append(&mut self, mut more: Self) {
        // Each list is in one file, so it is in one of the two.
        self.site = self.site.take().or(more.site);
        self.matcher = self.matcher.take().or(more.matcher);
        self.levels.or(more.levels);
        self.settings.or(more.settings);
        self.categories.or(more.categories);
        self.contacts.or(more.contacts);
        self.qualifications.or(more.qualifications);
        self.sources.or(more.sources);
        self.organisations.or(more.organisations);
        self.facts.or(more.facts);
        self.regulators.or(more.regulators);
        self.pay_schemes.or(more.pay_schemes);
        self.search_services.or(more.search_services);
        self.synonyms.or(more.synonyms);
        self.change_days.or(more.change_days);
        self.roles.append(&mut more.roles);
        self.pathways.append(&mut more.pathways);
        self.guides.append(&mut more.guides);
        self.interface.append(&mut more.interface);
        self.references.append(&mut more.references);
        self.unread.append(&mut more.unread);
        self.cut_short |= more.cut_short;
    }

    /// The role files.
    pub fn role_files(&self) -> impl Iterator<Item = &RoleFile> {
        self.roles.iter().map(|page| &page.content)
    }

    /// The guide files.
    pub fn guide_files(&self) -> impl Iterator<Item = &GuideFile> {
        self.guides.iter().map(|page| &page.content)
    }

    /// The pathway files.
    pub fn pathway_files(&self) -> impl Iterator<Item = &PathwayFile> {
        self.pathways.iter().map(|page| &page.content)
    }
}

/// Decodes a file that holds one entity.
fn page<'n, T: Record>(root: &'n YamlNode, context: &mut DecodeContext<'n>) -> Option<RawPage<T>> {
    let content = Group::read(root, context)?;
    Some(RawPage { stem: context.source.stem().to_owned(), content })
}

/// Decodes a file that holds a list of entries, each of which begins with the key `first`.
fn list<'n, T: Record>(file: FileId, first: &str, root: &'n YamlNode, context: &mut DecodeContext<'n>) -> RawList<T> {
    let YamlValue::List(items) = &root.kind else {
        let help = format!("begin each {} with `- {first}:`", T::NAME);
        wrong_type("this file", "a list", root, &help, context.sink);
        return RawList { file: Some(file), ..RawList::default() };
    };
    let entries: Vec<T> = items.iter().filter_map(|item| Group::read(item, context)).collect();
    RawList { file: Some(file), complete: entries.len() == items.len(), entries }
}
