//! A journey: its stops, what each step is, and what it asks for in all.

use crate::catalogue::graph::Move;
use crate::catalogue::journeys::network::flags::TrainingRoute;
use crate::catalogue::journeys::selection::diversity::JourneyKind;
use crate::catalogue::journeys::waypoint::Waypoint;
use crate::catalogue::model::months::Months;
use crate::catalogue::model::reference::{QualificationInfo, StudyRoute};
use crate::catalogue::model::role::{EntryRoute, Role};

/// A journey from a waypoint to a role.
#[derive(Clone, Debug)]
pub struct Journey<'a> {
    /// Its steps; each begins where the one before ended.
    pub steps: Vec<Step<'a>>,
    /// Its kind.
    pub kind: JourneyKind,
}

/// One step of a journey.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The stop it leaves.
    pub from: Waypoint<'a>,
    /// The stop it leads to.
    pub to: Waypoint<'a>,
    /// The role with registration in which a registered professional takes it.
    pub as_role: Option<&'a Role>,
    /// What it is.
    pub edge: EdgeKind<'a>,
    /// Its training route.
    pub training_route: TrainingRoute,
    /// Whether it is paid, where that is known.
    pub earns: Option<bool>,
    /// Whether the route on record asks for more than one is known to hold.
    pub asks_more: bool,
}

/// What a step is.
#[derive(Clone, Copy, Debug)]
pub enum EdgeKind<'a> {
    /// Study for a higher qualification.
    Study(&'a StudyRoute),
    /// An entry route of the role it leads to.
    Entry {
        /// The route.
        route: &'a EntryRoute,
        /// The qualification with which one takes it; none where the route asks for the role that one is in.
        with: Option<&'a QualificationInfo>,
    },
    /// A printed progression.
    Progression {
        /// The progression.
        step: Move<'a>,
        /// The entry route that explains best how it is made; none where none is recorded.
        route: Option<&'a EntryRoute>,
    },
}

impl<'a> Step<'a> {
    /// Its name in the JSON API.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.edge {
            EdgeKind::Study(_) => "study",
            EdgeKind::Entry { .. } => "entry",
            EdgeKind::Progression { .. } => "progression",
        }
    }

    /// The entry route that it takes, or that explains it.
    #[must_use]
    pub fn route(&self) -> Option<&'a EntryRoute> {
        match self.edge {
            EdgeKind::Study(_) => None,
            EdgeKind::Entry { route, .. } => Some(route),
            EdgeKind::Progression { route, .. } => route,
        }
    }

    /// How long it takes, where a source says so.
    #[must_use]
    pub fn months(&self) -> Option<Months> {
        match self.edge {
            EdgeKind::Study(climb) => climb.months,
            EdgeKind::Entry { .. } | EdgeKind::Progression { .. } => self.route().and_then(|route| route.months),
        }
    }

    /// Whether it leads to a role on a lower level.
    #[must_use]
    pub fn starts_again(&self) -> bool {
        matches!((self.from.role(), self.to.role()), (Some(from), Some(to)) if to.level() < from.level())
    }
}

impl Journey<'_> {
    /// What it asks for in all.
    #[must_use]
    pub fn totals(&self) -> Totals {
        let lengths = || self.steps.iter().filter_map(Step::months);
        Totals {
            steps: self.steps.len(),
            months_from: lengths().map(|months| u32::from(months.from)).sum(),
            months_to: lengths().map(|months| months.to.map(u32::from)).sum(),
            unknown_lengths: self.steps.iter().filter(|step| step.months().is_none()).count(),
            earns: if self.steps.iter().any(|step| step.earns == Some(false)) {
                Some(false)
            } else {
                self.steps.iter().all(|step| step.earns == Some(true)).then_some(true)
            },
        }
    }
}

/// What a journey asks for in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// The number of steps.
    pub steps: usize,
    /// The least number of months that its steps of known length take.
    pub months_from: u32,
    /// The most; none where a source only says "at least".
    pub months_to: Option<u32>,
    /// The number of steps of unknown length.
    pub unknown_lengths: usize,
    /// Whether it is paid throughout, where that is known of every step.
    pub earns: Option<bool>,
}
