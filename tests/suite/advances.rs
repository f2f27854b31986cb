//! The widths of letters that the maps reckon with are those of the widest of the fonts that a visitor may have.

use std::fmt::Write as _;
use std::fs;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

const FOLDER: &str = "/usr/share/fonts/truetype";
/// Regular and bold of DejaVu Sans, Liberation Sans and Noto Sans, where Debian installs them.
const REGULAR: [&str; 3] =
    ["dejavu/DejaVuSans.ttf", "liberation/LiberationSans-Regular.ttf", "noto/NotoSans-Regular.ttf"];
const BOLD: [&str; 3] = ["dejavu/DejaVuSans-Bold.ttf", "liberation/LiberationSans-Bold.ttf", "noto/NotoSans-Bold.ttf"];

/// First and last letter of what is tabled: Basic Latin, Latin-1 and Latin Extended-A; Welsh and Vietnamese; punctuation.
const BLOCKS: [(u32, u32); 4] = [(0x20, 0x7e), (0xa0, 0x17f), (0x1e80, 0x1ef9), (0x2010, 0x2026)];
const A_LINE: usize = 16;

/// The greatest width of a letter in these fonts, in thousandths of its size, rounded up; 0 if none of them has it.
fn widest(fonts: &[Vec<u8>], letter: u32) -> u16 {
    let width = |bytes: &Vec<u8>| {
        let font = FontRef::new(bytes).unwrap();
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let size = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
        let advance = font.charmap().map(letter).and_then(|glyph| metrics.advance_width(glyph)).unwrap_or(0.0);
        (advance * 1000.0 / f32::from(size)).ceil() as u16
    };
    fonts.iter().map(width).max().unwrap_or(0)
}

fn table(name: &str, says: &str, files: [&str; 3]) -> String {
    let read =
        |file: &&str| fs::read(format!("{FOLDER}/{file}")).unwrap_or_else(|_| panic!("tests/run installs {file}"));
    let fonts: Vec<Vec<u8>> = files.iter().map(read).collect();
    let mut text = format!("\n/// {says}\n#[rustfmt::skip]\npub(super) const {name}: Table = &[\n");
    for (first, last) in BLOCKS {
        writeln!(text, "    (0x{first:x}, &[").unwrap();
        let widths: Vec<String> = (first..=last).map(|letter| widest(&fonts, letter).to_string()).collect();
        for line in widths.chunks(A_LINE) {
            writeln!(text, "        {},", line.join(", ")).unwrap();
        }
        text.push_str("    ]),\n");
    }
    text + "];\n"
}

#[test]
fn a_letter_is_taken_to_be_as_wide_as_in_the_widest_font() {
    let text = "//! How wide letters are at most in DejaVu Sans, Liberation Sans and Noto Sans, in thousandths of their size.\n\
        //!\n\
        //! Generated from the fonts that `tests/run` installs: `INSTA_UPDATE=always cargo test --test suite advances`.\n\
        \n\
        /// Blocks of letters: the code of the first, and the widths of it and those that follow; 0 for one that no font has.\n\
        type Table = &'static [(u32, &'static [u16])];\n"
        .to_owned()
        + &table("REGULAR", "Of regular letters.", REGULAR)
        + &table("BOLD", "Of bold letters.", BOLD);
    let path = "src/map_layout/advances.rs";
    #[expect(clippy::disallowed_methods, reason = "accepting new widths is the business of whoever runs the tests")]
    let update = std::env::var("INSTA_UPDATE").is_ok_and(|when| when == "always");
    if update {
        fs::write(path, &text).unwrap();
    }
    assert!(fs::read_to_string(path).unwrap() == text, "{path} is not what the fonts say: see its head");
}
