//! A length of time in months.

/// How long something takes, in months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months {
    /// At least.
    pub from: u16,
    /// At most; none where the source only says "at least".
    pub to: Option<u16>,
}

impl Months {
    /// As a person would say it: "2 years", "18 to 24 months", "at least 3 years".
    #[must_use]
    pub fn label(self) -> String {
        let whole_years = self.from.is_multiple_of(12) && self.to.unwrap_or(12).is_multiple_of(12);
        let (unit, size) = if whole_years && self.from > 0 { ("year", 12) } else { ("month", 1) };
        let plural = |n: u16| if n == 1 { unit.to_owned() } else { format!("{unit}s") };
        let from = self.from / size;
        match self.to.map(|to| to / size) {
            None => format!("at least {from} {}", plural(from)),
            Some(to) if to == from => format!("{from} {}", plural(from)),
            Some(to) => format!("{from} to {to} {}", plural(to)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Months;

    #[test]
    fn a_length_is_said_as_people_say_it() {
        let say = |from, to| Months { from, to }.label();
        assert_eq!(say(24, Some(24)), "2 years");
        assert_eq!(say(12, Some(12)), "1 year");
        assert_eq!(say(18, Some(24)), "18 to 24 months");
        assert_eq!(say(36, None), "at least 3 years");
        assert_eq!(say(36, Some(60)), "3 to 5 years");
        assert_eq!(say(6, Some(6)), "6 months");
    }
}
