//! Days, as readers of a language say them.

use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_locale_core::Locale;
use jiff::civil::Date;

use super::Interface;

impl Interface {
    /// A day: "22 November 2026".
    #[must_use]
    pub fn day(&self, date: Date) -> String {
        self.long_day(date).unwrap_or_else(|| date.to_string())
    }

    /// The formatter is made for each day, which takes microseconds: it cannot be shared among threads.
    fn long_day(&self, date: Date) -> Option<String> {
        let locale: Locale = self.language().to_string().parse().ok()?;
        let format = FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long()).ok()?;
        let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
        let date = icu_calendar::Date::try_new_gregorian(date.year().into(), month, day).ok()?;
        Some(format.format(&date).to_string())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::Interface;

    #[test]
    fn a_day_is_said_as_the_language_says_it() {
        assert_eq!(Interface::built_in().day(date(2026, 11, 22)), "22 November 2026");
        assert_eq!(Interface::new("cy".parse().unwrap(), "").day(date(2026, 3, 1)), "1 Mawrth 2026");
    }
}
