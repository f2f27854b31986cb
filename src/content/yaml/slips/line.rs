//! The lines of a YAML file, and the parts of a line.

/// A line of a file.
#[derive(Debug)]
pub(super) struct SourceLine<'t> {
    /// Its number, from 0.
    pub number: usize,
    /// Its byte offset in the text.
    pub start: usize,
    /// The line without its line break.
    pub text: &'t str,
    /// Whether it belongs to a text that `|` or `>` begins, where no sign means anything.
    pub is_block_text: bool,
}

/// The parts of a line: the dashes of items, a key, and what follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts<'t> {
    /// The column of the innermost item or key: what belongs to it is indented further.
    pub column: usize,
    /// Whether it begins an item.
    pub is_item: bool,
    /// The key.
    pub key: Option<&'t str>,
    /// The byte offset of the value.
    pub value_at: usize,
    /// What follows the dash or the key, without blanks at its ends.
    pub value: &'t str,
}

impl<'t> SourceLine<'t> {
    /// The number of spaces that it begins with.
    pub fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// Whether it holds nothing but white space or a comment.
    pub fn is_blank(&self) -> bool {
        let text = self.text.trim_start();
        text.is_empty() || text.starts_with('#')
    }

    /// Its parts.
    pub fn parts(&self) -> Parts<'t> {
        let (mut column, mut is_item) = (self.indent(), false);
        let mut rest = &self.text[column..];
        while let Some(after) = rest.strip_prefix("- ") {
            is_item = true;
            let after = after.trim_start_matches(' ');
            let at = self.text.len() - after.len();
            if key_of(after).is_some() || after.starts_with("- ") {
                column = at;
            }
            rest = after;
        }
        is_item |= rest.trim_end() == "-";
        let key = key_of(rest);
        let value = key.map_or(rest, |key| &rest[key.len() + 1..]).trim_start_matches(' ');
        Parts { column, is_item, key, value_at: self.text.len() - value.len(), value: value.trim_end() }
    }
}

/// The key that a text begins with: a word, a colon, and a blank or nothing.
fn key_of(text: &str) -> Option<&str> {
    let (key, rest) = text.split_once(':')?;
    // Keys begin with small letters, sentences do not.
    let is_key = is_word(key) && key.starts_with(|c: char| c.is_ascii_lowercase());
    (is_key && (rest.is_empty() || rest.starts_with(' '))).then_some(key)
}

/// Whether a text could be a key.
pub(super) fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

/// The lines of a text.
pub(super) fn lines(text: &str) -> Vec<SourceLine<'_>> {
    let mut lines: Vec<SourceLine<'_>> = Vec::new();
    let (mut start, mut block) = (0, None);
    for (number, whole) in text.split_inclusive('\n').enumerate() {
        let mut line = SourceLine { number, start, text: whole.trim_end_matches(['\n', '\r']), is_block_text: false };
        start += whole.len();
        let is_within = |column: usize| line.indent() > column || line.text.trim_matches(' ').is_empty();
        line.is_block_text = block.is_some_and(is_within);
        if !line.is_block_text {
            let parts = line.parts();
            block = begins_block(parts.value).then_some(parts.column);
        }
        lines.push(line);
    }
    lines
}

/// Whether a value is the head of a block of text: `|`, `>-`, `|2 # comment`.
pub(super) fn begins_block(value: &str) -> bool {
    let head = value.split(' ').next().unwrap_or_default();
    let rest = value[head.len()..].trim_start();
    head.strip_prefix(['|', '>'])
        .is_some_and(|marks| marks.bytes().all(|byte| matches!(byte, b'+' | b'-' | b'1'..=b'9')))
        && (rest.is_empty() || rest.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_line_has_dashes_a_key_and_a_value() {
        let parts = |text| {
            let lines = lines(text);
            let parts = lines[0].parts();
            (parts.column, parts.is_item, parts.key, &text[parts.value_at..parts.value_at + parts.value.len()])
        };
        assert_eq!(parts("a: b c "), (0, false, Some("a"), "b c"));
        assert_eq!(parts("  - a: b"), (4, true, Some("a"), "b"));
        assert_eq!(parts("  - some words"), (2, true, None, "some words"));
        assert_eq!(parts("  - - x"), (4, true, None, "x"));
        assert_eq!(parts("  -"), (2, true, None, "-"));
        assert_eq!(parts("https://x"), (0, false, None, "https://x"));
        assert_eq!(parts("key:"), (0, false, Some("key"), ""));
    }

    #[test]
    fn the_text_of_a_block_is_known() {
        let text = "a: |\n  x: y\n\n  - z\nb: >- # why\n    x\n  - c: |\n    in\n  - d\n";
        let within: Vec<bool> = lines(text).iter().map(|line| line.is_block_text).collect();
        assert_eq!(within, [false, true, true, true, false, true, true, true, true]);
        let text = "- c: |\n    in\n- d\n";
        let within: Vec<bool> = lines(text).iter().map(|line| line.is_block_text).collect();
        assert_eq!(within, [false, true, false]);
    }
}
