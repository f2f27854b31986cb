//! What a traveller will not do without, and the same as a few bits that are tested on every arrow.

use crate::catalogue::journeys::network::flags::{EdgeFlags, RoleFlags};
use crate::catalogue::model::vocabulary::Setting;

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

/// One of the wishes, to speak about it.
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
    /// Every wish, in the order in which they are asked.
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
    /// The wishes that were made.
    pub fn made(&self) -> impl Iterator<Item = Preference> {
        Preference::ALL.into_iter().filter(|wish| match wish {
            Preference::KeepEarning => self.keep_earning,
            Preference::NoDegree => self.no_degree,
            Preference::Settings => !self.settings.is_empty(),
        })
    }

    /// The same without one of them.
    #[must_use]
    pub fn without(&self, wish: Preference) -> Self {
        let mut fewer = self.clone();
        match wish {
            Preference::KeepEarning => fewer.keep_earning = false,
            Preference::NoDegree => fewer.no_degree = false,
            Preference::Settings => fewer.settings.clear(),
        }
        fewer
    }

    /// The same with only one of them.
    #[must_use]
    pub fn only(&self, wish: Preference) -> Self {
        Preference::ALL
            .into_iter()
            .filter(|other| *other != wish)
            .fold(self.clone(), |wishes, other| wishes.without(other))
    }
}

/// The wishes as bits: the journey itself, compiled.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Constraints {
    traits_needed: EdgeFlags,
    traits_refused: EdgeFlags,
    settings: RoleFlags,
    footing_refused: RoleFlags,
}

impl Constraints {
    pub(super) fn new(wishes: &Preferences) -> Self {
        let mut rule = Self::default();
        if wishes.keep_earning {
            rule.traits_needed = EdgeFlags::EARNS;
        }
        if wishes.no_degree {
            rule.traits_refused = EdgeFlags::DEGREE;
            rule.footing_refused = RoleFlags::DEGREE;
        }
        rule.settings = RoleFlags::of_settings(&wishes.settings);
        rule
    }

    /// Whether a step may look like this.
    pub(super) fn allows(self, step: EdgeFlags) -> bool {
        step.has(self.traits_needed) && !step.has_any(self.traits_refused)
    }

    /// Whether the journey may stop at a role on this footing.
    pub(super) fn admits(self, role: RoleFlags) -> bool {
        !role.has_any(self.footing_refused) && (self.settings.is_empty() || role.has_any(self.settings))
    }
}
