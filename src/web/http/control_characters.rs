//! Control characters in queries. Neither HTML nor XML has a place for them, so none may reach an answer that repeats what was
//! asked.

/// A query without its control characters, white space excepted; `None` if it holds none.
#[must_use]
pub fn removed_from(query: &str) -> Option<String> {
    Units(query.as_bytes()).any(|unit| unit.is_control).then(|| {
        let kept = Units(query.as_bytes()).filter(|unit| !unit.is_control);
        String::from_utf8_lossy(&kept.flat_map(|unit| unit.encoded).copied().collect::<Vec<u8>>()).into_owned()
    })
}

/// A byte as it is written, or the two of a control character beyond ASCII (U+0080 to U+009F).
struct Unit<'a> {
    encoded: &'a [u8],
    /// Whether it is a control character other than a tab or a line end.
    is_control: bool,
}

struct Units<'a>(&'a [u8]);

impl<'a> Iterator for Units<'a> {
    type Item = Unit<'a>;

    fn next(&mut self) -> Option<Unit<'a>> {
        let (byte, mut length) = first_byte(self.0)?;
        let mut is_control = byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r');
        if byte == 0xC2
            && let Some((0x80..=0x9F, more)) = first_byte(&self.0[length..])
        {
            is_control = true;
            length += more;
        }
        let (encoded, rest) = self.0.split_at(length);
        self.0 = rest;
        Some(Unit { encoded, is_control })
    }
}

/// The byte that a text begins with, and how long it is there.
fn first_byte(encoded: &[u8]) -> Option<(u8, usize)> {
    let digit = |at: usize| encoded.get(at).and_then(|digit| char::from(*digit).to_digit(16));
    match (encoded.first()?, digit(1), digit(2)) {
        (b'%', Some(high), Some(low)) => Some((u8::try_from(high * 16 + low).ok()?, 3)),
        (byte, ..) => Some((*byte, 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::removed_from;

    #[test]
    fn only_control_characters_are_taken_out_of_a_query() {
        for (query, cleaned) in [
            ("q=a%00b", "q=ab"),
            ("q=%1F%7f&level=entry%C2%9f", "q=&level=entry"),
            ("q=%c2%80%C2%A0\u{85}", "q=%C2%A0"),
        ] {
            assert_eq!(removed_from(query).as_deref(), Some(cleaned), "{query}");
        }
        for query in ["", "q=care+home", "q=%09%0A%0D", "q=%", "q=%0", "q=%C2", "q=%C3%A9", "q=%E2%80%99", "q=é"] {
            assert_eq!(removed_from(query), None, "{query}");
        }
    }
}
