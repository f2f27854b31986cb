//! One journey in words: its stops, what each step adds, and what it asks in all.

use crate::catalogue::journeys::{EdgeKind, Journey, JourneyKind, Step, Totals, TrainingRoute, Waypoint};
use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::model::reference::{Organisation, SettingInfo};
use crate::catalogue::model::role::Role;
use crate::catalogue::{Catalogue, RoleRef};
use crate::interface::Interface;
use crate::web::labels::{lower_first, place_title, source_names, upper_first};
use crate::web::view::durations::{length, total_length};
use crate::web::view::way_in::WayIn;

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
    pub way_in: Option<WayIn<'a>>,
    /// How long it takes.
    pub takes: Option<String>,
    /// Whether one is paid meanwhile, in words, where that is known.
    pub paid: Option<&'a str>,
    /// The same, where a source says so.
    pub earns: Option<bool>,
    /// Whom one must, or can, register with.
    pub registration: Vec<(&'a Organisation, bool)>,
    /// What one leaves behind.
    pub leaves: Option<String>,
    /// A word of care.
    pub caution: Option<&'a str>,
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

    /// What stands where it begins.
    #[must_use]
    pub fn start_title(&self) -> Option<String> {
        self.start().map(|start| place_title(self.catalogue.interface(), start))
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
        let t = self.catalogue.interface();
        let main = match (way_in, through_study) {
            (TrainingRoute::Apprenticeship, false) => t.by_apprenticeship(),
            (TrainingRoute::Apprenticeship, true) => t.by_study_then_an_apprenticeship(),
            (TrainingRoute::Study, _) => t.by_study(),
            (TrainingRoute::Work, false) => t.from_job_to_job(),
            (TrainingRoute::Work, true) => t.by_study_then_work(),
        };
        match (through_support_work, through_a_profession) {
            (_, true) => t.through_another_profession(main),
            (true, false) => t.through_support_work(main),
            (false, false) => main.to_owned(),
        }
    }

    /// What it asks in all, in a few sentences.
    #[must_use]
    pub fn totals(&self) -> String {
        let Totals { steps, months_from, months_to, unknown_lengths, earns } = self.journey.totals();
        let t = self.catalogue.interface();
        let paid = match earns {
            Some(true) => t.you_earn_all_the_way(),
            Some(false) => t.part_of_it_is_not_paid(),
            None => t.not_known_whether_paid(),
        };
        let long = match (total_length(t, months_from, months_to), unknown_lengths) {
            (Some(known), 0) => t.it_takes(known),
            (Some(known), unknown) => t.the_known_part_takes(unknown, known),
            (None, _) => t.length_not_recorded().to_owned(),
        };
        format!("{} {paid} {long}", t.steps(steps))
    }

    fn stop(&self, step: &Step<'a>) -> TripStop<'a> {
        let catalogue = self.catalogue;
        let role = step.to.role().map(|role| catalogue.role_at(role.index));
        let t = catalogue.interface();
        TripStop {
            title: place_title(t, step.to),
            role: step.to.role(),
            is_study: matches!(step.edge, EdgeKind::Study(_)),
            where_it_is: match role {
                Some(role) => where_it_is(role),
                None => t.a_qualification_not_a_job().to_owned(),
            },
            settings: role.into_iter().flat_map(RoleRef::settings).collect(),
            what_you_do: what_you_do(t, step),
            how: match step.edge {
                EdgeKind::Progression { step, .. } => step.progression.how.as_deref(),
                _ => None,
            },
            way_in: role.zip(step.route()).map(|(role, route)| WayIn::new(role, route)),
            takes: step.months().map(|months| length(t, months)),
            paid: step.earns.map(|earns| if earns { t.yes() } else { t.no() }),
            earns: step.earns,
            registration: role.map_or_else(Vec::new, registers),
            leaves: leaves(catalogue, step),
            caution: caution(t, step),
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
    // Whoever comes from a registered profession is on its register already.
    let new = role.registrations().filter(|(registration, _)| !registration.own_profession);
    new.map(|(registration, with)| (with, registration.needed)).collect()
}

fn where_it_is(role: RoleRef<'_>) -> String {
    let t = role.entities().interface();
    let levels = t.and_list(&role.levels().map(|info| lower_first(&info.title)).collect::<Vec<_>>());
    let levels = upper_first(&levels);
    if role.settings.is_empty() {
        return t.level_alone(levels);
    }
    let settings: Vec<String> = role.settings().map(|info| lower_first(&info.title)).collect();
    t.level_and_settings(levels, t.and_list(&settings))
}

fn what_you_do(t: &Interface, step: &Step<'_>) -> String {
    match step.edge {
        EdgeKind::Study(climb) => climb.how.clone(),
        EdgeKind::Entry { route, with } => {
            let with = with.filter(|held| held.level.is_some() && step.from.role().is_some());
            match (with, step.as_role) {
                (Some(held), _) => t.it_asks_for_this(&route.summary, &held.title),
                (None, Some(role)) => t.for_example_as(&route.summary, &role.title),
                (None, None) => route.summary.clone(),
            }
        }
        EdgeKind::Progression { step, .. } => t.you_move_on_from(&step.from.title),
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
    (!lost.is_empty()).then(|| catalogue.interface().and_list(&lost))
}

fn caution<'t>(t: &'t Interface, step: &Step<'_>) -> Option<&'t str> {
    if step.starts_again() {
        Some(t.you_start_again())
    } else if step.asks_more {
        Some(t.it_asks_for_more())
    } else {
        None
    }
}
