//! What a data folder lacks, when its reviews are due, and where its links lead: what an editor plans by.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::model::role_keys::{Presence, RoleKey};
use crate::content::decode::{GroupForm, ValueForm};
use crate::content::documents::{Document, Documents};
use crate::content::file_form::FileForm;
use crate::content::files::DataFiles;
use crate::content::links::{LinkTarget, parse_link};
use crate::content::manifest::DataFile;
use crate::content::yaml::{YamlNode, YamlValue};

/// The keys of which a page says that they are not recorded, or that few readers miss: no gap without them.
const NO_GAP: [RoleKey; 12] = [
    RoleKey::OtherTitles,
    RoleKey::Family,
    RoleKey::EndOfLine,
    RoleKey::Grow,
    RoleKey::Marks,
    RoleKey::Media,
    RoleKey::Links,
    RoleKey::LookFor,
    RoleKey::FormerIds,
    RoleKey::Notes,
    RoleKey::Changed,
    RoleKey::Registration,
];

/// The keys of a day by which something is due.
const DUE: &str = "review_by";

/// What a folder lacks and has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inventory {
    /// Number of roles.
    pub roles: usize,
    /// Each role that lacks a key which a reader looks for, with these keys; those that lack most first.
    pub gaps: Vec<(String, Vec<&'static str>)>,
    /// What is due for review, by month: `2027-11`, and the files and entries.
    pub due: BTreeMap<String, Vec<String>>,
    /// The addresses of other sites, each with the places that name it.
    pub links: BTreeMap<String, BTreeSet<String>>,
}

/// Looks through the files.
#[must_use]
pub fn inventory(files: &DataFiles) -> Inventory {
    let documents = Documents::read(files);
    let mut found = Inventory { roles: documents.of_kind(DataFile::Role).count(), ..Inventory::default() };
    found.gaps = documents.of_kind(DataFile::Role).filter_map(gaps).collect();
    found.gaps.sort_by_key(|(role, keys)| (std::cmp::Reverse(keys.len()), role.clone()));
    let sites: BTreeMap<&str, &str> = documents
        .of_kind(DataFile::Sources)
        .flat_map(Document::entities)
        .filter_map(|source| Some((source.get("id")?.text()?, origin(source.get("url")?.text()?)?)))
        .collect();
    for document in documents.iter() {
        let Some(form) = FileForm::of(document.kind) else { continue };
        for entity in document.entities() {
            let place = match &form {
                FileForm::Group(_) => document.path.clone(),
                FileForm::Entries(_) => {
                    let id = ["id", "register"].iter().find_map(|key| entity.get(key)?.text()).unwrap_or_default();
                    format!("{}: {id}", document.path)
                }
            };
            let mut walk = Walk { found: &mut found, place: &place, sites: &sites };
            walk.group(entity, form.group());
        }
    }
    found
}

/// The keys that a role lacks; `None` if none.
fn gaps(document: &Document) -> Option<(String, Vec<&'static str>)> {
    let is_looked_for = |key: &&RoleKey| key.info().presence != Presence::Required && !NO_GAP.contains(key);
    let lacks = |key: &&RoleKey| match document.root.get(key.name()).map(|node| &node.kind) {
        Some(YamlValue::List(items)) => items.is_empty() && **key != RoleKey::Judged,
        Some(YamlValue::Scalar { .. }) => document.root.get(key.name()).and_then(YamlNode::text).is_none(),
        Some(_) => false,
        None => true,
    };
    let missing: Vec<&str> = RoleKey::ALL.iter().filter(is_looked_for).filter(lacks).map(|key| key.name()).collect();
    let id = document.root.get(RoleKey::Id.name())?.text()?;
    (!missing.is_empty()).then(|| (id.to_owned(), missing))
}

/// Scheme and host of an address.
fn origin(url: &str) -> Option<&str> {
    let host = url.find("://")? + 3;
    let end = url.get(host..)?.find('/').map_or(url.len(), |slash| host + slash);
    url.get(..end)
}

struct Walk<'a> {
    found: &'a mut Inventory,
    place: &'a str,
    /// The origin of each source that has an address.
    sites: &'a BTreeMap<&'a str, &'a str>,
}

impl Walk<'_> {
    fn group(&mut self, node: &YamlNode, form: &GroupForm) {
        let YamlValue::Map(entries) = &node.kind else { return };
        for (key, value) in entries {
            let Some(key) = form.key(key.as_str()) else { continue };
            if let (DUE, Some(month)) = (key.key, value.text().and_then(|day| day.get(..7))) {
                self.found.due.entry(month.to_owned()).or_default().push(self.place.to_owned());
            }
            let values = match &value.kind {
                YamlValue::List(items) => items.as_slice(),
                _ => std::slice::from_ref(value),
            };
            for value in values {
                self.value(node, value, &key.value);
            }
        }
    }

    fn value(&mut self, group: &YamlNode, value: &YamlNode, form: &ValueForm) {
        match (form, value.text()) {
            (ValueForm::Group(form), _) => self.group(value, form),
            (ValueForm::WebAddress, Some(address)) => self.link(address.to_owned()),
            (ValueForm::PageAddress, Some(path)) if path.starts_with('/') => {
                let site = group.get("source").and_then(YamlNode::text).and_then(|source| self.sites.get(source));
                if let Some(site) = site {
                    self.link(format!("{site}{path}"));
                }
            }
            (ValueForm::PageAddress, Some(address)) => self.link(address.to_owned()),
            (ValueForm::Markdown, Some(text)) => {
                for address in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
                    self.link(address.to_owned());
                }
            }
            _ => {}
        }
    }

    /// Notes an address that a browser opens on another site.
    fn link(&mut self, address: String) {
        let is_page = address.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("https:"));
        if is_page && parse_link(&address) == Ok(LinkTarget::OtherSite) {
            self.found.links.entry(address).or_default().insert(self.place.to_owned());
        }
    }
}
