//! The roles as a table for spreadsheets, one row a role and one column a key, that can be read back without loss.

mod cell;
mod error;
mod import;

use crate::catalogue::model::role_keys::RoleKey;
use crate::content::documents::{Document, Documents};
use crate::content::file_form::FileForm;
use crate::content::files::DataFiles;
use crate::content::manifest::DataFile;
pub use error::{TableError, TableErrors};
pub use import::import;

/// The roles of a folder: the names of the columns, and a row for each role.
#[must_use]
pub fn export(files: &DataFiles) -> Vec<Vec<String>> {
    let header = RoleKey::ALL.iter().map(|key| key.name().to_owned()).collect();
    let documents = Documents::read(files);
    let rows = documents.of_kind(DataFile::Role).map(row);
    std::iter::once(header).chain(rows).collect()
}

fn row(document: &Document) -> Vec<String> {
    let form = FileForm::of(DataFile::Role);
    let cell = |key: &RoleKey| {
        let form = form.as_ref()?.group().key(key.name())?;
        Some(cell::guarded(cell::of(document.root.get(key.name())?, form)))
    };
    RoleKey::ALL.iter().map(|key| cell(key).unwrap_or_default()).collect()
}
