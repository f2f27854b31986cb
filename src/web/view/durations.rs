//! Lengths of time, as a person would say them.

use crate::catalogue::model::months::Months;
use crate::interface::Interface;

/// One length: "2 years", "18 to 24 months", "at least 3 years".
#[must_use]
pub fn length(t: &Interface, Months { from, to }: Months) -> String {
    let is_in_years = from > 0 && from.is_multiple_of(12) && to.unwrap_or(12).is_multiple_of(12);
    match (is_in_years, to) {
        (true, None) => t.at_least(t.years(from / 12)),
        (true, Some(to)) if to == from => t.years(from / 12),
        (true, Some(to)) => t.from_to_years(from / 12, to / 12),
        (false, None) => t.at_least(t.months(from)),
        (false, Some(to)) if to == from => t.months(from),
        (false, Some(to)) => t.from_to_months(from, to),
    }
}

/// A sum of lengths, in months; nothing where there is none. Without a highest, the lowest is a lower bound.
#[must_use]
pub fn total_length(t: &Interface, from: u32, to: Option<u32>) -> Option<String> {
    let words = |months: u32| match (months / 12, months % 12) {
        (0, months) => t.months(months),
        (years, 0) => t.years(years),
        (years, months) => t.years_and_months(t.years(years), t.months(months)),
    };
    let in_months = |months: u32| u16::try_from(months).unwrap_or(u16::MAX);
    let is_short = to.unwrap_or(from) <= 24;
    match to {
        _ if from == 0 => None,
        _ if is_short || from.is_multiple_of(12) && to.is_none_or(|to| to.is_multiple_of(12)) => {
            Some(length(t, Months { from: in_months(from), to: to.map(in_months) }))
        }
        None => Some(t.at_least(words(from))),
        Some(to) if to == from => Some(words(from)),
        Some(to) => Some(t.from_length_to_length(words(from), words(to))),
    }
}

#[cfg(test)]
mod tests {
    use super::{length, total_length};
    use crate::catalogue::model::months::Months;
    use crate::interface::Interface;

    #[test]
    fn a_length_is_said_as_people_say_it() {
        let t = Interface::built_in();
        let say = |from, to| length(&t, Months { from, to });
        assert_eq!(say(24, Some(24)), "2 years");
        assert_eq!(say(12, Some(12)), "1 year");
        assert_eq!(say(18, Some(24)), "18 to 24 months");
        assert_eq!(say(36, None), "at least 3 years");
        assert_eq!(say(36, Some(60)), "3 to 5 years");
        assert_eq!(say(6, Some(6)), "6 months");
    }

    #[test]
    fn months_in_all_are_said_in_years() {
        let t = Interface::built_in();
        assert_eq!(total_length(&t, 0, Some(0)), None);
        assert_eq!(total_length(&t, 24, Some(24)).as_deref(), Some("2 years"));
        assert_eq!(total_length(&t, 30, None).as_deref(), Some("at least 2 years and 6 months"));
        assert_eq!(total_length(&t, 36, Some(72)).as_deref(), Some("3 to 6 years"));
        assert_eq!(total_length(&t, 18, Some(24)).as_deref(), Some("18 to 24 months"));
        assert_eq!(total_length(&t, 42, Some(48)).as_deref(), Some("3 years and 6 months to 4 years"));
    }
}
