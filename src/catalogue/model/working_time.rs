//! How long and when one works in a role.

use std::fmt;

use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::model::vocabulary::terms;

terms! {
    /// When one works.
    WorkPattern, "working pattern" {
        /// Shifts.
        Shifts = "shifts", shifts;
        /// Nights.
        Nights = "nights", nights;
        /// Evenings.
        Evenings = "evenings", evenings;
        /// Weekends.
        Weekends = "weekends", weekends;
        /// One is called to work when needed.
        OnCall = "on-call", on_call;
        /// Part time is possible.
        PartTime = "part-time", part_time;
        /// Monday to Friday, in the day.
        OfficeHours = "office-hours", office_hours;
        /// One has a say in the hours.
        Flexible = "flexible", flexible_hours;
        /// In one part of the year.
        Seasonal = "seasonal", seasonal_work;
    }
}

/// How long and when one works in a role.
#[derive(Clone, Debug)]
pub struct WorkingTime {
    /// How many hours a week of full-time work has.
    pub per_week: Option<WeeklyHours>,
    /// When one works, in the order of the file.
    pub pattern: Vec<WorkPattern>,
    /// Where that is said.
    pub sources: Vec<SourceIndex>,
}

/// How many hours a week has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeeklyHours {
    /// The fewest.
    pub from: HalfHours,
    /// The most; the same as `from` where it is one number.
    pub to: HalfHours,
}

/// A length of time counted in half hours: sources print whole and half hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct HalfHours(pub u16);

impl HalfHours {
    /// The number of hours.
    #[must_use]
    pub fn hours(self) -> f64 {
        f64::from(self.0) / 2.0
    }
}

impl fmt::Display for HalfHours {
    /// In hours: `37` or `37.5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.hours().fmt(f)
    }
}
