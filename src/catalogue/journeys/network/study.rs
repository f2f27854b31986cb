//! The ways of study from one qualification to a higher one.

use crate::catalogue::journeys::network::build_edges::with_sources;
use crate::catalogue::journeys::network::eligibility::Eligibility;
use crate::catalogue::journeys::network::flags::{EdgeFlags, TrainingRoute};
use crate::catalogue::model::indexes::Qualification;
use crate::catalogue::model::lists::QualificationLadder;
use crate::catalogue::model::reference::QualificationInfo;

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
    pub(in crate::catalogue::journeys) fn find(qualifications: &QualificationLadder) -> Vec<Self> {
        let up_to = |info| Self::up_to(info, qualifications.is_degree(info.qualification));
        qualifications.iter().flat_map(up_to).collect()
    }

    fn up_to(info: &QualificationInfo, is_degree: bool) -> impl Iterator<Item = Self> {
        let to = info.qualification;
        info.climbs.iter().enumerate().filter(move |(_, climb)| climb.from < to).map(move |(index, climb)| {
            let flags = EdgeFlags::of_training_route(TrainingRoute::Study)
                .with(EdgeFlags::EARNS, climb.earn == Some(true))
                .with(EdgeFlags::UNPAID, climb.earn == Some(false))
                .with(EdgeFlags::DEGREE, is_degree)
                .with(EdgeFlags::UNKNOWN_LENGTH, climb.months.is_none());
            Self { from: climb.from, to, climb: index, flags: with_sources(&climb.sources, flags) }
        })
    }

    /// Whether people of one eligibility may take it. Within one category nobody looks at study for its own sake.
    pub(in crate::catalogue::journeys) fn is_open_to(&self, eligibility: Eligibility) -> bool {
        eligibility.category.is_none() && self.from <= eligibility.held && eligibility.held < self.to
    }
}
