//! One role in a pack.

use super::super::card::and_list;
use super::super::facts::{Fact, FactKind, fact};
use crate::catalogue::Catalogue;
use crate::catalogue::role::Role;
use crate::web::qr::Qr;

/// What stands beside its name, in a few words each.
const SHORT: [FactKind; 6] =
    [FactKind::Level, FactKind::Setting, FactKind::Category, FactKind::Contact, FactKind::Registration, FactKind::Mark];
/// What stands under a heading of its own.
const LONG: [FactKind; 10] = [
    FactKind::WhatItIs,
    FactKind::WhatYouDo,
    FactKind::WhereYouWork,
    FactKind::Qualities,
    FactKind::WaysIn,
    FactKind::Next,
    FactKind::OpenDoors,
    FactKind::From,
    FactKind::FindOutMore,
    FactKind::Sources,
];

/// One role in a pack.
pub struct Sheet<'a> {
    /// The role.
    pub role: &'a Role,
    /// Facts in a few words.
    pub short: Vec<Fact>,
    /// Facts under headings.
    pub long: Vec<Fact>,
    /// What no source says, in a sentence.
    pub not_recorded: String,
    /// The address of its page.
    pub address: String,
}

impl<'a> Sheet<'a> {
    /// The sheet of a role.
    #[must_use]
    pub fn new(catalogue: &Catalogue, role: &'a Role) -> Self {
        let facts = |kinds: &[FactKind]| -> Vec<Fact> {
            let facts = kinds.iter().map(|kind| fact(catalogue, role, *kind));
            facts.filter(|fact| !fact.items.is_empty() || !is_left_out(fact.kind)).collect()
        };
        Self {
            role,
            short: facts(&SHORT),
            long: facts(&LONG),
            not_recorded: not_recorded(role),
            address: format!("{}/roles/{}", catalogue.site().base_url, role.id),
        }
    }

    /// The levels the role stands on.
    #[must_use]
    pub fn levels(&self) -> String {
        let levels = self.short.iter().filter(|fact| fact.kind == FactKind::Level).flat_map(|fact| &fact.items);
        levels.map(|item| item.text.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// The address of its page, to be read by a telephone.
    #[must_use]
    pub fn qr(&self) -> Option<Qr> {
        Qr::of(&self.address)
    }
}

/// Whether it has no place of its own where there is none.
fn is_left_out(kind: FactKind) -> bool {
    use FactKind::{FindOutMore, Mark, OpenDoors, Qualities, WhereYouWork};
    matches!(kind, FindOutMore | Mark | OpenDoors | Qualities | WhereYouWork)
}

fn not_recorded(role: &Role) -> String {
    let mut names = Vec::new();
    if role.where_you_work.is_empty() {
        names.push("the places where you work".to_owned());
    }
    if role.qualities.is_empty() {
        names.push("what it asks of you".to_owned());
    }
    names.extend(["pay", "hours", "checks"].map(str::to_owned));
    format!("Not recorded in our sources: {}.", and_list(&names))
}
