//! Days and months, as readers of a language say them.

use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_locale_core::Locale;
use jiff::civil::Date;

use super::Interface;

impl Interface {
    /// A day: "22 November 2026".
    #[must_use]
    pub fn day(&self, date: Date) -> String {
        let format = |locale: Locale| {
            let format = FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long()).ok()?;
            Some(format.format(&gregorian(date)?).to_string())
        };
        self.locale().and_then(format).unwrap_or_else(|| date.to_string())
    }

    /// The month of a day: "November 2026".
    #[must_use]
    pub fn month(&self, date: Date) -> String {
        let format = |locale: Locale| {
            let format = FixedCalendarDateTimeFormatter::try_new((&locale).into(), YM::long()).ok()?;
            Some(format.format(&gregorian(date)?).to_string())
        };
        self.locale().and_then(format).unwrap_or_else(|| date.strftime("%Y-%m").to_string())
    }

    /// The language, for formatters. They are made for each date, which takes microseconds: they cannot be shared among threads.
    fn locale(&self) -> Option<Locale> {
        self.language().to_string().parse().ok()
    }
}

/// A day, as formatters take it.
fn gregorian(date: Date) -> Option<icu_calendar::Date<Gregorian>> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    icu_calendar::Date::try_new_gregorian(date.year().into(), month, day).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::Interface;

    #[test]
    fn a_day_and_a_month_are_said_as_the_language_says_it() {
        assert_eq!(Interface::built_in().day(date(2026, 11, 22)), "22 November 2026");
        assert_eq!(Interface::new("cy".parse().unwrap(), "").day(date(2026, 3, 1)), "1 Mawrth 2026");
        assert_eq!(Interface::built_in().month(date(2026, 11, 22)), "November 2026");
    }
}
