//! A small sound folder, with which a new hub begins.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::content::change_set::ChangeSet;
use crate::content::file_change::FileChange;
use crate::content::files::DataFiles;
use crate::content::json_schema::{modeline, schema_files};

/// The files. A debug build reads the folder instead.
#[derive(rust_embed::RustEmbed)]
#[folder = "src/content/starter/files/"]
struct Files;

/// What stands in the files for the day on which the folder is begun, and for the day by which its texts are to be reviewed.
const DAYS: (&str, &str) = ("2000-01-01", "2001-01-01");

/// The files of a new folder, with the schemas that editors read.
#[must_use]
pub fn new_folder(today: Date) -> ChangeSet {
    let (begun, review_by) = (today.to_string(), today.saturating_add(1.year()).to_string());
    let texts = Files::iter().filter_map(|path| {
        let text = String::from_utf8(Files::get(&path)?.data.into_owned()).ok()?;
        let text = text.replace(DAYS.0, &begun).replace(DAYS.1, &review_by);
        Some((path.to_string(), modeline(&path).unwrap_or_default() + &text))
    });
    let texts: Vec<(String, String)> = texts.collect();
    let bytes = texts.iter().filter(|(path, _)| path.ends_with(".yaml"));
    let files =
        DataFiles::from_memory("", bytes.map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect());
    let all = texts.into_iter().chain(schema_files(&files));
    ChangeSet::new(all.map(|(path, text)| FileChange { path, before: None, after: Some(text) }).collect())
}
