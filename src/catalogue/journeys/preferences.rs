//! What a traveller will not do without, and the same as a few bits that are tested on every edge.

use crate::catalogue::journeys::network::flags::{EdgeFlags, RoleFlags};
use crate::catalogue::model::indexes::Setting;

/// What a journey must keep to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// Every step is known to be paid.
    pub keep_earning: bool,
    /// No step is study for a degree, and no role on the way asks for one.
    pub no_degree: bool,
    /// Every role after the start is found in one of these; any will do where there is none.
    pub settings: Vec<Setting>,
}

/// One of the preferences, to speak about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Preference {
    /// To earn throughout.
    KeepEarning,
    /// To need no degree.
    NoDegree,
    /// To stay in some settings.
    Settings,
}

impl Preference {
    /// Every preference, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::KeepEarning, Self::NoDegree, Self::Settings];

    /// Its key in addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::KeepEarning => "keep-earning",
            Self::NoDegree => "no-degree",
            Self::Settings => "setting",
        }
    }
}

impl Preferences {
    /// The preferences that were made.
    pub fn made(&self) -> impl Iterator<Item = Preference> {
        Preference::ALL.into_iter().filter(|preference| match preference {
            Preference::KeepEarning => self.keep_earning,
            Preference::NoDegree => self.no_degree,
            Preference::Settings => !self.settings.is_empty(),
        })
    }

    /// The same without one of them.
    #[must_use]
    pub fn without(&self, preference: Preference) -> Self {
        let mut fewer = self.clone();
        match preference {
            Preference::KeepEarning => fewer.keep_earning = false,
            Preference::NoDegree => fewer.no_degree = false,
            Preference::Settings => fewer.settings.clear(),
        }
        fewer
    }

    /// The same with only one of them.
    #[must_use]
    pub fn only(&self, preference: Preference) -> Self {
        Preference::ALL
            .into_iter()
            .filter(|other| *other != preference)
            .fold(self.clone(), |preferences, other| preferences.without(other))
    }
}

/// The preferences as bits: the journey itself, compiled.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Constraints {
    edge_flags_required: EdgeFlags,
    edge_flags_refused: EdgeFlags,
    settings: RoleFlags,
    role_flags_refused: RoleFlags,
}

impl Constraints {
    pub(super) fn new(preferences: &Preferences) -> Self {
        let mut constraints = Self::default();
        if preferences.keep_earning {
            constraints.edge_flags_required = EdgeFlags::EARNS;
        }
        if preferences.no_degree {
            constraints.edge_flags_refused = EdgeFlags::DEGREE;
            constraints.role_flags_refused = RoleFlags::DEGREE;
        }
        constraints.settings = RoleFlags::of_settings(&preferences.settings);
        constraints
    }

    /// Whether a step may look like this.
    pub(super) fn allows(self, step: EdgeFlags) -> bool {
        step.has(self.edge_flags_required) && !step.has_any(self.edge_flags_refused)
    }

    /// Whether the journey may stop at a role on this role_flags.
    pub(super) fn admits(self, role: RoleFlags) -> bool {
        !role.has_any(self.role_flags_refused) && (self.settings.is_empty() || role.has_any(self.settings))
    }
}
