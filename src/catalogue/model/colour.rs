//! Colours, and their contrast by the Web Content Accessibility Guidelines (WCAG 2.2).

/// A colour of the sRGB space, 8 bits a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

/// The background of pages in light mode: `--paper` of the style sheet, with which a test compares it.
pub const LIGHT_PAPER: Rgb = Rgb([0xfb, 0xf9, 0xf4]);
/// The same in dark mode.
pub const DARK_PAPER: Rgb = Rgb([0x12, 0x13, 0x1c]);

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

#[cfg(test)]
mod tests {
    use super::Rgb;

    #[test]
    fn a_colour_is_six_digits() {
        assert_eq!(Rgb::parse("#0B4f6c"), Some(Rgb([0x0b, 0x4f, 0x6c])));
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
