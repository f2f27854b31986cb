//! A journey: its stops, what each step is and asks, and what it asks for in all.

use crate::catalogue::graph::Move;
use crate::catalogue::journeys::network::flags::TrainingRoute;
use crate::catalogue::journeys::selection::diversity::JourneyKind;
use crate::catalogue::journeys::waypoint::Waypoint;
use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::model::months::Months;
use crate::catalogue::model::reference::{QualificationInfo, StudyRoute};
use crate::catalogue::model::role::{EntryRoute, Registration, Role};

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
    /// The printed move for which the study before it was done.
    pub printed: Option<Move<'a>>,
    /// Its training route.
    pub training_route: TrainingRoute,
    /// Whether it is paid, where that is known.
    pub earns: Option<bool>,
    /// Whether it contains training, which is a stop of its own.
    pub trains: bool,
    /// Whether what it asks is met by those who take it.
    pub met: Met,
    /// Whether it has a length that no source says.
    pub has_unknown_length: bool,
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

/// Whether what a step asks is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// Everybody who takes it holds what it asks for.
    Met,
    /// It contains training, which is a stop of its own.
    Added,
    /// It asks for something that one is not known to have, and that no study gives.
    Unmet,
}

impl Met {
    /// Its name in the JSON API.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Added => "added",
            Self::Unmet => "unmet",
        }
    }
}

/// Something that a step asks for.
#[derive(Clone, Copy, Debug)]
pub enum Ask<'a> {
    /// A qualification that one must hold before.
    Qualification(&'a QualificationInfo),
    /// The training that the step contains.
    Training(&'a EntryRoute),
    /// A register that one must join.
    Registration(&'a Registration),
    /// Experience, or work in another role, that one is not known to have: what the entry route says of it.
    Experience(Option<&'a EntryRoute>),
    /// How long one must have worked before.
    TimeInWork(Months),
    /// The subjects of the exams or the degree that one must hold before.
    Subjects(&'a EntryRoute),
    /// What else the entry route asks for, in its words.
    Other(&'a str),
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

    /// Where it is said.
    #[must_use]
    pub fn sources(&self) -> &'a [SourceIndex] {
        match self.edge {
            EdgeKind::Study(climb) => &climb.sources,
            EdgeKind::Entry { route, .. } => &route.sources,
            EdgeKind::Progression { step, .. } => &step.progression.sources,
        }
    }

    /// The number of its stops: a course is one, so is a job, and training before a job is one more.
    #[must_use]
    pub fn stops(&self) -> usize {
        1 + usize::from(self.trains)
    }

    /// Whether it leads to a role on a lower level.
    #[must_use]
    pub fn starts_again(&self) -> bool {
        matches!((self.from.role(), self.to.role()), (Some(from), Some(to)) if to.level() < from.level())
    }

    /// What it asks for: first what one must hold, then the training, what one is not known to have, the registers, and the rest.
    /// A register counts as joined where the role one comes from has it.
    #[must_use]
    pub fn asks(&self) -> Vec<Ask<'a>> {
        let mut asks = Vec::new();
        if let EdgeKind::Entry { with: Some(held), .. } = self.edge
            && held.level.is_some()
        {
            asks.push(Ask::Qualification(held));
        }
        asks.extend(self.route().filter(|_| self.trains).map(Ask::Training));
        asks.extend((self.met == Met::Unmet).then(|| Ask::Experience(self.route())));
        let before = self.from.role().or(self.as_role).into_iter().flat_map(|role| &role.registration);
        let joined: Vec<_> = before.filter(|it| it.needed).map(|it| it.with).collect();
        let registers = self.to.role().into_iter().flat_map(|role| &role.registration);
        let new = registers.filter(|it| it.needed && !it.own_profession && !joined.contains(&it.with));
        asks.extend(new.map(Ask::Registration));
        if let Some(route) = self.route() {
            asks.extend((!route.subjects.is_empty()).then_some(Ask::Subjects(route)));
            asks.extend(route.experience.map(Ask::TimeInWork));
            let also = route.also.iter().filter(|text| !route.requires.contains(text));
            asks.extend(also.chain(&route.requires).map(|text| Ask::Other(text)));
        }
        asks
    }
}

impl<'a> Journey<'a> {
    /// The number of its stops.
    #[must_use]
    pub fn stops(&self) -> usize {
        self.steps.iter().map(Step::stops).sum()
    }

    /// The number of its steps that ask for something that one is not known to have.
    #[must_use]
    pub fn unmet(&self) -> usize {
        self.steps.iter().filter(|step| step.met == Met::Unmet).count()
    }

    /// The roles between its start and its goal.
    pub fn roles_between(&self) -> impl Iterator<Item = &'a Role> + '_ {
        self.steps.iter().skip(1).filter_map(|step| step.from.role())
    }

    /// The first of its roles that is on a lower level than its start and its goal.
    #[must_use]
    pub fn below_start(&self) -> Option<&'a Role> {
        let start = self.steps.first()?.from.role()?;
        let goal = self.steps.last()?.to.role()?;
        let least = start.level().min(goal.level());
        self.roles_between().find(|role| role.level() < least)
    }

    /// What it asks for in all.
    #[must_use]
    pub fn totals(&self) -> Totals {
        let lengths = || self.steps.iter().filter_map(Step::months);
        let is_paid = |paid| move |step: &Step<'_>| step.earns == Some(paid);
        Totals {
            steps: self.steps.len(),
            months_from: lengths().map(|months| u32::from(months.from)).sum(),
            months_to: lengths().map(|months| months.to.map(u32::from)).sum(),
            unknown_lengths: self.steps.iter().filter(|step| step.has_unknown_length).count(),
            earns: match () {
                () if self.steps.iter().all(is_paid(true)) => Earns::Throughout,
                () if self.steps.iter().any(|step| step.earns.is_some()) => Earns::Partly,
                () => Earns::NotKnown,
            },
        }
    }
}

/// Whether one is paid on a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Earns {
    /// Every step is known to be paid.
    Throughout,
    /// Some steps are known to be paid, or not to be.
    Partly,
    /// No source says of any step whether it is paid.
    NotKnown,
}

impl Earns {
    /// Its name in the JSON API.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Throughout => "throughout",
            Self::Partly => "partly",
            Self::NotKnown => "not-known",
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
    /// Whether it is paid.
    pub earns: Earns,
}
