//! What differs between two data folders.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::model::role_keys::RoleKey;
use crate::content::documents::{Document, Documents};
use crate::content::file_form::FileForm;
use crate::content::files::DataFiles;
use crate::content::manifest::DataFile;
use crate::content::yaml::{YamlNode, YamlValue};

/// What became of something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It had this id before.
    Renamed(String),
    /// Some of its keys have other values.
    Changed,
}

impl Difference {
    /// Its word in reports.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Renamed(_) => "renamed",
            Self::Changed => "changed",
        }
    }
}

/// Something that differs: a role, an entry of a list, the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityDifference {
    /// What holds it.
    pub holds: DataFile,
    /// What messages call it: "role", "source".
    pub kind: &'static str,
    /// Its id; empty for what there is one of.
    pub id: String,
    /// Its title or name.
    pub title: String,
    /// What became of it.
    pub difference: Difference,
    /// Its keys that differ, in the order of the file; none for what is new or gone.
    pub keys: Vec<KeyDifference>,
}

/// A key with another value: the lines, or items of a list, that went and that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyDifference {
    /// The key.
    pub key: String,
    /// What went.
    pub removed: Vec<String>,
    /// What came.
    pub added: Vec<String>,
}

/// What differs between two folders, in the order of the files; in a file, in the order of ids.
#[must_use]
pub fn compare(old: &DataFiles, new: &DataFiles) -> Vec<EntityDifference> {
    let (old, new) = (Documents::read(old), Documents::read(new));
    let mut kinds: Vec<DataFile> = DataFile::all().collect();
    // People look for roles first.
    kinds.sort_by_key(|kind| !matches!(kind, DataFile::Role | DataFile::Guide | DataFile::Pathway));
    let renames = Renames::between(&old, &new);
    kinds.into_iter().flat_map(|kind| of_kind(kind, &old, &new, &renames)).collect()
}

fn of_kind(holds: DataFile, old: &Documents, new: &Documents, renames: &Renames) -> Vec<EntityDifference> {
    let Some(form) = FileForm::of(holds) else { return Vec::new() };
    let (before, after) = (entities(holds, old), entities(holds, new));
    let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let mut renamed_from = BTreeSet::new();
    let mut found = Vec::new();
    for id in ids {
        let (was, is) = (before.get(id), after.get(id));
        let former = is.filter(|_| was.is_none()).and_then(|is| former(is, &before, &after));
        let (difference, keys) = match (was, is) {
            (Some(was), Some(is)) => (Difference::Changed, differing_keys(was, is, renames)),
            (None, Some(is)) => match former {
                Some((old, was)) => {
                    renamed_from.insert(old.clone());
                    (Difference::Renamed(old.clone()), differing_keys(was, is, renames))
                }
                None => (Difference::Added, Vec::new()),
            },
            (_, None) => (Difference::Removed, Vec::new()),
        };
        if difference == Difference::Changed && keys.is_empty() {
            continue;
        }
        let title = is.or(was).map_or_else(String::new, |node| title(node));
        found.push(EntityDifference { holds, kind: form.group().name, id: id.clone(), title, difference, keys });
    }
    found.retain(|item| !(item.difference == Difference::Removed && renamed_from.contains(&item.id)));
    found
}

/// The entities of a kind by their ids.
fn entities(kind: DataFile, documents: &Documents) -> BTreeMap<String, &YamlNode> {
    let all = documents.of_kind(kind).flat_map(Document::entities);
    all.map(|entity| (id(entity), entity)).collect()
}

/// What an entity is known by: its id, or what stands for one.
fn id(entity: &YamlNode) -> String {
    if let Some(id) = entity.get("id").and_then(YamlNode::text) {
        return id.to_owned();
    }
    // A register may stand in a list once for each of its laws.
    let named = ["register", "law"].iter().filter_map(|key| entity.get(key)?.text());
    let said = match entity.get("say").map(|say| &say.kind) {
        Some(YamlValue::List(words)) => words.first().and_then(YamlNode::text),
        _ => None,
    };
    named.chain(said).collect::<Vec<_>>().join(", ")
}

fn title(entity: &YamlNode) -> String {
    let text = ["title", "name"].iter().find_map(|key| entity.get(key)?.text());
    text.map_or_else(|| id(entity), str::to_owned)
}

/// The entity that this one was, by its former ids.
fn former<'a>(
    is: &YamlNode,
    before: &'a BTreeMap<String, &'a YamlNode>,
    after: &BTreeMap<String, &YamlNode>,
) -> Option<(&'a String, &'a YamlNode)> {
    let YamlValue::List(ids) = &is.get(RoleKey::FormerIds.name())?.kind else { return None };
    let gone = ids.iter().filter_map(YamlNode::text).filter(|id| !after.contains_key(*id));
    gone.filter_map(|id| before.get_key_value(id)).map(|(id, node)| (id, *node)).next()
}

fn differing_keys(was: &YamlNode, is: &YamlNode, renames: &Renames) -> Vec<KeyDifference> {
    let (YamlValue::Map(before), YamlValue::Map(after)) = (&was.kind, &is.kind) else { return Vec::new() };
    let gone = before.iter().filter(|(key, _)| is.get(key.as_str()).is_none());
    let keys = after.iter().chain(gone).map(|(key, _)| key.as_str());
    let differing = keys.filter_map(|key| {
        let of =
            |node: &YamlNode, renames: &Renames| node.get(key).map(|value| parts(value, renames)).unwrap_or_default();
        let (as_it_was, old, new) = (of(was, &Renames::default()), of(was, renames), of(is, &Renames::default()));
        // A text may have a word that is an id of a role too.
        if as_it_was == new || old == new {
            return None;
        }
        let without = |parts: &[String], others: &[String]| -> Vec<String> {
            parts.iter().filter(|part| !others.contains(part)).cloned().collect()
        };
        let (mut removed, mut added) = (without(&old, &new), without(&new, &old));
        // Only the order differs.
        if removed.is_empty() && added.is_empty() {
            (removed, added) = (old, new);
        }
        Some(KeyDifference { key: key.to_owned(), removed, added })
    });
    differing.collect()
}

/// A value in parts that can be compared: the items of a list, or the lines of a text.
fn parts(node: &YamlNode, renames: &Renames) -> Vec<String> {
    match &node.kind {
        YamlValue::List(items) => items.iter().map(|item| part(item, renames)).collect(),
        YamlValue::Scalar { text, .. } => {
            let text = renames.applied_to(text.trim());
            text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
        }
        YamlValue::Map(_) | YamlValue::Refused => vec![part(node, renames)],
    }
}

/// A value on one line.
fn part(node: &YamlNode, renames: &Renames) -> String {
    match &node.kind {
        YamlValue::Scalar { text, .. } => renames.applied_to(text).split_whitespace().collect::<Vec<_>>().join(" "),
        YamlValue::List(items) => {
            format!("[{}]", items.iter().map(|item| part(item, renames)).collect::<Vec<_>>().join(", "))
        }
        YamlValue::Map(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("{}: {}", key.as_str(), part(value, renames)));
            entries.collect::<Vec<_>>().join(", ")
        }
        YamlValue::Refused => String::new(),
    }
}

/// The roles that have another id, by the id that they had: who only names one of them has not changed.
#[derive(Debug, Default)]
struct Renames(BTreeMap<String, String>);

impl Renames {
    fn between(old: &Documents, new: &Documents) -> Self {
        let (before, after) = (entities(DataFile::Role, old), entities(DataFile::Role, new));
        let new_roles = after.iter().filter(|(id, _)| !before.contains_key(*id));
        let renamed = new_roles.filter_map(|(id, is)| Some((former(is, &before, &after)?.0.clone(), id.clone())));
        Self(renamed.collect())
    }

    /// A text with the new ids of the roles that it names or links to.
    fn applied_to(&self, text: &str) -> String {
        if let Some(new) = self.0.get(text.trim()) {
            return new.clone();
        }
        let links = self.0.iter().filter(|(old, _)| text.contains(old.as_str()));
        links.fold(text.to_owned(), |text, (old, new)| {
            text.replace(&format!("(/roles/{old})"), &format!("(/roles/{new})"))
        })
    }
}
