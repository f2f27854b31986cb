//! The codes by which official lists know a role.

use crate::catalogue::model::indexes::SourceIndex;

/// The codes by which official lists know a role.
#[derive(Clone, Debug, Default)]
pub struct Codes {
    /// Unit groups of the Standard Occupational Classification 2020: four digits.
    pub soc2020: Vec<String>,
    /// Codes of O*NET-SOC: `29-1141.00`.
    pub onet: Vec<String>,
    /// Occupation codes of the health service.
    pub nhs_occupation: Vec<String>,
    /// Standards of apprenticeships that lead into the role.
    pub apprenticeships: Vec<ApprenticeshipStandard>,
}

/// An apprenticeship standard.
#[derive(Clone, Debug)]
pub struct ApprenticeshipStandard {
    /// Its reference: `ST0781`.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// The qualification level it leads to.
    pub level: u8,
    /// How many months it typically takes.
    pub months: Option<u16>,
    /// Where that is said.
    pub sources: Vec<SourceIndex>,
}
