//! Takes a role away, with every reference to it.

use crate::catalogue::model::role_keys::{Presence, RoleKey};
use crate::content::change_set::ChangeSet;
use crate::content::decode::{GroupForm, KeyForm, ValueForm};
use crate::content::documents::{Document, Documents};
use crate::content::edit::error::{EditError, known_role};
use crate::content::edit::layout::{KeyAndValue, without_items, without_keys};
use crate::content::edit::links;
use crate::content::edit::rename::{is_file_of, replaced};
use crate::content::edit::set_key::add_to_list;
use crate::content::edit::text_edit::{TextEdit, apply};
use crate::content::edit::walk::names_role;
use crate::content::file_change::FileChange;
use crate::content::file_form::FileForm;
use crate::content::files::DataFiles;
use crate::content::yaml::{YamlNode, YamlValue};

/// What a synonym has besides its meanings.
const NO_MEANING: [&str; 2] = ["say", "language"];

/// The changes that take a role away. `instead` takes its place: references then lead to it, and so does the old address.
/// Without it, references are taken away, each with as much around it as makes no sense without.
///
/// # Errors
/// If there is no such role, or a file is about it and cannot do without.
pub fn remove_role(files: &DataFiles, id: &str, instead: Option<&str>) -> Result<ChangeSet, EditError> {
    let documents = Documents::read(files);
    known_role(&documents, id)?;
    if let Some(instead) = instead {
        known_role(&documents, instead)?;
        if instead == id {
            return Err(EditError::Itself(id.to_owned()));
        }
    }
    let gone = documents.iter().find(|document| is_file_of(document, id));
    let former = gone.map(former_ids).unwrap_or_default();
    let mut changes = Vec::new();
    for document in documents.iter() {
        let before = Some(document.text.clone());
        if is_file_of(document, id) {
            changes.push(FileChange { path: document.path.clone(), before, after: None });
            continue;
        }
        let is_successor = instead.is_some_and(|instead| is_file_of(document, instead));
        // A role does not lead to itself, so in its own file nothing takes the place of a reference.
        let pruner = Pruner { text: &document.text, id, instead: instead.filter(|_| !is_successor) };
        let mut edits = pruner
            .document(document)
            .ok_or_else(|| EditError::Needed { path: document.path.clone(), id: id.to_owned() })?;
        if is_successor {
            edits.extend(add_to_list(document, RoleKey::FormerIds, &[&[id], former.as_slice()].concat()));
        }
        changes.push(FileChange { path: document.path.clone(), before, after: Some(apply(&document.text, edits)) });
    }
    Ok(ChangeSet::new(changes))
}

fn former_ids(document: &Document) -> Vec<&str> {
    match document.root.get(RoleKey::FormerIds.name()).map(|list| &list.kind) {
        Some(YamlValue::List(items)) => items.iter().filter_map(YamlNode::text).collect(),
        _ => Vec::new(),
    }
}

/// What becomes of a part of a file.
enum Fate {
    /// It stays, with these edits within.
    Stays(Vec<TextEdit>),
    /// It makes no sense without the role.
    Goes,
}

struct Pruner<'a> {
    text: &'a str,
    id: &'a str,
    instead: Option<&'a str>,
}

impl Pruner<'_> {
    /// The edits of a file; `None` if it makes no sense without the role.
    fn document(&self, document: &Document) -> Option<Vec<TextEdit>> {
        let Some(form) = FileForm::of(document.kind) else { return Some(Vec::new()) };
        let fate = match (&form, &document.root.kind) {
            (FileForm::Entries(group), YamlValue::List(items)) => {
                self.list(&document.root, items, Presence::Optional, |item| self.group(item, group))
            }
            _ => self.group(&document.root, form.group()),
        };
        match fate {
            Fate::Stays(edits) => Some(edits),
            Fate::Goes => None,
        }
    }

    fn group(&self, node: &YamlNode, form: &GroupForm) -> Fate {
        let YamlValue::Map(entries) = &node.kind else { return Fate::Stays(Vec::new()) };
        let (mut edits, mut gone) = (Vec::new(), Vec::new());
        for (at, (key, value)) in entries.iter().enumerate() {
            let Some(key) = form.key(key.as_str()) else { continue };
            match self.value(value, key) {
                Fate::Stays(inner) => edits.extend(inner),
                Fate::Goes if key.presence == Presence::Optional => gone.push(at),
                Fate::Goes => return Fate::Goes,
            }
        }
        let stays = |(at, (key, _)): (usize, &KeyAndValue)| {
            !(gone.contains(&at) || form.name == "synonym" && NO_MEANING.contains(&key.as_str()))
        };
        if !gone.is_empty() && !entries.iter().enumerate().any(stays) {
            return Fate::Goes;
        }
        edits.extend(without_keys(self.text, node, &gone));
        Fate::Stays(edits)
    }

    fn value(&self, node: &YamlNode, form: &KeyForm) -> Fate {
        let may_be_list = form.is_list || matches!(form.value, ValueForm::OneOrMore(_));
        match &node.kind {
            YamlValue::List(items) if may_be_list => {
                let there = |id| items.iter().any(|item| self.named(item, &form.value) == Some(id));
                // Beside the role that takes its place it would stand twice.
                let twice = self.instead.is_some_and(there);
                self.list(node, items, form.presence, |item| {
                    if twice && self.named(item, &form.value) == Some(self.id) {
                        return Fate::Goes;
                    }
                    self.one(item, &form.value)
                })
            }
            _ => self.one(node, &form.value),
        }
    }

    /// A list, which goes if it must have an item or may be left out, and none stays.
    fn list(&self, node: &YamlNode, items: &[YamlNode], presence: Presence, fate: impl Fn(&YamlNode) -> Fate) -> Fate {
        let (mut edits, mut gone) = (Vec::new(), Vec::new());
        for (at, item) in items.iter().enumerate() {
            match fate(item) {
                Fate::Stays(inner) => edits.extend(inner),
                Fate::Goes => gone.push(at),
            }
        }
        if gone.is_empty() || gone.len() < items.len() {
            edits.extend(without_items(self.text, node, &gone));
            return Fate::Stays(edits);
        }
        match presence {
            Presence::RequiredMaybeEmpty => Fate::Stays(vec![TextEdit::new(node.span.range(), "[]")]),
            _ => Fate::Goes,
        }
    }

    fn one(&self, node: &YamlNode, form: &ValueForm) -> Fate {
        match form {
            ValueForm::Group(group) => self.group(node, group),
            ValueForm::Markdown => {
                let range = node.span.range();
                Fate::Stays(match self.instead {
                    Some(instead) => links::renamed(self.text, range, self.id, instead),
                    None => links::unlinked(self.text, range, self.id),
                })
            }
            form if names_role(form) && node.text() == Some(self.id) => match self.instead {
                Some(instead) => Fate::Stays(vec![replaced(self.text, node, instead)]),
                None => Fate::Goes,
            },
            _ => Fate::Stays(Vec::new()),
        }
    }

    /// The role that an item of a list names: itself, or under `to`, by which a progression leads to one.
    fn named<'n>(&self, item: &'n YamlNode, form: &ValueForm) -> Option<&'n str> {
        match form {
            ValueForm::Group(group) => {
                let key = group.keys.iter().find(|key| key.key == "to" && names_role(&key.value))?;
                item.get(key.key)?.text()
            }
            form if names_role(form) => item.text(),
            _ => None,
        }
    }
}
