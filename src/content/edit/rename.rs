//! Gives a role another id, everywhere.

use std::ops::Range;

use crate::catalogue::model::reference::slug;
use crate::catalogue::model::role_keys::RoleKey;
use crate::content::change_set::ChangeSet;
use crate::content::documents::{Document, Documents};
use crate::content::edit::error::{EditError, known_role};
use crate::content::edit::links;
use crate::content::edit::set_key::add_to_list;
use crate::content::edit::text_edit::{TextEdit, apply};
use crate::content::edit::walk::{RoleMention, places};
use crate::content::file_change::FileChange;
use crate::content::file_form::FileForm;
use crate::content::files::DataFiles;
use crate::content::manifest::DataFile;
use crate::content::yaml::{YamlNode, YamlValue};

/// The changes that give a role another id: its file and every reference. Its old id becomes a former id, so that its old
/// address leads to its page.
///
/// # Errors
/// If there is no such role, or the new id cannot be had.
pub fn rename_role(files: &DataFiles, old: &str, new: &str) -> Result<ChangeSet, EditError> {
    let documents = Documents::read(files);
    let ids = known_role(&documents, old)?;
    if new.is_empty() || slug(new) != new {
        return Err(EditError::NotAnId(new.to_owned()));
    }
    if ids.contains(&new) {
        return Err(EditError::Taken(new.to_owned()));
    }
    let mut changes = Vec::new();
    for document in documents.iter() {
        let mut edits = references(document, old, new);
        let is_own = is_file_of(document, old);
        if is_own {
            edits.extend(own_ids(document, old, new));
        }
        let after = Some(apply(&document.text, edits));
        let before = Some(document.text.clone());
        if is_own {
            changes.push(FileChange { path: document.path.clone(), before, after: None });
            changes.push(FileChange { path: format!("roles/{new}.yaml"), before: None, after });
        } else {
            changes.push(FileChange { path: document.path.clone(), before, after });
        }
    }
    Ok(ChangeSet::new(changes))
}

/// Whether this is the file of a role.
pub fn is_file_of(document: &Document, id: &str) -> bool {
    document.kind == DataFile::Role && document.root.get(RoleKey::Id.name()).and_then(YamlNode::text) == Some(id)
}

/// The edits that put `new` in the place of every reference to `old`.
fn references(document: &Document, old: &str, new: &str) -> Vec<TextEdit> {
    let Some(form) = FileForm::of(document.kind) else { return Vec::new() };
    let mut edits = Vec::new();
    for entity in document.entities() {
        places(entity, form.group(), &mut |place| match place {
            RoleMention::Id(node) if node.text() == Some(old) => edits.push(replaced(&document.text, node, new)),
            RoleMention::Id(_) => {}
            RoleMention::Markdown(node) => edits.extend(links::renamed(&document.text, node.span.range(), old, new)),
        });
    }
    edits
}

/// The edit that writes another id in the place of one, in the same quotes.
pub fn replaced(text: &str, node: &YamlNode, new: &str) -> TextEdit {
    let Range { start, end } = node.span.range();
    let quote = text.get(start..end).filter(|written| written.starts_with(['"', '\''])).and_then(|it| it.get(..1));
    let quote = quote.unwrap_or_default();
    TextEdit::new(start..end, format!("{quote}{new}{quote}"))
}

/// The edits of the role's own file: its id, and its former ids with the old one and without the new one.
fn own_ids(document: &Document, old: &str, new: &str) -> Vec<TextEdit> {
    let mut edits: Vec<TextEdit> =
        document.root.get(RoleKey::Id.name()).map(|id| replaced(&document.text, id, new)).into_iter().collect();
    let former = document.root.get(RoleKey::FormerIds.name());
    let items: &[YamlNode] = match former.map(|list| &list.kind) {
        Some(YamlValue::List(items)) => items,
        _ => &[],
    };
    let back = items.iter().position(|item| item.text() == Some(new));
    match (former, back) {
        // It takes back an id that it had: the other takes that one's place.
        (Some(_), Some(at)) => edits.extend(items.get(at).map(|item| replaced(&document.text, item, old))),
        _ => edits.extend(add_to_list(document, RoleKey::FormerIds, &[old])),
    }
    edits
}
