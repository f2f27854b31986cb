//! What people are paid: the schemes that set it, and what a role says of its pay.

use jiff::civil::Date;

use crate::catalogue::model::cited_page::CitedPage;
use crate::catalogue::model::ids::PaySchemeId;
use crate::catalogue::model::indexes::{PayBandIndex, PaySchemeIndex, SourceIndex};

/// A scheme that sets what people are paid: a national agreement, or each employer.
#[derive(Clone, Debug)]
pub struct PayScheme {
    /// Its id.
    pub id: PaySchemeId,
    /// Its name.
    pub title: String,
    /// Who sets the pay, in a sentence to readers.
    pub about: String,
    /// Where its publisher shows it.
    pub url: Option<String>,
    /// The amounts; none where no source of the current year is at hand, or where there is no national scale.
    pub scale: Option<PayScale>,
}

impl PayScheme {
    /// The bands of its scale, lowest first; none without a scale.
    #[must_use]
    pub fn bands(&self) -> &[PayBand] {
        self.scale.as_ref().map_or(&[], |scale| &scale.bands)
    }
}

/// The amounts of a scheme for one year.
#[derive(Clone, Debug)]
pub struct PayScale {
    /// The first day on which it applies.
    pub starts: Date,
    /// The last day on which it applies.
    pub ends: Date,
    /// Whether the amounts were read on the publisher's own page.
    pub confirmed: bool,
    /// The bands, lowest first.
    pub bands: Vec<PayBand>,
    /// What is added in some areas.
    pub supplements: Vec<PaySupplement>,
    /// The pages it was taken from.
    pub pages: Vec<CitedPage>,
    /// Where it comes from.
    pub sources: Vec<SourceIndex>,
    /// When to look again.
    pub review_by: Date,
}

/// A band of a scale, in pounds for a year of full-time work.
#[derive(Clone, Debug)]
pub struct PayBand {
    /// How the scheme names it: `5`, `8a`.
    pub name: String,
    /// The lowest pay of the band.
    pub from: u32,
    /// The highest pay of the band.
    pub to: u32,
}

/// What is added to a scale in an area.
#[derive(Clone, Debug)]
pub struct PaySupplement {
    /// The area, as it stands in a sentence: "inner London".
    pub area: String,
    /// The part of the pay that is added, in per cent.
    pub percent: u32,
    /// The least that is added, in pounds a year.
    pub at_least: u32,
    /// The most that is added, in pounds a year.
    pub at_most: u32,
}

/// What sets the pay of a role.
#[derive(Clone, Debug)]
pub struct Pay {
    /// The scheme.
    pub scheme: PaySchemeIndex,
    /// The bands on which the job usually starts; empty where the scheme has none or no source names them.
    pub bands: Vec<PayBandIndex>,
    /// Bands that one may reach in the same job.
    pub later: Vec<PayBandIndex>,
    /// Where that is said.
    pub sources: Vec<SourceIndex>,
}
