//! Data that has passed the rules.

use crate::content::raw_data::RawData;
use crate::content::schema::site::SiteFile;

/// Raw data without an error: every required file and value is there, and every reference leads somewhere.
///
/// Only [`check`](crate::content::rules::check) makes one, so code that has one need not check again.
pub struct CheckedData {
    site: SiteFile,
    raw: RawData,
}

impl CheckedData {
    /// Raw data that has passed, and its `site.yaml`.
    pub(super) fn new(site: SiteFile, raw: RawData) -> Self {
        Self { site, raw }
    }

    /// The data.
    pub fn raw(&self) -> &RawData {
        &self.raw
    }

    /// `site.yaml`, and the other files.
    pub fn into_parts(self) -> (SiteFile, RawData) {
        (self.site, self.raw)
    }
}
