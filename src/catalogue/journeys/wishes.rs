//! What a traveller will not do without, and the same as a few bits that are tested on every arrow.

use super::super::vocabulary::Setting;
use super::traits::{Footing, Traits};

/// What a journey must keep to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Every step is known to be paid.
    pub keep_earning: bool,
    /// No step is study for a degree, and no role on the way asks for one.
    pub no_degree: bool,
    /// Every role after the start is found in one of these; any will do where there is none.
    pub settings: Vec<Setting>,
}

/// One of the wishes, to speak about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wish {
    /// To earn throughout.
    KeepEarning,
    /// To need no degree.
    NoDegree,
    /// To stay in some settings.
    Settings,
}

impl Wish {
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

impl Wishes {
    /// The wishes that were made.
    pub fn made(&self) -> impl Iterator<Item = Wish> {
        Wish::ALL.into_iter().filter(|wish| match wish {
            Wish::KeepEarning => self.keep_earning,
            Wish::NoDegree => self.no_degree,
            Wish::Settings => !self.settings.is_empty(),
        })
    }

    /// The same without one of them.
    #[must_use]
    pub fn without(&self, wish: Wish) -> Self {
        let mut fewer = self.clone();
        match wish {
            Wish::KeepEarning => fewer.keep_earning = false,
            Wish::NoDegree => fewer.no_degree = false,
            Wish::Settings => fewer.settings.clear(),
        }
        fewer
    }

    /// The same with only one of them.
    #[must_use]
    pub fn only(&self, wish: Wish) -> Self {
        Wish::ALL.into_iter().filter(|other| *other != wish).fold(self.clone(), |wishes, other| wishes.without(other))
    }
}

/// The wishes as bits: the journey itself, compiled.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rule {
    traits_needed: Traits,
    traits_refused: Traits,
    settings: Footing,
    footing_refused: Footing,
}

impl Rule {
    pub(super) fn new(wishes: &Wishes) -> Self {
        let mut rule = Self::default();
        if wishes.keep_earning {
            rule.traits_needed = Traits::EARNS;
        }
        if wishes.no_degree {
            rule.traits_refused = Traits::DEGREE;
            rule.footing_refused = Footing::DEGREE;
        }
        rule.settings = Footing::of_settings(&wishes.settings);
        rule
    }

    /// Whether a step may look like this.
    pub(super) fn allows(self, step: Traits) -> bool {
        step.has(self.traits_needed) && !step.has_any(self.traits_refused)
    }

    /// Whether the journey may stop at a role on this footing.
    pub(super) fn admits(self, role: Footing) -> bool {
        !role.has_any(self.footing_refused) && (self.settings.is_empty() || role.has_any(self.settings))
    }
}
