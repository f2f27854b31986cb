//! Colours, and their contrast by the Web Content Accessibility Guidelines (WCAG 2.2).

use std::fmt;

/// A colour of the sRGB space, 8 bits a channel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

/// A colour of something that light and dark pages show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ThemeColour {
    /// On light paper.
    pub light: Rgb,
    /// On dark paper.
    pub dark: Rgb,
}

// Colours of the style sheet, with which a test compares these.

/// The background of pages, `--paper`.
pub const PAPER: ThemeColour = ThemeColour { light: Rgb([0xfb, 0xf9, 0xf4]), dark: Rgb([0x12, 0x13, 0x1c]) };
/// The background of cards on a page, `--card`.
pub const CARD: ThemeColour = ThemeColour { light: Rgb([0xff, 0xff, 0xff]), dark: Rgb([0x1b, 0x1d, 0x2a]) };
/// Text, `--ink`.
pub const INK: ThemeColour = ThemeColour { light: Rgb([0x1a, 0x1c, 0x2c]), dark: Rgb([0xf3, 0xf1, 0xea]) };
/// Text of less weight, `--ink-soft`.
pub const INK_SOFT: ThemeColour = ThemeColour { light: Rgb([0x45, 0x48, 0x5c]), dark: Rgb([0xc4, 0xc3, 0xca]) };
/// What has no family of careers, `--line`.
pub const LINE: ThemeColour = ThemeColour { light: Rgb([0x4a, 0x4d, 0x63]), dark: Rgb([0xb4, 0xb6, 0xc9]) };

impl Rgb {
    /// Reads `#rrggbb`, in capitals or not.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// The contrast ratio with another colour, from 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The relative luminance, from 0 to 1.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let channel = f64::from(channel) / 255.0;
            if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Rgb {
    /// As `#rrggbb`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::Rgb;

    #[test]
    fn a_colour_is_six_digits() {
        assert_eq!(Rgb::parse("#0B4f6c"), Some(Rgb([0x0b, 0x4f, 0x6c])));
        assert_eq!(Rgb([0x0b, 0x4f, 0x6c]).to_string(), "#0b4f6c");
        assert_eq!(Rgb::parse("0b4f6c"), None);
        assert_eq!(Rgb::parse("#fff"), None);
        assert_eq!(Rgb::parse("#+12345"), None);
    }

    #[test]
    fn black_on_white_is_21_to_1() {
        assert!((Rgb([0; 3]).contrast(Rgb([255; 3])) - 21.0).abs() < 1e-9);
        assert!((Rgb([9; 3]).contrast(Rgb([9; 3])) - 1.0).abs() < 1e-9);
    }
}
