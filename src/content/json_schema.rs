//! JSON Schemas of the data files, by which editors complete what one types and mark what is wrong.
//!
//! The keys come from the declaration that the loader reads by. The ids of a folder stand in a file of their own: editors
//! offer them, and accept others too, because a list of ids may be older than the newest role.

use serde_json::{Map, Value, json};

use crate::catalogue::model::role_keys::Presence;
use crate::content::decode::{GroupForm, KeyForm, ReferenceTarget, ValueForm};
use crate::content::documents::Documents;
use crate::content::file_change::FileChange;
use crate::content::file_form::FileForm;
use crate::content::files::DataFiles;
use crate::content::manifest::DataFile;
use crate::content::schema::meanings::meaning;

/// The folder of the schemas, within the data folder.
pub const FOLDER: &str = "schema";
/// The file of the ids.
pub const IDS: &str = "ids.json";

/// What the first line of a data file begins with, before the path of its schema.
const MODELINE: &str = "# yaml-language-server: $schema=";
const BYTE_ORDER_MARK: char = '\u{feff}';
const DIALECT: &str = "http://json-schema.org/draft-07/schema#";
const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// What can be referred to, by the name of its definition in [`IDS`].
const TARGETS: [(ReferenceTarget, &str); 16] = [
    (ReferenceTarget::Beginning, "beginning"),
    (ReferenceTarget::Category, "category"),
    (ReferenceTarget::Contact, "contact"),
    (ReferenceTarget::Fact, "fact"),
    (ReferenceTarget::Guide, "guide"),
    (ReferenceTarget::Level, "level"),
    (ReferenceTarget::Organisation, "organisation"),
    (ReferenceTarget::Pathway, "pathway"),
    (ReferenceTarget::PayChoice, "pay-choice"),
    (ReferenceTarget::PayScheme, "pay-scheme"),
    (ReferenceTarget::Qualification, "qualification"),
    (ReferenceTarget::Role, "role"),
    (ReferenceTarget::Setting, "setting"),
    (ReferenceTarget::Source, "source"),
    (ReferenceTarget::StartingPoint, "starting-point"),
    (ReferenceTarget::WordList, "word-list"),
];

/// The schemas of a folder: path within it, and text.
#[must_use]
pub fn schema_files(files: &DataFiles) -> Vec<(String, String)> {
    let kinds = DataFile::all().filter_map(|kind| Some((format!("{}.json", name(kind)), schema(kind)?)));
    let all = kinds.chain([(IDS.to_owned(), ids(&Documents::read(files)))]);
    all.map(|(name, schema)| (format!("{FOLDER}/{name}"), format!("{schema:#}\n"))).collect()
}

/// The first line of a data file, which names its schema.
///
/// `None` for a file that has none.
#[must_use]
pub fn modeline(path: &str) -> Option<String> {
    let kind = DataFile::of(path).ok().filter(|kind| *kind != DataFile::Interface)?;
    let up = if path.contains('/') { "../" } else { "" };
    Some(format!("{MODELINE}{up}{FOLDER}/{}.json\n", name(kind)))
}

/// The changes by which the first line of every data file names its schema.
#[must_use]
pub fn naming_schemas(files: &DataFiles) -> Vec<FileChange> {
    let changes = files.iter().filter_map(|(path, bytes)| {
        let (line, text) = (modeline(path)?, std::str::from_utf8(bytes).ok()?);
        // Some editors begin a file with a mark of byte order, and some end lines in two signs.
        let (mark, lines) = text.split_at(text.len() - text.trim_start_matches(BYTE_ORDER_MARK).len());
        let line = if text.contains("\r\n") { line.replace('\n', "\r\n") } else { line };
        // Where it names another schema, that is the will of an editor.
        let after = if lines.starts_with(MODELINE) { text.to_owned() } else { format!("{mark}{line}{lines}") };
        Some(FileChange { path: path.to_owned(), before: Some(text.to_owned()), after: Some(after) })
    });
    changes.collect()
}

/// The name of the schema of a kind: that of its file, or of one entity of its folder.
fn name(kind: DataFile) -> &'static str {
    let path = kind.path();
    path.strip_suffix(".yaml").or_else(|| path.strip_suffix('s')).unwrap_or(path)
}

/// The schema of a kind of file.
fn schema(kind: DataFile) -> Option<Value> {
    let form = FileForm::of(kind)?;
    let group = of_group(form.group());
    let mut schema = match form {
        FileForm::Group(_) => group,
        FileForm::Entries(_) => json!({"type": "array", "items": group}),
    };
    let head = schema.as_object_mut()?;
    head.insert("$schema".to_owned(), DIALECT.into());
    head.insert("$comment".to_owned(), "Written by `career-pathways schema`: changes here are lost.".into());
    Some(schema)
}

/// The ids of a folder, one definition for each kind.
fn ids(documents: &Documents) -> Value {
    let definitions = TARGETS.iter().map(|(target, name)| {
        let (ids, any) = (documents.choices(*target), json!({"type": "string", "pattern": ID}));
        // An enumeration of nothing is no schema.
        let schema = if ids.is_empty() { any } else { json!({"anyOf": [{"enum": ids}, any]}) };
        ((*name).to_owned(), schema)
    });
    json!({
        "$schema": DIALECT,
        "$comment": "Written by `career-pathways schema`: changes here are lost. An id that is newer is accepted too.",
        "definitions": definitions.collect::<Map<_, _>>(),
    })
}

fn of_group(group: &GroupForm) -> Value {
    let required: Vec<&str> =
        group.keys.iter().filter(|form| form.presence != Presence::Optional).map(|form| form.key).collect();
    let properties = group.keys.iter().map(|form| (form.key.to_owned(), of_key(group, form)));
    json!({
        "type": "object",
        "title": group.name,
        "additionalProperties": false,
        "required": required,
        "properties": properties.collect::<Map<_, _>>(),
    })
}

fn of_key(group: &GroupForm, form: &KeyForm) -> Value {
    let value = of_value(&form.value);
    let mut schema = if form.is_list { json!({"type": "array", "items": value}) } else { value };
    if let Some(schema) = schema.as_object_mut() {
        if form.is_list && form.presence == Presence::Required {
            schema.insert("minItems".to_owned(), 1.into());
        }
        // Beside a reference, draft 7 overlooks other words.
        if let Some(reference) = schema.remove("$ref") {
            schema.insert("allOf".to_owned(), json!([{"$ref": reference}]));
        }
        schema.insert("description".to_owned(), meaning(group.name, form.key).unwrap_or_default().into());
    }
    schema
}

fn of_value(form: &ValueForm) -> Value {
    let text = |pattern: &str| json!({"type": "string", "pattern": pattern});
    match form {
        ValueForm::Text | ValueForm::Markdown | ValueForm::Icon => json!({"type": "string", "minLength": 1}),
        ValueForm::Id => text(ID),
        ValueForm::IdOf(target) => match TARGETS.iter().find(|(known, _)| known == target) {
            Some((_, name)) => json!({"$ref": format!("{IDS}#/definitions/{name}")}),
            None => json!({"type": "string"}),
        },
        ValueForm::AsWritten => json!({"type": ["string", "number", "boolean"]}),
        ValueForm::Flag => json!({"type": "boolean"}),
        ValueForm::Date => text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        ValueForm::PartialDate => {
            json!({"type": ["string", "integer"], "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"})
        }
        ValueForm::Integer(i64::MIN, i64::MAX) => json!({"type": "integer"}),
        ValueForm::Integer(least, most) => json!({"type": "integer", "minimum": least, "maximum": most}),
        ValueForm::Hours(most) => {
            json!({"type": "number", "minimum": 1, "exclusiveMaximum": most + 1, "multipleOf": 0.5})
        }
        ValueForm::OneOf(words) => json!({"enum": words}),
        ValueForm::Code(form) => text(&format!("^{}$", form.replace('.', "\\.").replace('9', "[0-9]"))),
        ValueForm::WebAddress => text("^([Hh][Tt][Tt][Pp][Ss]://|mailto:|tel:)"),
        ValueForm::PageAddress => text("^(/|[Hh][Tt][Tt][Pp][Ss]://|mailto:|tel:)"),
        ValueForm::SearchAddress => text("^https://.*\\{words\\}"),
        ValueForm::Colour => text("^#[0-9a-fA-F]{6}$"),
        ValueForm::OneOrMore(form) => {
            let one = of_value(form);
            json!({"anyOf": [one, {"type": "array", "items": one}]})
        }
        ValueForm::Group(group) => of_group(group),
    }
}
