//! A role at a glance, as lists of roles show it.

use crate::catalogue::filter::Facet;
use crate::catalogue::model::reference::{LevelInfo, SettingInfo};
use crate::catalogue::search::SearchResults;
use crate::catalogue::search::snippet::SnippetPiece;
use crate::catalogue::search::texts::TextKind;
use crate::catalogue::{Catalogue, MoveRef, RoleRef};
use crate::interface::Interface;
use crate::web::labels::{direction_words, setting_words, upper_first};
use crate::web::links;
use crate::web::view::job_facts::pay_in_short;

/// So many roles of a level stand on the page of a setting or of a family of careers.
const MOST_ON_A_LEVEL: usize = 12;

/// One role in a list of roles.
#[derive(Clone, Debug)]
pub struct RoleCard<'a> {
    /// The role.
    pub role: RoleRef<'a>,
    /// What the list says of it: which way a move goes.
    pub note: Option<String>,
    /// What one adds for the move, in place of the role's summary.
    pub how: Option<&'a str>,
    /// Why the list shows it, a sentence each.
    pub why: Vec<String>,
    /// Where the words of a search were found in it.
    pub found: Option<FoundIn<'a>>,
}

impl<'a> RoleCard<'a> {
    /// A role in a plain list.
    #[must_use]
    pub fn new(role: RoleRef<'a>) -> Self {
        Self { role, note: None, how: None, why: vec![], found: None }
    }

    /// A role that a search found, with the words marked.
    #[must_use]
    pub fn found(role: RoleRef<'a>, found: &SearchResults) -> Self {
        Self { found: Some(FoundIn::new(found, role)), ..Self::new(role) }
    }

    /// Where a move leads, and what it changes.
    #[must_use]
    pub fn next(step: MoveRef<'a>) -> Self {
        let note = format!("{}{}", direction_words(step), setting_words(step));
        Self { note: Some(note), how: step.how(), ..Self::new(step.to()) }
    }

    /// Its summary, marked, where the words of a search were found there.
    #[must_use]
    pub fn summary_found(&self) -> Option<&[SnippetPiece]> {
        self.found.as_ref()?.summary.as_deref()
    }

    /// Where else the words of a search were found, and the words with those around them.
    #[must_use]
    pub fn found_elsewhere(&self) -> Option<(&'a str, &[SnippetPiece])> {
        self.found.as_ref()?.elsewhere.as_ref().map(|(called, pieces)| (*called, pieces.as_slice()))
    }

    /// The language of what was found elsewhere, where it is not the page's.
    #[must_use]
    pub fn language_found(&self) -> Option<&str> {
        self.found.as_ref()?.language.as_deref()
    }

    /// The levels it stands on.
    #[must_use]
    pub fn levels(&self) -> Vec<&'a LevelInfo> {
        self.role.levels().collect()
    }

    /// The pay bands on which one starts.
    #[must_use]
    pub fn pay(&self) -> Option<String> {
        pay_in_short(self.role)
    }

    /// What is asked of somebody without qualifications: a licence, an age, experience.
    #[must_use]
    pub fn also(&self) -> Vec<String> {
        self.role.also_asked().map(upper_first).collect()
    }

    /// The settings it is found in.
    #[must_use]
    pub fn settings(&self) -> Vec<&'a SettingInfo> {
        self.role.settings().collect()
    }
}

/// Where the words of a search were found in a role.
#[derive(Clone, Debug)]
pub struct FoundIn<'a> {
    /// Its title, marked.
    pub title: Vec<SnippetPiece>,
    /// Its summary, marked where that is where the words were found.
    pub summary: Option<Vec<SnippetPiece>>,
    /// What else of it has the words: what that is called, and the words with those around them.
    pub elsewhere: Option<(&'a str, Vec<SnippetPiece>)>,
    /// The language of those words, where it is not the page's.
    pub language: Option<String>,
}

impl<'a> FoundIn<'a> {
    /// Looks where the words were found.
    #[must_use]
    pub fn new(found: &SearchResults, role: RoleRef<'a>) -> Self {
        let t = role.entities().interface();
        let why = found.snippet(&role, role.entities().lists());
        let summary = why.as_ref().filter(|why| why.kind == TextKind::Summary).map(|_| found.mark(&role.summary));
        let language = why.as_ref().and_then(|why| why.language.clone());
        let elsewhere = why.and_then(|why| Some((called(t, why.kind)?, why.pieces)));
        Self { title: found.mark(&role.title), summary, elsewhere, language }
    }
}

/// What a part of a role is called where it stands by itself; title and summary need no name.
fn called(t: &Interface, kind: TextKind) -> Option<&str> {
    match kind {
        TextKind::Title | TextKind::Summary => None,
        TextKind::OtherTitle => Some(t.also_called()),
        TextKind::Synonym => Some(t.people_also_say()),
        TextKind::Task => Some(t.what_you_do()),
        TextKind::Quality => Some(t.what_it_asks_of_you()),
        TextKind::Body => Some(t.about_the_job()),
        TextKind::Category => Some(t.family_of_careers()),
        TextKind::Setting => Some(t.place()),
        TextKind::WayIn => Some(t.way_in()),
    }
}

/// Plain cards of these roles.
pub fn cards<'a>(roles: impl IntoIterator<Item = RoleRef<'a>>) -> Vec<RoleCard<'a>> {
    roles.into_iter().map(RoleCard::new).collect()
}

/// The roles of one level in a list that is grouped by level.
#[derive(Clone, Debug)]
pub struct LevelGroup<'a> {
    /// The level.
    pub level: &'a LevelInfo,
    /// Its roles; the first of them where the list is cut.
    pub cards: Vec<RoleCard<'a>>,
    /// How many roles it has.
    pub count: usize,
    /// Where all of them are listed, where the list is cut.
    pub all: Option<String>,
}

/// Cards of these roles, grouped by level; a role on two levels stands in both groups.
pub fn by_level<'a>(catalogue: &'a Catalogue, roles: impl Iterator<Item = RoleRef<'a>>) -> Vec<LevelGroup<'a>> {
    let roles: Vec<RoleRef<'_>> = roles.collect();
    let on = |level: &LevelInfo| cards(roles.iter().copied().filter(|role| role.levels.contains(&level.level)));
    let group = |level| {
        let cards = on(level);
        LevelGroup { level, count: cards.len(), cards, all: None }
    };
    catalogue.levels().iter().map(group).filter(|group| !group.cards.is_empty()).collect()
}

/// The same, with the first roles of each level alone, and the address of the list of all that this choice has on the level.
pub fn first_by_level<'a>(
    catalogue: &'a Catalogue,
    roles: impl Iterator<Item = RoleRef<'a>>,
    (facet, value): (Facet, &str),
) -> Vec<LevelGroup<'a>> {
    let mut groups = by_level(catalogue, roles);
    for group in groups.iter_mut().filter(|group| group.count > MOST_ON_A_LEVEL) {
        group.cards.truncate(MOST_ON_A_LEVEL);
        group.all = Some(links::roles_with_all([(Facet::Level, group.level.id.as_str()), (facet, value)]));
    }
    groups
}
