//! The files of a data folder: which there are, and what each holds.

use std::fmt;

use crate::catalogue::model::did_you_mean::Misspelt;

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
        if let Some(wanted) = meant_name(path) {
            return Err(Misplaced::Name { wanted });
        }
        if !path.ends_with(".yaml") && !path.ends_with(".ftl") {
            return Err(Misplaced::Other);
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
            return Err(Misplaced::Folder { folder });
        };
        match name.rsplit_once('/') {
            None => Ok(*kind),
            Some((_, name)) => Err(Misplaced::Nested { folder, name }),
        }
    }
}

/// Endings of files that programs make beside those of people: backups, locks, what is half written.
const OF_PROGRAMS: [&str; 12] =
    ["bak", "crdownload", "db", "ini", "lock", "orig", "part", "rej", "swo", "swp", "swx", "tmp"];
/// Names of files that tell people something about a folder.
const ABOUT: [&str; 3] = ["README", "LICENSE", "CHANGELOG"];

/// Whether a file that is not data is to be named, because somebody may have meant it to be read.
#[must_use]
pub fn is_stray(path: &str) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let is_of_program = name.ends_with('~')
        || name.starts_with("~$")
        || name.starts_with('#')
        || name.rsplit_once('.').is_some_and(|(_, ending)| OF_PROGRAMS.contains(&ending.to_ascii_lowercase().as_str()));
    let is_about = ABOUT.iter().any(|about| name.strip_prefix(about).is_some_and(|rest| !rest.contains("yaml")));
    let in_folder = FOLDERS.iter().any(|(known, _)| *known == folder);
    !is_of_program && !is_about && !name.ends_with(".schema.json") && (in_folder || meant_name(path).is_some())
}

/// The path that a file should have whose name has another ending than a data file, and was meant to be one: `porter.yml`,
/// `porter.YAML`, `porter.yaml.txt`, and `porter` in a folder of data.
fn meant_name(path: &str) -> Option<String> {
    const ENDINGS: [(&str, &str); 3] = [(".yaml", ".yaml"), (".yml", ".yaml"), (".ftl", ".ftl")];
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let lower = name.to_ascii_lowercase();
    let whole = |stem: &str, ending: &str| {
        let stem = stem.trim_end_matches(['.', ' ']);
        if folder.is_empty() { format!("{stem}{ending}") } else { format!("{folder}/{stem}{ending}") }
    };
    for (written, ending) in ENDINGS {
        let Some(at) = lower.find(written) else { continue };
        let rest = lower[at + written.len()..].trim_end_matches(['.', ' ']);
        let is_cut = rest.is_empty() || [".txt", ".text", ".rtf", ".doc", ".docx", ".yaml", ".yml"].contains(&rest);
        let wanted = whole(name.get(..at)?, ending);
        return (is_cut && wanted != path).then_some(wanted);
    }
    let in_folder = FOLDERS.iter().any(|(known, _)| *known == folder);
    let is_id =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    (in_folder && is_id).then(|| whole(name, ".yaml"))
}

/// Why a file does not belong in a data folder. Displayed, it is the help of a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misplaced<'p> {
    /// Its name does not end like that of a data file, which it was meant to be.
    Name {
        /// The path that it should have.
        wanted: String,
    },
    /// It is no data file.
    Other,
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
    Folder {
        /// The folder.
        folder: &'p str,
    },
    /// It is in no folder and has an unknown name.
    File,
}

impl Misplaced<'_> {
    /// The file or folder of a data folder that it stands for, which is then there and cannot be read.
    #[must_use]
    pub fn stands_for(&self) -> Option<String> {
        match self {
            Self::Name { wanted } => Some(wanted.clone()),
            Self::Nested { folder, name } => Some(format!("{folder}/{name}")),
            Self::Folder { folder } => {
                let folder = Misspelt::new(folder)?.nearest(FOLDERS.map(|(known, _)| known))?;
                Some(folder.to_owned())
            }
            Self::Other | Self::Fluent | Self::File => None,
        }
    }
}

impl fmt::Display for Misplaced<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |files: &[(&'static str, DataFile)], separator| {
            files.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(separator)
        };
        match self {
            Self::Name { wanted } => {
                write!(f, "rename it to {wanted}; some systems hide the end of a name: let yours show it")
            }
            Self::Other => f.write_str("names of data files end in .yaml: rename it, or move it out of this folder"),
            Self::Nested { folder, name } => {
                write!(f, "move it to {folder}/{name}: folders within {folder}/ are not read")
            }
            Self::Fluent => write!(f, "move it to {INTERFACE}/: one file per language, named like en-GB.ftl"),
            Self::Folder { folder } => {
                match Misspelt::new(folder).and_then(|it| it.nearest(FOLDERS.map(|(known, _)| known))) {
                    Some(known) => write!(f, "rename the folder to {known}/"),
                    None => write!(f, "files stand in {}/", names(&FOLDERS, "/, ")),
                }
            }
            Self::File => {
                let (required, optional) = (names(&REQUIRED, ", "), names(&OPTIONAL, ", "));
                let folders = names(&FOLDERS, "/, ");
                write!(f, "the files here are {required} and {optional}; all others stand in {folders}/")
            }
        }
    }
}
