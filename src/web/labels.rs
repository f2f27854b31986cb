//! What places, choices, levels and moves are called, and the forms that their names take within a sentence.

use crate::catalogue::filter::{Facet, REGISTERED};
use crate::catalogue::graph::Direction;
use crate::catalogue::journeys::Waypoint;
use crate::catalogue::model::cited_page::PartialDate;
use crate::catalogue::model::job_check::JobCheckKind;
use crate::catalogue::model::reference::{SettingInfo, Source};
use crate::catalogue::model::vocabulary::{EntryKind, MarkKind, RegistrationNeed, Term as _};
use crate::catalogue::model::working_time::WorkPattern;
use crate::catalogue::{Catalogue, MoveRef};
use crate::interface::Interface;
use crate::map_layout::LineKind;

/// A date as a page prints it: "2023", "May 2023" or "4 May 2023".
#[must_use]
pub fn partial_date(t: &Interface, date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(month) => t.month(month),
        PartialDate::Day(day) => t.day(day),
    }
}

/// What a kind of choice is called on the page.
#[must_use]
pub fn legend(t: &Interface, facet: Facet) -> &str {
    match facet {
        Facet::Level => t.career_level(),
        Facet::Setting => t.place(),
        Facet::Category => t.family_of_careers(),
        Facet::Contact => t.contact_with_patients(),
        Facet::Start => t.what_you_have_now(),
        Facet::Route => t.way_in(),
        Facet::Registration => t.registration(),
        Facet::Pay => t.pay(),
        Facet::Hours => t.hours(),
        Facet::Checks => t.checks(),
        Facet::Mark => t.what_the_report_says(),
    }
}

/// What one choice is called on the page.
#[must_use]
pub fn choice_label(catalogue: &Catalogue, facet: Facet, id: &str) -> String {
    let t = catalogue.interface();
    let label = match facet {
        Facet::Level => catalogue.level_named(id).map(|info| info.title.clone()),
        Facet::Setting => catalogue.setting_named(id).map(|info| info.title.clone()),
        Facet::Category => catalogue.category_named(id).map(|category| category.title.clone()),
        Facet::Contact => catalogue.contact_named(id).map(|info| info.title.clone()),
        Facet::Start if id == REGISTERED => Some(t.a_registered_profession().to_owned()),
        Facet::Start => catalogue
            .qualification_named(id)
            .map(|info| info.title.clone())
            .or_else(|| catalogue.role(id).map(|role| t.i_work_as(&role.title))),
        Facet::Route => EntryKind::from_id(id).map(|kind| kind.label(t).to_owned()),
        Facet::Registration => RegistrationNeed::from_id(id).map(|need| need.label(t).to_owned()),
        Facet::Pay => Some(pay_choice(catalogue, id)),
        Facet::Hours => WorkPattern::from_id(id).map(|pattern| pattern.label(t).to_owned()),
        Facet::Checks => JobCheckKind::from_id(id).map(|kind| kind.label(t).to_owned()),
        Facet::Mark => MarkKind::from_id(id).map(|kind| kind.label(t).to_owned()),
    };
    label.unwrap_or_else(|| id.to_owned())
}

/// A band as the least that one may start on, or what sets the pay.
fn pay_choice(catalogue: &Catalogue, id: &str) -> String {
    let scheme = catalogue.pay_schemes().iter().find(|scheme| scheme.id.as_str() == id);
    scheme.map_or_else(|| catalogue.interface().band_or_more(id), |scheme| scheme.title.clone())
}

/// What one end of a journey is called: a role's title, or what one holds.
#[must_use]
pub fn place_title(t: &Interface, place: Waypoint<'_>) -> String {
    match place {
        Waypoint::Role(role) => role.title.clone(),
        Waypoint::RegisteredProfessional => t.a_registered_profession().to_owned(),
        Waypoint::Qualification(held) => held.title.clone(),
    }
}

/// What one end of a journey is called within a sentence, behind "from".
#[must_use]
pub fn place_in_sentence(t: &Interface, place: Waypoint<'_>) -> String {
    match place {
        Waypoint::Role(role) => role.title.clone(),
        Waypoint::RegisteredProfessional => t.registered_profession_as_start().to_owned(),
        Waypoint::Qualification(held) => held.in_words.clone(),
    }
}

/// Which way a move goes: "Up to mid career."
#[must_use]
pub fn direction_words(step: MoveRef<'_>) -> String {
    let (t, level) = (step.entities().interface(), lower_first(&step.to().lowest_level().title));
    match (step.direction(), step.levels_apart()) {
        (Direction::Up, 0 | 1) => t.up_to(level),
        (Direction::Up, levels) => t.up_levels_to(levels, level),
        (Direction::SameLevel, _) => t.same_level(level),
        (Direction::Down, _) => t.down_to(level),
    }
}

/// The same, to be followed by the roles that are reached in this way.
#[must_use]
pub fn direction_heading(step: MoveRef<'_>) -> String {
    let (t, level) = (step.entities().interface(), lower_first(&step.to().lowest_level().title));
    match (step.direction(), step.levels_apart()) {
        (Direction::Up, 0 | 1) => t.all_up_to(level),
        (Direction::Up, levels) => t.all_up_levels_to(levels, level),
        (Direction::SameLevel, _) => t.all_on_the_same_level(level),
        (Direction::Down, _) => t.all_down_to(level),
    }
}

/// Which settings a move gains and leaves, as sentences that follow [`direction_words`]; empty where it changes none.
#[must_use]
pub fn setting_words(step: MoveRef<'_>) -> String {
    if !step.changes_setting() {
        return String::new();
    }
    let t = step.entities().interface();
    let names = |settings: Vec<&SettingInfo>| {
        t.and_list(&settings.into_iter().map(|info| lower_first(&info.title)).collect::<Vec<_>>())
    };
    let mut words = String::new();
    let (gained, lost) = (step.settings_gained().collect::<Vec<_>>(), step.settings_lost().collect::<Vec<_>>());
    if !gained.is_empty() {
        words = format!("{words} {}", t.moves_into(names(gained)));
    }
    if !lost.is_empty() {
        words = format!("{words} {}", t.leaves(names(lost)));
    }
    words
}

/// How a kind of way is called where it leads on.
#[must_use]
pub fn kind_label(t: &Interface, kind: LineKind) -> &str {
    match kind {
        LineKind::Up => t.up_to_these(),
        LineKind::SameLevel => t.on_the_same_level(),
        LineKind::Down => t.down_to_these(),
        LineKind::WayIn => t.a_way_in_to_these(),
    }
}

/// The titles of sources, each once: two publishers may call a source alike.
#[must_use]
pub fn source_names_once<'a>(sources: impl Iterator<Item = &'a Source>) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for source in sources {
        if !names.contains(&source.title.as_str()) {
            names.push(&source.title);
        }
    }
    names
}

/// The same in one line.
#[must_use]
pub fn source_names<'a>(sources: impl Iterator<Item = &'a Source>) -> String {
    source_names_once(sources).join("; ")
}

/// The titles of sources with their publishers, in one line.
#[must_use]
pub fn source_titles<'a>(sources: impl Iterator<Item = &'a Source>) -> String {
    sources.map(|source| format!("{} ({})", source.title, source.publisher)).collect::<Vec<_>>().join("; ")
}

/// What one choice is called within a sentence.
#[must_use]
pub fn choice_in_words(catalogue: &Catalogue, facet: Facet, id: &str) -> String {
    let t = catalogue.interface();
    if facet != Facet::Start {
        return lower_first(&choice_label(catalogue, facet, id));
    }
    match (catalogue.qualification_named(id), catalogue.role(id)) {
        (Some(held), _) => held.in_words.clone(),
        (None, Some(role)) => t.if_you_work_as(&role.title),
        (None, None) => lower_first(&choice_label(catalogue, facet, id)),
    }
}

/// A text with a small first letter, to stand within a sentence. A first word with a later capital stays as it is: it is an
/// abbreviation or a name.
#[must_use]
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    if text.split_whitespace().next().is_some_and(|word| word.chars().skip(1).any(char::is_uppercase)) {
        return text.to_owned();
    }
    letters.next().map_or_else(String::new, |first| first.to_lowercase().collect::<String>() + letters.as_str())
}

/// A text with a capital first letter, to begin a sentence.
#[must_use]
pub fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// "a", "a and b", "a, b and c".
#[must_use]
pub fn and_list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [start @ .., last] => format!("{} and {last}", start.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{and_list, lower_first};

    #[test]
    fn an_abbreviation_keeps_its_capitals_within_a_sentence() {
        assert_eq!(lower_first("GCSEs in maths"), "GCSEs in maths");
        assert_eq!(lower_first("X-ray"), "x-ray");
        assert_eq!(lower_first("Entry level"), "entry level");
    }

    #[test]
    fn a_list_ends_in_and() {
        let list = |items: &[&str]| and_list(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>());
        assert_eq!(list(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
    }
}
