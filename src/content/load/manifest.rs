//! What files a data folder has, and whether one is text at all.

use crate::content::code::Code;
use crate::content::files::MAX_FILE;

/// The files that every data folder has, and what one entry of each is called.
pub const LISTS: [&str; 8] = [
    "categories.yaml",
    "facts.yaml",
    "levels.yaml",
    "organisations.yaml",
    "qualifications.yaml",
    "settings.yaml",
    "site.yaml",
    "sources.yaml",
];
/// The file that a data folder may have besides.
pub const SYNONYMS: &str = "synonyms.yaml";
/// The folders that hold one thing a file.
const FOLDERS: [&str; 3] = ["guides", "pathways", "roles"];

/// What to do about a file that has no place in a data folder, if it has none.
pub fn unexpected(path: &str) -> Option<String> {
    if let Some(start) = path.strip_suffix(".yml") {
        return Some(format!("rename it to {start}.yaml"));
    }
    match path.split_once('/') {
        None if LISTS.contains(&path) || path == SYNONYMS => None,
        Some((folder, name)) if FOLDERS.contains(&folder) && !name.contains('/') => None,
        Some((folder, name)) if FOLDERS.contains(&folder) => {
            let name = name.rsplit('/').next().unwrap_or(name);
            Some(format!("move it to {folder}/{name}: folders within {folder}/ are not read"))
        }
        Some(_) => Some(format!("files stand in {}", FOLDERS.join("/, ") + "/")),
        None => {
            let lists = LISTS.join(", ");
            Some(format!("the files here are {lists} and {SYNONYMS}; all others stand in {}/", FOLDERS.join("/, ")))
        }
    }
}

/// What is wrong with a whole file.
type Fault = (Code, String);

/// The text of a file; where it is none, as much of it as is.
pub fn decode(bytes: Vec<u8>) -> (String, Option<Fault>) {
    if bytes.len() as u64 > MAX_FILE {
        return (String::new(), Some((Code::FileTooLarge, "this file is larger than 1 MiB".to_owned())));
    }
    let (mut text, mut fault) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let mut bytes = error.into_bytes();
            bytes.truncate(valid);
            let message = "from here on, this file is not UTF-8 text".to_owned();
            (String::from_utf8(bytes).unwrap_or_default(), Some((Code::NotUtf8, message)))
        }
    };
    if let Some(at) = text.find('\0') {
        text.truncate(at);
        fault = Some((Code::NulByte, "there is a NUL byte here".to_owned()));
    }
    (text, fault)
}

/// How the troubles with whole files are mended.
pub fn mend(code: Code) -> &'static str {
    match code {
        Code::NotAFile => "put a file in its place, or take it away",
        Code::LinkLoop => "take the link away",
        Code::FileTooLarge => "split it; a data file has a few kilobytes",
        Code::TooManyFiles | Code::TooMuchData => "is this the data folder?",
        Code::NotUtf8 => "save the file as UTF-8",
        Code::UnexpectedFile => "rename it in small letters, digits and hyphens",
        Code::NulByte => "is this a text file? If so, write it anew",
        _ => "look at who may read it, and whether it is there",
    }
}
