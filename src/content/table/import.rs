//! From a table to the changes of role files.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::catalogue::model::did_you_mean::Misspelt;
use crate::catalogue::model::reference::slug;
use crate::catalogue::model::role_keys::RoleKey;
use crate::content::change_set::ChangeSet;
use crate::content::decode::{GroupForm, KeyForm};
use crate::content::documents::{Document, Documents};
use crate::content::edit::{TextEdit, apply, set_key};
use crate::content::file_change::FileChange;
use crate::content::file_form::FileForm;
use crate::content::files::DataFiles;
use crate::content::json_schema::modeline;
use crate::content::manifest::DataFile;
use crate::content::table::cell::{self, CellFault};
use crate::content::table::error::{TableError, TableErrors};

/// What spreadsheets write where a formula fails.
const FORMULA_ERRORS: [&str; 8] = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!"];

/// The changes that a table makes: a new file for each new role and, if `update`, edits of the files that are there. A cell
/// without anything in it changes nothing.
///
/// # Errors
/// All faults of the table, if it has any.
pub fn import(files: &DataFiles, table: &[Vec<String>], update: bool, today: Date) -> Result<ChangeSet, TableErrors> {
    let (Some((header, rows)), Some(form)) = (table.split_first(), FileForm::of(DataFile::Role)) else {
        return Err(TableErrors(vec![TableError::Empty]));
    };
    // Spreadsheets write empty columns behind the last one.
    let is_empty = |column: usize| table.iter().all(|row| row.get(column).is_none_or(|cell| cell.trim().is_empty()));
    let width = (0..header.len()).rev().find(|column| !is_empty(*column)).map_or(0, |last| last + 1);
    let columns = columns(&header[..width]).map_err(TableErrors)?;
    let documents = Documents::read(files);
    let reader = Reader { form: form.group(), columns, documents: &documents, update, today };
    let (mut changes, mut errors, mut seen) = (Vec::new(), Vec::new(), BTreeMap::new());
    for (number, cells) in rows.iter().enumerate().map(|(at, cells)| (at + 2, cells)) {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match reader.row(number, cells, &mut seen) {
            Ok(change) => changes.push(change),
            Err(mut found) => errors.append(&mut found),
        }
    }
    if changes.is_empty() && errors.is_empty() {
        errors.push(TableError::Empty);
    }
    if errors.is_empty() { Ok(ChangeSet::new(changes)) } else { Err(TableErrors(errors)) }
}

/// The keys that the columns are for, in their order.
fn columns(header: &[String]) -> Result<Vec<RoleKey>, Vec<TableError>> {
    let (mut columns, mut errors) = (Vec::new(), Vec::new());
    for (at, name) in header.iter().map(|name| name.trim()).enumerate() {
        match RoleKey::ALL.iter().find(|key| key.name() == name.to_lowercase()) {
            Some(key) if columns.contains(key) => errors.push(TableError::SameColumn(name.to_owned())),
            Some(key) => columns.push(*key),
            None if name.is_empty() => errors.push(TableError::NamelessColumn(at + 1)),
            None => {
                let names = RoleKey::ALL.iter().map(|key| key.name());
                let near = Misspelt::new(name).and_then(|written| written.nearest(names));
                errors.push(TableError::UnknownColumn(name.to_owned(), near));
            }
        }
    }
    if errors.is_empty() && !columns.iter().any(|key| matches!(key, RoleKey::Id | RoleKey::Title)) {
        errors.push(TableError::NoTitles);
    }
    if errors.is_empty() { Ok(columns) } else { Err(errors) }
}

struct Reader<'a> {
    form: &'a GroupForm,
    columns: Vec<RoleKey>,
    documents: &'a Documents,
    update: bool,
    today: Date,
}

impl Reader<'_> {
    /// The change of one row. `seen` has the rows of the roles before it.
    fn row(
        &self,
        number: usize,
        cells: &[String],
        seen: &mut BTreeMap<String, usize>,
    ) -> Result<FileChange, Vec<TableError>> {
        let surplus = cells.iter().skip(self.columns.len()).any(|cell| !cell.trim().is_empty());
        if surplus {
            return Err(vec![TableError::SurplusCells(number, cells.len(), self.columns.len())]);
        }
        let failed = self.columns.iter().zip(cells).filter(|(_, cell)| FORMULA_ERRORS.contains(&cell.trim()));
        let failed: Vec<TableError> =
            failed.map(|(key, cell)| TableError::FormulaError(number, key.name(), cell.trim().to_owned())).collect();
        if !failed.is_empty() {
            return Err(failed);
        }
        let values: BTreeMap<RoleKey, &str> = self
            .columns
            .iter()
            .zip(cells)
            .map(|(key, cell)| (*key, cell::unguarded(cell)))
            .filter(|(_, cell)| !cell.is_empty())
            .collect();
        let title = values.get(&RoleKey::Title).copied().unwrap_or_default();
        let id = values.get(&RoleKey::Id).map_or_else(|| slug(title), |id| (*id).to_owned());
        if id.is_empty() {
            return Err(vec![TableError::NoTitle(number)]);
        }
        if let Some(first) = seen.insert(id.clone(), number) {
            return Err(vec![TableError::SameRole(number, first, id)]);
        }
        let path = format!("roles/{id}.yaml");
        match self.documents.of_kind(DataFile::Role).find(|document| document.path == path) {
            Some(_) if !self.update => Err(vec![TableError::Exists(number, id)]),
            Some(there) => self.updated(number, there, &values),
            None => self.new_file(number, path, &id, &values),
        }
    }

    /// The edits of a file that is there: those of the cells that say another thing than it.
    fn updated(
        &self,
        number: usize,
        there: &Document,
        values: &BTreeMap<RoleKey, &str>,
    ) -> Result<FileChange, Vec<TableError>> {
        let (mut edits, mut errors): (Vec<TextEdit>, Vec<TableError>) = (Vec::new(), Vec::new());
        for (key, value) in values {
            let Some(form) = self.form.key(key.name()) else { continue };
            let so_far = there.root.get(key.name()).map(|node| cell::of(node, form));
            if so_far.as_deref().is_some_and(|so_far| so_far.trim() == *value) {
                continue;
            }
            match cell::entry(value, form) {
                Ok(entry) => edits.extend(set_key(there, *key, &entry)),
                Err(CellFault(fault)) => errors.push(TableError::NotYaml(number, key.name(), fault)),
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let after = apply(&there.text, edits);
        Ok(FileChange { path: there.path.clone(), before: Some(there.text.clone()), after: Some(after) })
    }

    /// A new file. Keys that a role needs and the row has not are filled in as far as they are known.
    fn new_file(
        &self,
        number: usize,
        path: String,
        id: &str,
        values: &BTreeMap<RoleKey, &str>,
    ) -> Result<FileChange, Vec<TableError>> {
        let (mut text, mut errors) = (modeline(&path).unwrap_or_default(), Vec::new());
        for form in &self.form.keys {
            let Some(key) = RoleKey::ALL.iter().find(|key| key.name() == form.key) else { continue };
            let entry = match values.get(key) {
                Some(value) => cell::entry(value, form),
                None => Ok(self.known(*key, form, id)),
            };
            match entry {
                Ok(entry) => text.push_str(&entry),
                Err(CellFault(fault)) => errors.push(TableError::NotYaml(number, key.name(), fault)),
            }
        }
        if errors.is_empty() { Ok(FileChange { path, before: None, after: Some(text) }) } else { Err(errors) }
    }

    /// The entry of a key that the row says nothing of; empty for one that is not known.
    fn known(&self, key: RoleKey, form: &KeyForm, id: &str) -> String {
        match key {
            RoleKey::Id => format!("id: {id}\n"),
            RoleKey::Settings | RoleKey::Judged => format!("{}: []\n", form.key),
            RoleKey::Reviewed => format!("{}: {}\n", form.key, self.today),
            RoleKey::ReviewBy => format!("{}: {}\n", form.key, self.today.saturating_add(1.year())),
            _ => String::new(),
        }
    }
}
