//! Marks of Markdown that came to nothing and would be shown as they stand.

use std::ops::Range;

use crate::content::marks::link_apart;

/// The help for a link that is none.
const LINK: &str = "write [words](address), with nothing between the brackets and no blank in the address";
/// The help for a mark without its partner.
const PAIR: &str = "put the same mark behind the words, or take it away";

/// The first mark in the texts of a line, with its byte range in `written`, the line as it is in the file, and the help. One that
/// was written with a backslash is meant.
pub fn mark<'t>(texts: impl Iterator<Item = &'t str>, written: &str) -> Option<(Range<usize>, &'static str)> {
    for text in texts {
        let marks = ["](", "**", "__", "~~", "`"].into_iter().filter(|mark| text.contains(mark));
        let help = |mark| if mark == "](" { LINK } else { PAIR };
        let mut found = marks.filter_map(|mark| Some((written.find(mark)?, mark.len(), help(mark))));
        if let Some((at, len, help)) = found.next() {
            return Some((at..at + len, help));
        }
        if let Some(range) = link_apart(text).and_then(|_| link_apart(written)) {
            return Some((range, LINK));
        }
        if lone_star(text).is_some()
            && let Some(at) = lone_star(written)
        {
            return Some((at..at + 1, PAIR));
        }
    }
    None
}

/// A star at a word, which is meant to open or close something.
fn lone_star(text: &str) -> Option<usize> {
    text.match_indices('*').map(|(at, _)| at).find(|&at| {
        let is_word = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        let (before, after) = (text[..at].chars().next_back(), text[at + 1..].chars().next());
        before != Some('\\') && (is_word(before) || is_word(after))
    })
}
