//! What a new file or entry has under each key.

use std::fmt::Write as _;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::catalogue::model::role_keys::Presence;
use crate::content::decode::{GroupForm, KeyForm, ReferenceTarget, ValueForm};
use crate::content::documents::Documents;
use crate::content::file_form::FileForm;
use crate::content::manifest::DataFile;
use crate::content::schema::meanings::meaning;
use crate::content::yaml::scalar;

/// The comment at the head of a new file.
pub const HEAD: &str = "\
# `career-pathways check` says what is still to fill in. Write what a source says, in your own words, and leave out what no
# source says: the page then tells readers \"not recorded\". To use a line that begins with `#` and a key, take the `#` away.
";

/// The greatest number of ids of a list that a comment names.
const MOST_CHOICES: usize = 24;

/// Colours for a new category, each of which has the contrast that a line needs on a light and on a dark page.
const COLOURS: [(&str, &str); 6] = [
    ("#1257a6", "#8cbcf7"),
    ("#8a2a6b", "#f0a3d3"),
    ("#7a4a00", "#f2c06b"),
    ("#0b6b4f", "#7fd9b8"),
    ("#5b3fa8", "#c3b1f7"),
    ("#a3261b", "#f7aaa3"),
];
/// A small circle.
const ICON: &str = "M9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0";

/// What is known of a new entity.
#[derive(Debug)]
pub struct NewEntity<'a> {
    /// What its file holds.
    pub holds: DataFile,
    /// Its id.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The folder it is for.
    pub documents: &'a Documents,
    /// The day on which it is begun.
    pub today: Date,
}

impl NewEntity<'_> {
    /// A file of its own.
    pub fn file(&self) -> String {
        self.form().map_or_else(String::new, |form| HEAD.to_owned() + &self.keys(form.group(), ""))
    }

    /// An entry of a list.
    pub fn entry(&self) -> String {
        let Some(form) = self.form() else { return String::new() };
        item(&self.keys(form.group(), "  "), "")
    }

    fn form(&self) -> Option<FileForm> {
        FileForm::of(self.holds)
    }

    /// The keys of a group, each under a comment; those that may be left out are comments themselves.
    fn keys(&self, group: &GroupForm, indent: &str) -> String {
        let mut text = String::new();
        for form in &group.keys {
            let says = meaning(group.name, form.key).unwrap_or_default();
            let _ = writeln!(text, "{indent}# {says} ({})", explained(form));
            text.push_str(&self.choices(form, indent));
            let known = self.known(group, form.key);
            match (known, form.presence) {
                (Some(value), _) => {
                    let _ = writeln!(text, "{indent}{}: {value}", form.key);
                }
                (None, Presence::Optional) => {
                    let _ = writeln!(text, "{indent}#{}:", form.key);
                }
                (None, _) => text.push_str(&self.empty(form, indent)),
            }
        }
        text
    }

    /// A key that is to be filled in.
    fn empty(&self, form: &KeyForm, indent: &str) -> String {
        let key = form.key;
        match (&form.value, form.is_list) {
            (ValueForm::Group(group), true) => {
                let keys = self.keys(group, &format!("{indent}    "));
                format!("{indent}{key}:\n{}", item(&keys, &format!("{indent}  ")))
            }
            (ValueForm::Group(group), false) => {
                format!("{indent}{key}:\n{}", self.keys(group, &format!("{indent}  ")))
            }
            (_, true) => format!("{indent}{key}: []\n"),
            (_, false) => format!("{indent}{key}:\n"),
        }
    }

    /// The ids that a key may have in this folder, as a comment, where they are few.
    pub fn choices(&self, form: &KeyForm, indent: &str) -> String {
        let ValueForm::IdOf(target) = form.value else { return String::new() };
        let mut choices = self.documents.choices(target);
        // Whoever begins a role needs a level on which roles stand.
        choices.retain(|id| target != ReferenceTarget::Level || !self.documents.is_guidance(id));
        if target == ReferenceTarget::Beginning || choices.is_empty() || choices.len() > MOST_CHOICES {
            return String::new();
        }
        format!("{indent}# In this folder: {}.\n", choices.join(", "))
    }

    /// What is known of a key of the entity itself.
    fn known(&self, group: &GroupForm, key: &str) -> Option<String> {
        let own = self.form()?.group().name == group.name;
        let colour = || {
            let used: Vec<&str> = self.colours().collect();
            *COLOURS.iter().find(|(light, _)| !used.contains(light)).unwrap_or(&COLOURS[0])
        };
        match key {
            "light" if group.name == "colour" => Some(format!("\"{}\"", colour().0)),
            "dark" if group.name == "colour" => Some(format!("\"{}\"", colour().1)),
            _ if !own => None,
            "id" => Some(self.id.to_owned()),
            "title" => Some(scalar(self.title)),
            "short" if self.holds == DataFile::Categories => Some(scalar(self.title)),
            "icon" => Some(ICON.to_owned()),
            "order" => Some(self.next_order().to_string()),
            "assembled" => Some("false".to_owned()),
            "role" if self.documents.ids(DataFile::Role).contains(&self.id) => Some(self.id.to_owned()),
            "reviewed" => Some(self.today.to_string()),
            "review_by" => Some(self.review_by().to_string()),
            _ => None,
        }
    }

    /// The day by which a new file is to be looked over.
    pub fn review_by(&self) -> Date {
        self.today.saturating_add(1.year())
    }

    /// The place behind every guide.
    fn next_order(&self) -> i64 {
        let orders = self.documents.values(DataFile::Guide, "order");
        let last = orders.filter_map(|order| order.parse::<i64>().ok()).max();
        last.map_or(10, |last| (last / 10).saturating_add(1).saturating_mul(10))
    }

    /// The colours on light pages that categories have.
    fn colours(&self) -> impl Iterator<Item = &str> {
        let categories = self.documents.of_kind(DataFile::Categories).flat_map(|document| document.entities());
        categories.filter_map(|entity| entity.get("colour")?.get("light")?.text())
    }
}

/// Keys as an item of a list. The first stands behind the dash; its comment goes without saying.
fn item(keys: &str, indent: &str) -> String {
    let lines = keys.lines().skip_while(|line| line.trim_start().starts_with('#'));
    let keys: String = lines.map(|line| format!("{line}\n")).collect();
    format!("{indent}- {}", keys.trim_start())
}

/// What a key may have, and whether it may be left out.
fn explained(form: &KeyForm) -> String {
    let value = match &form.value {
        ValueForm::Text => "text".to_owned(),
        ValueForm::Markdown => "text with Markdown".to_owned(),
        ValueForm::Id | ValueForm::IdOf(_) => "id".to_owned(),
        ValueForm::AsWritten | ValueForm::Code(_) => "code".to_owned(),
        ValueForm::Flag => "true or false".to_owned(),
        ValueForm::Date => "date".to_owned(),
        ValueForm::PartialDate => "year, month or day".to_owned(),
        ValueForm::Integer(..) | ValueForm::Hours(_) => "number".to_owned(),
        ValueForm::OneOf(words) => format!("one of {}", words.join(", ")),
        ValueForm::WebAddress | ValueForm::PageAddress | ValueForm::SearchAddress => "address".to_owned(),
        ValueForm::Colour => "colour".to_owned(),
        ValueForm::Icon => "path data".to_owned(),
        ValueForm::OneOrMore(_) => "one or a list".to_owned(),
        ValueForm::Group(_) => "group".to_owned(),
    };
    let value = if form.is_list { format!("list: {value}") } else { value };
    match form.presence {
        Presence::Required => format!("{value}, required"),
        Presence::RequiredMaybeEmpty => format!("{value}, required, may be []"),
        Presence::Optional => value,
    }
}
