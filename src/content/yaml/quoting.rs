//! Texts in quotes, as a person would write them.

/// A text in quotes: in double ones where it has none, else in single ones.
#[must_use]
pub fn in_quotes(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

#[cfg(test)]
mod tests {
    use super::in_quotes;

    #[test]
    fn quotes_go_around_what_has_others() {
        assert_eq!(in_quotes("a: b"), "\"a: b\"");
        assert_eq!(in_quotes("it's"), "\"it's\"");
        assert_eq!(in_quotes("say \"it's\""), "'say \"it''s\"'");
    }
}
