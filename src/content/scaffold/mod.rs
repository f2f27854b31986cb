//! New roles, guides, pathways, categories and sources, filled in with what is known, made from the declaration of the keys.

mod entity;
mod role;

use std::error::Error;
use std::fmt;

use jiff::civil::Date;

use crate::catalogue::model::reference::slug;
use crate::content::documents::Documents;
use crate::content::file_change::FileChange;
use crate::content::files::DataFiles;
use crate::content::json_schema::modeline;
use crate::content::manifest::DataFile;
use crate::content::yaml;
pub use role::example_role_file;

/// What can be begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewKind {
    /// A file of `roles/`.
    Role,
    /// A file of `guides/`.
    Guide,
    /// A file of `pathways/`.
    Pathway,
    /// An entry of `categories.yaml`.
    Category,
    /// An entry of `sources.yaml`.
    Source,
}

impl NewKind {
    fn holds(self) -> DataFile {
        match self {
            Self::Role => DataFile::Role,
            Self::Guide => DataFile::Guide,
            Self::Pathway => DataFile::Pathway,
            Self::Category => DataFile::Categories,
            Self::Source => DataFile::Sources,
        }
    }
}

/// Why nothing was begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewEntityError {
    /// No id can be made of the title.
    Title(String),
    /// There is a file of that name.
    FileExists(String),
    /// The list has an entry with this id.
    EntryExists {
        /// The path of the list.
        path: String,
        /// The id.
        id: String,
    },
    /// The folder lacks this file, in which the entry would stand.
    NoList(String),
}

impl fmt::Display for NewEntityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title(title) => write!(f, "nothing can be called \"{title}\": a name needs a letter"),
            Self::FileExists(path) => write!(f, "{path} is there already, and was left alone"),
            Self::EntryExists { path, id } => write!(f, "{path} has {id} already, and was left alone"),
            Self::NoList(path) => write!(f, "there is no {path} to write it in"),
        }
    }
}

impl Error for NewEntityError {}

/// A new file, or a new entry of a file, with this title, to be filled in. What other files say is filled in from `files`.
///
/// # Errors
/// If it is there already, or cannot be called so.
pub fn new_entity(kind: NewKind, title: &str, files: &DataFiles, today: Date) -> Result<FileChange, NewEntityError> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let id = slug(&title);
    if !id.contains(|c: char| c.is_ascii_alphabetic()) {
        return Err(NewEntityError::Title(title));
    }
    let documents = Documents::read(files);
    let new = entity::NewEntity { holds: kind.holds(), id: &id, title: &title, documents: &documents, today };
    let folder = match kind {
        NewKind::Role => "roles",
        NewKind::Guide => "guides",
        NewKind::Pathway => "pathways",
        NewKind::Category => return new_entry(&new, "categories.yaml", files),
        NewKind::Source => return new_entry(&new, "sources.yaml", files),
    };
    let path = format!("{folder}/{id}.yaml");
    if files.iter().any(|(there, _)| there == path) {
        return Err(NewEntityError::FileExists(path));
    }
    let text = if kind == NewKind::Role { role::new_role_file(&new) } else { new.file() };
    let text = modeline(&path).unwrap_or_default() + &text;
    Ok(FileChange { path, before: None, after: Some(text) })
}

/// A further entry of a list.
fn new_entry(new: &entity::NewEntity<'_>, path: &str, files: &DataFiles) -> Result<FileChange, NewEntityError> {
    let Some(before) = files.text(path) else { return Err(NewEntityError::NoList(path.to_owned())) };
    if new.documents.ids(new.holds).contains(&new.id) {
        return Err(NewEntityError::EntryExists { path: path.to_owned(), id: new.id.to_owned() });
    }
    // In a file that people wrote, the list may be in brackets or stand further in.
    let list = yaml::list_at_margin(before).unwrap_or_else(|| before.to_owned());
    let end = if list.is_empty() || list.ends_with('\n') { "" } else { "\n" };
    // An empty list is written `[]`, and a first entry takes its place.
    let kept =
        if new.documents.ids(new.holds).is_empty() { list.trim_end().trim_end_matches("[]") } else { list.as_str() };
    let after = format!("{kept}{end}{}", new.entry());
    Ok(FileChange { path: path.to_owned(), before: Some(before.to_owned()), after: Some(after) })
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::{NewEntityError, NewKind, new_entity};
    use crate::content::code::Code;
    use crate::content::{DataFiles, load};

    const TODAY: Date = date(2026, 11, 27);

    fn folder(files: &[(&str, &str)]) -> DataFiles {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        DataFiles::from_memory("data", files.collect())
    }

    fn new_text(kind: NewKind, title: &str, files: &[(&str, &str)]) -> (String, String) {
        let change = new_entity(kind, title, &folder(files), TODAY).unwrap();
        (change.path, change.after.unwrap())
    }

    /// The codes of the faults of a file in an otherwise empty folder, without those of what it lacks.
    fn faults(path: &str, text: &str) -> Vec<Code> {
        let loaded = load(folder(&[(path, text)]), TODAY);
        let around =
            [Code::GuideMissing, Code::MissingFile, Code::UnknownRole, Code::RegisterNotByLaw, Code::UnknownPayScheme];
        let mut codes: Vec<Code> = loaded.diagnostics.iter().map(|item| item.code).collect();
        codes.retain(|code| !around.contains(code));
        codes.sort();
        codes
    }

    #[test]
    fn what_is_wrong_with_something_new_is_what_is_to_be_filled_in() {
        let (source, text, list) = (Code::MissingSource, Code::EmptyText, Code::EmptyList);
        for (kind, path, missing) in [
            (NewKind::Role, "roles/health-and-wellbeing-coach.yaml", vec![source, text, text, list, list, list]),
            (NewKind::Guide, "guides/health-and-wellbeing-coach.yaml", vec![source, source, text, text, text]),
        ] {
            let (written, content) = new_text(kind, "Health & Wellbeing:  Coach", &[]);
            assert_eq!(written, path);
            assert_eq!(faults(path, &content), missing, "{content}");
        }
    }

    #[test]
    fn every_key_of_a_new_role_that_may_be_used_is_a_key() {
        let (path, text) = new_text(NewKind::Role, "Coach", &[]);
        let lines = text.lines().map(|line| match line.strip_prefix('#') {
            Some(key) if key.starts_with("  ") || !key.starts_with(' ') => key,
            _ => line,
        });
        let filled = lines.collect::<Vec<_>>().join("\n");
        let filled = filled.replace(": []", ": [x]").replace("levels: [x]", "levels: [entry]");
        let filled = filled.replace("settings: [x]", "settings: [social]");
        let filled = filled.replace("summary:\n", "summary: Words.\n").replace("what_it_is:\n", "what_it_is: Words.\n");
        // The one key that goes with no progression.
        let filled = filled.replace("\nend_of_line: true", "");
        assert_eq!(faults(&path, &filled), []);
        assert!(filled.contains("\nmore_at: [association-of-nurses]"));
    }

    #[test]
    fn what_the_folder_says_is_filled_in() {
        let levels = ("levels.yaml", "- id: entry\n- id: mid\n");
        let (path, role) = new_text(NewKind::Role, "Élan Carer", &[levels]);
        assert_eq!(path, "roles/elan-carer.yaml");
        assert!(
            role.contains("title: Élan Carer\n") && role.contains("# In this folder: entry, mid.\nlevels: []"),
            "{role}"
        );

        let (_, guide) = new_text(NewKind::Guide, "Starting", &[("guides/a.yaml", "id: a\norder: 42\n")]);
        assert!(guide.contains("\norder: 50\n"), "{guide}");

        let nurse = ("roles/nurse.yaml", "id: nurse\n");
        let (_, pathway) = new_text(NewKind::Pathway, "Nurse", &[nurse]);
        assert!(pathway.contains("\nrole: nurse\n"), "{pathway}");
    }

    #[test]
    fn a_new_entry_stands_at_the_end_of_its_list_and_keeps_what_is_there() {
        let before = "# Ours\n- id: care\n  colour: {light: \"#1257a6\", dark: \"#8cbcf7\"}";
        let (path, text) = new_text(NewKind::Category, "Eye care: sight", &[("categories.yaml", before)]);
        assert_eq!(path, "categories.yaml");
        assert!(text.starts_with(&format!("{before}\n- id: eye-care-sight\n")), "{text}");
        assert!(
            text.contains("\n  title: \"Eye care: sight\"\n") && !text[before.len()..].contains("#1257a6"),
            "{text}"
        );
        let (_, first) = new_text(NewKind::Source, "A book", &[("sources.yaml", "# None yet\n[]\n")]);
        assert!(first.starts_with("# None yet\n- id: a-book\n"), "{first}");
        assert_eq!(faults("sources.yaml", &first), [Code::EmptyText, Code::EmptyText]);
    }

    #[test]
    fn what_is_there_is_left_alone() {
        let files = folder(&[("roles/coach.yaml", "mine"), ("sources.yaml", "- id: book\n")]);
        let new = |kind, title| new_entity(kind, title, &files, TODAY).unwrap_err();
        assert_eq!(new(NewKind::Role, "Coach"), NewEntityError::FileExists("roles/coach.yaml".to_owned()));
        let there = NewEntityError::EntryExists { path: "sources.yaml".to_owned(), id: "book".to_owned() };
        assert_eq!(new(NewKind::Source, "Book"), there);
        assert_eq!(new(NewKind::Category, "Book"), NewEntityError::NoList("categories.yaml".to_owned()));
        assert_eq!(new(NewKind::Role, "42 !"), NewEntityError::Title("42 !".to_owned()));
    }
}
