//! The form of what a file may have in each place, as its decoders declare it. The JSON Schemas, the new files and the tables
//! are made from it, so none of them can differ from what is read.

use crate::catalogue::model::role_keys::Presence;
use crate::content::decode::context::ReferenceTarget;

/// What a value may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueForm {
    /// A paragraph of plain words.
    Text,
    /// Paragraphs with a little Markdown.
    Markdown,
    /// An id of its own.
    Id,
    /// The id of an entity, here or in another file.
    IdOf(ReferenceTarget),
    /// A word or a number, as written.
    AsWritten,
    /// `true` or `false`.
    Flag,
    /// A day.
    Date,
    /// A year, a month or a day.
    PartialDate,
    /// A whole number within limits, both of which are allowed.
    Integer(i64, i64),
    /// A number of hours, whole or half, up to a limit.
    Hours(u16),
    /// One of these words.
    OneOf(Vec<&'static str>),
    /// A code in which `9` stands for any digit.
    Code(&'static str),
    /// The address of another site.
    WebAddress,
    /// The address of a page of a source, whole or from its first `/` on.
    PageAddress,
    /// The address of a search, with `{words}` in it.
    SearchAddress,
    /// A colour as `#rrggbb`.
    Colour,
    /// The path data of an icon.
    Icon,
    /// One value, or a list of such values.
    OneOrMore(Box<Self>),
    /// A group of keys.
    Group(GroupForm),
}

/// A group of keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupForm {
    /// What messages call it.
    pub name: &'static str,
    /// Its keys, in order.
    pub keys: Vec<KeyForm>,
}

/// A key of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyForm {
    /// Its name.
    pub key: &'static str,
    /// Whether it may be left out.
    pub presence: Presence,
    /// Whether it has a list of such values.
    pub is_list: bool,
    /// What its value, or each item of its list, may be.
    pub value: ValueForm,
}

impl GroupForm {
    /// The key with this name.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&KeyForm> {
        self.keys.iter().find(|form| form.key == name)
    }
}
