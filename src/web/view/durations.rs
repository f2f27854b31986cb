//! Lengths of time, as a person would say them.

use crate::catalogue::model::months::Months;
use crate::interface::Interface;

/// One length: "2 years", "18 to 24 months", "at least 3 years", "7 years to 7 years and 6 months".
#[must_use]
pub fn length(t: &Interface, Months { from, to }: Months) -> String {
    length_in_words(t, u32::from(from), to.map(u32::from))
}

/// A sum of lengths, in months; nothing where there is none. Without a highest, the lowest is a lower bound.
#[must_use]
pub fn total_length(t: &Interface, from: u32, to: Option<u32>) -> Option<String> {
    (from > 0).then(|| length_in_words(t, from, to))
}

/// In months up to two years, and in years where these are whole or where it is longer.
fn length_in_words(t: &Interface, from: u32, to: Option<u32>) -> String {
    let words = |months: u32| match (months / 12, months % 12) {
        (years, 0) if years > 0 => t.years(years),
        (years, months) if years > 1 => t.years_and_months(t.years(years), t.months(months)),
        _ => t.months(months),
    };
    let is_in_whole_years = from >= 12 && from.is_multiple_of(12) && to.unwrap_or(12).is_multiple_of(12);
    match to {
        None => t.at_least(words(from)),
        Some(to) if to == from => words(from),
        Some(to) if is_in_whole_years => t.from_to_years(from / 12, to / 12),
        Some(to) if to <= 24 => t.from_to_months(from, to),
        Some(to) => t.from_length_to_length(words(from), words(to)),
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
        assert_eq!(say(18, Some(18)), "18 months");
        assert_eq!(say(18, Some(48)), "18 months to 4 years");
        assert_eq!(say(24, Some(27)), "2 years to 2 years and 3 months");
        assert_eq!(say(30, None), "at least 2 years and 6 months");
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
