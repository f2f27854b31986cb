//! One journey in words: its stops, what each step adds, and what it asks in all.

use crate::catalogue::journeys::{EdgeKind, Journey, JourneyKind, Step, Totals, TrainingRoute, Waypoint};
use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::model::reference::{Organisation, SettingInfo};
use crate::catalogue::model::role::{EntryRoute, Role};
use crate::catalogue::{Catalogue, RoleRef};
use crate::web::labels::{and_list, lower_first, place_title, source_names, upper_first};

/// A journey as it is drawn: a line with stops.
pub struct Trip<'a> {
    catalogue: &'a Catalogue,
    journey: Journey<'a>,
}

/// One stop of a trip, and the step that leads to it.
pub struct TripStop<'a> {
    /// What one has reached.
    pub title: String,
    /// Its page, if it is a role.
    pub role: Option<&'a Role>,
    /// Whether one gets there by study alone.
    pub is_study: bool,
    /// Its level and settings, or what the qualification means.
    pub where_it_is: String,
    /// The settings of the role.
    pub settings: Vec<&'a SettingInfo>,
    /// What one does to get there.
    pub what_you_do: String,
    /// What the source says one adds for a printed move.
    pub how: Option<&'a str>,
    /// The way in that it takes, or that explains it.
    pub route: Option<&'a EntryRoute>,
    /// How long it takes.
    pub takes: Option<String>,
    /// Whether one is paid meanwhile.
    pub paid: &'static str,
    /// Whom one must, or can, register with.
    pub registration: Vec<(&'a Organisation, bool)>,
    /// What one leaves behind.
    pub leaves: Option<String>,
    /// A word of care.
    pub caution: Option<&'static str>,
    /// Where that is said.
    pub sources: String,
}

impl<'a> Trip<'a> {
    /// A journey of this catalogue.
    #[must_use]
    pub fn new(catalogue: &'a Catalogue, journey: Journey<'a>) -> Self {
        Self { catalogue, journey }
    }

    /// Where it begins.
    #[must_use]
    pub fn start(&self) -> Option<Waypoint<'a>> {
        self.journey.steps.first().map(|step| step.from)
    }

    /// Its stops after the start, in order.
    #[must_use]
    pub fn stops(&self) -> Vec<TripStop<'a>> {
        self.journey.steps.iter().map(|step| self.stop(step)).collect()
    }

    /// Its waypoints in order, the start included.
    pub fn waypoints(&self) -> impl Iterator<Item = Waypoint<'a>> + '_ {
        self.start().into_iter().chain(self.journey.steps.iter().map(|step| step.to))
    }

    /// The roles on it after the start.
    pub fn roles(&self) -> impl Iterator<Item = &'a Role> + '_ {
        self.journey.steps.iter().filter_map(|step| step.to.role())
    }

    /// What kind of journey it is, as a heading.
    #[must_use]
    pub fn heading(&self) -> String {
        let JourneyKind { way_in, through_study, through_support_work, through_a_profession } = self.journey.kind;
        let main = match (way_in, through_study) {
            (TrainingRoute::Apprenticeship, false) => "By apprenticeship",
            (TrainingRoute::Apprenticeship, true) => "By study, then an apprenticeship",
            (TrainingRoute::Study, _) => "By study",
            (TrainingRoute::Work, false) => "By moving from job to job",
            (TrainingRoute::Work, true) => "By study, then work",
        };
        match (through_support_work, through_a_profession) {
            (_, true) => format!("{main}, through another profession"),
            (true, false) => format!("{main}, through support work"),
            (false, false) => main.to_owned(),
        }
    }

    /// What it asks in all, in a few sentences.
    #[must_use]
    pub fn totals(&self) -> String {
        let Totals { steps, months_from, months_to, unknown_lengths, earns } = self.journey.totals();
        let count = if steps == 1 { "1 step.".to_owned() } else { format!("{steps} steps.") };
        let paid = match earns {
            Some(true) => "You earn all the way.",
            Some(false) => "Part of it is not paid.",
            None => "Our sources do not say whether you are paid all the way.",
        };
        let known = length(months_from, months_to);
        let long = match (known, unknown_lengths) {
            (Some(known), 0) => format!("It takes {known}."),
            (Some(known), 1) => format!("The known part takes {known}. The length of one step is not recorded."),
            (Some(known), more) => format!("The known part takes {known}. The length of {more} steps is not recorded."),
            (None, _) => "How long it takes is not recorded.".to_owned(),
        };
        format!("{count} {paid} {long}")
    }

    fn stop(&self, step: &Step<'a>) -> TripStop<'a> {
        let catalogue = self.catalogue;
        let role = step.to.role().map(|role| catalogue.role_at(role.index));
        let route = step.route();
        TripStop {
            title: place_title(step.to),
            role: step.to.role(),
            is_study: matches!(step.edge, EdgeKind::Study(_)),
            where_it_is: match role {
                Some(role) => where_it_is(role),
                None => "A qualification, not a job.".to_owned(),
            },
            settings: role.into_iter().flat_map(RoleRef::settings).collect(),
            what_you_do: what_you_do(step),
            how: match step.edge {
                EdgeKind::Progression { step, .. } => step.progression.how.as_deref(),
                _ => None,
            },
            route,
            takes: step.months().map(|months| months.label()),
            paid: match step.earns {
                Some(true) => "Yes",
                Some(false) => "No",
                None => "Not recorded",
            },
            registration: role.map_or_else(Vec::new, registers),
            leaves: leaves(catalogue, step),
            caution: caution(step),
            sources: self.sources(step),
        }
    }

    fn sources(&self, step: &Step<'_>) -> String {
        source_names(self.catalogue.sources_at(step_sources(step)))
    }

    /// Who says any of it, each once: on paper there is no room to say it at each step.
    #[must_use]
    pub fn all_sources(&self) -> String {
        let mut sources: Vec<SourceIndex> = Vec::new();
        for source in self.journey.steps.iter().flat_map(step_sources) {
            if !sources.contains(source) {
                sources.push(*source);
            }
        }
        source_names(self.catalogue.sources_at(&sources))
    }
}

/// Where a step is said.
fn step_sources<'s>(step: &'s Step<'_>) -> &'s [SourceIndex] {
    match step.edge {
        EdgeKind::Study(climb) => &climb.sources,
        EdgeKind::Entry { route, .. } => &route.sources,
        EdgeKind::Progression { step, .. } => &step.progression.sources,
    }
}

fn registers(role: RoleRef<'_>) -> Vec<(&Organisation, bool)> {
    role.registrations().map(|(registration, with)| (with, registration.needed)).collect()
}

fn where_it_is(role: RoleRef<'_>) -> String {
    let levels: Vec<String> = role.levels().map(|info| lower_first(&info.title)).collect();
    let levels = upper_first(&and_list(&levels));
    if role.settings.is_empty() {
        return format!("{levels}. Where: not recorded.");
    }
    let settings: Vec<String> = role.settings().map(|info| lower_first(&info.title)).collect();
    format!("{levels}. In {}.", and_list(&settings))
}

fn what_you_do(step: &Step<'_>) -> String {
    match step.edge {
        EdgeKind::Study(climb) => climb.how.clone(),
        EdgeKind::Entry { route, with } => {
            let with = with.filter(|held| held.level.is_some() && step.from.role().is_some());
            match (with, step.as_role) {
                (Some(held), _) => {
                    format!("{} It asks for this: {}.", route.summary, held.title)
                }
                (None, Some(role)) => format!("{} For example as: {}.", route.summary, role.title),
                (None, None) => route.summary.clone(),
            }
        }
        EdgeKind::Progression { step, .. } => {
            format!("You move on from {}. This move is printed in a source.", step.from.title)
        }
    }
}

fn leaves(catalogue: &Catalogue, step: &Step<'_>) -> Option<String> {
    let (from, to) = (step.from.role()?, step.to.role()?);
    if from.settings.is_empty() || to.settings.is_empty() {
        return None;
    }
    let lost: Vec<String> = from
        .settings
        .iter()
        .filter(|setting| !to.settings.contains(setting))
        .map(|&setting| lower_first(&catalogue.setting(setting).title))
        .collect();
    (!lost.is_empty()).then(|| and_list(&lost))
}

fn caution(step: &Step<'_>) -> Option<&'static str> {
    if step.starts_again() {
        Some("You start again on a lower level than before.")
    } else if step.asks_more {
        Some("The way in on record asks for more than this role is known to give you. Ask what you would have to add.")
    } else {
        None
    }
}

/// A number of months as a person would say it; nothing where there is none.
fn length(from: u32, to: Option<u32>) -> Option<String> {
    let words = |months: u32| match (months / 12, months % 12) {
        (0, months) => format!("{months} months"),
        (1, 0) => "1 year".to_owned(),
        (years, 0) => format!("{years} years"),
        (1, months) => format!("1 year and {months} months"),
        (years, months) => format!("{years} years and {months} months"),
    };
    match to {
        _ if from == 0 => None,
        None => Some(format!("at least {}", words(from))),
        Some(to) if to == from => Some(words(from)),
        Some(to) => Some(format!("{} to {}", words(from), words(to))),
    }
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn months_in_all_are_said_in_years() {
        assert_eq!(length(0, Some(0)), None);
        assert_eq!(length(24, Some(24)).as_deref(), Some("2 years"));
        assert_eq!(length(30, None).as_deref(), Some("at least 2 years and 6 months"));
        assert_eq!(length(36, Some(72)).as_deref(), Some("3 years to 6 years"));
    }
}
