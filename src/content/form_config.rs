//! The configuration of a form in the browser for those who want no files: Sveltia CMS, whose options are at
//! <https://sveltiacms.app/en/docs>.
//!
//! The keys come from the declaration that the loader reads by, so the form has every key of every kind of file. What the form
//! does not know would be lost when a file is saved.

use serde_json::{Map, Value, json};

use crate::catalogue::model::role_keys::Presence;
use crate::content::decode::{GroupForm, KeyForm, ReferenceTarget, ValueForm};
use crate::content::file_form::FileForm;
use crate::content::manifest::DataFile;
use crate::content::schema::meanings::meaning;

/// The collection of the files that are lists, and of those that stand alone.
const LISTS: &str = "lists";
/// What the form calls the list of a file that is nothing else.
const ENTRIES: &str = "entries";

const ID: (&str, &str) = ("^[a-z0-9]+(-[a-z0-9]+)*$", "Small letters and digits, words joined by hyphens");

/// The file of the configuration.
pub const FILE: &str = "config.json";

/// The configuration of a data folder that stands at this path within its repository, as the text of its file.
#[must_use]
pub fn form_config(data_path: &str) -> String {
    format!("{:#}\n", config(data_path))
}

fn config(data_path: &str) -> Value {
    let folders = DataFile::all().filter(|kind| !kind.path().ends_with(".yaml"));
    let lists: Vec<Value> = DataFile::all()
        .filter(|kind| kind.path().ends_with(".yaml"))
        .filter_map(|kind| Some(file(kind, &FileForm::of(kind)?, data_path)))
        .collect();
    let lists = json!({
        "name": LISTS,
        "label": "Lists and settings",
        "icon": "list",
        "format": "yaml",
        "files": lists,
    });
    let folders = folders.filter_map(|kind| Some(folder(kind, &FileForm::of(kind)?, data_path)));
    let collections: Vec<Value> = folders.chain([lists]).collect();
    json!({
        "app_title": "Career pathways: the data",
        // The data has no pictures. The form asks for a folder all the same.
        "media_folder": format!("{data_path}/pictures"),
        "show_preview_links": false,
        "editor": {"preview": false},
        "slug": {"encoding": "ascii", "clean_accents": true},
        // With `omit_empty_optional_fields`, the lists that must be there and may be empty would be left out too.
        "output": {"omit_empty_optional_fields": false},
        "collections": collections,
    })
}

/// A folder with a file for each entity.
fn folder(kind: DataFile, form: &FileForm, data_path: &str) -> Value {
    let path = kind.path();
    let group = form.group();
    json!({
        "name": path,
        "label": label(path),
        "label_singular": label(group.name),
        "folder": format!("{data_path}/{path}"),
        "create": true,
        "extension": "yaml",
        "format": "yaml",
        "identifier_field": "title",
        "summary": "{{title}}",
        // The name of a file is the id in it.
        "slug": {"template": "{{fields.id}}", "editable": false},
        "sortable_fields": ["title"],
        "fields": fields(group),
    })
}

/// A file of its own: a list of entries, or one group.
fn file(kind: DataFile, form: &FileForm, data_path: &str) -> Value {
    let path = kind.path();
    let name = path.trim_end_matches(".yaml");
    let fields = match form {
        FileForm::Group(group) => fields(group),
        FileForm::Entries(group) => {
            let list = json!({
                "name": ENTRIES,
                "label": label(name),
                "widget": "list",
                "root": true,
                "required": false,
                "label_singular": label(group.name),
                "collapsed": true,
                "summary": summary(group),
                "fields": fields(group),
            });
            vec![list]
        }
    };
    json!({"name": name, "label": label(name), "file": format!("{data_path}/{path}"), "fields": fields})
}

fn fields(group: &GroupForm) -> Vec<Value> {
    group.keys.iter().map(|form| field(group, form)).collect()
}

/// The field of a key.
fn field(group: &GroupForm, form: &KeyForm) -> Value {
    let is_list = form.is_list || matches!(form.value, ValueForm::OneOrMore(_));
    let one = match &form.value {
        ValueForm::OneOrMore(one) => one,
        one => one,
    };
    let mut field = if is_list { list_of(one, form.key) } else { single(one) };
    field.insert("name".to_owned(), form.key.into());
    field.insert("label".to_owned(), label(form.key).into());
    field.insert("hint".to_owned(), meaning(group.name, form.key).unwrap_or_default().into());
    field.insert("required".to_owned(), (form.presence == Presence::Required).into());
    Value::Object(field)
}

/// A list of such values: a picker of several where they are chosen, else one field an item.
fn list_of(form: &ValueForm, key: &str) -> Map<String, Value> {
    let mut field = single(form);
    match form {
        ValueForm::Group(group) => {
            field.insert("widget".to_owned(), "list".into());
            field.insert("label_singular".to_owned(), label(group.name).into());
            field.insert("collapsed".to_owned(), "auto".into());
            field.insert("summary".to_owned(), summary(group).into());
            field
        }
        _ if is_chosen(&field) => {
            field.insert("multiple".to_owned(), true.into());
            field
        }
        _ => {
            field.insert("name".to_owned(), "item".into());
            field.insert("label".to_owned(), label(key).into());
            of(json!({"widget": "list", "field": field}))
        }
    }
}

fn is_chosen(field: &Map<String, Value>) -> bool {
    field.get("widget").is_some_and(|widget| widget == "relation" || widget == "select")
}

/// The field of one value.
fn single(form: &ValueForm) -> Map<String, Value> {
    let text = |pattern: &str, says: &str| json!({"widget": "string", "pattern": [pattern, says]});
    of(match form {
        ValueForm::Text | ValueForm::AsWritten => json!({"widget": "string"}),
        ValueForm::Icon => json!({"widget": "text"}),
        // As it is typed: an editor of rich text would write it anew in its own style.
        ValueForm::Markdown => json!({"widget": "text"}),
        ValueForm::Id => text(ID.0, ID.1),
        ValueForm::IdOf(target) => reference(*target),
        // A box without a tick would say `false` where nothing was said.
        ValueForm::Flag => json!({"widget": "select", "options": [
            {"label": "yes", "value": true},
            {"label": "no", "value": false},
        ]}),
        ValueForm::Date => json!({"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}),
        ValueForm::PartialDate => {
            text("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "A year, a month such as 2026-11, or a day")
        }
        ValueForm::Integer(i64::MIN, i64::MAX) => json!({"widget": "number", "value_type": "int"}),
        ValueForm::Integer(least, most) => {
            json!({"widget": "number", "value_type": "int", "min": least, "max": most})
        }
        ValueForm::Hours(most) => {
            json!({"widget": "number", "value_type": "float", "min": 1, "max": most, "step": 0.5})
        }
        ValueForm::OneOf(words) => json!({"widget": "select", "options": words}),
        ValueForm::Code(form) => {
            text(&format!("^{}$", form.replace('.', "\\.").replace('9', "[0-9]")), &format!("A code such as {form}"))
        }
        ValueForm::WebAddress => {
            text("^([Hh][Tt][Tt][Pp][Ss]://|mailto:|tel:)", "An address that begins with https://, mailto: or tel:")
        }
        ValueForm::PageAddress => {
            text("^(/|[Hh][Tt][Tt][Pp][Ss]://|mailto:|tel:)", "An address that begins with https:// or /")
        }
        ValueForm::SearchAddress => {
            text("^https://.*\\{words\\}", "An address that begins with https:// and has {words} in it")
        }
        ValueForm::Colour => json!({"widget": "color", "allowInput": true}),
        ValueForm::OneOrMore(form) => Value::Object(single(form)),
        ValueForm::Group(group) => {
            json!({"widget": "object", "collapsed": "auto", "summary": summary(group), "fields": fields(group)})
        }
    })
}

/// A picker of what can be referred to; a text where several lists together can be, which no picker has.
fn reference(target: ReferenceTarget) -> Value {
    let in_folder = |kind: DataFile| {
        json!({
            "widget": "relation",
            "collection": kind.path(),
            "value_field": "id",
            "display_fields": ["title"],
            "search_fields": ["title", "id"],
            "dropdown_threshold": 0,
        })
    };
    let in_list = |kind: DataFile, shown: &str| {
        let of_entry = |key: &str| format!("{ENTRIES}.*.{key}");
        json!({
            "widget": "relation",
            "collection": LISTS,
            "file": kind.path().trim_end_matches(".yaml"),
            "value_field": of_entry("id"),
            "display_fields": [of_entry(shown)],
            "search_fields": [of_entry(shown), of_entry("id")],
        })
    };
    match target {
        ReferenceTarget::Role => in_folder(DataFile::Role),
        ReferenceTarget::Guide => in_folder(DataFile::Guide),
        ReferenceTarget::Pathway => in_folder(DataFile::Pathway),
        ReferenceTarget::Category => in_list(DataFile::Categories, "title"),
        ReferenceTarget::Contact => in_list(DataFile::Contact, "title"),
        ReferenceTarget::Fact => in_list(DataFile::Facts, "title"),
        ReferenceTarget::Level => in_list(DataFile::Levels, "title"),
        ReferenceTarget::Organisation => in_list(DataFile::Organisations, "name"),
        ReferenceTarget::PayScheme => in_list(DataFile::Pay, "title"),
        // Beside these there are ids of other kinds, which stay as they are. A text could not be one id or a list of them.
        ReferenceTarget::StartingPoint => in_list(DataFile::Qualifications, "title"),
        ReferenceTarget::PayChoice => in_list(DataFile::Pay, "title"),
        ReferenceTarget::Qualification => in_list(DataFile::Qualifications, "title"),
        ReferenceTarget::Setting => in_list(DataFile::Settings, "title"),
        ReferenceTarget::Source => in_list(DataFile::Sources, "title"),
        ReferenceTarget::Beginning | ReferenceTarget::WordList => {
            json!({"widget": "string", "pattern": [ID.0, ID.1]})
        }
        ReferenceTarget::Page => json!({"widget": "string"}),
    }
}

/// What stands for an entry that is folded: the first of its keys that people know it by.
fn summary(group: &GroupForm) -> String {
    let known = ["title", "name", "text", "summary", "question", "label", "to", "kind", "id"];
    let key = known.iter().find_map(|known| group.key(known)).or(group.keys.first());
    key.map_or_else(String::new, |form| format!("{{{{fields.{}}}}}", form.key))
}

/// A key as words: `entry_routes` is "Entry routes".
fn label(key: &str) -> String {
    let words = key.replace(['_', '-'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn of(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}
