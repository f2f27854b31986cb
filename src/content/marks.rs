//! Marks of Markdown and HTML in texts that are shown as they stand.

use std::ops::Range;

/// The elements of HTML that people or programs put into texts.
const ELEMENTS: [&str; 40] = [
    "a",
    "abbr",
    "b",
    "big",
    "blockquote",
    "br",
    "center",
    "code",
    "del",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "iframe",
    "img",
    "ins",
    "li",
    "link",
    "mark",
    "meta",
    "o",
    "ol",
    "p",
    "pre",
    "s",
    "script",
    "small",
    "span",
    "strong",
    "style",
    "sub",
    "sup",
    "table",
    "u",
    "ul",
];

/// The first mark of each kind in a plain text: its byte range, and what it is.
#[must_use]
pub fn marks_in_plain_text(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let literal = |mark: &str, name| text.find(mark).map(|at| (at..at + mark.len(), name));
    let literals = [
        literal("**", "bold"),
        underscores(text).map(|range| (range, "bold")),
        literal("](", "a link"),
        link_apart(text).map(|range| (range, "a link")),
        literal("{fact:", "a figure of facts.yaml"),
        html(text).map(|range| (range, "HTML")),
    ];
    literals.into_iter().flatten().collect()
}

/// Two underscores before a word. Within one, as in an address, they are letters.
fn underscores(text: &str) -> Option<Range<usize>> {
    text.match_indices("__").map(|(at, _)| at).find_map(|at| {
        let begins = text[..at].chars().next_back().is_none_or(char::is_whitespace);
        (begins && text[at + 2..].starts_with(char::is_alphanumeric)).then_some(at..at + 2)
    })
}

/// A link whose two parts do not touch, or stand the wrong way round: `[words] (address)`, `(words)[address]`.
#[must_use]
pub fn link_apart(text: &str) -> Option<Range<usize>> {
    ["] (http", "] (mailto:", "] (/", ")[http", ")[/"]
        .iter()
        .find_map(|mark| Some(text.find(mark)?..text.find(mark)? + 3))
}

/// A tag, a comment or an entity of HTML.
#[must_use]
fn html(text: &str) -> Option<Range<usize>> {
    let tag = text.match_indices('<').find_map(|(at, _)| {
        let inside = &text[at + 1..];
        let name = inside.strip_prefix('/').unwrap_or(inside);
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        // Other words in such brackets are shown as they stand, and are meant so.
        if !ELEMENTS.contains(&name[..end].to_ascii_lowercase().as_str()) && !inside.starts_with("!--") {
            return None;
        }
        Some(at..at + 1 + inside.find('>')? + 1)
    });
    tag.or_else(|| {
        text.match_indices('&').find_map(|(at, _)| {
            let inside = &text[at + 1..];
            let len = inside.find(';').filter(|len| (2..=8).contains(len))?;
            let name = &inside[..len];
            let number = name.strip_prefix('#').map(|number| number.strip_prefix(['x', 'X']).unwrap_or(number));
            let is_entity = match number {
                Some(digits) => digits.bytes().all(|byte| byte.is_ascii_hexdigit()),
                None => name.bytes().all(|byte| byte.is_ascii_alphanumeric()),
            };
            is_entity.then_some(at..at + len + 2)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::marks_in_plain_text;

    #[test]
    fn marks_are_found_and_ordinary_signs_are_none() {
        for (text, mark) in [
            ("Some **bold** words", "**"),
            ("Some __bold__ words", "__"),
            ("Some <b>bold</b> words", "<b>"),
            ("One<br/>two", "<br/>"),
            ("</p>", "</p>"),
            ("Fish &amp; chips", "&amp;"),
            ("It&#39;s", "&#39;"),
            ("A <!-- note --> here", "<!-- note -->"),
            ("See [us] (https://x.uk)", "] ("),
        ] {
            let found: Vec<&str> = marks_in_plain_text(text).into_iter().map(|(range, _)| &text[range]).collect();
            assert_eq!(found, [mark], "{text}");
        }
        for text in [
            "1 < 2 and 3 > 2",
            "R&D; and A&E",
            "x <3 you",
            "[a] (b)",
            "a_b_c",
            "https://a.uk/b__c",
            "Night <Listener>",
            "&",
            "<",
        ] {
            assert_eq!(marks_in_plain_text(text), [], "{text}");
        }
    }
}
