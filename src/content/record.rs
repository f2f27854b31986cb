//! Adds what changed to `changes.yaml`.

use jiff::civil::Date;

use crate::content::comparison::{Difference, EntityDifference};
use crate::content::file_change::FileChange;
use crate::content::files::DataFiles;
use crate::content::json_schema::modeline;
use crate::content::manifest::DataFile;
use crate::content::yaml::{self, scalar};

/// The file.
const PATH: &str = "changes.yaml";
/// The keys that say when a file was looked over, not what it says.
const ABOUT_REVIEWS: [&str; 2] = ["reviewed", "review_by"];
/// The comment at the head of a new file.
const HEAD: &str =
    "# What changed in the data, the latest day first: `career-pathways diff OLD NEW --record` adds to it.\n";

/// The change of `changes.yaml` that records differences of roles, guides and pathways under a day; `None` without any. What is
/// recorded under this day already is not recorded twice.
#[must_use]
pub fn record(files: &DataFiles, differences: &[EntityDifference], day: Date) -> Option<FileChange> {
    let before = files.text(PATH).map(str::to_owned);
    // In a file that people wrote, the list may be in brackets or stand further in.
    let list = before.as_deref().map(|text| yaml::list_at_margin(text).unwrap_or_else(|| text.to_owned()));
    let same_day = list.as_deref().and_then(|text| same_day(text, day));
    let is_new = |entry: &String| !same_day.as_ref().is_some_and(|there| there.text.contains(entry.as_str()));
    let entries: String = differences.iter().filter(|item| is_recorded(item)).map(entry).filter(is_new).collect();
    if entries.is_empty() {
        return None;
    }
    let new = format!("- day: {day}\n  changes:\n{entries}");
    let after = match (list, same_day) {
        (None, _) => format!("{}{HEAD}{new}", modeline(PATH).unwrap_or_default()),
        (Some(text), Some(SameDay { text: there, end })) => {
            let line_end = if there.ends_with('\n') { "" } else { "\n" };
            format!("{}{line_end}{entries}{}", &text[..end], &text[end..])
        }
        (Some(text), None) => {
            // The latest day stands first, behind the comments at the head.
            let head = text.lines().take_while(|line| line.starts_with('#')).map(|line| line.len() + 1).sum::<usize>();
            let (head, rest) = text.split_at(head.min(text.len()));
            let rest = if rest.trim() == "[]" { "" } else { rest };
            format!("{head}{new}{rest}")
        }
    };
    Some(FileChange { path: PATH.to_owned(), before, after: Some(after) })
}

/// What is recorded under a day already.
struct SameDay {
    /// Its lines.
    text: String,
    /// Where they end in the file.
    end: usize,
}

/// The entry of a day that stands first in a list, or further down.
fn same_day(text: &str, day: Date) -> Option<SameDay> {
    let first = format!("- day: {day}\n");
    let start = text.find(&first).filter(|at| *at == 0 || text[..*at].ends_with('\n'))?;
    let rest = &text[start + first.len()..];
    let len = rest.split_inclusive('\n').take_while(|line| line.starts_with(' ')).map(str::len).sum::<usize>();
    Some(SameDay { text: rest[..len].to_owned(), end: start + first.len() + len })
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
