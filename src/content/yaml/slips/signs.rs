//! Signs that mean something to YAML where a value begins.

/// Signs that no text can begin with without quotes.
pub(super) const RESERVED: &str = "@`%&*!|>]},?";

/// The byte offset of the quote that closes a text, which begins with a quote.
pub(super) fn closing(text: &str) -> Option<usize> {
    let quote = text.chars().next()?;
    let mut rest = text.char_indices().skip(1).peekable();
    while let Some((at, sign)) = rest.next() {
        match sign {
            '\\' if quote == '"' => {
                rest.next();
            }
            // In single quotes, two stand for one.
            '\'' if quote == '\'' && rest.peek().is_some_and(|(_, next)| *next == '\'') => {
                rest.next();
            }
            _ if sign == quote => return Some(at),
            _ => {}
        }
    }
    None
}
