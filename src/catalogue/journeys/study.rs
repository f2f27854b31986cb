//! The ways of study from one qualification to a higher one.

use super::super::reference::QualificationInfo;
use super::super::vocabulary::Qualification;
use super::arrows::said_by;
use super::standing::Standing;
use super::traits::{Traits, Way};

/// A way of study.
#[derive(Clone, Copy, Debug)]
pub(super) struct Study {
    pub(super) from: Qualification,
    pub(super) to: Qualification,
    /// Which climb of the qualification it leads to.
    pub(super) climb: usize,
    pub(super) traits: Traits,
}

impl Study {
    /// Every climb to a higher qualification.
    pub(super) fn find(qualifications: &[QualificationInfo]) -> Vec<Self> {
        qualifications.iter().flat_map(Self::up_to).collect()
    }

    fn up_to(info: &QualificationInfo) -> impl Iterator<Item = Self> {
        let to = info.qualification;
        info.climbs.iter().enumerate().filter(move |(_, climb)| climb.from < to).map(move |(index, climb)| {
            let traits = Traits::of_way(Way::Study)
                .with(Traits::EARNS, climb.earn == Some(true))
                .with(Traits::UNPAID, climb.earn == Some(false))
                .with(Traits::DEGREE, to >= Qualification::Degree)
                .with(Traits::UNKNOWN_LENGTH, climb.months.is_none());
            Self { from: climb.from, to, climb: index, traits: said_by(&climb.sources, traits) }
        })
    }

    /// Whether people of a standing may take it. Within one family of careers nobody looks at study for its own sake.
    pub(super) fn is_open_to(&self, standing: Standing) -> bool {
        standing.family.is_none() && self.from <= standing.held && standing.held < self.to
    }
}
