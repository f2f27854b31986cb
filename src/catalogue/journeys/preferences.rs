//! What a traveller prefers, and how it constrains a search.

use crate::catalogue::journeys::network::constraints::Constraints;
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
    /// [`Preferences::keep_earning`].
    KeepEarning,
    /// [`Preferences::no_degree`].
    NoDegree,
    /// [`Preferences::settings`].
    Settings,
}

impl Preference {
    /// Every preference, in the order of the form.
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
    /// The preferences that are set.
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

    /// The same with one of them alone.
    #[must_use]
    pub fn only(&self, preference: Preference) -> Self {
        Preference::ALL
            .into_iter()
            .filter(|other| *other != preference)
            .fold(self.clone(), |preferences, other| preferences.without(other))
    }

    /// The same as bits.
    pub(super) fn constraints(&self) -> Constraints {
        let mut constraints =
            Constraints { settings: RoleFlags::of_settings(&self.settings), ..Constraints::default() };
        if self.keep_earning {
            constraints.edge_flags_required = EdgeFlags::EARNS;
        }
        if self.no_degree {
            constraints.edge_flags_refused = EdgeFlags::DEGREE;
            constraints.role_flags_refused = RoleFlags::DEGREE;
        }
        constraints
    }
}
