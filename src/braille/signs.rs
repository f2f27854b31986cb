//! The cells of single print characters in Unified English Braille, as North American ASCII Braille.
//!
//! From The Rules of Unified English Braille (International Council on English Braille, second edition 2013): sections 3
//! (general symbols), 4 (letters and their modifiers) and 7 (punctuation).

/// What a character that is not in the tables becomes: the transcriber's own sign (rule 3.26).
pub const UNKNOWN: &str = "#=";
/// The same in the Unicode block of Braille patterns, which every table passes through.
pub const UNKNOWN_PATTERN: &str = "\u{283c}\u{283f}";

/// The cells of a small letter: its modifier and the letter.
#[must_use]
pub fn letter(letter: char) -> Option<&'static str> {
    if letter.is_ascii_lowercase() {
        const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        let place = usize::from(u8::try_from(letter).ok()? - b'a');
        return LETTERS.get(place..=place);
    }
    Some(match letter {
        'à' => "^*A",
        'á' => "^/A",
        'â' => "^%A",
        'ã' => "^]A",
        'ä' => "^3A",
        'å' => "^$A",
        'æ' => "A^6E",
        'ß' => ".!",
        'ç' => "^&C",
        'è' => "^*E",
        'é' => "^/E",
        'ê' => "^%E",
        'ë' => "^3E",
        'ì' => "^*I",
        'í' => "^/I",
        'î' => "^%I",
        'ï' => "^3I",
        'ñ' => "^]N",
        'ò' => "^*O",
        'ó' => "^/O",
        'ô' => "^%O",
        'õ' => "^]O",
        'ö' => "^3O",
        'ø' => "@*O",
        'ù' => "^*U",
        'ú' => "^/U",
        'û' => "^%U",
        'ü' => "^3U",
        'ý' => "^/Y",
        'ÿ' => "^3Y",
        'œ' => "O^6E",
        'ł' => "@*L",
        'š' => "^+S",
        'ž' => "^+Z",
        'č' => "^+C",
        'ŵ' => "^%W",
        'ŷ' => "^%Y",
        _ => return None,
    })
}

/// The cells of a sign that looks the same wherever it stands.
#[must_use]
pub fn sign(sign: char) -> Option<&'static str> {
    Some(match sign {
        ' ' => " ",
        ',' => "1",
        '.' => "4",
        ';' => "2",
        ':' => "3",
        '!' => "6",
        '\'' => "'",
        '“' => "8",
        '”' => "0",
        '‘' => ",8",
        '(' => "\"<",
        ')' => "\">",
        '[' => ".<",
        ']' => ".>",
        '{' => "_<",
        '}' => "_>",
        '<' => "@<",
        '>' => "@>",
        '-' | '‐' | '\u{2011}' => "-",
        '–' | '—' => ",-",
        '…' => "444",
        '/' => "_/",
        '\\' => "_*",
        '&' => "@&",
        '@' => "@A",
        '#' => "_?",
        '%' => ".0",
        '*' => "\"9",
        '_' => ".-",
        '~' => "@9",
        '^' => "@5",
        '|' => "_|",
        '+' => "\"6",
        '=' => "\"7",
        '×' => "\"8",
        '÷' => "\"/",
        '±' => "_6",
        '£' => "@L",
        '€' => "@E",
        '$' => "@S",
        '°' => "^J",
        '•' => "_4",
        '©' => "^C",
        '®' => "^R",
        '™' => "^T",
        '→' => ";\\O",
        '½' => "#A/B",
        '¼' => "#A/D",
        '¾' => "#C/D",
        _ => return None,
    })
}

/// The cell of a digit, to stand behind the numeric indicator.
#[must_use]
pub fn digit(digit: char) -> Option<&'static str> {
    const DIGITS: &str = "JABCDEFGHI";
    let place = usize::try_from(digit.to_digit(10)?).ok()?;
    DIGITS.get(place..=place)
}
