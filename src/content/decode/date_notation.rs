//! What is said of a date that is not written as data files have it.

use jiff::civil::Date;

/// What is said of a text that is no date.
#[derive(Debug, PartialEq, Eq)]
pub struct BadDate {
    /// What is wrong with it.
    pub label: &'static str,
    /// How to write it.
    pub help: String,
}

/// The names of the months, by their first three letters.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

impl BadDate {
    /// Of a text in place of a day.
    #[must_use]
    pub fn of(written: &str) -> Self {
        if has_form(written, "9999-99-99") {
            return Self::no_such_day("write a day that the calendar has, as year, month and day: 2026-11-22");
        }
        let help = match meant(written) {
            Some(date) => format!("write {date}: year, month and day, in digits"),
            None => "write year, month and day, like 2026-11-22".to_owned(),
        };
        Self { label: "not year, month and day", help }
    }

    /// Of a text in place of a year, a month or a day.
    #[must_use]
    pub fn of_page(written: &str) -> Self {
        let forms = "write as much as the page says: `2023`, `2023-05` or `2023-05-04`";
        if has_form(written, "9999-99-99") || has_form(written, "9999-99") {
            return Self::no_such_day(forms);
        }
        let help = match meant(written) {
            Some(date) => format!("write {date}: year, month and day, in digits"),
            None => forms.to_owned(),
        };
        Self { label: "not year, month and day", help }
    }

    fn no_such_day(help: &str) -> Self {
        Self { label: "no such day", help: help.to_owned() }
    }
}

/// Whether a text has this form, in which `9` stands for any digit.
fn has_form(text: &str, form: &str) -> bool {
    let fits = |(form, sign): (u8, u8)| if form == b'9' { sign.is_ascii_digit() } else { form == sign };
    text.len() == form.len() && form.bytes().zip(text.bytes()).all(fits)
}

/// The day that a text means in another notation: `26/11/2026`, `2026.11.26`, `26 November 2026`, `November 26, 2026`. Where day
/// and month could be either, the day comes first, as people write it here.
fn meant(written: &str) -> Option<Date> {
    let parts: Vec<&str> =
        written.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).take(4).collect();
    let month_by_name = parts.iter().position(|part| month(part).is_some());
    let number = |at: usize| {
        let part = parts.get(at)?;
        // "26th", or a time behind "26T".
        let end = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
        part[..end].parse::<i16>().ok()
    };
    let day = |year: i16, month: i16, day: i16| {
        let year = if year < 100 { year + 2000 } else { year };
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    match (parts.as_slice(), month_by_name) {
        ([one], None) if has_form(one, "99999999") => {
            day(one[..4].parse().ok()?, one[4..6].parse().ok()?, one[6..].parse().ok()?)
        }
        ([first, second, third], Some(at)) => {
            let month = i16::try_from(month([first, second, third][at])?).ok()?;
            match at {
                0 => day(number(2)?, month, number(1)?),
                1 if number(0)? > 31 => day(number(0)?, month, number(2)?),
                1 => day(number(2)?, month, number(0)?),
                _ => None,
            }
        }
        // A time may follow.
        ([_, _, _, ..], None) => {
            let (one, two, three) = (number(0)?, number(1)?, number(2)?);
            if one > 31 { day(one, two, three) } else { day(three, two, one).or_else(|| day(three, one, two)) }
        }
        _ => None,
    }
}

/// The number of a month by its name in English, from 1.
fn month(name: &str) -> Option<usize> {
    let name = name.to_lowercase();
    let short: String = name.chars().take(3).collect();
    MONTHS.iter().position(|month| *month == short).filter(|_| name.chars().all(char::is_alphabetic)).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::BadDate;

    #[test]
    fn a_day_in_another_notation_is_understood() {
        for written in [
            "26/11/2026",
            "26.11.2026",
            "26-11-2026",
            "26/11/26",
            "2026/11/26",
            "2026.11.26",
            "11/26/2026",
            "26 November 2026",
            "26th Nov 2026",
            "November 26, 2026",
            "26-Nov-2026",
            "20261126",
            "2026-11-26T10:00:00",
        ] {
            let said = BadDate::of(written);
            assert_eq!(said.help, "write 2026-11-26: year, month and day, in digits", "{written}");
            assert_eq!(said.label, "not year, month and day", "{written}");
        }
        assert!(BadDate::of("5/11/2026").help.starts_with("write 2026-11-05:"));
        assert!(BadDate::of("2026-11-6").help.starts_with("write 2026-11-06:"));
    }

    #[test]
    fn a_day_that_no_calendar_has_is_said_to_be_none() {
        for written in ["2026-13-01", "2026-02-30"] {
            assert_eq!(BadDate::of(written).label, "no such day");
        }
        assert_eq!(BadDate::of_page("2025-13").label, "no such day");
        for written in ["yesterday", "Dec", "", "1/2", "32/13/2026", "é/é/é", "99999999"] {
            assert_eq!(BadDate::of(written).help, "write year, month and day, like 2026-11-22", "{written}");
        }
    }
}
