//! What is known of an edge and of a role, packed so that millions of them can be looked at.

use crate::catalogue::model::indexes::{MOST_TERMS, Setting};
use crate::catalogue::model::role::EntryRoute;
use crate::catalogue::model::vocabulary::{EntryKind, Stated};

/// The category of ways that a step belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TrainingRoute {
    /// A paid job with study: an apprenticeship of either kind.
    Apprenticeship,
    /// Study at a college or a university.
    Study,
    /// Work: one starts the job, or what one did before lets one in.
    Work,
}

impl TrainingRoute {
    /// The category that a kind of entry route belongs to.
    #[must_use]
    pub fn of(kind: EntryKind) -> Self {
        match kind {
            EntryKind::Apprenticeship | EntryKind::DegreeApprenticeship => Self::Apprenticeship,
            EntryKind::College | EntryKind::University | EntryKind::Postgraduate => Self::Study,
            EntryKind::OnTheJob | EntryKind::Experience | EntryKind::Varies => Self::Work,
        }
    }
}

/// What a search must know of one edge. The low two bits are its [`TrainingRoute`]; the top three count how vague it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::catalogue::journeys) struct EdgeFlags(u16);

impl EdgeFlags {
    /// One is known to be paid.
    pub(in crate::catalogue::journeys) const EARNS: Self = Self(1 << 2);
    /// One is known not to be paid.
    pub(in crate::catalogue::journeys) const UNPAID: Self = Self(1 << 3);
    /// One studies for a degree, or needs one to begin.
    pub(in crate::catalogue::journeys) const DEGREE: Self = Self(1 << 4);
    /// What is on record asks for more than one is known to hold.
    pub(in crate::catalogue::journeys) const ASKS_MORE: Self = Self(1 << 5);
    /// No source says how long it takes.
    pub(in crate::catalogue::journeys) const UNKNOWN_LENGTH: Self = Self(1 << 6);
    /// No step at all: what one holds by being where one is.
    pub(in crate::catalogue::journeys) const HOLDING: Self = Self(1 << 7);
    /// No more than one source says so.
    pub(in crate::catalogue::journeys) const ONE_SOURCE: Self = Self(1 << 8);
    const VAGUE_SHIFT: u32 = 12;

    pub(in crate::catalogue::journeys) fn of_training_route(way: TrainingRoute) -> Self {
        Self(way as u16)
    }

    pub(in crate::catalogue::journeys) fn with(self, other: Self, when: bool) -> Self {
        if when { Self(self.0 | other.0) } else { self }
    }

    pub(in crate::catalogue::journeys) fn without(self, other: Self, when: bool) -> Self {
        if when { Self(self.0 & !other.0) } else { self }
    }

    /// The same, `by` grades vaguer.
    pub(in crate::catalogue::journeys) fn vaguer(self, by: u16) -> Self {
        Self(self.0 + (by << Self::VAGUE_SHIFT))
    }

    pub(in crate::catalogue::journeys) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub(in crate::catalogue::journeys) fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(in crate::catalogue::journeys) fn training_route(self) -> TrainingRoute {
        match self.0 & 3 {
            0 => TrainingRoute::Apprenticeship,
            1 => TrainingRoute::Study,
            _ => TrainingRoute::Work,
        }
    }

    /// Whether one is paid, as far as is known.
    pub(in crate::catalogue::journeys) fn earns(self) -> Option<bool> {
        if self.has(Self::EARNS) { Some(true) } else { self.has(Self::UNPAID).then_some(false) }
    }

    /// What tells apart the edges between the same two places that answer different preferences.
    pub(in crate::catalogue::journeys) fn key(self) -> u16 {
        self.0 & (3 | Self::EARNS.0 | Self::DEGREE.0)
    }

    /// One bit for each category of ways, once for edges that ask no more than one holds and once for those that ask more.
    pub(in crate::catalogue::journeys) fn move_bit(self) -> u8 {
        if self.has(Self::HOLDING) {
            1 << 6
        } else {
            1 << (self.training_route() as u8 * 2 + u8::from(self.has(Self::ASKS_MORE)))
        }
    }

    /// The moves that such a move makes needless: the same category of ways, asking as much or more.
    pub(in crate::catalogue::journeys) fn moves_outdone(self) -> u8 {
        let ask_more = Self::default().with(Self::ASKS_MORE, true).with(Self(self.0 & 3), true);
        self.move_bit() | ask_more.move_bit()
    }

    /// Its cost: one step, then how vague it is, then whether but one source says so, then whether its length is unknown.
    pub(in crate::catalogue::journeys) fn cost(self) -> PathCost {
        let step = if self.has(Self::HOLDING) { 0 } else { 1 << PathCost::STEP_SHIFT };
        let vague = u64::from(self.0 >> Self::VAGUE_SHIFT) << PathCost::VAGUE_SHIFT;
        let one_source = u64::from(self.has(Self::ONE_SOURCE)) << PathCost::ONE_SOURCE_SHIFT;
        PathCost(step + vague + one_source + u64::from(self.has(Self::UNKNOWN_LENGTH)))
    }
}

/// What a journey costs: its steps; among as many steps, how vague they are; then how many rest on one source; then how many are of
/// unknown length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::catalogue::journeys) struct PathCost(u64);

impl PathCost {
    const STEP_SHIFT: u32 = 46;
    const VAGUE_SHIFT: u32 = 26;
    const ONE_SOURCE_SHIFT: u32 = 13;

    pub(in crate::catalogue::journeys) fn of_steps(steps: usize) -> Self {
        Self((steps as u64) << Self::STEP_SHIFT)
    }

    pub(in crate::catalogue::journeys) fn steps(self) -> usize {
        (self.0 >> Self::STEP_SHIFT) as usize
    }
}

impl std::ops::Add for PathCost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl std::ops::Sub for PathCost {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

/// How vague an entry route is: one grade where the source names no definite route, one where it may not be there.
pub(in crate::catalogue::journeys) fn vagueness(route: &EntryRoute) -> u16 {
    let kind = matches!(route.kind, EntryKind::Experience | EntryKind::Varies);
    let stated = matches!(route.stated, Stated::SometimesAvailable | Stated::MayBeAvailable);
    u16::from(kind) + u16::from(stated)
}

/// What a search must know of one role: its settings, and whether all who are in it have a degree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::catalogue::journeys) struct RoleFlags(u32);

impl RoleFlags {
    /// All who are in it have a degree.
    pub(in crate::catalogue::journeys) const DEGREE: Self = Self(1 << MOST_TERMS);

    pub(in crate::catalogue::journeys) fn new(settings: &[Setting], has_degree: bool) -> Self {
        let degree = if has_degree { Self::DEGREE.0 } else { 0 };
        Self(Self::of_settings(settings).0 | degree)
    }

    pub(in crate::catalogue::journeys) fn of_settings(settings: &[Setting]) -> Self {
        Self(settings.iter().fold(0, |bits, setting| bits | 1 << setting.0))
    }

    pub(in crate::catalogue::journeys) fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(in crate::catalogue::journeys) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(in crate::catalogue::journeys) fn shares_a_setting(self, other: Self) -> bool {
        self.0 & other.0 & !Self::DEGREE.0 != 0
    }
}
