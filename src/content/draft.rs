//! All that was read from a data folder, before it is checked as a whole.

use std::collections::BTreeSet;

use super::schema::guide::GuideFile;
use super::schema::pathway::PathwayFile;
use super::schema::role::RoleFile;
use super::schema::site::SiteFile;
use super::schema::vocabulary::{
    CategoryEntry, FactEntry, OrganisationEntry, QualificationEntry, SourceEntry, TermEntry,
};
use super::source::FileId;
use crate::catalogue::vocabulary::{Level, Setting};

/// The entries of a file that holds one list.
#[derive(Debug)]
pub struct Listing<T> {
    /// The file, if there is one.
    pub file: Option<FileId>,
    /// Its entries.
    pub entries: Vec<T>,
}

impl<T> Default for Listing<T> {
    fn default() -> Self {
        Self { file: None, entries: Vec::new() }
    }
}

/// One file of a folder that holds one thing a file.
#[derive(Debug)]
pub struct Page<T> {
    /// The file.
    pub file: FileId,
    /// The name of the file without its ending.
    pub stem: String,
    /// What stands in it, unless it cannot be read at all.
    pub content: Option<T>,
}

/// All that was read.
#[derive(Debug, Default)]
pub struct Draft {
    /// The folder, as it was named by whoever asked.
    pub root: String,
    /// `site.yaml`.
    pub site: Option<(FileId, SiteFile)>,
    /// `levels.yaml`.
    pub levels: Listing<TermEntry<Level>>,
    /// `settings.yaml`.
    pub settings: Listing<TermEntry<Setting>>,
    /// `categories.yaml`.
    pub categories: Listing<CategoryEntry>,
    /// `qualifications.yaml`.
    pub qualifications: Listing<QualificationEntry>,
    /// `sources.yaml`.
    pub sources: Listing<SourceEntry>,
    /// `organisations.yaml`.
    pub organisations: Listing<OrganisationEntry>,
    /// `facts.yaml`.
    pub facts: Listing<FactEntry>,
    /// `roles/`.
    pub roles: Vec<Page<RoleFile>>,
    /// `pathways/`.
    pub pathways: Vec<Page<PathwayFile>>,
    /// `guides/`.
    pub guides: Vec<Page<GuideFile>>,
    /// The names of files that are there and could not be read, by folder: whoever refers to one is not at fault.
    pub unread: BTreeSet<String>,
}

impl Draft {
    /// The role files that could be read.
    pub fn role_files(&self) -> impl Iterator<Item = (&Page<RoleFile>, &RoleFile)> {
        self.roles.iter().filter_map(|page| Some((page, page.content.as_ref()?)))
    }

    /// The guide files that could be read.
    pub fn guide_files(&self) -> impl Iterator<Item = (&Page<GuideFile>, &GuideFile)> {
        self.guides.iter().filter_map(|page| Some((page, page.content.as_ref()?)))
    }

    /// The pathway files that could be read.
    pub fn pathway_files(&self) -> impl Iterator<Item = (&Page<PathwayFile>, &PathwayFile)> {
        self.pathways.iter().filter_map(|page| Some((page, page.content.as_ref()?)))
    }
}
