//! Adds what changed to `changes.yaml`.

use jiff::civil::Date;

use crate::content::comparison::{Difference, EntityDifference};
use crate::content::file_change::FileChange;
use crate::content::files::DataFiles;
use crate::content::json_schema::modeline;
use crate::content::manifest::DataFile;
use crate::content::yaml::scalar;

/// The file.
const PATH: &str = "changes.yaml";
/// The keys that say when a file was looked over, not what it says.
const ABOUT_REVIEWS: [&str; 2] = ["reviewed", "review_by"];
/// The comment at the head of a new file.
const HEAD: &str =
    "# What changed in the data, the latest day first: `career-pathways diff OLD NEW --record` adds to it.\n";

/// The change of `changes.yaml` that records differences of roles, guides and pathways under a day; `None` without any.
#[must_use]
pub fn record(files: &DataFiles, differences: &[EntityDifference], day: Date) -> Option<FileChange> {
    let entries: String = differences.iter().filter(|item| is_recorded(item)).map(entry).collect();
    if entries.is_empty() {
        return None;
    }
    let before = files.text(PATH).map(str::to_owned);
    let new = format!("- day: {day}\n  changes:\n{entries}");
    let after = match &before {
        None => format!("{}{HEAD}{new}", modeline(PATH).unwrap_or_default()),
        Some(text) => {
            // The latest day stands first, behind the comments at the head.
            let head = text.lines().take_while(|line| line.starts_with('#')).map(|line| line.len() + 1).sum::<usize>();
            let (head, rest) = text.split_at(head.min(text.len()));
            let rest = if rest.trim() == "[]" { "" } else { rest };
            format!("{head}{new}{rest}")
        }
    };
    Some(FileChange { path: PATH.to_owned(), before, after: Some(after) })
}

/// Whether readers are told of it.
fn is_recorded(item: &EntityDifference) -> bool {
    let is_page = matches!(item.holds, DataFile::Role | DataFile::Guide | DataFile::Pathway);
    let only_reviewed =
        item.difference == Difference::Changed && item.keys.iter().all(|key| ABOUT_REVIEWS.contains(&key.key.as_str()));
    is_page && !only_reviewed
}

fn entry(item: &EntityDifference) -> String {
    format!(
        "    - kind: {}\n      id: {}\n      title: {}\n      change: {}\n",
        item.kind,
        scalar(&item.id),
        scalar(&item.title),
        item.difference.word()
    )
}
