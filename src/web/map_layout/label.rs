//! How wide a text is, and where a title breaks into lines.
//!
//! No font is at hand when a page is made, so widths are estimated from DejaVu Sans, the widest of the fonts that
//! people's systems are likely to choose.

/// The width of a character in thousandths of its size.
fn advance(letter: char) -> i32 {
    match letter {
        'i' | 'j' | 'l' | 'I' | 'J' | '\'' | '’' | '|' => 290,
        ' ' | '.' | ',' | ':' | ';' | '!' => 320,
        'f' | 't' | 'r' | '-' | '/' | '(' | ')' => 400,
        's' | 'z' | 'c' | 'k' | 'v' | 'x' | 'y' | 'L' | 'F' => 590,
        'm' | 'M' | 'W' | '&' | '%' => 1000,
        'w' | 'G' | 'O' | 'Q' | 'N' | 'D' | 'H' => 800,
        'A'..='Z' => 710,
        _ if letter.is_ascii() => 640,
        _ => 1000,
    }
}

/// The width of a text in letters of this size.
#[must_use]
pub fn width(text: &str, size: i32) -> i32 {
    (text.chars().map(advance).sum::<i32>() * size + 999) / 1000
}

/// The width of a text in bold letters of this size.
#[must_use]
pub fn bold_width(text: &str, size: i32) -> i32 {
    width(text, size) * 9 / 8
}

/// A title in as few lines as fit, and as even as can be.
#[must_use]
pub fn wrap(title: &str, widest: i32, size: i32) -> Vec<String> {
    let words: Vec<String> = title.split_whitespace().flat_map(|word| cut(word, widest, size)).collect();
    let fewest = fill(&words, widest, size);
    // The narrowest width that needs no more lines makes them even.
    let (mut low, mut high) = (0, widest);
    while low < high {
        let middle = (low + high) / 2;
        let lines = fill(&words, middle, size);
        let fits = lines.len() <= fewest.len() && lines.iter().all(|line| width(line, size) <= middle);
        if fits { high = middle } else { low = middle + 1 }
    }
    fill(&words, high, size)
}

/// Takes as many words into each line as fit.
fn fill(words: &[String], widest: i32, size: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(" ", size) + width(word, size) <= widest => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.clone()),
        }
    }
    lines
}

/// Cuts a word that is wider than a whole line.
fn cut(word: &str, widest: i32, size: i32) -> Vec<String> {
    let mut parts = vec![String::new()];
    for letter in word.chars() {
        if let Some(part) = parts.last_mut() {
            if !part.is_empty() && width(part, size) + width("-", size) + width(&letter.to_string(), size) > widest {
                part.push('-');
                parts.push(letter.to_string());
            } else {
                part.push(letter);
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{width, wrap};

    #[test]
    fn a_long_title_breaks_into_even_lines_that_fit() {
        let lines = wrap("Healthcare Science Practitioner in Respiratory Physiology", 150, 15);
        assert_eq!(lines, ["Healthcare", "Science", "Practitioner", "in Respiratory", "Physiology"]);
        assert!(lines.iter().all(|line| width(line, 15) <= 150));
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_with_a_hyphen() {
        let lines = wrap("Otorhinolaryngologist", 90, 15);
        assert!(lines.len() > 1 && lines.iter().all(|line| width(line, 15) <= 90), "{lines:?}");
        assert!(lines.first().is_some_and(|line| line.ends_with('-')));
    }

    #[test]
    fn a_short_title_stays_on_one_line() {
        assert_eq!(wrap("Nurse", 150, 15), ["Nurse"]);
        assert!(wrap("", 150, 15).is_empty());
    }
}
