//! What a search must know of an edge and of a role, packed in bits so that millions of them are scanned from few cache lines.

use crate::catalogue::model::indexes::{MOST_TERMS, Setting};
use crate::catalogue::model::role::EntryRoute;
use crate::catalogue::model::vocabulary::{EntryKind, Stated};

/// How one gets from stop to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TrainingRoute {
    /// A paid job with study: an apprenticeship below degree level or for a degree.
    Apprenticeship,
    /// Study at a college or a university.
    Study,
    /// Work: one starts the job, or what one did before lets one in.
    Work,
}

impl TrainingRoute {
    /// The training route of a kind of entry route.
    #[must_use]
    pub fn of(kind: EntryKind) -> Self {
        match kind {
            EntryKind::Apprenticeship | EntryKind::DegreeApprenticeship => Self::Apprenticeship,
            EntryKind::College | EntryKind::University | EntryKind::Postgraduate => Self::Study,
            EntryKind::OnTheJob | EntryKind::Experience | EntryKind::Varies => Self::Work,
        }
    }
}

/// What a search must know of an edge, in 16 bits. Bits 0 and 1 are its [`TrainingRoute`], bits 2 to 10 the flags below, bits 12
/// to 15 the number of grades by which it is vague.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct EdgeFlags(u16);

impl EdgeFlags {
    /// It is known to be paid.
    pub const EARNS: Self = Self(1 << 2);
    /// It is known not to be paid.
    pub const UNPAID: Self = Self(1 << 3);
    /// It is study for a degree, or needs one to begin.
    pub const DEGREE: Self = Self(1 << 4);
    /// It asks for something that one is not known to have, and that no study gives: experience, or another role.
    pub const UNMET: Self = Self(1 << 5);
    /// No source says how long it takes.
    pub const UNKNOWN_LENGTH: Self = Self(1 << 6);
    /// It is no step, but an edge to an eligibility.
    pub const HOLDING: Self = Self(1 << 7);
    /// No more than one source has it.
    pub const ONE_SOURCE: Self = Self(1 << 8);
    /// It contains training, which is a stop of its own before the role.
    pub const TRAINING: Self = Self(1 << 9);
    /// Its entry route asks for the very role that one is in.
    pub const NAMES_THE_ROLE: Self = Self(1 << 10);
    const VAGUE_SHIFT: u32 = 12;

    /// The training route alone.
    pub fn of_training_route(way: TrainingRoute) -> Self {
        Self(way as u16)
    }

    /// The same, with other flags if `when`.
    pub fn with(self, other: Self, when: bool) -> Self {
        if when { Self(self.0 | other.0) } else { self }
    }

    /// The same, without other flags if `when`.
    pub fn without(self, other: Self, when: bool) -> Self {
        if when { Self(self.0 & !other.0) } else { self }
    }

    /// The same, `by` grades vaguer.
    pub fn vaguer(self, by: u16) -> Self {
        Self(self.0 + (by << Self::VAGUE_SHIFT))
    }

    /// The same, for those who are not known to have what it asks for: a grade vaguer.
    pub fn unmet(self) -> Self {
        if self.has(Self::UNMET) { self } else { self.with(Self::UNMET, true).vaguer(1) }
    }

    /// Whether it has all of these flags.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether it has any of these flags.
    pub fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Its training route.
    pub fn training_route(self) -> TrainingRoute {
        match self.0 & 3 {
            0 => TrainingRoute::Apprenticeship,
            1 => TrainingRoute::Study,
            _ => TrainingRoute::Work,
        }
    }

    /// Whether it is paid, if that is known.
    pub fn earns(self) -> Option<bool> {
        if self.has(Self::EARNS) { Some(true) } else { self.has(Self::UNPAID).then_some(false) }
    }

    /// What tells apart parallel edges: the flags that constraints test, and the training route. Of edges with one key, the
    /// best is enough.
    pub fn key(self) -> u16 {
        self.0 & (3 | Self::EARNS.0 | Self::DEGREE.0 | Self::UNMET.0)
    }

    /// The number of stops that it adds: a role, and the training before it; none for an edge to an eligibility.
    pub fn stops(self) -> usize {
        if self.has(Self::HOLDING) { 0 } else { 1 + usize::from(self.has(Self::TRAINING)) }
    }

    /// The number of grades by which it is vague.
    pub fn vagueness(self) -> u16 {
        self.0 >> Self::VAGUE_SHIFT
    }
}

impl std::ops::BitOr for EdgeFlags {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// How vague an entry route is, in grades: one where the source names no definite route, and one where it may not be there.
pub fn vagueness(route: &EntryRoute) -> u16 {
    let kind = matches!(route.kind, EntryKind::Experience | EntryKind::Varies);
    let stated = matches!(route.stated, Stated::SometimesAvailable | Stated::MayBeAvailable);
    u16::from(kind) + u16::from(stated)
}

/// What a search must know of a role: each of the low [`MOST_TERMS`] bits is a setting, the next one [`Self::DEGREE`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct RoleFlags(u32);

impl RoleFlags {
    /// Everybody in it has a degree.
    pub const DEGREE: Self = Self(1 << MOST_TERMS);

    /// The flags of a role with these settings; `has_degree` where everybody in it holds one.
    pub fn new(settings: &[Setting], has_degree: bool) -> Self {
        let degree = if has_degree { Self::DEGREE.0 } else { 0 };
        Self(Self::of_settings(settings).0 | degree)
    }

    /// The settings alone.
    pub fn of_settings(settings: &[Setting]) -> Self {
        Self(settings.iter().fold(0, |bits, setting| bits | 1 << setting.0))
    }

    /// Whether it has any of these flags.
    pub fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it has no flags.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether two roles share a setting.
    pub fn shares_a_setting(self, other: Self) -> bool {
        self.0 & other.0 & !Self::DEGREE.0 != 0
    }
}
