//! The type that YAML gives to a plain scalar.

/// The type of a plain scalar, one without quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlainScalar {
    /// Empty, `null` or `~`.
    Nothing,
    /// `true`, `yes`, `on` and their opposites.
    YesOrNo,
    /// A number.
    Number,
    /// A date.
    Date,
    /// Text.
    Text,
}

impl PlainScalar {
    /// The type by the rules of YAML 1.1 and 1.2 together: not text if either version takes it for another type.
    #[must_use]
    pub fn of(text: &str) -> Self {
        const YES_OR_NO: [&str; 8] = ["true", "false", "yes", "no", "on", "off", "y", "n"];
        let lower = text.to_ascii_lowercase();
        if matches!(lower.as_str(), "" | "~" | "null") {
            Self::Nothing
        } else if YES_OR_NO.contains(&lower.as_str()) {
            Self::YesOrNo
        } else if is_number(&lower) {
            Self::Number
        } else if text.parse::<jiff::civil::Date>().is_ok() {
            Self::Date
        } else {
            Self::Text
        }
    }
}

/// Whether YAML takes this for a number: `12`, `1.10`, `1e3`, `0x1f`, `1_000`, `.inf`, `.nan`.
fn is_number(lower: &str) -> bool {
    let unsigned = lower.strip_prefix(['+', '-']).unwrap_or(lower);
    let radix =
        unsigned.strip_prefix("0x").map(|rest| (rest, 16)).or(unsigned.strip_prefix("0o").map(|rest| (rest, 8)));
    if let Some((digits, radix)) = radix {
        return !digits.is_empty() && digits.chars().all(|c| c.is_digit(radix) || c == '_');
    }
    matches!(unsigned, ".inf" | ".nan")
        || (unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.')
            && unsigned.replace('_', "").parse::<f64>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::PlainScalar;

    #[test]
    fn the_types_of_both_versions_of_yaml_are_known() {
        for (kind, texts) in [
            (PlainScalar::Nothing, vec!["", "~", "null", "Null"]),
            (PlainScalar::YesOrNo, vec!["no", "On", "TRUE", "y"]),
            (PlainScalar::Number, vec!["12", "-1", "1.10", "1e3", "0x1F", "0o17", "1_000", ".5", "+.inf", ".NaN"]),
            (PlainScalar::Date, vec!["2026-11-22"]),
            (
                PlainScalar::Text,
                vec![
                    "none",
                    "nothing",
                    "on-the-job",
                    "1.10.2",
                    "24/7",
                    "infinity",
                    "e3",
                    "2024-02",
                    "0x",
                    "41%",
                    "1,000",
                ],
            ),
        ] {
            for text in texts {
                assert_eq!(PlainScalar::of(text), kind, "{text}");
            }
        }
    }
}
