//! The references to a role in a tree, found by the form of its file.

use crate::content::decode::{GroupForm, KeyForm, ReferenceTarget, ValueForm};
use crate::content::yaml::{YamlNode, YamlValue};

/// A place that may name a role.
#[derive(Debug)]
pub enum RoleMention<'n> {
    /// An id.
    Id(&'n YamlNode),
    /// A text whose links may lead to it.
    Markdown(&'n YamlNode),
}

/// Calls `found` for each place of a group that may name a role.
pub fn places<'n>(node: &'n YamlNode, form: &GroupForm, found: &mut impl FnMut(RoleMention<'n>)) {
    let YamlValue::Map(entries) = &node.kind else { return };
    for (key, value) in entries {
        let Some(form) = form.key(key.as_str()) else { continue };
        for value in values(value, form) {
            of_value(value, &form.value, found);
        }
    }
}

/// The values under a key: the items of its list, or the one value.
pub fn values<'n>(value: &'n YamlNode, form: &KeyForm) -> &'n [YamlNode] {
    let may_be_list = form.is_list || matches!(form.value, ValueForm::OneOrMore(_));
    match &value.kind {
        YamlValue::List(items) if may_be_list => items,
        _ => std::slice::from_ref(value),
    }
}

/// Whether this form is that of a role's id.
pub fn names_role(form: &ValueForm) -> bool {
    match form {
        ValueForm::IdOf(target) => matches!(target, ReferenceTarget::Role | ReferenceTarget::Beginning),
        ValueForm::OneOrMore(form) => names_role(form),
        _ => false,
    }
}

fn of_value<'n>(value: &'n YamlNode, form: &ValueForm, found: &mut impl FnMut(RoleMention<'n>)) {
    match form {
        ValueForm::Markdown => found(RoleMention::Markdown(value)),
        ValueForm::Group(group) => places(value, group, found),
        form if names_role(form) => found(RoleMention::Id(value)),
        _ => {}
    }
}
