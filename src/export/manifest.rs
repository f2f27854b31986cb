//! `manifest.json`: which file answers which address, with its type, its SHA-256 and its headers.
//!
//! A server needs it for addresses with a query, and for headers. An export knows an earlier one by it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The name of the file, beside `index.html`.
pub(super) const FILE: &str = "manifest.json";
/// What the manifest says wrote it.
const GENERATOR: &str = env!("CARGO_PKG_NAME");

/// An export as a whole. It is the same for the same data and the same program: it holds no time.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// The program.
    pub generator: String,
    /// Its version.
    pub version: String,
    /// The revision of the data.
    pub revision: String,
    /// Whether links lead from file to file, and not from address to address.
    pub offline: bool,
    /// What answers an address that is not in `files`, with the status 404.
    pub not_found: Option<ManifestEntry>,
    /// The sets of headers, by the name that `files` has for each.
    pub headers: BTreeMap<String, BTreeMap<String, String>>,
    /// The files, by the address that each answers: path and query in canonical order.
    pub files: BTreeMap<String, ManifestEntry>,
    /// Where the addresses lead that have no file.
    pub redirects: BTreeMap<String, Redirect>,
}

/// A file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct ManifestEntry {
    /// Its path within the export.
    pub file: String,
    /// Its `Content-Type`.
    #[serde(rename = "type")]
    pub content_type: String,
    /// Its size.
    pub bytes: usize,
    /// The SHA-256 of its content, in hexadecimal.
    pub sha256: String,
    /// The name of its set of headers.
    pub headers: String,
    /// The encodings in which it lies beside itself: `gz`, `br`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub compressed: Vec<String>,
}

/// A permanent redirect.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Redirect {
    /// The status, such as 308.
    pub status: u16,
    /// The address it leads to.
    pub location: String,
}

impl Manifest {
    /// The manifest of an export of this revision, still without files.
    pub(super) fn new(revision: &str, offline: bool) -> Self {
        Self {
            generator: GENERATOR.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            revision: revision.to_owned(),
            offline,
            not_found: None,
            headers: BTreeMap::new(),
            files: BTreeMap::new(),
            redirects: BTreeMap::new(),
        }
    }

    /// The manifest of an earlier export; `None` if these bytes are none.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let manifest: Self = serde_json::from_slice(bytes).ok()?;
        (manifest.generator == GENERATOR).then_some(manifest)
    }

    /// Every file of the export, its own among them.
    pub(super) fn all_files(&self) -> BTreeSet<String> {
        let entries = self.files.values().chain(&self.not_found).flat_map(|entry| {
            let beside = entry.compressed.iter().map(|ending| format!("{}.{ending}", entry.file));
            beside.chain([entry.file.clone()])
        });
        entries.chain([FILE.to_owned()]).collect()
    }

    /// The manifest as it is written.
    pub(super) fn to_json(&self) -> String {
        // Maps with text as keys always can be written.
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }

    /// The name of this set of headers: a hash, so that it does not depend on which thread came first.
    pub(super) fn name_headers(&mut self, headers: BTreeMap<String, String>) -> String {
        let mut hash = Sha256::new();
        headers.iter().flat_map(|(name, value)| [name, ": ", value, "\n"]).for_each(|text| hash.update(text));
        let name: String = hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        self.headers.insert(name.clone(), headers);
        name
    }
}
