//! What a step of a journey asks for, in words.

use crate::catalogue::journeys::{Ask, Step};
use crate::catalogue::model::months::Months;
use crate::catalogue::model::role::{EntryFrom, EntryRoute};
use crate::catalogue::model::vocabulary::EntryKind;
use crate::catalogue::{Catalogue, RoleRef};
use crate::interface::Interface;
use crate::web::view::durations::length;

/// Something that a step asks for, for pages and for the JSON API.
pub struct AskedFor {
    /// `course`, `registration`, `experience` or `other`.
    pub kind: &'static str,
    /// What it is.
    pub title: String,
    /// The level of a course, as the sources number them.
    pub level: Option<u8>,
    /// How long a course takes.
    pub months: Option<Months>,
    /// Whether one is paid during a course.
    pub earn: Option<bool>,
}

/// What a step asks for.
#[must_use]
pub fn asked_for(catalogue: &Catalogue, step: &Step<'_>) -> Vec<AskedFor> {
    step.asks().into_iter().map(|ask| in_words(catalogue, step, ask)).collect()
}

/// What a step asks for that one may lack: what one has done before, or what no source says.
#[must_use]
pub fn experience_asked_for(catalogue: &Catalogue, step: &Step<'_>) -> Option<String> {
    let mut asks = step.asks().into_iter();
    let asked = asks.find(|ask| matches!(ask, Ask::Experience(_) | Ask::TimeInWork(_)))?;
    Some(in_words(catalogue, step, asked).title)
}

fn in_words(catalogue: &Catalogue, step: &Step<'_>, ask: Ask<'_>) -> AskedFor {
    let t = catalogue.interface();
    let other = |kind, title| AskedFor { kind, title, level: None, months: None, earn: None };
    match ask {
        Ask::Qualification(info) => AskedFor { level: info.level, ..other("course", info.title.clone()) },
        Ask::Training(route) => AskedFor {
            level: route.level,
            months: route.months,
            earn: step.earns,
            ..other("course", training(t, route))
        },
        Ask::Registration(registration) => {
            other("registration", t.registration_with(&catalogue.organisation(registration.with).name))
        }
        Ask::Experience(Some(route)) if route.from.iter().all(|from| *from == EntryFrom::NotKnown) => {
            other("other", t.what_our_source_does_not_say().to_owned())
        }
        Ask::Experience(route) => other("experience", experience(catalogue, step, route)),
        Ask::TimeInWork(months) => {
            AskedFor { months: Some(months), ..other("experience", t.experience_of(length(t, months))) }
        }
        Ask::Subjects(route) => {
            let subjects = t.or_list(&route.subjects);
            let is_of_degree = catalogue.qualifications().asks_for_a_degree_subject(route);
            other("other", if is_of_degree { t.a_degree_in(subjects) } else { t.in_subjects(subjects) })
        }
        Ask::Other(text) => other("other", text.to_owned()),
    }
}

/// What the training of a way in is called.
#[must_use]
pub fn training(t: &Interface, route: &EntryRoute) -> String {
    let kind = match route.kind {
        EntryKind::Experience => t.training_in_the_job(),
        kind => kind.label(t),
    };
    route.level.map_or_else(|| kind.to_owned(), |level| t.training_to_level(kind, level))
}

/// What one must have done before: the roles that a way in names, or experience.
fn experience(catalogue: &Catalogue, step: &Step<'_>, route: Option<&EntryRoute>) -> String {
    let t = catalogue.interface();
    let family = step.from.role().and_then(|role| role.family);
    let is_here = |role| step.from.role().is_some_and(|from| from.index == role) || family == Some(role);
    let named = route.into_iter().flat_map(EntryRoute::roles_asked);
    let roles: Vec<RoleRef<'_>> = named.map(|role| catalogue.role_at(role)).collect();
    if roles.is_empty() || roles.iter().any(|role| is_here(role.role().index)) {
        return t.experience_that_fits().to_owned();
    }
    let titles: Vec<&str> = roles.iter().map(|role| role.role().title.as_str()).collect();
    t.work_as_one_of(t.or_list(&titles))
}
