//! All that was read from a data folder, before it is checked as a whole.

use std::collections::BTreeSet;

use crate::catalogue::model::vocabulary::{Level, Setting};
use crate::content::decode::values::wrong_type;
use crate::content::decode::{DecodeContext, Fields, Reference};
use crate::content::load::SYNONYMS;
use crate::content::schema::guide::GuideFile;
use crate::content::schema::pathway::PathwayFile;
use crate::content::schema::role::RoleFile;
use crate::content::schema::site::SiteFile;
use crate::content::schema::synonym::SynonymEntry;
use crate::content::schema::vocabulary::{
    CategoryEntry, FactEntry, OrganisationEntry, QualificationEntry, SourceEntry, TermEntry,
};
use crate::content::source::FileId;
use crate::content::yaml::{YamlNode, YamlValue};

/// The entries of a file that holds one list.
#[derive(Debug)]
pub struct RawList<T> {
    /// The file, if there is one.
    pub file: Option<FileId>,
    /// Its entries.
    pub entries: Vec<T>,
    /// Whether each of them could be read.
    pub whole: bool,
}

impl<T> Default for RawList<T> {
    fn default() -> Self {
        Self { file: None, entries: Vec::new(), whole: false }
    }
}

impl<T> RawList<T> {
    /// Takes the other's place, if there is nothing here.
    fn or(&mut self, other: Self) {
        if self.file.is_none() {
            *self = other;
        }
    }
}

/// One file of a folder that holds one thing a file.
#[derive(Debug)]
pub struct RawPage<T> {
    /// The file.
    pub file: FileId,
    /// The name of the file without its ending.
    pub stem: String,
    /// What stands in it, unless it cannot be read at all.
    pub content: Option<T>,
}

/// All that was read.
#[derive(Debug, Default)]
pub struct RawData {
    /// The folder, as it was named by whoever asked.
    pub root: String,
    /// `site.yaml`.
    pub site: Option<(FileId, SiteFile)>,
    /// `levels.yaml`.
    pub levels: RawList<TermEntry<Level>>,
    /// `settings.yaml`.
    pub settings: RawList<TermEntry<Setting>>,
    /// `categories.yaml`.
    pub categories: RawList<CategoryEntry>,
    /// `qualifications.yaml`.
    pub qualifications: RawList<QualificationEntry>,
    /// `sources.yaml`.
    pub sources: RawList<SourceEntry>,
    /// `organisations.yaml`.
    pub organisations: RawList<OrganisationEntry>,
    /// `facts.yaml`.
    pub facts: RawList<FactEntry>,
    /// `synonyms.yaml`.
    pub synonyms: RawList<SynonymEntry>,
    /// `roles/`.
    pub roles: Vec<RawPage<RoleFile>>,
    /// `pathways/`.
    pub pathways: Vec<RawPage<PathwayFile>>,
    /// `guides/`.
    pub guides: Vec<RawPage<GuideFile>>,
    /// What the files say of each other.
    pub references: Vec<Reference>,
    /// The paths of files and folders that are there and could not be read: whoever refers to one is not at fault.
    pub unread: BTreeSet<String>,
}

impl RawData {
    /// Puts what stands in a file where it belongs.
    pub fn put<'n>(&mut self, file: FileId, root: &'n YamlNode, context: &mut DecodeContext<'n>) {
        match context.source.path.as_str() {
            "categories.yaml" => self.categories = list(file, "category", root, context, CategoryEntry::read),
            "facts.yaml" => self.facts = list(file, "figure", root, context, FactEntry::read),
            "levels.yaml" => self.levels = list(file, "level", root, context, TermEntry::read),
            "organisations.yaml" => {
                self.organisations = list(file, "organisation", root, context, OrganisationEntry::read)
            }
            "qualifications.yaml" => {
                self.qualifications = list(file, "qualification", root, context, QualificationEntry::read);
            }
            "settings.yaml" => self.settings = list(file, "setting", root, context, TermEntry::read),
            "sources.yaml" => self.sources = list(file, "source", root, context, SourceEntry::read),
            SYNONYMS => self.synonyms = list_of(file, "synonym", "say", root, context, SynonymEntry::read),
            "site.yaml" => self.site = Fields::read("site", root, context, SiteFile::read).map(|site| (file, site)),
            path if path.starts_with("roles/") => self.roles.push(page(file, "role", root, context, RoleFile::read)),
            path if path.starts_with("guides/") => {
                self.guides.push(page(file, "guide", root, context, GuideFile::read))
            }
            _ => self.pathways.push(page(file, "pathway", root, context, PathwayFile::read)),
        }
    }

    /// Remembers a file that is there and cannot be read, so that nobody is told that it is missing.
    pub fn put_unread(&mut self, file: FileId, path: &str) {
        self.unread.insert(path.to_owned());
        let Some((folder, name)) = path.split_once('/') else { return };
        let stem = name.strip_suffix(".yaml").unwrap_or(name).to_owned();
        match folder {
            "roles" => self.roles.push(RawPage { file, stem, content: None }),
            "guides" => self.guides.push(RawPage { file, stem, content: None }),
            "pathways" => self.pathways.push(RawPage { file, stem, content: None }),
            _ => {}
        }
    }

    /// Adds what was read of further files.
    pub fn append(&mut self, mut more: Self) {
        // Each list stands in one file, so it is either here or there.
        self.site = self.site.take().or(more.site);
        self.levels.or(more.levels);
        self.settings.or(more.settings);
        self.categories.or(more.categories);
        self.qualifications.or(more.qualifications);
        self.sources.or(more.sources);
        self.organisations.or(more.organisations);
        self.facts.or(more.facts);
        self.synonyms.or(more.synonyms);
        self.roles.append(&mut more.roles);
        self.pathways.append(&mut more.pathways);
        self.guides.append(&mut more.guides);
        self.references.append(&mut more.references);
        self.unread.append(&mut more.unread);
    }

    /// Whether not even all names of files are known, because there are too many.
    pub fn cut_short(&self) -> bool {
        self.unread.contains("")
    }

    /// The role files that could be read.
    pub fn role_files(&self) -> impl Iterator<Item = (&RawPage<RoleFile>, &RoleFile)> {
        self.roles.iter().filter_map(|page| Some((page, page.content.as_ref()?)))
    }

    /// The guide files that could be read.
    pub fn guide_files(&self) -> impl Iterator<Item = (&RawPage<GuideFile>, &GuideFile)> {
        self.guides.iter().filter_map(|page| Some((page, page.content.as_ref()?)))
    }

    /// The pathway files that could be read.
    pub fn pathway_files(&self) -> impl Iterator<Item = (&RawPage<PathwayFile>, &PathwayFile)> {
        self.pathways.iter().filter_map(|page| Some((page, page.content.as_ref()?)))
    }
}

fn page<'n, T>(
    file: FileId,
    what: &'static str,
    root: &'n YamlNode,
    context: &mut DecodeContext<'n>,
    read: impl FnOnce(&mut Fields<'n, '_>) -> T,
) -> RawPage<T> {
    RawPage { file, stem: context.source.stem().to_owned(), content: Fields::read(what, root, context, read) }
}

fn list<'n, T>(
    file: FileId,
    what: &'static str,
    root: &'n YamlNode,
    context: &mut DecodeContext<'n>,
    read: impl Fn(&mut Fields<'n, '_>) -> T,
) -> RawList<T> {
    list_of(file, what, "id", root, context, read)
}

/// A list whose entries begin with this key.
fn list_of<'n, T>(
    file: FileId,
    what: &'static str,
    first: &'static str,
    root: &'n YamlNode,
    context: &mut DecodeContext<'n>,
    read: impl Fn(&mut Fields<'n, '_>) -> T,
) -> RawList<T> {
    let YamlValue::List(items) = &root.kind else {
        let help = format!("begin each {what} with `- {first}:`");
        wrong_type("this file", "a list", root, &help, context.sink);
        return RawList { file: Some(file), ..RawList::default() };
    };
    let entries: Vec<T> = items.iter().filter_map(|item| Fields::read(what, item, context, &read)).collect();
    RawList { file: Some(file), whole: entries.len() == items.len(), entries }
}
