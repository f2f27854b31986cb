//! The YAML trees of a data folder, for what works on files as they are written: new entries, edits, tables, comparisons.

use crate::catalogue::filter::REGISTERED;
use crate::catalogue::model::role::EntryFrom;
use crate::content::decode::ReferenceTarget;
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::files::DataFiles;
use crate::content::manifest::DataFile;
use crate::content::source::SourceFiles;
use crate::content::yaml;
use crate::content::yaml::{YamlNode, YamlValue};

/// The trees of all readable YAML files, in the order of their paths.
#[derive(Debug, Default)]
pub struct Documents(Vec<Document>);

/// One file.
#[derive(Debug)]
pub struct Document {
    /// Its path within the folder.
    pub path: String,
    /// Its text.
    pub text: String,
    /// What it holds.
    pub kind: DataFile,
    /// Its tree.
    pub root: YamlNode,
}

impl Documents {
    /// Parses the files. Those that are no YAML, or not of a data folder, are left out.
    #[must_use]
    pub fn read(files: &DataFiles) -> Self {
        let mut read = Self::default();
        for (path, bytes) in files.iter() {
            let (Ok(kind), Ok(text)) = (DataFile::of(path), std::str::from_utf8(bytes)) else { continue };
            if kind == DataFile::Interface {
                continue;
            }
            let file = SourceFiles::default().add(path.to_owned(), String::new());
            // Its faults are what `check` says.
            let tree = yaml::parse(file, text, &mut DiagnosticSink::default());
            let document = |root| Document { path: path.to_owned(), text: text.to_owned(), kind, root };
            read.0.extend(tree.root.map(document));
        }
        read
    }

    /// The paths of the YAML files that [`Self::read`] leaves out, or has only a part of, because of their faults.
    #[must_use]
    pub fn faulty(files: &DataFiles) -> Vec<String> {
        let is_faulty = |path: &str, bytes: &[u8]| {
            let Ok(text) = std::str::from_utf8(bytes) else { return true };
            let mut sink = DiagnosticSink::default();
            yaml::parse(SourceFiles::default().add(path.to_owned(), String::new()), text, &mut sink);
            sink.any_error()
        };
        let of_data = files.iter().filter(|(path, _)| DataFile::of(path).is_ok_and(|kind| kind != DataFile::Interface));
        of_data.filter(|(path, bytes)| is_faulty(path, bytes)).map(|(path, _)| path.to_owned()).collect()
    }

    /// Every file.
    pub fn iter(&self) -> impl Iterator<Item = &Document> {
        self.0.iter()
    }

    /// The files that hold this.
    pub fn of_kind(&self, kind: DataFile) -> impl Iterator<Item = &Document> {
        self.0.iter().filter(move |document| document.kind == kind)
    }

    /// The ids of the entities of a kind: one a file, or one an entry.
    pub fn ids(&self, kind: DataFile) -> Vec<&str> {
        self.values(kind, "id").collect()
    }

    /// What a reference to this may name, in the order of the files; nothing for the path of a page.
    #[must_use]
    pub fn choices(&self, target: ReferenceTarget) -> Vec<&str> {
        match target {
            ReferenceTarget::Role => self.ids(DataFile::Role),
            ReferenceTarget::Level => self.ids(DataFile::Levels),
            ReferenceTarget::Setting => self.ids(DataFile::Settings),
            ReferenceTarget::Qualification => self.ids(DataFile::Qualifications),
            ReferenceTarget::Contact => self.ids(DataFile::Contact),
            ReferenceTarget::Category => self.ids(DataFile::Categories),
            ReferenceTarget::Source => self.ids(DataFile::Sources),
            ReferenceTarget::Organisation => self.ids(DataFile::Organisations),
            ReferenceTarget::Fact => self.ids(DataFile::Facts),
            ReferenceTarget::PayScheme => self.ids(DataFile::Pay),
            ReferenceTarget::Guide => self.ids(DataFile::Guide),
            ReferenceTarget::Pathway => self.ids(DataFile::Pathway),
            ReferenceTarget::Beginning => {
                let without_list = [EntryFrom::EXPERIENCE, EntryFrom::NOT_KNOWN];
                [self.ids(DataFile::Qualifications), without_list.to_vec(), self.ids(DataFile::Role)].concat()
            }
            ReferenceTarget::StartingPoint => [self.ids(DataFile::Qualifications), vec![REGISTERED]].concat(),
            ReferenceTarget::WordList => self.nested(DataFile::Matcher, &["words"], "id"),
            ReferenceTarget::PayChoice => {
                let without_scale = self.of_kind(DataFile::Pay).flat_map(Document::entities);
                let without_scale = without_scale.filter(|scheme| scheme.get("scale").is_none());
                let mut choices = self.nested(DataFile::Pay, &["scale", "bands"], "band");
                choices.extend(without_scale.filter_map(|scheme| scheme.get("id")?.text()));
                choices
            }
            ReferenceTarget::Page => Vec::new(),
        }
    }

    /// Whether a level is only guidance, so that no role stands on it.
    pub fn is_guidance(&self, level: &str) -> bool {
        let text = |entity: &YamlNode, key| entity.get(key).and_then(YamlNode::text).map(str::to_owned);
        let mut levels = self.of_kind(DataFile::Levels).flat_map(Document::entities);
        levels.any(|entity| {
            text(entity, "id").as_deref() == Some(level) && text(entity, "roles").as_deref() == Some("false")
        })
    }

    /// The value of a key of each entity of a kind that has it.
    pub fn values(&self, kind: DataFile, key: &str) -> impl Iterator<Item = &str> {
        self.of_kind(kind).flat_map(Document::entities).filter_map(move |entity| entity.get(key)?.text())
    }

    /// The value of `key` in each group of the list at `path` of each entity.
    fn nested(&self, kind: DataFile, path: &[&str], key: &str) -> Vec<&str> {
        let lists = self.of_kind(kind).flat_map(Document::entities);
        let lists = lists.filter_map(|entity| path.iter().try_fold(entity, |node, key| node.get(key)));
        let groups = lists.flat_map(|list| match &list.kind {
            YamlValue::List(items) => items.as_slice(),
            _ => &[],
        });
        groups.filter_map(|group| group.get(key)?.text()).collect()
    }
}

impl Document {
    /// The groups of keys that it holds: itself, or its entries.
    pub fn entities(&self) -> impl Iterator<Item = &YamlNode> {
        match &self.root.kind {
            YamlValue::List(items) => items.as_slice(),
            _ => std::slice::from_ref(&self.root),
        }
        .iter()
    }
}
