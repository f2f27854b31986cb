//! A new role file, made from the declaration of the keys of roles.

use crate::catalogue::model::role_keys::{Presence, RoleKey, RoleKeyInfo};
use crate::content::file_form::FileForm;
use crate::content::scaffold::entity::{HEAD, NewEntity};
use crate::content::yaml::scalar;

/// A role file to be filled in: optional keys are comments.
pub fn new_role_file(new: &NewEntity<'_>) -> String {
    let form = FileForm::of(new.holds);
    let mut text = HEAD.to_owned();
    for key in RoleKey::ALL {
        let filled = match key {
            RoleKey::Id => Some(new.id.to_owned()),
            RoleKey::Title => Some(scalar(new.title)),
            // Until a source says otherwise.
            RoleKey::Judged => Some("[levels, settings, categories]".to_owned()),
            RoleKey::Reviewed => Some(new.today.to_string()),
            RoleKey::ReviewBy => Some(new.review_by().to_string()),
            _ => None,
        };
        let key = key.info();
        text.push_str(&comment(key));
        let choices = form.as_ref().and_then(|form| form.group().key(key.name)).map(|form| new.choices(form, ""));
        text.push_str(&choices.unwrap_or_default());
        text.push_str(&match filled {
            Some(value) => entry(key.name, &value),
            None if key.presence == Presence::Optional => {
                entry(key.name, key.example).lines().map(|line| format!("#{line}\n")).collect()
            }
            None => entry(key.name, if key.shape.is_list() { "[]" } else { "" }),
        });
    }
    text
}

/// A role file in which every key has its example: what `data/README.md` shows.
#[must_use]
pub fn example_role_file() -> String {
    RoleKey::ALL.iter().map(|key| comment(key.info()) + &entry(key.info().name, key.info().example)).collect()
}

/// The comment on a key.
fn comment(key: &RoleKeyInfo) -> String {
    let presence = match key.presence {
        Presence::Optional => "",
        Presence::RequiredMaybeEmpty => ", required, may be []",
        Presence::Required => ", required",
    };
    format!("# {} ({}{presence})\n", key.meaning, key.shape)
}

/// A key and its value, which may be a block of lines.
fn entry(name: &str, value: &str) -> String {
    let space = if value.is_empty() || value.starts_with('\n') { "" } else { " " };
    format!("{name}:{space}{value}\n")
}
