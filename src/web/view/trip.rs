//! One journey in words: its stops, what each step adds, and what it asks in all.

use crate::catalogue::journeys::{Earns, EdgeKind, Journey, Step, Totals, Waypoint};
use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::model::reference::{Organisation, SettingInfo};
use crate::catalogue::model::role::Role;
use crate::catalogue::{Catalogue, RoleRef};
use crate::interface::Interface;
use crate::web::labels::{lower_first, place_title, source_names, upper_first};
use crate::web::view::asks::{experience_asked_for, training};
use crate::web::view::durations::{length, total_length};
use crate::web::view::way_in::WayIn;

/// A journey as it is drawn: a line with stops.
pub struct Trip<'a> {
    catalogue: &'a Catalogue,
    journey: Journey<'a>,
    name: String,
}

/// What tells a way from others.
#[derive(Clone, Debug)]
pub struct WayAtAGlance {
    /// How many stops it has after the start.
    pub stops: usize,
    /// What one studies on it.
    pub study: Vec<String>,
    /// How long it takes, as far as that is known.
    pub takes: String,
    /// Whether one is paid meanwhile.
    pub paid: String,
}

/// One stop of a trip, and what leads to it.
#[derive(Clone)]
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
    pub caution: Option<String>,
    /// Where that is said.
    pub sources: String,
}

impl<'a> Trip<'a> {
    /// A journey of this catalogue, and what it is called.
    #[must_use]
    pub fn new(catalogue: &'a Catalogue, journey: Journey<'a>, name: String) -> Self {
        Self { catalogue, journey, name }
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
        self.journey.steps.iter().flat_map(|step| self.stops_of(step)).collect()
    }

    /// Its waypoints in order, the start included.
    pub fn waypoints(&self) -> impl Iterator<Item = Waypoint<'a>> + '_ {
        self.start().into_iter().chain(self.journey.steps.iter().map(|step| step.to))
    }

    /// The roles on it after the start.
    pub fn roles(&self) -> impl Iterator<Item = &'a Role> + '_ {
        self.journey.steps.iter().filter_map(|step| step.to.role())
    }

    /// What it is called, unlike the others that are shown.
    #[must_use]
    pub fn heading(&self) -> &str {
        &self.name
    }

    /// What it asks in all, in a few sentences.
    #[must_use]
    pub fn totals(&self) -> String {
        totals(self.catalogue.interface(), &self.journey)
    }

    /// The same in short, for a table of several ways.
    #[must_use]
    pub fn at_a_glance(&self) -> WayAtAGlance {
        let t = self.catalogue.interface();
        let Totals { months_from, months_to, unknown_lengths, earns, .. } = self.journey.totals();
        let known = total_length(t, months_from, months_to);
        WayAtAGlance {
            stops: self.journey.stops(),
            study: self.stops().into_iter().filter(|stop| stop.is_study).map(|stop| stop.title).collect(),
            takes: match (known, unknown_lengths) {
                (Some(known), 0) => known,
                (Some(known), unknown) => t.length_without_some_stops(unknown, known),
                (None, _) => t.not_known().to_owned(),
            },
            paid: match earns {
                Earns::Throughout => t.paid_all_the_way(),
                Earns::Partly => t.paid_partly(),
                Earns::NotKnown => t.not_known(),
            }
            .to_owned(),
        }
    }

    /// A word of care about the whole of it.
    #[must_use]
    pub fn caution(&self) -> Option<String> {
        self.journey.below_start().map(|role| self.catalogue.interface().goes_below_the_start(&role.title))
    }

    /// The stop of a step: the training that it contains, if any, then where it leads.
    fn stops_of(&self, step: &Step<'a>) -> Vec<TripStop<'a>> {
        let catalogue = self.catalogue;
        let role = step.to.role().map(|role| catalogue.role_at(role.index));
        let t = catalogue.interface();
        let way_in = role.zip(step.route()).map(|(role, route)| WayIn::new(role, route));
        let arrival = TripStop {
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
                _ => step.printed.and_then(|printed| printed.progression.how.as_deref()),
            },
            way_in,
            takes: step.months().map(|months| length(t, months)),
            paid: paid(t, step),
            earns: step.earns,
            registration: role.map_or_else(Vec::new, registers),
            leaves: leaves(catalogue, step),
            caution: caution(catalogue, step),
            sources: self.sources(step),
        };
        let Some((route, role)) = step.route().zip(step.to.role()).filter(|_| step.trains) else {
            return vec![arrival];
        };
        let training = TripStop {
            title: training(t, route),
            role: None,
            is_study: true,
            where_it_is: t.training_for(&role.title),
            settings: vec![],
            registration: vec![],
            leaves: None,
            ..arrival.clone()
        };
        let what_you_do = t.you_finish_and_start_the_job().to_owned();
        let (earns, paid) = (Some(true), Some(t.yes()));
        let job = TripStop { what_you_do, how: None, way_in: None, takes: None, paid, earns, caution: None, ..arrival };
        vec![training, job]
    }

    fn sources(&self, step: &Step<'_>) -> String {
        source_names(self.catalogue.sources_at(step.sources()))
    }

    /// Who says any of it, each once: on paper there is no room to say it at each step.
    #[must_use]
    pub fn all_sources(&self) -> String {
        let mut sources: Vec<SourceIndex> = Vec::new();
        for source in self.journey.steps.iter().flat_map(Step::sources) {
            if !sources.contains(source) {
                sources.push(*source);
            }
        }
        source_names(self.catalogue.sources_at(&sources))
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
                (None, Some(role)) => t.as_somebody_who_works_as(&role.title, &route.summary),
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

/// Whether a step is paid, where that is known. Study beside a job is paid by the job.
fn paid<'t>(t: &'t Interface, step: &Step<'_>) -> Option<&'t str> {
    Some(match (step.earns?, step.edge) {
        (true, EdgeKind::Study(climb)) if climb.beside_a_job => t.yes_beside_a_job(),
        (true, _) => t.yes(),
        (false, _) => t.no(),
    })
}

/// A word of care about a step.
pub fn caution(catalogue: &Catalogue, step: &Step<'_>) -> Option<String> {
    let t = catalogue.interface();
    if step.starts_again() {
        return Some(t.you_start_again().to_owned());
    }
    let missing = experience_asked_for(catalogue, step).map(|asked| t.you_will_also_need(lower_first(&asked)));
    missing.or_else(|| may_be_another_subject(catalogue, step).then(|| t.your_degree_may_not_fit().to_owned()))
}

/// Whether training builds on a degree that one has by being in a role of another family of careers.
fn may_be_another_subject(catalogue: &Catalogue, step: &Step<'_>) -> bool {
    let (Some(from), Some(to), EdgeKind::Entry { with: Some(held), .. }) =
        (step.from.role(), step.to.role(), step.edge)
    else {
        return false;
    };
    let is_degree = catalogue.lists().qualifications.is_degree(held.qualification);
    is_degree && step.trains && !from.categories.iter().any(|category| to.categories.contains(category))
}

/// What a journey asks in all, in a few sentences.
#[must_use]
pub fn totals(t: &Interface, journey: &Journey<'_>) -> String {
    let Totals { months_from, months_to, unknown_lengths, earns, .. } = journey.totals();
    let paid = match earns {
        Earns::Throughout => t.you_earn_all_the_way(),
        Earns::Partly => t.part_of_it_is_paid(),
        Earns::NotKnown => t.not_known_whether_paid(),
    };
    let long = match (total_length(t, months_from, months_to), unknown_lengths) {
        (Some(known), 0) => t.it_takes(known),
        (Some(known), unknown) => t.the_known_part_takes(unknown, known),
        (None, _) => t.length_not_recorded().to_owned(),
    };
    format!("{} {paid} {long}", t.stops(journey.stops()))
}
