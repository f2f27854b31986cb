//! The input of rules.

use jiff::civil::Date;

use crate::content::raw_data::RawData;

/// The input of a rule.
pub struct RuleContext<'a> {
    /// All decoded files.
    pub raw: &'a RawData,
    /// The date on which they are checked.
    pub today: Date,
}
