//! Changes of files, for people to read before they are made.

use std::fmt::Write as _;

use similar::TextDiff;

use crate::content::change_set::ChangeSet;
use crate::content::file_change::FileChange;

/// Lines shown around each change.
const CONTEXT: usize = 1;

/// The changes as `diff` shows them: lines that go begin with `-`, lines that come with `+`.
pub(super) fn preview(changes: &ChangeSet) -> String {
    let mut text = String::new();
    for FileChange { path, before, after } in changes.iter() {
        let headed = |there: &Option<String>| if there.is_some() { path.clone() } else { "no file".to_owned() };
        let (before_text, after_text) = (before.as_deref().unwrap_or_default(), after.as_deref().unwrap_or_default());
        let diff = TextDiff::from_lines(before_text, after_text);
        let shown = diff.unified_diff().context_radius(CONTEXT).header(&headed(before), &headed(after)).to_string();
        let _ = write!(text, "{shown}");
    }
    text
}
