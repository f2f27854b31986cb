//! Study from one qualification to a higher one.

use crate::catalogue::journeys::network::build_edges::with_sources;
use crate::catalogue::journeys::network::eligibility::Eligibility;
use crate::catalogue::journeys::network::flags::{EdgeFlags, TrainingRoute};
use crate::catalogue::model::indexes::Qualification;
use crate::catalogue::model::lists::QualificationLadder;
use crate::catalogue::model::reference::QualificationInfo;

/// An edge from every lower qualification that is enough to a higher one.
#[derive(Clone, Copy, Debug)]
pub struct Study {
    pub from: Qualification,
    pub to: Qualification,
    /// Its index among the study routes of that qualification.
    pub climb: usize,
    /// What a search must know of it.
    pub flags: EdgeFlags,
}

impl Study {
    /// All study routes that lead up.
    pub fn find(qualifications: &QualificationLadder) -> Vec<Self> {
        let up_to = |info| Self::up_to(info, qualifications.is_degree(info.qualification));
        qualifications.iter().flat_map(up_to).collect()
    }

    /// Those that lead to one qualification.
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

    /// Whether it is open to an eligibility. Within a category nobody studies for the sake of study.
    pub fn is_open_to(&self, eligibility: Eligibility) -> bool {
        eligibility.category.is_none() && self.from <= eligibility.held && eligibility.held < self.to
    }
}
