//! The files of a data folder: which there are, and what each holds.

use std::fmt;

/// What a file of a data folder holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataFile {
    /// `categories.yaml`
    Categories,
    /// `changes.yaml`, which a folder may leave out.
    Changes,
    /// `contact.yaml`
    Contact,
    /// `facts.yaml`
    Facts,
    /// `levels.yaml`
    Levels,
    /// `links.yaml`, which a folder may leave out.
    Links,
    /// `organisations.yaml`
    Organisations,
    /// `pay.yaml`, which a folder may leave out.
    Pay,
    /// `qualifications.yaml`
    Qualifications,
    /// `regulators.yaml`, which a folder may leave out.
    Regulators,
    /// `settings.yaml`
    Settings,
    /// `site.yaml`
    Site,
    /// `sources.yaml`
    Sources,
    /// `synonyms.yaml`, which a folder may leave out.
    Synonyms,
    /// A file of `interface/`, in Fluent and not in YAML.
    Interface,
    /// `matcher.yaml`
    Matcher,
    /// A file of `guides/`.
    Guide,
    /// A file of `pathways/`.
    Pathway,
    /// A file of `roles/`.
    Role,
}

/// The files that every data folder has.
pub const REQUIRED: [(&str, DataFile); 10] = [
    ("categories.yaml", DataFile::Categories),
    ("contact.yaml", DataFile::Contact),
    ("facts.yaml", DataFile::Facts),
    ("levels.yaml", DataFile::Levels),
    ("matcher.yaml", DataFile::Matcher),
    ("organisations.yaml", DataFile::Organisations),
    ("qualifications.yaml", DataFile::Qualifications),
    ("settings.yaml", DataFile::Settings),
    ("site.yaml", DataFile::Site),
    ("sources.yaml", DataFile::Sources),
];

/// The files that a data folder may have besides.
const OPTIONAL: [(&str, DataFile); 5] = [
    ("changes.yaml", DataFile::Changes),
    ("links.yaml", DataFile::Links),
    ("pay.yaml", DataFile::Pay),
    ("regulators.yaml", DataFile::Regulators),
    ("synonyms.yaml", DataFile::Synonyms),
];

/// The folder of the words of the interface: one Fluent file per language.
const INTERFACE: &str = "interface";

/// The folders that hold one entity per file.
const FOLDERS: [(&str, DataFile); 3] =
    [("guides", DataFile::Guide), ("pathways", DataFile::Pathway), ("roles", DataFile::Role)];

impl DataFile {
    /// Every kind of YAML file.
    pub fn all() -> impl Iterator<Item = Self> {
        REQUIRED.iter().chain(&OPTIONAL).chain(&FOLDERS).map(|(_, kind)| *kind)
    }

    /// The path of its file, or of the folder of its files.
    #[must_use]
    pub fn path(self) -> &'static str {
        let mut all = REQUIRED.iter().chain(&OPTIONAL).chain(&FOLDERS);
        all.find(|(_, kind)| *kind == self).map_or(INTERFACE, |(path, _)| *path)
    }

    /// What the file with this path holds.
    ///
    /// # Errors
    /// Why no such file belongs in a data folder.
    pub fn of(path: &str) -> Result<Self, Misplaced<'_>> {
        if let Some(stem) = path.strip_suffix(".yml") {
            return Err(Misplaced::Extension { stem });
        }
        if path.ends_with(".ftl") {
            let is_there =
                path.split_once('/').is_some_and(|(folder, name)| folder == INTERFACE && !name.contains('/'));
            return if is_there { Ok(Self::Interface) } else { Err(Misplaced::Fluent) };
        }
        let Some((folder, name)) = path.split_once('/') else {
            let mut lists = REQUIRED.iter().chain(&OPTIONAL);
            return lists.find(|(list, _)| *list == path).map(|(_, kind)| *kind).ok_or(Misplaced::File);
        };
        let Some((folder, kind)) = FOLDERS.iter().find(|(known, _)| *known == folder) else {
            return Err(Misplaced::Folder);
        };
        match name.rsplit_once('/') {
            None => Ok(*kind),
            Some((_, name)) => Err(Misplaced::Nested { folder, name }),
        }
    }
}

/// Why a file does not belong in a data folder. Displayed, it is the help of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misplaced<'p> {
    /// It ends in `.yml`.
    Extension {
        /// The path without it.
        stem: &'p str,
    },
    /// It is in a folder within a folder.
    Nested {
        /// The outer folder.
        folder: &'static str,
        /// The name of the file.
        name: &'p str,
    },
    /// It is in Fluent, and not where the words of the interface are.
    Fluent,
    /// It is in an unknown folder.
    Folder,
    /// It is in no folder and has an unknown name.
    File,
}

impl fmt::Display for Misplaced<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |files: &[(&'static str, DataFile)], separator| {
            files.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(separator)
        };
        match self {
            Self::Extension { stem } => write!(f, "rename it to {stem}.yaml"),
            Self::Nested { folder, name } => {
                write!(f, "move it to {folder}/{name}: folders within {folder}/ are not read")
            }
            Self::Fluent => write!(f, "move it to {INTERFACE}/: one file per language, named like en-GB.ftl"),
            Self::Folder => write!(f, "files stand in {}/", names(&FOLDERS, "/, ")),
            Self::File => {
                let (required, optional) = (names(&REQUIRED, ", "), names(&OPTIONAL, ", "));
                let folders = names(&FOLDERS, "/, ");
                write!(f, "the files here are {required} and {optional}; all others stand in {folders}/")
            }
        }
    }
}
