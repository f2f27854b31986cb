//! The ways of study from one qualification to a higher one.

use crate::catalogue::journeys::network::build_edges::with_sources;
use crate::catalogue::journeys::network::eligibility::Eligibility;
use crate::catalogue::journeys::network::flags::{EdgeFlags, TrainingRoute};
use crate::catalogue::model::reference::QualificationInfo;
use crate::catalogue::model::vocabulary::Qualification;

/// A way of study.
#[derive(Clone, Copy, Debug)]
pub(in crate::catalogue::journeys) struct Study {
    pub(in crate::catalogue::journeys) from: Qualification,
    pub(in crate::catalogue::journeys) to: Qualification,
    /// Which climb of the qualification it leads to.
    pub(in crate::catalogue::journeys) climb: usize,
    pub(in crate::catalogue::journeys) flags: EdgeFlags,
}

impl Study {
    /// Every climb to a higher qualification.
    pub(in crate::catalogue::journeys) fn find(qualifications: &[QualificationInfo]) -> Vec<Self> {
        qualifications.iter().flat_map(Self::up_to).collect()
    }

    fn up_to(info: &QualificationInfo) -> impl Iterator<Item = Self> {
        let to = info.qualification;
        info.climbs.iter().enumerate().filter(move |(_, climb)| climb.from < to).map(move |(index, climb)| {
            let flags = EdgeFlags::of_training_route(TrainingRoute::Study)
                .with(EdgeFlags::EARNS, climb.earn == Some(true))
                .with(EdgeFlags::UNPAID, climb.earn == Some(false))
                .with(EdgeFlags::DEGREE, to >= Qualification::Degree)
                .with(EdgeFlags::UNKNOWN_LENGTH, climb.months.is_none());
            Self { from: climb.from, to, climb: index, flags: with_sources(&climb.sources, flags) }
        })
    }

    /// Whether people of one eligibility may take it. Within one category nobody looks at study for its own sake.
    pub(in crate::catalogue::journeys) fn is_open_to(&self, eligibility: Eligibility) -> bool {
        eligibility.category.is_none() && self.from <= eligibility.held && eligibility.held < self.to
    }
}
