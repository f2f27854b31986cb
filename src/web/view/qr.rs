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

    /// What a telephone reads from the drawing.
    fn read(qr: &Qr) -> String {
        const PIXELS: usize = 3;
        let mut dark = vec![false; qr.side * qr.side];
        for run in qr.path.split_terminator('z') {
            let numbers: Vec<usize> =
                run.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
            let [x, y, width, ..] = numbers[..] else { panic!("{run}") };
            dark[y * qr.side + x..][..width].fill(true);
        }
        let picture = |x: usize, y: usize| dark[y / PIXELS * qr.side + x / PIXELS];
        let mut seen = rqrr::PreparedImage::prepare_from_bitmap(qr.side * PIXELS, qr.side * PIXELS, picture);
        let codes = seen.detect_grids();
        assert_eq!(codes.len(), 1);
        codes[0].decode().unwrap().1
    }

    #[test]
    fn a_telephone_reads_the_address_back() {
        for address in ["https://example.org/roles/nurse", "http://127.0.0.1:3000/roles/x", "a"] {
            assert_eq!(read(&Qr::of(address).unwrap()), address);
        }
        let long = format!("https://example.org/{}", "very-long-name-".repeat(20));
        assert_eq!(read(&Qr::of(&long).unwrap()), long);
    }

    #[test]
    fn a_text_that_is_too_long_has_no_code() {
        assert!(Qr::of(&"x".repeat(4000)).is_none());
    }
}
