//! An address as a QR code, drawn as one path.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder};

/// Light modules that a reader needs around the code.
const QUIET: usize = 4;

/// A QR code as a drawing.
#[derive(Clone, Debug)]
pub struct Qr {
    /// The side of the drawing, in modules, with the quiet zone.
    pub side: usize,
    /// The dark modules, as the data of an SVG path.
    pub path: String,
}

impl Qr {
    /// The code of a text; none where the text is too long for one.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        // A fold or a stain may cost 15 % of it.
        let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
        let mut path = String::new();
        for (y, row) in code.data.chunks(code.size).take(code.size).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|left, right| left.value() == right.value()) {
                if run.first().is_some_and(|module| module.value()) {
                    // Writing to a string does not fail.
                    let _ = write!(path, "M{} {}h{w}v1h-{w}z", x + QUIET, y + QUIET, w = run.len());
                }
                x += run.len();
            }
        }
        Some(Self { side: code.size + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::Qr;

    #[test]
    fn a_code_begins_with_the_corner_that_a_reader_looks_for() {
        let qr = Qr::of("https://example.org/roles/nurse").unwrap();
        assert_eq!(qr.side, 29 + 8);
        assert!(qr.path.starts_with("M4 4h7v1h-7z"), "{}", qr.path);
        assert!(qr.path.contains("M4 10h7v1h-7z"));
    }

    #[test]
    fn different_addresses_have_different_codes() {
        let path = |text| Qr::of(text).unwrap().path;
        assert_ne!(path("https://example.org/roles/nurse"), path("https://example.org/roles/midwife"));
    }

    #[test]
    fn a_text_that_is_too_long_has_no_code() {
        assert!(Qr::of(&"x".repeat(4000)).is_none());
    }
}
