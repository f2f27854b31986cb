//! Characters that no text of a data file may have, and what people call them.

/// Whether a character controls a device, or ends a line for some systems only.
#[must_use]
pub fn is_control(sign: char) -> bool {
    sign.is_control() && !matches!(sign, '\n' | '\t' | '\r') || matches!(sign, '\u{2028}' | '\u{2029}')
}

/// Whether a character stands for letters that were lost, or for none.
#[must_use]
pub fn is_lost(sign: char) -> bool {
    matches!(sign, '\u{fffd}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether a character chooses a variant of the one before it.
#[must_use]
pub fn is_variant(sign: char) -> bool {
    matches!(sign, '\u{fe00}'..='\u{fe0f}')
}

/// What people call a control character.
#[must_use]
pub fn control_name(sign: char) -> String {
    let name = match sign {
        '\u{8}' => "a backspace",
        '\u{b}' => "a vertical tab (Word's line break)",
        '\u{c}' => "a page break",
        '\u{1b}' => "an escape sign",
        '\u{7f}' => "a delete sign",
        '\u{85}' => "a line break of another system",
        '\u{2028}' | '\u{2029}' => "a line separator",
        '\u{fffd}' => "a sign for letters that were lost",
        _ => return format!("a control character (U+{:04X})", u32::from(sign)),
    };
    name.to_owned()
}

/// What people call a sign that nobody sees.
#[must_use]
pub fn invisible_name(sign: char) -> String {
    let name = match sign {
        '\u{ad}' => "a soft hyphen",
        '\u{200b}' => "a zero width space",
        '\u{200c}' | '\u{200d}' => "a zero width joiner",
        '\u{feff}' => "a byte order mark",
        _ if is_variant(sign) => "a mark that chooses a variant",
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "a mark of writing direction",
        _ => return format!("U+{:04X}", u32::from(sign)),
    };
    name.to_owned()
}
